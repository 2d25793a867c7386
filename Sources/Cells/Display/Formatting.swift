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
        case .none:
            return try located(field.expression.range) { () throws(Fault) in try format(value, field, in: scope) }
        }
    }

    private func format(_ value: Value, _ field: FormattedPiece.Field, in scope: Scope) throws(Fault) -> String {
        if field.format.isEmpty { return try text(of: value) }
        let written = try formatted(field.format, in: scope)
        do throws(FormatError) {
            let spec = try FormatSpec(written)
            if let text = try Cells.format(value, spec) { return text }
        } catch {
            throw Fault(.format, error.message, at: field.formatRange, suggestion: error.suggestion)
        }
        throw Fault(.type, "a '\(value.typeName)' takes no format", at: field.formatRange)
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
