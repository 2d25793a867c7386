@testable import Networks
import Tensors
import Testing

/// Training against NumPy (`networks.py`), and against the single steps it stands for.
@Suite struct TrainingTests {
    let golden: Frozen
    let data: DataSet
    let start: Network

    init() throws {
        golden = try Frozen(file: "networks.json")
        let rows = zip(golden["data"]["X"].rows, golden["data"]["T"].rows).map { $0 + $1 }
        data = try DataSet(inputNames: ["x1", "x2"], targetNames: ["t1"], rows: rows)
        start = try TrainingTests.network(sizes: [2, 3, 1], activations: [.tanh, .linear], seed: 3)
    }

    /// normal(0, 0.7) weights and normal biases, as the script draws them.
    static func network(sizes: [Int], activations: [Activation], seed: UInt64) throws -> Network {
        let layers = activations.enumerated().map { k, activation in
            LayerDeclaration(
                name: k == activations.count - 1 ? "y" : "h\(k + 1)", weights: .initialiser(.normal(0.7)),
                bias: .initialiser(.normal(0.7)), units: .count(sizes[k + 1]), activation: activation)
        }
        return try NetworkDeclaration(inputs: (1...sizes[0]).map { "x\($0)" }, layers: layers, seed: seed).network()
    }

    @Test func threeHiddenTanhLayersWithBiasesAgreeWithNumPy() throws {
        let deep = golden["deep"]
        let network = try TrainingTests.network(
            sizes: [3, 4, 3, 2, 2], activations: [.tanh, .tanh, .tanh, .sigmoid], seed: 5)
        #expect(network.parameters == deep["parameters"].numbers)
        let pass = try network.forward(
            Instance(
                inputNames: network.inputs, inputs: [0.3, -1.2, 0.8], targetNames: ["t1", "t2"], targets: [1, 0.25]))
        let gradients = try pass.backward()
        expectClose(pass.outputs, deep["outputs"].numbers, relative: 1e-12)
        expectClose(pass.outputs(layer: 0), deep["hidden"].numbers, relative: 1e-12)
        expectClose([pass.loss ?? .nan], deep["loss"].numbers, relative: 1e-12)
        expectClose(gradients.parameters, deep["gradient"].numbers, relative: 1e-12)
        expectClose(gradients.inputs, deep["inputs"].numbers, relative: 1e-12)
    }

    static let optimizers: [(String, Optimizer, Double)] = [
        ("sgd", .sgd, 0.05), ("momentum", .momentum(0.9), 0.01), ("adam", .defaultAdam, 0.02),
    ]

    @Test(arguments: optimizers)
    func optimizersAgreeWithNumPy(name: String, optimizer: Optimizer, rate: Double) throws {
        let whole = try start.train(data, Training(epochs: 12, rate: rate, optimizer: optimizer))
        expectClose(whole.network.parameters, golden[name]["parameters"].numbers, relative: 1e-11)
        expectClose(whole.loss, golden[name]["losses"].numbers, relative: 1e-11)
        let batches = try start.train(
            data,
            Training(
                epochs: 12, rate: rate, batch: 3, reduce: .mean, shuffle: true, optimizer: optimizer, seed: 21))
        expectClose(batches.network.parameters, golden[name + "-batches"]["parameters"].numbers, relative: 1e-11)
        expectClose(batches.loss, golden[name + "-batches"]["losses"].numbers, relative: 1e-11)
    }

    @Test func theOrderOfAnEpochIsNumPysPermutation() {
        var generator = Generator(seed: 21)
        #expect(generator.permutation(7).map { Double($0) } == golden["orders"].numbers)
    }

    @Test(arguments: [Reduction.sum, .mean])
    func trainingEqualsTheSingleStepsToTheLastBit(reduce: Reduction) throws {
        for sample in try Sample.all() where sample.network.layers.count < 3 {
            let network = sample.network
            let rows = [sample.instance, sample.nudged(0.5), sample.nudged(-0.3)].map { $0.inputs + $0.targets }
            let data = try DataSet(
                inputNames: network.inputs, targetNames: sample.instance.targetNames, rows: rows)
            let run = try network.train(data, Training(epochs: 3, rate: 0.1, batch: 2, reduce: reduce))
            var stepped = network
            for epoch in 0...3 {
                let losses = try data.instances.map { try stepped.forward($0).loss }
                #expect(run.losses.map { $0[epoch] } == losses)
                #expect(run.epoch(epoch)?.parameters == stepped.parameters)
                if epoch == 3 { break }
                for places in [0..<2, 2..<3] {
                    let gradients = try places.map { try stepped.forward(data[$0]).backward() }
                    stepped = try stepped.update(gradients: gradients, rate: 0.1, reduce: reduce).after
                }
            }
            #expect(run.network.parameters == stepped.parameters, "\(sample.testDescription)")
        }
    }

