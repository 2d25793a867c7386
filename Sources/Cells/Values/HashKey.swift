/// What a value is found by in a dict or a set; equal numbers have equal keys, whatever their type.
enum HashKey: Hashable {
    case none
    case ellipsis
    case int(Int64)
    /// A float that is not a whole number of 64 bits, by its bits.
    case float(UInt64)
    case string(TextKey)
    case tuple([HashKey])
    case type(BuiltinType)
    /// How many numbers, the first and the step, as far as they count.
    indirect case range(Int64, Int64, Int64)
    /// A thing that is equal to nothing but itself.
    case identity(ObjectIdentifier)
}

/// A text as a key: equal to what has the same bytes, as in Python, and to nothing that only looks the same.
struct TextKey: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (left: TextKey, right: TextKey) -> Bool {
        if left.text.utf8.count != right.text.utf8.count { return false }
        return left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension Interpreter {
    /// - Throws: a fault for a value that can change, and so cannot be a key.
    func hashKey(_ value: Value) throws(Fault) -> HashKey {
        try step(8)
        if let number = value.anyNumber { return HashKey(number) }
        switch value {
        case .none: return .none
        case .ellipsis: return .ellipsis
        case .type(let type): return .type(type)
        case .range(let range):
            return .range(range.count, range.count > 0 ? range.start : 0, range.count > 1 ? range.step : 0)
        case .string(let text):
            try step(1 + text.utf8.count / 16)
            return .string(TextKey(text))
        case .tuple(let items):
            try make(2 + 2 * items.count)
            return try nested("") { () throws(Fault) in
                var keys: [HashKey] = []
                for item in items { keys.append(try hashKey(item)) }
                return .tuple(keys)
            }
        case .classObject(let classObject): return .identity(ObjectIdentifier(classObject))
        case .closure(let closure): return .identity(ObjectIdentifier(closure))
        case .function(let function): return .identity(ObjectIdentifier(function))
        // A tensor is a key as the object that it is.
        case .tensor(let tensor): return .identity(ObjectIdentifier(tensor))
        case .object(let object):
            if object.classObject.value(of: "__hash__") != nil {
                throw Fault.outside(.type, "'__hash__' is not part of the cell language")
            }
            if object.classObject.value(of: "__eq__") == nil { return .identity(ObjectIdentifier(object)) }
            fallthrough
        default:
            throw Fault(
                .type,
                "\(value.quotedType) cannot be a key or a member of a set, since "
                    + (value.isObject ? "its class has '__eq__'; keep a list" : "it can change; a tuple cannot"),
                python: "unhashable type: '\(value.typeName)'", isOutside: value.isKeyOnlyInPython)
        }
    }
}

extension Value {
    /// Whether Python takes it as a key, and the cell language does not.
    fileprivate var isKeyOnlyInPython: Bool {
        switch self {
        case .module, .method, .iterator, .library, .torch, .context, .parent, .notImplemented: true
        case .view(let view): view.part == .values
        default: false
        }
    }
}

extension HashKey {
    fileprivate init(_ number: Number) {
        switch number {
        case .int(let value): self = .int(value)
        case .float(let value):
            if let whole = Int64(exactly: value) { self = .int(whole) } else { self = .float(value.bitPattern) }
        }
    }
}
