/// The lines in which up to three arrays of one shape are walked together.
///
/// Neighbouring axes along which all of them go on evenly are taken as one, so that arrays without gaps are one line. The last axis
/// is the line; the axes around it, outermost last, are walked by counting.
struct Lines {
    /// The elements of a line, and how far apart they lie in each array.
    private(set) var length = 1
    private(set) var a = 0
    private(set) var b = 0
    private(set) var c = 0
    private var outer = Axes()
    private var outerA = Axes()
    private var outerB = Axes()
    private var outerC = Axes()

    init(_ sizes: Axes, _ a: Axes, _ b: Axes, _ c: Axes) {
        var hasLine = false
        for back in 1..<(sizes.count + 1) {
            let axis = sizes.count - back
            let size = sizes[axis]
            if size == 1 { continue }
            if !hasLine {
                (length, self.a, self.b, self.c) = (size, a[axis], b[axis], c[axis])
                hasLine = true
            } else if outer.count == 0, a[axis] == self.a * length, b[axis] == self.b * length,
                c[axis] == self.c * length
            {
                length *= size
            } else {
                outer.append(size)
                outerA.append(a[axis])
                outerB.append(b[axis])
                outerC.append(c[axis])
            }
        }
    }

    init(_ sizes: Axes, _ a: Axes, _ b: Axes) { self.init(sizes, a, b, b) }

    /// Calls `body` with the places in the three arrays at which each line begins.
    ///
    /// - Precondition: no size is 0.
    @inline(__always)
    func forEach(_ body: (_ a: Int, _ b: Int, _ c: Int) -> Void) {
        var index = Axes(repeating: 0, count: outer.count)
        var (x, y, z) = (0, 0, 0)
        while true {
            body(x, y, z)
            var axis = 0
            while axis < outer.count {
                index[axis] += 1
                x += outerA[axis]
                y += outerB[axis]
                z += outerC[axis]
                if index[axis] < outer[axis] { break }
                x -= outerA[axis] * outer[axis]
                y -= outerB[axis] * outer[axis]
                z -= outerC[axis] * outer[axis]
                index[axis] = 0
                axis += 1
            }
            if axis == outer.count { return }
        }
    }
}

/// One side of an operator: an array, or one number for every place.
enum Operand<Element: StoredElement> {
    case array(ArrayObject)
    case number(Element)
}

extension ArrayObject {
    /// Strides for walking this array as if it had the sizes `target`: 0 along stretched axes.
    ///
    /// - Precondition: the sizes fit.
    @inline(__always)
    func strides(stretchedTo target: Axes) -> Axes {
        if sizes == target { return strides }
        var result = Axes(repeating: 0, count: target.count)
        let shift = target.count - rank
        for axis in 0..<rank where sizes[axis] != 1 { result[axis + shift] = strides[axis] }
        return result
    }

    /// Puts `change(element)` of another array, stretched to this one's sizes, in every place.
    ///
    /// - Precondition: the sizes fit, and the arrays do not overlap unless they are the same window.
    @inline(__always)
    func fill<Source: StoredElement, Element: StoredElement>(
        from source: ArrayObject, _ change: (Source) -> Element
    ) {
        if count == 0 { return }
        let (to, from) = (elements(Element.self), source.elements(Source.self))
        if isContiguous, source.isContiguous, source.count == count {
            for place in 0..<count { to[place] = change(from[place]) }
            return
        }
        let lines = Lines(sizes, strides, source.strides(stretchedTo: sizes))
        let (stepTo, stepFrom, length) = (lines.a, lines.b, lines.length)
        lines.forEach { x, y, _ in
            for place in 0..<length { to[x + place * stepTo] = change(from[y + place * stepFrom]) }
        }
    }

    /// Puts `combine(a, b)`, both sides stretched to this array's sizes, in every place.
    ///
    /// - Precondition: the sizes fit, and the sides do not overlap this array unless they are the same window.
    @inline(__always)
    func fill<Source: StoredElement, Element: StoredElement>(
        _ a: Operand<Source>, _ b: Operand<Source>, _ combine: (Source, Source) -> Element
    ) {
        switch (a, b) {
        case (.array(let left), .array(let right)): fill(left, right, combine)
        case (.array(let left), .number(let number)): fill(from: left) { combine($0, number) }
        case (.number(let number), .array(let right)): fill(from: right) { combine(number, $0) }
        case (.number(let x), .number(let y)): fill(with: combine(x, y))
        }
    }

    @inline(__always)
    private func fill<Source: StoredElement, Element: StoredElement>(
        _ left: ArrayObject, _ right: ArrayObject, _ combine: (Source, Source) -> Element
    ) {
        if count == 0 { return }
        let to = elements(Element.self)
        let (x, y) = (left.elements(Source.self), right.elements(Source.self))
        if isContiguous, left.isContiguous, right.isContiguous, left.count == count, right.count == count {
            for place in 0..<count { to[place] = combine(x[place], y[place]) }
            return
        }
        let lines = Lines(sizes, strides, left.strides(stretchedTo: sizes), right.strides(stretchedTo: sizes))
        let (stepTo, stepX, stepY, length) = (lines.a, lines.b, lines.c, lines.length)
        if stepTo == 1, stepX == 1, stepY == 1 {
            lines.forEach { i, j, k in
                for place in 0..<length { to[i + place] = combine(x[j + place], y[k + place]) }
            }
        } else {
            lines.forEach { i, j, k in
                for place in 0..<length {
                    to[i + place * stepTo] = combine(x[j + place * stepX], y[k + place * stepY])
                }
            }
        }
    }

    /// Puts one element in every place.
    func fill<Element: StoredElement>(with element: Element) {
        if count == 0 { return }
        let to = elements(Element.self)
        let lines = Lines(sizes, strides, strides)
        let (step, length) = (lines.a, lines.length)
        lines.forEach { x, _, _ in
            for place in 0..<length { to[x + place * step] = element }
        }
    }

    /// The elements in row-major order, one after the other.
    @inline(__always)
    func forEach<Element: StoredElement>(_ body: (Element) -> Void) {
        if count == 0 { return }
        let from = elements(Element.self)
        let lines = Lines(sizes, strides, strides)
        let (step, length) = (lines.a, lines.length)
        lines.forEach { x, _, _ in
            for place in 0..<length { body(from[x + place * step]) }
        }
    }
}
