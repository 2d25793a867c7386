/// Sets the numbers inside the circles, all of one size where that stays readable.
struct UnitText {
    var style: NetworkStyle
    var measurer: any TextMeasurer

    /// The lines in a circle: a value; or its two parts (`5.344`, `× 10⁻⁸`); or before and after.
    func lines(of unit: NetworkDiagram.Unit) -> [(text: String, isAfter: Bool)] {
        guard let value = unit.value else { return [] }
        if let after = unit.after, after != value { return [(value.text, false), (after.text, true)] }
        return parts(of: value.text).map { ($0, false) }
    }

    /// A power of ten goes under its factor.
    private func parts(of text: String) -> [String] {
        let letters = text.unicodeScalars
        guard let cross = letters.firstIndex(of: "×"), cross > letters.startIndex else { return [text] }
        let before = letters.index(before: cross)
        return [String(letters[..<(letters[before] == " " ? before : cross)]), String(letters[cross...])]
    }

    /// The largest size up to the style's at which the lines fit a circle; nil when below the least.
    func size(of lines: [(text: String, isAfter: Bool)], radius: Double) -> Double? {
        var size = lines.count > 1 ? style.valueSize - 2 : style.valueSize
        let widest = lines.reduce(0) { max($0, measurer.width(of: $1.text, face: style.valueFace, size: 1)) }
        while size >= style.leastValueSize {
            let leading = size * 1.2
            let reach = Double(lines.count - 1) / 2 * leading + size * style.valueFace.capHeight / 2
            let room = radius - 3.5
            if reach < room, widest * size / 2 <= (room * room - reach * reach).squareRoot() { return size }
            size -= 0.5
        }
        return nil
    }

    /// The least radius from the style's up at which every unit's numbers fit; a little larger rather than small numbers.
    func radius(for units: [NetworkDiagram.Unit]) -> Double {
        var radius = style.radius
        for unit in units {
            let lines = lines(of: unit)
            if lines.isEmpty { continue }
            let wanted = wantedSize(of: lines)
            while radius < style.radius + 3, size(of: lines, radius: radius) ?? 0 < wanted { radius += 1 }
            while radius < 120, size(of: lines, radius: radius) == nil { radius += 1 }
        }
        return radius
    }

    /// Numbers this large or larger are all set alike; only what needs it is set smaller.
    private func wantedSize(of lines: [(text: String, isAfter: Bool)]) -> Double {
        style.valueSize - (lines.count > 1 ? 3 : 1.5)
    }

    /// The size for each of the units: one for all numbers in one line, and one for all in two.
    func sizes(for units: [NetworkDiagram.Unit], radius: Double) -> [Double] {
        var common = [style.valueSize, style.valueSize, style.valueSize]
        let texts = units.map { lines(of: $0) }
        let own = texts.map { size(of: $0, radius: radius) ?? style.leastValueSize }
        for (lines, size) in zip(texts, own) where size >= wantedSize(of: lines) {
            common[lines.count] = min(common[lines.count], size)
        }
        return zip(texts, own).map { min(common[$0.count], $1) }
    }

    func block(of unit: NetworkDiagram.Unit, size: Double, paint: Paint) -> TextBlock {
        var block = TextBlock(leading: size * 1.2)
        let role = "value \(unit.id)"
        let lines = lines(of: unit)
        for (index, line) in lines.enumerated() {
            let isBefore = !line.isAfter && lines.contains { $0.isAfter }
            let face = line.isAfter ? style.weightFace : isBefore ? style.beforeFace : style.valueFace
            let text = TextLine(line.text, face: face, size: size, measurer: measurer)
            block.add(
                text, role: line.isAfter ? role + " after" : index == 0 ? role : role + " power",
                paint: paint)
        }
        return block
    }
}
