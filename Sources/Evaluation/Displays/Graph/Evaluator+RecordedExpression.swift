import Cells
import Diagnostics
import Figures
import Networks
import Tensors

/// An expression of numbers on its way to a tape.
private struct RecordedExpression {
    var tape = Tape<Double>()
    /// Numbers written in the expression.
    var constants: [Int] = []
    /// What the expression takes as given, by its text.
    var leaves: [Leaf] = []
    /// Whether an operation has a corner somewhere.
    var hasCorner = false

    struct Leaf {
        var text: String
        var name: String
        var node: Tape<Double>.Node
        /// Whether the text is not the author's.
        var isUnwritten: Bool
    }

    /// The names of what is given; the whole text where two have the same name.
    var names: [Int: Computation.Name] {
        var names: [Int: Computation.Name] = [:]
        for leaf in leaves {
            let isUnique = leaves.count { $0.name == leaf.name } == 1
            names[leaf.node.index] =
                isUnique && isName(leaf.name)
                ? Computation.Name(leaf.name) : Computation.Name(leaf.text, Label(leaf.text))
        }
        return names
    }

    private func isName(_ text: String) -> Bool { !text.utf8.contains(UInt8(ascii: "[")) }
}

extension Evaluator {
    /// The operations of an expression, on a tape.
    mutating func recorded(_ expression: Expression, _ value: Value, _ style: NumberStyle) -> Computation? {
        guard value.asDouble != nil else {
            refuse(value, wanted: "a number, a tensor or a value of a pass", expression)
            return nil
        }
        var recording = RecordedExpression()
        guard let root = record(expression, in: &recording) else { return nil }
        guard recording.tape.operation(root) != .constant else {
            report(
                Diagnostic(
                    code: "graph.value",
                    "a plain number does not know how it was computed; write the calculation itself, such as '(w*x - t)**2'",
                    at: expression.range))
            return nil
        }
        return Computation(
            recording.tape, root: root, adjoints: recording.tape.backward(from: root), names: recording.names,
            constants: recording.constants, style: style)
    }

    /// The derivative of an expression by one of its names, where all its operations can be recorded; nil without a word
    /// where one cannot.
    ///
    /// Not smooth is what has an operation with a corner somewhere, `relu` or `abs`.
    mutating func derivative(
        of expression: Expression, by name: String, at number: Double
    ) -> (slope: Double, isSmooth: Bool)? {
        let outer = scope
        let known = values.diagnostics.count
        scope = Scope(parent: outer)
        defer {
            scope = outer
            values.diagnostics.removeSubrange(known...)
        }
        scope.bind(name, to: .float(number))
        var recording = RecordedExpression()
        guard let root = record(expression, in: &recording) else { return nil }
        // What stands in brackets could change with the variable without the tape's knowing.
        guard recording.leaves.allSatisfy({ !$0.text.utf8.contains(UInt8(ascii: "[")) && !$0.isUnwritten }) else {
            return nil
        }
        let smooth = !recording.hasCorner
        guard let leaf = recording.leaves.first(where: { $0.text == name }) else { return (0, smooth) }
        return (recording.tape.backward(from: root)[leaf.node], smooth)
    }

    private mutating func record(_ expression: Expression, in recording: inout RecordedExpression)
        -> Tape<Double>.Node?
    {
        switch expression.kind {
        case .int(let number): return constant(Double(number), in: &recording)
        case .float(let number): return constant(number, in: &recording)
        case .unary(.plus, let operand): return record(operand, in: &recording)
        case .unary(.minus, let operand):
            switch operand.kind {
            case .int(let number): return constant(-Double(number), in: &recording)
            case .float(let number): return constant(-number, in: &recording)
            default: return record(operand, in: &recording).map { recording.tape.negate($0) }
            }
        case .binary(let sign, let left, let right): return record(sign, left, right, expression, in: &recording)
        case .call(let function, let arguments): return record(function, arguments, expression, in: &recording)
        case .name, .attribute, .item: return given(expression, in: &recording)
        default: return refuse("what stands here", expression)
        }
    }

