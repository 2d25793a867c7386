import Tensors

/// Python's older formatting of strings: `'%d: %.3f' % (epoch, loss)`.
///
///     %[(key)][flags][width][.precision]type
///
/// - Source: the Python library reference, "printf-style String Formatting"; CPython 3.11, `unicodeobject.c`.
struct PercentFormat {
    private let interpreter: Interpreter
    private var rest: ArraySlice<Unicode.Scalar>
    private let arguments: Value
    /// How many items of the tuple, or whether the single value, have been used.
    private var used = 0
    private var usesKeys = false

    private init(_ text: String, _ arguments: Value, _ interpreter: Interpreter) {
        rest = Array(text.unicodeScalars)[...]
        self.arguments = arguments
        self.interpreter = interpreter
    }

    static func apply(_ text: String, _ arguments: Value, _ interpreter: Interpreter) throws(Fault) -> String {
        var format = PercentFormat(text, arguments, interpreter)
        return try format.text()
    }

    private mutating func text() throws(Fault) -> String {
        var result = ""
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "%" }
            result += String(scalars: literal)
            rest = rest[literal.endIndex...]
            if rest.isEmpty { break }
            rest.removeFirst()
            result += try field()
            try interpreter.make(result.utf8.count / 8)
        }
        if !usesKeys, isUnused {
            throw Fault.python(.type, "not all arguments converted during string formatting")
        }
        return result
    }

    private var isUnused: Bool {
        switch arguments {
        case .tuple(let items): used < items.count
        // Whatever has items in brackets could be asked for some by key.
        case .list, .dict, .range, .array: false
        default: used == 0
        }
    }

    private struct Field {
        var isLeft = false
        var sign: FormatSpec.Sign?
        var isAlternate = false
        var hasZeros = false
        var width: Int64 = 0
        var precision: Int64?
        var type: Unicode.Scalar = "s"
    }

    private mutating func field() throws(Fault) -> String {
        var field = Field()
        var keyed: Value?
        if rest.first == "(" { keyed = try readKey() }
        readFlags(&field)
        if rest.first == "*" {
            rest.removeFirst()
            field.width = try nextSize()
            field.isLeft = field.isLeft || field.width < 0
            field.width = abs(field.width)
        } else {
            field.width = try readSize("width") ?? 0
        }
        if rest.first == "." {
            rest.removeFirst()
            if rest.first == "*" {
                rest.removeFirst()
                field.precision = max(try nextSize(), 0)
            } else {
                field.precision = try readSize("prec") ?? 0
            }
        }
        while let letter = rest.first, letter == "h" || letter == "l" || letter == "L" { rest.removeFirst() }
        guard let type = rest.popFirst() else {
            throw Fault(.format, "the format ends behind '%'", python: "incomplete format")
        }
        if type == "%" { return "%" }
        field.type = type
        let value: Value
        if let keyed { value = keyed } else { value = try next() }
        return try formatted(value, field)
    }

    private mutating func readKey() throws(Fault) -> Value {
        rest.removeFirst()
        var (depth, key) = (1, [Unicode.Scalar]())
        while let scalar = rest.popFirst() {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth -= 1 }
            if depth == 0 { break }
            key.append(scalar)
        }
        if depth > 0 { throw Fault(.format, "a key is closed by ')'", python: "incomplete format key") }
        guard case .dict = arguments else {
            let python = "format requires a mapping"
            throw Fault(.type, python, python: python, isOutside: arguments.isObject)
        }
        usesKeys = true
        return try interpreter.item(of: arguments, at: .string(key))
    }

    private mutating func readFlags(_ field: inout Field) {
        while let flag = rest.first {
            switch flag {
            case "-": field.isLeft = true
            case "+": field.sign = .plus
            case " ": field.sign = field.sign ?? .space
            case "#": field.isAlternate = true
            case "0": field.hasZeros = true
            default: return
            }
            rest.removeFirst()
        }
    }

    private mutating func readSize(_ name: String) throws(Fault) -> Int64? {
        var value: Int64?
        while let digit = rest.first, digit.isASCII,
            let number = digit.properties.numericType == .decimal ? digit.value - 48 : nil
        {
            value = (value ?? 0) * 10 + Int64(number)
            if let value, value > Int64(Int32.max) { throw Fault.python(.value, "\(name) too big") }
            rest.removeFirst()
        }
        return value
    }

    private mutating func nextSize() throws(Fault) -> Int64 {
        guard let size = try next().index else { throw Fault.python(.type, "* wants int") }
        if size.magnitude > UInt64(Int32.max) { throw Fault.outside(.overflow, "a width of \(size) is too large") }
        return size
    }

    private mutating func next() throws(Fault) -> Value {
        defer { used += 1 }
        if case .tuple(let items) = arguments {
            if used < items.count { return items[used] }
        } else if used == 0 {
            return arguments
        }
        throw Fault.python(.type, "not enough arguments for format string")
    }
}

// MARK: One value

