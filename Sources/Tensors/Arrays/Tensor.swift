/// An array of any rank with value semantics, its elements in row-major order.
///
///     let x: Tensor<Double> = [3, 1]
///     let w = Tensor(rows: [[6, -3], [-2, 5]])
///     try x.matmul(w)          // [16, -4]
///
/// A scalar has rank 0 and one element.
public struct Tensor<Element: Sendable>: Sendable {
    public let shape: Shape
    public var elements: [Element] {
        didSet { precondition(elements.count == shape.count, "the number of elements follows from the shape") }
    }

    /// - Precondition: there are as many elements as the shape says.
    @inlinable public init(shape: Shape, elements: [Element]) {
        precondition(elements.count == shape.count, "the number of elements follows from the shape")
        self.shape = shape
        self.elements = elements
    }

    /// A vector.
    @inlinable public init(_ elements: [Element]) {
        self.init(shape: [elements.count], elements: elements)
    }

    /// A scalar.
    @inlinable public init(scalar: Element) {
        self.init(shape: [], elements: [scalar])
    }

    /// A matrix from its rows.
    ///
    /// - Precondition: the rows are equally long.
    @inlinable public init(rows: [[Element]]) {
        let columns = rows.first?.count ?? 0
        precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix are equally long")
        self.init(shape: [rows.count, columns], elements: Array(rows.joined()))
    }

    @inlinable public init(repeating element: Element, shape: Shape) {
        self.init(shape: shape, elements: [Element](repeating: element, count: shape.count))
    }

    @inlinable public var rank: Int { shape.rank }
    @inlinable public var count: Int { elements.count }
    @inlinable public var isScalar: Bool { shape.rank == 0 }

    /// The rows of a matrix.
    @inlinable public var rows: Int { shape.sizes[0] }
    /// The columns of a matrix.
    @inlinable public var columns: Int { shape.sizes[1] }

    /// The element of a vector.
    @inlinable public subscript(i: Int) -> Element {
        get {
            precondition(rank == 1, "one index belongs to a vector")
            return elements[i]
        }
        set {
            precondition(rank == 1, "one index belongs to a vector")
            elements[i] = newValue
        }
    }

    /// The element of a matrix.
    @inlinable public subscript(row: Int, column: Int) -> Element {
        get { elements[offset(row, column)] }
        set { elements[offset(row, column)] = newValue }
    }

    /// The element at an index with one number for each axis.
    @inlinable public subscript(index: [Int]) -> Element {
        get { elements[offset(index)] }
        set { elements[offset(index)] = newValue }
    }

    @inlinable func offset(_ row: Int, _ column: Int) -> Int {
        precondition(rank == 2, "two indices belong to a matrix")
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "an index lies within the matrix")
        return row * columns + column
    }

    @inlinable func offset(_ index: [Int]) -> Int {
        precondition(index.count == rank, "an index has one number for each axis")
        var offset = 0
        for axis in 0..<rank {
            precondition(index[axis] >= 0 && index[axis] < shape.sizes[axis], "an index lies within the array")
            offset = offset * shape.sizes[axis] + index[axis]
        }
        return offset
    }

    /// The same elements in another shape.
    ///
    /// - Throws: `ShapeError` when the numbers of elements differ.
    @inlinable public func reshaped(_ shape: Shape) throws(ShapeError) -> Tensor {
        guard shape.count == count else { throw ShapeError(.reshape, self.shape, shape) }
        return Tensor(shape: shape, elements: elements)
    }

    /// Row `i` of a matrix, or in general the part at `i` of the first axis.
    @inlinable public func part(_ i: Int) -> Tensor {
        precondition(rank > 0, "a scalar has no parts")
        precondition(i >= 0 && i < shape.sizes[0], "an index lies within the array")
        let rest = Shape(Array(shape.sizes.dropFirst()))
        return Tensor(shape: rest, elements: Array(elements[(i * rest.count)..<((i + 1) * rest.count)]))
    }
}

extension Tensor: ExpressibleByArrayLiteral {
    /// A vector.
    @inlinable public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension Tensor: Equatable where Element: Equatable {}
extension Tensor: Hashable where Element: Hashable {}
