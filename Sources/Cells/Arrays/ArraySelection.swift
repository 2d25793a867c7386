import Tensors

/// Elements picked one by one: the shape they come in, and where each lies, in row-major order of that shape.
struct ArraySelection {
    fileprivate(set) var sizes = Axes()
    fileprivate(set) var offsets: [Int] = []

    /// Puts the elements of `source` into `target`, which has the selection's sizes and no gaps.
    func gather(from source: ArrayObject, into target: ArrayObject) {
        source.type.visit(Gathering(offsets: offsets, source: source, target: target))
    }

    /// Puts the elements of `source`, which has the selection's sizes and no gaps, into `target`; of several for one place the last
    /// stays.
    func scatter(_ source: ArrayObject, into target: ArrayObject) {
        target.type.visit(Scattering(offsets: offsets, source: source, target: target))
    }

    private struct Gathering: ElementVisitor {
        let offsets: [Int]
        let source: ArrayObject
        let target: ArrayObject

        func visit<Element: StoredElement>(_ type: Element.Type) {
            let (from, to) = (source.elements(type), target.elements(type))
            for place in offsets.indices { to[place] = from[offsets[place]] }
        }
    }

    private struct Scattering: ElementVisitor {
        let offsets: [Int]
        let source: ArrayObject
        let target: ArrayObject

        func visit<Element: StoredElement>(_ type: Element.Type) {
            let (from, to) = (source.elements(type), target.elements(type))
            for place in offsets.indices { to[offsets[place]] = from[place] }
        }
    }
}

/// One entry of an index that picks places one by one.
private enum IndexEntry {
    case at(Int)
    case slice(first: Int, count: Int, step: Int)
    case newAxis
    /// Where an ellipsis stood, even one for no axis: what stands on its two sides is not together.
    case gap
    /// Places counted from 0, of any shape.
    case places(ArrayObject)

    var isPicking: Bool {
        switch self {
        case .at, .places: true
        case .slice, .newAxis, .gap: false
        }
    }
}

extension Interpreter {
    /// What an index with lists, arrays or bools picks.
    ///
    /// The arrays of places are stretched to one shape. Its axes stand where the places stood, or in front when a slice or a new axis
    /// stands between them.
    func selection(_ array: ArrayObject, _ written: [Value]) throws(Fault) -> ArraySelection {
        let entries = try indexEntries(array, try written.map { (entry) throws(Fault) in try pickingEntry(entry) })
        var picked = Axes()
        for case .places(let places) in entries { picked = try commonPlaces(picked, places.sizes) }
        let pickedCount = picked.product
        try make(pickedCount)
        var pickedOffsets = [Int](repeating: 0, count: pickedCount)
        var (outer, inner) = (AxisList(), AxisList())
        var (axis, firstPick, lastPick) = (0, -1, -1)
        for (number, entry) in entries.enumerated() {
            if entry.isPicking {
                if firstPick < 0 { firstPick = number }
                lastPick = number
            }
            let stride = axis < array.rank ? array.strides[axis] : 0
            switch entry {
            case .gap: break
            case .newAxis: firstPick < 0 ? try outer.append(1, 0) : try inner.append(1, 0)
            case .slice(let first, let count, let step):
                for place in pickedOffsets.indices { pickedOffsets[place] += count > 0 ? first * stride : 0 }
                firstPick < 0 ? try outer.append(count, step * stride) : try inner.append(count, step * stride)
                axis += 1
            case .at(let place):
                for number in pickedOffsets.indices { pickedOffsets[number] += place * stride }
                axis += 1
            case .places(let places):
                var number = 0
                places.stretched(to: picked).forEach { (place: Int64) in
                    pickedOffsets[number] += Int(place) * stride
                    number += 1
                }
                axis += 1
            }
        }
        let isTogether = entries[firstPick...lastPick].allSatisfy { $0.isPicking }
        return try laidOut(outer, picked, pickedOffsets, inner, isTogether)
    }

    private func laidOut(
        _ outer: AxisList, _ picked: Axes, _ pickedOffsets: [Int], _ inner: AxisList, _ isTogether: Bool
    ) throws(Fault) -> ArraySelection {
        var selection = ArraySelection()
        let lists = isTogether ? [outer.sizes, picked, inner.sizes] : [picked, outer.sizes, inner.sizes]
        for list in lists {
            for axis in list.indices {
                if selection.sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
                selection.sizes.append(list[axis])
            }
        }
        try make(selection.sizes.boundedProduct)
        selection.offsets.reserveCapacity(selection.sizes.product)
        let (before, after) = (outer.offsets, inner.offsets)
        for first in isTogether ? before : pickedOffsets {
            for second in isTogether ? pickedOffsets : before {
                for third in after { selection.offsets.append(first + second + third) }
            }
        }
        return selection
    }

    private func commonPlaces(_ a: Axes, _ b: Axes) throws(Fault) -> Axes {
        guard let common = Axes.common(a, b) else {
            throw Fault(
                .index, "places of the shapes \(a.description) and \(b.description) do not go together in an index",
                python:
                    "shape mismatch: indexing arrays could not be broadcast together with shapes \(a.numpyText) \(b.numpyText) "
            )
        }
        return common
    }

