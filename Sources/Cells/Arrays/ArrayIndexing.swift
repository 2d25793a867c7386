import Tensors

extension Interpreter {
    /// `array[index]`: a scalar, a view for integers, slices, `None` and `...`, a copy for arrays of places or bools.
    func element(of array: ArrayObject, at index: Value) throws(Fault) -> Value {
        if let offset = try elementOffset(index, in: array) { return .scalar(array.scalar(at: offset)) }
        let entries = index.indexEntries
        guard try needsSelection(entries) else {
            let (view, keepsRank) = try window(array, entries)
            try make(Weight.view)
            return keepsRank ? .array(view) : .fromNumPy(view)
        }
        let selection = try selection(array, entries)
        let picked = try made(array.type, selection.sizes)
        selection.gather(from: array, into: picked)
        return .fromNumPy(picked)
    }

    /// `array[index] = value`, converted to the array's type and stretched to the part.
    func assignItem(of array: ArrayObject, at index: Value, to value: Value) throws(Fault) {
        try step(2)
        if let scalar = value.arrayScalar {
            try refuseNonFinite(value, array.type)
            if let offset = try elementOffset(index, in: array) {
                array.put(scalar, at: offset)
                return
            }
        }
        let entries = index.indexEntries
        if try needsSelection(entries) {
            let selection = try selection(array, entries)
            let source = try fitted(value, to: selection.sizes, of: array, picks: entries.isMask ? .mask : .places)
            let dense = try made(array.type, selection.sizes)
            dense.assign(source)
            selection.scatter(dense, into: array)
        } else {
            let (view, _) = try window(array, entries)
            try step(2 + view.count / 16)
            if let scalar = value.arrayScalar { return view.assign(scalar) }
            let source = try fitted(value, to: view.sizes, of: array)
            view.assign(source.unentangled(from: view))
        }
    }

    /// The rows of an array: views along its first axis, scalars where there is no other.
    func parts(of array: ArrayObject) throws(Fault) -> [Value] {
        if array.rank == 0 {
            throw Fault(
                .type, "an array without axes cannot be walked item by item", python: "iteration over a 0-d array")
        }
        try make(array.rank > 1 ? array.sizes[0] * Weight.view : array.sizes[0])
        return (0..<array.sizes[0]).map { array.item($0) }
    }

    /// What is put into a part of an array, as an array of fitting shape.
    private func fitted(
        _ value: Value, to sizes: Axes, of array: ArrayObject, picks: Picks = .window
    ) throws(Fault) -> ArrayObject {
        var source = try self.array(of: value)
        // Further axes of size 1 in front say nothing.
        while source.rank > sizes.count, source.sizes[0] == 1 { source = source.part(0) }
        if Axes.common(source.sizes, sizes) != sizes {
            throw Fault(
                .value,
                "a value of shape \(source.sizes.description) does not fit into a part of shape \(sizes.description)",
                python: picks.misfit(try self.array(of: value), sizes))
        }
        return source
    }

    private func refuseNonFinite(_ value: Value, _ type: ElementType) throws(Fault) {
        guard type == .int64, let number = value.number?.double, !number.isFinite else { return }
        throw number.isNaN
            ? Fault(
                .value, "an array of whole numbers has no place for nan", python: "cannot convert float NaN to integer")
            : Fault(
                .overflow, "an array of whole numbers has no place for infinity",
                python: "cannot convert float infinity to integer")
    }

    // MARK: Whole numbers

    /// Where the one element lies that an index of whole numbers means; nil for any other index.
    @inline(__always)
    private func elementOffset(_ index: Value, in array: ArrayObject) throws(Fault) -> Int? {
        switch index {
        case .int(let place):
            if array.rank != 1 { return nil }
            return try self.place(place, axis: 0, of: array) * array.strides[0]
        case .tuple(let items):
            if items.count != array.rank { return nil }
            var offset = 0
            for axis in 0..<items.count {
                guard case .int(let place) = items[axis] else { return nil }
                offset += try self.place(place, axis: axis, of: array) * array.strides[axis]
            }
            return offset
        default: return nil
        }
    }

    @inline(__always)
    func place(_ written: Int64, axis: Int, of array: ArrayObject) throws(Fault) -> Int {
        let size = Int64(array.sizes[axis])
        let place = written < 0 ? written &+ size : written
        if place >= 0, place < size { return Int(place) }
        throw Interpreter.outOfRange(written, axis: axis, size: array.sizes[axis])
    }

    static func outOfRange(_ place: Int64, axis: Int, size: Int) -> Fault {
        let end = size == 0 ? "axis \(axis) is empty" : "axis \(axis) ends at \(size - 1)"
        return Fault(
            .index, "index \(place) is out of range: brackets count from 0, and \(end)",
            python: "index \(place) is out of bounds for axis \(axis) with size \(size)")
    }

    // MARK: Windows

