import Cells
import Evaluation
import Figures
import MarkedBooks
import Networks
import Tensors
import Testing

/// What `{graph}` draws.
struct GraphTests {
    private func display(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> (
        graph: GraphFigure, alt: String, scope: Scope
    ) {
        let marked = MarkedBook(declarations + chapter)
        #expect(marked.differences(from: []) == [], sourceLocation: sourceLocation)
        let values = marked.evaluated().values[0]
        guard case .figure(let display)? = values.results.displays.last, case .graph(let graph) = display.figure else {
            throw NoGraph()
        }
        return (graph, display.alt, values.scope)
    }

    private struct NoGraph: Error {}

    @Test func theLossOfTheTutorialHasItsThirtyFiveNodes() throws {
        let (graph, alt, _) = try display("```{graph} first.loss\n```")
        #expect(graph.nodes.count == 35 && graph.edges.count == 38)
        #expect(graph.nodes.count { $0.sign == nil } == 12)
        #expect(
            alt.hasPrefix(
                "The computational graph of L, which is 0.0870: 12 given numbers, 8 multiplications, 7 additions, 4 sigmoids, 2 negations and 2 squares. Derivatives of L: by x1 −0.00142, w11 −5.34 × 10⁻⁸,"
            ))
    }

    @Test(arguments: ["loss", "h1", "y2_in", "e1"])
    func adjointsAreTheEnginesGradients(_ name: String) throws {
        let (graph, _, scope) = try display("```{graph} first.\(name)\n#| digits: 17\ngradient: G\n```")
        guard case .gradients(let gradients)? = scope.value(of: "G") else { throw NoGraph() }
        let known = graph.nodes.filter { gradients.quantity(named: $0.id) != nil }
        #expect(known.count >= 5)
        for node in known {
            guard case .scalar(let number)? = gradients.value(named: node.id) else { throw NoGraph() }
            let shown = try #require(ShownNumber(number, digits: 17)?.plain)
            #expect(node.adjoint == shown, "\(node.id)")
        }
    }

    @Test func anExpressionHasOneNodeForEveryNameAndItsOwnConstants() throws {
        let (graph, alt, _) = try display("```{graph} 3*x**2 + 2*x*y + 5\nat: {x: 2, y: 3}\n```")
        #expect(graph.nodes.filter { $0.name != nil }.map { $0.id } == ["x", "y"])
        #expect(graph.nodes.map { $0.adjoint } == [nil, "18", "3", "1", nil, "3", "4", "1", "1", nil, "1"])
        #expect(graph.nodes.last?.value == "29")
        #expect(alt.hasSuffix("Derivatives of the result: by x 18, y 4."))
    }

    @Test func allWaysFromANameToTheResultStandOut() throws {
        let (graph, alt, _) = try display(
            "```{graph} w*w + t\nat: {w: 3, t: 8}\nhighlight: [w -> result]\nlegend: true\n```")
        #expect(graph.nodes.filter { $0.isHighlighted }.count == 3)
        #expect(graph.edges.map { $0.isHighlighted } == [true, true, true, false])
        #expect(alt.contains("Highlighted: all ways from w to result."))
        #expect(graph.legend.map { $0.sample } == [.given, .computed, .adjoint, .local])
    }

    @Test(arguments: [
        ("highlight: [x -> «w»]", "graph.highlight: nothing leads from 'x' to 'w' in this graph"),
        ("highlight: [«y»]", "graph.highlight: nothing in this graph has the name 'y'"),
    ])
    func whatCannotStandOutIsAMistake(_ keys: String, _ message: String) {
        let marked = MarkedBook(declarations + "```{graph} w*x\nat: {w: 3, x: 8}\n\(keys)\n```")
        #expect(marked.differences(from: [message]) == [])
    }

    @Test func numbersOfTheLossThatNobodyGaveHaveNoDerivative() throws {
        let (graph, _, _) = try display(
            "```{network} soft\ninputs: [x1, x2]\nlayers:\n  - y: {activation: softmax, W: [[1, 2], [3, 4]]}\nloss: softmax-ce\n```\n"
                + "```{forward} p\nnetwork: soft\ninput: train[0]\n```\n```{graph} p.loss\n```")
        let nameless = graph.nodes.filter { $0.sign == nil && $0.name == nil }
        #expect(nameless.count == 1 && nameless.allSatisfy { $0.adjoint == nil })
    }

    @Test func localDerivativesStandOnTheEdges() throws {
        let (graph, _, _) = try display("```{graph} (w*x - t)**2\nat: {w: 3, x: 4, t: 8}\n```")
        #expect(graph.edges.map { $0.local } == ["4", "3", "1", "−1", "8"])
    }

    @Test func aTensorIsDrawnWithTheNamesOfTheChapter() throws {
        let cell = """
            ```{python}
            import torch
            w = torch.tensor(3.0, requires_grad=True)
            x = torch.tensor(4.0)
            y = (w * x - 8) ** 3
            y.backward()
            ```

            """
        let (graph, alt, _) = try display(cell + "```{graph} y\n```")
        #expect(graph.nodes.compactMap { $0.name?.text } == ["w", "x", "y"])
        #expect(graph.nodes.first?.adjoint == "192")
        #expect(graph.nodes[1].adjoint == nil)
        #expect(alt.contains("3 given numbers") && alt.contains("1 power"))
    }

    @Test func anArrayShowsItsSize() throws {
        let cell = """
            ```{python}
            import torch
            W = torch.ones(2, 3, requires_grad=True)
            s = (W * 2).sum()
            ```

            """
        let (graph, _, _) = try display(cell + "```{graph} s\n```")
        #expect(graph.nodes[0].value == "2 × 3" && graph.nodes[0].relation == .size && graph.nodes[0].adjoint == nil)
        #expect(graph.nodes.last?.value == "12")
    }

    @Test func depthAndNamesCutAGraphShort() throws {
        let depth = try display("```{graph} first.loss\ndepth: 2\n```").graph
        #expect(depth.nodes.map { $0.id } == ["e1", "n2", "e2", "n4", "L"])
        #expect(depth.nodes.filter { $0.isCut }.map { $0.id } == ["e1", "e2"])
        let from = try display("```{graph} first.y1\nfrom: [h1, h2]\n```").graph
        #expect(from.nodes.compactMap { $0.sign == nil ? $0.id : nil } == ["h1", "v11", "h2", "v21"])
        #expect(from.nodes.allSatisfy { !$0.isCut })
    }

    @Test func onlyWhatIsAskedForIsShown() throws {
        let graph = try display("```{graph} first.h1\nshow: [names]\n```").graph
        #expect(graph.nodes.allSatisfy { $0.value == nil && $0.adjoint == nil })
        #expect(graph.edges.allSatisfy { $0.local == nil })
    }

    @Test func aPassWithoutTargetsHasGraphsToo() throws {
        let graph = try display("```{python}\np = toy.forward([3, 1])\n```\n```{graph} p.y1\n```").graph
        #expect(graph.nodes.last?.adjoint == "1")
    }
}
