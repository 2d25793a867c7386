import Tensors

// Sums in the order in which PyTorch's CPU build adds with 256-bit vectors (AVX2), to the last bit.
// Source: PyTorch 2, `aten/src/ATen/native/cpu/SumKernel.cpp`.

/// Adds numbers that are read one by one: blocks of 16 from left to right, blocks of blocks at higher levels.
private func levelledSum<R: Real>(_ count: Int, _ number: (Int) -> R) -> R {
    var power = 0
    while 1 << power < count { power += 1 }
    let bits = max(4, power / 4)
    let block = 1 << bits
    var levels = (R.zero, R.zero, R.zero, R.zero)
    var i = 0
    while i + block <= count {
        for _ in 0..<block {
            levels.0 += number(i)
            i += 1
        }
        levels.1 += levels.0
        levels.0 = 0
        if i & ((block - 1) << bits) != 0 { continue }
        levels.2 += levels.1
        levels.1 = 0
        if i & ((block - 1) << (2 * bits)) != 0 { continue }
        levels.3 += levels.2
        levels.2 = 0
    }
    while i < count {
        levels.0 += number(i)
        i += 1
    }
    return ((levels.0 + levels.1) + levels.2) + levels.3
}

/// Adds numbers in four interleaved sums, which are then joined.
private func interleavedSum<R: Real>(_ count: Int, _ number: (Int) -> R) -> R {
    let rounds = count / 4
    var sum = levelledSum(rounds) { number(4 * $0) }
    for i in (4 * rounds)..<count { sum += number(i) }
    for k in 1..<4 { sum += levelledSum(rounds) { number(4 * $0 + k) } }
    return sum
}

/// The sum of numbers that lie side by side.
private func rowSum<R: Real>(_ numbers: [R], from start: Int, count: Int) -> R {
    let lanes = 32 / MemoryLayout<R>.size
    if count < lanes { return interleavedSum(count) { numbers[start + $0] } }
    let vectors = count / lanes
    var sum = R.zero
    for i in (vectors * lanes)..<count { sum += numbers[start + i] }
    for lane in 0..<lanes { sum += interleavedSum(vectors) { numbers[start + $0 * lanes + lane] } }
    return sum
}

extension Tensor where Element: Real {
    /// The sums along some axes, which keep size 1 or go.
    ///
    /// - Precondition: `axes` are counted from 0 and named once.
    public func cascadeSum(axes: [Int], keepsAxes: Bool) -> Tensor {
        let kept = (0..<rank).filter { !axes.contains($0) }
        let shape = Shape(
            keepsAxes ? (0..<rank).map { axes.contains($0) ? 1 : self.shape[$0] } : kept.map { self.shape[$0] })
        let sorted = axes.sorted()
        guard let first = sorted.first, let last = sorted.last else { return self }
        if last - first + 1 == axes.count {
            return Tensor(shape: shape, elements: columnSums(from: first, through: last))
        }
        // Scattered axes are moved to the end.
        let strides = self.shape.strides
        let order = kept + sorted
        let moved = Tensor(
            shape: Shape(order.map { self.shape[$0] }),
            elements: TensorPlaces(shape: Shape(order.map { self.shape[$0] }), strides: order.map { strides[$0] }).all
                .map { elements[$0] })
        return Tensor(shape: shape, elements: moved.columnSums(from: kept.count, through: rank - 1))
    }

    /// Sums along neighbouring axes, for every place of the axes before and behind them.
    private func columnSums(from first: Int, through last: Int) -> [Element] {
        let blocks = Shape(Array(shape.sizes[..<first])).count
        let rows = Shape(Array(shape.sizes[first...last])).count
        let columns = Shape(Array(shape.sizes[(last + 1)...])).count
        let lanes = 32 / MemoryLayout<Element>.size
        let group = columns >= lanes ? 4 * lanes : 4
        var sums: [Element] = []
        sums.reserveCapacity(blocks * columns)
        for block in 0..<blocks {
            let start = block * rows * columns
            for column in 0..<columns {
                if columns == 1 {
                    sums.append(rowSum(elements, from: start, count: rows))
                } else if column < columns / group * group {
                    sums.append(levelledSum(rows) { elements[start + $0 * columns + column] })
                } else {
                    sums.append(interleavedSum(rows) { elements[start + $0 * columns + column] })
                }
            }
        }
        return sums
    }

    /// The sum over the axes along which an array of shape `target` was stretched to this one.
    public func cascadeSum(to target: Shape) -> Tensor {
        if shape == target { return self }
        let added = rank - target.rank
        let axes = (0..<rank).filter { $0 < added || (target[$0 - added] == 1 && shape[$0] != 1) }
        return Tensor(shape: target, elements: cascadeSum(axes: axes, keepsAxes: true).elements)
    }
}
