import Cells
import Diagnostics
import Networks

/// How initial values are asked for: by a name, some with numbers behind it.
private let initialiserForms: [(name: String, form: String)] = [
    ("he", "he"), ("xavier", "xavier"), ("zeros", "zeros"), ("uniform", "uniform(LOW, HIGH)"),
    ("normal", "normal(SPREAD)"),
]

extension Evaluator {
    /// What an expression says as an initialiser.
    enum InitialiserReading {
        /// It is an expression like any other.
        case none
        /// A mistake that was reported.
        case failed
        case initialiser(Initialiser)
    }

    /// An initialiser by its name, unless the name is bound to something else. A function without its arguments is no matrix, so
    /// beside a function `he` of a cell the word still means the initialiser.
    mutating func initialiser(_ expression: Expression) -> InitialiserReading {
        switch expression.kind {
        case .name(let name):
            let bound = scope.value(of: name)
            let isFree = bound == nil || bound?.isCallable == true && initialiserForms.contains { $0.form == name }
            return isFree ? initialiser(name, [], expression, expression) : .none
        case .call(let function, let arguments):
            guard case .name(let name) = function.kind, scope.value(of: name) == nil else { return .none }
            // Arguments go by their place; with a name they have the wrong form.
            if arguments.contains(where: { $0.name != nil }) { return misspelt(name, function, expression) }
            return initialiser(name, arguments.map { $0.value }, function, expression)
        default: return .none
        }
    }

    private mutating func initialiser(
        _ name: String, _ arguments: [Expression], _ word: Expression, _ whole: Expression
    ) -> InitialiserReading {
        switch (name, arguments.count) {
        case ("he", 0): return .initialiser(.he)
        case ("xavier", 0): return .initialiser(.xavier)
        case ("zeros", 0): return .initialiser(.zeros)
        case ("uniform", 2):
            guard let low = number(arguments[0]), let high = number(arguments[1]) else { return .failed }
            return .initialiser(.uniform(low, high))
        case ("normal", 1): return number(arguments[0]).map { .initialiser(.normal($0)) } ?? .failed
        default: return misspelt(name, word, whole)
        }
    }

    private mutating func misspelt(_ name: String, _ word: Expression, _ whole: Expression) -> InitialiserReading {
        if let form = initialiserForms.first(where: { $0.name == name })?.form {
            report(Diagnostic(code: "network.initialiser", "'\(name)' is written '\(form)'", at: whole.range))
            return .failed
        }
        guard !isBuiltIn(word), let near = nearestName(to: name, in: initialiserForms.map { $0.name }) else {
            return .none
        }
        let known = initialiserForms.map { $0.form }.joined(separator: ", ")
        report(
            Diagnostic(
                code: "network.initialiser", "unknown initialiser '\(name)'; known: \(known)", at: word.range,
                suggestion: near))
        return .failed
    }

    private func isBuiltIn(_ word: Expression) -> Bool {
        do {
            _ = try Cells.evaluate(word, in: scope)
            return true
        } catch {
            return false
        }
    }
}

extension Value {
    fileprivate var isCallable: Bool {
        switch self {
        case .function, .closure, .method, .classObject, .type: true
        default: false
        }
    }
}
