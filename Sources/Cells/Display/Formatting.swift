import Diagnostics
import Tensors

extension Interpreter {
    /// The text of an f-string.
    func formatted(_ pieces: [FormattedPiece], in scope: Scope) throws(Fault) -> String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .literal(let literal): text += literal
            case .field(let field): text += try formatted(field, in: scope)
            }
            if text.utf8.count > 1 << 20 { throw Fault(.limit, "this text grows too long") }
        }
        try make(text.utf8.count / 8)
        return text
    }

    private func formatted(_ field: FormattedPiece.Field, in scope: Scope) throws(Fault) -> String {
        let value = try evaluate(field.expression, in: scope)
        switch field.conversion {
        case .repr:
            return try located(field.expression.range) { () throws(Fault) in
                try format(.string(try repr(value)), field, in: scope)
            }
        case .string:
            return try located(field.expression.range) { () throws(Fault) in
                try format(.string(try text(of: value)), field, in: scope)
            }
        case .ascii:
            return try located(field.expression.range) { () throws(Fault) in
                try format(.string(asciiOnly(try repr(value))), field, in: scope)
            }
        case .none:
            return try located(field.expression.range) { () throws(Fault) in try format(value, field, in: scope) }
        }
    }

    private func format(_ value: Value, _ field: FormattedPiece.Field, in scope: Scope) throws(Fault) -> String {
        let written = try formatted(field.format, in: scope)
        return try located(field.formatRange) { () throws(Fault) in try format(value, written) }
    }

    /// Python's `format(value, spec)`.
    func format(_ value: Value, _ spec: String) throws(Fault) -> String {
        if spec.isEmpty { return try text(of: value) }
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
            .type, "a '\(value.typeName)' takes no format",
            python: "unsupported format string passed to \(value.typeName).__format__")
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
