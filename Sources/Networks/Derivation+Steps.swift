extension Pass {
    /// Every step from inputs and weights to the value called `name`, each before those that need it; empty for what is
    /// given.
    public func steps(to name: String) -> [Derivation] {
        guard let quantity = quantity(named: name) else { return [] }
        return Derivation.steps(to: .value(quantity)) { self.derivation(of: $0) }
    }

    func derivation(of origin: Factor.Origin) -> Derivation? {
        if case .value(let quantity) = origin { derivation(of: quantity) } else { nil }
    }
}

extension Gradients {
    /// Every step from inputs and weights to the derivative by `name`, those of the pass included, each before those that
    /// need it; empty for what has no derivation.
    public func steps(to name: String) -> [Derivation] {
        guard let quantity = quantity(named: name) else { return [] }
        return Derivation.steps(to: .gradient(quantity)) { origin in
            if case .gradient(let quantity) = origin { return self.derivation(of: quantity) }
            return self.pass?.derivation(of: origin)
        }
    }
}

extension Derivation {
    /// The derivations that lead to a value, in an order in which each could be worked out; no recursion.
    fileprivate static func steps(to end: Factor.Origin, derive: (Factor.Origin) -> Derivation?) -> [Derivation] {
        guard let last = derive(end) else { return [] }
        var steps: [Derivation] = []
        var seen: Set<Factor.Origin> = [end]
        var waiting = [(derivation: last, needed: last.expression.factors.map { $0.origin })]
        while var top = waiting.popLast() {
            guard let origin = top.needed.first else {
                steps.append(top.derivation)
                continue
            }
            top.needed.removeFirst()
            waiting.append(top)
            if seen.insert(origin).inserted, let derivation = derive(origin) {
                waiting.append((derivation, derivation.expression.factors.map { $0.origin }))
            }
        }
        return steps
    }
}
