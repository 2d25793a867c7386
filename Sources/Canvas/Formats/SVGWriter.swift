import Figures

/// Writes elements, attributes and numbers of an SVG document, in hundredths of a point.
struct SVGWriter {
    var bytes: [UInt8] = []

    mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func attribute(_ name: String, _ value: String) {
        text(" ")
        text(name)
        text("=\"")
        text(value)
        text("\"")
    }

    mutating func attribute(_ name: String, _ value: Double) {
        text(" ")
        text(name)
        text("=\"")
        number(hundredths: Self.hundredths(value))
        text("\"")
    }

    static func hundredths(_ value: Double) -> Int { Int((value * 100).rounded()) }

    /// A number as short as SVG takes it: `12.5`, `.07`, `-3`.
    mutating func number(hundredths value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
        if whole > 0 || part == 0 { text(String(whole)) }
        guard part > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(part / 10))
        if part % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(part % 10)) }
    }

    /// The `d` of a path, in relative steps between rounded points, so that roundings do not add up.
    mutating func path(_ path: Path, scale: Double = 1) {
        var pen = PathPen(scale: scale)
        for element in path.elements { pen.add(element, to: &self) }
    }
}

/// Where the path stands, and what it has just written.
private struct PathPen {
    var scale: Double
    var x = 0
    var y = 0
    var startX = 0
    var startY = 0
    var command: UInt8 = 0

    mutating func add(_ element: Path.Element, to writer: inout SVGWriter) {
        switch element {
        case .move(let point):
            step("m", [point], to: &writer)
            (startX, startY) = (x, y)
        case .line(let point): step("l", [point], to: &writer)
        case .curve(let a, let b, let c): step("c", [a, b, c], to: &writer)
        case .close:
            writer.text("z")
            command = UInt8(ascii: "z")
            (x, y) = (startX, startY)
        }
    }

    private mutating func step(_ letter: Unicode.Scalar, _ points: [Point], to writer: inout SVGWriter) {
        let letter = UInt8(ascii: letter)
        var first = command != letter
        if first { writer.bytes.append(letter) }
        command = letter
        var end = (x, y)
        for point in points {
            end = (SVGWriter.hundredths(point.x * scale), SVGWriter.hundredths(point.y * scale))
            for difference in [end.0 - x, end.1 - y] {
                if !first && difference >= 0 { writer.bytes.append(UInt8(ascii: " ")) }
                first = false
                writer.number(hundredths: difference)
            }
        }
        (x, y) = end
    }
}
