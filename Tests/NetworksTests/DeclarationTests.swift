import Networks
import Tensors
import Testing

/// Declarations become networks, or errors that say where the fault is.
@Suite struct DeclarationTests {
    private let w = LayerDeclaration(
        name: "h", letter: "W", weights: .matrix(Tensor(rows: [[6, -3], [-2, 5]])), activation: .sigmoid)
    private let v = LayerDeclaration(
        name: "y", letter: "V", weights: .matrix(Tensor(rows: [[1, -2], [0.25, 2]])), activation: .sigmoid)

    private func fault(_ declaration: NetworkDeclaration) -> NetworkError? {
        do throws(NetworkError) {
            _ = try declaration.network()
            return nil
        } catch {
            return error
        }
    }

    private func fault(
        inputs: [String] = ["x1", "x2"], loss: Loss = .sse, names: [WeightNames] = [],
        _ change: (inout LayerDeclaration, inout LayerDeclaration) -> Void = { _, _ in }
    ) -> NetworkError? {
        var (first, second) = (w, v)
        change(&first, &second)
        return fault(NetworkDeclaration(inputs: inputs, layers: [first, second], loss: loss, names: names))
    }

    @Test func somethingMustBeThere() {
        #expect(fault(inputs: []) == .noInputs)
        #expect(fault(NetworkDeclaration(inputs: ["x1"], layers: [])) == .noLayers)
        #expect(fault { $1.units = .names([]) } == .noUnits(layer: 1))
        #expect(fault { h, _ in h.weights = .initialiser(.he) } == .unknownUnitCount(layer: 0))
    }

    @Test func shapesMustFit() {
        #expect(
            fault(inputs: ["x1"])
                == .matrixShape(layer: 0, matrix: "W", rows: 2, columns: 2, expectedRows: 1, expectedColumns: 2))
        #expect(
            fault { $1.units = .count(3) }
                == .matrixShape(layer: 1, matrix: "V", rows: 2, columns: 2, expectedRows: 2, expectedColumns: 3))
        #expect(fault { h, _ in h.weights = .matrix([1, 2]) } == .notAMatrix(layer: 0, matrix: "W", shape: [2]))
        #expect(fault { $1.bias = .list([1]) } == .biasCount(layer: 1, found: 1, expected: 2))
        #expect(
            fault(names: [WeightNames(matrix: "V", rows: [["a", "b"]])])
                == .weightNamesShape(matrix: "V", layer: 1, rows: 1, columns: 2, expectedRows: 2, expectedColumns: 2))
        #expect(
            fault(names: [WeightNames(matrix: "U", rows: [])]) == .unknownMatrix("U", known: ["W", "V"]))
    }

    @Test func numbersMustBeFinite() {
        #expect(fault { $1.bias = .number(.nan) } == .nonFiniteParameter(name: "b_y1", layer: 1))
        #expect(
            fault { h, _ in h.weights = .matrix(Tensor(rows: [[1, .infinity], [2, 3]])) }
                == .nonFiniteParameter(name: "w12", layer: 0))
    }

    @Test func lossesMustFitTheOutputs() {
        #expect(
            fault(loss: .softmaxCE)
                == .lossNeedsActivation(loss: .softmaxCE, layer: 1, found: .sigmoid, required: .softmax))
        #expect(fault(loss: .bce) == nil)
    }

    @Test func declaredNamesMayNotCollide() {
        #expect(
            fault(inputs: ["x1", "x1"])
                == .collision(name: "x1", first: .input(index: 0), second: .input(index: 1)))
        #expect(
            fault(inputs: ["h1", "x2"])
                == .collision(name: "h1", first: .input(index: 0), second: .unit(layer: 0, index: 0)))
        #expect(
            fault { $1.name = "h" } == .collision(name: "h", first: .layer(index: 0), second: .layer(index: 1)))
        #expect(
            fault { $1.letter = "W" } == .collision(name: "W", first: .matrix(layer: 0), second: .matrix(layer: 1)))
        #expect(
            fault(names: [WeightNames(matrix: "W", rows: [["a", "b"], ["c", "V"]])])
                == .collision(name: "V", first: .weight(layer: 0, source: 1, unit: 1), second: .matrix(layer: 1)))
        #expect(
            fault { $1.letter = "w" }
                == .collision(
                    name: "w11", first: .derived(.weight(layer: 0, source: 0, unit: 0)),
                    second: .derived(.weight(layer: 1, source: 0, unit: 0))))
        #expect(fault(inputs: ["2x", "x2"]) == .invalidName("2x", .input(index: 0)))
    }

    @Test func aDeclaredNameHidesADerivedOne() throws {
        let network = try NetworkDeclaration(inputs: ["loss", "e1"], layers: [w, v]).network()
        let pass = try network.forward(
            Instance(inputNames: ["loss", "e1"], inputs: [3, 1], targetNames: ["t1", "t2"], targets: [1, 0]))
        #expect(pass["loss"] == 3)
        #expect(pass["e1"] == 1)
        #expect(pass.errors[0] == pass.outputs[0] - 1)
        let hiding = try NetworkDeclaration(inputs: ["w11", "x2"], layers: [w, v]).network()
        #expect(hiding.value(named: "w11") == nil)
        #expect(hiding.allNames.first == "W" && !hiding.allNames.contains("w11"))
        #expect(pass.names.filter { $0 == "loss" || $0 == "e1" } == ["loss", "e1"])
    }

    @Test func whatCannotBeHeldOrDrawnIsRefused() {
        #expect(
            fault { h, _ in h.units = .count(1 << 30) }
                == .tooManyUnits(layer: 0, count: 1 << 30, limit: 10_000))
        let wide = (1...3).map { k in
            LayerDeclaration(
                name: "h\(k)", weights: .initialiser(.zeros), units: .count(1_000), activation: .relu)
        }
        #expect(
            fault(NetworkDeclaration(inputs: ["x"], layers: wide))
                == .tooManyParameters(count: 1_001_000, limit: 250_000))
        for initialiser in [Initialiser.normal(-1), .uniform(2, 1), .uniform(0, .infinity)] {
            #expect(
                fault { h, _ in (h.weights, h.units) = (.initialiser(initialiser), .count(2)) }
                    == .invalidInitialiser(layer: 0, initialiser))
        }
    }

    @Test func initialisersDrawFromOneStreamInOrder() throws {
        let network = try NetworkDeclaration(
            inputs: ["x1", "x2", "x3"],
            layers: [
                LayerDeclaration(
                    name: "h", letter: "W", weights: .initialiser(.he), bias: .initialiser(.uniform(-1, 1)),
                    units: .count(2), activation: .relu),
                LayerDeclaration(
                    name: "y", letter: "V", weights: .initialiser(.xavier), bias: .initialiser(.zeros),
                    units: .count(1), activation: .linear),
            ]
        ).network()
        var generator = Generator(seed: 0)
        var expected = (0..<6).map { _ in generator.normal(scale: (2.0 / 3).squareRoot()) }
        expected += (0..<2).map { _ in generator.uniform(-1, 1) }
        expected += (0..<2).map { _ in generator.uniform(-Double.sqrt(2), Double.sqrt(2)) } + [0]
        #expect(network.parameters == expected)
    }
}

