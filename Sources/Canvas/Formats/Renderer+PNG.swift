import Figures
internal import CCairo

extension Renderer {
    /// A PNG picture of the list's size, or `width` points wide, at `dpi` dots an inch, which the file states.
    ///
    /// - Parameter ground: whether the palette's ground is painted first; else the picture is transparent.
    /// - Throws: `CanvasError.size` when the picture would have no pixels or more than a hundred million.
    public func png(
        _ list: DisplayList, palette: Palette, dpi: Double = 192, width: Double? = nil, ground: Bool = true
    ) throws(CanvasError) -> [UInt8] {
        let scale = (width ?? list.width) / list.width * dpi / 72
        // A width that is whole but for rounding does not earn another column.
        let columns = (list.width * scale - 1e-6).rounded(.up)
        let rows = (list.height * scale - 1e-6).rounded(.up)
        guard columns >= 1, rows >= 1, columns * rows <= 1e8, columns < 32768, rows < 32768 else {
            throw .size(width: list.width * scale, height: list.height * scale)
        }
        let context = try DrawingContext.image(Int(columns), Int(rows), ground ? .opaque : .transparent)
        if ground {
            context.setColor(palette[.ground])
            cairo_paint(context.handle)
        }
        cairo_scale(context.handle, scale, scale)
        try Painter(fonts: fonts, palette: palette, selectable: false).draw(list, in: context)
        let sink = ByteSink()
        let status = cairo_surface_write_to_png_stream(context.surface, ByteSink.write, sink.pointer)
        try check(status, "write a PNG picture")
        return PNG.stating(dpi: dpi, in: sink.bytes)
    }
}

/// The parts of the PNG format that Cairo leaves out.
enum PNG {
    /// The file with a `pHYs` chunk after its header: pixels per metre, both ways.
    static func stating(dpi: Double, in file: [UInt8]) -> [UInt8] {
        let header = 8 + 4 + 4 + 13 + 4
        precondition(file.count > header, "a PNG file starts with a signature and an IHDR chunk")
        let perMetre = UInt32((dpi / 0.0254).rounded())
        let data = bigEndian(perMetre) + bigEndian(perMetre) + [1]
        return file[..<header] + chunk("pHYs", data) + file[header...]
    }

    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// CRC-32 of ISO 3309, bit by bit: the chunks are short.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var remainder = ~UInt32(0)
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = (remainder >> 1) ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~remainder
    }
}
