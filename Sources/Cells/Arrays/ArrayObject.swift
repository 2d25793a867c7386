public import Tensors

/// A NumPy array, which several names can share: a window on memory, which other arrays may look at too.
///
/// The element at an index lies `Σ index · stride` elements behind the first. A view, such as `a[1:]` or `a.T`, has the memory of
/// the array it was taken from and keeps that array alive.
public final class ArrayObject {
    public let type: ElementType
    let sizes: Axes
    /// How many elements apart neighbours along each axis lie.
    let strides: Axes
    /// The number of elements.
    let count: Int
    /// Whether the elements lie in row-major order without gaps.
    let isContiguous: Bool
    /// Where the first element lies.
    let memory: UnsafeMutableRawPointer
    /// The array whose memory this one looks at; nil for one that has its own.
    private let owner: ArrayObject?
    /// What keeps account of the memory as long as it is there.
    private let meter: MemoryMeter?

    /// An array of its own with whatever lies in memory; to be filled before anyone sees it.
    ///
    /// - Parameter meter: what the memory was taken from, and will be given back to.
    init(unfilled type: ElementType, _ sizes: Axes, _ meter: MemoryMeter? = nil) {
        self.type = type
        self.sizes = sizes
        self.meter = meter
        strides = sizes.rowMajorStrides
        count = sizes.product
        isContiguous = true
        owner = nil
        memory = .allocate(byteCount: max(count * type.width, 1), alignment: 8)
        switch type {
        case .bool: memory.bindMemory(to: Bool.self, capacity: count)
        case .int64: memory.bindMemory(to: Int64.self, capacity: count)
        case .float32: memory.bindMemory(to: Float.self, capacity: count)
        case .float64: memory.bindMemory(to: Double.self, capacity: count)
        }
    }

    /// An array of float64 of its own, of the shape of a dense one.
    init(unfilledLike array: ArrayObject, _ meter: MemoryMeter) {
        type = .float64
        sizes = array.sizes
        strides = array.strides
        count = array.count
        isContiguous = true
        owner = nil
        self.meter = meter
        memory = .allocate(byteCount: max(count * 8, 1), alignment: 8)
        memory.bindMemory(to: Double.self, capacity: count)
    }

    /// A window on the memory of another array, `start` elements behind its first.
    init(viewOf array: ArrayObject, start: Int, _ sizes: Axes, _ strides: Axes) {
        type = array.type
        self.sizes = sizes
        self.strides = strides
        count = sizes.product
        isContiguous = ArrayObject.isContiguous(sizes, strides)
        owner = array.base
        meter = nil
        memory = count == 0 ? array.memory : array.memory + start * array.type.width
    }

    /// A matrix of float64 of its own.
    init(unfilledRows rows: Int, columns: Int, _ meter: MemoryMeter) {
        type = .float64
        sizes = Axes(rows, columns)
        strides = Axes(columns, 1)
        count = rows * columns
        isContiguous = true
        owner = nil
        self.meter = meter
        memory = .allocate(byteCount: max(count * 8, 1), alignment: 8)
        memory.bindMemory(to: Double.self, capacity: count)
    }

    /// A window on a matrix in which rows are columns.
    init(transposeOf matrix: ArrayObject) {
        type = matrix.type
        sizes = Axes(matrix.sizes[1], matrix.sizes[0])
        strides = Axes(matrix.strides[1], matrix.strides[0])
        count = matrix.count
        isContiguous = ArrayObject.isContiguous(sizes, strides)
        owner = matrix.base
        meter = nil
        memory = matrix.memory
    }

    deinit {
        if owner != nil { return }
        memory.deallocate()
        meter?.give(count * type.width + Int(ArrayObject.weight))
    }

    /// The bytes that an array takes beside its elements.
    static let weight: Int64 = 256

    private static func isContiguous(_ sizes: Axes, _ strides: Axes) -> Bool {
        var expected = 1
        var isDense = true
        for back in 1..<(sizes.count + 1) {
            let axis = sizes.count - back
            let size = sizes[axis]
            if size == 0 { return true }
            if size != 1, strides[axis] != expected { isDense = false }
            expected *= size
        }
        return isDense
    }

    var rank: Int { sizes.count }

    /// Whether it has axes and holds float64 in row-major order without gaps.
    @inline(__always)
    var isDenseDouble: Bool { type == .float64 && isContiguous && sizes.count > 0 }

    /// Whether the memory is its own, and not that of an array it was taken from.
    @inline(__always)
    var ownsMemory: Bool { owner == nil }

    /// The array whose memory this is.
    var base: ArrayObject { owner ?? self }

    /// The elements, `Σ index · stride` apart from the first.
    ///
    /// - Precondition: `Element` is the type of the elements.
    @inline(__always)
    func elements<Element: StoredElement>(_ type: Element.Type = Element.self) -> UnsafeMutablePointer<Element> {
        memory.assumingMemoryBound(to: Element.self)
    }

    // MARK: Tensors

    public convenience init(_ values: ArrayValues) {
        self.init(unfilled: values.type, Axes(values.shape))
        switch values {
        case .bool(let tensor): fill(from: tensor.elements)
        case .int64(let tensor): fill(from: tensor.elements)
        case .float32(let tensor): fill(from: tensor.elements)
        case .float64(let tensor): fill(from: tensor.elements)
        }
    }

    private func fill<Element: StoredElement>(from source: [Element]) {
        let target = elements(Element.self)
        for place in source.indices { target[place] = source[place] }
    }

    /// The shape of the array.
    public var shape: Shape { sizes.shape }

    /// The elements as they are now.
    public var values: ArrayValues {
        switch type {
        case .bool: .bool(tensor())
        case .int64: .int64(tensor())
        case .float32: .float32(tensor())
        case .float64: .float64(tensor())
        }
    }

    private func tensor<Element: StoredElement>() -> Tensor<Element> { Tensor(shape: shape, elements: list()) }

    /// The elements in row-major order.
    func list<Element: StoredElement>(_ type: Element.Type = Element.self) -> [Element] {
        let dense = isContiguous ? self : copied()
        return Array(UnsafeBufferPointer(start: dense.elements(Element.self), count: count))
    }
}

extension Value {
    /// An array, or the scalar that NumPy gives for one of rank 0.
    static func fromNumPy(_ array: ArrayObject) -> Value {
        array.rank == 0 ? .scalar(array.first) : .array(array)
    }

    /// An array of float64.
    public static func array(_ tensor: Tensor<Double>) -> Value { .array(ArrayObject(.float64(tensor))) }

    public static func array(_ numbers: [Double]) -> Value { .array(Tensor(numbers)) }
}
