/// Sets the texts of an edge: name and value, what it became or should, its gradient.
struct EdgeLabel {
    var style: NetworkStyle
    var measurer: any TextMeasurer
    var size: Double

    /// - Parameter stacked: before and after in two lines instead of one.
    func block(for edge: NetworkDiagram.Edge, faded: Bool, stacked: Bool = false) -> TextBlock {
        var block = TextBlock(leading: size * 1.22)
        let paint: Paint = faded ? .softInk : .ink
        let role = "weight \(edge.id)"
        let face = faded ? style.beforeFace : style.weightFace
        let wish = faded ? nil : edge.wish.map { line($0.arrow, style.weightFace) }
        if let before = before(edge, faded: faded) {
            if let after = edge.after {
                if stacked {
                    block.add(before, role: role, paint: .softInk)
                    block.add(line("→ " + after, face).followed(byArrow: wish), role: role + " after", paint: paint)
                } else {
                    let both = before.followed(by: line(" → " + after, face))
                    block.add(both.followed(byArrow: wish), role: role, paint: paint)
                }
            } else {
                block.add(before.followed(byArrow: wish), role: role, paint: paint)
            }
        } else if let wish {
            block.add(wish, role: "wanted \(edge.id)", paint: paint)
        }
        if let change = edge.change {
            block.add(line(changeSign + change, style.beforeFace), role: "change \(edge.id)", paint: .softInk)
        }
        if let gradient = edge.gradient {
            let paint: Paint = faded ? .softInk : .gradient
            block.add(line("∂ " + gradient, style.gradientFace), role: "gradient \(edge.id)", paint: paint)
        }
        return block
    }

    /// A number that stands for the edge's texts, which a key gives.
    func number(_ number: Int, of edge: NetworkDiagram.Edge, faded: Bool) -> TextBlock {
        var block = TextBlock(leading: size * 1.22)
        block.add(
            line(String(number), style.weightFace), role: "number \(edge.id)", paint: faded ? .softInk : .ink)
        return block
    }

    /// `w₂₁`, `−2` or `w₂₁ = −2`; lighter when something follows.
    private func before(_ edge: NetworkDiagram.Edge, faded: Bool) -> TextLine? {
        let light = faded || edge.after != nil
        let face = light ? style.beforeFace : style.weightFace
        let value = edge.value.map { line($0, face) }
        guard let name = edge.name else { return value }
        let named = TextLine(name, face: face, size: size, measurer: measurer)
        guard let value else { return named }
        return named.followed(by: line(" = ", style.beforeFace)).followed(by: value)
    }

    private func line(_ text: String, _ face: Face) -> TextLine {
        TextLine(text, face: face, size: size, measurer: measurer)
    }
}

/// Before a change that the digits shown cannot tell.
let changeSign = "Δ ≈ "

extension NetworkDiagram.Wish {
    var arrow: String { self == .up ? "↑" : "↓" }
}

extension TextLine {
    /// This line, a space and an arrow.
    func followed(byArrow arrow: TextLine?) -> TextLine {
        guard var arrow else { return self }
        let air = arrow.width * 0.3
        arrow.width += air
        arrow.text = " " + arrow.text
        for index in arrow.runs.indices { arrow.runs[index].x += air }
        return followed(by: arrow)
    }
}
