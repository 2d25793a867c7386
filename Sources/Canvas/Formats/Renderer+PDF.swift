import Figures
internal import CCairo

extension Renderer {
    /// A PDF document of one page of the list's size, or `width` points wide, with text as text.
    ///
    /// It states no time of creation but the epoch's, so that equal lists give equal bytes.
    public func pdf(_ list: DisplayList, palette: Palette, width: Double? = nil) throws(CanvasError) -> [UInt8] {
        let scale = (width ?? list.width) / list.width
        guard list.width * scale > 0, list.height * scale > 0 else {
            throw .size(width: list.width * scale, height: list.height * scale)
        }
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write, sink.pointer, list.width * scale, list.height * scale)
        let context = try DrawingContext.drawing(on: surface)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z")
        if palette == .dark {
            context.setColor(palette[.ground])
            cairo_paint(context.handle)
        }
        cairo_scale(context.handle, scale, scale)
        try Painter(fonts: fonts, palette: palette, selectable: true).draw(list, in: context)
        cairo_surface_finish(surface)
        try check(cairo_surface_status(surface), "write a PDF document")
        return sink.bytes
    }
}
