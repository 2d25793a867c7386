import Testing

@testable import Figures

/// Figures of matrices: where numbers stand, what is elided, and that all of it can be read.
@Suite struct MatrixFigureTests {
    private func texts(_ figure: MatrixFigure) -> [String: TextItem] {
        let list = figure.laidOut(measuring: PlainMeasurer())
        return Dictionary(list.texts.map { ($0.role, $0) }) { first, _ in first }
    }

    /// The left end of the first figure after the point, or of where the point would be.
    private func point(_ text: TextItem) -> Double {
        let whole = String(text.text.prefix { $0 != "." && $0 != " " })
        return text.runs[0].x + PlainMeasurer().width(of: whole, face: text.runs[0].face, size: text.runs[0].size)
    }

    @Test("the points of a column stand above each other, in bold and in exponents too")
    func decimalAlignment() throws {
        var figure = SampleMatrix.plain([["1", "−0.105"], ["0.25", "4.78 × 10⁻⁸"], ["−12.5", "3"]])
        figure.panels[0].lit = [.cell(row: 1, column: 1)]
        let texts = texts(figure)
        for column in 1...2 {
            let places = try (1...3).map { point(try #require(texts["result \($0),\(column)"])) }
            for place in places { #expect(abs(place - places[0]) < 0.02) }
        }
    }

    @Test("a row and a column that cross meet in the cell of the product")
    func crossing() throws {
        var sample = SampleMatrix(seed: 3)
        var figure = sample.product(rows: 3, inner: 1, columns: 2)
        figure.arrangement = .cross
        let texts = texts(figure)
        for row in 1...3 {
            let left = try #require(texts["left \(row),1"])
            let product = try #require(texts["result \(row),1"])
            #expect(left.runs[0].baseline == product.runs[0].baseline)
        }
        let right = try #require(texts["right 1,2"]?.box)
        let product = try #require(texts["result 1,2"]?.box)
        #expect(right.x < product.right && product.x < right.right && right.bottom < product.y)
    }

    @Test(
        "the first lines are shown, the last, and those that are lit",
        arguments: [
            (3, 8, [Int](), [0, 1, 2]), (9, 4, [], [0, 1, 2, 8]), (9, 4, [5], [0, 1, 5, 8]), (9, 4, [8], [0, 1, 2, 8]),
            (9, 3, [4, 5, 6], [0, 4, 5, 6, 8]),
        ])
    func elision(count: Int, limit: Int, kept: [Int], expected: [Int]) {
        #expect(MatrixFigure.shown(of: count, limit: limit, keeping: kept) == expected)
    }

    @Test("what is left out is told by dots, and the size stays the true one")
    func dots() {
        var sample = SampleMatrix(seed: 5)
        let texts = texts(sample.plain(rows: 100, columns: 40))
        #expect(texts.values.contains { $0.text == "⋯" })
        #expect(texts.values.contains { $0.text == "⋮" })
        #expect(texts.values.contains { $0.text == "⋱" })
        #expect(texts["shape result"]?.text == "100 × 40")
        #expect(texts["result 100,40"] != nil)
    }

    @Test("what is lit differs by outline and weight, not by colour alone")
    func notByColourAlone() throws {
        var sample = SampleMatrix(seed: 8)
        let list = sample.product(rows: 2, inner: 2, columns: 2).laidOut(measuring: PlainMeasurer())
        let outlines = list.items.compactMap { item -> StrokeItem? in
            if case .stroke(let stroke) = item, stroke.role.hasPrefix("lit ") { stroke } else { nil }
        }
        #expect(outlines.map(\.role) == ["lit left", "lit right", "lit result"])
        #expect(Set(outlines.map { "\($0.dash) \($0.paint == .ink)" }).count == 3)
        let lit = try #require(list.texts.first { $0.role == "left 1,1" })
        let other = try #require(list.texts.first { $0.role == "left 2,1" })
        #expect(lit.runs[0].face != other.runs[0].face)
    }

    @Test("rows that become columns keep their pattern")
    func transpose() {
        var sample = SampleMatrix(seed: 9)
        let list = sample.transpose(rows: 4, columns: 3).laidOut(measuring: PlainMeasurer())
        var patterns: [String: Set<String>] = [:]
        for case .stroke(let stroke) in list.items where stroke.role.hasPrefix("band ") {
            let number = stroke.role.split(separator: " ").last.map(String.init) ?? ""
            patterns[number, default: []].insert("\(stroke.paint) \(stroke.dash)")
        }
        #expect(patterns.count == 4)
        #expect(patterns.values.allSatisfy { $0.count == 1 })
        #expect(Set(patterns.values).count == 4)
    }

    @Test("frames have one size, and each knows one entry more")
    func frames() {
        var sample = SampleMatrix(seed: 11)
        let figure = sample.stepwise(rows: 2, inner: 3, columns: 2)
        let frames = figure.frames.map { $0.laidOut(measuring: PlainMeasurer()) }
        #expect(frames.count == 4)
        for (index, frame) in frames.enumerated() {
            #expect(frame.width == frames[0].width && frame.height == frames[0].height)
            #expect(frame.texts.count { $0.role.hasPrefix("result ") } == index + 1)
        }
        let strip = figure.laidOut(measuring: PlainMeasurer())
        #expect(strip.texts.count { $0.role.hasSuffix(": sum") } == 4)
    }

    @Test("300 figures of matrices of any size and magnitude can be read", arguments: 0..<300)
    func legible(seed: Int) {
        var sample = SampleMatrix(seed: UInt64(seed))
        let figure = sample.any()
        let list = figure.laidOut(measuring: PlainMeasurer())
        #expect(list.legibilityIssues() == [], "\(figure)")
        #expect(list.texts.count > 0)
        for frame in figure.frames { #expect(frame.laidOut(measuring: PlainMeasurer()).legibilityIssues() == []) }
    }
}
