import Diagnostics

extension Interpreter {
    /// `object.name`; a fault is placed at the name.
    func attribute(_ name: String, of object: Value, at range: SourceRange) throws(Fault) -> Value {
        switch object {
        case .array, .scalar:
            if let value = try arrayAttribute(name, of: object) { return value }
            throw missing(name, of: object, known: ArrayMethod.allNames, at: range)
        case .module(let module):
            if let value = module.member(name) { return value }
            throw missing(name, of: object, known: module.names, at: range)
        case .list, .tuple, .dict, .string:
            if let value = method(name, of: object) { return value }
            throw missing(name, of: object, known: methodNames(of: object), at: range)
        case .network, .dataSet, .instance, .pass, .gradients, .run:
            return try located(range) { () throws(Fault) in try engineAttribute(name, of: object) }
        default: throw missing(name, of: object, known: [], at: range)
        }
    }

    private func missing(_ name: String, of object: Value, known: [String], at range: SourceRange) -> Fault {
        let near = nearestName(to: name, in: known)
        if case .module(let module) = object {
            return Fault(
                .attribute, "the module '\(module.rawValue)' has no '\(name)' in the cell language", at: range,
                suggestion: near)
        }
        return Fault(
            .attribute, "a '\(object.typeName)' has no attribute '\(name)' in the cell language", at: range,
            suggestion: near)
    }

    // MARK: Lists, tuples, dicts, strings

    private func methodNames(of object: Value) -> [String] {
        switch object {
        case .list, .tuple: ["count", "index"]
        case .dict: ["get", "items", "keys", "values"]
        case .string: ["endswith", "join", "lower", "replace", "split", "startswith", "strip", "upper"]
        default: []
        }
    }

    private func method(_ name: String, of object: Value) -> Value? {
        guard methodNames(of: object).contains(name) else { return nil }
        switch object {
        case .list(let list): return sequenceMethod(name, of: list.items)
        case .tuple(let items): return sequenceMethod(name, of: items)
        case .dict(let dict): return dictMethod(name, of: dict)
        case .string(let text): return stringMethod(name, of: text)
        default: return nil
        }
    }

    private func sequenceMethod(_ name: String, of items: [Value]) -> Value {
        .function(
            FunctionObject(name) { call throws(Fault) in
                let wanted = try call.exactly(1)[0]
                var count = 0
                for (place, item) in items.enumerated() {
                    if try !call.interpreter.isEqual(item, wanted) { continue }
                    if name == "index" { return .count(place) }
                    count += 1
                }
                if name == "index" {
                    throw Fault(.value, "\(try call.interpreter.repr(wanted)) is not among the items")
                }
                return .count(count)
            })
    }

    private func dictMethod(_ name: String, of dict: DictObject) -> Value {
        .function(
            FunctionObject(name) { call throws(Fault) in
                if name == "get" {
                    let arguments = try call.bound(["key", "default"], required: 1)
                    guard let key = arguments[0] else { return .none }
                    return dict.value(for: try call.interpreter.hashKey(key)) ?? arguments[1] ?? .none
                }
                _ = try call.exactly(0)
                try call.interpreter.make(dict.count)
                switch name {
                case "keys": return .list(of: dict.keys)
                case "values": return .list(of: dict.values)
                default: return .list(of: zip(dict.keys, dict.values).map { .tuple([$0, $1]) })
                }
            })
    }
}
