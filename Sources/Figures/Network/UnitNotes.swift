/// The texts around a circle: the name above, the bias and the gradients below.
struct UnitNotes {
    var unit: NetworkDiagram.Unit
    var style: NetworkStyle
    var radius: Double
    var name: TextLine?
    var bias: TextLine?
    /// Under the circle and its badge, top down.
    var gradients: [(text: TextLine, role: String)] = []

    init(_ unit: NetworkDiagram.Unit, style: NetworkStyle, radius: Double, measurer: any TextMeasurer) {
        self.unit = unit
        self.style = style
        self.radius = radius
        let size = style.noteSize
        name = unit.name.map { TextLine($0, face: style.noteFace, size: style.nameSize, measurer: measurer) }
        bias = Self.bias(of: unit, face: style.valueFace, size: size - 1, measurer)
        if let gradient = unit.biasGradient {
            gradients.append(
                (
                    TextLine("∂b " + gradient.text, face: style.gradientFace, size: size, measurer: measurer),
                    "gradient of bias \(unit.id)"
                ))
        }
        if let gradient = unit.gradient {
            gradients.append(
                (
                    TextLine("∂ " + gradient.text, face: style.gradientFace, size: size, measurer: measurer),
                    "gradient \(unit.id)"
                ))
        }
    }

    /// `b₁`, `+0.5` or `b₁ = 0.5`.
    private static func bias(
        of unit: NetworkDiagram.Unit, face: Face, size: Double, _ measurer: any TextMeasurer
    ) -> TextLine? {
        let name = unit.biasName.map { TextLine($0, face: face, size: size, measurer: measurer) }
        guard let bias = unit.bias else { return name }
        if let name {
            return name.followed(by: TextLine(" = " + bias.text, face: face, size: size, measurer: measurer))
        }
        let isSigned = bias.text.hasPrefix("−") || bias.text.hasPrefix("+")
        return TextLine((isSigned ? "" : "+") + bias.text, face: face, size: size, measurer: measurer)
    }

    private var badgeHeight: Double { style.noteSize + 5 }
    private var badgeWidth: Double { bias.map { max($0.width + 12, badgeHeight) } ?? 0 }
    private let nameGap = 7.0

    var width: Double {
        gradients.reduce(max(name?.width ?? 0, badgeWidth)) { max($0, $1.text.width) }
    }

    /// Reach above the circle.
    var above: Double { name.map { nameGap + $0.descent + $0.ascent } ?? 0 }

    /// Reach below the circle.
    var below: Double {
        let badge = bias == nil ? 0 : badgeHeight * 0.6
        return badge + Double(gradients.count) * style.noteSize * 1.3 + (gradients.isEmpty ? 0 : 4)
    }

    func items(at centre: Point, faded: Bool) -> [DisplayList.Item] {
        var items: [DisplayList.Item] = []
        if let name {
            // The name's own line, not the foot of its subscript, keeps the distance.
            let item = name.item(
                role: "name \(unit.id)", x: centre.x, baseline: centre.y - radius - nameGap,
                paint: faded ? .softInk : .ink, halo: style.halo)
            items.append(.text(item))
        }
        var foot = centre.y + radius + style.outline / 2
        if let bias {
            let middle = foot + badgeHeight * 0.1
            items += badge(bias, middle: Point(centre.x, middle), faded: faded)
            foot = middle + badgeHeight / 2
        }
        for (index, gradient) in gradients.enumerated() {
            let baseline = foot + 4 + style.noteSize + Double(index) * style.noteSize * 1.3
            let item = gradient.text.item(
                role: gradient.role, x: centre.x, baseline: baseline, paint: faded ? .softInk : .gradient,
                halo: style.halo)
            items.append(.text(item))
        }
        return items
    }

    private func badge(_ text: TextLine, middle: Point, faded: Bool) -> [DisplayList.Item] {
        let box = Rectangle(
            x: middle.x - badgeWidth / 2, y: middle.y - badgeHeight / 2, width: badgeWidth, height: badgeHeight)
        let role = "bias \(unit.id)"
        let label = text.item(
            role: role, x: middle.x, baseline: text.baseline(centredOn: middle.y), paint: faded ? .softInk : .ink)
        return [
            .fill(FillItem(role: role, path: .pill(box), paint: .panel)),
            .stroke(StrokeItem(role: role, path: .pill(box), width: 1, paint: faded ? .faded : .softInk)),
            .text(label),
        ]
    }
}
