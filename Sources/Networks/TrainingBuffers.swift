import Tensors

/// What a training step reads and writes: bare addresses and offsets, copied freely, so that the inner loops touch
/// nothing that is counted or may be shared.
///
/// The memory behind it belongs to a `Trainer`: the parameters, the optimiser's numbers, the values of one pass, their
/// gradients, the gradient of one instance by the parameters, the sum of those over a batch, and all rows of the data.
struct TrainingBuffers {
    typealias Numbers = UnsafeMutablePointer<Double>

    let plans: UnsafeBufferPointer<LayerPlan>
    let layout: ValueLayout
    let loss: Loss
    let inputCount: Int
    let rowWidth: Int
    let lastSums: Int
    let parameterCount: Int
    let parameters: Numbers
    let optimizerMemory: Numbers
    let values: Numbers
    let valueGradients: Numbers
    let gradients: Numbers
    let totals: Numbers
    let rows: Numbers
    let order: UnsafeMutablePointer<Int>
    let frozen: UnsafeMutablePointer<Bool>

    /// The forward pass of an instance; its loss.
    @inline(__always)
    func forward(_ instance: Int) -> Double {
        let row = rows + instance * rowWidth
        for i in 0..<inputCount { values[i] = row[i] }
        for j in 0..<layout.outputCount { values[layout.targets + j] = row[inputCount + j] }
        ForwardKernel.run(plans, parameters, values)
        ForwardKernel.loss(loss, layout, sums: lastSums, values)
        return values[layout.loss]
    }

    /// The gradient of the pass just made.
    @inline(__always)
    func backward(into result: Numbers) {
        BackwardKernel.run(
            BackwardKernel.Buffers(
                plans: plans, layout: layout, loss: loss, parameters: parameters, values: values,
                gradients: valueGradients, parameterGradients: result),
            includingInputs: false)
    }

    /// True when a value of the pass just made is NaN or infinite.
    @inline(__always)
    var hasFaultyValue: Bool { hasNonFinite(values, layout.count) }

    /// True when a number is NaN or infinite: its exponent bits are all set.
    @inline(__always)
    func hasNonFinite(_ numbers: Numbers, _ count: Int) -> Bool {
        var found = false
        for i in 0..<count {
            let exponent = numbers[i].bitPattern & 0x7FF0_0000_0000_0000
            found = (exponent == 0x7FF0_0000_0000_0000) || found
        }
        return found
    }

    /// Adds the gradients of some instances to the totals; the first instance with a faulty value ends it.
    @inline(__always)
    func accumulate(_ places: Range<Int>, losses: Numbers?) -> (faulty: Int?, isNumber: Bool) {
        for place in places {
            let instance = order[place]
            let loss = forward(instance)
            if let losses { losses[instance] = loss }
            if hasFaultyValue { return (instance, false) }
            guard place > places.lowerBound else {
                backward(into: totals)
                continue
            }
            backward(into: gradients)
            for i in 0..<parameterCount { totals[i] += gradients[i] }
        }
        return (nil, !hasNonFinite(totals, parameterCount))
    }

    /// Moves the parameters by the reduced gradient in the totals; `step` counts from one.
    @inline(__always)
    func update(_ optimizer: Optimizer, rate: Double, step: Int) {
        switch optimizer {
        case .sgd:
            for i in 0..<parameterCount where !frozen[i] { parameters[i] -= rate * totals[i] }
        case .momentum(let momentum):
            for i in 0..<parameterCount where !frozen[i] {
                optimizerMemory[i] = momentum * optimizerMemory[i] + totals[i]
                parameters[i] -= rate * optimizerMemory[i]
            }
        case .adam(let beta1, let beta2, let epsilon):
            adam(beta1, beta2, epsilon, rate: rate, step: step)
        }
    }

    private func adam(_ beta1: Double, _ beta2: Double, _ epsilon: Double, rate: Double, step: Int) {
        let first = optimizerMemory
        let second = optimizerMemory + parameterCount
        let firstBias = 1 - Double.pow(beta1, Double(step))
        let secondBias = 1 - Double.pow(beta2, Double(step))
        for i in 0..<parameterCount where !frozen[i] {
            first[i] = beta1 * first[i] + (1 - beta1) * totals[i]
            second[i] = beta2 * second[i] + (1 - beta2) * (totals[i] * totals[i])
            let mean = first[i] / firstBias
            parameters[i] -= rate * mean / ((second[i] / secondBias).squareRoot() + epsilon)
        }
    }
}
