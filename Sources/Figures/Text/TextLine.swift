/// A label set in one line: its runs from the origin to the right, and its measures.
struct TextLine {
    var text: String
    var runs: [TextRun] = []
    var width = 0.0
    /// Reach above and below the baseline.
    var ascent = 0.0
    var descent = 0.0
    /// Height of the capitals, for centring.
    var capHeight = 0.0

    enum Anchor { case start, middle, end }

    /// A label whose plain spans are set in `face`.
    init(_ label: Label, face: Face, size: Double, measurer: any TextMeasurer) {
        text = label.text
        capHeight = face.capHeight * size
        var previous = Label.Level.line
        var indexStart = 0.0
        for span in label.spans {
            // A superscript after a subscript stands above it.
            let stacked = previous == .lowered && span.level == .raised
            if !stacked { indexStart = width }
            append(
                span, face: face, size: size, at: stacked ? indexStart : width, over: stacked ? runs.last : nil,
                measurer)
            previous = span.level
        }
    }

    init(_ text: String, face: Face, size: Double, measurer: any TextMeasurer) {
        self.init(Label(text), face: face, size: size, measurer: measurer)
    }

    private mutating func append(
        _ span: Label.Span, face: Face, size: Double, at start: Double, over lower: TextRun?,
        _ measurer: any TextMeasurer
    ) {
        let spanFace: Face =
            switch span.style {
            case .plain: face
            case .italic: .mathItalic
            case .roman: .mathRoman
            }
        var run = TextRun(text: span.text, face: spanFace, size: size, x: start, baseline: 0)
        if span.style != .plain { run.size = size * 1.12 }
        switch span.level {
        case .line: break
        case .lowered:
            run.size = max(7, run.size * 0.7)
            run.baseline = size * 0.2
        case .raised:
            run.size = max(7, run.size * 0.7)
            run.baseline = -size * 0.4
            // Above a subscript, the feet of its brackets too clear the other's heads.
            if let lower {
                let head = lower.baseline - lower.face.ascent * lower.size
                run.baseline = min(run.baseline, head - size * 0.03 - spanFace.descent(of: span.text) * run.size)
            }
        }
        // A little air between an italic letter and what hangs at its foot.
        if span.level != .line { run.x += size * 0.04 }
        width = max(width, run.x + measurer.width(of: span.text, face: spanFace, size: run.size))
        ascent = max(ascent, spanFace.ascent * run.size - run.baseline)
        descent = max(descent, spanFace.descent(of: span.text) * run.size + run.baseline)
        runs.append(run)
    }

    /// This line followed by another.
    func followed(by other: TextLine) -> TextLine {
        var line = self
        line.text += other.text
        for var run in other.runs {
            run.x += width
            line.runs.append(run)
        }
        line.width += other.width
        line.ascent = max(ascent, other.ascent)
        line.descent = max(descent, other.descent)
        line.capHeight = max(capHeight, other.capHeight)
        return line
    }

    /// The line with its baseline at `y`.
    func item(
        role: String, x: Double, baseline y: Double, anchor: Anchor = .middle, paint: Paint = .ink, halo: Halo? = nil
    ) -> TextItem {
        let left =
            switch anchor {
            case .start: x
            case .middle: x - width / 2
            case .end: x - width
            }
        let placed = runs.map { run in
            var run = run
            run.x += left
            run.baseline += y
            return run
        }
        let box = Rectangle(x: left, y: y - ascent, width: width, height: ascent + descent)
        return TextItem(role: role, text: text, box: box, runs: placed, paint: paint, halo: halo)
    }

    /// The baseline that centres the capitals on `y`.
    func baseline(centredOn y: Double) -> Double { y + capHeight / 2 }
}
