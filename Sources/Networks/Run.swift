import Tensors

/// A training run: the losses on the way and the network at every point of it.
///
/// Networks between two checkpoints are computed again when asked for; the memory a run takes is bounded.
public struct Run: Sendable {
    let plan: TrainingPlan
    let checkpoints: Checkpoints
    /// The network before training.
    public let start: Network
    /// The network after training.
    public let network: Network
    /// Loss of each instance after each epoch, one epoch after the other; entry 0 is before training.
    let instanceLosses: [Double]
    /// The loss of the whole data set after each epoch, added up over instances; entry 0 is before training.
    public let loss: [Double]

    public var training: Training { plan.training }
    public var data: DataSet { plan.data }
    public var epochs: Int { plan.training.epochs }
    public var rate: Double { plan.training.rate }
    /// How many updates an epoch makes.
    public var stepsPerEpoch: Int { plan.stepsPerEpoch }
    /// How many updates the run made.
    public var steps: Int { plan.stepsPerEpoch * plan.training.epochs }

    /// The loss of instance `i` after each epoch; entry 0 is before training.
    public func losses(instance i: Int) -> [Double] {
        (0...epochs).map { instanceLosses[$0 * data.count + i] }
    }
    /// `losses[i][k]` is the loss of instance i after k epochs.
    public var losses: [[Double]] { data.instances.indices.map { losses(instance: $0) } }

    /// The network after `k` epochs, from 0 to `epochs`; nil outside.
    public func epoch(_ k: Int) -> Network? {
        guard k >= 0, k <= epochs else { return nil }
        return step(k * stepsPerEpoch)
    }

    /// The network after `k` updates, from 0 to `steps`; nil outside.
    public func step(_ k: Int) -> Network? {
        guard k >= 0, k <= steps else { return nil }
        let stepsPerCheckpoint = checkpoints.interval * stepsPerEpoch
        let index = k / stepsPerCheckpoint
        if index * stepsPerCheckpoint == k {
            return plan.network(Array(checkpoints.state(index).prefix(plan.parameterCount)))
        }
        var trainer = Trainer(plan, from: checkpoints, index)
        do throws(NetworkError) {
            while trainer.step + stepsPerEpoch <= k { try trainer.epoch(losses: nil) }
            if trainer.step < k { trainer.beginEpoch() }
            for batch in 0..<(k - trainer.step) { try trainer.batch(places(batch), losses: nil) }
        } catch {
            preconditionFailure("a run that ended well can be run again")
        }
        return plan.network(trainer.parameters)
    }

    private func places(_ batch: Int) -> Range<Int> {
        batch * plan.batch..<min((batch + 1) * plan.batch, data.count)
    }
}

extension Network {
    /// Trains the network on `data`.
    ///
    /// - Throws: what is wrong with the network, the data or the settings before anything is computed; `nonFinite` naming
    ///   value, epoch and instance when the run leaves the numbers.
    public func train(_ data: DataSet, _ training: Training) throws(NetworkError) -> Run {
        try train(data, training, remembering: Checkpoints.memoryLimit)
    }

    /// Trains, with checkpoints that hold about `limit` numbers at most.
    func train(_ data: DataSet, _ training: Training, remembering limit: Int) throws(NetworkError) -> Run {
        let plan = try TrainingPlan(self, data, training)
        var losses = [Double](repeating: 0, count: (training.epochs + 1) * data.count)
        var checkpoints = Checkpoints(plan, parameters: parameters, limit: limit)
        var trainer = Trainer(plan, from: checkpoints, 0)
        var failure: NetworkError?
        losses.withUnsafeMutableBufferPointer { losses in
            guard let losses = losses.baseAddress else { return }
            do throws(NetworkError) {
                for epoch in 0..<training.epochs {
                    let row = losses + epoch * data.count
                    let isWhole = plan.stepsPerEpoch == 1
                    if !isWhole { try trainer.evaluate(into: row) }
                    try trainer.epoch(losses: isWhole ? row : nil)
                    if (epoch + 1) % checkpoints.interval == 0 { trainer.save(in: &checkpoints) }
                }
                try trainer.evaluate(into: losses + training.epochs * data.count)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return Run(
            plan: plan, checkpoints: checkpoints, start: self,
            network: plan.network(trainer.parameters), instanceLosses: losses,
            loss: Run.totals(losses, instances: data.count))
    }
}

extension Run {
    static func totals(_ losses: [Double], instances: Int) -> [Double] {
        stride(from: 0, to: losses.count, by: instances).map { first in
            var total = losses[first]
            for i in 1..<max(instances, 1) { total += losses[first + i] }
            return total
        }
    }
}