    /// Lists become arrays of whole numbers or bools; what else an index holds stays.
    private func pickingEntry(_ entry: Value) throws(Fault) -> Value {
        switch entry {
        case .bool, .scalar(.bool):
            throw Fault.outside(
                .index, "True and False alone as an index are not part of the cell language; use an array of bools")
        case .list, .tuple, .range:
            let places = try array(of: entry)
            if places.type.isFloating, places.count > 0 {
                throw Fault(
                    .index, "places in an array are whole numbers, not \(places.type.name)",
                    python: Interpreter.validIndices)
            }
            // An empty list picks nothing.
            return .array(places.count == 0 ? places.converted(to: .int64) : places)
        default: return entry
        }
    }

    /// One entry for each axis, the ellipsis and the end of the index filled up.
    private func indexEntries(_ array: ArrayObject, _ written: [Value]) throws(Fault) -> [IndexEntry] {
        let hidden = try array.hiddenAxes(written)
        let all = { (axis: Int) in IndexEntry.slice(first: 0, count: array.sizes[axis], step: 1) }
        var entries: [IndexEntry] = []
        var axis = 0
        for entry in written {
            switch entry {
            case .none: entries.append(.newAxis)
            case .ellipsis:
                entries.append(.gap)
                for _ in 0..<hidden {
                    entries.append(all(axis))
                    axis += 1
                }
            case .slice(let slice):
                let places = slice.bounds.places(in: array.sizes[axis])
                entries.append(.slice(first: places.first, count: places.count, step: places.step))
                axis += 1
            case .array(let mask) where mask.type == .bool:
                entries += try truePlaces(mask, of: array, from: axis).map { .places($0) }
                axis += mask.rank
            case .array(let places) where places.rank > 0:
                entries.append(.places(try checked(places, axis: axis, of: array)))
                axis += 1
            default:
                entries.append(.at(try place(try wholeNumber(entry), axis: axis, of: array)))
                axis += 1
            }
        }
        while axis < array.rank {
            entries.append(all(axis))
            axis += 1
        }
        return entries
    }

    /// Places along an axis, counted from 0 and within it.
    private func checked(_ places: ArrayObject, axis: Int, of array: ArrayObject) throws(Fault) -> ArrayObject {
        if places.type != .int64 {
            throw Fault(
                .index, "places in an array are whole numbers, not \(places.type.name); use .astype(int)",
                python: "arrays used as indices must be of integer (or boolean) type")
        }
        let size = Int64(array.sizes[axis])
        let counted = try made(.int64, places.sizes)
        var outside: Int64?
        counted.fill(from: places) { (place: Int64) in
            if place < -size || place >= size { outside = outside ?? place }
            return place < 0 ? place + size : place
        }
        if let outside { throw Interpreter.outOfRange(outside, axis: axis, size: array.sizes[axis]) }
        return counted
    }

    /// Where a mask that lies over the axes from `axis` on is true: one array of places for each of its axes.
    private func truePlaces(_ mask: ArrayObject, of array: ArrayObject, from axis: Int) throws(Fault) -> [ArrayObject] {
        if mask.rank == 0 { throw Fault.outside(.index, "a single bool as an index is not part of the cell language") }
        for own in mask.sizes.indices where mask.sizes[own] != array.sizes[axis + own] {
            throw Fault(
                .index,
                "a mask of shape \(mask.sizes.description) does not lie over an array of shape \(array.sizes.description)",
                python:
                    "boolean index did not match indexed array along axis \(axis + own); size of axis is \(array.sizes[axis + own]) but size of corresponding boolean axis is \(mask.sizes[own])"
            )
        }
        return try truePlaces(mask)
    }

    /// The indices of the true elements of an array of bools, an array for each axis.
    func truePlaces(_ mask: ArrayObject) throws(Fault) -> [ArrayObject] {
        var found: [Int] = []
        var place = 0
        mask.forEach { (isTrue: Bool) in
            if isTrue { found.append(place) }
            place += 1
        }
        let strides = mask.sizes.rowMajorStrides
        var lists: [ArrayObject] = []
        for axis in mask.sizes.indices {
            let list = try made(.int64, [found.count])
            let target = list.elements(Int64.self)
            for number in found.indices { target[number] = Int64(found[number] / strides[axis] % mask.sizes[axis]) }
            lists.append(list)
        }
        return lists
    }
}

/// Axes that an index leaves as they are: their sizes and where the elements along them lie.
private struct AxisList {
    private(set) var sizes = Axes()
    private var strides = Axes()

    mutating func append(_ size: Int, _ stride: Int) throws(Fault) {
        if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
        sizes.append(size)
        strides.append(stride)
    }

    /// The places of all elements in row-major order.
    var offsets: [Int] {
        var offsets = [0]
        for axis in sizes.indices {
            offsets = offsets.flatMap { start in (0..<sizes[axis]).map { start + $0 * strides[axis] } }
        }
        return offsets
    }
}
