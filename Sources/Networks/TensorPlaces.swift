public import Tensors

/// Where the elements of an array lie in a row of numbers: `start + Σ index · stride`.
public struct TensorPlaces: Sendable, Hashable {
    public var shape: Shape
    public var strides: [Int]
    public var start: Int

    public init(shape: Shape, strides: [Int], start: Int = 0) {
        precondition(shape.rank == strides.count, "every axis has a stride")
        self.shape = shape
        self.strides = strides
        self.start = start
    }

    /// The places of elements that lie side by side in row-major order.
    public init(_ shape: Shape) {
        self.init(shape: shape, strides: shape.strides)
    }

    /// Whether the elements lie side by side in row-major order.
    public var isContiguous: Bool {
        var expected = 1
        for axis in stride(from: shape.rank - 1, through: 0, by: -1) where shape[axis] != 1 {
            if strides[axis] != expected { return false }
            expected *= shape[axis]
        }
        return true
    }

    /// The places in row-major order of the array.
    public var all: [Int] {
        let count = shape.count
        if isContiguous { return Array(start..<(start + count)) }
        var places: [Int] = []
        places.reserveCapacity(count)
        guard count > 0 else { return places }
        var index = [Int](repeating: 0, count: shape.rank)
        var place = start
        while true {
            places.append(place)
            var axis = shape.rank - 1
            while axis >= 0 {
                index[axis] += 1
                place += strides[axis]
                if index[axis] < shape[axis] { break }
                place -= strides[axis] * shape[axis]
                index[axis] = 0
                axis -= 1
            }
            if axis < 0 { return places }
        }
    }
}
