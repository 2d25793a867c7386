/// A small thing of `torch` that is no tensor.
public final class TorchObject {
    enum Kind {
        /// `torch.Size([2, 3])`
        case size([Int])
        /// `torch.float32`
        case type(ElementType)
        /// `device(type='cpu')`
        case device
        /// What `grad_fn` gives.
        case way(TensorNode)
        /// What `max` and `min` along an axis give.
        case extremes(name: String, values: TensorObject, places: TensorObject)
    }

    let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
    }

    var typeName: String {
        switch kind {
        case .size: "torch.Size"
        case .type: "torch.dtype"
        case .device: "torch.device"
        case .way(let node): node.name
        case .extremes(let name, _, _): "torch.return_types." + name
        }
    }

    var builtinType: BuiltinType? {
        switch kind {
        case .size: .size
        case .type: .dtype
        case .device: .device
        case .way, .extremes: nil
        }
    }

    /// The items of what Python has as a tuple; nil for other things.
    var items: [Value]? {
        switch kind {
        case .size(let sizes): sizes.map { .count($0) }
        case .extremes(_, let values, let places): [.tensor(values), .tensor(places)]
        default: nil
        }
    }

    func isEqual(to other: TorchObject) -> Bool {
        switch (kind, other.kind) {
        case (.size(let a), .size(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.device, .device): true
        case (.way(let a), .way(let b)): a === b
        default: self === other
        }
    }
}

extension Value {
    static func size(_ sizes: [Int]) -> Value { .torch(TorchObject(.size(sizes))) }

    /// The tensor, where the value is one.
    var tensor: TensorObject? { if case .tensor(let tensor) = self { tensor } else { nil } }

    /// Whether the value is a tensor.
    var isTensor: Bool { tensor != nil }
}
