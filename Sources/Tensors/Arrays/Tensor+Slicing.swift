/// What an index picks along one axis.
public enum AxisIndex: Hashable, Sendable {
    /// One place, counted from the end when negative; the axis goes.
    case at(Int)
    /// Python's `start:stop:step`.
    case slice(Slice)
    /// A new axis of size 1.
    case newAxis

    public static let all = AxisIndex.slice(Slice())
}

/// Python's `start:stop:step`; what is absent takes Python's default.
///
/// The bounds have 64 bits on every machine, since Python allows bounds beyond the ends.
public struct Slice: Hashable, Sendable {
    public var start: Int64?
    public var stop: Int64?
    /// Not 0.
    public var step: Int64

    /// - Precondition: `step` is not 0.
    public init(_ start: Int64? = nil, _ stop: Int64? = nil, step: Int64 = 1) {
        precondition(step != 0, "a slice moves forward or backward")
        self.start = start
        self.stop = stop
        self.step = step
    }

    /// The first place and the one that is no longer reached in a sequence of `length`, as CPython's `slice.indices` gives
    /// them.
    public func bounds(in length: Int64) -> (first: Int64, end: Int64) {
        let lowest: Int64 = step < 0 ? -1 : 0
        let highest = step < 0 ? length - 1 : length
        func clamped(_ place: Int64?, _ absent: Int64) -> Int64 {
            guard let place else { return absent }
            return min(max(place < 0 ? place + length : place, lowest), highest)
        }
        return (clamped(start, step < 0 ? highest : lowest), clamped(stop, step < 0 ? lowest : highest))
    }

    /// The first place, the number of places and the distance between them; a step beyond memory leads nowhere.
    public func places(in length: Int) -> (first: Int, count: Int, step: Int) {
        let (first, end) = bounds(in: Int64(length))
        let span = step < 0 ? first - end : end - first
        let count = span <= 0 ? 0 : Int((UInt64(span) - 1) / step.magnitude) + 1
        return (Int(first), count, Int(clamping: step))
    }
}

extension Tensor {
    /// The part an index picks: one entry an axis, missing ones take all.
    ///
    /// - Throws: `ShapeError` when an entry lies outside or there are more entries than axes.
    @inlinable public func sliced(_ index: [AxisIndex]) throws(ShapeError) -> Tensor {
        let region = try Region(shape, index)
        let elements = gather(shape: region.shape, start: region.start, strides: region.strides)
        return Tensor(shape: region.shape, elements: elements)
    }

    /// Puts the elements of `values`, stretched to the part an index picks, into that part.
    ///
    /// - Throws: `ShapeError` when the index or the shape of `values` does not fit.
    @inlinable public mutating func assign(_ values: Tensor, to index: [AxisIndex]) throws(ShapeError) {
        let region = try Region(shape, index)
        let source = try values.broadcast(to: region.shape)
        let places = Tensor<Int>.positions(in: shape)
            .gather(shape: region.shape, start: region.start, strides: region.strides)
        var changed = elements
        for i in places.indices { changed[places[i]] = source.elements[i] }
        elements = changed
    }
}

/// A rectangular part of an array: where it starts and how far apart neighbours lie.
@usableFromInline struct Region {
    @usableFromInline var shape: Shape
    @usableFromInline var start = 0
    @usableFromInline var strides: [Int] = []

    @usableFromInline init(_ whole: Shape, _ index: [AxisIndex]) throws(ShapeError) {
        var sizes: [Int] = []
        let wholeStrides = whole.strides
        var axis = 0
        for entry in index {
            if entry == .newAxis {
                sizes.append(1)
                strides.append(0)
                continue
            }
            guard axis < whole.rank else { throw ShapeError(.index, whole, [index.count]) }
            let length = whole[axis]
            switch entry {
            case .at(let place):
                guard place >= -length, place < length else {
                    throw ShapeError(.place(place, axis: axis), whole, whole)
                }
                start += (place < 0 ? place + length : place) * wholeStrides[axis]
            case .slice(let slice):
                let places = slice.places(in: length)
                start += places.count > 0 ? places.first * wholeStrides[axis] : 0
                sizes.append(places.count)
                strides.append(places.step * wholeStrides[axis])
            case .newAxis: break
            }
            axis += 1
        }
        shape = Shape(sizes + whole.sizes[axis...])
        strides += wholeStrides[axis...]
    }
}
