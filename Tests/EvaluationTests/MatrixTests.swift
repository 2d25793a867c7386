import Cells
import Evaluation
import Figures
import MarkedBooks
import Testing

/// What `{matrix}` shows of values.
struct MatrixTests {
    private static let setting =
        declarations + """
            ```{python}
            import numpy as np
            X = np.array([[3, 1]])
            H = np.array([first.h])
            ```

            """

    private func display(
        _ argument: String, _ keys: String = "", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (figure: MatrixFigure, display: FigureDisplay) {
        let marked = MarkedBook(MatrixTests.setting + "```{matrix} \(argument)\n\(keys)\n```\n")
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        let shown = try #require(marked.evaluated().values[0].results.displays.last, sourceLocation: sourceLocation)
        guard case .figure(let display) = shown, case .matrix(let figure) = display.figure else {
            throw NoMatrix()
        }
        return (figure, display)
    }

    private struct NoMatrix: Error {}

    private func sum(_ panel: MatrixFigure.Panel?) -> String {
        guard let sum = panel?.sum else { return "" }
        var text = ""
        for (index, term) in sum.terms.enumerated() { text += index == 0 ? term.text : " \(term.sign) \(term.text)" }
        return "\(text) \(sum.relation) \(sum.result)"
    }

    @Test(arguments: [
        ("np.array([[42]]) @ np.array([[42]])", "42 · 42 = 1764", "="), ("[[1.5]] * np.array([[3]])", "", "="),
    ])
    func wholeNumbersAreNotRounded(_ argument: String, _ shown: String, _ relation: String) throws {
        let (figure, _) = try display(argument, shown.isEmpty ? "" : "cell: [0, 0]")
        #expect(figure.signs.last ?? "=" == relation)
        #expect(sum(figure.panels.first) == shown || shown.isEmpty)
    }

    @Test(arguments: [
        ("TW @ TW", ["TW", "TW", "TW · TW"], ["·", "≈"]), ("TW.T", ["TW", "TWT"], ["→"]),
        ("TW + 1", ["TW", nil, "TW + 1"], ["+", "≈"]), ("torch.mm(TW, TW)", ["TW", "TW", "mm(TW, TW)"], ["·", "≈"]),
        ("torch.outer(TW[0], TW[1])", ["TW[0]", "TW[1]", "TW[0] ⊗ TW[1]"], ["·", "≈"]),
    ])
    func tensorsOfPyTorchAreOperandsToo(_ argument: String, _ names: [String?], _ signs: [String]) throws {
        let cell =
            "```{python}\nimport torch\nTW = torch.tensor([[0.1, 0.25], [3.0, 0.333]], requires_grad=True)\n```\n\n"
        let marked = MarkedBook(MatrixTests.setting + cell + "```{matrix} \(argument)\n```\n")
        #expect(marked.differences(from: []) == [])
        guard case .figure(let display)? = marked.evaluated().values[0].results.displays.last,
            case .matrix(let figure) = display.figure
        else { throw NoMatrix() }
        #expect(figure.blocks.map { $0.name?.text } == names)
        #expect(figure.signs == signs)
        if argument == "TW + 1" { #expect(figure.blocks[0].entries == [["0.1", "0.25"], ["3", "0.333"]]) }
    }

    @Test func whatIsWrittenOutInNumbersHasNoName() throws {
        let (figure, _) = try display("np.array([[0.1, 0.2]]) @ np.array([[0.3], [0.4]])")
        #expect(figure.blocks.map { $0.name?.text } == [nil, nil, nil])
    }

    @Test func aNumberOfALayerIsRaised() throws {
        let (figure, _) = try display("X", "names: [\"W^(1)\"]")
        #expect(figure.blocks[0].name?.spans.map { $0.level } == [.line, .raised])
    }

    @Test func aProductShowsItsFactorsAndHowACellComesAbout() throws {
        let (figure, display) = try display("X @ toy.W", "cell: [0, 0]")
        #expect(figure.blocks.map(\.entries) == [[["3", "1"]], [["6", "−3"], ["−2", "5"]], [["16", "−4"]]])
        #expect(figure.blocks.map(\.shape) == ["1 × 2", "2 × 2", "1 × 2"])
        #expect(figure.blocks.map { $0.name?.text } == ["X", "W", "XW"])
        #expect(figure.signs == ["·", "="])
        #expect(figure.panels.map(\.lit) == [[.row(0), .column(0), .cell(row: 0, column: 0)]])
        #expect(sum(figure.panels.first) == "3 · 6 + 1 · (−2) = 16")
        #expect(
            display.alt
                == "X times W: (3 1) times (6 −3; −2 5) = (16 −4). The shapes are 1 × 2, 2 × 2 and 1 × 2. Row 1, column 1: 3 · 6 + 1 · (−2) = 16."
        )
    }

    @Test func framesFollowEveryEntryInTurn() throws {
        let (figure, display) = try display("train.X @ toy.W", "frames: true")
        #expect(
            figure.panels.map { sum($0) } == [
                "3 · 6 + 1 · (−2) = 16", "3 · (−3) + 1 · 5 = −4", "−1 · 6 + 4 · (−2) = −14", "−1 · (−3) + 4 · 5 = 23",
            ])
        #expect(figure.panels.map(\.known) == [1, 2, 3, 4])
        #expect(display.frames.count == 4)
        #expect(display.frames[1].alt == "Step 2 of 4. Row 1, column 2: 3 · (−3) + 1 · 5 = −4.")
    }

