/// A type that Python or NumPy brings along: what `type(3)` gives and what `int('3')` calls.
///
/// The raw value is the name as Python prints it, `<class 'NAME'>`.
public enum BuiltinType: String, Sendable, CaseIterable {
    case object, type
    case noneType = "NoneType"
    case ellipsis
    case notImplemented = "NotImplementedType"
    case int, float, bool, str
    case list, tuple, dict, set, range, slice
    case function
    case builtin = "builtin_function_or_method"
    case method
    case module
    case generator, enumerate, zip, map, filter, reversed
    case callableIterator = "callable_iterator"
    case listIterator = "list_iterator"
    case listReverseIterator = "list_reverseiterator"
    case tupleIterator = "tuple_iterator"
    case rangeIterator = "range_iterator"
    case asciiIterator = "str_ascii_iterator"
    case strIterator = "str_iterator"
    case setIterator = "set_iterator"
    case keyIterator = "dict_keyiterator"
    case valueIterator = "dict_valueiterator"
    case itemIterator = "dict_itemiterator"
    case reverseKeyIterator = "dict_reversekeyiterator"
    case reverseValueIterator = "dict_reversevalueiterator"
    case reverseItemIterator = "dict_reverseitemiterator"
    case keysView = "dict_keys"
    case valuesView = "dict_values"
    case itemsView = "dict_items"
    case ndarray = "numpy.ndarray"
    case float64 = "numpy.float64"
    case float32 = "numpy.float32"
    case int64 = "numpy.int64"
    case numpyBool = "numpy.bool"
    case tensor = "torch.Tensor"
    case size = "torch.Size"
    case dtype = "torch.dtype"
    case device = "torch.device"

    /// Whether it is one of Python's own, and not of a library.
    var isPython: Bool { !rawValue.contains(".") }

    /// `__name__`: the name without the module in front.
    var name: String {
        switch self {
        case .int, .float, .list, .tuple, .range, .zip, .enumerate, .map: return rawValue
        default: break
        }
        guard let point = rawValue.utf8.lastIndex(of: UInt8(ascii: ".")) else { return rawValue }
        return String(rawValue[rawValue.index(after: point)...])
    }

    /// The type it is a kind of besides `object`.
    private var base: BuiltinType? {
        switch self {
        case .bool: .int
        case .float64: .float
        case .size: .tuple
        default: nil
        }
    }

    func isSubtype(of other: BuiltinType) -> Bool {
        self == other || other == .object || base == other
    }
}

extension Value {
    /// The type that Python gives for it; nil for what only Longhand has, and for what a class of the program made.
    var builtinType: BuiltinType? {
        switch self {
        case .none: .noneType
        case .bool: .bool
        case .int: .int
        case .float: .float
        case .string: .str
        case .tuple: .tuple
        case .range: .range
        case .list: .list
        case .dict: .dict
        case .set: .set
        case .view(let view): BuiltinType(rawValue: view.part.rawValue)
        case .ellipsis: .ellipsis
        case .notImplemented: .notImplemented
        case .slice: .slice
        case .iterator(let iterator): BuiltinType(rawValue: iterator.kind)
        case .array: .ndarray
        case .scalar(let scalar):
            switch scalar.type {
            case .bool: .numpyBool
            case .int64: .int64
            case .float32: .float32
            case .float64: .float64
            }
        case .tensor: .tensor
        case .torch(let object): object.builtinType
        case .function: .builtin
        case .type: .type
        case .module: .module
        case .closure: .function
        case .method: .method
        case .classObject: .type
        case .library, .context, .object, .parent, .network, .dataSet, .instance, .pass, .gradients, .run, .unknown,
            .unbound,
            .variable:
            nil
        }
    }
}

extension Value {
    /// The type as CPython's messages name it.
    var pythonTypeName: String { isTensor ? typeName : builtinType?.rawValue ?? typeName }
}

extension Interpreter {
    /// What `type(value)` gives.
    func type(of value: Value) throws(Fault) -> Value {
        if let type = value.builtinType { return .type(type) }
        if case .object(let object) = value { return .classObject(object.classObject) }
        throw Fault.outside(.type, "\(value.typeWithArticle) belongs to Longhand and has no type in Python")
    }

    /// Python's `isinstance`: `type` is a type or a tuple of such.
    func isInstance(_ value: Value, of type: Value) throws(Fault) -> Bool {
        switch type {
        case .type(let type):
            // What only Longhand has is an object and nothing else.
            return value.builtinType?.isSubtype(of: type) ?? (type == .object)
        case .classObject(let classObject):
            if case .object(let object) = value { return object.classObject.isKind(of: classObject) }
            return false
        case .tuple(let types):
            for type in types {
                try step()
                if try isInstance(value, of: type) { return true }
            }
            return false
        default:
            throw Fault.python(.type, "isinstance() arg 2 must be a type, a tuple of types, or a union")
        }
    }

    /// Python's `issubclass`.
    func isSubclass(_ value: Value, of type: Value) throws(Fault) -> Bool {
        switch (value, type) {
        case (_, .tuple(let types)):
            for type in types {
                if try isSubclass(value, of: type) { return true }
            }
            return false
        case (.type(let first), .type(let second)): return first.isSubtype(of: second)
        case (.classObject(let first), .classObject(let second)): return first.isKind(of: second)
        case (.classObject, .type(let second)): return second == .object
        case (.type, .classObject): return false
        case (.type, _), (.classObject, _):
            throw Fault.python(.type, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        default: throw Fault.python(.type, "issubclass() arg 1 must be a class")
        }
    }
}
