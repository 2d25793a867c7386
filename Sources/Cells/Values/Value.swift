public import Networks

/// A value of the cell language, in 16 bytes: what is larger stands in a box of its own.
public enum Value {
    case none
    case bool(Bool)
    /// A whole number of 64 bits, on every machine; what does not fit is an error.
    case int(Int64)
    case float(Double)
    indirect case string(String)
    case tuple([Value])
    indirect case range(RangeValue)
    case list(ListObject)
    case dict(DictObject)
    case set(SetObject)
    /// What `keys()`, `values()` and `items()` of a dict give.
    case view(DictView)
    case ellipsis
    case notImplemented
    indirect case slice(SliceValue)
    case iterator(IteratorObject)
    /// A NumPy array.
    case array(ArrayObject)
    /// A NumPy scalar, what an element of an array or a reduction is.
    case scalar(ArrayScalar)
    /// A PyTorch tensor.
    case tensor(TensorObject)
    /// A `torch.Size`, an element type and the like.
    case torch(TorchObject)
    /// What `with` enters.
    case context(ContextObject)
    case function(FunctionObject)
    /// A type of Python or NumPy, which makes values when it is called.
    case type(BuiltinType)
    case module(Module)
    /// An object of a built-in module, such as `a.dtype`.
    case library(LibraryObject)
    /// A function of the program, by `def` or `lambda`.
    case closure(Closure)
    /// A function together with the object it was taken from.
    case method(BoundMethod)
    /// `super()`: the class above, with the object whose method runs.
    case parent(ParentObject)
    /// A class of the program, or the class of an exception.
    case classObject(ClassObject)
    /// An object of such a class.
    case object(InstanceObject)
    indirect case network(Network)
    indirect case dataSet(DataSet)
    indirect case instance(Instance)
    indirect case pass(Pass)
    indirect case gradients(Gradients)
    indirect case run(Run)
    /// The value of a name whose definition failed; whatever is made from it is unknown too, without a further word.
    case unknown
    /// No value: a name before it is bound. Programs never see it.
    case unbound
    /// The home of a name that inner functions share. Programs never see it.
    case variable(Variable)
}

/// The bounds between the colons of `a[start:stop:step]`.
public struct SliceValue: Hashable {
    static let names = ["start", "stop", "step"]

    let start: Int64?
    let stop: Int64?
    let step: Int64?

    /// A bound by its name; nil for another name.
    func bound(_ name: String) -> Int64?? {
        switch name {
        case "start": .some(start)
        case "stop": .some(stop)
        case "step": .some(step)
        default: nil
        }
    }
}

extension Value {
    /// The number of things counted.
    static func count(_ number: Int) -> Value { .int(Int64(number)) }

    /// A list of values.
    public static func list(of items: [Value]) -> Value { .list(ListObject(items)) }

    /// What Python, NumPy or Longhand calls the type.
    public var typeName: String {
        switch self {
        case .none: "NoneType"
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .string: "str"
        case .tuple: "tuple"
        case .range: "range"
        case .list: "list"
        case .dict: "dict"
        case .set: "set"
        case .view(let view): view.part.rawValue
        case .ellipsis: "ellipsis"
        case .notImplemented: "NotImplementedType"
        case .slice: "slice"
        case .iterator(let iterator): iterator.kind
        case .array: "numpy.ndarray"
        case .scalar(let scalar): "numpy.\(scalar.type.name)"
        case .tensor: "Tensor"
        case .torch(let object): object.typeName
        case .context(let context): context.kind
        case .function: "function"
        case .type: "type"
        case .module: "module"
        case .library(let object): object.typeName
        case .network: "network"
        case .dataSet: "data set"
        case .instance: "instance"
        case .pass: "forward pass"
        case .gradients: "gradients"
        case .run: "training run"
        case .closure: "function"
        case .method: "method"
        case .parent: "super"
        case .classObject: "type"
        case .object(let object): object.classObject.name
        case .unknown, .unbound, .variable: "unknown"
        }
    }

    /// The type in a sentence: `a list`, `an int`, `gradients`.
    public var typeWithArticle: String {
        let name = typeName
        if name == "gradients" { return name }
        return name.first.map("aeiouAEIO".contains) == true ? "an \(name)" : "a \(name)"
    }

    /// The type in a sentence about code: `a 'list'`, `an 'int'`.
    var quotedType: String { (typeWithArticle.hasPrefix("an ") ? "an '" : "a '") + typeName + "'" }

    /// The value as a Python number; nil for anything that is not a bool, an int or a float, NumPy scalars included.
    var number: Number? {
        switch self {
        case .bool(let value): .int(value ? 1 : 0)
        case .int(let value): .int(value)
        case .float(let value): .float(value)
        default: nil
        }
    }

    /// The value as a number, NumPy scalars included.
    var anyNumber: Number? {
        if case .scalar(let scalar) = self { return scalar.number }
        return number
    }

    /// The value as a whole number where Python takes one: an int, a bool or a NumPy integer.
    var index: Int64? {
        switch self {
        case .int(let value): value
        case .bool(let value): value ? 1 : 0
        case .scalar(.int64(let value)): value
        case .array(let array) where array.rank == 0: Value.scalar(array.first).index
        default: nil
        }
    }

    /// What Python says where it wants a whole number and finds this.
    var noIndexWords: String {
        if case .array = self { return "only integer scalar arrays can be converted to a scalar index" }
        return "'\(pythonTypeName)' object cannot be interpreted as an integer"
    }

    var isString: Bool {
        if case .string = self { true } else { false }
    }

    /// Whether it is an object of which Python would make a number, by a method of its class.
    var hasNumberMethod: Bool {
        guard case .object(let object) = self else { return false }
        return ["__float__", "__index__", "__int__", "__floor__", "__ceil__", "__trunc__"].contains {
            object.classObject.value(of: $0) != nil
        }
    }

    /// What Python says of an array where it wants a number.
    var noScalarWords: String? {
        if case .array = self { return "only 0-dimensional arrays can be converted to Python scalars" }
        return nil
    }
}

extension Int {
    /// A size or a number of things that an author wrote; a negative one stays negative.
    ///
    /// - Throws: a fault when there are more than this machine can address.
    init(size: Int64) throws(Fault) {
        if size > Int.max { throw Interpreter.tooMany(size) }
        self.init(clamping: size)
    }
}
