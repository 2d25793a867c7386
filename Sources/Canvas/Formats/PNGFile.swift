internal import CCairo

/// A PNG file being written, from pixels in memory.
///
/// Written here and not by Cairo, which states no resolution, and which filters every row: for flat colour that takes twice
/// the time and gives a third more bytes.
struct PNGFile {
    private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Parameter rows: the pixels, row by row, 3 bytes each (RGB) or 4 (RGBA).
    init(rows: [UInt8], width: Int, height: Int, transparent: Bool, dpi: Double) throws(CanvasError) {
        let size = Self.bigEndian(UInt32(width)) + Self.bigEndian(UInt32(height))
        append("IHDR", size + [8, transparent ? 6 : 2, 0, 0, 0])
        let perMetre = Self.bigEndian(UInt32(dpi / 0.0254 + 0.5))
        append("pHYs", perMetre + perMetre + [1])
        append("IDAT", try Self.compressed(Self.unfiltered(rows, length: width * (transparent ? 4 : 3))))
        append("IEND", [])
    }

    /// Each row after the number of its filter, 0 for none.
    private static func unfiltered(_ rows: [UInt8], length: Int) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(rows.count + rows.count / length)
        for start in stride(from: 0, to: rows.count, by: length) {
            result.append(0)
            result.append(contentsOf: rows[start..<start + length])
        }
        return result
    }

    private static func compressed(_ data: [UInt8]) throws(CanvasError) -> [UInt8] {
        var length = compressBound(UInt(data.count))
        var result = [UInt8](repeating: 0, count: Int(length))
        let status = compress2(&result, &length, data, UInt(data.count), 3)
        guard status == Z_OK else { throw .compression(status: Int(status)) }
        result.removeLast(result.count - Int(length))
        return result
    }

    private mutating func append(_ type: String, _ data: [UInt8]) {
        let body = Array(type.utf8) + data
        bytes += Self.bigEndian(UInt32(data.count)) + body
        bytes += Self.bigEndian(UInt32(crc32(0, body, UInt32(body.count))))
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
