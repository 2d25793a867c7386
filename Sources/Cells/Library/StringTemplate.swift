/// The fields of `'{0} {name.attribute[2]!r:>{width}}'.format(…)`.
///
/// - Source: the Python library reference, "Format String Syntax"; CPython 3.11, `unicode_format.h`.
struct StringTemplate {
    private let interpreter: Interpreter
    private let placed: [Value]
    private let named: (String) throws(Fault) -> Value
    /// The number of the next field without a name; nil once fields are numbered.
    private var nextNumber: Int? = 0

    init(_ interpreter: Interpreter, placed: [Value], named: @escaping (String) throws(Fault) -> Value) {
        self.interpreter = interpreter
        self.placed = placed
        self.named = named
    }

    mutating func fill(_ text: [Unicode.Scalar], depth: Int = 0) throws(Fault) -> String {
        if depth > 1 { throw Fault.python(.value, "Max string recursion exceeded") }
        var (result, place) = ("", 0)
        while place < text.count {
            let scalar = text[place]
            let isDoubled = place + 1 < text.count && text[place + 1] == scalar
            if scalar != "{" && scalar != "}" {
                result.unicodeScalars.append(scalar)
                place += 1
            } else if isDoubled, depth == 0 {
                result.unicodeScalars.append(scalar)
                place += 2
            } else if scalar == "}" {
                throw Fault.python(.value, "Single '}' encountered in format string")
            } else {
                let end = try endOfField(text, from: place + 1)
                result += try field(text[(place + 1)..<end], depth: depth)
                place = end + 1
            }
            try interpreter.make(result.utf8.count / 64)
        }
        return result
    }

    private func endOfField(_ text: [Unicode.Scalar], from start: Int) throws(Fault) -> Int {
        if start == text.count { throw Fault.python(.value, "Single '{' encountered in format string") }
        var depth = 1
        for place in start..<text.count {
            if text[place] == "{" { depth += 1 }
            if text[place] == "}" { depth -= 1 }
            if depth == 0 { return place }
        }
        throw Fault.python(.value, "expected '}' before end of string")
    }

    private mutating func field(_ field: ArraySlice<Unicode.Scalar>, depth: Int) throws(Fault) -> String {
        var (isIndex, nameEnd) = (false, field.endIndex)
        for place in field.indices {
            if field[place] == "[" { isIndex = true }
            if field[place] == "]" { isIndex = false }
            if !isIndex, field[place] == ":" || field[place] == "!" {
                nameEnd = place
                break
            }
        }
        var rest = field[nameEnd...]
        var value = try self.value(field[..<nameEnd])
        if rest.first == "!" {
            rest.removeFirst()
            guard let letter = rest.popFirst() else {
                throw Fault.python(.value, "unmatched '{' in format spec")
            }
            if !rest.isEmpty, rest.first != ":" {
                throw Fault.python(.value, "expected ':' after conversion specifier")
            }
            value = .string(try interpreter.converted(value, letter))
        }
        let spec = Array(rest.dropFirst())
        let filled = spec.contains("{") ? try fill(spec, depth: depth + 1) : String(scalars: spec)
        return try interpreter.format(value, filled)
    }

    /// `name.attribute[index]`
    private mutating func value(_ path: ArraySlice<Unicode.Scalar>) throws(Fault) -> Value {
        let name = path.prefix { $0 != "." && $0 != "[" }
        var rest = path[name.endIndex...]
        var value = try first(name)
        while let mark = rest.popFirst() {
            if mark == "." {
                let name = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest[name.endIndex...]
                if name.isEmpty { throw Fault.python(.value, "Empty attribute in format string") }
                value = try interpreter.attribute(String(scalars: name), of: value)
            } else if mark == "[" {
                let index = rest.prefix { $0 != "]" }
                rest = rest[index.endIndex...]
                if rest.popFirst() == nil { throw Fault.python(.value, "Missing ']' in format string") }
                if index.isEmpty { throw Fault.python(.value, "Empty attribute in format string") }
                value = try interpreter.item(of: value, at: number(index).map { .int($0) } ?? .string(index))
            } else {
                throw Fault.python(.value, "Only '.' or '[' may follow ']' in format field specifier")
            }
        }
        return value
    }

    private mutating func first(_ name: ArraySlice<Unicode.Scalar>) throws(Fault) -> Value {
        let place: Int64
        if name.isEmpty {
            guard let number = nextNumber else {
                throw Fault.python(
                    .value, "cannot switch from manual field specification to automatic field numbering")
            }
            place = Int64(number)
            nextNumber = number + 1
        } else if let number = number(name) {
            if let next = nextNumber, next > 0 {
                throw Fault.python(
                    .value, "cannot switch from automatic field numbering to manual field specification")
            }
            nextNumber = nil
            place = number
        } else {
            return try named(String(scalars: name))
        }
        guard place < placed.count else {
            throw Fault.python(.index, "Replacement index \(place) out of range for positional args tuple")
        }
        return placed[Int(place)]
    }

    private func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int64? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0.value) }) else { return nil }
        return Int64(String(scalars: digits))
    }
}

extension Interpreter {
    /// `text.format(…)`
    func formatted(_ text: String, placed: [Value], named: [Call.Named]) throws(Fault) -> String {
        var template = StringTemplate(self, placed: placed) { name throws(Fault) in
            if let argument = named.last(where: { $0.name == name }) { return argument.value }
            throw try self.keyFault("format() has no argument '\(name)'", .string(name))
        }
        return try template.fill(Array(text.unicodeScalars))
    }

    /// `text.format_map(mapping)`
    func formatted(_ text: String, mapping: Value) throws(Fault) -> String {
        var template = StringTemplate(self, placed: []) { name throws(Fault) in
            try self.item(of: mapping, at: .string(name))
        }
        return try template.fill(Array(text.unicodeScalars))
    }

    /// What `!r`, `!s` and `!a` make of a value before it is formatted.
    func converted(_ value: Value, _ letter: Unicode.Scalar) throws(Fault) -> String {
        switch letter {
        case "r": return try repr(value)
        case "s": return try text(of: value)
        case "a": return asciiOnly(try repr(value))
        default:
            throw Fault.python(
                .value, "Unknown conversion specifier \(letter.isPythonPrintable ? "\(letter)" : escaped(letter.value))"
            )
        }
    }
}
