import Evaluation
import MarkedBooks
import Testing

/// What programs in chapters print, bind and use.
struct CellTests {
    private func listings(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) -> [ListingDisplay] {
        let marked = MarkedBook(chapter)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        return marked.evaluated().values[0].results.displays.compactMap {
            if case .listing(let listing) = $0 { listing } else { nil }
        }
    }

    private func cell(_ program: String) -> String { "```{python}\n\(program)\n```\n\n" }

    @Test func aCellPrintsAndShowsItsLastValue() {
        let shown = listings(
            cell("print('a', 1.0)\n'b'") + cell("x = 1") + cell("None") + cell("import numpy as np\nnp.array([1.0, 2])")
        )
        #expect(shown.map(\.output) == ["a 1.0\n'b'\n", "", "", "array([1., 2.])\n"])
    }

    @Test func namesReachValuesClaimsAndDirectives() {
        let network = "```{network} n\n#| display: none\ninputs: [a, b]\nlayers:\n  - y: {W: start}\n```\n\n"
        let table = "```{table}\nrows: k in [0, 1]\ncolumns: {X: \"start[k][0]\"}\n```\n\n"
        let plot = "```{plot}\nseries:\n  - {y: losses}\n  - {function: \"f(z)\", of: z, over: [0, 1]}\n```\n\n"
        let marked = MarkedBook(
            "`{=} n.w21` `{=} later` `{check} later == 3`\n\n"
                + cell("start = [[1, 2], [3, 4]]\nlosses = [2.0, 1.0]\ndef f(z):\n    return z * z")
                + network + table + plot + cell("later = 3"))
        #expect(marked.differences(from: []) == [])
        #expect(marked.evaluated().shown() == ["3", "3"])
    }

    @Test func aValueSeesNamesAsTheyStandAtItsPlace() {
        let marked = MarkedBook(cell("a = 1") + "`{=} a`\n\n" + cell("a = 2") + "`{=} a`")
        #expect(marked.evaluated().shown() == ["1", "2"])
    }

    @Test func theEngineWorksInCells() {
        let shown = listings(
            declarations
                + cell(
                    """
                    p = toy.forward(train[0])
                    g1, g2 = p.backward(), toy.forward(train[1]).backward()
                    better = toy.update(g1 + g2, rate=0.5)
                    run = toy.train(train, epochs=200, rate=0.5)
                    print(p.outputs, p.loss, type(p.y1))
                    print(run.epoch(1).W - better.W, run.network.W @ [1, 0])
                    print(toy, toy.forward([3.0, 1.0]).outputs)
                    """))
        #expect(
            shown[0].output == """
                [0.73194171 0.12303186] 0.08699208259994781 <class 'float'>
                [[0. 0.]
                 [0. 0.]] [ 6.00000864 -2.00002559]
                <network> [0.73194171 0.12303186]

                """)
    }

    @Test func aCellThatRestsOnTheEngineSaysSo() {
        let shown = listings(
            declarations
                + cell("def loss(w):\n    return toy.replace(w11=w).forward(train[0]).loss\nx = 1") + cell("x")
                + cell("a = loss(x)\ntoyed = 2") + cell("a = 3\na") + cell("b = toyed + a"))
        #expect(shown.map(\.engineNames) == [["toy", "train"], [], ["loss"], [], []])
    }

    @Test func valuesOfOtherChaptersRestOnTheEngine() {
        let marked = MarkedBook(["01-a.md": cell("a = 1"), "02-b.md": "---\nuse: a\n---\n" + cell("a + 1")])
        guard case .listing(let listing) = marked.evaluated().display(0, chapter: 1) else {
            Issue.record("no listing")
            return
        }
        #expect(listing.engineNames == ["a"] && listing.output == "2\n")
    }

    @Test func aWantedFailureIsTracedThroughTheListings() {
        let shown = listings(
            cell("def f(a):\n    # nothing is divided by nothing\n    return 1 / a\n\ndef g():\n    return f(0)")
                + "```{python}\n#| error: true\nprint('before')\ng()\n```")
        #expect(shown[1].output == "before\n")
        #expect(
            shown[1].traceback == """
                Traceback (most recent call last):
                  line 2 of this listing
                    g()
                  line 6 of a listing above
                    return f(0)
                  line 3 of a listing above
                    return 1 / a
                ZeroDivisionError: division by zero

                """)
    }

    /// Python goes on there, so that its error is not to be published.
    @Test func aRefusalIsAMistakeWhereAFailureIsWanted() {
        let marked = MarkedBook("```{python}\n#| error: true\nprint('before')\n«2 ** 64»\n```\n")
        #expect(
            marked.differences(from: [
                "cell.overflow: the result does not fit in a whole number of 64 bits; start from a float, such as 2.0"
            ]) == [])
        for case .listing(let listing) in marked.evaluated().values[0].results.displays {
            #expect(listing.traceback == nil)
        }
    }

    @Test func cellsShareOneSession() {
        let shown = listings(
            cell("import numpy as np\nnp.set_printoptions(precision=2)") + cell("print(np.array([1 / 3]))"))
        #expect(shown.last?.output == "[0.33]\n")
    }
}
