/// The sum of `count` numbers that lie `step` apart, in NumPy's order.
///
/// Fewer than 8 numbers from left to right; up to 128 in 8 interleaved partial sums that are joined in pairs; more by halves,
/// the first a multiple of 8 long. The error grows with the logarithm of the count.
/// - Source: NumPy, `pairwise_sum` in `loops_utils.h.src`; Higham, "The accuracy of floating point summation" (1993).
@inlinable public func pairwiseSum<T: FloatingPoint>(
    _ numbers: UnsafeBufferPointer<T>, start: Int = 0, count: Int, step: Int = 1
) -> T {
    if count < 8 {
        var sum = -T.zero
        for i in 0..<count { sum += numbers[start + i * step] }
        return sum
    }
    if count <= 128 { return blockSum(numbers, start: start, count: count, step: step) }
    let half = count / 2 / 8 * 8
    return pairwiseSum(numbers, start: start, count: half, step: step)
        + pairwiseSum(numbers, start: start + half * step, count: count - half, step: step)
}

@inlinable func blockSum<T: FloatingPoint>(
    _ numbers: UnsafeBufferPointer<T>, start: Int, count: Int, step: Int
) -> T {
    func at(_ i: Int) -> T { numbers[start + i * step] }
    var (a, b, c, d) = (at(0), at(1), at(2), at(3))
    var (e, f, g, h) = (at(4), at(5), at(6), at(7))
    var i = 8
    while i < count - count % 8 {
        a += at(i)
        b += at(i + 1)
        c += at(i + 2)
        d += at(i + 3)
        e += at(i + 4)
        f += at(i + 5)
        g += at(i + 6)
        h += at(i + 7)
        i += 8
    }
    var sum = ((a + b) + (c + d)) + ((e + f) + (g + h))
    while i < count {
        sum += at(i)
        i += 1
    }
    return sum
}

/// The sum of an array's numbers in NumPy's order; 0 for an empty one.
@inlinable public func pairwiseSum<T: FloatingPoint>(_ numbers: [T]) -> T {
    numbers.withUnsafeBufferPointer { .zero + pairwiseSum($0, count: $0.count) }
}
