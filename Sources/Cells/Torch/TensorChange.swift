import Networks
import Tensors

extension Interpreter {
    /// `tensor += right` and its relatives: the tensor itself changes.
    func inPlaceTensor(_ symbol: BinaryOperator, _ tensor: TensorObject, _ right: Value) throws(Fault) -> Value {
        guard let operand = tensorOperand(right) else { return try binaryTensors(symbol, .tensor(tensor), right) }
        if symbol == .matrixMultiply { return try binaryTensors(symbol, .tensor(tensor), right) }
        try changeInPlace(tensor, isPart: false, by: [operand.tensor]) { () throws(Fault) in
            // What the tensor was before stays as it was.
            let old = TensorObject(tensor.values)
            old.node = tensor.node
            let result = try self.combined(symbol, TensorOperand(tensor: old, isNumber: false, number: nil), operand)
            try self.check(result, fits: tensor)
            return try self.converted(result, to: tensor.type)
        }
        return .tensor(tensor)
    }

    private func check(_ result: TensorObject, fits tensor: TensorObject) throws(Fault) {
        if result.type.isFloat && !tensor.type.isFloat || tensor.type == .bool && result.type != .bool {
            throw .python(
                .runtime,
                "result type \(result.type.scalarTypeName) can't be cast to the desired output type \(tensor.type.scalarTypeName)"
            )
        }
        if result.shape != tensor.shape {
            throw .python(
                .runtime,
                "output with shape \(tensor.shape.listText) doesn't match the broadcast shape \(result.shape.listText)")
        }
    }

    /// Changes a tensor in place, unless the gradients forbid it.
    ///
    /// - Parameter isPart: Whether only a part of it changes.
    func changeInPlace(
        _ tensor: TensorObject, isPart: Bool, by others: [TensorObject],
        _ result: () throws(Fault) -> TensorObject
    ) throws(Fault) {
        if torch.recordsGradients {
            if let base = tensor.base, base.requiresGradient {
                if base.isLeaf { throw leafChange(isPart: true) }
                throw Fault.outside(
                    .runtime,
                    "changing a part of a computed tensor through another name is not part of the cell language while gradients are recorded"
                )
            }
            if tensor.requiresGradient, tensor.isLeaf { throw leafChange(isPart: isPart) }
        }
        let result = try result()
        if tracks([tensor] + others) {
            tensor.replaceNode(by: result)
        } else {
            tensor.write(result.values)
        }
    }

    private func leafChange(isPart: Bool) -> Fault {
        .python(
            .runtime,
            isPart
                ? "a view of a leaf Variable that requires grad is being used in an in-place operation."
                : "a leaf Variable that requires grad is being used in an in-place operation.")
    }
}

extension TensorObject {
    /// Takes over the elements and the way back of a result.
    func replaceNode(by result: TensorObject) {
        write(result.values)
        node = result.node.map { $0.moved(to: version) }
        version.wayBack = node?.name
        constantNode = nil
    }
}

extension TensorNode {
    /// The same computation, whose result now lives in a tensor of that version.
    func moved(to version: VersionCounter) -> TensorNode {
        TensorNode(operation, name, operands, value, version, number: number)
    }
}
