import Tensors

public import Diagnostics

/// Checks a claim: a comparison, an `approx(a, b, tolerance)`, or any expression that is true or false.
///
/// - Returns: nil when the claim holds or uses an unknown value; otherwise what is wrong, with the values of both sides.
public func checkClaim(_ claim: Expression, written text: String, in scope: Scope, limits: Limits = .expression)
    -> Diagnostic?
{
    do throws(Fault) {
        let holds = try Claim(Interpreter(limits, session: scope.session), scope).verdict(on: claim)
        guard let reason = holds else { return nil }
        let trimmed = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
        return Diagnostic(code: "cell.claim", "claim is false: \(trimmed): \(reason)", at: claim.range)
    } catch {
        return error.diagnostic(at: claim.range)
    }
}

private struct Claim {
    private let interpreter: Interpreter
    private let scope: Scope

    init(_ interpreter: Interpreter, _ scope: Scope) {
        self.interpreter = interpreter
        self.scope = scope
    }

    /// Why the claim is false; nil when it is true.
    func verdict(on claim: Expression) throws(Fault) -> String? {
        switch claim.kind {
        case .comparison(let first, let steps): return try verdict(first, steps, claim)
        case .call(let function, let arguments):
            if case .name("approx") = function.kind, scope.value(of: "approx") == nil {
                return try verdictOnApprox(arguments, claim)
            }
        // Of several claims joined by 'and' the first false one is named.
        case .logic(.and, let parts):
            for part in parts {
                if let reason = try verdict(on: part) { return reason }
            }
            return nil
        default: break
        }
        let value = try interpreter.evaluate(claim, in: scope)
        return try holds(value, at: claim.range) ? nil : "its value is \(try interpreter.repr(value))"
    }

    private func verdict(
        _ first: Expression, _ steps: [Expression.ComparisonStep], _ claim: Expression
    ) throws(Fault) -> String? {
        var left = try interpreter.evaluate(first, in: scope)
        for step in steps {
            let right = try interpreter.evaluate(step.right, in: scope)
            let result = try interpreter.located(claim.range) { () throws(Fault) in
                try interpreter.compare(step.relation, left, right)
            }
            if try !holds(result, at: claim.range) {
                return
                    "\(steps.count > 1 ? "at '\(step.relation.rawValue)' " : "")left is \(try side(left)), right is \(try side(right))"
            }
            left = right
        }
        return nil
    }

    private func verdictOnApprox(_ arguments: [Expression.Argument], _ claim: Expression) throws(Fault) -> String? {
        if try holds(try interpreter.evaluate(claim, in: scope), at: claim.range) { return nil }
        guard arguments.count >= 2 else { return "its value is False" }
        let (left, right) = (
            try interpreter.evaluate(arguments[0].value, in: scope),
            try interpreter.evaluate(arguments[1].value, in: scope)
        )
        var reason = "left is \(try side(left)), right is \(try side(right))"
        if let a = left.anyNumber, let b = right.anyNumber {
            reason += ", they differ by \(try side(.float(abs(a.double - b.double))))"
        }
        return reason
    }

    /// The truth of a claim's value; an array must be true everywhere.
    private func holds(_ value: Value, at range: Diagnostics.SourceRange) throws(Fault) -> Bool {
        if case .array(let array) = value, array.type == .bool { return array.isTrueEverywhere }
        switch value {
        case .bool(let truth): return truth
        case .scalar(.bool(let truth)): return truth
        default: throw Fault(.type, "a claim is true or false; this is \(value.quotedType)", at: range)
        }
    }

    private func side(_ value: Value) throws(Fault) -> String {
        if case .scalar = value { return try interpreter.text(of: value) }
        return try interpreter.repr(value)
    }
}
