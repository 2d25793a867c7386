extension Tensor {
    /// Each line along an axis folded from its first element on.
    ///
    /// - Throws: `ShapeError` when there is no such axis or it is empty.
    @inlinable public func reduced(
        axis: Int, keepsAxis: Bool = false, _ combine: (Element, Element) -> Element
    ) throws(ShapeError) -> Tensor {
        let axis = try shape.axis(axis)
        guard shape.sizes[axis] > 0 else { throw ShapeError(.emptyReduction, shape, shape) }
        return foldLines(axis: axis, keepsAxis: keepsAxis) { start, step, count in
            var result = elements[start]
            for i in 1..<Swift.max(count, 1) { result = combine(result, elements[start + i * step]) }
            return result
        }
    }

    /// The position of the first element along an axis that no other `precedes`.
    ///
    /// - Throws: `ShapeError` when there is no such axis or it is empty.
    @inlinable public func positions(
        axis: Int, keepsAxis: Bool = false, _ precedes: (Element, Element) -> Bool
    ) throws(ShapeError) -> Tensor<Int> {
        let axis = try shape.axis(axis)
        guard shape.sizes[axis] > 0 else { throw ShapeError(.emptyReduction, shape, shape) }
        return foldLines(axis: axis, keepsAxis: keepsAxis) { start, step, count in
            var best = 0
            for i in 0..<count where precedes(elements[start + i * step], elements[start + best * step]) { best = i }
            return best
        }
    }

    /// One value for each line along an axis; a line begins at `start` and has `count` elements `step` apart.
    @inlinable func foldLines<Result>(
        axis: Int, keepsAxis: Bool, _ fold: (_ start: Int, _ step: Int, _ count: Int) -> Result
    ) -> Tensor<Result> {
        let step = shape.strides[axis]
        let length = shape.sizes[axis]
        let target = shape.reduced(axis, keepsAxis: keepsAxis)
        var result: [Result] = []
        result.reserveCapacity(target.count)
        for outer in 0..<shape.sizes[..<axis].reduce(1, *) {
            for inner in 0..<step { result.append(fold(outer * step * length + inner, step, length)) }
        }
        return Tensor<Result>(shape: target, elements: result)
    }
}

extension Tensor where Element: FloatingPoint {
    /// The sum of all elements, in NumPy's order.
    @inlinable public func sum() -> Element { pairwiseSum(elements) }

    /// The sums along an axis: along the last one in NumPy's pairwise order, along any other from first to last, as NumPy
    /// does.
    ///
    /// - Throws: `ShapeError` when there is no such axis.
    @inlinable public func sum(axis: Int, keepsAxis: Bool = false) throws(ShapeError) -> Tensor {
        let axis = try shape.axis(axis)
        let isLast = axis == rank - 1
        return elements.withUnsafeBufferPointer { numbers in
            foldLines(axis: axis, keepsAxis: keepsAxis) { start, step, count in
                if isLast { return .zero + pairwiseSum(numbers, start: start, count: count) }
                var sum = Element.zero
                for i in 0..<count { sum += numbers[start + i * step] }
                return sum
            }
        }
    }

    /// The mean of all elements; NaN for none.
    @inlinable public func mean() -> Element { sum() / Element(count) }

    @inlinable public func mean(axis: Int, keepsAxis: Bool = false) throws(ShapeError) -> Tensor {
        let count = Element(shape.sizes[try shape.axis(axis)])
        return try sum(axis: axis, keepsAxis: keepsAxis).map { $0 / count }
    }
}

extension Tensor where Element == Int {
    /// The sum of all elements, wrapping as NumPy's int64 does.
    @inlinable public func sum() -> Int { elements.reduce(0, &+) }
}

extension Tensor where Element: Comparable {
    /// The largest element; nil for none.
    @inlinable public func max() -> Element? { elements.max() }
    /// The smallest element; nil for none.
    @inlinable public func min() -> Element? { elements.min() }
}