extension PercentFormat {
    private func formatted(_ value: Value, _ field: Field) throws(Fault) -> String {
        switch field.type {
        case "s": return try padded(cut(try interpreter.text(of: value), field), field)
        case "r": return try padded(cut(try interpreter.repr(value), field), field)
        case "a": return try padded(cut(asciiOnly(try interpreter.repr(value)), field), field)
        case "c": return try padded(try character(value), field)
        case "d", "i", "u", "x", "X", "o": return try padded(try integer(value, field), field, isNumber: true)
        case "e", "E", "f", "F", "g", "G": return try padded(try float(value, field), field, isNumber: true)
        default:
            let code = String(field.type.value, radix: 16)
            throw Fault(
                .format, "'%' does not know the format type '\(field.type)'",
                python: "unsupported format character '\(field.type)' (0x\(code)) at index \(rest.startIndex - 1)")
        }
    }

    private func cut(_ text: String, _ field: Field) -> String {
        guard let precision = field.precision else { return text }
        return String(scalars: text.unicodeScalars.prefix(Int(clamping: precision)))
    }

    private func character(_ value: Value) throws(Fault) -> String {
        if case .string(let text) = value, text.unicodeScalars.count == 1 { return text }
        guard let code = value.index else {
            let python = "%c requires int or char"
            throw Fault(.type, python, python: python, isOutside: value.hasNumberMethod)
        }
        guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else {
            throw Fault.python(.overflow, "%c arg not in range(0x110000)")
        }
        return String(scalars: [scalar])
    }

    private func integer(_ value: Value, _ field: Field) throws(Fault) -> String {
        let radix = field.type == "x" || field.type == "X" ? 16 : field.type == "o" ? 8 : 10
        let number: Int64
        if let index = value.index {
            number = index
        } else if radix == 10, case .tensor = value, let float = value.realNumber {
            number = try Number.float(float).whole(.towardZero)
        } else if radix == 10, let float = value.anyNumber {
            number = try float.whole(.towardZero)
        } else {
            let wanted = radix == 10 ? "a real number" : "an integer"
            throw Fault(
                .type, "'%\(field.type)' takes \(wanted), not \(value.quotedType)",
                python: "%\(field.type) format: \(wanted) is required, not \(value.typeName)",
                isOutside: value.hasNumberMethod)
        }
        var digits = String(number.magnitude, radix: radix, uppercase: field.type == "X")
        let missing = (field.precision ?? 0) - Int64(digits.utf8.count)
        if missing > 0 {
            try interpreter.make(missing / 8)
            digits = String(repeating: "0", count: try Int(size: missing)) + digits
        }
        let prefix = field.isAlternate && radix != 10 ? "0\(field.type)" : ""
        return (number < 0 ? "-" : field.sign.map { $0 == .plus ? "+" : " " } ?? "") + prefix + digits
    }

    private func float(_ value: Value, _ field: Field) throws(Fault) -> String {
        guard let number = value.realNumber else {
            let python = value.noScalarWords ?? "must be real number, not \(value.typeName)"
            throw Fault(.type, python, python: python, isOutside: value.hasNumberMethod)
        }
        var spec = FormatSpec()
        spec.sign = field.sign
        spec.isAlternate = field.isAlternate
        spec.type = UInt8(field.type.value)
        if let precision = field.precision {
            if precision > FormatSpec.largestSize {
                throw Fault.outside(.format, "the precision of a format is at most \(FormatSpec.largestSize)")
            }
            spec.precision = Int(precision)
        }
        do throws(FormatError) {
            return try spec.format(number)
        } catch {
            throw Fault(.format, error.message)
        }
    }

    private func padded(_ text: String, _ field: Field, isNumber: Bool = false) throws(Fault) -> String {
        let missing = field.width - Int64(text.unicodeScalars.count)
        if missing <= 0 { return text }
        try interpreter.make(missing / 8)
        let count = try Int(size: missing)
        if field.isLeft { return text + String(repeating: " ", count: count) }
        if !isNumber || !field.hasZeros { return String(repeating: " ", count: count) + text }
        // Zeros stand behind the sign and the prefix of the base.
        let scalars = Array(text.unicodeScalars)
        var head = scalars.first.map { $0 == "-" || $0 == "+" || $0 == " " } == true ? 1 : 0
        if field.isAlternate, field.type == "x" || field.type == "X" || field.type == "o" { head += 2 }
        return String(scalars: scalars[..<head]) + String(repeating: "0", count: count)
            + String(scalars: scalars[head...])
    }
}

extension Value {
    /// What `float(value)` is for a number, an array without axes or a tensor of one element.
    var realNumber: Double? {
        if case .tensor(let tensor) = self, tensor.shape.count == 1 { return tensor.values.scalar(at: 0).number.double }
        if case .array(let array) = self, array.rank == 0 {
            return array.first.number.double
        }
        return anyNumber?.double
    }
}

/// A text with every character beyond ASCII escaped, as Python's `ascii` writes it.
func asciiOnly(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        if scalar.isASCII { result.unicodeScalars.append(scalar) } else { result += escaped(scalar.value) }
    }
    return result
}
