import Tensors

/// The forward pass of one instance over flat buffers: no allocation, no dispatch, a fixed order of every sum.
///
/// The single steps (`Network.forward`, `Pass.backward`, `Network.updated`) and training run these same kernels, so both
/// give the same bits.
enum ForwardKernel {
    typealias Values = UnsafeMutablePointer<Double>

    /// Fills the sums and outputs of every layer. `values` starts with the inputs.
    @inline(__always)
    static func run(_ plans: UnsafeBufferPointer<LayerPlan>, _ parameters: UnsafePointer<Double>, _ values: Values) {
        for plan in plans {
            sums(plan, parameters, values)
            activate(plan, values + plan.sums, values + plan.outputs)
        }
    }

    /// `in[j] = x[0]·w[0, j] + x[1]·w[1, j] + … + b[j]`, added from left to right.
    ///
    /// A narrow layer is added up unit by unit in a register, a wide one row by row, which the processor does for many
    /// units at once; each unit's sum is added in the same order both ways.
    @inline(__always)
    private static func sums(_ plan: LayerPlan, _ parameters: UnsafePointer<Double>, _ values: Values) {
        let sources = values + plan.sourceValues
        let sums = values + plan.sums
        let weights = parameters + plan.weights
        guard plan.units < 8 else { return wideSums(plan, parameters, values) }
        for j in 0..<plan.units {
            var total = sources[0] * weights[j]
            for i in 1..<max(plan.sources, 1) { total += sources[i] * weights[i &* plan.units &+ j] }
            sums[j] = plan.biases >= 0 ? total + parameters[plan.biases &+ j] : total
        }
    }

    private static func wideSums(_ plan: LayerPlan, _ parameters: UnsafePointer<Double>, _ values: Values) {
        let sources = values + plan.sourceValues
        let sums = values + plan.sums
        let weights = parameters + plan.weights
        for j in 0..<plan.units { sums[j] = sources[0] * weights[j] }
        for i in 1..<max(plan.sources, 1) {
            let row = weights + i * plan.units
            for j in 0..<plan.units { sums[j] += sources[i] * row[j] }
        }
        guard plan.biases >= 0 else { return }
        for j in 0..<plan.units { sums[j] += parameters[plan.biases + j] }
    }

    @inline(__always)
    private static func activate(_ plan: LayerPlan, _ sums: Values, _ outputs: Values) {
        switch plan.activation {
        case .sigmoid: for j in 0..<plan.units { outputs[j] = Double.sigmoid(sums[j]) }
        case .tanh: for j in 0..<plan.units { outputs[j] = Double.tanh(sums[j]) }
        case .relu: for j in 0..<plan.units { outputs[j] = sums[j] > 0 ? sums[j] : 0 }
        case .leakyRelu:
            for j in 0..<plan.units { outputs[j] = sums[j] > 0 ? sums[j] : Activation.leakySlope * sums[j] }
        case .softplus: for j in 0..<plan.units { outputs[j] = Double.softplus(sums[j]) }
        case .linear: for j in 0..<plan.units { outputs[j] = sums[j] }
        case .softmax: softmax(sums, outputs, count: plan.units)
        }
    }

    /// `y[j] = exp(z[j] − m) / Σₖ exp(z[k] − m)` with m the greatest z, so that nothing overflows.
    private static func softmax(_ sums: Values, _ outputs: Values, count: Int) {
        let greatest = maximum(sums, count: count)
        var total = 0.0
        for j in 0..<count {
            outputs[j] = Double.exp(sums[j] - greatest)
            total += outputs[j]
        }
        for j in 0..<count { outputs[j] /= total }
    }

    private static func maximum(_ values: Values, count: Int) -> Double {
        var greatest = values[0]
        for j in 1..<max(count, 1) where values[j] > greatest { greatest = values[j] }
        return greatest
    }

    /// Fills the errors `y − t` and the loss. The targets are in place.
    @inline(__always)
    static func loss(_ loss: Loss, _ layout: ValueLayout, sums: Int, _ values: Values) {
        let outputs = values + layout.outputs
        let targets = values + layout.targets
        let errors = values + layout.errors
        for j in 0..<layout.outputCount { errors[j] = outputs[j] - targets[j] }
        switch loss {
        case .sse: values[layout.loss] = squares(errors, layout.outputCount)
        case .halfSSE: values[layout.loss] = squares(errors, layout.outputCount) * 0.5
        case .mse: values[layout.loss] = squares(errors, layout.outputCount) / Double(layout.outputCount)
        case .bce: values[layout.loss] = binaryCrossEntropy(values + sums, targets, layout.outputCount)
        case .softmaxCE: values[layout.loss] = softmaxCrossEntropy(values + sums, targets, layout.outputCount)
        }
    }

    @inline(__always)
    private static func squares(_ errors: Values, _ count: Int) -> Double {
        var total = errors[0] * errors[0]
        for j in 1..<max(count, 1) { total += errors[j] * errors[j] }
        return total
    }

    /// `Σ t·softplus(−z) + (1 − t)·softplus(z)`: −ln σ(z) is softplus(−z), and −ln (1 − σ(z)) is softplus(z).
    ///
    /// The terms with coefficient zero are left out, so that a sure and right answer costs exactly nothing extra.
    private static func binaryCrossEntropy(_ sums: Values, _ targets: Values, _ count: Int) -> Double {
        var total = 0.0
        for j in 0..<count {
            if targets[j] != 0 { total += targets[j] * Double.softplus(-sums[j]) }
            if targets[j] != 1 { total += (1 - targets[j]) * Double.softplus(sums[j]) }
        }
        return total
    }

    /// `Σ t·(m − z + ln Σ exp(z − m))` with m the greatest z.
    private static func softmaxCrossEntropy(_ sums: Values, _ targets: Values, _ count: Int) -> Double {
        let greatest = maximum(sums, count: count)
        var total = 0.0
        for j in 0..<count { total += Double.exp(sums[j] - greatest) }
        let logarithm = Double.log(total)
        var loss = 0.0
        for j in 0..<count where targets[j] != 0 { loss += targets[j] * ((greatest - sums[j]) + logarithm) }
        return loss
    }
}