    /// Whether an index picks places one by one: by lists, arrays or bools.
    private func needsSelection(_ entries: [Value]) throws(Fault) -> Bool {
        for entry in entries {
            switch entry {
            case .list, .tuple, .range, .bool, .scalar(.bool): return true
            case .array(let array): if array.rank > 0 || array.type == .bool { return true }
            default: break
            }
        }
        return false
    }

    /// The view that integers, slices, new axes and an ellipsis pick; the second says whether it stays an array of rank 0.
    private func window(_ array: ArrayObject, _ entries: [Value]) throws(Fault) -> (ArrayObject, Bool) {
        var hidden = try array.hiddenAxes(entries)
        var (sizes, strides, start, axis) = (Axes(), Axes(), 0, 0)
        var hasEllipsis = false
        for entry in entries {
            switch entry {
            case .none:
                if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
                sizes.append(1)
                strides.append(0)
            case .ellipsis:
                hasEllipsis = true
                while hidden > 0 {
                    if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
                    sizes.append(array.sizes[axis])
                    strides.append(array.strides[axis])
                    axis += 1
                    hidden -= 1
                }
            case .slice(let slice):
                if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
                let places = slice.bounds.places(in: array.sizes[axis])
                start += places.count > 0 ? places.first * array.strides[axis] : 0
                sizes.append(places.count)
                strides.append(places.count > 1 ? places.step * array.strides[axis] : array.strides[axis])
                axis += 1
            default:
                start += try place(try wholeNumber(entry), axis: axis, of: array) * array.strides[axis]
                axis += 1
            }
        }
        for rest in axis..<array.rank {
            if sizes.count == Axes.limit { throw Interpreter.tooManyAxes }
            sizes.append(array.sizes[rest])
            strides.append(array.strides[rest])
        }
        return (ArrayObject(viewOf: array, start: start, sizes, strides), hasEllipsis)
    }

    static let validIndices =
        "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices"

    static var tooManyAxes: Fault { Fault.outside(.value, "an array has at most \(Axes.limit) axes here") }

    func wholeNumber(_ entry: Value) throws(Fault) -> Int64 {
        if let written = entry.index { return written }
        if case .array(let array) = entry, array.rank == 0, case .int64(let written) = array.first { return written }
        throw Fault(
            .index,
            "an index of an array is a whole number, a slice, None, '...' or an array of places or bools, not \(entry.typeWithArticle)",
            python: Interpreter.validIndices)
    }
}

/// What the brackets of an assignment pick.
private enum Picks {
    case window, places, mask

    /// NumPy's words for a value that does not fit into the part of the array.
    func misfit(_ value: ArrayObject, _ sizes: Axes) -> String? {
        let (given, wanted) = (value.sizes.numpyText, sizes.numpyText)
        switch self {
        case .window where sizes.count == 0: return "setting an array element with a sequence."
        case .window: return "could not broadcast input array from shape \(given) into shape \(wanted)"
        case .places:
            return "shape mismatch: value array of shape \(given) could not be broadcast to indexing result of shape "
                + wanted
        case .mask where value.rank == 1 && sizes.count == 1:
            return "NumPy boolean array indexing assignment cannot assign \(value.count) input values to the "
                + "\(sizes.product) output values where the mask is true"
        case .mask: return nil
        }
    }
}

extension [Value] {
    /// Whether an index is one array of bools.
    fileprivate var isMask: Bool {
        if count == 1, case .array(let array) = self[0] { return array.type == .bool }
        return false
    }
}

extension ArrayObject {
    /// The item at a place of the first axis, which is there: a view, or a scalar.
    func item(_ place: Int) -> Value {
        rank == 1 ? .scalar(scalar(at: place * strides[0])) : .array(part(place))
    }

    /// How many axes an ellipsis, or the end of an index, stands for.
    func hiddenAxes(_ entries: [Value]) throws(Fault) -> Int {
        var (used, ellipses) = (0, 0)
        for entry in entries {
            switch entry {
            case .none: break
            case .ellipsis: ellipses += 1
            case .array(let array) where array.type == .bool: used += array.rank
            default: used += 1
            }
        }
        if ellipses > 1 {
            throw Fault(
                .index, "an index has at most one '...'",
                python: "an index can only have a single ellipsis ('...')")
        }
        if used > rank {
            throw Fault(
                .index, "\(used) indices are too many for an array of shape \(sizes.description)",
                python: "too many indices for array: array is \(rank)-dimensional, but \(used) were indexed")
        }
        return rank - used
    }
}

extension Value {
    /// The entries between the brackets.
    fileprivate var indexEntries: [Value] {
        if case .tuple(let items) = self { return items }
        return [self]
    }
}

extension SliceValue {
    /// The slice for Tensors; a step of 0 never comes this far.
    var bounds: Slice { Slice(start, stop, step: step ?? 1) }
}
