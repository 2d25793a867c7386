import Networks
import Tensors

/// The names of `torch` and its submodules in the cell language.
enum TorchModule {
    static let types = ["bool", "double", "float", "float32", "float64", "int64", "long"]
    static let making = [
        "arange", "empty", "empty_like", "eye", "from_numpy", "full", "full_like", "linspace", "ones", "ones_like",
        "tensor", "zeros", "zeros_like",
    ]
    static let combining = ["cat", "concat", "is_tensor", "outer", "stack", "where"]
    static let modes = ["enable_grad", "is_grad_enabled", "no_grad", "set_printoptions"]
    static let constants = ["e", "inf", "nan", "pi"]
    /// PyTorch's own random numbers, which have no place here.
    static let refused = ["manual_seed", "rand", "randint", "randn", "randperm", "normal", "seed"]

    static var names: [String] {
        (types + making + combining + modes + constants + TensorMethod.shared + ["Size", "Tensor", "nn"]).sorted()
    }

    static let functional = ["leaky_relu", "mse_loss", "relu", "sigmoid", "tanh"]

    static func member(_ name: String) -> Value? {
        if types.contains(name), let type = ElementType.torchType(name) { return .torch(TorchObject(.type(type))) }
        switch name {
        case "pi": return .float(Double.pi)
        case "e": return .float(Constants.e)
        case "inf": return .float(Double.infinity)
        case "nan": return .float(Double.nan)
        case "nn": return .module(.torchNN)
        case "Tensor": return .type(.tensor)
        default: break
        }
        if refused.contains(name) { return function(name) { (_) throws(Fault) in throw refusal(name) } }
        if making.contains(name) { return function(name) { call throws(Fault) in try make(name, call) } }
        if combining.contains(name) || modes.contains(name) || name == "Size" {
            return function(name) { call throws(Fault) in try perform(name, call) }
        }
        guard TensorMethod.shared.contains(name) else { return nil }
        return function(name) { call throws(Fault) in try method(name, call) }
    }

    static func functionalMember(_ name: String) -> Value? {
        guard functional.contains(name) else { return nil }
        return Builtins.function("torch.nn.functional." + name) { call throws(Fault) in
            switch name {
            case "mse_loss": return try squaredError(call)
            case "leaky_relu":
                let tensor = try call.tensor(try call.exactly(1)[0], 1)
                return .tensor(try call.interpreter.elementwise(.leakyRelu, "LeakyReluBackward0", tensor))
            default: return try method(name, call)
            }
        }
    }

    private static func function(_ name: String, _ body: @escaping (Call) throws(Fault) -> Value) -> Value {
        Builtins.function("torch." + name, body)
    }

    private static func refusal(_ name: String) -> Fault {
        Fault.outside(
            .notImplemented,
            "'torch.\(name)' needs PyTorch's own random numbers, which the cell language does not have; draw them with np.random.default_rng(seed) and torch.from_numpy"
        )
    }

    /// A method called as a function, with its tensor in front.
    private static func method(_ name: String, _ call: Call) throws(Fault) -> Value {
        var (placed, named) = (call.placed[...], call.named)
        let first: Value?
        if placed.isEmpty, let place = named.firstIndex(where: { $0.name == "input" }) {
            first = named.remove(at: place).value
        } else {
            first = placed.popFirst()
        }
        if name == "pow", let first, first.number != nil, let exponent = placed.first, exponent.isTensor {
            return try call.interpreter.binaryTensors(.power, first, exponent)
        }
        let tensor = try call.tensor(first, 1)
        return try call.interpreter.tensorMethod(
            name, tensor,
            Call(function: call.function, placed: Array(placed), named: named, interpreter: call.interpreter))
    }

