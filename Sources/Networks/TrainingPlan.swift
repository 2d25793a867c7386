import Tensors

/// A checked training: what does not change from step to step, and where a trainer keeps its numbers.
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

    let instanceCount: Int
    let rowWidth: Int
    let parameterCount: Int
    /// Parameters and what the optimiser remembers of them: what a checkpoint keeps.
    let stateCount: Int
    /// All numbers a trainer works with.
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
        instanceCount = data.count
        rowWidth = network.inputs.count + layout.outputCount
        parameterCount = network.parameterCount
        stateCount = parameterCount * (1 + training.optimizer.memory)
        memoryCount = stateCount + layout.count + layout.gradientCount + 2 * parameterCount + data.count * rowWidth
    }

    /// The parts of a trainer's memory, and the order and the frozen parameters in memory of their own.
    func buffers(
        plans: UnsafeBufferPointer<LayerPlan>, memory: UnsafeMutablePointer<Double>
    ) -> TrainingBuffers {
        let order = UnsafeMutablePointer<Int>.allocate(capacity: instanceCount)
        for i in 0..<instanceCount { (order + i).initialize(to: i) }
        let isFrozen = UnsafeMutablePointer<Bool>.allocate(capacity: parameterCount)
        isFrozen.initialize(repeating: false, count: parameterCount)
        for index in frozen { isFrozen[index] = true }
        let values = memory + stateCount
        let gradients = values + layout.count + layout.gradientCount
        return TrainingBuffers(
            plans: plans, layout: layout, loss: loss, inputCount: rowWidth - layout.outputCount, rowWidth: rowWidth,
            lastSums: plans[plans.count - 1].sums, parameterCount: parameterCount, parameters: memory,
            optimizerMemory: memory + parameterCount, values: values, valueGradients: values + layout.count,
            gradients: gradients, totals: gradients + parameterCount, rows: gradients + 2 * parameterCount,
            order: order, frozen: isFrozen)
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
        // More epochs than the limit are too many whatever the network; fewer keep the products small enough to count.
        guard training.epochs <= workLimit / max(1, data.count) else {
            throw .tooMuchWork(operations: training.epochs, limit: workLimit / max(1, data.count))
        }
        let passes = (training.epochs + 1) * data.count
        let (work, tooMuch) = passes.multipliedReportingOverflow(by: 4 * network.parameterCount)
        guard !tooMuch, work <= workLimit else {
            throw .tooMuchWork(operations: tooMuch ? workLimit + 1 : work, limit: workLimit)
        }
        guard passes <= lossLimit else { throw .tooMuchWork(operations: passes, limit: lossLimit) }
    }

    func network(_ parameters: [Double]) -> Network { Network(architecture: architecture, parameters: parameters) }
}
