extension PlotDrawing {
    /// The shades of marked intervals, behind the grid.
    mutating func drawShades() {
        for mark in layout.plot.marks {
            guard let box = shade(of: mark.place) else { continue }
            items.append(.fill(FillItem(role: role(mark), path: .rectangle(box), paint: .shade)))
        }
    }

    /// The part of a marked interval inside the area; nil for other marks.
    private func shade(of place: Plot.Mark.Place) -> Rectangle? {
        func cut(_ one: Double, _ other: Double, _ from: Double, _ to: Double) -> (Double, Double)? {
            let (low, high) = (max(min(one, other), from), min(max(one, other), to))
            return low < high ? (low, high) : nil
        }
        switch place {
        case .columns(let range):
            let ends = (layout.x.position(range.lowerBound), layout.x.position(range.upperBound))
            return cut(ends.0, ends.1, area.x, area.right).map {
                Rectangle(x: $0.0, y: area.y, width: $0.1 - $0.0, height: area.height)
            }
        case .rows(let range):
            let ends = (layout.y.position(range.lowerBound), layout.y.position(range.upperBound))
            return cut(ends.0, ends.1, area.y, area.bottom).map {
                Rectangle(x: area.x, y: $0.0, width: area.width, height: $0.1 - $0.0)
            }
        case .vertical, .horizontal, .point: return nil
        }
    }

    private func role(_ mark: Plot.Mark) -> String { "mark \(mark.text?.text ?? "")" }

    /// Lines and dots of marks with their texts; a text without room becomes a note.
    mutating func drawMarks() {
        for mark in layout.plot.marks {
            guard let candidates = drawn(mark), let label = mark.text else { continue }
            let text = layout.axisLine(label)
            if let box = placer.place(candidates(text)) {
                append(text, role: role(mark), in: box)
            } else {
                let words = mark.words.isEmpty ? "" : " (\(mark.words))"
                notes.append(Label(label.spans + [Label.Span(words)]))
            }
        }
    }

    /// Draws the mark; where its text may stand, or nil when nothing of it is in the area.
    private mutating func drawn(_ mark: Plot.Mark) -> ((TextLine) -> [Rectangle])? {
        let area = area
        switch mark.place {
        case .vertical(let value):
            let x = layout.x.position(value)
            guard layout.x.shows(value), layout.contains(Point(x, area.y)) else { return nil }
            rule(mark, Point(x, area.y), Point(x, area.bottom))
            return { Self.beside(x, $0, area) }
        case .horizontal(let value):
            let y = layout.y.position(value)
            guard layout.y.shows(value), layout.contains(Point(area.x, y)) else { return nil }
            rule(mark, Point(area.x, y), Point(area.right, y))
            return { Self.along(y, $0, area) }
        case .point(let point):
            let place = layout.place(point)
            guard layout.shows(point), layout.contains(place) else { return nil }
            dot(mark, place)
            return { Self.places(around: place, $0, distances: [(7, 6), (14, 12), (24, 20), (40, 34)]) }
        case .columns, .rows:
            guard let box = shade(of: mark.place) else { return nil }
            return { Self.within(box, $0) + Self.beside(box.right, $0, area) + Self.beside(box.x, $0, area) }
        }
    }

    private mutating func rule(_ mark: Plot.Mark, _ start: Point, _ end: Point) {
        let path = Path.line(start, end)
        items.append(.stroke(StrokeItem(role: role(mark), path: path, width: 1, dash: [3, 3], paint: .softInk)))
    }

    /// A ring that lets a line be seen through it.
    private mutating func dot(_ mark: Plot.Mark, _ place: Point) {
        items.append(.fill(FillItem(role: role(mark), path: .circle(place, radius: 4), paint: .ground)))
        items.append(
            .stroke(StrokeItem(role: role(mark), path: .circle(place, radius: 4), width: 1.5, paint: .ink)))
        placer.boxes.append(Rectangle(x: place.x - 4, y: place.y - 4, width: 8, height: 8))
    }

    /// At eight heights right and left of a vertical line.
    private static func beside(_ x: Double, _ text: TextLine, _ area: Rectangle) -> [Rectangle] {
        let height = text.ascent + text.descent
        return (0..<8).flatMap { step -> [Rectangle] in
            let y = area.y + 4 + Double(step) * (area.height - height - 8) / 7
            return [x + 6, x - 6 - text.width].map {
                Rectangle(x: $0, y: y, width: text.width, height: height)
            }
        }
    }

    /// Above and below a horizontal line, from its right end to its left.
    private static func along(_ y: Double, _ text: TextLine, _ area: Rectangle) -> [Rectangle] {
        let height = text.ascent + text.descent
        return (0..<8).flatMap { step -> [Rectangle] in
            let x = area.right - text.width - 4 - Double(step) * (area.width - text.width - 8) / 7
            return [y - 5 - height, y + 5].map {
                Rectangle(x: x, y: $0, width: text.width, height: height)
            }
        }
    }

    /// In the middle of a shade at eight heights, and at its sides.
    private static func within(_ box: Rectangle, _ text: TextLine) -> [Rectangle] {
        let height = text.ascent + text.descent
        guard text.width + 8 <= box.width, height + 4 <= box.height else { return [] }
        let middle = box.x + (box.width - text.width) / 2
        return [middle, box.x + 4, box.right - text.width - 4].flatMap { x in
            (0..<8).map { step in
                let y = box.y + 4 + Double(step) * max(0, box.height - height - 8) / 7
                return Rectangle(x: x, y: y, width: text.width, height: height)
            }
        }
    }
}
