import Networks
import Tensors

/// A PyTorch tensor: elements that several tensors may share, and its place in a graph when it takes part in gradients.
///
/// A view, a detached tensor and `.data` look at the storage of another tensor. Nothing here refers back to a tensor that
/// refers to it: a node knows its operands, a leaf's slot its gradient, and a gradient has no node.
public final class TensorObject {
    private(set) var storage: TensorStorage
    /// Which elements of the storage, in which shape.
    private(set) var places: TensorPlaces
    /// Counts the changes in place that gradients must know of.
    private(set) var version: VersionCounter
    /// How the tensor was computed, or the leaf it is; nil when it takes no part in gradients.
    var node: TensorNode?
    /// Where its gradient is found.
    private(set) var slot = GradientSlot()
    /// The tensor whose elements this one shows a part of, while that one takes part in gradients.
    let base: TensorObject?
    /// The version at which a view was taken.
    private let viewVersion: Int
    /// The node that stands for the tensor where it enters a graph as a constant.
    var constantNode: TensorNode?

    /// A tensor with elements of its own.
    init(_ values: ArrayValues) {
        storage = TensorStorage(values)
        places = TensorPlaces(values.shape)
        version = VersionCounter()
        base = nil
        viewVersion = 0
    }

    /// A tensor that looks at the memory of a NumPy array, as `torch.from_numpy` gives it.
    init(memoryOf array: ArrayObject) {
        storage = TensorStorage(memory: array.base)
        places = TensorPlaces(
            shape: array.shape, strides: array.strides.indices.map { array.strides[$0] },
            start: array.count == 0 ? 0 : (array.memory - array.base.memory) / array.type.width)
        version = VersionCounter()
        base = nil
        viewVersion = 0
    }

    /// A tensor with the elements of another one.
    ///
    /// - Parameters:
    ///   - isTracked: Whether a change in place counts as one of both.
    ///   - isView: Whether gradients flow through to the other tensor.
    init(sharing other: TensorObject, at places: TensorPlaces, isTracked: Bool, isView: Bool) {
        storage = other.storage
        self.places = places
        version = isTracked ? other.version : VersionCounter()
        base = isView ? other.base ?? other : nil
        viewVersion = other.version.count
    }

    var type: ElementType { storage.type }
    var shape: Shape { places.shape }
    var requiresGradient: Bool { node?.needsGradient ?? false }
    var isLeaf: Bool { node.map { $0.isLeaf } ?? true }

    /// Whether the tensor shows its whole storage in order.
    private var isWhole: Bool { places.isContiguous && places.start == 0 && shape.count == storage.count }

    /// The elements, in the tensor's shape.
    public var values: ArrayValues {
        if isWhole {
            return storage.values.reshapedFreely(places.shape)
        }
        return storage.values.picked(places.all, places.shape)
    }

    /// Whether the view shows elements that were changed in place since it was taken.
    var isStaleView: Bool { base?.requiresGradient == true && viewVersion != version.count }

    /// Puts elements of the same type and number into the tensor, for all who share them to see.
    func write(_ values: ArrayValues) {
        if isWhole {
            storage.values = values.reshapedFreely([values.shape.count])
        } else {
            storage.values = storage.values.replacing(places.all, with: values)
        }
        version.count += 1
    }

    /// A NumPy array that looks at the tensor's memory.
    ///
    /// - Precondition: NumPy's arrays can have that many axes.
    var array: ArrayObject {
        ArrayObject(viewOf: storage.shared(), start: places.start, Axes(shape), Axes(places.strides))
    }

    /// Tells apart where the elements of tensors lie, those of NumPy's arrays included.
    var memoryIdentity: ObjectIdentifier { storage.identity }

    /// A tensor of its own with the same elements and gradient, and no record of how it was computed.
    func copiedLeaf() -> TensorObject {
        let made = TensorObject(values)
        if requiresGradient { made.setRequiresGradient(true, number: 0) }
        made.slot.gradient = (node?.slot ?? slot).gradient.map { TensorObject($0.values) }
        return made
    }

    /// `tensor.data = other`
    func adoptStorage(of other: TensorObject) {
        storage = other.storage
        places = other.places
        version = VersionCounter()
        constantNode = nil
    }

    /// Makes a leaf of the tensor, or takes it out of the gradients.
    func setRequiresGradient(_ requires: Bool, number: Int) {
        node = requires ? TensorNode(leaf: values, slot: slot, number: number) : nil
    }
}

/// The elements behind one or more tensors.
final class TensorStorage {
    private var own: ArrayValues
    /// Where the elements lie once NumPy looks at them too.
    private var memory: ArrayObject?

    init(_ values: ArrayValues) {
        own = values.reshapedFreely([values.shape.count])
    }

    /// The memory of a NumPy array.
    init(memory: ArrayObject) {
        own = memory.flat.values
        self.memory = memory.flat
    }

    var identity: ObjectIdentifier { memory.map { ObjectIdentifier($0.base) } ?? ObjectIdentifier(self) }
    var type: ElementType { own.type }
    var count: Int { own.shape.count }

    /// The elements in a row.
    var values: ArrayValues {
        get { memory.map { $0.values } ?? own }
        set { if let memory { memory.assign(ArrayObject(newValue)) } else { own = newValue } }
    }

    /// The memory of the elements, which NumPy's arrays may look at from now on.
    func shared() -> ArrayObject {
        if let memory { return memory }
        let made = ArrayObject(own)
        memory = made
        return made
    }
}

/// How often a tensor and its views were changed in place.
final class VersionCounter {
    var count = 0
    /// The name of the way back through the last change that was recorded.
    var wayBack: String?
}

/// The gradient of a leaf, known to the tensor and to its node in graphs.
final class GradientSlot {
    var gradient: TensorObject?
}
