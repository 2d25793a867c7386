import Networks
import Tensors

/// The methods of tensors, most of which are functions of `torch` too.
enum TensorMethod {
    /// Also functions of `torch`, with the tensor as first argument.
    static let shared =
        TensorFunction.allCases.map { $0.rawValue } + TensorReduction.allCases.map { $0.rawValue }
        + Array(arithmetic.keys) + [
            "absolute", "allclose", "clamp", "clip", "clone", "detach", "dot", "equal", "flatten", "isclose", "matmul",
            "mm", "numel", "permute", "pow", "reshape", "squeeze", "t", "transpose", "unsqueeze",
        ] + relations.keys
    static let own = [
        "backward", "bool", "contiguous", "cpu", "dim", "double", "expand", "expand_as", "float", "is_contiguous",
        "item", "long", "nelement", "numpy", "requires_grad_", "retain_grad", "size", "to", "tolist", "type", "view",
    ]
    static let changing = [
        "add_", "clamp_", "copy_", "detach_", "div_", "fill_", "mul_", "neg_", "pow_", "sub_", "zero_",
    ]

    static var names: [String] { (shared + own + changing).sorted() }

    /// The operators that have names.
    static let arithmetic: [String: BinaryOperator] = [
        "add": .add, "div": .divide, "mul": .multiply, "sub": .subtract, "subtract": .subtract, "multiply": .multiply,
        "divide": .divide,
    ]
    static let relations: [String: Relation] = [
        "eq": .equal, "ge": .greaterEqual, "gt": .greater, "le": .lessEqual, "lt": .less, "ne": .notEqual,
    ]
}

