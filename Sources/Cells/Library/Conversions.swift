import Tensors

extension Builtins {
    /// `int float str repr bool list tuple set dict`
    static func conversion(_ name: String) -> Value? {
        switch name {
        case "int": function(name, int)
        case "float": function(name, float)
        case "str":
            function(name) { call throws(Fault) in
                call.placed.isEmpty ? .string("") : .string(try call.interpreter.text(of: try call.exactly(1)[0]))
            }
        case "repr": function(name) { call throws(Fault) in .string(try call.interpreter.repr(try call.exactly(1)[0])) }
        case "bool":
            function(name) { call throws(Fault) in
                call.placed.isEmpty ? .bool(false) : .bool(try call.interpreter.truth(try call.exactly(1)[0]))
            }
        case "list": function(name) { call throws(Fault) in .list(of: try copiedItems(call)) }
        case "tuple": function(name) { call throws(Fault) in .tuple(try copiedItems(call)) }
        case "set": function(name) { call throws(Fault) in try call.interpreter.set(of: try copiedItems(call)) }
        case "dict": function(name, dict)
        default: nil
        }
    }

    private static func copiedItems(_ call: Call) throws(Fault) -> [Value] {
        if call.placed.isEmpty, call.named.isEmpty { return [] }
        let items = try call.interpreter.items(of: try call.exactly(1)[0])
        try call.interpreter.make(items.count)
        return items
    }

    private static func int(_ call: Call) throws(Fault) -> Value {
        if call.placed.isEmpty, call.named.isEmpty { return .int(0) }
        let value = try call.exactly(1)[0]
        if let number = value.anyNumber { return .int(try number.whole(.towardZero)) }
        guard case .string(let text) = value else {
            throw Fault(.type, "int() takes a number or a string, not a '\(value.typeName)'")
        }
        let digits = trimmed(text).filter { $0 != UInt8(ascii: "_") }
        guard let whole = Int64(String(decoding: digits, as: UTF8.self)) else {
            throw Fault(.value, "\(quoted(text)) is no whole number of 64 bits")
        }
        return .int(whole)
    }

    private static func float(_ call: Call) throws(Fault) -> Value {
        if call.placed.isEmpty, call.named.isEmpty { return .float(0) }
        let value = try call.exactly(1)[0]
        if let number = value.anyNumber { return .float(number.double) }
        if case .array(let array) = value, array.values.shape.rank == 0 {
            return .float(array.values.scalar(at: 0).number.double)
        }
        guard case .string(let text) = value else {
            throw Fault(.type, "float() takes a number or a string, not a '\(value.typeName)'")
        }
        guard let number = number(in: trimmed(text)) else { throw Fault(.value, "\(quoted(text)) is no number") }
        return .float(number)
    }

    private static func number(in text: [UInt8]) -> Double? {
        var body = text[...]
        let sign = body.first
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { body = body.dropFirst() }
        let isNegative = sign == UInt8(ascii: "-")
        switch String(decoding: body, as: UTF8.self).lowercased() {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return .nan
        default:
            guard let first = body.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
                let magnitude = Double(decimal: Array(body))
            else { return nil }
            return isNegative ? -magnitude : magnitude
        }
    }

    private static func trimmed(_ text: String) -> [UInt8] {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
        while let last = bytes.last, isBlank(last) { bytes.removeLast() }
        return Array(bytes)
    }

    private static func dict(_ call: Call) throws(Fault) -> Value {
        let made = DictObject()
        if !call.placed.isEmpty {
            for pair in try call.interpreter.items(of: call.placed[0]) {
                let items = try call.interpreter.items(of: pair)
                if items.count != 2 { throw Fault(.value, "dict() takes pairs of a key and a value") }
                try call.interpreter.make(1)
                made.set(items[0], try call.interpreter.hashKey(items[0]), to: items[1])
            }
        }
        for argument in call.named {
            made.set(.string(argument.name), .string(Array(argument.name.utf8)), to: argument.value)
        }
        return .dict(made)
    }
}
