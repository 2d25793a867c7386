import Figures

extension Renderer {
    /// An SVG document with text as outlines, so that it looks the same where the fonts are missing.
    ///
    /// Written here and not by Cairo, whose documents are three times as long and carry ids that count on from one
    /// picture to the next. The ids here count from the start of each picture and begin with `prefix`.
    ///
    /// - Parameter width: of the picture in points; that of the list when nil.
    public func svg(
        _ list: DisplayList, palette: Palette, width: Double? = nil, prefix: String = "g"
    ) throws(CanvasError) -> [UInt8] {
        var picture = SVGPicture(fonts: fonts, palette: palette, prefix: prefix)
        for item in list.items { try picture.draw(item) }
        return picture.document(of: list, scale: (width ?? list.width) / list.width)
    }
}

/// An SVG document being drawn: its glyphs, each defined once, and its body.
private struct SVGPicture {
    struct GlyphKey: Hashable {
        var face: Face
        var size: Double
        var index: UInt32
    }

    var fonts: FontCase
    var palette: Palette
    var prefix: String
    var glyphs: [GlyphKey: String] = [:]
    var labels = 0
    var definitions = SVGWriter()
    var body = SVGWriter()

    func document(of list: DisplayList, scale: Double) -> [UInt8] {
        var writer = SVGWriter()
        writer.text(#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#)
        writer.lengths(width: list.width, height: list.height, scale: scale)
        writer.text(">\n")
        if !definitions.bytes.isEmpty {
            writer.text("<defs>\n")
            writer.bytes += definitions.bytes
            writer.text("</defs>\n")
        }
        writer.bytes += body.bytes
        writer.text("</svg>\n")
        return writer.bytes
    }

    mutating func draw(_ item: DisplayList.Item) throws(CanvasError) {
        switch item {
        case .text(let text): try draw(text)
        case .stroke(let stroke): draw(stroke)
        case .fill(let fill): draw(fill)
        }
    }

    private mutating func draw(_ item: StrokeItem) {
        body.text("<path fill=\"none\"")
        body.attribute("stroke", palette[item.paint].hex)
        body.attribute("stroke-width", item.width)
        if item.cap == .round { body.attribute("stroke-linecap", "round") }
        body.attribute("stroke-linejoin", "round")
        if !item.dash.isEmpty { body.lengths("stroke-dasharray", item.dash) }
        finishPath(item.path)
    }

    private mutating func draw(_ item: FillItem) {
        body.text("<path")
        body.attribute("fill", palette[item.paint].hex)
        finishPath(item.path)
    }

    private mutating func finishPath(_ path: Path) {
        body.text(" d=\"")
        body.path(path)
        body.text("\"/>\n")
    }

    private mutating func draw(_ item: TextItem) throws(CanvasError) {
        var id: String?
        if let halo = item.halo {
            // The same letters twice: first with a wide line around them, then as they are.
            labels += 1
            let label = "\(prefix)l\(labels)"
            body.text("<use")
            body.attribute("xlink:href", "#" + label)
            body.attribute("stroke", palette[halo.paint].hex)
            body.attribute("stroke-width", halo.width)
            body.text(" stroke-linejoin=\"round\"/>")
            id = label
        }
        body.text("<g")
        if let id { body.attribute("id", id) }
        body.attribute("fill", palette[item.paint].hex)
        body.text(">")
        for run in item.runs { try draw(run) }
        body.text("</g>\n")
    }

    private mutating func draw(_ run: TextRun) throws(CanvasError) {
        let setting = try fonts.setting(of: run.text, in: run.face)
        let scale = run.size / Font.em
        for glyph in setting.shape.glyphs {
            let outline = try setting.font.outline(of: glyph.index)
            if outline.elements.isEmpty { continue }
            let key = GlyphKey(face: setting.face, size: run.size, index: glyph.index)
            body.text("<use")
            body.attribute("xlink:href", "#" + define(key, outline))
            body.attribute("x", run.x + glyph.x * scale)
            body.attribute("y", run.baseline + glyph.y * scale)
            body.text("/>")
        }
    }

    /// The id of a glyph, numbered by first appearance.
    private mutating func define(_ key: GlyphKey, _ outline: Path) -> String {
        if let known = glyphs[key] { return known }
        let id = prefix + String(glyphs.count + 1)
        glyphs[key] = id
        definitions.text("<path")
        definitions.attribute("id", id)
        definitions.text(" d=\"")
        definitions.path(outline, scale: key.size / Font.em)
        definitions.text("\"/>\n")
        return id
    }
}

extension SVGWriter {
    fileprivate mutating func lengths(width: Double, height: Double, scale: Double) {
        for (name, value) in [("width", width), ("height", height)] {
            text(" \(name)=\"")
            number(hundredths: Self.hundredths(value * scale))
            text("pt\"")
        }
        lengths("viewBox", [0, 0, width, height])
    }

    fileprivate mutating func lengths(_ name: String, _ values: [Double]) {
        text(" \(name)=\"")
        for (index, value) in values.enumerated() {
            if index > 0 { text(" ") }
            number(hundredths: Self.hundredths(value))
        }
        text("\"")
    }
}

extension RGB {
    /// As `#0072b2`.
    fileprivate var hex: String {
        let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
        let digits = String(value, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
