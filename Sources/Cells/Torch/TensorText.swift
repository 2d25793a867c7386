import Tensors

extension Interpreter {
    /// PyTorch's `repr` of a tensor, which is its `str` too.
    func repr(_ tensor: TensorObject) throws(Fault) -> String {
        let options = torch.printing
        let values = tensor.values
        try step(8 * min(values.shape.count, 10_000))
        var suffixes: [String] = []
        var body = "[]"
        if values.shape.count == 0 {
            if values.shape.rank != 1 { suffixes.append("size=\(values.shape.description)") }
            if values.type != .float32 { suffixes.append("dtype=\(values.type.torchName)") }
        } else {
            if values.type == .float64 { suffixes.append("dtype=torch.float64") }
            body = TensorPrinter(values, options).text(indent: 7)
        }
        if let node = tensor.node {
            suffixes.append(node.isLeaf ? "requires_grad=True" : "grad_fn=<\(node.name)>")
        }
        try make(body.utf8.count / 8)
        return withSuffixes("tensor(" + body, suffixes, lineWidth: options.lineWidth)
    }

    private func withSuffixes(_ start: String, _ suffixes: [String], lineWidth: Int) -> String {
        var text = start
        let bytes = Array(start.utf8)
        let lineStart = bytes.lastIndex(of: 0x0A) ?? -1
        var length = bytes.count - lineStart + 1
        for suffix in suffixes {
            if length + suffix.utf8.count + 2 > lineWidth {
                text += ",\n       " + suffix
                length = 7 + suffix.utf8.count
            } else {
                text += ", " + suffix
                length += suffix.utf8.count + 2
            }
        }
        return text + ")"
    }

    /// As `str` writes it.
    func text(of object: TorchObject) throws(Fault) -> String {
        if case .device = object.kind { return "cpu" }
        return try repr(object)
    }

    func repr(_ object: TorchObject) throws(Fault) -> String {
        switch object.kind {
        case .size(let sizes): return "torch.Size(\(Shape(sizes).listText))"
        case .type(let type): return type.torchName
        case .device: return "device(type='cpu')"
        case .way(let node):
            throw Fault(
                .value,
                "PyTorch shows a \(node.name) with its place, which differs from run to run; .name() gives its name",
                isOutside: true)
        case .extremes(let name, let values, let places):
            return "torch.return_types.\(name)(\nvalues=\(try repr(values)),\nindices=\(try repr(places)))"
        }
    }
}

/// How PyTorch prints the elements of a tensor.
///
/// Scientific when the greatest magnitude is above 10⁸ or 1000 times the smallest, or the smallest below 10⁻⁴; whole floats
/// with a bare point; all of one width.
/// - Source: PyTorch 2.13, `torch/_tensor_str.py`.
struct TensorPrinter {
    private let values: ArrayValues
    private let options: TensorPrintOptions
    private let isSummarised: Bool
    private var isScientific = false
    private var areWhole = true
    private var width = 1

    init(_ values: ArrayValues, _ options: TensorPrintOptions) {
        self.values = values
        self.options = options
        isSummarised = Double(values.shape.count) > options.threshold
        measure(shownPlaces(axis: 0, start: 0))
    }

    func text(indent: Int) -> String { text(axis: 0, start: 0, indent: indent) }

    // MARK: Which elements are shown

    /// The places along an axis that are shown; a summary leaves out the middle.
    private func shown(_ axis: Int) -> (head: Range<Int>, tail: Range<Int>?) {
        let size = values.shape[axis]
        guard isSummarised, size > 2 * options.edgeItems else { return (0..<size, nil) }
        return (0..<options.edgeItems, (size - options.edgeItems)..<size)
    }

    private func shownPlaces(axis: Int, start: Int) -> [Int] {
        if axis == values.shape.rank { return [start] }
        let (head, tail) = shown(axis)
        let stride = values.shape.strides[axis]
        return (Array(head) + Array(tail ?? 0..<0)).flatMap { shownPlaces(axis: axis + 1, start: start + $0 * stride) }
    }

    // MARK: Notation and width

    private mutating func measure(_ places: [Int]) {
        guard values.type.isFloat else {
            width = places.reduce(1) { max($0, text(at: $1).utf8.count) }
            return
        }
        let numbers = places.map { values.scalar(at: $0).number.double }.filter { $0.isFinite && $0 != 0 }
        guard let first = numbers.first else { return }
        let magnitudes = numbers.map { $0.magnitude }
        let smallest = magnitudes.reduce(first.magnitude) { min($0, $1) }
        let greatest = magnitudes.reduce(first.magnitude) { max($0, $1) }
        areWhole = numbers.allSatisfy { $0.rounded(.up) == $0 }
        isScientific = options.isScientific ?? (greatest / smallest > 1000 || greatest > 1e8 || smallest < 1e-4)
        width = numbers.reduce(1) { max($0, text($1).utf8.count) }
    }

    /// A number without filling.
    private func text(_ number: Double) -> String {
        if isScientific { return formatted(number, 0x65, options.precision) }
        if areWhole { return formatted(number, 0x66, 0) + (number.isFinite ? "." : "") }
        return formatted(number, 0x66, options.precision)
    }

    private func formatted(_ number: Double, _ type: UInt8, _ precision: Int) -> String {
        var spec = FormatSpec()
        spec.type = type
        spec.precision = precision
        do throws(FormatError) { return try spec.format(number) } catch {
            preconditionFailure("a float has a format of type e and f")
        }
    }

    private func text(at place: Int) -> String {
        switch values.scalar(at: place) {
        case .bool(let flag): flag ? "True" : "False"
        case .int64(let number): decimal(number)
        case let float: text(float.number.double)
        }
    }

    private func filled(at place: Int) -> String {
        let text = text(at: place)
        return String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    // MARK: Brackets and lines

    private func text(axis: Int, start: Int, indent: Int) -> String {
        let rank = values.shape.rank
        if rank == 0 { return filled(at: 0) }
        if axis == rank - 1 { return vector(start: start, indent: indent) }
        let stride = values.shape.strides[axis]
        let (head, tail) = shown(axis)
        var rows = head.map { text(axis: axis + 1, start: start + $0 * stride, indent: indent + 1) }
        if let tail {
            rows.append("...")
            rows += tail.map { text(axis: axis + 1, start: start + $0 * stride, indent: indent + 1) }
        }
        let gap = "," + String(repeating: "\n", count: rank - axis - 1) + String(repeating: " ", count: indent + 1)
        return "[" + rows.joined(separator: gap) + "]"
    }

    private func vector(start: Int, indent: Int) -> String {
        let perLine = max(1, (options.lineWidth - indent) / (width + 2))
        let (head, tail) = shown(values.shape.rank - 1)
        var items = head.map { filled(at: start + $0) }
        if let tail { items += [options.edgeItems == 0 ? "..." : " ..."] + tail.map { filled(at: start + $0) } }
        var lines: [String] = []
        var first = 0
        while first < items.count {
            lines.append(items[first..<min(first + perLine, items.count)].joined(separator: ", "))
            first += perLine
        }
        return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
    }
}
