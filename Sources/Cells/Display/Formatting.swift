import Diagnostics
import Tensors

extension Interpreter {
    /// Python's `format(value, spec)`.
    func format(_ value: Value, _ spec: String) throws(Fault) -> String {
        if let result = try special("__format__", value, [.string(spec)]) { return try text(of: result) }
        if case .tensor(let tensor) = value, tensor.shape.rank == 0 { return try format(try item(of: tensor), spec) }
        if case .array(let array) = value, array.rank == 0 { return try format(array.first.item, spec) }
        if spec.isEmpty { return try unformatted(value) }
        try step(4)
        try stepForDigits(of: value)
        guard let subject = value.formatted else {
            throw Fault(
                .type, "\(value.quotedType) takes no format",
                python: "unsupported format string passed to \(value.typeName).__format__")
        }
        do throws(FormatError) {
            return try FormatSpec(spec).format(subject)
        } catch {
            // Formats that only the cell language refuses, for their size, are for no program to catch.
            let complaint = FormatComplaint(spec, for: subject.kind, ofType: value.formattedTypeName)
            throw Fault(
                complaint.map { $0.kind == .value ? .format : $0.kind } ?? .limit, error.message,
                suggestion: error.suggestion, python: complaint?.words)
        }
    }
}

/// What a format can be applied to.
private enum Formatted {
    case whole(Int64)
    case float(Double)
    case text(String)

    var kind: FormatComplaint.Subject {
        switch self {
        case .whole(let number): .whole(number)
        case .float: .float
        case .text: .text
        }
    }
}

extension Value {
    /// A number, a bool or a string for a format; nil for other values.
    fileprivate var formatted: Formatted? {
        switch self {
        case .int(let number), .scalar(.int64(let number)): .whole(number)
        case .float(let number), .scalar(.float64(let number)): .float(number)
        case .scalar(.float32(let number)): .float(Double(number))
        case .string(let text): .text(text)
        // Python formats a bool as a number whenever there is a format.
        case .bool(let flag), .scalar(.bool(let flag)): .whole(flag ? 1 : 0)
        default: nil
        }
    }

    /// The type that CPython names; NumPy makes Python's own numbers of its scalars before.
    fileprivate var formattedTypeName: String {
        switch self {
        case .scalar(.int64): "int"
        case .scalar(.float64), .scalar(.float32): "float"
        case .scalar(.bool): "bool"
        default: typeName
        }
    }
}

extension FormatSpec {
    fileprivate func format(_ subject: Formatted) throws(FormatError) -> String {
        switch subject {
        case .whole(let number): try format(number)
        case .float(let number): try format(number)
        case .text(let text): try format(text)
        }
    }
}

extension Interpreter {
    /// A value under an empty format: its `str`, but a float32 is written as the float it is.
    func unformatted(_ value: Value) throws(Fault) -> String {
        if case .scalar(.float32(let number)) = value { return pythonRepr(Double(number)) }
        return try text(of: value)
    }
}

/// What Python's `format(value, spec)` gives for a number, a bool or a string; nil for other values.
func format(_ value: Value, _ spec: FormatSpec) throws(FormatError) -> String? {
    guard let subject = value.formatted else { return nil }
    return try spec.format(subject)
}

/// Reads a format; what is wrong is placed at the whole of it, since it is corrected as a whole.
func parseFormat(_ excerpt: Excerpt) throws(Fault) -> FormatSpec {
    do throws(FormatError) {
        return try FormatSpec(bytes: excerpt.bytes)
    } catch {
        throw Fault(.format, error.message, at: excerpt.range, suggestion: error.suggestion)
    }
}
