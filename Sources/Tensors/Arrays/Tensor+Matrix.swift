extension Tensor {
    /// The axes in reverse order: for a matrix, rows become columns.
    @inlinable public var transposed: Tensor {
        Tensor(
            shape: Shape(shape.sizes.reversed()),
            elements: gather(shape: Shape(shape.sizes.reversed()), start: 0, strides: shape.strides.reversed()))
    }

    /// The axes in the order given: axis `k` of the result is axis `axes[k]` of this array.
    ///
    /// - Throws: `ShapeError` unless `axes` names every axis once.
    @inlinable public func transposed(axes: [Int]) throws(ShapeError) -> Tensor {
        guard axes.count == rank else { throw ShapeError(.index, shape, [axes.count]) }
        var seen = [Bool](repeating: false, count: rank)
        var order: [Int] = []
        for axis in axes {
            let axis = try shape.axis(axis)
            if seen[axis] { throw ShapeError(.repeatedAxis(axis), shape, shape) }
            seen[axis] = true
            order.append(axis)
        }
        let strides = shape.strides
        let target = Shape(order.map { shape.sizes[$0] })
        return Tensor(shape: target, elements: gather(shape: target, start: 0, strides: order.map { strides[$0] }))
    }
}

extension Tensor where Element: Numeric {
    /// The matrix product, with vectors taken as a row on the left and as a column on the right, as Python's `@`.
    ///
    /// `result[i, j] = Σₖ self[i, k] · other[k, j]`, added from left to right. Further axes in front are stacks of matrices
    /// and are broadcast.
    /// - Shapes: `[…, n, k]` and `[…, k, m]`; result `[…, n, m]`, without the axis a vector stands for.
    /// - Throws: `ShapeError` naming both shapes.
    @inlinable public func matmul(_ other: Tensor) throws(ShapeError) -> Tensor {
        guard rank > 0, other.rank > 0 else { throw ShapeError(.matrixProduct, shape, other.shape) }
        let left = rank == 1 ? Shape([1] + shape.sizes) : shape
        let right = other.rank == 1 ? Shape(other.shape.sizes + [1]) : other.shape
        let (n, k, m) = (left[left.rank - 2], left[left.rank - 1], right[right.rank - 1])
        guard right[right.rank - 2] == k else { throw ShapeError(.matrixProduct, shape, other.shape) }
        let (leftStack, rightStack) = (Shape(Array(left.sizes.dropLast(2))), Shape(Array(right.sizes.dropLast(2))))
        guard let stack = Shape.common(leftStack, rightStack) else {
            throw ShapeError(.matrixProduct, shape, other.shape)
        }
        let leftStarts = Tensor<Int>.positions(in: leftStack).broadcastUnchecked(to: stack)
        let rightStarts = Tensor<Int>.positions(in: rightStack).broadcastUnchecked(to: stack)
        var result = [Element](repeating: 0, count: stack.count * n * m)
        for s in 0..<stack.count {
            multiplyMatrices(
                elements, from: leftStarts[s] * n * k, other.elements, from: rightStarts[s] * k * m,
                into: &result, at: s * n * m, n, k, m)
        }
        let sizes = stack.sizes + (rank == 1 ? [] : [n]) + (other.rank == 1 ? [] : [m])
        return Tensor(shape: Shape(sizes), elements: result)
    }

    /// The sum of the products of two vectors' elements, from left to right.
    ///
    /// - Throws: `ShapeError` unless both are vectors of one length.
    @inlinable public func dot(_ other: Tensor) throws(ShapeError) -> Element {
        guard rank == 1, shape == other.shape else { throw ShapeError(.matrixProduct, shape, other.shape) }
        guard count > 0 else { return 0 }
        var sum = elements[0] * other.elements[0]
        for i in 1..<Swift.max(count, 1) { sum += elements[i] * other.elements[i] }
        return sum
    }

    /// The matrix of all products `self[i] · other[j]`; arrays of other ranks are taken as flat.
    @inlinable public func outer(_ other: Tensor) -> Tensor {
        var result: [Element] = []
        result.reserveCapacity(count * other.count)
        for a in elements {
            for b in other.elements { result.append(a * b) }
        }
        return Tensor(shape: [count, other.count], elements: result)
    }
}

extension Tensor where Element == Int {
    /// Where each element of an array of this shape stands in row-major order.
    @inlinable static func positions(in shape: Shape) -> Tensor {
        Tensor(shape: shape, elements: Array(0..<shape.count))
    }
}

/// One matrix product; every sum begins with its first product and runs from left to right.
@inlinable func multiplyMatrices<Element: Numeric>(
    _ a: [Element], from aStart: Int, _ b: [Element], from bStart: Int, into c: inout [Element], at cStart: Int,
    _ n: Int, _ k: Int, _ m: Int
) {
    a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
            c.withUnsafeMutableBufferPointer { c in
                for i in 0..<n {
                    let row = cStart + i * m
                    for l in 0..<k {
                        let x = a[aStart + i * k + l]
                        let other = bStart + l * m
                        if l == 0 {
                            for j in 0..<m { c[row + j] = x * b[other + j] }
                        } else {
                            for j in 0..<m { c[row + j] += x * b[other + j] }
                        }
                    }
                }
            }
        }
    }
}
