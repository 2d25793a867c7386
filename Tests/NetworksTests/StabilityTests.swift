import Networks
import Tensors
import Testing

/// Sums of ±1e4 and more, and where numbers stop being finite.
@Suite struct StabilityTests {
    /// One layer whose sums are its weights, for the input is 1.
    private func pass(_ sums: [Double], _ activation: Activation, _ loss: Loss, _ targets: [Double]) throws -> Pass {
        let network = try NetworkDeclaration(
            inputs: ["x"],
            layers: [LayerDeclaration(name: "y", weights: .matrix(Tensor(rows: [sums])), activation: activation)],
            loss: loss
        ).network()
        return try network.forward(
            Instance(
                inputNames: ["x"], inputs: [1], targetNames: targets.indices.map { "t\($0 + 1)" }, targets: targets))
    }

    @Test(arguments: [-1e4, -750, -710, -40, -1, 0, 1, 40, 710, 750, 1e4])
    func binaryCrossEntropyIsComputedFromTheSum(z: Double) throws {
        // −ln σ(z) = ln(1 + e⁻ᶻ): −z far left, e⁻ᶻ far right.
        let expected = z < -40 ? -z : z > 40 ? Double.exp(-z) : Double.log1p(Double.exp(-z))
        let right = try pass([z], .sigmoid, .bce, [1])
        let wrong = try pass([-z], .sigmoid, .bce, [0])
        expectClose([right.loss ?? .nan, wrong.loss ?? .nan], [expected, expected], relative: 1e-15, absolute: 0)
        let gradient = try right.backward()
        expectClose([gradient.sums(layer: 0)[0]], [right.outputs[0] - 1], relative: 0, absolute: 0)
        #expect(gradient.parameters[0].isFinite)
    }

    @Test func aTargetBetweenCountsBothSides() throws {
        let pass = try pass([1e4, -1e4], .sigmoid, .bce, [0.25, 0.25])
        #expect(pass.loss == 0.75 * 1e4 + 0.25 * 1e4)
        #expect(try pass.backward().sums(layer: 0) == [0.75, -0.25])
    }

    @Test func theOutputsOwnDerivativeMayBeInfiniteAndStopsNothing() throws {
        let far = try pass([-1e4], .sigmoid, .bce, [1]).backward()
        #expect(far["y1_out"] == -.infinity)
        #expect(far["y1_in"] == -1)
        let near = try pass([2], .sigmoid, .bce, [0]).backward()
        expectClose([near["y1_out"] ?? .nan], [1 / (1 - Double.sigmoid(2))], relative: 1e-14)
    }

    @Test(arguments: [1.0, 1e2, 1e4])
    func softmaxCrossEntropyIsComputedFromTheSums(scale: Double) throws {
        let sums = [scale, -scale, 0.5 * scale]
        for k in 0..<3 {
            var targets = [0.0, 0, 0]
            targets[k] = 1
            let pass = try pass(sums, .softmax, .softmaxCE, targets)
            let total = sums.reduce(0) { $0 + Double.exp($1 - scale) }
            let expected = scale - sums[k] + Double.log(total)
            expectClose([pass.loss ?? .nan], [expected], relative: 1e-14)
            let gradients = try pass.backward().sums(layer: 0)
            #expect(gradients == zip(pass.outputs, targets).map { $0 - $1 })
        }
    }

    @Test func softmaxTargetsNeedNotAddUpToOne() throws {
        let gradients = try pass([0.3, -0.2], .softmax, .softmaxCE, [0.5, 2]).backward()
        let check = try gradients.check()
        #expect(check.distance < 1e-8)
    }

    @Test(arguments: Activation.allCases)
    func everyActivationStandsLargeSums(activation: Activation) throws {
        for z in [-1e4, 1e4] {
            let pass = try pass([z, 0], activation, .sse, [0, 0])
            #expect(try pass.backward().parameters.allSatisfy { $0.isFinite })
        }
    }

    @Test func slopesAtZeroAreAsAgreed() throws {
        #expect(try pass([0], .relu, .sse, [1]).backward()["y1_in"] == 0)
        #expect(try pass([0], .leakyRelu, .sse, [1]).backward()["y1_in"] == -0.02)
        #expect(try pass([-3], .leakyRelu, .sse, [0]).outputs == [-0.03])
    }

    @Test(arguments: [1, 7, 8, 20])
    func sumsAreAddedFromLeftToRightHoweverWideTheLayer(units: Int) throws {
        let network = try NetworkDeclaration(
            inputs: (1...9).map { "x\($0)" },
            layers: [
                LayerDeclaration(
                    name: "y", letter: "W", weights: .initialiser(.normal(3)), bias: .initialiser(.normal(1)),
                    units: .count(units), activation: .linear)
            ]
        ).network()
        let inputs = (1...9).map { 0.1 * Double($0) - 0.37 }
        let pass = try network.forward(inputs)
        for j in 0..<units {
            var total = inputs[0] * network.weight(layer: 0, source: 0, unit: j)
            for i in 1..<9 { total += inputs[i] * network.weight(layer: 0, source: i, unit: j) }
            #expect(pass.outputs[j] == total + (network.biases(layer: 0)?[j] ?? .nan))
        }
    }

    @Test func theFirstValueThatOverflowsIsNamed() throws {
        #expect(
            throws: NetworkError.nonFinite(NonFinite(stage: .forward, quantity: "h1_in", value: .infinity))
        ) {
            try tutorialNetwork().forward([1e308, -1e308])
        }
        #expect(
            throws: NetworkError.nonFinite(NonFinite(stage: .forward, quantity: "x1", value: .infinity))
        ) {
            try tutorialNetwork().forward([.infinity, 0])
        }
        #expect(
            throws: NetworkError.nonFinite(NonFinite(stage: .forward, quantity: "loss", value: .infinity))
        ) {
            try pass([1e200], .linear, .sse, [0])
        }
    }

    @Test func anUpdateThatOverflowsNamesTheWeight() throws {
        let toy = try tutorialNetwork()
        let gradients = try toy.forward(tutorialData()[0]).backward().scaled(by: 1e200)
        #expect(
            throws: NetworkError.nonFinite(NonFinite(stage: .update, quantity: "w11", value: .infinity))
        ) {
            try toy.update(gradients: [gradients], rate: 1e200)
        }
    }
}
