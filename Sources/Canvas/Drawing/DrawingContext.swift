import Figures
internal import CCairo

/// A Cairo context and its surface.
struct DrawingContext: ~Copyable {
    enum Format { case alpha, opaque, transparent }

    let handle: OpaquePointer

    private init(owning handle: OpaquePointer) { self.handle = handle }

    /// A context of the surface, which it takes over: the surface lives as long as the context.
    static func drawing(on surface: OpaquePointer?) throws(CanvasError) -> DrawingContext {
        defer { cairo_surface_destroy(surface) }
        try check(cairo_surface_status(surface), "make a surface")
        guard let handle = cairo_create(surface) else { throw .cairo(operation: "draw", status: "no context") }
        let context = DrawingContext(owning: handle)
        try check(cairo_status(handle), "draw")
        return context
    }

    /// A picture in memory.
    static func image(_ width: Int, _ height: Int, _ format: Format) throws(CanvasError) -> DrawingContext {
        let pixels =
            switch format {
            case .alpha: CAIRO_FORMAT_A8
            case .opaque: CAIRO_FORMAT_RGB24
            case .transparent: CAIRO_FORMAT_ARGB32
            }
        guard let columns = Int32(exactly: width), let rows = Int32(exactly: height) else {
            throw .size(width: Double(width), height: Double(height))
        }
        return try drawing(on: cairo_image_surface_create(pixels, columns, rows))
    }

    deinit { cairo_destroy(handle) }

    var surface: OpaquePointer? { cairo_get_target(handle) }

    func checkStatus() throws(CanvasError) { try check(cairo_status(handle), "draw") }

    /// The current path.
    func path() throws(CanvasError) -> Path {
        guard let copy = cairo_copy_path(handle) else { throw .cairo(operation: "copy a path", status: "no path") }
        defer { cairo_path_destroy(copy) }
        try check(copy.pointee.status, "copy a path")
        return Path(copy.pointee)
    }

    /// Adds to the current path, moved to `x`, `y` and scaled.
    func add(_ path: Path, x: Double = 0, y: Double = 0, scale: Double = 1) {
        for element in path.elements {
            switch element {
            case .move(let p): cairo_move_to(handle, x + p.x * scale, y + p.y * scale)
            case .line(let p): cairo_line_to(handle, x + p.x * scale, y + p.y * scale)
            case .curve(let a, let b, let c):
                cairo_curve_to(
                    handle, x + a.x * scale, y + a.y * scale, x + b.x * scale, y + b.y * scale, x + c.x * scale,
                    y + c.y * scale)
            case .close: cairo_close_path(handle)
            }
        }
    }

    func setColor(_ color: RGB) {
        cairo_set_source_rgb(
            handle, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
    }
}

extension Path {
    /// What Cairo keeps as headers, each followed by its points.
    fileprivate init(_ path: cairo_path_t) {
        self.init()
        var index = 0
        while index < Int(path.num_data) {
            let data = path.data + index
            func point(_ offset: Int) -> Point { Point(data[offset].point.x, data[offset].point.y) }
            switch data.pointee.header.type {
            case CAIRO_PATH_MOVE_TO: elements.append(.move(point(1)))
            case CAIRO_PATH_LINE_TO: elements.append(.line(point(1)))
            case CAIRO_PATH_CURVE_TO: elements.append(.curve(point(1), point(2), point(3)))
            default: elements.append(.close)
            }
            index += Int(data.pointee.header.length)
        }
        // Cairo ends a closed figure with a move back to its start.
        if case .move = elements.last { elements.removeLast() }
    }
}