    @Test(arguments: [
        ("toy.V.T", "V", "VT"), ("H @ G.V.T", "H", "H(∂L/∂V)T"), ("toy.W * toy.V", "W", "W ⊙ V"),
        ("2 * toy.W", "", "2 · W"), ("(toy.W + toy.V) @ toy.W", "W + V", "(W + V)W"),
        ("sigmoid(train.X @ toy.W)", "σ(XW)", "σ(XW)"), ("np.outer(first.h, first.h)", "h", "h ⊗ h"),
        ("train.X[:1] @ toy.W", "X[:1]", "X[:1] · W"), ("-toy.W", "−W", "−W"), ("first.h @ first.h", "h", "h · h"),
    ])
    func namesComeFromTheExpression(_ argument: String, _ first: String, _ last: String) throws {
        let (figure, _) = try display(argument)
        #expect((figure.blocks.first?.name?.text ?? "") == first)
        #expect((figure.blocks.last?.name?.text ?? "") == last)
    }

    @Test func namesOfTheAuthorAreSetAsMathematics() throws {
        let (figure, _) = try display(
            "X @ toy.W", "names: [X, W, H_in]\nrows: [instance 1]\ninner: [x1, x2]\ncolumns: [h1, h2]")
        #expect(figure.blocks.last?.name == .symbol("H", superscript: "in"))
        #expect(figure.axes[1].names == [.symbol("h", subscript: "1"), .symbol("h", subscript: "2")])
        #expect(figure.axes[0].names == [Label("instance 1")])
    }

    @Test func rowsBecomeColumns() throws {
        let (figure, display) = try display("toy.V.T", "cell: [0, 1]")
        #expect(figure.blocks.map(\.bands) == [.rows, .columns])
        #expect(figure.panels[0].lit == [.cell(row: 1, column: 0), .cell(row: 0, column: 1)])
        #expect(
            display.alt
                == "V transposed, rows for columns: (1 −2; 0.25 2) becomes (1 0.25; −2 2). The shapes are 2 × 2 and 2 × 2. Row 1, column 2: 0.25, from row 2, column 1."
        )
    }

    @Test(arguments: [
        ("np.outer([1, 2], [3, 4, 5])", MatrixFigure.Arrangement.cross), ("H.T @ H", .cross), ("H @ toy.V", .line),
    ])
    func outerProductsCross(_ argument: String, _ expected: MatrixFigure.Arrangement) throws {
        #expect(try display(argument).figure.arrangement == expected)
    }

    @Test func aVectorAtTheRightIsAColumn() throws {
        let (figure, _) = try display("toy.W @ first.inputs", "cell: 1")
        #expect(figure.blocks.map(\.entries) == [[["6", "−3"], ["−2", "5"]], [["3"], ["1"]], [["15"], ["−1"]]])
        #expect(figure.blocks.map(\.shape) == ["2 × 2", "vector of 2", "vector of 2"])
        #expect(sum(figure.panels.first) == "−2 · 3 + 5 · 1 = −1")
    }

    @Test func whatIsRoundedSaysSo() throws {
        let (figure, _) = try display("toy.V - 0.5 * G.V", "cell: [0, 1]")
        #expect(figure.signs == ["−", "≈"])
        #expect(sum(figure.panels.first) == "−2 − 0.0133 ≈ −2.01")
    }

    @Test func aRowIsAddedToEveryRow() throws {
        let (figure, _) = try display("train.X @ toy.W + np.array([1, 2])", "cell: [1, 1]")
        #expect(figure.blocks[1].entries == [["1", "2"]])
        #expect(figure.panels[0].lit[1] == .cell(row: 0, column: 1))
        #expect(sum(figure.panels.first) == "23 + 2 = 25")
    }

    @Test func aLargeMatrixKeepsItsTrueShapeAndTheCellThatIsLit() throws {
        let (figure, display) = try display("np.arange(20000).reshape(100, 200)", "cell: [50, 60]")
        let block = try #require(figure.blocks.first)
        #expect(block.shape == "100 × 200")
        #expect(figure.axes[0].shown.contains(50) && figure.axes[1].shown.contains(60))
        #expect(block.entries.count == 12 && block.entries[0].count == 12)
        #expect(display.tables[0].rows.count == 100)
    }

    @Test func aLongSumIsCutBeforeItsLastTerm() throws {
        let (figure, _) = try display("np.ones((1, 40)) @ np.ones((40, 1))", "cell: [0, 0]")
        let sum = try #require(figure.panels[0].sum)
        #expect(sum.terms.count == 12 && sum.isElided && sum.result == "40")
    }

    @Test func listsThatAreJoinedAreNoSum() throws {
        #expect(try display("[1, 2] + [3]").figure.blocks.count == 1)
    }
}
