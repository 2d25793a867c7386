import Cells
import MarkedBooks
import Testing

/// What a chapter may say of a network, and that its numbers are those of an independent calculation.
struct NetworkTests {
    private func full(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) -> [String?] {
        let marked = MarkedBook(chapter)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        return marked.evaluated().values[0].results.values.map { $0?.full }
    }

    private let base = """
        ```{network} n
        #| display: none
        inputs: [x1, x2]
        layers:
          - h: {activation: tanh, W: [[1, 2], [3, 4]], bias: [0.5, -0.5]}
          - y: {activation: sigmoid, V: [[5], [6]], bias: 0.25}
        loss: mse
        ```

        """

    @Test func biasesUnitsAndNamesAreDeclared() {
        let chapter = """
            ```{network} n
            #| display: none
            inputs: [a, b]
            layers:
              - hidden: {units: [left, right], W: [[1, 2], [3, 4]], bias: 0.5}
              - y: {weights: zeros, units: 1}
            names: {W: [[al, ar], [bl, br]]}
            ```
            `{=} n.br` `{=} n.b_right` `{=} n.W2` `{=} len(n.names)` `{=} n["al"]`
            """
        #expect(full(chapter) == ["4.0", "0.5", "[[0.0], [0.0]]", "8", "1.0"])
    }

    @Test func initialValuesAreDrawnFromOneStream() {
        let chapter = """
            ```{network} n
            #| display: none
            inputs: [x1, x2]
            seed: 7
            layers:
              - h: {weights: he, units: 2}
              - y: {weights: "uniform(-1, 1)", units: 1}
            ```
            `{=} n.W1[0, 0]` `{=} n.W2[1, 0]`
            """
        // numpy.random.default_rng(7): standard_normal(4) * sqrt(2 / 2), then uniform(-1, 1, 2)
        #expect(full(chapter) == ["0.0012301533574825742", "0.7471068907925238"])
    }

    @Test func aNetworkFromAnotherTakesWhatDiffers() {
        let chapter =
            base + """
                ```{network} m
                #| display: none
                from: n
                V: [[7], [8]]
                b_h: [1, 2]
                b_y: 3
                set: {w12: 9}
                loss: sse
                names: {V: [[p], [q]]}
                ```
                `{=} m.p` `{=} m.q` `{=} m.b_h1` `{=} m.b_h2` `{=} m.b_y1` `{=} m.w12` `{=} m.w22` `{=} n.w12`
                """
        #expect(full(chapter) == ["7.0", "8.0", "1.0", "2.0", "3.0", "9.0", "4.0", "2.0"])
    }

    /// Three hidden layers of tanh with biases; the loss and its gradients by the chain rule written out in plain Swift.
    @Test func aDeepNetworkAgreesWithAnIndependentCalculation() throws {
        let chapter = """
            ```{network} n
            #| display: none
            inputs: [x1, x2]
            layers:
              - f: {activation: tanh, A: [[0.1, -0.2], [0.3, 0.4]], bias: [0.05, -0.1]}
              - g: {activation: tanh, B: [[0.5, -0.6], [0.7, 0.8]], bias: 0.2}
              - h: {activation: tanh, C: [[-0.9, 1], [1.1, -1.2]], bias: [0.3, 0]}
              - y: {D: [[1.3], [-1.4]], bias: 0.1}
            ```
            ```{data} d
            #| display: none
            #| targets: t
            x1, x2, t
            0.5, -1.5, 0.25
            ```
            ```{forward} p
            #| display: none
            network: n
            input: d[0]
            ```
            ```{backward} G
            #| display: none
            pass: p
            ```
            `{=} p.y1` `{=} p.loss` `{=} G.a11` `{=} G.b22` `{=} G.c12` `{=} G.b_f2` `{=} G.x2`
            """
        let numbers = try full(chapter).map { try #require($0.flatMap { Double($0) }) }
        let expected = Reference().numbers
        #expect(numbers.count == expected.count)
        for (number, expected) in zip(numbers, expected) { #expect(abs(number - expected) < 1e-12) }
    }
}
