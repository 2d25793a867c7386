extension Update {
    /// How the new value of a weight or bias came about: `old − rate · Σ gradient`, or `old` when it is frozen.
    ///
    /// Nil for matrices and for names the network does not have.
    public func derivation(of name: String) -> Derivation? {
        let architecture = before.architecture
        guard let quantity = architecture.vocabulary[name], quantity.isScalar,
            let index = architecture.parameterRange(of: quantity)?.lowerBound
        else { return nil }
        let letter = architecture.letter(for: quantity)
        let old = Expression.factor(Factor(symbol: .letter(letter), value: before.parameters[index]))
        let new = Symbol.letter(letter.with(superscript: "new"))
        if frozen.contains(index) { return Derivation(symbol: new, expression: old, value: after.parameters[index]) }
        let rate = Expression.factor(Factor(symbol: .letter(Letter("η")), value: rate))
        return Derivation(
            symbol: new, expression: .difference(old, .product([rate, gradient(quantity)])),
            value: after.parameters[index])
    }

    private func gradient(_ quantity: Quantity) -> Expression {
        guard gradients.count > 1 else { return .factor(gradients[0].factor(quantity)) }
        let total = Expression.sum(gradients.enumerated().map { .factor($1.factor(quantity, instance: $0)) })
        return reduction == .mean ? .quotient(total, .number(Double(gradients.count))) : total
    }
}
