import Tensors

/// The gradient of one instance's loss over flat buffers, by the formulas of each layer.
enum BackwardKernel {
    typealias Values = UnsafeMutablePointer<Double>

    /// Everything a backward pass reads and writes.
    struct Buffers {
        let plans: UnsafeBufferPointer<LayerPlan>
        let layout: ValueLayout
        let loss: Loss
        let parameters: UnsafePointer<Double>
        /// The values of the pass.
        let values: Values
        /// ∂L/∂value, laid out like the values up to the outputs.
        let gradients: Values
        /// ∂L/∂parameter, laid out like the parameters.
        let parameterGradients: Values
    }

    /// Fills all gradients. Those of the inputs and of the first layer's sources only if `includingInputs`.
    @inline(__always)
    static func run(_ b: Buffers, includingInputs: Bool) {
        outputGradients(b)
        for k in stride(from: b.plans.count - 1, through: 0, by: -1) {
            let plan = b.plans[k]
            if k == b.plans.count - 1, b.loss.requiredActivation != nil {
                directSums(b, plan)
            } else {
                throughActivation(plan, b.values, b.gradients)
            }
            parameters(b, plan)
            if k > 0 || includingInputs { sources(b, plan) }
        }
    }

    /// ∂L/∂y of the outputs.
    ///
    /// For the cross-entropies the formula is taken as it stands, `(1 − t)/(1 − y) − t/y` and `−t/y`, with terms whose
    /// coefficient is zero left out and 1 − y computed as σ(−z). Beyond |z| ≈ 709 its true value is no longer a Double
    /// and it becomes infinite; no other gradient is computed from it.
    @inline(__always)
    private static func outputGradients(_ b: Buffers) {
        let errors = b.values + b.layout.errors
        let targets = b.values + b.layout.targets
        let outputs = b.values + b.layout.outputs
        let gradients = b.gradients + b.layout.outputs
        let count = b.layout.outputCount
        switch b.loss {
        case .sse: for j in 0..<count { gradients[j] = 2 * errors[j] }
        case .halfSSE: for j in 0..<count { gradients[j] = errors[j] }
        case .mse: for j in 0..<count { gradients[j] = 2 * errors[j] / Double(count) }
        case .bce:
            let sums = b.values + b.plans[b.plans.count - 1].sums
            for j in 0..<count {
                let wrong = targets[j] == 1 ? 0 : (1 - targets[j]) / Double.sigmoid(-sums[j])
                let right = targets[j] == 0 ? 0 : targets[j] / outputs[j]
                gradients[j] = wrong - right
            }
        case .softmaxCE: for j in 0..<count { gradients[j] = targets[j] == 0 ? 0 : -targets[j] / outputs[j] }
        }
    }

    /// ∂L/∂z of a cross-entropy's outputs: `y − t`, and for softmax `y·Σt − t`, which is the same when the targets add
    /// up to one.
    private static func directSums(_ b: Buffers, _ plan: LayerPlan) {
        let targets = b.values + b.layout.targets
        var total = 1.0
        if b.loss == .softmaxCE {
            total = targets[0]
            for j in 1..<max(plan.units, 1) { total += targets[j] }
        }
        for j in 0..<plan.units { b.gradients[plan.sums + j] = b.values[plan.outputs + j] * total - targets[j] }
    }

    /// ∂L/∂z = ∂y/∂z · ∂L/∂y, in this order; for softmax the product with the whole Jacobian.
    @inline(__always)
    private static func throughActivation(_ plan: LayerPlan, _ values: Values, _ gradients: Values) {
        let z = values + plan.sums
        let y = values + plan.outputs
        let upstream = gradients + plan.outputs
        let result = gradients + plan.sums
        switch plan.activation {
        case .sigmoid: for j in 0..<plan.units { result[j] = (y[j] * (1 - y[j])) * upstream[j] }
        case .tanh: for j in 0..<plan.units { result[j] = (1 - y[j] * y[j]) * upstream[j] }
        case .relu: for j in 0..<plan.units { result[j] = (z[j] > 0 ? 1 : 0) * upstream[j] }
        case .leakyRelu:
            for j in 0..<plan.units { result[j] = (z[j] > 0 ? 1 : Activation.leakySlope) * upstream[j] }
        case .softplus: for j in 0..<plan.units { result[j] = Double.sigmoid(z[j]) * upstream[j] }
        case .linear: for j in 0..<plan.units { result[j] = upstream[j] }
        case .softmax: softmax(y, upstream, result, count: plan.units)
        }
    }

    /// `∂L/∂z[i] = y[i]·(∂L/∂y[i] − Σⱼ y[j]·∂L/∂y[j])`.
    private static func softmax(_ y: Values, _ upstream: Values, _ result: Values, count: Int) {
        var mean = y[0] * upstream[0]
        for j in 1..<max(count, 1) { mean += y[j] * upstream[j] }
        for i in 0..<count { result[i] = y[i] * (upstream[i] - mean) }
    }

    /// ∂L/∂w[i, j] = x[i]·∂L/∂z[j], and ∂L/∂b[j] = ∂L/∂z[j].
    @inline(__always)
    private static func parameters(_ b: Buffers, _ plan: LayerPlan) {
        let upstream = b.gradients + plan.sums
        for i in 0..<plan.sources {
            let source = b.values[plan.sourceValues + i]
            let row = b.parameterGradients + plan.weights + i * plan.units
            for j in 0..<plan.units { row[j] = source * upstream[j] }
        }
        guard plan.biases >= 0 else { return }
        for j in 0..<plan.units { b.parameterGradients[plan.biases + j] = upstream[j] }
    }

    /// ∂L/∂x[i] = ∂L/∂z[0]·w[i, 0] + ∂L/∂z[1]·w[i, 1] + …, added from left to right: one term a path.
    @inline(__always)
    private static func sources(_ b: Buffers, _ plan: LayerPlan) {
        let upstream = b.gradients + plan.sums
        for i in 0..<plan.sources {
            let row = b.parameters + plan.weights + i * plan.units
            var total = upstream[0] * row[0]
            for j in 1..<max(plan.units, 1) { total += upstream[j] * row[j] }
            b.gradients[plan.sourceValues + i] = total
        }
    }
}
