/// Where the shapes of a drawing stand, and what is drawn of them.
struct DrawingLayout {
    private let drawing: Drawing
    private let measurer: any TextMeasurer
    /// The upright rectangle of each shape; nil for lines.
    private var frames: [Rectangle?] = []

    init(_ drawing: Drawing, measurer: any TextMeasurer) {
        self.drawing = drawing
        self.measurer = measurer
        var previous: Rectangle?
        for shape in drawing.shapes {
            let frame = frame(of: shape, after: previous)
            frames.append(frame)
            if let frame { previous = frame }
        }
    }

    func display() -> DisplayList {
        .fitting(drawing.shapes.indices.flatMap { items(of: drawing.shapes[$0], frames[$0]) }, margin: 3)
    }

    private func frame(of shape: Drawing.Shape, after previous: Rectangle?) -> Rectangle? {
        if shape.form == .line || shape.form == .arrow { return nil }
        let words = block(shape)
        var (width, height) = (words.width, words.height)
        switch shape.form {
        case .circle:
            width = max(36, (words.width * words.width + words.height * words.height).squareRoot() + 12)
            height = width
        case .box: (width, height) = (max(44, width + 24), max(30, height + 18))
        default: break
        }
        if let size = shape.size { (width, height) = (size.width, size.height) }
        if let place = shape.place {
            return Rectangle(x: place.x - width / 2, y: place.y - height / 2, width: width, height: height)
        }
        let left = previous.map { $0.right + drawing.gap } ?? -width / 2
        return Rectangle(x: left, y: (previous?.centre.y ?? 0) - height / 2, width: width, height: height)
    }

    // MARK: Words

    private func block(_ shape: Drawing.Shape) -> TextBlock {
        let (face, size, paint): (Face, Double, Paint) =
            switch shape.style {
            case .plain: (.interface(.regular, .upright), 13, .ink)
            case .strong: (.interface(.semibold, .upright), 13, .ink)
            case .soft: (.interface(.regular, .upright), 12, .softInk)
            case .large: (.interface(.semibold, .upright), 17, .ink)
            }
        var block = TextBlock(leading: size * 1.35)
        for (index, line) in shape.words.enumerated() {
            block.add(
                TextLine(line, face: face, size: size, measurer: measurer),
                role: index == 0 ? "words \(shape.id)" : "line \(index + 1) of words \(shape.id)", paint: paint)
        }
        return block
    }

    private func words(_ shape: Drawing.Shape, around centre: Point, _ anchor: TextLine.Anchor) -> [DisplayList.Item] {
        block(shape).items(around: centre, anchor: anchor).map { .text($0) }
    }

    // MARK: Items

    private func items(of shape: Drawing.Shape, _ frame: Rectangle?) -> [DisplayList.Item] {
        guard let frame else { return line(shape) }
        var items: [DisplayList.Item] = []
        let outline: Path? =
            switch shape.form {
            case .box:
                shape.corner > 0
                    ? .rounded(frame, radius: min(shape.corner, frame.width / 2, frame.height / 2)) : .rectangle(frame)
            case .circle: .circle(frame.centre, radius: frame.width / 2)
            default: nil
            }
        if let outline {
            if let fill = shape.fill {
                items.append(.fill(FillItem(role: "shape \(shape.id)", path: outline, paint: fill)))
            }
            if shape.lineWidth > 0 { items.append(stroke(shape, outline, role: "outline")) }
        }
        switch shape.alignment {
        case .center: return items + words(shape, around: frame.centre, .middle)
        // Words alone begin or end at their place.
        case .left: return items + words(shape, around: Point(inner(shape, frame, -1), frame.centre.y), .start)
        case .right: return items + words(shape, around: Point(inner(shape, frame, 1), frame.centre.y), .end)
        }
    }

    private func inner(_ shape: Drawing.Shape, _ frame: Rectangle, _ side: Double) -> Double {
        shape.form == .text ? frame.centre.x : frame.centre.x + side * (frame.width / 2 - 10)
    }

    private func stroke(_ shape: Drawing.Shape, _ path: Path, role: String) -> DisplayList.Item {
        .stroke(
            StrokeItem(
                role: "\(role) \(shape.id)", path: path, width: shape.lineWidth,
                dash: shape.isDashed ? [max(5, shape.lineWidth * 1.4), max(4, shape.lineWidth)] : [], paint: shape.paint
            ))
    }

    // MARK: Lines

    private func line(_ shape: Drawing.Shape) -> [DisplayList.Item] {
        var run = DrawnLine(points: shape.ends.map(centre), bend: shape.bend)
        run.clip(start: edge(shape.ends.first), end: edge(shape.ends.last))
        var items: [DisplayList.Item] = []
        if let fill = shape.fill {
            items.append(.fill(FillItem(role: "shape \(shape.id)", path: run.closed, paint: fill)))
        }
        let middle = run.middle
        if shape.form == .arrow {
            let head = run.takeHead(width: shape.lineWidth)
            items.append(.fill(FillItem(role: "head \(shape.id)", path: head, paint: shape.paint)))
        }
        if shape.lineWidth > 0 {
            items.insert(stroke(shape, run.path(corner: shape.lineWidth * 1.3), role: "line"), at: 0)
        }
        return items + label(shape, beside: middle)
    }

    private func centre(_ end: Drawing.End) -> Point {
        switch end {
        case .point(let point): point
        case .shape(let index): frames[index]?.centre ?? Point(0, 0)
        }
    }

    /// What a line that leads to a shape stops at.
    private func edge(_ end: Drawing.End?) -> DrawnLine.Edge? {
        guard case .shape(let index) = end, let frame = frames[index] else { return nil }
        return DrawnLine.Edge(frame: frame.grown(by: 4), isRound: drawing.shapes[index].form == .circle)
    }

    /// Above a line that runs across, right of one that runs up or down, outside a bent one.
    private func label(_ shape: Drawing.Shape, beside middle: (place: Point, direction: Point)) -> [DisplayList.Item] {
        if shape.words.isEmpty { return [] }
        let block = block(shape)
        let away = shape.lineWidth / 2 + 6
        var centre = middle.place
        if middle.direction.x.magnitude >= middle.direction.y.magnitude {
            let isBelow = shape.bend * middle.direction.x < 0
            centre.y += (isBelow ? 1 : -1) * (away + block.height / 2)
            return words(shape, around: centre, .middle)
        }
        let isLeft = shape.bend * middle.direction.y < 0
        centre.x += (isLeft ? -1 : 1) * away
        return words(shape, around: centre, isLeft ? .end : .start)
    }
}

extension Drawing {
    func laidOut(measuring measurer: any TextMeasurer) -> DisplayList {
        DrawingLayout(self, measurer: measurer).display()
    }
}