    @Test func everyStepCanBeAskedForWhateverIsRemembered() throws {
        let training = Training(
            epochs: 9, rate: 0.02, batch: 3, reduce: .mean, shuffle: true, optimizer: .defaultAdam, seed: 4)
        let all = try start.train(data, training, remembering: 1 << 20)
        let few = try start.train(data, training, remembering: 200)
        let none = try start.train(data, training, remembering: 1)
        #expect(all.steps == 27)
        for step in 0...27 {
            let network = all.step(step)
            #expect(network != nil)
            #expect(network == few.step(step), "step \(step)")
            #expect(network == none.step(step), "step \(step)")
        }
        #expect(all.step(27) == all.network)
        #expect(all.epoch(0) == start)
        #expect(all.epoch(5) == all.step(15))
        #expect(all.step(28) == nil)
        #expect(all.epoch(-1) == nil)
        for epoch in 0...9 {
            let network = try #require(all.epoch(epoch))
            let losses = try data.instances.map { try #require(network.forward($0).loss) }
            #expect(all.losses.map { $0[epoch] } == losses)
            #expect(all.loss[epoch] == losses.dropFirst().reduce(losses[0], +))
        }
    }

    @Test func frozenParametersStay() throws {
        for optimizer in [Optimizer.sgd, .momentum(0.9), .defaultAdam] {
            let run = try start.train(
                data, Training(epochs: 3, rate: 0.1, optimizer: optimizer, freeze: ["W1", "w2_3_1", "b_h1_2"]))
            let frozen = try #require(run.start.names.firstIndex(of: "w2_3_1"))
            for (i, name) in start.names.enumerated() {
                let isFrozen = i < 6 || i == frozen || name == "b_h1_2"
                #expect((run.network.parameters[i] == start.parameters[i]) == isFrozen, "\(name)")
            }
        }
    }

    @Test func theTutorialEndsWhereItSays() throws {
        let run = try tutorialNetwork().train(tutorialData(), Training(epochs: 200, rate: 0.5))
        let outputs = try tutorialData().instances.map { try run.network.forward($0).outputs }
        expectClose(
            outputs.flatMap { $0 }, [0.94607312, 0.04903031, 0.05606368, 0.95082381], relative: 0, absolute: 5e-9)
        #expect(run.epoch(1)?.value(named: "v11")?.numbers == [1.0525937301848995])
    }
}

extension Sample {
    /// The instance with other inputs.
    func nudged(_ d: Double) -> Instance {
        Instance(
            inputNames: instance.inputNames, inputs: instance.inputs.map { $0 + d }, targetNames: instance.targetNames,
            targets: instance.targets)
    }
}

/// What keeps a training from starting or from ending.
@Suite struct TrainingErrorTests {
    private func failure(_ training: Training, _ data: DataSet? = nil, _ network: Network? = nil) throws
        -> NetworkError?
    {
        let (toy, rows) = (try network ?? tutorialNetwork(), try data ?? tutorialData())
        do throws(NetworkError) {
            _ = try toy.train(rows, training)
            return nil
        } catch {
            return error
        }
    }

    @Test func settingsAreChecked() throws {
        #expect(try failure(Training(epochs: -1, rate: 1)) == .invalidEpochs(-1))
        #expect(try failure(Training(epochs: 1, rate: .infinity)) == .invalidRate(.infinity))
        #expect(try failure(Training(epochs: 1, rate: 1, batch: 0, reduce: .sum)) == .invalidBatch(0))
        #expect(try failure(Training(epochs: 1, rate: 1, batch: 1)) == .batchNeedsReduce)
        #expect(
            try failure(Training(epochs: 1, rate: 1, optimizer: .momentum(1)))
                == .invalidHyperparameter(name: "momentum", value: 1))
        #expect(
            try failure(Training(epochs: 1, rate: 1, freeze: ["w99"]))
                == .unknownName("w99", known: ["W", "w11", "w12", "w21", "w22", "V", "v11", "v12", "v21", "v22"]))
        #expect(try failure(Training(epochs: 1, rate: 1, freeze: ["h1"])) == .notAParameter("h1"))
        #expect(
            try failure(Training(epochs: 1, rate: 1), DataSet(inputNames: ["x1", "x2"], targetNames: ["t1"], rows: []))
                == .emptyData)
        guard case .tooMuchWork? = try failure(Training(epochs: .max - 1, rate: 1)) else {
            Issue.record("an endless run is refused")
            return
        }
    }

    @Test func aDivergingRunNamesValueEpochAndInstance() throws {
        let line = try NetworkDeclaration(
            inputs: ["x"],
            layers: [
                LayerDeclaration(name: "y", letter: "W", weights: .matrix(Tensor(rows: [[3]])), activation: .linear)
            ]
        ).network()
        let data = try DataSet(inputNames: ["x"], targetNames: ["t1"], rows: [[4, 8]])
        let error = try failure(Training(epochs: 200, rate: 1e10), data, line)
        guard case .nonFinite(let fault)? = error else {
            Issue.record("the run diverges, but ended with \(String(describing: error))")
            return
        }
        #expect(fault.stage == .forward)
        #expect(fault.quantity == "loss")
        // Each update multiplies the error of 4 by 1 − 32·1e10: after 14 of them its square exceeds 1.8e308.
        #expect(fault.epoch == 15)
        #expect(fault.instance == 0)
    }
}
