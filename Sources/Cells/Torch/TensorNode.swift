import Networks
import Tensors

/// A value in a graph of tensors: the operation that gave it, its operands, and after `backward()` its adjoint.
///
/// Nodes hold their operands, as PyTorch's do, so a graph lives as long as a tensor that was computed by it. They are numbered
/// in order of creation: an operand has a smaller number than what is computed from it, so playing backwards goes by descending
/// numbers, without recursion.
final class TensorNode {
    struct Operand {
        var node: TensorNode
        /// The value that entered the operation.
        let value: ArrayValues
        /// Tells whether the tensor was changed in place since.
        let version: VersionCounter
        let savedVersion: Int
    }

    let operation: TensorOperation
    /// PyTorch's name of the operation's way back: `MulBackward0`.
    let name: String
    let number: Int
    private(set) var operands: [Operand]
    let value: ArrayValues
    let needsGradient: Bool
    /// Where the gradient of a leaf goes, or of a node that was asked to keep it.
    var slot: GradientSlot?
    /// The derivative of the last tensor that was played back by this value.
    var adjoint: ArrayValues?
    /// Whether the values for the way back were given up by a first `backward()`.
    var isFreed = false
    /// Tells whether the result was changed in place.
    let version: VersionCounter
    let savedVersion: Int
    /// What keeps account of the memory of a node on record.
    private var meter: MemoryMeter?

    /// A computed value.
    init(
        _ operation: TensorOperation, _ name: String, _ operands: [Operand], _ value: ArrayValues,
        _ version: VersionCounter, number: Int
    ) {
        self.operation = operation
        self.name = name
        self.operands = operands
        self.value = value
        self.version = version
        self.number = number
        savedVersion = version.count
        needsGradient = true
    }

    /// A weight or another tensor whose gradient is wanted.
    init(leaf value: ArrayValues, slot: GradientSlot, number: Int) {
        operation = .constant
        name = "AccumulateGrad"
        operands = []
        self.value = value
        self.slot = slot
        self.number = number
        version = VersionCounter()
        savedVersion = 0
        needsGradient = true
    }

    /// A number that has no gradient.
    init(constant value: ArrayValues, number: Int) {
        operation = .constant
        name = ""
        operands = []
        self.value = value
        self.number = number
        version = VersionCounter()
        savedVersion = 0
        needsGradient = false
    }

    /// The bytes that a node takes without its elements.
    private static let weight: Int64 = 768

    /// Accounts for the node as long as it is there.
    func take(from meter: MemoryMeter) throws(Fault) {
        try meter.take(TensorNode.weight)
        self.meter = meter
    }

    var isLeaf: Bool { if case .constant = operation { true } else { false } }

    /// A long chain is taken apart link by link: were each node to let go of its operands in turn, the stack would overflow.
    deinit {
        meter?.give(Int(TensorNode.weight))
        var pending = operands
        operands = []
        while var operand = pending.popLast() {
            if isKnownUniquelyReferenced(&operand.node) {
                pending += operand.node.operands
                operand.node.operands = []
            }
        }
    }
}
