extension Pass {
    /// How the value called `name` came about; nil for what is given (inputs, targets) and for vectors.
    ///
    /// - Throws: `derivationTooLong` when a full derivation has too many factors to be read.
    public func derivation(of name: String, depth: Derivation.Depth = .local) throws(NetworkError) -> Derivation? {
        guard let quantity = quantity(named: name), let local = derivation(of: quantity) else { return nil }
        guard depth == .full else { return local }
        guard let full = local.expanded({ expression(for: $0) }) else { throw .derivationTooLong(name) }
        return full
    }

    /// How a scalar of the pass came about in one step; nil for what is given.
    public func derivation(of quantity: Quantity) -> Derivation? {
        guard let expression = expression(of: quantity), case .scalar(let value)? = value(of: quantity) else {
            return nil
        }
        return Derivation(symbol: .letter(letter(for: quantity)), expression: expression, value: value)
    }

    /// The step that made a factor, if a pass made it.
    func expression(for factor: Factor) -> Expression? {
        guard case .value(let quantity) = factor.origin else { return nil }
        return expression(of: quantity)
    }

    private func expression(of quantity: Quantity) -> Expression? {
        switch quantity {
        case .unitIn(let layer, let unit): weightedSum(layer, unit)
        case .unitOut(let layer, let unit): activation(layer, unit)
        case .error(let j): .difference(.factor(output(j)), .factor(factor(.target(j))))
        case .loss: loss == nil ? nil : lossExpression
        default: nil
        }
    }

    /// A quantity of the pass, or a weight or bias of its network, as a factor.
    func factor(_ quantity: Quantity) -> Factor {
        var number = 0.0
        if case .scalar(let value)? = quantity.isParameter ? network.value(of: quantity) : value(of: quantity) {
            number = value
        }
        return Factor(symbol: .letter(letter(for: quantity)), value: number, origin: .value(quantity))
    }

    func output(_ j: Int) -> Factor { factor(.unitOut(layer: network.layers.count - 1, unit: j)) }

    /// What enters a layer at row `i` of its matrix: an input or an output of the layer before.
    func source(layer: Int, _ i: Int) -> Factor {
        factor(layer == 0 ? .input(i) : .unitOut(layer: layer - 1, unit: i))
    }

    private func weightedSum(_ layer: Int, _ unit: Int) -> Expression {
        var terms = (0..<network.layers[layer].sourceCount).map { i in
            Expression.product([
                .factor(factor(.weight(layer: layer, source: i, unit: unit))), .factor(source(layer: layer, i)),
            ])
        }
        if network.layers[layer].hasBias { terms.append(.factor(factor(.bias(layer: layer, unit: unit)))) }
        return .total(terms)
    }

    private func activation(_ layer: Int, _ unit: Int) -> Expression {
        let sum = Expression.factor(factor(.unitIn(layer: layer, unit: unit)))
        if let function = Expression.Function(network.layers[layer].activation) { return .apply(function, sum) }
        guard network.layers[layer].activation == .softmax else { return sum }
        let powers = (0..<network.layers[layer].unitCount).map {
            Expression.apply(.exp, .factor(factor(.unitIn(layer: layer, unit: $0))))
        }
        return .quotient(.apply(.exp, sum), .total(powers))
    }

    private var lossExpression: Expression {
        let pairs = targets.indices.map {
            (y: Expression.factor(output($0)), t: Expression.factor(factor(.target($0))))
        }
        let squares = Expression.total(pairs.map { .square(.difference($0.y, $0.t)) })
        switch network.loss {
        case .sse: return squares
        case .halfSSE: return .product([.number(0.5), squares])
        case .mse: return .quotient(squares, .number(Double(targets.count)))
        case .softmaxCE: return .negative(.total(pairs.map { .product([$0.t, .apply(.ln, $0.y)]) }))
        case .bce:
            return .negative(
                .sum(
                    pairs.flatMap {
                        [
                            Expression.product([$0.t, .apply(.ln, $0.y)]),
                            .product([.difference(.number(1), $0.t), .apply(.ln, .difference(.number(1), $0.y))]),
                        ]
                    }))
        }
    }
}