extension Interpreter {
    /// `tensor.name(…)`; the arguments of `call` do not hold the tensor.
    func tensorMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        if let function = TensorFunction(rawValue: name == "absolute" ? "abs" : name) {
            _ = try call.exactly(0)
            return .tensor(try tensorFunction(function, tensor))
        }
        if let reduction = TensorReduction(rawValue: name) { return try reductionMethod(reduction, tensor, call) }
        if let symbol = TensorMethod.arithmetic[name] { return try arithmeticMethod(symbol, tensor, call) }
        if let relation = TensorMethod.relations[name] {
            return try compare(relation, .tensor(tensor), try call.exactly(1)[0])
        }
        if TensorMethod.changing.contains(name) { return try changingMethod(name, tensor, call) }
        switch name {
        case "pow":
            return try binaryTensors(.power, .tensor(tensor), try call.bound(["exponent"], required: 1)[0] ?? .none)
        case "clamp", "clip":
            let bound = try call.bound(["min", "max"], required: 0)
            return .tensor(try clamped(tensor, bound[0]?.anyNumber, bound[1]?.anyNumber))
        case "matmul", "mm", "dot": return try productMethod(name, tensor, call)
        case "allclose", "equal", "isclose": return try likenessMethod(name, tensor, call)
        case "backward", "detach", "clone", "requires_grad_", "retain_grad":
            return try gradientMethod(name, tensor, call)
        case "bool", "double", "float", "long", "to", "type", "cpu", "contiguous":
            return try conversionMethod(name, tensor, call)
        case "item", "tolist", "numpy", "numel", "nelement", "dim", "size", "is_contiguous":
            return try askingMethod(name, tensor, call)
        default: return try shapeMethod(name, tensor, call)
        }
    }

    private func reductionMethod(_ reduction: TensorReduction, _ tensor: TensorObject, _ call: Call) throws(Fault)
        -> Value
    {
        let takesType = reduction == .sum || reduction == .mean
        let named = call.named.map {
            $0.name == "axis" ? Call.Named(name: "dim", value: $0.value, range: $0.range) : $0
        }
        let call = Call(
            function: call.function, placed: call.placed, named: named, interpreter: call.interpreter,
            receiver: call.receiver)
        let bound = try call.bound(["dim", "keepdim"] + (takesType ? ["dtype"] : []), required: 0)
        if case .tensor? = bound[0] {
            throw Fault.outside(
                .type, "\(reduction.rawValue)() of two tensors is not part of the cell language; use torch.where")
        }
        let keeps = try bound[1].map { (value) throws(Fault) in try truth(value) } ?? false
        return try reduce(
            reduction, tensor, dim: bound[0], keeps: keeps, type: takesType ? try call.torchType(bound[2]) : nil)
    }

    /// `add`, `sub` and their relatives; `alpha` is a factor of the other operand.
    private func arithmeticMethod(_ symbol: BinaryOperator, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value
    {
        let takesAlpha = symbol == .add || symbol == .subtract
        let bound = try call.bound(["other"] + (takesAlpha ? ["alpha"] : []), required: 1)
        var other = bound[0] ?? .none
        if takesAlpha, let alpha = bound[1] { other = try binary(.multiply, other, alpha) }
        return try binaryTensors(symbol, .tensor(tensor), other)
    }

    private func productMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        let other = try call.tensor(try call.exactly(1)[0], 2, name == "mm" ? "mat2" : "tensor")
        if name == "mm", tensor.shape.rank != 2 { throw .python(.runtime, "self must be a matrix") }
        if name == "mm", other.shape.rank != 2 { throw .python(.runtime, "mat2 must be a matrix") }
        if name == "dot", tensor.shape.rank != 1 || other.shape.rank != 1 {
            throw .python(
                .runtime,
                "1D tensors expected, but got \(decimal(tensor.shape.rank))D and \(decimal(other.shape.rank))D tensors")
        }
        return .tensor(try tensorProduct(tensor, other))
    }

    private func likenessMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        let bound = try call.bound(["other", "rtol", "atol"], required: 1)
        let other = try call.tensor(bound[0], 2, "other")
        if name == "equal" {
            if tensor.shape != other.shape { return .bool(false) }
            guard case .tensor(let flags)? = try compareTensors(.equal, .tensor(tensor), .tensor(other)) else {
                return .bool(false)
            }
            return .bool(!flags.values.flags.elements.contains(false))
        }
        if tensor.type != other.type {
            throw .python(.runtime, "\(tensor.type.scalarTypeName) did not match \(other.type.scalarTypeName)")
        }
        let flags = try areClose(
            tensor.values, other.values, relative: try call.real(bound[1], "rtol") ?? 1e-5,
            absolute: try call.real(bound[2], "atol") ?? 1e-8)
        return name == "isclose" ? .tensor(TensorObject(flags)) : .bool(!flags.flags.elements.contains(false))
    }

    // MARK: Gradients

    private func gradientMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        switch name {
        case "backward":
            try playBackwards(tensor, call)
            return .none
        case "detach":
            _ = try call.exactly(0)
            return .tensor(TensorObject(sharing: tensor, at: tensor.places, isTracked: true, isView: false))
        case "clone":
            _ = try call.exactly(0)
            try make(tensor.shape.count)
            return .tensor(try recorded(.same, "CloneBackward0", [tensor], tensor.values))
        case "requires_grad_":
            let bound = try call.bound(["requires_grad"], required: 0)
            try setRequiresGradient(tensor, try bound[0].map { (value) throws(Fault) in try truth(value) } ?? true)
            return .tensor(tensor)
        default:
            _ = try call.exactly(0)
            guard let node = tensor.node else {
                throw .python(.runtime, "can't retain_grad on Tensor that has requires_grad=False")
            }
            if node.slot == nil { node.slot = GradientSlot() }
            return .none
        }
    }

    private func playBackwards(_ tensor: TensorObject, _ call: Call) throws(Fault) {
        let bound = try call.bound(["gradient", "retain_graph", "create_graph"], required: 0)
        if let creates = bound[2], try truth(creates) {
            throw Fault.outside(
                .notImplemented, "gradients of gradients (create_graph=True) are not part of the cell language")
        }
        let keepsGraph = try bound[1].map { (value) throws(Fault) in try truth(value) } ?? false
        guard let node = tensor.node, node.needsGradient else {
            throw Fault(
                .runtime, "no gradient leads here: no tensor that this was made of has requires_grad=True",
                python: "element 0 of tensors does not require grad and does not have a grad_fn")
        }
        let seed: ArrayValues
        if let given = bound[0], !given.isNone {
            let gradient = try call.tensor(given, 1, "gradient")
            if gradient.shape != tensor.shape {
                throw .python(
                    .runtime,
                    "Mismatch in shape: grad_output[0] has a shape of torch.Size(\(gradient.shape.listText)) and output[0] has a shape of torch.Size(\(tensor.shape.listText))."
                )
            }
            seed = gradient.values.converted(to: tensor.type)
        } else {
            if tensor.shape.count != 1 {
                throw Fault(
                    .runtime, "backward() begins at one number, and here are \(tensor.shape.count); take .sum() first",
                    python: "grad can be implicitly created only for scalar outputs")
            }
            seed = .filled(.int(1), tensor.shape, tensor.type)
        }
        try node.playBackwards(seed, keepsGraph: keepsGraph, self)
    }

    // MARK: Conversions and questions

    private func conversionMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        switch name {
        case "cpu", "contiguous":
            _ = try call.exactly(0)
            if name == "cpu" || tensor.places.isContiguous { return .tensor(tensor) }
            return .tensor(try recorded(.same, "CloneBackward0", [tensor], tensor.values))
        case "to", "type":
            let given = try call.bound(["dtype"], required: name == "to" ? 1 : 0)[0]
            switch given {
            case nil: return .string(tensor.type.tensorName)
            case .string("cpu")? where name == "to": return .tensor(tensor)
            case .torch(let object)?:
                if case .device = object.kind { return .tensor(tensor) }
                return .tensor(try converted(tensor, to: try call.torchType(given) ?? tensor.type))
            default:
                throw Fault.outside(
                    .type, "\(name)() takes an element type such as torch.float64; there is only the device 'cpu'")
            }
        default:
            _ = try call.exactly(0)
            return .tensor(try converted(tensor, to: ElementType.torchType(name) ?? tensor.type))
        }
    }

    private func askingMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        if name == "size" {
            let bound = try call.bound(["dim"], required: 0)
            guard let dim = bound[0] else { return .size(tensor.shape.sizes) }
            return .count(tensor.shape[try axis(dim, rank: tensor.shape.rank)])
        }
        _ = try call.exactly(0)
        switch name {
        case "item":
            try step(16)
            return try item(of: tensor)
        case "tolist":
            try make(tensor.shape.count)
            return tensor.values.lists
        case "numpy":
            if tensor.requiresGradient {
                throw .python(
                    .runtime, "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
            }
            if tensor.shape.rank > Axes.limit {
                throw Fault.outside(.limit, "an array has at most \(Axes.limit) axes here")
            }
            try make(tensor.shape.count)
            return .array(tensor.array)
        case "is_contiguous": return .bool(tensor.places.isContiguous)
        case "dim": return .count(tensor.shape.rank)
        default: return .count(tensor.shape.count)
        }
    }

    // MARK: Shapes

    private func shapeMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        switch name {
        case "reshape", "view": return .tensor(try reshaped(tensor, try call.tensorSizes(), copies: name == "reshape"))
        case "flatten":
            _ = try call.exactly(0)
            return .tensor(tensor.shape.rank == 1 ? tensor : try reshaped(tensor, [-1], copies: true))
        case "t":
            _ = try call.exactly(0)
            if tensor.shape.rank > 2 {
                throw .python(
                    .runtime, "t() expects a tensor with <= 2 dimensions, but self is \(decimal(tensor.shape.rank))D")
            }
            return .tensor(try transposed(tensor, 0, tensor.shape.rank == 2 ? 1 : 0, "TBackward0"))
        case "transpose":
            let bound = try call.bound(["dim0", "dim1"], required: 2)
            let rank = tensor.shape.rank
            let axes = (try axis(bound[0] ?? .none, rank: rank), try axis(bound[1] ?? .none, rank: rank))
            return .tensor(try transposed(tensor, axes.0, axes.1, "TransposeBackward0"))
        case "permute":
            var axes: [Int] = []
            for size in try call.tensorSizes() { axes.append(try axis(.count(size), rank: tensor.shape.rank)) }
            guard axes.sorted() == Array(0..<tensor.shape.rank) else {
                throw Fault(.runtime, "permute() names every axis of the tensor once")
            }
            return .tensor(try permuted(tensor, axes, "PermuteBackward0"))
        case "squeeze": return .tensor(try squeezed(tensor, try call.bound(["dim"], required: 0)[0]))
        case "unsqueeze": return .tensor(try unsqueezed(tensor, try call.bound(["dim"], required: 1)[0] ?? .none))
        case "expand_as": return .tensor(try expanded(tensor, try call.tensor(try call.exactly(1)[0], 1).shape.sizes))
        case "expand": return .tensor(try expanded(tensor, try call.tensorSizes()))
        default: preconditionFailure("every method of a tensor that has a name has a body")
        }
    }
}

extension Call {
    /// Sizes or axes, given one by one or as one tuple, list or `torch.Size`.
    func tensorSizes() throws(Fault) -> [Int] {
        try refuseNames()
        var items = placed
        if items.count == 1, items[0].index == nil { items = try interpreter.items(of: items[0]) }
        var sizes: [Int] = []
        for item in items {
            guard let size = item.index else {
                throw Fault.outside(.type, "\(function)() takes whole numbers, not \(item.quotedType)")
            }
            sizes.append(try Int(size: size))
        }
        return sizes
    }
}
