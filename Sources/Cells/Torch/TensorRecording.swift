import Networks
import Tensors

extension Interpreter {
    var torch: TorchState { session.torch }

    /// The result of an operation, on record when an operand takes part in gradients.
    func recorded(
        _ operation: TensorOperation, _ name: String, _ operands: [TensorObject], _ value: ArrayValues
    ) throws(Fault) -> TensorObject {
        try make(Weight.tensor)
        let result = TensorObject(value)
        if value.type.isFloat, tracks(operands) {
            result.node = try node(operation, name, operands, value, result.version)
        }
        return result
    }

    /// Whether an operation on these tensors is recorded.
    func tracks(_ operands: [TensorObject]) -> Bool {
        torch.recordsGradients && operands.contains { $0.requiresGradient }
    }

    func node(
        _ operation: TensorOperation, _ name: String, _ operands: [TensorObject], _ value: ArrayValues,
        _ version: VersionCounter
    ) throws(Fault) -> TensorNode {
        var entered: [TensorNode.Operand] = []
        for operand in operands { entered.append(try self.operand(operand)) }
        let node = TensorNode(operation, name, entered, value, version, number: torch.nextNumber())
        try node.take(from: session.meter)
        return node
    }

    /// A tensor as it enters an operation.
    private func operand(_ tensor: TensorObject) throws(Fault) -> TensorNode.Operand {
        if tensor.isStaleView {
            throw Fault.outside(
                .runtime,
                "this tensor shows a part of another one that was changed in place since, which is not part of the cell language while gradients are recorded; take the part again after the change"
            )
        }
        let values = tensor.values
        let node: TensorNode
        if let known = tensor.node ?? tensor.constantNode {
            node = known
        } else {
            node = TensorNode(constant: values, number: torch.nextNumber())
            tensor.constantNode = node
        }
        return TensorNode.Operand(
            node: node, value: values, version: tensor.version, savedVersion: tensor.version.count)
    }

    /// A tensor in another element type; on record like any operation.
    func converted(_ tensor: TensorObject, to type: ElementType) throws(Fault) -> TensorObject {
        if tensor.type == type { return tensor }
        try make(tensor.shape.count)
        return try recorded(.same, "ToCopyBackward0", [tensor], tensor.values.converted(to: type))
    }

    func converted(_ operand: TensorOperand, to type: ElementType) throws(Fault) -> TensorObject {
        if let number = operand.number { return TensorObject(.filled(number, [], type)) }
        return try converted(operand.tensor, to: type)
    }

    /// A tensor that shows elements of another one.
    func view(_ tensor: TensorObject, _ name: String, _ change: (TensorPlaces) -> TensorPlaces) throws(Fault)
        -> TensorObject
    {
        let isTracked = tracks([tensor]) && tensor.type.isFloat
        let result = TensorObject(
            sharing: tensor, at: change(tensor.places), isTracked: true, isView: tensor.requiresGradient)
        try make(Weight.tensor)
        guard isTracked else { return result }
        try make(result.shape.count)
        let places = change(TensorPlaces(tensor.shape))
        let isWhole = places.isContiguous && places.shape.count == tensor.shape.count
        result.node = try node(
            isWhole ? .same : .pick(places.all), name, [tensor], result.values, result.version)
        return result
    }

    /// The tensor or number that a value is to a tensor operation; nil for other values.
    func tensorOperand(_ value: Value) -> TensorOperand? {
        if case .tensor(let tensor) = value { return TensorOperand(tensor: tensor, isNumber: false, number: nil) }
        guard let number = value.anyNumber else { return nil }
        let values: ArrayValues
        switch (value, number) {
        case (.bool(let flag), _), (.scalar(.bool(let flag)), _): values = .bool(Tensor(scalar: flag))
        case (_, .int(let whole)): values = .int64(Tensor(scalar: whole))
        case (_, .float(let real)): values = .float32(Tensor(scalar: Float(real)))
        }
        return TensorOperand(tensor: TensorObject(values), isNumber: true, number: number)
    }

    /// Turns what is wrong with shapes into PyTorch's RuntimeError.
    func torchShaped<Result>(_ body: () throws(ShapeError) -> Result) throws(Fault) -> Result {
        do throws(ShapeError) { return try body() } catch { throw Fault(.runtime, error.message) }
    }

    /// The common shape of two tensors, whose size is accounted for.
    func commonShape(_ a: Shape, _ b: Shape) throws(Fault) -> Shape {
        for back in 1..<(min(a.rank, b.rank) + 1) {
            let (m, n) = (a[a.rank - back], b[b.rank - back])
            if m == n || m == 1 || n == 1 { continue }
            throw .python(
                .runtime,
                "The size of tensor a (\(decimal(m))) must match the size of tensor b (\(decimal(n))) at non-singleton dimension \(decimal(max(a.rank, b.rank) - back))"
            )
        }
        let shape = try torchShaped { () throws(ShapeError) in try Shape.broadcast(a, b) }
        try make(shape.boundedCount)
        return shape
    }
}
