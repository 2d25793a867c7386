import Networks
import Tensors
import Testing

/// Every value of `tutorial.json`, to the last bit.
@Suite struct GoldenTests {
    let golden: Frozen
    let toy: Network
    let data: DataSet

    init() throws {
        golden = try Frozen(file: "tutorial.json")
        toy = try tutorialNetwork()
        data = try tutorialData()
    }

    private func expect(_ pass: Pass, _ frozen: Frozen, sourceLocation: SourceLocation = #_sourceLocation) {
        for (name, key) in [
            ("inputs", "x"), ("targets", "t"), ("h_in", "h_in"), ("h", "h"), ("y_in", "y_in"), ("y", "y"),
            ("outputs", "y"),
            ("errors", "e"), ("loss", "loss"),
        ] {
            #expect(pass.value(named: name)?.numbers == frozen[key].numbers, "\(name)", sourceLocation: sourceLocation)
        }
    }

    private func expect(
        _ gradients: Gradients, _ frozen: Frozen, _ names: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for name in names {
            let key = name == "inputs" ? "x" : name
            #expect(
                gradients.value(named: name)?.numbers == frozen[key].numbers, "\(name)", sourceLocation: sourceLocation)
        }
    }

    @Test func passes() throws {
        expect(try toy.forward(data[0]), golden["first"])
        expect(try toy.forward(data[1]), golden["second"])
    }

    @Test func gradients() throws {
        let names = ["y", "y_in", "V", "h", "h_in", "W", "inputs"]
        let first = try toy.forward(data[0]).backward()
        let second = try toy.forward(data[1]).backward()
        expect(first, golden["grad_first"], names)
        expect(second, golden["grad_second"], names)
        expect(try first.adding(second), golden["grad_sum"], ["W", "V"])
    }

    @Test func update() throws {
        let gradients = [try toy.forward(data[0]).backward(), try toy.forward(data[1]).backward()]
        let after = try toy.update(gradients: gradients, rate: 0.5).after
        #expect(after.weights(layer: 0).elements == golden["step1"]["W"].numbers)
        #expect(after.weights(layer: 1).elements == golden["step1"]["V"].numbers)
        expect(try after.forward(data[0]), golden["step1"]["first"])
        expect(try after.forward(data[1]), golden["step1"]["second"])
    }

    @Test func tweaked() throws {
        var change = NetworkChange()
        change.matrices = [("V", Tensor(rows: [[2, -2.5], [0.3, 1.5]]))]
        let tweaked = try toy.deriving(change)
        expect(try tweaked.forward(data[0]), golden["tweaked"]["first"])
        expect(try tweaked.forward(data[1]), golden["tweaked"]["second"])
    }

    @Test func twoHundredEpochs() throws {
        let run = try toy.train(data, Training(epochs: 200, rate: 0.5))
        let frozen = golden["trained200"]
        #expect(run.network.weights(layer: 0).elements == frozen["W"].numbers)
        #expect(run.network.weights(layer: 1).elements == frozen["V"].numbers)
        #expect(frozen["losses"].rows == (0...200).map { k in run.losses.map { $0[k] } })
        #expect(run.loss == frozen["losses"].rows.map { $0[0] + $0[1] })
        expect(try run.network.forward(data[0]), frozen["first"])
        expect(try run.network.forward(data[1]), frozen["second"])
    }
}
