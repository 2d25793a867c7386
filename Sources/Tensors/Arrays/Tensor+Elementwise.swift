extension Tensor {
    /// The array of `transform(element)`.
    @inlinable public func map<Result>(_ transform: (Element) -> Result) -> Tensor<Result> {
        Tensor<Result>(shape: shape, elements: elements.map(transform))
    }

    /// The array of `combine(a, b)`, both arrays stretched to their common shape.
    ///
    /// - Throws: `ShapeError` naming both shapes when they have none.
    @inlinable public func zip<Other, Result>(
        _ other: Tensor<Other>, _ combine: (Element, Other) -> Result
    ) throws(ShapeError) -> Tensor<Result> {
        if shape == other.shape {
            let combined = elements.indices.map { combine(elements[$0], other.elements[$0]) }
            return Tensor<Result>(shape: shape, elements: combined)
        }
        let target = try Shape.broadcast(shape, other.shape)
        let (left, right) = (broadcastUnchecked(to: target), other.broadcastUnchecked(to: target))
        return Tensor<Result>(shape: target, elements: left.indices.map { combine(left[$0], right[$0]) })
    }

    /// The array stretched to a broader shape.
    ///
    /// - Throws: `ShapeError` when it cannot be.
    @inlinable public func broadcast(to target: Shape) throws(ShapeError) -> Tensor {
        guard try Shape.broadcast(shape, target) == target else { throw ShapeError(.broadcast, shape, target) }
        return Tensor(shape: target, elements: broadcastUnchecked(to: target))
    }

    @inlinable func broadcastUnchecked(to target: Shape) -> [Element] {
        if shape == target { return elements }
        return gather(shape: target, start: 0, strides: shape.strides(stretchedTo: target))
    }

    /// Elements read at `start + Σ index · stride` for every index of `shape` in row-major order.
    @inlinable func gather(shape: Shape, start: Int, strides: [Int]) -> [Element] {
        var result: [Element] = []
        result.reserveCapacity(shape.count)
        guard shape.count > 0 else { return result }
        var index = [Int](repeating: 0, count: shape.rank)
        var position = start
        while true {
            result.append(elements[position])
            var axis = shape.rank - 1
            while axis >= 0 {
                index[axis] += 1
                position += strides[axis]
                if index[axis] < shape.sizes[axis] { break }
                position -= strides[axis] * shape.sizes[axis]
                index[axis] = 0
                axis -= 1
            }
            if axis < 0 { return result }
        }
    }
}

extension Tensor where Element: Numeric {
    @inlinable public static func zeros(_ shape: Shape) -> Tensor { Tensor(repeating: 0, shape: shape) }

    /// Sums, differences and products element by element, with broadcasting.
    @inlinable public func adding(_ other: Tensor) throws(ShapeError) -> Tensor { try zip(other) { $0 + $1 } }
    @inlinable public func subtracting(_ other: Tensor) throws(ShapeError) -> Tensor { try zip(other) { $0 - $1 } }
    @inlinable public func multiplying(_ other: Tensor) throws(ShapeError) -> Tensor { try zip(other) { $0 * $1 } }
    @inlinable public func scaled(by factor: Element) -> Tensor { map { $0 * factor } }
}
