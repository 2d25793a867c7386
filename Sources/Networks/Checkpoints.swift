import Tensors

/// States of a training, one every `interval` epochs, with all it needs to go on from there.
///
/// Together they hold a bounded number of numbers; what lies between them is computed again.
struct Checkpoints: Sendable {
    /// Epochs from one checkpoint to the next.
    let interval: Int
    private let stateCount: Int
    /// State after state: the parameters, then the optimiser's numbers.
    private var states: [Double]
    /// The generator at each checkpoint, when the run draws orders; else only at the first.
    private var generators: [Generator]
    private let shuffles: Bool

    /// The most numbers all checkpoints together may hold: eight megabytes.
    static let memoryLimit = 1 << 20

    init(_ plan: TrainingPlan, parameters: [Double], limit: Int) {
        let epochs = plan.training.epochs
        stateCount = plan.stateCount
        interval = max(1, ((epochs + 1) * stateCount + limit - 1) / limit)
        shuffles = plan.training.shuffle
        generators = [Generator(seed: plan.training.seed)]
        states = []
        states.reserveCapacity((epochs / interval + 1) * stateCount)
        states += parameters
        for _ in parameters.count..<stateCount { states.append(0) }
    }

    mutating func append(_ state: UnsafeBufferPointer<Double>, _ generator: Generator) {
        states.append(contentsOf: state)
        if shuffles { generators.append(generator) }
    }

    /// The state at checkpoint `index`.
    func state(_ index: Int) -> ArraySlice<Double> { states[(index * stateCount)..<((index + 1) * stateCount)] }

    func generator(_ index: Int) -> Generator { shuffles ? generators[index] : generators[0] }
}
