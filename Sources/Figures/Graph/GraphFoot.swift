/// What stands under a computational graph: what its cards, letters and lines mean.
struct GraphFoot {
    let graph: GraphFigure
    let style: GraphStyle
    let measurer: any TextMeasurer

    private let rowHeight = 16.0
    private let gap = (sample: 6.0, entry: 18.0)
    private let card = (width: 20.0, height: 11.0)
    private let arrowLength = 22.0

    /// In rows no wider than the graph, or than an entry.
    func items(under bounds: Rectangle) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        var (x, middle) = (bounds.x, bounds.bottom + 20)
        for entry in graph.legend {
            let words = TextLine(entry.words, face: style.localFace, size: style.legendSize, measurer: measurer)
            let width = sampleWidth(entry.sample) + gap.sample + words.width
            if x > bounds.x, x + width > max(bounds.right, bounds.x + 180) {
                x = bounds.x
                middle += rowHeight
            }
            items += sample(entry.sample, x: x, middle: middle)
            items.append(
                .text(
                    words.item(
                        role: "legend \(entry.words)", x: x + sampleWidth(entry.sample) + gap.sample,
                        baseline: words.baseline(centredOn: middle), anchor: .start, paint: .softInk)))
            x += width + gap.entry
        }
        return items
    }

    private func sampleWidth(_ sample: GraphFigure.Sample) -> Double {
        switch sample {
        case .given, .computed, .cut: card.width
        case .adjoint: adjoint.width
        case .local: arrowLength
        }
    }

    private var adjoint: TextLine {
        TextLine("∂", face: style.adjointFace, size: style.adjointSize, measurer: measurer)
    }

    private func sample(_ sample: GraphFigure.Sample, x: Double, middle: Double) -> [DisplayList.Item] {
        let role = "sample \(sample.rawValue)"
        switch sample {
        case .adjoint:
            return [
                .text(
                    adjoint.item(
                        role: role, x: x, baseline: adjoint.baseline(centredOn: middle), anchor: .start,
                        paint: .gradient))
            ]
        case .local:
            let tip = Point(x + arrowLength, middle)
            let head = Path([
                .move(tip), .line(Point(tip.x - style.arrow.length, middle + style.arrow.width / 2)),
                .line(Point(tip.x - style.arrow.length, middle - style.arrow.width / 2)), .close,
            ])
            let line = Path.line(Point(x, middle), Point(tip.x - 3, middle))
            return [
                .stroke(StrokeItem(role: role, path: line, width: style.lineWidth, paint: .softInk)),
                .fill(FillItem(role: role, path: head, paint: .softInk)),
            ]
        case .given, .computed, .cut:
            let box = Rectangle(x: x, y: middle - card.height / 2, width: card.width, height: card.height)
            let isGiven = sample == .given
            let path = Path.rounded(box, radius: isGiven ? 1.5 : 4.5)
            return [
                .fill(FillItem(role: role, path: path, paint: isGiven ? .panel : .ground)),
                .stroke(
                    StrokeItem(
                        role: role, path: path, width: 1.1, dash: sample == .cut ? [3, 2.5] : [],
                        paint: isGiven ? .faded : .ink)),
            ]
        }
    }
}
