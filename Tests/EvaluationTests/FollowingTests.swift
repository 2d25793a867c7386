import Evaluation
import Figures
import MarkedBooks
import Testing

/// One weight changes, and everything follows.
struct FollowingTests {
    private func book(_ weight: String) -> EvaluatedBook {
        let marked = MarkedBook(
            """
            ```{network} toy
            inputs: [x1, x2]
            layers:
              - h: {activation: sigmoid, W: [[6, -3], [-2, 5]]}
              - y: {activation: sigmoid, V: [[\(weight), -2], [0.25, 2]]}
            ```
            ```{data} train
            #| targets: t1, t2
            x1, x2, t1, t2
            3, 1, 1, 0
            ```
            ```{forward} first
            network: toy
            input: train[0]
            ```
            ```{backward} G
            #| display: table
            pass: first
            ```
            ```{train} run
            network: toy
            data: train
            epochs: 3
            rate: 0.5
            ```
            ```{derive}
            G.v11
            ```
            ```{diagram} first
            ```
            ```{plot}
            series:
              - {bars: "[G.v11]", names: [v11]}
            ```
            ```{table}
            columns: {Loss: first.loss}
            ```
            `{=} first.y1` $\\val{first.loss}$
            """)
        #expect(marked.differences(from: []) == [])
        return marked.evaluated()
    }

    @Test func valuesStepsTablesDiagramsAndPlotsFollowAWeight() {
        let (before, after) = (book("1"), book("1.5"))
        #expect(before.shown() == ["0.7319", "0.08699"])
        for (one, other) in zip(before.shown(), after.shown()) { #expect(one != other) }
        for directive in 0..<9 {
            let (one, other) = (fingerprint(before.display(directive)), fingerprint(after.display(directive)))
            // The data are the only thing that does not depend on the weight.
            #expect((one == other) == (directive == 1), "directive \(directive)")
            #expect(fingerprint(book("1").display(directive)) == one)
        }
    }

    private func fingerprint(_ display: Display) -> String { "\(display)" }
}
