import Tensors

/// The order in which NumPy walks an array to reduce some of its axes.
///
/// The axes are walked in the order in which they lie in memory, evenly following ones as one; the innermost is the line. Along a
/// reduced line a whole line is reduced at once (floats are added in pairs), along any other one element after the other.
/// - Source: NumPy, `npyiter_find_best_axis_ordering` and `npyiter_coalesce_axes` in `nditer_constr.c`.
struct ReductionPlan {
    /// The result's sizes with reduced axes kept at 1.
    private(set) var keptSizes: Axes
    private let lines: Lines
    /// Whether the line is reduced.
    private let reducesLine: Bool
    /// How many elements each place of the result is made of.
    private(set) var itemCount = 1

    /// - Parameter axes: 1 for each axis that is reduced, 0 for the others.
    init(_ array: ArrayObject, reducing axes: Axes) {
        keptSizes = array.sizes
        for axis in axes.indices where axes[axis] == 1 {
            keptSizes[axis] = 1
            itemCount *= array.sizes[axis]
        }
        let target = keptSizes.rowMajorStrides
        let order = array.memoryOrder
        var (sizes, from, to) = (Axes(), Axes(), Axes())
        for place in order.indices {
            let axis = order[place]
            sizes.append(array.sizes[axis])
            from.append(array.strides[axis])
            to.append(axes[axis] == 1 ? 0 : target[axis])
        }
        lines = Lines(sizes, from, to)
        reducesLine = lines.b == 0
    }

    /// Reduces the elements into `result`, whose elements hold what every reduction starts from.
    ///
    /// - Parameters:
    ///   - line: what an element and a whole line make.
    ///   - combine: what an element and a further one make.
    @inline(__always)
    func run<Source: StoredElement, Element: StoredElement>(
        _ array: ArrayObject, into result: ArrayObject,
        line: (Element, UnsafeMutablePointer<Source>, _ count: Int, _ step: Int) -> Element,
        combine: (Element, Source) -> Element
    ) {
        if array.count == 0 { return }
        let (from, to) = (array.elements(Source.self), result.elements(Element.self))
        lines.forEach { x, y, _ in
            if reducesLine {
                to[y] = line(to[y], from + x, lines.length, lines.a)
            } else {
                for place in 0..<lines.length {
                    to[y + place * lines.b] = combine(to[y + place * lines.b], from[x + place * lines.a])
                }
            }
        }
    }

    /// As `run`, lines element after element.
    @inline(__always)
    func run<Source: StoredElement, Element: StoredElement>(
        _ array: ArrayObject, into result: ArrayObject, combine: (Element, Source) -> Element
    ) {
        run(
            array, into: result,
            line: { start, elements, count, step in
                var value: Element = start
                for place in 0..<count { value = combine(value, elements[place * step]) }
                return value
            }, combine: combine)
    }
}

extension ArrayObject {
    /// The axes of more than one element, from those along which elements lie far apart to those along which they lie close.
    fileprivate var memoryOrder: Axes {
        var order = Axes()
        for axis in sizes.indices where sizes[axis] != 1 {
            var place = order.count
            while place > 0, strides[order[place - 1]].magnitude < strides[axis].magnitude,
                strides[order[place - 1]] != 0
            {
                place -= 1
            }
            order.insert(axis, at: place)
        }
        return order
    }

    /// The array as NumPy reads it when it adds up some axes: reduced axes that lie innermost, but not evenly, go through a buffer,
    /// so that they are added as one line.
    ///
    /// - Parameter axes: 1 for each axis that is reduced, 0 for the others.
    func buffered(reducing axes: Axes) -> ArrayObject {
        let order = memoryOrder
        var (length, isEven, place) = (1, true, order.count - 1)
        while place >= 0, axes[order[place]] == 1 {
            let axis = order[place]
            if place < order.count - 1 {
                let inner = order[place + 1]
                isEven = isEven && strides[axis] == strides[inner] * sizes[inner]
            }
            length *= sizes[axis]
            place -= 1
        }
        // NumPy's buffer has 8192 elements; longer ones are added line by line here.
        if isEven || length > 8192 || count == 0 { return self }
        var rest = Axes()
        for axis in sizes.indices where sizes[axis] == 1 { rest.append(axis) }
        for place in order.indices { rest.append(order[place]) }
        var back = rest
        for place in rest.indices { back[rest[place]] = place }
        return transposed(rest).copied().transposed(back)
    }
}