    private static func make(_ name: String, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch name {
        case "tensor": return try interpreter.makeTensor(call)
        case "zeros", "ones", "empty", "full": return try interpreter.filledTensor(name, call)
        case "eye": return try interpreter.eyeTensor(call)
        case "arange": return try interpreter.arangeTensor(call)
        case "linspace": return try interpreter.linspaceTensor(call)
        case "from_numpy":
            guard case .array(let array) = try call.exactly(1)[0] else {
                throw .python(.type, "expected np.ndarray (got \(call.placed[0].typeName))")
            }
            for axis in array.strides.indices where array.strides[axis] < 0 && array.sizes[axis] > 1 {
                throw .python(
                    .value,
                    "At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().) "
                )
            }
            try interpreter.make(array.count)
            return .tensor(TensorObject(memoryOf: array))
        default: return try interpreter.tensorLike(name, call)
        }
    }

    private static func perform(_ name: String, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch name {
        case "stack", "cat", "concat":
            let bound = try call.bound(["tensors", "dim"], required: 1)
            var tensors: [TensorObject] = []
            for item in try interpreter.items(of: bound[0] ?? .none) {
                tensors.append(try call.tensor(item, 1, "tensors"))
            }
            return .tensor(try interpreter.joined(tensors, bound[1] ?? .int(0), isNewAxis: name == "stack"))
        case "where": return .tensor(try interpreter.chosen(call))
        case "outer":
            let arguments = try call.exactly(2)
            let (a, b) = (try call.tensor(arguments[0], 1), try call.tensor(arguments[1], 2, "vec2"))
            if a.shape.rank != 1 || b.shape.rank != 1 { throw Fault.outside(.runtime, "outer() takes two vectors") }
            let column = try interpreter.reshaped(a, [-1, 1], copies: true)
            return try interpreter.binaryTensors(.multiply, .tensor(column), .tensor(b))
        case "is_tensor": return .bool(try call.exactly(1)[0].isTensor)
        case "is_grad_enabled":
            _ = try call.exactly(0)
            return .bool(interpreter.torch.recordsGradients)
        case "no_grad", "enable_grad":
            _ = try call.exactly(0)
            return .context(recording(name == "enable_grad", name))
        case "set_printoptions":
            try interpreter.torch.printing.set(call)
            return .none
        default:
            let shape = try call.torchShape(try call.exactly(1)[0])
            return .size(shape.sizes)
        }
    }

    /// `torch.no_grad()`: nothing is recorded until the body of `with` ends.
    private static func recording(_ records: Bool, _ name: String) -> ContextObject {
        var before = true
        return ContextObject("torch.autograd.grad_mode." + name) { interpreter throws(Fault) in
            before = interpreter.torch.recordsGradients
            interpreter.torch.recordsGradients = records
            return .none
        } exit: { interpreter throws(Fault) in
            interpreter.torch.recordsGradients = before
        }
    }

    private static func squaredError(_ call: Call) throws(Fault) -> Value {
        let bound = try call.bound(["input", "target", "reduction"], required: 2)
        let (a, b) = (try call.tensor(bound[0], 1), try call.tensor(bound[1], 2, "target"))
        var isMean = true
        switch bound[2] {
        case nil, .string("mean")?: break
        case .string("sum")?: isMean = false
        default: throw Fault.outside(.value, "'reduction' is \"mean\" or \"sum\" here")
        }
        if a.shape != b.shape || a.type != b.type || !a.type.isFloat {
            throw Fault.outside(.runtime, "mse_loss() takes two float tensors of one shape and type")
        }
        return .tensor(try call.interpreter.squaredError(a, b, isMean: isMean))
    }
}

