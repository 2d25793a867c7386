import Tensors

extension Interpreter {
    /// A comparison with a tensor, element by element; nil for an equality with something no tensor compares with.
    func compareTensors(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        guard let a = tensorOperand(left), let b = tensorOperand(right) else {
            if relation == .equal || relation == .notEqual { return nil }
            throw .python(
                .type,
                "'\(relation.rawValue)' not supported between instances of '\(left.typeName)' and '\(right.typeName)'"
            )
        }
        let type = torchResultType([a, b])
        return .tensor(try compared(relation, plain(a, type), plain(b, type)))
    }

    /// The values of an operand in a type.
    func plain(_ operand: TensorOperand, _ type: ElementType) -> ArrayValues {
        operand.number.map { .filled($0, [], type) } ?? operand.tensor.values.converted(to: type)
    }

    private func compared(_ relation: Relation, _ a: ArrayValues, _ b: ArrayValues) throws(Fault) -> TensorObject {
        let shape = try commonShape(a.shape, b.shape)
        try step(shape.count)
        let flags = try torchShaped { () throws(ShapeError) in
            switch (a, b) {
            case (.int64(let x), .int64(let y)):
                try x.zip(y) { relation.holds(for: $0 < $1 ? -1 : ($0 == $1 ? 0 : 1)) }
            case (.float32(let x), .float32(let y)): try x.zip(y) { relation.holds(for: torchOrder($0, $1)) }
            case (let x, let y): try x.doubles.zip(y.doubles) { relation.holds(for: torchOrder($0, $1)) }
            }
        }
        return TensorObject(.bool(flags))
    }

    func unaryTensor(_ symbol: UnaryOperator, _ tensor: TensorObject) throws(Fault) -> Value {
        switch (symbol, tensor.type) {
        case (.not, _): return .bool(try !truth(.tensor(tensor)))
        case (.plus, _): return .tensor(tensor)
        case (.minus, .bool):
            throw .python(
                .runtime,
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead."
            )
        case (.minus, _): return .tensor(try tensorFunction(.negate, tensor))
        case (.invert, _):
            try make(tensor.shape.count)
            switch tensor.values {
            case .bool(let flags): return .tensor(TensorObject(.bool(flags.map { !$0 })))
            case .int64(let numbers): return .tensor(TensorObject(.int64(numbers.map { ~$0 })))
            default:
                throw .python(.type, "~ (operator.invert) is only implemented on integer and Boolean-type tensors")
            }
        }
    }

    /// Whether a tensor of one element is true.
    func truth(of tensor: TensorObject) throws(Fault) -> Bool {
        guard tensor.shape.count == 1 else {
            throw .python(
                .runtime,
                tensor.shape.count == 0
                    ? "Boolean value of Tensor with no values is ambiguous"
                    : "Boolean value of Tensor with more than one value is ambiguous")
        }
        return tensor.values.scalar(at: 0).isTrue
    }

    /// `torch.allclose`: `|a − b| ≤ atol + rtol · |b|` everywhere.
    func areClose(_ a: ArrayValues, _ b: ArrayValues, relative: Double, absolute: Double) throws(Fault) -> ArrayValues {
        _ = try commonShape(a.shape, b.shape)
        return .bool(
            try torchShaped { () throws(ShapeError) in
                try a.doubles.zip(b.doubles) {
                    $0 == $1
                        || ($0.isFinite && $1.isFinite && ($0 - $1).magnitude <= absolute + relative * $1.magnitude)
                }
            })
    }
}

private func torchOrder<T: FloatingPoint>(_ a: T, _ b: T) -> Int? {
    a < b ? -1 : (a == b ? 0 : (a > b ? 1 : nil))
}
