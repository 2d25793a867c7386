extension Letter {
    /// The loss of one instance.
    static let loss = Letter("L")
}

extension Architecture {
    /// How a quantity is written: `h_1^{\text{in}}`, `w_{21}`, `L`.
    ///
    /// `targetNames` are the columns of the instance; targets are written `t₁` when there are none.
    public func letter(for quantity: Quantity, targetNames: [String] = []) -> Letter {
        switch quantity {
        case .input(let i): Letter(name: inputs[i])
        case .target(let j): Letter(name: j < targetNames.count ? targetNames[j] : "t\(j + 1)")
        case .error(let j): Letter("e", sub: "\(j + 1)")
        case .unitIn(let layer, let unit): Letter(name: layers[layer].units[unit]).with(superscript: "in")
        case .unitOut(let layer, let unit): Letter(name: layers[layer].units[unit]).with(superscript: "out")
        case .weight(let layer, let source, let unit): weightLetter(layers[layer], source, unit)
        case .bias(let layer, let unit): Letter("b", sub: layers[layer].units[unit])
        case .loss: .loss
        case .inputs: Letter("x")
        case .targets: Letter("t")
        case .outputs: Letter(name: layers[layers.count - 1].name)
        case .errors: Letter("e")
        case .layerIn(let layer): Letter(name: layers[layer].name).with(superscript: "in")
        case .layerOut(let layer): Letter(name: layers[layer].name).with(superscript: "out")
        case .weights(let layer): Letter(name: layers[layer].matrix)
        case .biases(let layer): Letter("b", sub: layers[layer].name)
        }
    }

    /// How the derivative of the loss by a quantity is written.
    public func gradientSymbol(for quantity: Quantity) -> Symbol {
        .derivative(of: .loss, by: letter(for: quantity))
    }

    /// `w_{21}`; of a numbered matrix `w^{(1)}_{21}`, so that indices and numbers cannot be taken for each other.
    private func weightLetter(_ layer: Layer, _ source: Int, _ unit: Int) -> Letter {
        if layer.isRenamed { return Letter(name: layer.weightName(source: source, unit: unit)) }
        let matrix = Letter(name: defaultWeightName(matrix: layer.matrix, source: 0, unit: 0))
        let index = source > 8 || unit > 8 ? "\(source + 1),\(unit + 1)" : "\(source + 1)\(unit + 1)"
        let number = Letter(name: layer.matrix).subscripted
        return Letter(matrix.base, sub: index, sup: number.isEmpty ? "" : "(\(number))")
    }
}

extension Network {
    /// How `name` is written, or nil when the network has nothing of that name.
    public func symbol(named name: String) -> Symbol? {
        quantity(named: name).map { .letter(architecture.letter(for: $0)) }
    }
}

extension Pass {
    /// How `name` is written, or nil when the pass has nothing of that name.
    public func symbol(named name: String) -> Symbol? {
        quantity(named: name).map { .letter(letter(for: $0)) }
    }

    func letter(for quantity: Quantity) -> Letter {
        network.architecture.letter(for: quantity, targetNames: instance.targetNames)
    }
}

extension Gradients {
    /// How the derivative by `name` is written, or nil when there is none.
    public func symbol(named name: String) -> Symbol? {
        quantity(named: name).map { network.architecture.gradientSymbol(for: $0) }
    }
}
