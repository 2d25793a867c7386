import Tensors

/// A network in training: its numbers in buffers that are allocated once, and the steps that change them.
///
/// Runs the kernels of the single steps in the same order, so training and steps give the same bits.
struct Trainer: ~Copyable {
    let plan: TrainingPlan
    private let plans: UnsafeMutableBufferPointer<LayerPlan>
    private let memory: UnsafeMutablePointer<Double>
    private let order: UnsafeMutableBufferPointer<Int>
    private let frozen: UnsafeMutablePointer<Bool>
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
        order = .allocate(capacity: plan.data.count)
        _ = order.initialize(from: plan.data.instances.indices)
        frozen = .allocate(capacity: plan.parameterCount)
        frozen.initialize(repeating: false, count: plan.parameterCount)
        for index in plan.frozen { frozen[index] = true }
        for (i, value) in checkpoints.state(index).enumerated() { memory[i] = value }
        for (i, instance) in plan.data.instances.enumerated() {
            for (j, value) in instance.inputs.enumerated() { memory[plan.rows + i * plan.rowWidth + j] = value }
            for (j, value) in instance.targets.enumerated() {
                memory[plan.rows + i * plan.rowWidth + instance.inputs.count + j] = value
            }
        }
    }

    deinit {
        plans.deallocate()
        memory.deallocate()
        order.deallocate()
        frozen.deallocate()
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
        for first in stride(from: 0, to: plan.data.count, by: plan.batch) {
            try batch(first..<min(first + plan.batch, plan.data.count), losses: losses)
        }
    }

    /// Draws the order of an epoch.
    mutating func beginEpoch() {
        guard plan.training.shuffle else { return }
        for (place, instance) in generator.permutation(plan.data.count).enumerated() { order[place] = instance }
    }

    /// One update from the instances at some places of the epoch's order.
    @inline(__always)
    mutating func batch(_ places: Range<Int>, losses: UnsafeMutablePointer<Double>?) throws(NetworkError) {
        let total = memory + plan.totals
        for place in places {
            let instance = order[place]
            let loss = forward(instance)
            if let losses { losses[instance] = loss }
            backward(into: place == places.lowerBound ? total : memory + plan.gradients)
            let isFaulty = hasNonFinite(memory + plan.values, plan.layout.count)
            if isFaulty { throw .nonFinite(forwardFault(instance)) }
            guard place > places.lowerBound else { continue }
            let gradient = memory + plan.gradients
            for i in 0..<plan.parameterCount { total[i] += gradient[i] }
        }
        if hasNonFinite(total, plan.parameterCount) { throw .nonFinite(backwardFault(places)) }
        update(total, count: places.count)
    }

    /// The loss of each instance with the parameters as they are.
    mutating func evaluate(into losses: UnsafeMutablePointer<Double>) throws(NetworkError) {
        for instance in 0..<plan.data.count {
            losses[instance] = forward(instance)
            if hasNonFinite(memory + plan.values, plan.layout.count) { throw .nonFinite(forwardFault(instance)) }
        }
    }

    @inline(__always)
    private func forward(_ instance: Int) -> Double {
        let values = memory + plan.values
        let row = memory + plan.rows + instance * plan.rowWidth
        for i in 0..<plan.inputCount { values[i] = row[i] }
        for j in 0..<plan.layout.outputCount { values[plan.layout.targets + j] = row[plan.inputCount + j] }
        ForwardKernel.run(UnsafeBufferPointer(plans), memory, values)
        ForwardKernel.loss(plan.loss, plan.layout, sums: plan.lastSums, values)
        return values[plan.layout.loss]
    }

    @inline(__always)
    private func backward(into result: UnsafeMutablePointer<Double>) {
        BackwardKernel.run(
            BackwardKernel.Buffers(
                plans: UnsafeBufferPointer(plans), layout: plan.layout, loss: plan.loss, parameters: memory,
                values: memory + plan.values, gradients: memory + plan.valueGradients, parameterGradients: result),
            includingInputs: false)
    }

    @inline(__always)
    private mutating func update(_ total: UnsafeMutablePointer<Double>, count: Int) {
        step += 1
        if plan.divides { for i in 0..<plan.parameterCount { total[i] /= Double(count) } }
        switch plan.training.optimizer {
        case .sgd:
            for i in 0..<plan.parameterCount where !frozen[i] { memory[i] -= plan.training.rate * total[i] }
        case .momentum(let momentum):
            let velocity = memory + plan.parameterCount
            for i in 0..<plan.parameterCount where !frozen[i] {
                velocity[i] = momentum * velocity[i] + total[i]
                memory[i] -= plan.training.rate * velocity[i]
            }
        case .adam(let beta1, let beta2, let epsilon):
            adam(total, beta1, beta2, epsilon)
        }
    }

    private func adam(_ total: UnsafeMutablePointer<Double>, _ beta1: Double, _ beta2: Double, _ epsilon: Double) {
        let first = memory + plan.parameterCount
        let second = first + plan.parameterCount
        let firstBias = 1 - Double.pow(beta1, Double(step))
        let secondBias = 1 - Double.pow(beta2, Double(step))
        for i in 0..<plan.parameterCount where !frozen[i] {
            first[i] = beta1 * first[i] + (1 - beta1) * total[i]
            second[i] = beta2 * second[i] + (1 - beta2) * (total[i] * total[i])
            let mean = first[i] / firstBias
            memory[i] -= plan.training.rate * mean / ((second[i] / secondBias).squareRoot() + epsilon)
        }
    }

    /// True when a number is NaN or infinite: its exponent bits are all set.
    @inline(__always)
    private func hasNonFinite(_ numbers: UnsafeMutablePointer<Double>, _ count: Int) -> Bool {
        var found = false
        for i in 0..<count {
            let exponent = numbers[i].bitPattern & 0x7FF0_0000_0000_0000
            found = (exponent == 0x7FF0_0000_0000_0000) || found
        }
        return found
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
        let values = Array(UnsafeBufferPointer(start: memory + plan.values, count: plan.layout.count))
        let fault = plan.architecture.firstNonFinite(values)
        return NonFinite(
            stage: .forward, quantity: fault?.name ?? "loss", value: fault?.value ?? .nan, epoch: epochNumber,
            instance: instance)
    }

    /// Where the gradient of a batch went wrong: in an instance, or in the sum over instances.
    private func backwardFault(_ places: Range<Int>) -> NonFinite {
        for place in places {
            _ = forward(order[place])
            backward(into: memory + plan.gradients)
            let values = Array(
                UnsafeBufferPointer(start: memory + plan.valueGradients, count: plan.layout.gradientCount))
            let parameters = Array(UnsafeBufferPointer(start: memory + plan.gradients, count: plan.parameterCount))
            guard let fault = plan.architecture.firstNonFiniteGradient(values, parameters) else { continue }
            return NonFinite(
                stage: .backward, quantity: fault.name, value: fault.value, epoch: epochNumber, instance: order[place])
        }
        let totals = UnsafeBufferPointer(start: memory + plan.totals, count: plan.parameterCount)
        let i = totals.firstIndex { !$0.isFinite } ?? 0
        return NonFinite(
            stage: .backward, quantity: plan.architecture.parameterNames[i], value: totals[i], epoch: epochNumber)
    }
}
