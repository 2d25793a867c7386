import Diagnostics

/// The methods of dicts.
enum DictMethod: String, CaseIterable {
    case clear, copy, fromkeys, get, items, keys, pop, popitem, setdefault, update, values

    func call(on dict: DictObject, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .keys: return try view(dict, .keys, call)
        case .values: return try view(dict, .values, call)
        case .items: return try view(dict, .items, call)
        case .clear:
            _ = try call.exactly(0)
            dict.removeAll()
            return .none
        case .copy:
            _ = try call.exactly(0)
            try interpreter.makeEntries(dict.count)
            return .dict(DictObject(copying: dict))
        case .get:
            let arguments = try call.positional(["key", "default"], required: 1)
            return dict.value(for: try interpreter.hashKey(arguments[0] ?? .none)) ?? arguments[1] ?? .none
        case .setdefault:
            let arguments = try call.positional(["key", "default"], required: 1)
            let key = arguments[0] ?? .none
            let hash = try interpreter.hashKey(key)
            if let value = dict.value(for: hash) { return value }
            try interpreter.makeEntries(1)
            dict.set(key, hash, to: arguments[1] ?? .none)
            return arguments[1] ?? .none
        case .pop:
            let arguments = try call.positional(["key", "default"], required: 1)
            let key = arguments[0] ?? .none
            // Where there is nothing, CPython does not even look at the key.
            if dict.count == 0 {
                if let absent = arguments[1] { return absent }
                throw try interpreter.missingKey(key, in: dict)
            }
            if let value = dict.remove(try interpreter.hashKey(key)) ?? arguments[1] { return value }
            throw try interpreter.missingKey(key, in: dict)
        case .popitem:
            _ = try call.exactly(0)
            guard let item = dict.removeLast() else {
                throw try interpreter.keyFault(
                    "popitem() of an empty dict", .string("popitem(): dictionary is empty"))
            }
            try interpreter.makeItem(item.value)
            return .tuple([item.key, item.value])
        case .update:
            try interpreter.update(dict, call)
            return .none
        case .fromkeys: return try DictMethod.fromKeys(call)
        }
    }

    private func view(_ dict: DictObject, _ part: DictView.Part, _ call: Call) throws(Fault) -> Value {
        _ = try call.exactly(0)
        return .view(DictView(dict, part))
    }

    /// `dict.fromkeys(keys, value)`
    static func fromKeys(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.positional(["iterable", "value"], required: 1)
        let made = DictObject()
        let keys = try call.interpreter.items(of: arguments[0] ?? .none)
        try call.interpreter.makeEntries(keys.count)
        for key in keys { made.set(key, try call.interpreter.hashKey(key), to: arguments[1] ?? .none) }
        return .dict(made)
    }
}

extension Interpreter {
    func missingKey(_ key: Value, in dict: DictObject) throws(Fault) -> Fault {
        var hint = ""
        if case .string(let written) = key {
            let known = dict.keys.compactMap { if case .string(let name) = $0 { name } else { String?.none } }
            if let near = nearestName(to: written, in: known) { hint = "; it has \(try repr(.string(near)))" }
        }
        return try keyFault("the dict has no key \(try repr(key))\(hint)", key)
    }

    /// A fault about a key, which a program that catches it finds among the arguments of the exception.
    func keyFault(_ message: String, _ key: Value) throws(Fault) -> Fault {
        let shown = try repr(key)
        missedKey = (key, shown)
        return Fault(.key, message, python: shown)
    }

    /// Takes over the pairs of a dict or of a sequence of pairs, and the named arguments.
    func update(_ dict: DictObject, _ call: Call) throws(Fault) {
        if call.placed.count > 1 {
            throw Fault.python(.type, "\(call.function) expected at most 1 argument, got \(call.placed.count)")
        }
        switch call.placed.first {
        case nil: break
        case .dict(let other)?:
            try makeEntries(other.count)
            for (hash, item) in other.hashedItems { dict.set(item.key, hash, to: item.value) }
        case let value?:
            for (place, pair) in try items(of: value).enumerated() {
                let parts = try pairItems(pair, place)
                try makeEntries(1)
                dict.set(parts[0], try hashKey(parts[0]), to: parts[1])
            }
        }
        for argument in call.named {
            try makeEntries(1)
            dict.set(.string(argument.name), .string(TextKey(argument.name)), to: argument.value)
        }
    }

    private func pairItems(_ pair: Value, _ place: Int) throws(Fault) -> [Value] {
        let parts: [Value]
        do throws(Fault) {
            parts = try items(of: pair)
        } catch {
            if error.kind != .type { throw error }
            throw Fault(
                .type, "a dict is made of pairs, and \(pair.typeWithArticle) is none",
                python: "cannot convert dictionary update sequence element #\(place) to a sequence")
        }
        if parts.count == 2 { return parts }
        throw Fault(
            .value, "a dict is made of pairs of a key and a value",
            python: "dictionary update sequence element #\(place) has length \(parts.count); 2 is required")
    }
}
