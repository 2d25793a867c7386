import Tensors

/// A checked training: what does not change from step to step, and where a trainer keeps its numbers.
///
/// A trainer's memory: the parameters, the optimiser's numbers, then the values of one pass, their gradients, the
/// gradient of one instance by the parameters, the sum of those over a batch, and all rows of the data.
struct TrainingPlan: Sendable {
    let architecture: Architecture
    let data: DataSet
    let training: Training
    let frozen: Set<Int>
    let layout: ValueLayout
    let loss: Loss
    let batch: Int
    let stepsPerEpoch: Int
    let divides: Bool

    let inputCount: Int
    let rowWidth: Int
    let lastSums: Int
    let parameterCount: Int
    /// Parameters and what the optimiser remembers of them: what a checkpoint keeps.
    let stateCount: Int
    let values: Int
    let valueGradients: Int
    let gradients: Int
    let totals: Int
    let rows: Int
    let memoryCount: Int

    /// - Throws: whatever keeps `network` from being trained on `data` in this way.
    init(_ network: Network, _ data: DataSet, _ training: Training) throws(NetworkError) {
        try TrainingPlan.check(network, data, training)
        architecture = network.architecture
        self.data = data
        self.training = training
        frozen = try network.architecture.parameterIndices(named: training.freeze)
        layout = network.architecture.valueLayout
        loss = network.loss
        batch = min(training.batch ?? data.count, data.count)
        stepsPerEpoch = (data.count + batch - 1) / batch
        divides = training.reduce == .mean
        inputCount = network.inputs.count
        rowWidth = inputCount + layout.outputCount
        lastSums = network.architecture.plans[network.layers.count - 1].sums
        parameterCount = network.parameterCount
        stateCount = parameterCount * (1 + training.optimizer.memory)
        values = stateCount
        valueGradients = values + layout.count
        gradients = valueGradients + layout.gradientCount
        totals = gradients + parameterCount
        rows = totals + parameterCount
        memoryCount = rows + data.count * rowWidth
    }

    private static func check(_ network: Network, _ data: DataSet, _ training: Training) throws(NetworkError) {
        guard let first = data.instances.first else { throw .emptyData }
        guard !data.targetNames.isEmpty else { throw .noTargets }
        try network.check(first)
        for instance in data.instances {
            for (name, value) in zip(data.columns, instance.inputs + instance.targets) where !value.isFinite {
                throw .nonFinite(NonFinite(stage: .forward, quantity: name, value: value, instance: instance.index))
            }
        }
        guard training.epochs >= 0 else { throw .invalidEpochs(training.epochs) }
        guard training.rate.isFinite else { throw .invalidRate(training.rate) }
        if let batch = training.batch {
            guard batch > 0 else { throw .invalidBatch(batch) }
            guard training.reduce != nil else { throw .batchNeedsReduce }
        }
        try training.optimizer.check()
        try checkWork(network, data, training)
    }

    /// The most multiplications, and the most numbers to remember, a run may take.
    static let workLimit = 2_000_000_000
    static let lossLimit = 16_777_216

    private static func checkWork(_ network: Network, _ data: DataSet, _ training: Training) throws(NetworkError) {
        let (passes, tooMany) = (training.epochs + 1).multipliedReportingOverflow(by: data.count)
        let (work, tooMuch) = passes.multipliedReportingOverflow(by: 4 * network.parameterCount)
        guard !tooMany, !tooMuch, work <= workLimit else {
            throw .tooMuchWork(operations: tooMany || tooMuch ? Int.max : work, limit: workLimit)
        }
        guard passes <= lossLimit else { throw .tooMuchWork(operations: passes, limit: lossLimit) }
    }

    func network(_ parameters: [Double]) -> Network { Network(architecture: architecture, parameters: parameters) }
}
