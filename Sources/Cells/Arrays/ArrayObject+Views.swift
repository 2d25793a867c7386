import Tensors

extension ArrayObject {
    /// The same window on a copy of the memory.
    func moved(to copy: ArrayObject) -> ArrayObject {
        ArrayObject(viewOf: copy, start: (memory - base.memory) / type.width, sizes, strides)
    }

    /// The axes in reverse order: for a matrix, rows become columns.
    var transposed: ArrayObject {
        if rank == 2 { return ArrayObject(transposeOf: self) }
        return ArrayObject(viewOf: self, start: 0, sizes.reversed, strides.reversed)
    }

    /// The axes in the order given: axis `k` of the view is axis `order[k]` of this array.
    ///
    /// - Precondition: `order` names every axis once.
    func transposed(_ order: Axes) -> ArrayObject {
        var (newSizes, newStrides) = (order, order)
        for axis in order.indices {
            newSizes[axis] = sizes[order[axis]]
            newStrides[axis] = strides[order[axis]]
        }
        return ArrayObject(viewOf: self, start: 0, newSizes, newStrides)
    }

    /// The part at a place of the first axis.
    ///
    /// - Precondition: there is such a place.
    func part(_ place: Int) -> ArrayObject {
        var (rest, steps) = (sizes, strides)
        rest.remove(at: 0)
        steps.remove(at: 0)
        return ArrayObject(viewOf: self, start: place * strides[0], rest, steps)
    }

    /// The parts along an axis from one place up to another.
    func cut(_ axis: Int, from start: Int, to end: Int) -> ArrayObject {
        var cut = sizes
        cut[axis] = end - start
        return ArrayObject(viewOf: self, start: start * strides[axis], cut, strides)
    }

    /// The elements in another shape: a view where the strides allow one, else a copy.
    ///
    /// - Precondition: the number of elements stays.
    func reshaped(_ target: Axes) -> ArrayObject {
        if isContiguous { return ArrayObject(viewOf: self, start: 0, target, target.rowMajorStrides) }
        if let steps = stridesOfView(target) { return ArrayObject(viewOf: self, start: 0, target, steps) }
        let dense = ArrayObject(unfilled: type, target)
        let sameShape = ArrayObject(viewOf: dense, start: 0, sizes, sizes.rowMajorStrides)
        sameShape.assign(self)
        return dense
    }

    /// Strides under which this memory has another shape; nil when there are none.
    ///
    /// Runs of axes on both sides that hold equally many elements are matched; within a run this array must go on evenly.
    /// - Source: NumPy, `_attempt_nocopy_reshape`.
    private func stridesOfView(_ target: Axes) -> Axes? {
        var (oldSizes, oldStrides) = (Axes(), Axes())
        for axis in sizes.indices where sizes[axis] != 1 {
            oldSizes.append(sizes[axis])
            oldStrides.append(strides[axis])
        }
        var steps = Axes(repeating: 0, count: target.count)
        var (oldStart, newStart) = (0, 0)
        while oldStart < oldSizes.count, newStart < target.count {
            var (oldEnd, newEnd) = (oldStart + 1, newStart + 1)
            var (old, new) = (oldSizes[oldStart], target[newStart])
            while old != new {
                if new < old {
                    new *= target[newEnd]
                    newEnd += 1
                } else {
                    old *= oldSizes[oldEnd]
                    oldEnd += 1
                }
            }
            for axis in oldStart..<(oldEnd - 1)
            where oldStrides[axis] != oldSizes[axis + 1] * oldStrides[axis + 1] {
                return nil
            }
            var step = oldStrides[oldEnd - 1]
            for axis in stride(from: newEnd - 1, through: newStart, by: -1) {
                steps[axis] = step
                step *= target[axis]
            }
            (oldStart, newStart) = (oldEnd, newEnd)
        }
        return steps
    }

    /// A view with further axes of size 1 at the places of the result that `places` names in ascending order.
    func expanded(at places: [Int]) -> ArrayObject {
        var (newSizes, newStrides) = (sizes, strides)
        for place in places {
            newSizes.insert(1, at: place)
            newStrides.insert(0, at: place)
        }
        return ArrayObject(viewOf: self, start: 0, newSizes, newStrides)
    }

    /// A view without the axes named, each of size 1, in ascending order.
    func squeezed(_ places: [Int]) -> ArrayObject {
        var (newSizes, newStrides) = (sizes, strides)
        for place in places.reversed() {
            newSizes.remove(at: place)
            newStrides.remove(at: place)
        }
        return ArrayObject(viewOf: self, start: 0, newSizes, newStrides)
    }

    /// A view in broader sizes, in which stretched axes repeat the same elements.
    ///
    /// - Precondition: the sizes fit.
    func stretched(to target: Axes) -> ArrayObject {
        ArrayObject(viewOf: self, start: 0, target, strides(stretchedTo: target))
    }

    /// All elements along one axis: a view where they lie evenly, else a copy.
    var flat: ArrayObject { reshaped(Axes(repeating: count, count: 1)) }
}

extension Axes: ExpressibleByArrayLiteral {
    init(arrayLiteral numbers: Int...) { self.init(numbers) }
}
