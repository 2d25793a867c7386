extension Gradients {
    /// How the derivative by `name` came about; nil for vectors, matrices and multiples of gradients.
    ///
    /// Each is one step of the chain rule: what is known further on times the local derivative. That of a sum over
    /// instances is the sum of theirs.
    /// - Throws: `derivationTooLong` when a full derivation has too many factors to be read.
    public func derivation(of name: String, depth: Derivation.Depth = .local) throws(NetworkError) -> Derivation? {
        guard let quantity = quantity(named: name), let local = derivation(of: quantity) else { return nil }
        guard depth == .full, let pass else { return local }
        guard let full = local.expanded({ expression(for: $0) ?? pass.expression(for: $0) }) else {
            throw .derivationTooLong(name)
        }
        return full
    }

    /// How the derivative by a scalar came about in one step.
    public func derivation(of quantity: Quantity) -> Derivation? {
        guard case .scalar(let value)? = value(of: quantity) else { return nil }
        let symbol = network.architecture.gradientSymbol(for: quantity)
        if !terms.isEmpty {
            let parts = terms.enumerated().map { Expression.factor($1.factor(quantity, instance: $0)) }
            return Derivation(symbol: symbol, expression: .total(parts), value: value)
        }
        guard let pass, let expression = expression(of: quantity, pass) else { return nil }
        return Derivation(symbol: symbol, expression: expression, value: value)
    }

    private func expression(for factor: Factor) -> Expression? {
        guard case .gradient(let quantity) = factor.origin, let pass else { return nil }
        return expression(of: quantity, pass)
    }

    /// The derivative by a quantity as a factor.
    func factor(_ quantity: Quantity) -> Factor {
        Factor(
            symbol: network.architecture.gradientSymbol(for: quantity), value: number(quantity),
            origin: .gradient(quantity))
    }

    /// The derivative of one instance's loss: `∂L₁/∂w`. Instances of a data set count by their row.
    func factor(_ quantity: Quantity, instance position: Int) -> Factor {
        let number = (pass?.instance.index ?? position) + 1
        return Factor(
            symbol: .derivative(of: Letter("L", sub: "\(number)"), by: network.architecture.letter(for: quantity)),
            value: self.number(quantity), origin: .given)
    }

    private func number(_ quantity: Quantity) -> Double {
        guard case .scalar(let value)? = value(of: quantity) else { return 0 }
        return value
    }

    private func expression(of quantity: Quantity, _ pass: Pass) -> Expression? {
        let last = network.layers.count - 1
        switch quantity {
        case .unitOut(last, let j): return outputExpression(j, pass)
        case .unitOut(let layer, let i): return paths(into: layer + 1, from: i, pass)
        case .input(let i): return paths(into: 0, from: i, pass)
        case .unitIn(let layer, let j): return sumExpression(layer, j, pass)
        case .weight(let layer, let i, let j):
            return .product([.factor(pass.source(layer: layer, i)), .factor(factor(.unitIn(layer: layer, unit: j)))])
        case .bias(let layer, let j): return .factor(factor(.unitIn(layer: layer, unit: j)))
        default: return nil
        }
    }

    /// One term for each path from source `i` into `layer`.
    private func paths(into layer: Int, from i: Int, _ pass: Pass) -> Expression {
        .total(
            network.layers[layer].units.indices.map { j in
                .product([
                    .factor(pass.factor(.weight(layer: layer, source: i, unit: j))),
                    .factor(factor(.unitIn(layer: layer, unit: j))),
                ])
            })
    }

    private func outputExpression(_ j: Int, _ pass: Pass) -> Expression {
        let y = Expression.factor(pass.output(j))
        let t = Expression.factor(pass.factor(.target(j)))
        switch network.loss {
        case .sse: return .product([.number(2), .difference(y, t)])
        case .halfSSE: return .difference(y, t)
        case .mse:
            return .quotient(.product([.number(2), .difference(y, t)]), .number(Double(pass.targets.count)))
        case .bce:
            return .difference(
                .quotient(.difference(.number(1), t), .difference(.number(1), y)), .quotient(t, y))
        case .softmaxCE: return .negative(.quotient(t, y))
        }
    }

    private func sumExpression(_ layer: Int, _ j: Int, _ pass: Pass) -> Expression {
        let y = Expression.factor(pass.factor(.unitOut(layer: layer, unit: j)))
        if layer == network.layers.count - 1, network.loss.requiredActivation != nil {
            return directExpression(y, j, pass)
        }
        let upstream = Expression.factor(factor(.unitOut(layer: layer, unit: j)))
        if network.layers[layer].activation == .softmax {
            let mean = network.layers[layer].units.indices.map { k in
                Expression.product([
                    .factor(pass.factor(.unitOut(layer: layer, unit: k))),
                    .factor(factor(.unitOut(layer: layer, unit: k))),
                ])
            }
            return .product([y, .difference(upstream, .total(mean))])
        }
        let slope = slope(layer, y, .factor(pass.factor(.unitIn(layer: layer, unit: j))))
        let symbol = Symbol.derivative(
            of: pass.letter(for: .unitOut(layer: layer, unit: j)), by: pass.letter(for: .unitIn(layer: layer, unit: j)))
        return .product([.named(Factor(symbol: symbol, value: slope.value), slope), upstream])
    }

    /// `y − t`, where the cross-entropy's and the activation's derivatives cancel; `y·Σt − t` when Σt is not one.
    private func directExpression(_ y: Expression, _ j: Int, _ pass: Pass) -> Expression {
        let targets = pass.targets.indices.map { Expression.factor(pass.factor(.target($0))) }
        let total = Expression.total(targets)
        let isWhole = network.loss == .bce || total.value == 1
        return .difference(isWhole ? y : .product([y, total]), targets[j])
    }

    /// The derivative of a layer's activation at sum `z` with output `y`.
    private func slope(_ layer: Int, _ y: Expression, _ z: Expression) -> Expression {
        switch network.layers[layer].activation {
        case .sigmoid: .product([y, .difference(.number(1), y)])
        case .tanh: .difference(.number(1), .square(y))
        case .relu: .number(z.value > 0 ? 1 : 0)
        case .leakyRelu: .number(z.value > 0 ? 1 : Activation.leakySlope)
        case .softplus: .apply(.sigmoid, z)
        case .linear, .softmax: .number(1)
        }
    }
}
