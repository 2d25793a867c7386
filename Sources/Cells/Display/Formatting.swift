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
        var read: FormatSpec?
        do throws(FormatError) {
            let parsed = try FormatSpec(spec)
            read = parsed
            if let text = try Cells.format(value, parsed) { return text }
        } catch {
            // What Python says where the letter of the type is to blame.
            let letter = (read == nil ? spec.unicodeScalars.last : read?.type.map { Unicode.Scalar($0) }) ?? " "
            let isUnknown = letter.properties.isAlphabetic
            throw Fault(
                .format, error.message, suggestion: error.suggestion,
                python: isUnknown
                    ? "Unknown format code '\(letter)' for object of type '\(value.typeName)'"
                    : "Invalid format specifier")
        }
        throw Fault(
            .type, "\(value.quotedType) takes no format",
            python: "unsupported format string passed to \(value.typeName).__format__")
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
    switch value {
    case .int(let number), .scalar(.int64(let number)): return try spec.format(number)
    case .float(let number), .scalar(.float64(let number)): return try spec.format(number)
    case .scalar(.float32(let number)): return try spec.format(Double(number))
    case .string(let text): return try spec.format(text)
    // Python formats a bool as a number whenever there is a format.
    case .bool(let flag), .scalar(.bool(let flag)): return try spec.format(flag ? 1 : 0)
    default: return nil
    }
}

/// Reads a format; what is wrong is placed at the whole of it, since it is corrected as a whole.
func parseFormat(_ excerpt: Excerpt) throws(Fault) -> FormatSpec {
    do throws(FormatError) {
        return try FormatSpec(bytes: excerpt.bytes)
    } catch {
        throw Fault(.format, error.message, at: excerpt.range, suggestion: error.suggestion)
    }
}