/// What networks, passes and gradients are called.
@Suite struct NameTests {
    private func network(
        _ sizes: [Int], letters: [String?], names: [String] = ["h", "g", "y"], hasBias: Bool = false
    ) throws -> Network {
        let layers = letters.enumerated().map { k, letter in
            LayerDeclaration(
                name: k == letters.count - 1 ? "y" : names[k], letter: letter, weights: .initialiser(.normal(1)),
                bias: hasBias ? .number(0.5) : LayerDeclaration.Bias.none, units: .count(sizes[k + 1]),
                activation: .tanh)
        }
        return try NetworkDeclaration(inputs: (1...sizes[0]).map { "x\($0)" }, layers: layers).network()
    }

    @Test func weightsGoFromSourceToUnit() throws {
        let toy = try tutorialNetwork()
        #expect(toy.names == ["w11", "w12", "w21", "w22", "v11", "v12", "v21", "v22"])
        #expect(toy.parameterCount == 8)
        #expect(toy.value(named: "w21")?.numbers == [-2])
        #expect(toy.value(named: "V")?.numbers == [1, -2, 0.25, 2])
        #expect(toy.value(named: "h1") == nil)
        #expect(toy.value(named: "nothing") == nil)
    }

    @Test func pastNineIndicesStandApart() throws {
        let network = try network([10, 3], letters: ["W"])
        #expect(network.names.suffix(6) == ["w91", "w92", "w93", "w_10_1", "w_10_2", "w_10_3"])
    }

