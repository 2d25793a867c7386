extension Tensor where Element: ArrayElement {
    /// The array as NumPy's `str` (and `print`) writes it.
    public var numpyText: String { numpyText(PrintOptions()) }

    /// The array as NumPy's `repr` writes it: `array([1., 2.])`.
    public var numpyRepr: String { numpyRepr(PrintOptions()) }

    /// As `numpyText`, with other options than NumPy begins with.
    public func numpyText(_ options: PrintOptions) -> String {
        isScalar ? elements[0].scalarText : numpyText(options, separator: " ", prefix: 0)
    }

    /// As NumPy's `array2string` writes it.
    ///
    /// - Parameter prefix: how many letters stand in front of the first line.
    public func numpyText(_ options: PrintOptions, separator: String, prefix: Int) -> String {
        if count == 0 { return "[]" }
        return ArrayLayout(self, options, separator: Array(separator.utf8), prefix: prefix, suffix: 0).text
    }

    /// As `numpyRepr`, with other options than NumPy begins with.
    public func numpyRepr(_ options: PrintOptions) -> String {
        let body =
            count == 0 ? "[]" : ArrayLayout(self, options, separator: [0x2C, 0x20], prefix: 6, suffix: 1).text
        var extras: [String] = []
        if count == 0 && shape != [0] || count > options.threshold {
            extras.append("shape=" + shape.description)
        }
        if !Element.isImplied || count == 0 { extras.append("dtype=" + Element.typeName) }
        guard let first = extras.first else { return "array(" + body + ")" }
        let start = Array(("array(" + body + ",").utf8)
        let extra = first + extras.dropFirst().map { ", " + $0 }.joined() + ")"
        let lastLine = start.count - (start.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        let fits = lastLine + extra.utf8.count + 1 <= options.lineWidth
        return String(decoding: start, as: UTF8.self) + (fits ? " " : "\n      ") + extra
    }
}

/// The brackets, lines and dots of a printed array.
///
/// - Source: NumPy 2.4, `_formatArray` in `arrayprint.py`.
private struct ArrayLayout<Element: ArrayElement> {
    let shape: Shape
    let isShortened: Bool
    let edge: Int
    let lineWidth: Int
    let separator: [UInt8]
    let prefix: Int
    let suffix: Int
    /// The texts of the elements shown, in row-major order.
    var words: [[UInt8]]
    var next = 0

    init(_ tensor: Tensor<Element>, _ options: PrintOptions, separator: [UInt8], prefix: Int, suffix: Int) {
        shape = tensor.shape
        isShortened = tensor.count > options.threshold
        (edge, lineWidth) = (options.edge, options.lineWidth)
        (self.separator, self.prefix, self.suffix) = (separator, prefix, suffix)
        words = []
        let elements = isShortened ? corners(tensor) : tensor.elements
        words = Element.aligned(elements, options)
        // A single bool stands without space in front.
        if tensor.isScalar, Element.typeName == Bool.typeName { words = words.map { Array($0.drop { $0 == 0x20 }) } }
    }

    private func shownPlaces(_ length: Int) -> [Int] {
        guard isShortened, length > 2 * edge else { return Array(0..<length) }
        return Array(0..<edge) + Array((length - edge)..<length)
    }

    private func corners(_ tensor: Tensor<Element>) -> [Element] {
        var starts = [0]
        for (size, stride) in zip(tensor.shape.sizes, tensor.shape.strides) {
            let places = shownPlaces(size)
            starts = starts.flatMap { start in places.map { start + $0 * stride } }
        }
        return starts.map { tensor.elements[$0] }
    }

    var text: String {
        var layout = self
        let bytes = layout.part(axis: 0, indent: prefix + 1, width: lineWidth - suffix)
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
        isShortened && shape[axis] > 2 * edge && i == edge
    }

    /// The separator without the spaces at its end.
    private var comma: [UInt8] {
        var comma = separator
        while let last = comma.last, last == 0x20 || (0x09...0x0D).contains(last) { comma.removeLast() }
        return comma
    }

    /// Words along the last axis, broken into lines.
    private mutating func row(_ axis: Int, _ indent: Int, _ width: Int) -> [UInt8] {
        let limit = width - max(comma.count, 1)  // for a bracket or a comma
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
        let places = shownPlaces(shape[axis])
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
        let between = comma + [UInt8](repeating: 0x0A, count: shape.rank - axis - 1) + spaces(indent)
        var bytes: [UInt8] = []
        let places = shownPlaces(shape[axis])
        for i in places.indices {
            if i > 0 { bytes += between }
            if hasDots(axis, before: i) { bytes += [0x2E, 0x2E, 0x2E] + between }
            bytes += part(axis: axis + 1, indent: indent + 1, width: width - 1)
        }
        return bytes
    }
}
