/// The texts of a node of a computational graph, one under the other, and the box around them.
struct GraphCard {
    struct Line {
        var text: TextLine
        var role: String
        var paint: Paint
    }

    let node: GraphFigure.Node
    let style: GraphStyle
    private(set) var lines: [Line] = []

    init(_ node: GraphFigure.Node, style: GraphStyle, measurer: any TextMeasurer) {
        self.node = node
        self.style = style
        let text = { (label: Label, face: Face, size: Double) in
            TextLine(label, face: face, size: size, measurer: measurer)
        }
        if let sign = node.sign {
            lines.append(Line(text: text(sign, style.signFace, style.signSize), role: "operation", paint: .ink))
        }
        let name = node.name.map { text($0, style.valueFace, style.valueSize) }
        let value = node.value.map { text(Label($0), style.valueFace, style.valueSize) }
        if let name, let value {
            let relation = text(Label(node.relation.rawValue), style.valueFace, style.valueSize)
            let line = name.followed(by: relation).followed(by: value)
            if line.width <= style.widestLine {
                lines.append(Line(text: line, role: "value", paint: .ink))
            } else {
                lines.append(Line(text: name, role: "name", paint: .ink))
                lines.append(Line(text: value, role: "value", paint: .ink))
            }
        } else if let line = name ?? value {
            lines.append(Line(text: line, role: name == nil ? "value" : "name", paint: .ink))
        }
        if let adjoint = node.adjoint {
            let line = text(Label("∂ " + adjoint), style.adjointFace, style.adjointSize)
            lines.append(Line(text: line, role: "gradient", paint: .gradient))
        }
    }

    var width: Double {
        let widest = lines.reduce(0) { max($0, $1.text.width) }
        return max(style.least, widest + 2 * style.padding.across).rounded(.up)
    }

    var height: Double { max(style.least, textHeight + 2 * style.padding.along).rounded(.up) }

    private var textHeight: Double {
        lines.reduce(style.leading * Double(lines.count - 1)) { $0 + $1.text.ascent + $1.text.descent }
    }

    func box(around centre: Point) -> Rectangle {
        Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
    }

    /// A number that is given stands on a sheet with sharp corners; what is computed from others has round ones.
    func items(around centre: Point) -> [DisplayList.Item] {
        let box = box(around: centre)
        let role = "node \(node.id)"
        let path = Path.rounded(box, radius: node.sign == nil ? 2 : 9)
        let outline = StrokeItem(
            role: role, path: path, width: node.isResult || node.isHighlighted ? style.heavyWidth : 1.1,
            dash: node.isCut ? [3, 2.5] : [], paint: node.sign == nil && !node.isHighlighted ? .faded : .ink)
        let ground: Paint = node.isHighlighted ? .seriesTint(2) : node.sign == nil ? .panel : .ground
        var items: [DisplayList.Item] = [.fill(FillItem(role: role, path: path, paint: ground)), .stroke(outline)]
        var top = centre.y - textHeight / 2
        for line in lines {
            let item = line.text.item(
                role: "\(line.role) \(node.id)", x: centre.x, baseline: top + line.text.ascent, paint: line.paint)
            items.append(.text(item))
            top += line.text.ascent + line.text.descent + style.leading
        }
        return items
    }
}
