/// What `torch` remembers within a chapter: whether operations are recorded, and how tensors print.
final class TorchState {
    /// Off inside `torch.no_grad()`.
    var recordsGradients = true
    var printing = TensorPrintOptions()
    private var nodeCount = 0

    /// The number of the next node of a graph.
    func nextNumber() -> Int {
        nodeCount += 1
        return nodeCount
    }
}

/// The settings of `torch.set_printoptions`.
struct TensorPrintOptions {
    var precision = 4
    var threshold = 1000.0
    var edgeItems = 3
    var lineWidth = 80
    /// Forces scientific notation on or off; nil leaves the choice to the numbers.
    var isScientific: Bool?
}