extension Interpreter {
    /// `torch.where(condition, input, other)`
    func chosen(_ call: Call) throws(Fault) -> TensorObject {
        let bound = try call.bound(["condition", "input", "other"], required: 3)
        let condition = try call.tensor(bound[0], 1, "condition")
        guard case .bool(let mask) = condition.values else {
            throw .python(
                .runtime,
                "where expected condition to be a boolean tensor, but got a tensor with dtype \(condition.type.scalarTypeName)"
            )
        }
        guard let a = bound[1].flatMap({ tensorOperand($0) }), let b = bound[2].flatMap({ tensorOperand($0) }) else {
            throw Fault.outside(.type, "where() takes tensors and numbers to choose from")
        }
        let type = torchResultType([a, b])
        let (x, y) = (try converted(a, to: type), try converted(b, to: type))
        let shape = try commonShape(try commonShape(mask.shape, x.shape), y.shape)
        let flags = try torchShaped { () throws(ShapeError) in try mask.broadcast(to: shape) }
        func pick<T>(_ a: Tensor<T>, _ b: Tensor<T>) throws(Fault) -> Tensor<T> {
            try torchShaped { () throws(ShapeError) in
                let (left, right) = (try a.broadcast(to: shape), try b.broadcast(to: shape))
                return Tensor(
                    shape: shape,
                    elements: flags.elements.indices.map { flags.elements[$0] ? left.elements[$0] : right.elements[$0] }
                )
            }
        }
        let value: ArrayValues
        switch (x.values, y.values) {
        case (.float32(let p), .float32(let q)): value = .float32(try pick(p, q))
        case (.float64(let p), .float64(let q)): value = .float64(try pick(p, q))
        case (.int64(let p), .int64(let q)): value = .int64(try pick(p, q))
        case (let p, let q): value = .bool(try pick(p.flags, q.flags))
        }
        return try recorded(.choose(flags), "WhereBackward0", [x, y], value)
    }

    /// The sum or the mean of squared differences.
    func squaredError(_ a: TensorObject, _ b: TensorObject, isMean: Bool) throws(Fault) -> TensorObject {
        try make(a.shape.count)
        func error<R: Real>(_ a: Tensor<R>, _ b: Tensor<R>) -> Tensor<R> {
            let squares = Tensor(
                shape: a.shape,
                elements: a.elements.indices.map { k in
                    let difference = a.elements[k] - b.elements[k]
                    return difference * difference
                })
            let sum = squares.cascadeSum(axes: Array(0..<a.rank), keepsAxes: false)
            return isMean ? sum.map { $0 / R(a.count) } : sum
        }
        let value: ArrayValues
        switch (a.values, b.values) {
        case (.float32(let x), .float32(let y)): value = .float32(error(x, y))
        case (let x, let y): value = .float64(error(x.doubles, y.doubles))
        }
        return try recorded(.squaredError(isMean: isMean), "MseLossBackward0", [a, b], value)
    }
}

extension TensorPrintOptions {
    /// `torch.set_printoptions(…)`; `sci_mode` falls back to None when it is not given, as in PyTorch.
    mutating func set(_ call: Call) throws(Fault) {
        let bound = try call.bound(
            ["precision", "threshold", "edgeitems", "linewidth", "profile", "sci_mode"], required: 0)
        if let profile = bound[4], !profile.isNone {
            guard case .string(let name) = profile, ["default", "short", "full"].contains(name) else {
                throw Fault.outside(.value, "'profile' is \"default\", \"short\" or \"full\"")
            }
            self = TensorPrintOptions()
            if name == "short" { (precision, edgeItems) = (2, 2) }
            if name == "full" { threshold = .infinity }
        }
        if let value = try call.whole(bound[0], "precision") { precision = Int(min(max(value, 0), 100)) }
        if let value = try call.real(bound[1], "threshold") { threshold = value }
        if let value = try call.whole(bound[2], "edgeitems") { edgeItems = Int(min(max(value, 0), 1000)) }
        if let value = try call.whole(bound[3], "linewidth") { lineWidth = Int(min(max(value, 0), 100_000)) }
        isScientific = try bound[5].flatMap { $0.isNone ? nil : $0 }.map { (value) throws(Fault) in
            try call.interpreter.truth(value)
        }
    }
}
