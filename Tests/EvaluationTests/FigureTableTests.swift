import Evaluation
import Figures
import MarkedBooks
import Testing

/// The numbers that go with a figure.
struct FigureTableTests {
    private func tables(_ chapter: String, sourceLocation: SourceLocation = #_sourceLocation) -> [FigureTable] {
        let book = MarkedBook(chapter)
        #expect(book.differences(from: []) == [], sourceLocation: sourceLocation)
        guard case .figure(let display)? = book.evaluated().values[0].results.displays.last else { return [] }
        return display.tables
    }

    private static let declarations = """
        ```{network} toy
        #| display: none
        inputs: [x]
        layers:
          - h: {activation: linear, W: [[2, -3]], bias: 0.5}
          - y: {activation: linear, V: [[1], [4]]}
        ```
        ```{data} d
        #| display: none
        #| targets: t
        x, t
        1, 2
        ```
        ```{forward} p
        #| display: none
        network: toy
        input: d[0]
        ```
        ```{backward} g
        #| display: none
        pass: p
        ```

        """

    @Test func aNetworkHasARowForEachWeight() throws {
        let table = try #require(tables(Self.declarations + "```{diagram} toy\n```\n").first)
        #expect(
            table.csv.split(separator: "\r\n") == [
                "name,what,value", "x,input,", "w11,weight,2.0", "w12,weight,-3.0", "h1,hidden unit,",
                "b_h1,bias,0.5", "h2,hidden unit,", "b_h2,bias,0.5", "v11,weight,1.0", "v21,weight,4.0", "y1,output,",
            ])
    }

    @Test func ofAPassTheValuesOfUnitsStandThere() throws {
        let table = try #require(tables(Self.declarations + "```{diagram} p\nlayers: [h, y]\n```\n").first)
        // h1 = 2 + 0.5, h2 = −3 + 0.5, y1 = 2.5 − 4 · 2.5
        #expect(
            table.csv.split(separator: "\r\n") == [
                "name,what,value,target,error", "h1,hidden unit,2.5,,", "b_h1,bias,0.5,,", "h2,hidden unit,-2.5,,",
                "b_h2,bias,0.5,,", "v11,weight,1.0,,", "v21,weight,4.0,,", "y1,output,-7.5,2.0,-9.5",
            ])
    }

    @Test func gradientsHaveTheirColumn() throws {
        let table = try #require(tables(Self.declarations + "```{diagram} g\nshow: [gradients]\n```\n").first)
        #expect(table.header == ["name", "what", "gradient"])
        // ∂L/∂v11 = 2 · (−9.5) · 2.5
        #expect(table.rows.contains([.text("v11"), .text("weight"), .number(-47.5, text: "−47.5")]))
    }

    @Test func whatIsComparedHasAfter() throws {
        let table = try #require(
            tables(
                Self.declarations + "```{diagram}\ncompare: [toy, \"toy.replace(v11=1.25)\"]\nshow: [weights]\n```\n"
            ).first)
        #expect(table.header == ["name", "what", "value", "after"])
        #expect(
            table.rows.contains([.text("v11"), .text("weight"), .number(1, text: "1"), .number(1.25, text: "1.25")]))
    }

    @Test func linesOverTheSamePlacesStandSideBySide() throws {
        let plot =
            "```{plot}\nseries:\n  - {y: \"[3, 2]\", label: a}\n  - {y: \"[5, 0.1]\", label: b}\nx: {label: epoch}\n```\n"
        #expect(tables(plot).map(\.csv) == ["epoch,a,b\r\n0.0,3.0,5.0\r\n1.0,2.0,0.1\r\n"])
    }

    @Test func otherLinesHaveTablesOfTheirOwn() throws {
        let plot = "```{plot}\nseries:\n  - {y: \"[3, 2]\", label: a}\n  - {y: \"[5]\", x: \"[7]\"}\n```\n"
        #expect(tables(plot).map(\.csv) == ["x,a\r\n0.0,3.0\r\n1.0,2.0\r\n", "x,series 2\r\n7.0,5.0\r\n"])
    }

    @Test func barsAndTangentsAreThere() throws {
        let bars = "```{plot}\nseries:\n  - {bars: \"[1, -2]\", names: [v11, v12], label: wish}\n```\n"
        #expect(tables(bars).map(\.csv) == ["bar,wish\r\nv11,1.0\r\nv12,-2.0\r\n"])
        let tangent = "```{plot}\nseries:\n  - {tangent: \"w**2\", of: w, at: [3]}\n```\n"
        #expect(tables(tangent).first?.csv.hasSuffix(",3.0,9.0,6.0\r\n") == true)
    }

    @Test func slopesAreDerivedWhereTheyCanBe() {
        let exact = "```{plot}\nseries:\n  - {tangent: \"tanh(z)\", of: z, at: [1]}\n```\n"
        // 1 − tanh²(1), to the last digit.
        #expect(tables(exact).first?.csv.hasSuffix(",1.0,0.7615941559557649,0.41997434161402614\r\n") == true)
        let called =
            "```{python}\ndef cube(x):\n    return x**3\n```\n```{plot}\nseries:\n  - {tangent: \"cube(z)\", of: z, at: [2]}\n```\n"
        #expect(tables(called).first?.csv.hasSuffix(",2.0,8.0,12.0\r\n") == true)
    }

    @Test func aGraphHasARowForEachNode() throws {
        let table = try #require(tables("```{graph} 3*x**2 + y\nat: {x: 2, y: 5}\n```\n").first)
        #expect(
            table.csv.split(separator: "\r\n") == [
                "name,operation,operands,value,adjoint", "n1,constant,,3.0,", "x,given,,2.0,12.0",
                "n3,square,x,4.0,3.0", "n4,multiplication,\"n1, n3\",12.0,1.0", "y,given,,5.0,1.0",
                "n6,addition,\"n4, y\",17.0,1.0",
            ])
    }

    @Test func ofAGraphOnlyWhatIsShownStandsThere() throws {
        let table = try #require(
            tables("```{graph} 3*x\nat: {x: 2}\nshow: [names, adjoints]\n```\n").first)
        // The constant keeps its number, without which its card would be empty.
        #expect(
            table.csv.split(separator: "\r\n") == [
                "name,operation,operands,value,adjoint", "n1,constant,,3.0,", "x,given,,,3.0",
                "n3,multiplication,\"n1, x\",,1.0",
            ])
    }

    @Test func theGraphOfAPassHasTheAdjointsWithEveryDigit() throws {
        let table = try #require(tables(Self.declarations + "```{graph} p.loss\n```\n").first)
        // ∂L/∂v11 = 2 · (−9.5) · 2.5
        let row = try #require(table.rows.first { $0[0] == .text("v11") })
        #expect(row == [.text("v11"), .text("given"), .empty, .number(1, text: "1"), .number(-47.5, text: "−47.5")])
    }

    @Test(arguments: [
        ("a", "a"), ("a, b", "\"a, b\""), ("say \"b\"", "\"say \"\"b\"\"\""), ("two\nlines", "\"two\nlines\""),
    ])
    func aTextWithCommasIsQuoted(text: String, written: String) {
        let table = FigureTable(header: [text], rows: [[.text(text)], [.number(-1e-8, text: "")], [.empty]])
        #expect(table.csv == "\(written)\r\n\(written)\r\n-1e-08\r\n\r\n")
    }
}
