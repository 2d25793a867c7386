extension Tensor where Element: ArrayElement {
    /// The array as NumPy's `str` (and `print`) writes it.
    public var numpyText: String {
        if isScalar { return elements[0].scalarText }
        return count == 0 ? "[]" : ArrayLayout(self, separator: [0x20], prefix: 0, suffix: 0).text
    }

    /// The array as NumPy's `repr` writes it: `array([1., 2.])`.
    public var numpyRepr: String {
        let body = count == 0 ? "[]" : ArrayLayout(self, separator: [0x2C, 0x20], prefix: 6, suffix: 1).text
        var extras: [String] = []
        if count == 0 && shape != [0] || count > ArrayLayout<Element>.threshold {
            extras.append("shape=" + shape.description)
        }
        if !Element.isImplied || count == 0 { extras.append("dtype=" + Element.typeName) }
        guard let first = extras.first else { return "array(" + body + ")" }
        let start = Array(("array(" + body + ",").utf8)
        let extra = first + extras.dropFirst().map { ", " + $0 }.joined() + ")"
        let lastLine = start.count - (start.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        let fits = lastLine + extra.utf8.count + 1 <= ArrayLayout<Element>.lineWidth
        return String(decoding: start, as: UTF8.self) + (fits ? " " : "\n      ") + extra
    }
}

/// The brackets, lines and dots of a printed array.
///
/// - Source: NumPy 2.4, `_formatArray` in `arrayprint.py` with the standard print options.
private struct ArrayLayout<Element: ArrayElement> {
    /// Arrays with more elements are shortened to the first and last three along each axis.
    static var threshold: Int { 1000 }
    static var edge: Int { 3 }
    static var lineWidth: Int { 75 }

    let shape: Shape
    let isShortened: Bool
    let separator: [UInt8]
    let prefix: Int
    let suffix: Int
    /// The texts of the elements shown, in row-major order.
    var words: [[UInt8]]
    var next = 0

    init(_ tensor: Tensor<Element>, separator: [UInt8], prefix: Int, suffix: Int) {
        shape = tensor.shape
        isShortened = tensor.count > Self.threshold
        (self.separator, self.prefix, self.suffix) = (separator, prefix, suffix)
        let elements = isShortened ? ArrayLayout.corners(tensor) : tensor.elements
        words = tensor.isScalar ? elements.map { ArrayLayout.scalar($0) } : Element.aligned(elements)
    }

    /// A scalar under `repr`: as the only element of an array, without space in front.
    private static func scalar(_ element: Element) -> [UInt8] {
        Array((Element.aligned([element]).first ?? []).drop { $0 == 0x20 })
    }

    private static func shownPlaces(_ length: Int, isShortened: Bool) -> [Int] {
        guard isShortened, length > 2 * edge else { return Array(0..<length) }
        return Array(0..<edge) + Array((length - edge)..<length)
    }

    private static func corners(_ tensor: Tensor<Element>) -> [Element] {
        var starts = [0]
        for (size, stride) in zip(tensor.shape.sizes, tensor.shape.strides) {
            let places = shownPlaces(size, isShortened: true)
            starts = starts.flatMap { start in places.map { start + $0 * stride } }
        }
        return starts.map { tensor.elements[$0] }
    }

    var text: String {
        var layout = self
        let bytes = layout.part(axis: 0, indent: prefix + 1, width: Self.lineWidth - suffix)
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func part(axis: Int, indent: Int, width: Int) -> [UInt8] {
        if axis == shape.rank {
            next += 1
            return words[next - 1]
        }
        let isLast = axis == shape.rank - 1
        return [0x5B] + (isLast ? row(axis, indent, width) : block(axis, indent, width)) + [0x5D]
    }

    /// Whether the dots stand before place `i` of those shown.
    private func hasDots(_ axis: Int, before i: Int) -> Bool {
        isShortened && shape[axis] > 2 * Self.edge && i == Self.edge
    }

    /// Words along the last axis, broken into lines.
    private mutating func row(_ axis: Int, _ indent: Int, _ width: Int) -> [UInt8] {
        let limit = width - 1  // for a bracket or a comma
        var finished: [UInt8] = []
        var line = spaces(indent)
        func extend(_ word: [UInt8]) {
            if line.count + word.count > limit, line.count > indent {
                while line.last == 0x20 { line.removeLast() }
                finished += line + [0x0A]
                line = spaces(indent)
            }
            line += word
        }
        let places = Self.shownPlaces(shape[axis], isShortened: isShortened)
        for i in places.indices {
            if hasDots(axis, before: i) {
                extend([0x2E, 0x2E, 0x2E])
                line += separator
            }
            extend(part(axis: axis + 1, indent: indent + 1, width: width - 1))
            if i < places.count - 1 { line += separator }
        }
        return Array((finished + line).dropFirst(indent))
    }

    /// Parts along another axis, each on its own lines, the further apart the more axes follow.
    private mutating func block(_ axis: Int, _ indent: Int, _ width: Int) -> [UInt8] {
        let comma: [UInt8] = separator.first == 0x2C ? [0x2C] : []
        let between = comma + [UInt8](repeating: 0x0A, count: shape.rank - axis - 1) + spaces(indent)
        var bytes: [UInt8] = []
        let places = Self.shownPlaces(shape[axis], isShortened: isShortened)
        for i in places.indices {
            if i > 0 { bytes += between }
            if hasDots(axis, before: i) { bytes += [0x2E, 0x2E, 0x2E] + between }
            bytes += part(axis: axis + 1, indent: indent + 1, width: width - 1)
        }
        return bytes
    }
}
