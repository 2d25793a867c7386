internal import CCairo

/// The glyphs of a text and where they stand, for a font `Font.em` high.
struct ShapedText {
    struct Glyph {
        var index: UInt32
        var x: Double
        var y: Double
    }

    var glyphs: [Glyph] = []
    var width = 0.0

    init(_ line: UnsafeMutablePointer<PangoLayoutLine>) {
        let scale = Double(PANGO_SCALE)
        var next = line.pointee.runs
        while let node = next {
            next = node.pointee.next
            let run = node.pointee.data.assumingMemoryBound(to: PangoGlyphItem.self)
            guard let string = run.pointee.glyphs else { continue }
            for index in 0..<Int(string.pointee.num_glyphs) {
                let glyph = string.pointee.glyphs[index]
                if glyph.glyph != PangoGlyph(0x0FFF_FFFF) {
                    let x = width + Double(glyph.geometry.x_offset) / scale
                    glyphs.append(Glyph(index: glyph.glyph, x: x, y: Double(glyph.geometry.y_offset) / scale))
                }
                width += Double(glyph.geometry.width) / scale
            }
        }
    }
}
