import Networks
import Tensors

extension Interpreter {
    /// The methods whose names end in `_`, which change the tensor itself and return it.
    func changingMethod(_ name: String, _ tensor: TensorObject, _ call: Call) throws(Fault) -> Value {
        switch name {
        case "add_", "sub_", "mul_", "div_", "pow_":
            let takesAlpha = name == "add_" || name == "sub_"
            let bound = try call.bound(
                [name == "pow_" ? "exponent" : "other"] + (takesAlpha ? ["alpha"] : []), required: 1)
            var other = bound[0] ?? .none
            if takesAlpha, let alpha = bound[1] { other = try binary(.multiply, other, alpha) }
            return try inPlaceTensor(changingOperator(name), tensor, other)
        case "zero_", "fill_":
            let value = name == "zero_" ? Value.int(0) : try call.exactly(1)[0]
            if name == "zero_" { _ = try call.exactly(0) }
            guard let operand = tensorOperand(value), operand.tensor.shape.rank == 0 else {
                throw Fault.outside(.runtime, "fill_() takes a number or a tensor without axes")
            }
            return try replaced(tensor, by: operand, name == "zero_" ? "ZeroBackward0" : "FillBackward2")
        case "copy_":
            guard let operand = tensorOperand(try call.exactly(1)[0]) else {
                throw Fault.outside(.type, "copy_() takes a tensor")
            }
            return try replaced(tensor, by: operand, "CopyBackwards")
        case "detach_":
            _ = try call.exactly(0)
            tensor.node = nil
            return .tensor(tensor)
        default:
            try changeInPlace(tensor, isPart: false, by: []) { () throws(Fault) in
                let old = self.before(tensor)
                if name == "neg_" {
                    _ = try call.exactly(0)
                    return try self.tensorFunction(.negate, old)
                }
                let bound = try call.bound(["min", "max"], required: 0)
                return try self.converted(
                    try self.clamped(old, bound[0]?.anyNumber, bound[1]?.anyNumber), to: tensor.type)
            }
            return .tensor(tensor)
        }
    }

    private func changingOperator(_ name: String) -> BinaryOperator {
        switch name {
        case "add_": .add
        case "sub_": .subtract
        case "mul_": .multiply
        case "div_": .divide
        default: .power
        }
    }

    /// The tensor as it was, for the record of a change in place.
    func before(_ tensor: TensorObject) -> TensorObject {
        let old = TensorObject(tensor.values)
        old.node = tensor.node
        return old
    }

    /// Every element replaced by those of another tensor, stretched to this one's shape.
    private func replaced(_ tensor: TensorObject, by operand: TensorOperand, _ name: String) throws(Fault) -> Value {
        try changeInPlace(tensor, isPart: false, by: [operand.tensor]) { () throws(Fault) in
            let source = try self.expanded(try self.converted(operand, to: tensor.type), tensor.shape.sizes)
            let places = Array(0..<tensor.shape.count)
            return try self.recorded(.replace(places), name, [self.before(tensor), source], source.values)
        }
        return .tensor(tensor)
    }
}
