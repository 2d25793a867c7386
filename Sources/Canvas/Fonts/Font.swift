import Figures
internal import CCairo

/// One font file, open, with what shapes text in it.
///
/// The file stands alone in a private configuration: nothing of the system's is scanned (which takes longer than drawing a
/// figure) and nothing can be substituted. Text is shaped at one large size and scaled, since without hinting every
/// measure grows with the size.
final class Font {
    /// The size everything is shaped at.
    static let em = 1000.0

    private let configuration: FontConfiguration
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private let layout: OpaquePointer
    private let scratch: DrawingContext
    private var outlines: [UInt32: Path] = [:]

    init(_ file: FontFile, root: String) throws(CanvasError) {
        configuration = try FontConfiguration.opening(file, root: root)
        scratch = try DrawingContext.image(1, 1, .alpha)
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw .cairo(operation: "use FreeType fonts", status: "not built in")
        }
        self.map = map
        pango_fc_font_map_set_config(OpaquePointer(map), configuration.handle)
        context = pango_font_map_create_context(map)
        layout = pango_layout_new(context)
        prepare(file)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// Hinting off and fractional positions, so that a layout is the same on every device.
    private func prepare(_ file: FontFile) {
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        pango_context_set_round_glyph_positions(context, 0)
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, file.family)
        pango_font_description_set_absolute_size(description, Self.em * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, description)
        pango_layout_set_single_paragraph_mode(layout, 1)
        if let features = file.features {
            let attributes = pango_attr_list_new()
            defer { pango_attr_list_unref(attributes) }
            pango_attr_list_insert(attributes, pango_attr_font_features_new(features))
            pango_layout_set_attributes(layout, attributes)
        }
    }

    /// Lends the text as a laid out line.
    private func withLine<Result>(_ text: String, _ body: (UnsafeMutablePointer<PangoLayoutLine>) -> Result) -> Result?
    {
        pango_layout_set_text(layout, text, -1)
        guard let line = pango_layout_get_line_readonly(layout, 0) else { return nil }
        return body(line)
    }

    /// The text's glyphs, or nil where the font lacks a letter.
    func shaped(_ text: String) -> ShapedText? {
        let shape = withLine(text) { ShapedText($0) }
        return pango_layout_get_unknown_glyphs_count(layout) == 0 ? shape : nil
    }

    /// Draws the text as text, at the origin and `em` high.
    func show(_ text: String, in context: borrowing DrawingContext) {
        _ = withLine(text) { pango_cairo_show_layout_line(context.handle, $0) }
    }

    /// The outline of a glyph, `em` high.
    func outline(of glyph: UInt32) throws(CanvasError) -> Path {
        if let known = outlines[glyph] { return known }
        let outline = try drawnOutline(of: glyph)
        outlines[glyph] = outline
        return outline
    }

    private func drawnOutline(of glyph: UInt32) throws(CanvasError) -> Path {
        guard let font = pango_context_load_font(context, pango_layout_get_font_description(layout)) else {
            throw .cairo(operation: "open a font", status: "no font matches")
        }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
        cairo_new_path(scratch.handle)
        cairo_set_scaled_font(scratch.handle, scaled)
        var place = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
        cairo_glyph_path(scratch.handle, &place, 1)
        return try scratch.path()
    }
}
