import Networks
import Tensors
import Testing

/// Derivations say how the very numbers came about.
@Suite struct DerivationTests {
    @Test(arguments: try Sample.all())
    func everyValueIsWhatItsDerivationComesTo(_ sample: Sample) throws {
        let pass = try sample.network.forward(sample.instance)
        let gradients = try pass.backward()
        let isExact =
            sample.network.loss.requiredActivation == nil
            && !sample.network.layers.contains { $0.activation == .softmax }
        for name in pass.names {
            guard let derivation = try pass.derivation(of: name) else { continue }
            expect(derivation, pass[name], isExact, name)
        }
        for name in gradients.names {
            guard let derivation = try gradients.derivation(of: name) else { continue }
            expect(derivation, gradients[name], isExact, name)
            guard sample.network.layers.count < 3, sample.network.parameterCount < 16, isExact,
                let full = try gradients.derivation(of: name, depth: .full)
            else { continue }
            expect(full, gradients[name], isExact, name + " in full")
        }
    }

    private func expect(_ derivation: Derivation, _ value: Double?, _ isExact: Bool, _ name: String) {
        #expect(derivation.value == value, "\(name)")
        if isExact {
            #expect(derivation.expression.value == value, "\(name)")
        } else {
            expectClose([derivation.expression.value], [derivation.value], relative: 1e-9, absolute: 1e-12, "\(name)")
        }
    }

    @Test func everyComputedScalarHasOne() throws {
        let pass = try tutorialNetwork().forward(tutorialData()[0])
        let gradients = try pass.backward()
        for name in ["h1_in", "h1_out", "y2", "e1", "loss"] { #expect(try pass.derivation(of: name) != nil, "\(name)") }
        for name in ["y1_out", "y1_in", "v21", "h1", "h1_in", "w21", "x1"] {
            #expect(try gradients.derivation(of: name) != nil, "\(name)")
        }
        for name in ["x1", "t1", "h", "nothing"] { #expect(try pass.derivation(of: name) == nil, "\(name)") }
        #expect(try gradients.derivation(of: "W") == nil)
    }

    @Test func theChainRuleIsSpelledOut() throws {
        let gradients = try tutorialNetwork().forward(tutorialData()[0]).backward()
        #expect(
            try gradients.derivation(of: "v21")?.text
                == "∂L/∂v21 = h2 out · ∂L/∂y1 in")
        #expect(
            try gradients.derivation(of: "h1")?.text
                == "∂L/∂h1 out = (v11 · ∂L/∂y1 in) + (v12 · ∂L/∂y2 in)")
        #expect(
            try gradients.derivation(of: "y1_in")?.text
                == "∂L/∂y1 in = {∂y1 out/∂y1 in: y1 out · (1.0 − y1 out)} · ∂L/∂y1 out")
        #expect(try gradients.derivation(of: "y1_out")?.text == "∂L/∂y1 out = 2.0 · (y1 out − t1)")
        #expect(
            try gradients.derivation(of: "v21", depth: .full)?.text.hasPrefix(
                "∂L/∂v21 = {h2 out: f({h2 in: (w12 · x1) + (w22 · x2)})} · {∂L/∂y1 in: ") == true)
    }

    @Test func anUpdateAddsTheInstancesGradients() throws {
        let toy = try tutorialNetwork()
        let gradients = try tutorialData().instances.map { try toy.forward($0).backward() }
        let update = try toy.update(gradients: gradients, rate: 0.5, freeze: ["W"])
        let derivation = try #require(update.derivation(of: "v11"))
        #expect(derivation.text == "v11 new = v11 − (η · (∂L1/∂v11 + ∂L2/∂v11))")
        #expect(derivation.expression.value == derivation.value)
        #expect(derivation.value == update.after.weight(layer: 1, source: 0, unit: 0))
        #expect(update.derivation(of: "w11")?.text == "w11 new = w11")
        #expect(update.derivation(of: "V") == nil)
        let mean = try toy.update(gradients: gradients, rate: 0.5, reduce: .mean)
        #expect(mean.derivation(of: "v11")?.expression.value == mean.after.weight(layer: 1, source: 0, unit: 0))
        let total = try gradients[0].adding(gradients[1])
        #expect(try total.derivation(of: "v11")?.text == "∂L/∂v11 = ∂L1/∂v11 + ∂L2/∂v11")
    }

    @Test func aDerivationNobodyWouldReadIsRefused() throws {
        let layers = (1...5).map { k in
            LayerDeclaration(
                name: "h\(k)", weights: .initialiser(.normal(1)), units: .count(8), activation: .sigmoid)
        }
        let network = try NetworkDeclaration(inputs: ["x"], layers: layers).network()
        let pass = try network.forward(
            Instance(
                inputNames: ["x"], inputs: [1], targetNames: (1...8).map { "t\($0)" },
                targets: [Double](repeating: 0, count: 8)))
        #expect(throws: NetworkError.derivationTooLong("w1_1_1")) {
            try pass.backward().derivation(of: "w1_1_1", depth: .full)
        }
    }
}

