extension Builtins {
    /// `print ascii format`
    static func textFunction(_ name: String) -> Value? {
        switch name {
        case "print": function(name, printed)
        case "repr": function(name) { call throws(Fault) in .string(try call.interpreter.repr(try call.exactly(1)[0])) }
        case "ascii":
            function(name) { call throws(Fault) in
                .string(asciiOnly(try call.interpreter.repr(try call.exactly(1)[0])))
            }
        case "format":
            function(name) { call throws(Fault) in
                let arguments = try call.positional(["value", "format_spec"], required: 1)
                guard case .string(let spec) = arguments[1] ?? .string("") else {
                    let type = (arguments[1] ?? .none).typeName
                    throw Fault.python(.type, "format() argument 2 must be str, not \(type)")
                }
                return .string(try call.interpreter.format(arguments[0] ?? .none, spec))
            }
        case "chr": function(name, character)
        case "ord": function(name, code)
        case "hex": function(name) { call throws(Fault) in .string(try digits(call, 16, "0x")) }
        case "oct": function(name) { call throws(Fault) in .string(try digits(call, 8, "0o")) }
        case "bin": function(name) { call throws(Fault) in .string(try digits(call, 2, "0b")) }
        default: nil
        }
    }

    private static func printed(_ call: Call) throws(Fault) -> Value {
        var (separator, end) = (" ", "\n")
        for argument in call.named {
            switch argument.name {
            case "sep": separator = try word(argument, absent: separator)
            case "end": end = try word(argument, absent: end)
            // What is printed is kept until the end in any case.
            case "flush": _ = try call.interpreter.truth(argument.value)
            case "file":
                if argument.value.isNone { continue }
                throw Fault.outside(
                    .type, "print() has no 'file' in the cell language: what a cell prints stands below it",
                    at: argument.range)
            default:
                throw Fault(
                    .type, "print() has no argument '\(argument.name)'", at: argument.range,
                    python: "'\(argument.name)' is an invalid keyword argument for print()")
            }
        }
        for (place, value) in call.placed.enumerated() {
            if place > 0 { try call.interpreter.write(separator) }
            try call.interpreter.write(try call.interpreter.text(of: value))
        }
        try call.interpreter.write(end)
        return .none
    }

    private static func word(_ argument: Call.Named, absent: String) throws(Fault) -> String {
        switch argument.value {
        case .none: return absent
        case .string(let text): return text
        default:
            throw Fault(
                .type, "'\(argument.name)' of print() is a string, not \(argument.value.typeWithArticle)",
                at: argument.range,
                python: "\(argument.name) must be None or a string, not \(argument.value.typeName)")
        }
    }

    private static func character(_ call: Call) throws(Fault) -> Value {
        let value = try call.exactly(1)[0]
        let code = try call.index(value)
        guard code >= 0, code <= 0x10FFFF else {
            throw Fault.python(.value, "chr() arg not in range(0x110000)")
        }
        guard let scalar = Unicode.Scalar(UInt32(code)) else {
            throw Fault.outside(.value, "\(code) is half of a surrogate pair and no character")
        }
        return .string([scalar])
    }

    private static func code(_ call: Call) throws(Fault) -> Value {
        let value = try call.exactly(1)[0]
        guard case .string(let text) = value else {
            throw Fault.python(.type, "ord() expected string of length 1, but \(value.typeName) found")
        }
        let scalars = text.unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else {
            throw Fault.python(.type, "ord() expected a character, but string of length \(scalars.count) found")
        }
        return .int(Int64(scalar.value))
    }

    private static func digits(_ call: Call, _ radix: Int, _ prefix: String) throws(Fault) -> String {
        let value = try call.exactly(1)[0]
        let number = try call.index(value)
        return (number < 0 ? "-" : "") + prefix + String(number.magnitude, radix: radix)
    }
}
