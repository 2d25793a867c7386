internal import CCairo

extension DrawingContext {
    /// The picture, row by row, as RGB, or as RGBA with colours not multiplied by their opacity.
    func pixels(transparent: Bool) throws(CanvasError) -> [UInt8] {
        cairo_surface_flush(surface)
        try check(cairo_surface_status(surface), "finish a picture")
        guard let data = cairo_image_surface_get_data(surface) else {
            throw .cairo(operation: "read a picture", status: "no pixels")
        }
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        let depth = transparent ? 4 : 3
        return [UInt8](unsafeUninitializedCapacity: width * height * depth) { bytes, count in
            count = width * height * depth
            for y in 0..<height {
                let row = UnsafeRawPointer(data + y * stride).assumingMemoryBound(to: UInt32.self)
                for x in 0..<width {
                    let at = (y * width + x) * depth
                    let pixel = row[x]
                    let alpha = transparent ? pixel >> 24 : 255
                    bytes[at] = Self.channel(pixel >> 16, alpha)
                    bytes[at + 1] = Self.channel(pixel >> 8, alpha)
                    bytes[at + 2] = Self.channel(pixel, alpha)
                    if transparent { bytes[at + 3] = UInt8(truncatingIfNeeded: alpha) }
                }
            }
        }
    }

    private static func channel(_ value: UInt32, _ alpha: UInt32) -> UInt8 {
        let value = value & 255
        if alpha == 255 { return UInt8(truncatingIfNeeded: value) }
        return alpha == 0 ? 0 : UInt8(truncatingIfNeeded: min(255, (value * 255 + alpha / 2) / alpha))
    }
}
