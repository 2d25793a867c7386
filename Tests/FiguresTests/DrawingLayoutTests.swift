import Testing

@testable import Figures

/// Drawings from words: boxes grow around their words, lines stop at edges, nothing is cut off.
@Suite struct DrawingLayoutTests {
    private func laidOut(_ shapes: [Drawing.Shape], gap: Double = 100) -> DisplayList {
        Drawing(shapes: shapes, gap: gap).laidOut(measuring: PlainMeasurer())
    }

    private func box(_ words: String, _ id: String, at place: Point? = nil) -> Drawing.Shape {
        Drawing.Shape(form: .box, id: id, words: [Label(words)], place: place)
    }

    private func outline(_ id: String, _ list: DisplayList) throws -> Rectangle {
        let found = list.items.compactMap { item -> Rectangle? in
            guard case .stroke(let stroke) = item, stroke.role == "outline \(id)" else { return nil }
            return stroke.path.bounds
        }
        return try #require(found.first)
    }

    @Test("a box is as wide as its words, and holds them")
    func growth() throws {
        let list = laidOut([box("x", "short"), box("a much longer label", "long")])
        let (short, long) = (try outline("short", list), try outline("long", list))
        #expect(long.width > short.width)
        for text in list.texts {
            let box = text.role == "words short" ? short : long
            #expect(text.box.x >= box.x && text.box.right <= box.right)
        }
    }

    @Test("shapes without a place stand in a row, a gap apart")
    func row() throws {
        let list = laidOut([box("a", "a"), box("b", "b"), box("c", "c")], gap: 30)
        let boxes = try ["a", "b", "c"].map { try outline($0, list) }
        for (left, right) in zip(boxes, boxes.dropFirst()) {
            #expect(abs(right.x - left.right - 30) < 0.05)
            #expect(left.centre.y == right.centre.y)
        }
    }

    @Test(
        "an arrow ends outside the shapes it joins, whichever way it runs",
        arguments: [
            Point(200, 0), Point(-200, 0), Point(0, 150), Point(0, -150), Point(140, 90),
        ])
    func edges(_ place: Point) throws {
        let arrow = Drawing.Shape(form: .arrow, id: "1", ends: [.shape(0), .shape(1)])
        let list = laidOut([box("from", "from", at: Point(0, 0)), box("to", "to", at: place), arrow])
        let boxes = [try outline("from", list), try outline("to", list)]
        for case .fill(let head) in list.items where head.role == "head 1" {
            let bounds = try #require(head.path.bounds)
            #expect(
                boxes.allSatisfy {
                    bounds.right < $0.x || bounds.x > $0.right || bounds.bottom < $0.y || bounds.y > $0.bottom
                })
        }
        #expect(list.legibilityIssues().isEmpty)
    }

    @Test("the canvas holds everything, with places left of and above the origin too")
    func canvas() throws {
        let list = laidOut([box("far", "far", at: Point(-400, -300)), box("near", "near", at: Point(100, 80))])
        for item in list.items {
            let bounds = try #require(item.bounds)
            #expect(bounds.x >= 0 && bounds.y >= 0 && bounds.right <= list.width && bounds.bottom <= list.height)
        }
    }
}