    private func constant(_ number: Double, in recording: inout RecordedExpression) -> Tape<Double>.Node {
        let node = recording.tape.constant(number)
        recording.constants.append(node.index)
        return node
    }

    private mutating func record(
        _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ whole: Expression,
        in recording: inout RecordedExpression
    ) -> Tape<Double>.Node? {
        let operations: [BinaryOperator: Networks.Operation] = [
            .add: .add, .subtract: .subtract, .multiply: .multiply, .divide: .divide, .power: .power,
        ]
        guard let operation = operations[sign] else { return refuse("'\(sign.rawValue)'", whole) }
        guard let a = record(left, in: &recording) else { return nil }
        if case .power = sign, case .int(2) = right.kind { return recording.tape.square(a) }
        guard let b = record(right, in: &recording) else { return nil }
        return recording.tape.record(operation, a, b)
    }

    private mutating func record(
        _ function: Expression, _ arguments: [Expression.Argument], _ whole: Expression,
        in recording: inout RecordedExpression
    ) -> Tape<Double>.Node? {
        let operations: [String: Networks.Operation] = [
            "exp": .exp, "log": .log, "sqrt": .sqrt, "tanh": .tanh, "sigmoid": .sigmoid, "relu": .relu,
            "softplus": .softplus, "abs": .abs, "fabs": .abs, "absolute": .abs, "square": .square,
            "reciprocal": .reciprocal, "negative": .negate,
        ]
        let callee = value(function)
        if case .unknown = callee { return nil }
        guard let name = callee.nameOfLibraryFunction, let operation = operations[name], arguments.count == 1,
            let argument = arguments.first, argument.name == nil, !argument.isNamedRest
        else { return refuse(function.asWritten.map { "'\($0)'" } ?? "what is called here", function) }
        if operation == .relu || operation == .abs { recording.hasCorner = true }
        return record(argument.value, in: &recording).map { recording.tape.record(operation, $0) }
    }

    /// A number that stands for itself, under the name the author gives it.
    private mutating func given(_ expression: Expression, in recording: inout RecordedExpression)
        -> Tape<Double>.Node?
    {
        let text = expression.asWritten ?? "number \(recording.leaves.count + 1)"
        if let known = recording.leaves.first(where: { $0.text == text }) { return known.node }
        let value = value(expression)
        if case .scalar(.float32) = value {
            report(
                Diagnostic(
                    code: "graph.float32", "a graph of numbers calculates with 64 bits, and this is a numpy.float32",
                    at: expression.range))
            return nil
        }
        guard let number = value.asDouble else {
            refuse(value, wanted: "a number", expression)
            return nil
        }
        let node = recording.tape.constant(number)
        var name = text
        if case .attribute(_, let attribute) = expression.kind { name = attribute.value }
        recording.leaves.append(
            RecordedExpression.Leaf(text: text, name: name, node: node, isUnwritten: expression.asWritten == nil))
        return node
    }

    private mutating func refuse(_ what: String, _ expression: Expression) -> Tape<Double>.Node? {
        report(
            Diagnostic(
                code: "graph.operation",
                "a graph has no operation for \(what); it has + - * / **, exp, log, sqrt, tanh, sigmoid, relu, softplus and abs",
                at: expression.range))
        return nil
    }
}

extension Expression {
    /// The text of a name with what is taken from it; nil for what is not that simple.
    fileprivate var asWritten: String? {
        switch kind {
        case .name(let name): name
        case .int(let number): "\(number)"
        case .string(let text): "\"\(text)\""
        case .unary(.minus, let operand): operand.asWritten.map { "-" + $0 }
        case .attribute(let base, let name): base.asWritten.map { "\($0).\(name.value)" }
        case .item(let base, let index):
            if let base = base.asWritten, let index = index.indexAsWritten { "\(base)[\(index)]" } else { nil }
        default: nil
        }
    }

    private var indexAsWritten: String? {
        guard case .tuple(let parts) = kind else { return asWritten }
        let texts = parts.compactMap { $0.asWritten }
        return texts.count == parts.count ? texts.joined(separator: ", ") : nil
    }
}
