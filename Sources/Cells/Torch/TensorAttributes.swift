import Networks
import Tensors

extension Interpreter {
    /// An attribute of a tensor; nil when there is no such one.
    func tensorAttribute(_ name: String, of tensor: TensorObject) throws(Fault) -> Value? {
        switch name {
        case "T": return .tensor(try permuted(tensor, Array((0..<tensor.shape.rank).reversed()), "PermuteBackward0"))
        case "shape": return .size(tensor.shape.sizes)
        case "dtype": return .torch(TorchObject(.type(tensor.type)))
        case "ndim": return .count(tensor.shape.rank)
        case "device": return .torch(TorchObject(.device))
        case "requires_grad": return .bool(tensor.requiresGradient)
        case "is_leaf": return .bool(tensor.isLeaf)
        case "grad":
            let slot = tensor.node?.slot ?? tensor.slot
            return slot.gradient.map { .tensor($0) } ?? Value.none
        case "grad_fn":
            guard let node = tensor.node, !node.isLeaf else { return Value.none }
            return .torch(TorchObject(.way(node)))
        case "data": return .tensor(TensorObject(sharing: tensor, at: tensor.places, isTracked: false, isView: false))
        default:
            guard TensorMethod.names.contains(name) else { return nil }
            try step(16)
            return .function(
                FunctionObject(name) { call throws(Fault) in
                    try call.interpreter.tensorMethod(name, tensor, call.of(.tensor))
                })
        }
    }

    static let tensorProperties = [
        "T", "data", "device", "dtype", "grad", "grad_fn", "is_leaf", "ndim", "requires_grad", "shape",
    ]

    /// `tensor.name = value`
    func setTensorAttribute(_ name: String, of tensor: TensorObject, to value: Value) throws(Fault) {
        switch (name, value) {
        case ("grad", .none): (tensor.node?.slot ?? tensor.slot).gradient = nil
        case ("grad", .tensor(let gradient)): try setGradient(of: tensor, to: gradient)
        case ("grad", _):
            throw .python(.type, "assigned grad expected to be a Tensor or None but got grad of type \(value.typeName)")
        case ("requires_grad", _): try setRequiresGradient(tensor, try truth(value))
        case ("data", .tensor(let other)):
            if other.type != tensor.type {
                throw Fault.outside(.runtime, "'.data' keeps its element type here: \(tensor.type.torchName)")
            }
            tensor.adoptStorage(of: other)
        default:
            throw Fault.outside(.attribute, "the attribute '\(name)' of a tensor cannot be set in the cell language")
        }
    }

    private func setGradient(of tensor: TensorObject, to gradient: TensorObject) throws(Fault) {
        if gradient.shape != tensor.shape {
            throw .python(
                .runtime,
                "attempting to assign a gradient of size '\(gradient.shape.listText)' to a tensor of size '\(tensor.shape.listText)'. Please ensure that the gradient and the tensor are the same size"
            )
        }
        if gradient.type != tensor.type {
            throw Fault(.runtime, "a gradient has the element type of its tensor: \(tensor.type.torchName)")
        }
        // A gradient on record would hold the tensor that holds it.
        if gradient.requiresGradient {
            throw Fault.outside(
                .runtime, "a gradient that takes part in gradients itself is not part of the cell language; detach it")
        }
        (tensor.node?.slot ?? tensor.slot).gradient = gradient
    }

    func setRequiresGradient(_ tensor: TensorObject, _ requires: Bool) throws(Fault) {
        if requires == tensor.requiresGradient { return }
        if !tensor.isLeaf {
            throw .python(
                .runtime,
                "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach()."
            )
        }
        if !tensor.type.isFloat {
            throw .python(.runtime, "only Tensors of floating point dtype can require gradients")
        }
        tensor.setRequiresGradient(requires, number: torch.nextNumber())
    }

    /// The parts along the first axis.
    func tensorParts(_ tensor: TensorObject) throws(Fault) -> [Value] {
        if tensor.shape.rank == 0 { throw .python(.type, "iteration over a 0-d tensor") }
        try make(tensor.shape.count + tensor.shape[0])
        var parts: [Value] = []
        for row in 0..<tensor.shape[0] {
            parts.append(.tensor(try view(tensor, "UnbindBackward0") { $0.applying([.at(row)]) }))
        }
        return parts
    }

    func tensorLength(_ tensor: TensorObject) throws(Fault) -> Int64 {
        if tensor.shape.rank == 0 { throw .python(.type, "len() of a 0-d tensor") }
        return Int64(tensor.shape[0])
    }

    /// The Python number of a tensor's only element.
    func item(of tensor: TensorObject) throws(Fault) -> Value {
        guard tensor.shape.count == 1 else {
            throw .python(
                .runtime, "a Tensor with \(decimal(tensor.shape.count)) elements cannot be converted to Scalar")
        }
        return tensor.values.scalar(at: 0).item
    }

    /// What `float(tensor)` and `int(tensor)` begin with.
    func pythonNumber(_ tensor: TensorObject) throws(Fault) -> Number {
        guard tensor.shape.count == 1 else {
            throw .python(.value, "only one element tensors can be converted to Python scalars")
        }
        return tensor.values.scalar(at: 0).number
    }

    func torchAttribute(_ name: String, of object: TorchObject) -> Value? {
        switch (object.kind, name) {
        case (.extremes(_, let values, _), "values"): return .tensor(values)
        case (.extremes(_, _, let places), "indices"): return .tensor(places)
        case (.type(let type), "is_floating_point"): return .bool(type.isFloat)
        case (.size(let sizes), "numel"):
            return .function(
                FunctionObject(name) { call throws(Fault) in
                    _ = try call.exactly(0)
                    return .count(Shape(sizes).count)
                })
        case (.way(let node), "name"):
            return .function(
                FunctionObject(name) { call throws(Fault) in
                    _ = try call.exactly(0)
                    return .string(node.name)
                })
        default: return nil
        }
    }
}