/// How names are written.
@Suite struct SymbolTests {
    @Test(arguments: [
        ("h1", "h_1"), ("w21", "w_{21}"), ("w_10_3", "w_{10,3}"), ("hot", "\\text{hot}"), ("hot2", "\\text{hot}_2"),
        ("b_h1", "b_{h_1}"), ("b_h", "b_{h}"), ("water_temp", "\\text{water\\_temp}"), ("h1_2", "h_{1,2}"), ("x", "x"),
    ])
    func namesInTeX(name: String, tex: String) { #expect(Letter(name: name).tex == tex) }

    @Test func quantitiesInTeX() throws {
        let toy = try tutorialNetwork()
        let pass = try toy.forward(tutorialData()[0])
        let gradients = try pass.backward()
        #expect(pass.symbol(named: "h1_in")?.tex == "h_1^{\\text{in}}")
        #expect(pass.symbol(named: "h1")?.tex == "h_1^{\\text{out}}")
        #expect(pass.symbol(named: "loss")?.tex == "L")
        #expect(toy.symbol(named: "w21")?.tex == "w_{21}")
        #expect(gradients.symbol(named: "w21")?.tex == "\\frac{\\partial L}{\\partial w_{21}}")
        #expect(gradients.symbol(named: "h1_in")?.plain == "∂L/∂h1 in")
    }

    @Test func figuresGetStretchesOfOneFace() throws {
        #expect(
            Letter(name: "h1").with(superscript: "in").parts == [
                SymbolPart(text: "h", isItalic: true, position: .base),
                SymbolPart(text: "1", isItalic: false, position: .sub),
                SymbolPart(text: "in", isItalic: false, position: .sup),
            ])
        #expect(Letter(name: "hot").parts == [SymbolPart(text: "hot", isItalic: false, position: .base)])
    }

    @Test func weightsOfNumberedMatricesCarryTheNumberAbove() throws {
        let network = try NetworkDeclaration(
            inputs: ["x"],
            layers: [
                LayerDeclaration(
                    name: "y", weights: .initialiser(.zeros), bias: .number(0), units: .count(1), activation: .linear)
            ]
        ).network()
        #expect(network.symbol(named: "w1_1_1")?.tex == "w_{11}^{(1)}")
        #expect(network.symbol(named: "W1")?.tex == "W_1")
        #expect(network.symbol(named: "b_y1")?.tex == "b_{y_1}")
    }
}

extension Derivation {
    /// The derivation in one line of symbols; `f` stands for any function.
    var text: String { "\(symbol.plain) = \(expression.text(isOuter: true))" }
}

extension Expression {
    fileprivate func text(isOuter: Bool = false) -> String {
        switch self {
        case .number(let number): return "\(number)"
        case .factor(let factor): return factor.symbol.plain
        case .named(let factor, let inner): return "{\(factor.symbol.plain): \(inner.text(isOuter: true))}"
        case .apply(_, let inner): return "f(\(inner.text(isOuter: true)))"
        case .negative(let inner): return "−\(inner.text())"
        case .square(let inner): return "\(inner.text())²"
        case .sum(let parts): return braced(parts.map { $0.text() }.joined(separator: " + "), isOuter)
        case .product(let parts): return braced(parts.map { $0.text() }.joined(separator: " · "), isOuter)
        case .difference(let a, let b): return braced("\(a.text()) − \(b.text())", isOuter)
        case .quotient(let a, let b): return braced("\(a.text()) / \(b.text())", isOuter)
        }
    }

    private func braced(_ text: String, _ isOuter: Bool) -> String { isOuter ? text : "(\(text))" }
}
