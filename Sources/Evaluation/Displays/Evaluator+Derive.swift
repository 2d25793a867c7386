import Cells
import Diagnostics
import Networks

extension Evaluator {
    /// `{derive}`: each value must be a name of a pass or of gradients.
    mutating func derive(_ body: DeriveBody, _ style: NumberStyle) -> Display? {
        let before = values.diagnostics.count
        let worked = body.values.map { ($0, derivations(of: $0, depth: body.depth)) }
        if values.diagnostics.count > before { return nil }
        for (expression, derivations) in worked {
            let found = derivations.lazy.compactMap { $0.firstNonFinite }.first
            guard canShow(found, at: expression.range) else { return nil }
        }
        // After an unknown value nothing is shown, and nothing more is said.
        let all = worked.flatMap { $0.1 }
        return .steps(all.isEmpty ? [] : [DerivationTeX(style: style).block(all)])
    }

    private mutating func derivations(of expression: Expression, depth: DeriveBody.Depth) -> [Derivation] {
        guard let (owner, name) = ownerAndName(expression) else {
            refuse("a value is derived by its name on a pass or on gradients, such as 'G.w21'", at: expression.range)
            return []
        }
        let found: [Derivation]
        switch value(owner) {
        case .unknown: return []
        case .pass(let pass):
            found = derivations(
                depth, local: { () throws(NetworkError) in try pass.derivation(of: name.value) },
                full: { () throws(NetworkError) in try pass.derivation(of: name.value, depth: .full) },
                steps: { pass.steps(to: name.value) })
        case .gradients(let gradients):
            found = derivations(
                depth, local: { () throws(NetworkError) in try gradients.derivation(of: name.value) },
                full: { () throws(NetworkError) in try gradients.derivation(of: name.value, depth: .full) },
                steps: { gradients.steps(to: name.value) })
        case let other:
            refuse("a pass or gradients have derivations, \(other.typeWithArticle) has none", at: owner.range)
            return []
        }
        // Evaluating the name gives the right words when it is misspelt.
        guard found.isEmpty, !value(expression).isUnknown else { return found }
        refuse("'\(name.value)' is given, or is not a single number, so there is nothing to derive", at: name.range)
        return []
    }

    /// In full, one formula while it can be taken in at a glance, else one step after the other.
    private func derivations(
        _ depth: DeriveBody.Depth, local: () throws(NetworkError) -> Derivation?,
        full: () throws(NetworkError) -> Derivation?, steps: () -> [Derivation]
    ) -> [Derivation] {
        do throws(NetworkError) {
            guard depth == .full else { return (try local()).map { [$0] } ?? [] }
            guard let whole = try full() else { return [] }
            return whole.expression.factors.count <= 12 ? [whole] : steps()
        } catch {
            return steps()
        }
    }

    private mutating func refuse(_ message: String, at range: SourceRange) {
        report(Diagnostic(code: "derive.value", message, at: range))
    }

    private func ownerAndName(_ expression: Expression) -> (Expression, Located<String>)? {
        switch expression.kind {
        case .attribute(let owner, let name): return (owner, name)
        case .item(let owner, let index):
            guard case .string(let name) = index.kind else { return nil }
            return (owner, Located(name, index.range))
        default: return nil
        }
    }
}

extension Value {
    var isUnknown: Bool { if case .unknown = self { true } else { false } }
}
