/// The sizes of an array along its axes; `[]` is a scalar.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral {
    public var sizes: [Int]

    /// - Precondition: no size is negative.
    @inlinable public init(_ sizes: [Int]) {
        precondition(sizes.allSatisfy { $0 >= 0 }, "a size along an axis is never negative")
        self.sizes = sizes
    }

    @inlinable public init(arrayLiteral sizes: Int...) { self.init(sizes) }

    @inlinable public var rank: Int { sizes.count }

    /// The number of elements.
    @inlinable public var count: Int { sizes.reduce(1, *) }

    @inlinable public subscript(axis: Int) -> Int { sizes[axis] }

    /// For each axis, how far apart neighbours along it lie in row-major order.
    @inlinable public var strides: [Int] {
        var strides = [Int](repeating: 1, count: rank)
        for axis in stride(from: rank - 2, through: 0, by: -1) { strides[axis] = strides[axis + 1] * sizes[axis + 1] }
        return strides
    }

    /// The shape as Python writes it: `(2, 3)`, `(4,)`, `()`.
    public var description: String {
        var text = "("
        for axis in 0..<rank { text += (axis > 0 ? ", " : "") + decimal(sizes[axis]) }
        return text + (rank == 1 ? ",)" : ")")
    }

    /// The shape two arrays are stretched to when they are combined element by element.
    ///
    /// Shapes are aligned at their last axis; sizes must agree or one of them be 1.
    /// - Throws: `ShapeError` naming both shapes.
    public static func broadcast(_ a: Shape, _ b: Shape) throws(ShapeError) -> Shape {
        guard let shape = common(a, b) else { throw ShapeError(.broadcast, a, b) }
        return shape
    }

    /// As `broadcast`; nil when the shapes do not fit.
    public static func common(_ a: Shape, _ b: Shape) -> Shape? {
        if a == b { return a }
        let rank = max(a.rank, b.rank)
        var sizes = [Int](repeating: 1, count: rank)
        for back in 1..<(rank + 1) {
            let m = back <= a.rank ? a.sizes[a.rank - back] : 1
            let n = back <= b.rank ? b.sizes[b.rank - back] : 1
            guard m == n || m == 1 || n == 1 else { return nil }
            sizes[rank - back] = m == 1 ? n : m
        }
        return Shape(sizes)
    }

    /// Strides for reading an array of this shape as if it had the broader shape `target`: 0 along stretched axes.
    @inlinable func strides(stretchedTo target: Shape) -> [Int] {
        let own = strides
        var result = [Int](repeating: 0, count: target.rank)
        for axis in 0..<rank where sizes[axis] != 1 { result[target.rank - rank + axis] = own[axis] }
        return result
    }

    /// The axis counted from 0, for one that may count from the end (−1 is the last).
    ///
    /// - Throws: `ShapeError` when there is no such axis.
    @inlinable public func axis(_ axis: Int) throws(ShapeError) -> Int {
        guard axis >= -rank, axis < rank else { throw ShapeError(.axis(axis), self, self) }
        return axis < 0 ? axis + rank : axis
    }

    /// This shape without an axis, or with size 1 there.
    @inlinable public func reduced(_ axis: Int, keepsAxis: Bool) -> Shape {
        var sizes = sizes
        if keepsAxis { sizes[axis] = 1 } else { sizes.remove(at: axis) }
        return Shape(sizes)
    }
}

/// Two shapes that do not fit an operation.
public struct ShapeError: Error, Hashable, Sendable {
    public enum Operation: Hashable, Sendable {
        case broadcast
        case matrixProduct
        case reshape
        case axis(Int)
        case equal
        case index
        case place(Int, axis: Int)
        case repeatedAxis(Int)
        case emptyReduction
    }

    public var operation: Operation
    public var left: Shape
    public var right: Shape

    public init(_ operation: Operation, _ left: Shape, _ right: Shape) {
        self.operation = operation
        self.left = left
        self.right = right
    }

    /// A sentence without a full stop that names both shapes.
    public var message: String {
        let (a, b) = (left.description, right.description)
        switch operation {
        case .broadcast: return "shapes \(a) and \(b) cannot be combined element by element"
        case .matrixProduct: return "shapes \(a) and \(b) do not fit a matrix product"
        case .reshape: return "an array of shape \(a) has not the number of elements of shape \(b)"
        case .axis(let axis): return "an array of shape \(a) has no axis \(decimal(axis))"
        case .equal: return "shapes \(a) and \(b) should be equal"
        case .index: return "an index of shape \(b) does not fit an array of shape \(a)"
        case .place(let place, let axis):
            return "place \(decimal(place)) lies outside axis \(decimal(axis)) of an array of shape \(a)"
        case .repeatedAxis(let axis): return "axis \(decimal(axis)) of an array of shape \(a) is named twice"
        case .emptyReduction: return "an empty axis of an array of shape \(a) has no largest or smallest element"
        }
    }
}
