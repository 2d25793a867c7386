import Networks
import Tensors
import Testing

/// Layer formulas, the tape, central differences and dual numbers must tell the same.
@Suite struct GradientRoutesTests {
    @Test(arguments: try Sample.all())
    func layerFormulasEqualTheTape(_ sample: Sample) throws {
        let gradients = try sample.network.forward(sample.instance).backward()
        let recorded = try RecordedPass<Double>(sample.network, sample.instance)
        let adjoints = recorded.backward()
        expectClose(recorded.parameters.map { adjoints[$0] }, gradients.parameters, relative: 1e-11, absolute: 1e-13)
        expectClose(recorded.inputs.map { adjoints[$0] }, gradients.inputs, relative: 1e-11, absolute: 1e-13)
        for k in sample.network.layers.indices {
            expectClose(
                recorded.sums[k].map { adjoints[$0] }, gradients.sums(layer: k), relative: 1e-11, absolute: 1e-13)
        }
        let pass = try sample.network.forward(sample.instance)
        expectClose([recorded.tape[recorded.loss]], [pass.loss ?? .nan], relative: 1e-13)
    }

    @Test(arguments: try Sample.all())
    func layerFormulasEqualDualNumbers(_ sample: Sample) throws {
        let gradients = try sample.network.forward(sample.instance).backward()
        let duals = sample.network.parameters.indices.map { DualPass(sample, by: $0).loss }
        expectClose(duals.map { $0.slope }, gradients.parameters, relative: 1e-11, absolute: 1e-13)
        expectClose([gradients.pass?.loss ?? .nan], [duals.first?.value ?? .nan], relative: 1e-12)
    }

    @Test(arguments: try Sample.all())
    func layerFormulasAreNearCentralDifferences(_ sample: Sample) throws {
        let check = try sample.network.forward(sample.instance).backward().check()
        for entry in check.entries {
            #expect(entry.distance < 1e-7 * max(1, entry.gradient.magnitude), "\(entry.name)")
        }
    }

    @Test func theTutorialsGraphHasTheKnownNodes() throws {
        let recorded = try RecordedPass<Double>(try tutorialNetwork(), try tutorialData()[0])
        var counts: [Operation: Int] = [:]
        for node in recorded.tape.dependencies(of: recorded.loss) {
            counts[recorded.tape.operation(node), default: 0] += 1
        }
        #expect(counts == [.constant: 12, .multiply: 8, .add: 7, .sigmoid: 4, .negate: 2, .square: 2])
        #expect(recorded.tape[recorded.loss] == 0.08699208259994781)
        #expect(recorded.backward()[recorded.parameters[0]] == -5.34381483665323e-08)
    }

    @Test func singlePrecisionLosesWhatTheTutorialSays() throws {
        let recorded = try RecordedPass<Float>(try tutorialNetwork(), try tutorialData()[0])
        let gradient = Double(recorded.backward()[recorded.parameters[0]])
        #expect((gradient - -5.6607e-08).magnitude < 1e-12)
    }

    @Test func checkNamesEveryWeight() throws {
        let check = try tutorialNetwork().forward(tutorialData()[0]).backward().check()
        #expect(check.entries.map { $0.name } == ["w11", "w12", "w21", "w22", "v11", "v12", "v21", "v22"])
        #expect(check.distance < 1e-10)
    }
}

/// A number with its derivative by one variable.
struct Dual {
    var value: Double
    var slope = 0.0

    static func + (a: Dual, b: Dual) -> Dual { Dual(value: a.value + b.value, slope: a.slope + b.slope) }
    static func - (a: Dual, b: Dual) -> Dual { Dual(value: a.value - b.value, slope: a.slope - b.slope) }
    static func * (a: Dual, b: Dual) -> Dual {
        Dual(value: a.value * b.value, slope: a.slope * b.value + a.value * b.slope)
    }
    static func / (a: Dual, b: Dual) -> Dual {
        Dual(value: a.value / b.value, slope: (a.slope * b.value - a.value * b.slope) / (b.value * b.value))
    }
    var exponential: Dual { Dual(value: Double.exp(value), slope: Double.exp(value) * slope) }
    var logarithm: Dual { Dual(value: Double.log(value), slope: slope / value) }
}

/// A forward pass as a textbook writes it, in dual numbers: no code of the engine but exp and log.
struct DualPass {
    let loss: Dual

    init(_ sample: Sample, by variable: Int) {
        var next = 0
        let network = sample.network
        func parameter() -> Dual {
            defer { next += 1 }
            return Dual(value: network.parameters[next], slope: next == variable ? 1 : 0)
        }
        var values = sample.instance.inputs.map { Dual(value: $0) }
        for layer in network.layers {
            var sums = [Dual](repeating: Dual(value: 0), count: layer.unitCount)
            for source in values { for j in sums.indices { sums[j] = sums[j] + source * parameter() } }
            if layer.hasBias { for j in sums.indices { sums[j] = sums[j] + parameter() } }
            values = DualPass.activate(sums, layer.activation)
        }
        loss = DualPass.loss(network.loss, values, sample.instance.targets.map { Dual(value: $0) })
    }

    private static func activate(_ sums: [Dual], _ activation: Activation) -> [Dual] {
        let one = Dual(value: 1)
        switch activation {
        case .linear: return sums
        case .sigmoid: return sums.map { one / (one + (Dual(value: 0) - $0).exponential) }
        case .tanh:
            return sums.map { ($0.exponential - one / $0.exponential) / ($0.exponential + one / $0.exponential) }
        case .relu: return sums.map { $0.value > 0 ? $0 : Dual(value: 0) }
        case .leakyRelu: return sums.map { $0.value > 0 ? $0 : Dual(value: 0.01) * $0 }
        case .softplus: return sums.map { (one + $0.exponential).logarithm }
        case .softmax:
            let total = sums.reduce(Dual(value: 0)) { $0 + $1.exponential }
            return sums.map { $0.exponential / total }
        }
    }

    private static func loss(_ loss: Loss, _ outputs: [Dual], _ targets: [Dual]) -> Dual {
        let one = Dual(value: 1)
        let zero = Dual(value: 0)
        let squares = zip(outputs, targets).reduce(zero) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        switch loss {
        case .sse: return squares
        case .halfSSE: return Dual(value: 0.5) * squares
        case .mse: return squares / Dual(value: Double(outputs.count))
        case .bce:
            return zip(outputs, targets).reduce(zero) {
                $0 - $1.1 * $1.0.logarithm - (one - $1.1) * (one - $1.0).logarithm
            }
        case .softmaxCE: return zip(outputs, targets).reduce(zero) { $0 - $1.1 * $1.0.logarithm }
        }
    }
}
