import Cells
import Diagnostics
import Networks
import Tensors

extension Evaluator {
    mutating func data(_ body: DataBody, _ directive: Directive) -> DataSet? {
        let isTarget = body.columns.map { column in body.targets.contains { $0.value == column.value } }
        let inputs = body.columns.indices.filter { !isTarget[$0] }
        let targets = body.targets.compactMap { target in body.columns.firstIndex { $0.value == target.value } }
        let rows = body.rows.map { row in (inputs + targets).map { row[$0].value } }
        let data = attempt(at: directive.range) { () throws(NetworkError) in
            try DataSet(
                inputNames: inputs.map { body.columns[$0].value }, targetNames: targets.map { body.columns[$0].value },
                rows: rows)
        }
        // A plot that cannot be drawn is told; the data are data all the same.
        if let data, directive.display == .plot { _ = classes(of: data, at: directive.range) }
        return data
    }

    mutating func forward(_ body: ForwardBody, _ directive: Directive) -> Pass? {
        let network = networkValue(body.network)
        let instance = instanceValue(body.input)
        guard let network, let instance else { return nil }
        return attempt(at: body.input.range) { () throws(NetworkError) in try network.forward(instance) }
    }

    mutating func backward(_ body: BackwardBody, _ directive: Directive) -> Gradients? {
        guard let pass = passValue(body.pass) else { return nil }
        return attempt(at: body.pass.range) { () throws(NetworkError) in try pass.backward() }
    }

    mutating func update(_ body: UpdateBody, _ directive: Directive) -> Update? {
        let network = networkValue(body.network)
        let gradients = body.gradients.compactMap { gradientsValue($0) }
        let rate = number(body.rate)
        let reduce = body.reduce.flatMap { Reduction(rawValue: $0.value) } ?? .sum
        guard let network, let rate, gradients.count == body.gradients.count, check(body.freeze, network) else {
            return nil
        }
        do {
            return try network.update(
                gradients: gradients, rate: rate, freeze: body.freeze.map { $0.value }, reduce: reduce)
        } catch {
            report(Evaluation.diagnostic(for: error, at: place(of: error, in: body) ?? directive.range))
            return nil
        }
    }

    private func place(of error: NetworkError, in body: UpdateBody) -> SourceRange? {
        switch error {
        case .differentArchitecture: body.gradients.first?.range
        case .invalidRate: body.rate.range
        default: nil
        }
    }

    mutating func train(_ body: TrainBody, _ directive: Directive) -> Run? {
        let network = networkValue(body.network)
        let data = dataValue(body.data)
        let epochs = wholeNumber(body.epochs)
        let rate = number(body.rate)
        let batch = body.batch.map { wholeNumber($0) }
        guard let network, let data, let epochs, let rate, batch != .some(nil), let optimizer = optimizer(body),
            let seed = seed(body.seed), check(body.freeze, network)
        else { return nil }
        let training = Training(
            epochs: epochs, rate: rate, batch: batch ?? nil,
            reduce: body.reduce.flatMap { Reduction(rawValue: $0.value) },
            shuffle: body.shuffle, optimizer: optimizer, freeze: body.freeze.map { $0.value }, seed: seed)
        do {
            let run = try network.train(data, training)
            if directive.display == .plot, let large = run.loss.first(where: { Plottable.number($0) == nil }) {
                report(
                    Diagnostic(
                        code: "plot.non-finite", "a loss of \(pythonRepr(large)) cannot be plotted", at: directive.range
                    ))
                return nil
            }
            return run
        } catch {
            report(Evaluation.diagnostic(for: error, at: place(of: error, in: body) ?? directive.range))
            return nil
        }
    }

    private mutating func optimizer(_ body: TrainBody) -> Optimizer? {
        switch body.optimizer?.value {
        case "momentum": return value(body.momentum, Optimizer.defaultMomentum).map(Optimizer.momentum)
        case "adam":
            guard let beta1 = value(body.beta1, 0.9), let beta2 = value(body.beta2, 0.999),
                let epsilon = value(body.epsilon, 1e-8)
            else { return nil }
            return .adam(beta1: beta1, beta2: beta2, epsilon: epsilon)
        default: return .sgd
        }
    }

    private mutating func value(_ expression: Expression?, _ standard: Double) -> Double? {
        guard let expression else { return standard }
        return number(expression)
    }

    /// Every name under `freeze` must be one of the network's.
    private mutating func check(_ freeze: [Located<String>], _ network: Network) -> Bool {
        var isGood = true
        for name in freeze where !network.allNames.contains(name.value) {
            report(
                Diagnostic(
                    code: "directive.freeze", "the network has no weight, matrix or bias '\(name.value)'",
                    at: name.range,
                    suggestion: nearestName(to: name.value, in: network.allNames)))
            isGood = false
        }
        return isGood
    }

    private func place(of error: NetworkError, in body: TrainBody) -> SourceRange? {
        switch error {
        case .inputCount, .targetCount, .inputOrder, .noTargets, .emptyData: body.data.range
        case .invalidRate: body.rate.range
        case .invalidEpochs, .tooMuchWork: body.epochs.range
        case .invalidBatch: body.batch?.range
        case .batchNeedsReduce: body.batch?.range
        case .invalidHyperparameter(let name, _):
            switch name {
            case "momentum": body.momentum?.range
            case "beta1": body.beta1?.range
            case "beta2": body.beta2?.range
            default: body.epsilon?.range
            }
        default: nil
        }
    }
}
