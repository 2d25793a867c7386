import Tensors

/// A network in training: its numbers in memory that is allocated once, and the steps that change them.
///
/// Runs the kernels of the single steps in the same order, so training and steps give the same bits.
struct Trainer: ~Copyable {
    let plan: TrainingPlan
    private let plans: UnsafeMutableBufferPointer<LayerPlan>
    private let memory: UnsafeMutablePointer<Double>
    private let buffers: TrainingBuffers
    private var generator: Generator
    /// How many updates were made.
    private(set) var step: Int

    /// A trainer that continues from a checkpoint.
    init(_ plan: TrainingPlan, from checkpoints: Checkpoints, _ index: Int) {
        self.plan = plan
        generator = checkpoints.generator(index)
        step = index * checkpoints.interval * plan.stepsPerEpoch
        plans = .allocate(capacity: plan.architecture.plans.count)
        _ = plans.initialize(from: plan.architecture.plans)
        memory = .allocate(capacity: plan.memoryCount)
        memory.initialize(repeating: 0, count: plan.memoryCount)
        buffers = plan.buffers(plans: UnsafeBufferPointer(plans), memory: memory)
        for (i, value) in checkpoints.state(index).enumerated() { memory[i] = value }
        var next = buffers.rows
        for instance in plan.data.instances {
            for value in instance.inputs { (next.pointee, next) = (value, next + 1) }
            for value in instance.targets { (next.pointee, next) = (value, next + 1) }
        }
    }

    deinit {
        plans.deallocate()
        memory.deallocate()
        buffers.order.deallocate()
        buffers.frozen.deallocate()
    }

    var parameters: [Double] { Array(UnsafeBufferPointer(start: memory, count: plan.parameterCount)) }

    /// Adds the state of the training to `checkpoints`.
    func save(in checkpoints: inout Checkpoints) {
        checkpoints.append(UnsafeBufferPointer(start: memory, count: plan.stateCount), generator)
    }
}

extension Trainer {
    /// One epoch: every instance once, in batches, with an update after each.
    ///
    /// `losses` receives the loss of each instance before the epoch, if all instances make one batch, for then the
    /// forward passes are those of the batch.
    mutating func epoch(losses: UnsafeMutablePointer<Double>?) throws(NetworkError) {
        beginEpoch()
        for first in stride(from: 0, to: plan.instanceCount, by: plan.batch) {
            try batch(first..<min(first + plan.batch, plan.instanceCount), losses: losses)
        }
    }

    /// Draws the order of an epoch.
    mutating func beginEpoch() {
        guard plan.training.shuffle else { return }
        for (place, instance) in generator.permutation(plan.instanceCount).enumerated() {
            buffers.order[place] = instance
        }
    }

    /// One update from the instances at some places of the epoch's order.
    mutating func batch(_ places: Range<Int>, losses: UnsafeMutablePointer<Double>?) throws(NetworkError) {
        let buffers = buffers
        let result = buffers.accumulate(places, losses: losses)
        if let instance = result.faulty { throw .nonFinite(forwardFault(instance)) }
        if !result.isNumber { throw .nonFinite(backwardFault(places)) }
        step += 1
        if plan.divides { for i in 0..<plan.parameterCount { buffers.totals[i] /= Double(places.count) } }
        buffers.update(plan.training.optimizer, rate: plan.training.rate, step: step)
    }

    /// The loss of each instance with the parameters as they are.
    func evaluate(into losses: UnsafeMutablePointer<Double>) throws(NetworkError) {
        let buffers = buffers
        for instance in 0..<plan.instanceCount {
            losses[instance] = buffers.forward(instance)
            if buffers.hasFaultyValue { throw .nonFinite(forwardFault(instance)) }
        }
    }
}

extension Trainer {
    /// The epoch in which the next update falls, counted from one; the last one when all are done.
    private var epochNumber: Int { min(step / plan.stepsPerEpoch + 1, plan.training.epochs) }

    /// Where the forward pass went wrong: in a parameter the last update made, or else in a value of the pass.
    private func forwardFault(_ instance: Int) -> NonFinite {
        let parameters = self.parameters
        if let i = parameters.firstIndex(where: { !$0.isFinite }) {
            return NonFinite(
                stage: .update, quantity: plan.architecture.parameterNames[i], value: parameters[i],
                epoch: max(1, (step - 1) / plan.stepsPerEpoch + 1))
        }
        let values = Array(UnsafeBufferPointer(start: buffers.values, count: plan.layout.count))
        let fault = plan.architecture.firstNonFinite(values)
        return NonFinite(
            stage: .forward, quantity: fault?.name ?? "loss", value: fault?.value ?? .nan, epoch: epochNumber,
            instance: instance)
    }

    /// Where the gradient of a batch went wrong: in an instance, or in the sum over instances.
    private func backwardFault(_ places: Range<Int>) -> NonFinite {
        for place in places {
            _ = buffers.forward(buffers.order[place])
            buffers.backward(into: buffers.gradients)
            let values = Array(
                UnsafeBufferPointer(start: buffers.valueGradients, count: plan.layout.gradientCount))
            let parameters = Array(UnsafeBufferPointer(start: buffers.gradients, count: plan.parameterCount))
            guard let fault = plan.architecture.firstNonFiniteGradient(values, parameters) else { continue }
            return NonFinite(
                stage: .backward, quantity: fault.name, value: fault.value, epoch: epochNumber,
                instance: buffers.order[place])
        }
        let totals = UnsafeBufferPointer(start: buffers.totals, count: plan.parameterCount)
        let i = totals.firstIndex { !$0.isFinite } ?? 0
        return NonFinite(
            stage: .backward, quantity: plan.architecture.parameterNames[i], value: totals[i], epoch: epochNumber)
    }
}
