import Figures
internal import CCairo

/// Draws a display list onto a Cairo surface.
struct Painter {
    var fonts: FontCase
    var palette: Palette
    /// Letters as text that can be selected (PDF), or as outlines, which Cairo 1.16 places exactly on pictures too.
    var selectable: Bool

    func draw(_ list: DisplayList, in context: borrowing DrawingContext) throws(CanvasError) {
        for item in list.items {
            switch item {
            case .text(let text): try draw(text, in: context)
            case .stroke(let stroke): draw(stroke, in: context)
            case .fill(let fill): draw(fill, in: context)
            }
        }
        try context.checkStatus()
    }

    private func draw(_ item: StrokeItem, in context: borrowing DrawingContext) {
        context.add(item.path)
        context.setColor(palette[item.paint])
        cairo_set_line_width(context.handle, item.width)
        cairo_set_line_cap(context.handle, item.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(context.handle, CAIRO_LINE_JOIN_ROUND)
        cairo_set_dash(context.handle, item.dash, Int32(item.dash.count), 0)
        cairo_stroke(context.handle)
    }

    private func draw(_ item: FillItem, in context: borrowing DrawingContext) {
        context.add(item.path)
        context.setColor(palette[item.paint])
        cairo_fill(context.handle)
    }

    private func draw(_ item: TextItem, in context: borrowing DrawingContext) throws(CanvasError) {
        if let halo = item.halo {
            try addOutlines(of: item, in: context)
            context.setColor(palette[halo.paint])
            cairo_set_line_width(context.handle, halo.width)
            cairo_set_line_join(context.handle, CAIRO_LINE_JOIN_ROUND)
            cairo_set_dash(context.handle, nil, 0, 0)
            cairo_stroke(context.handle)
        }
        context.setColor(palette[item.paint])
        if selectable {
            for run in item.runs { try show(run, in: context) }
        } else {
            try addOutlines(of: item, in: context)
            cairo_fill(context.handle)
        }
    }

    private func addOutlines(of item: TextItem, in context: borrowing DrawingContext) throws(CanvasError) {
        for run in item.runs {
            let setting = try fonts.setting(of: run.text, in: run.face)
            let scale = run.size / Font.em
            for glyph in setting.shape.glyphs {
                let outline = try setting.font.outline(of: glyph.index)
                context.add(outline, x: run.x + glyph.x * scale, y: run.baseline + glyph.y * scale, scale: scale)
            }
        }
    }

    private func show(_ run: TextRun, in context: borrowing DrawingContext) throws(CanvasError) {
        let setting = try fonts.setting(of: run.text, in: run.face)
        let scale = run.size / Font.em
        cairo_save(context.handle)
        cairo_translate(context.handle, run.x, run.baseline)
        cairo_scale(context.handle, scale, scale)
        cairo_move_to(context.handle, 0, 0)
        setting.font.show(run.text, in: context)
        cairo_restore(context.handle)
        cairo_new_path(context.handle)
    }
}