    @Test func numberedMatricesHaveNumberedWeights() throws {
        let network = try network([1, 2, 1], letters: [nil, nil], hasBias: true)
        #expect(network.names == ["w1_1_1", "w1_1_2", "b_h1", "b_h2", "w2_1_1", "w2_2_1", "b_y1"])
        #expect(
            network.allNames == [
                "W1", "w1_1_1", "w1_1_2", "b_h", "b_h1", "b_h2", "W2", "w2_1_1", "w2_2_1", "b_y", "b_y1",
            ])
        #expect(network.value(named: "b_h")?.numbers == [0.5, 0.5])
    }

    @Test func renamedWeightsAreRenamedEverywhere() throws {
        var declaration = try tutorialNetwork().declaration
        declaration.names = [WeightNames(matrix: "W", rows: [["w1", "w3"], ["w2", "w4"]])]
        let toy = try declaration.network()
        let gradients = try toy.forward(tutorialData()[0]).backward()
        #expect(toy.value(named: "w2")?.numbers == [-2])
        #expect(toy.value(named: "w21") == nil)
        #expect(gradients["w1"] == -5.34381483665323e-08)
        #expect(gradients.symbol(named: "w1")?.tex == "\\frac{\\partial L}{\\partial w_1}")
    }

    @Test func aPassListsItsValuesInOrder() throws {
        let pass = try tutorialNetwork().forward(tutorialData()[0])
        #expect(
            pass.names == [
                "x1", "x2", "inputs", "h1_in", "h2_in", "h_in", "h1_out", "h1", "h2_out", "h2", "h_out", "h", "y1_in",
                "y2_in", "y_in", "y1_out", "y1", "y2_out", "y2", "y_out", "y", "outputs", "t1", "t2", "targets", "e1",
                "e2", "errors", "loss",
            ])
        #expect(pass.names.allSatisfy { pass.value(named: $0) != nil })
        #expect(pass["w11"] == nil)
    }

    @Test func aPassWithoutTargetsHasNoLoss() throws {
        let pass = try tutorialNetwork().forward([3, 1])
        #expect(pass["y1"] == 0.7319417133694889)
        #expect(pass["loss"] == nil)
        #expect(pass.loss == nil)
        #expect(pass.names.last == "outputs")
        #expect(throws: NetworkError.noTargets) { try pass.backward() }
    }

    @Test func targetsHaveTheirColumnsNamesAndTheirNumbers() throws {
        let pass = try tutorialNetwork().forward(
            Instance(inputNames: ["x1", "x2"], inputs: [3, 1], targetNames: ["hot", "cold"], targets: [1, 0]))
        #expect(pass["hot"] == 1)
        #expect(pass["t1"] == 1)
        #expect(pass.symbol(named: "hot")?.tex == "\\text{hot}")
        let clash = Instance(inputNames: ["x1", "x2"], inputs: [3, 1], targetNames: ["y1", "y2"], targets: [1, 0])
        #expect(
            throws: NetworkError.collision(
                name: "y1", first: .unit(layer: 1, index: 0), second: .target(index: 0))
        ) { try tutorialNetwork().forward(clash) }
    }

    @Test func inputsInAnotherOrderAreRefused() throws {
        let swapped = Instance(inputNames: ["x2", "x1"], inputs: [1, 3])
        #expect(throws: NetworkError.inputOrder(found: ["x2", "x1"], expected: ["x1", "x2"])) {
            try tutorialNetwork().forward(swapped)
        }
        #expect(throws: NetworkError.inputCount(found: 3, expected: 2)) { try tutorialNetwork().forward([1, 2, 3]) }
    }

    @Test func gradientsListTheirValuesFromBackToFront() throws {
        let gradients = try tutorialNetwork().forward(tutorialData()[0]).backward()
        #expect(gradients.names.first == "outputs")
        #expect(gradients.names.suffix(3) == ["x1", "x2", "inputs"])
        #expect(gradients.names.allSatisfy { gradients.value(named: $0) != nil })
        #expect(gradients["h1"] == gradients["h1_out"])
        #expect(gradients["loss"] == nil)
    }

    @Test func replacingGivesAnotherNetwork() throws {
        let toy = try tutorialNetwork()
        let other = try toy.replace([("v11", 1.01), ("w21", -1.9)])
        #expect(other.value(named: "v11")?.numbers == [1.01])
        #expect(other.value(named: "w21")?.numbers == [-1.9])
        #expect(toy.value(named: "v11")?.numbers == [1])
        #expect(throws: NetworkError.unknownName("v13", known: toy.allNames)) { try toy.replace([("v13", 0)]) }
        #expect(throws: NetworkError.notAParameter("h1")) { try toy.replace([("h1", 0)]) }
        #expect(throws: NetworkError.parameterShape(name: "W", found: [], expected: [2, 2])) {
            try toy.replace([("W", 0)])
        }
        #expect(throws: NetworkError.nonFiniteReplacement(name: "v11")) { try toy.replace([("v11", .nan)]) }
    }

    @Test func derivingChangesWhatIsSaidAndNothingElse() throws {
        var change = NetworkChange()
        change.activations = [("h", .tanh)]
        change.biases = [("y", [0.5, -0.5])]
        change.set = [("v11", 1.01)]
        change.loss = .mse
        let other = try tutorialNetwork().deriving(change)
        #expect(other.parameters == [6, -3, -2, 5, 1.01, -2, 0.25, 2, 0.5, -0.5])
        #expect(other.layers.map { $0.activation } == [.tanh, .sigmoid])
        #expect(other.loss == .mse)
        change.biases = [("z", nil)]
        #expect(throws: NetworkError.unknownLayer("z", known: ["h", "y"])) {
            try tutorialNetwork().deriving(change)
        }
    }
}
