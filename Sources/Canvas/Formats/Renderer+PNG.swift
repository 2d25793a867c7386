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
        let lines = (list.height * scale - 1e-6).rounded(.up)
        guard columns >= 1, lines >= 1, columns * lines <= 1e8, columns < 32768, lines < 32768 else {
            throw .size(width: list.width * scale, height: list.height * scale)
        }
        let context = try DrawingContext.image(Int(columns), Int(lines), ground ? .opaque : .transparent)
        if ground {
            context.setColor(palette[.ground])
            cairo_paint(context.handle)
        }
        cairo_scale(context.handle, scale, scale)
        try Painter(fonts: fonts, palette: palette, selectable: false).draw(list, in: context)
        let rows = try context.pixels(transparent: !ground)
        return try PNGFile(
            rows: rows, width: Int(columns), height: Int(lines), transparent: !ground, dpi: dpi
        ).bytes
    }
}
