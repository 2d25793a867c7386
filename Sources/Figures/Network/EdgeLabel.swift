/// Sets the texts of an edge: name and value, what it became, its gradient.
struct EdgeLabel {
    var style: NetworkStyle
    var measurer: any TextMeasurer

    /// - Parameter stacked: before and after in two lines instead of one.
    func block(for edge: NetworkDiagram.Edge, faded: Bool, stacked: Bool) -> TextBlock {
        var block = TextBlock(leading: style.edgeSize * 1.22)
        let paint: Paint = faded ? .softInk : .ink
        let role = "weight \(edge.id)"
        if let before = before(edge, faded: faded) {
            if let after = edge.after {
                let face = faded ? style.beforeFace : style.weightFace
                if stacked {
                    block.add(before, role: role, paint: .softInk)
                    block.add(line("→ " + after, face), role: role + " after", paint: paint)
                } else {
                    block.add(before.followed(by: line(" → " + after, face)), role: role, paint: paint)
                }
            } else {
                block.add(before, role: role, paint: paint)
            }
        }
        if let gradient = edge.gradient {
            let paint: Paint = faded ? .softInk : .gradient
            block.add(line("∂ " + gradient, style.gradientFace), role: "gradient \(edge.id)", paint: paint)
        }
        return block
    }

    /// `w₂₁`, `−2` or `w₂₁ = −2`; lighter when something follows.
    private func before(_ edge: NetworkDiagram.Edge, faded: Bool) -> TextLine? {
        let light = faded || edge.after != nil
        let face = light ? style.beforeFace : style.weightFace
        let value = edge.value.map { line($0, face) }
        guard let name = edge.name else { return value }
        let named = TextLine(name, face: face, size: style.edgeSize, measurer: measurer)
        guard let value else { return named }
        return named.followed(by: line(" = ", style.beforeFace)).followed(by: value)
    }

    private func line(_ text: String, _ face: Face) -> TextLine {
        TextLine(text, face: face, size: style.edgeSize, measurer: measurer)
    }
}
