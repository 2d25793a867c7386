import Tensors

/// What can be made of all elements of an array, or of those along some axes.
enum ArrayReduction: String, CaseIterable {
    case sum, mean, prod, min, max, argmin, argmax, any, all, std, `var`, ptp
}

/// How an array is reduced: along which axes, and what of the result.
struct ReductionRequest {
    /// An axis, a tuple of axes, or nothing for all.
    var axis: Value?
    var keepsAxes = false
    var type: ElementType?
    /// What is taken off the number of elements that a variance is divided by.
    var freedom = 0.0
}

extension Interpreter {
    /// `np.sum(a, axis=…, keepdims=…)` and its relatives.
    func reduce(_ reduction: ArrayReduction, _ value: Value, _ request: ReductionRequest) throws(Fault) -> Value {
        var array = try array(of: value)
        if let type = request.type, type != array.type { array = array.converted(to: type) }
        try step(array.count / 8)
        if reduction == .argmin || reduction == .argmax {
            return try extremePlaces(reduction == .argmax, array, request)
        }
        // NumPy takes a number without axes for one with a single axis.
        let isLone = array.rank == 0 && (request.axis?.index == 0 || request.axis?.index == -1)
        let axes = try reducedAxes(isLone ? nil : request.axis, of: array)
        let kept = try reduced(reduction, array, axes, request)
        if request.keepsAxes { return .fromNumPy(kept) }
        var sizes = Axes()
        for axis in axes.indices where axes[axis] == 0 { sizes.append(array.sizes[axis]) }
        if sizes.count == 0 { return .scalar(kept.first) }
        return .array(kept.reshaped(sizes))
    }

    /// 1 for each axis that is reduced.
    func reducedAxes(_ written: Value?, of array: ArrayObject) throws(Fault) -> Axes {
        guard let written, !written.isNone else { return Axes(repeating: 1, count: array.rank) }
        var axes = Axes(repeating: 0, count: array.rank)
        if case .int = written {
            axes[try axis(written, rank: array.rank, of: array)] = 1
            return axes
        }
        var items = [written]
        if case .tuple(let several) = written { items = several }
        for item in items {
            let axis = try axis(item, rank: array.rank, of: array)
            if axes[axis] == 1 {
                throw Fault(.value, "axis \(axis) is named twice", python: "duplicate value in 'axis'")
            }
            axes[axis] = 1
        }
        return axes
    }

    /// The axis a value names, counted from 0.
    ///
    /// - Parameters:
    ///   - rank: how many axes there are to choose from.
    ///   - role: what NumPy calls it, where it says so.
    func axis(_ value: Value, rank: Int, of array: ArrayObject, role: String = "") throws(Fault) -> Int {
        guard let written = value.index else {
            throw Fault(
                .type, "'axis' is a whole number, not \(value.typeWithArticle)", python: value.noIndexWords,
                isOutside: value.isObject)
        }
        let axis = written < 0 ? written &+ Int64(rank) : written
        guard axis >= 0, axis < Int64(rank) else {
            throw Fault(
                .axis, "an array of shape \(array.sizes.description) has no axis \(written) here",
                python: "\(role)axis \(written) is out of bounds for array of dimension \(rank)")
        }
        return Int(axis)
    }

    private func reduced(
        _ reduction: ArrayReduction, _ array: ArrayObject, _ axes: Axes, _ request: ReductionRequest
    ) throws(Fault) -> ArrayObject {
        let plan = ReductionPlan(array, reducing: axes)
        switch reduction {
        case .sum: return try sum(array, axes)
        case .prod: return try product(array, plan)
        case .mean: return try mean(array, axes)
        case .std, .var: return try variance(array, axes, plan, request, isDeviation: reduction == .std)
        case .min, .max: return try extremes(reduction == .max, array, plan)
        case .ptp:
            let (most, least) = (try extremes(true, array, plan), try extremes(false, array, plan))
            return try self.array(of: try binaryArrays(.subtract, .array(most), .array(least)))
        case .any, .all:
            let result = try made(.bool, plan.keptSizes)
            result.fill(with: reduction == .all)
            let truths = array.converted(to: .bool)
            let isAny = reduction == .any
            ReductionPlan(truths, reducing: axes).run(truths, into: result) { (a: Bool, b: Bool) in
                isAny ? a || b : a && b
            }
            return result
        case .argmin, .argmax: preconditionFailure("places are found along one axis")
        }
    }

    // MARK: Sums and products

    private func sum(_ given: ArrayObject, _ axes: Axes) throws(Fault) -> ArrayObject {
        let array = given.type.isFloating ? given.buffered(reducing: axes) : given
        let plan = ReductionPlan(array, reducing: axes)
        let result = try made(array.type == .bool ? .int64 : array.type, plan.keptSizes)
        result.assign(.int64(0))
        switch array.type {
        case .bool: plan.run(array, into: result) { (sum: Int64, element: Bool) in sum &+ element.asInt64 }
        case .int64: plan.run(array, into: result) { (sum: Int64, element: Int64) in sum &+ element }
        case .float32: addPairwise(array, plan, result, Float.self)
        case .float64: addPairwise(array, plan, result, Double.self)
        }
        return result
    }

    private func addPairwise<T: FloatingPoint & StoredElement>(
        _ array: ArrayObject, _ plan: ReductionPlan, _ result: ArrayObject, _ type: T.Type
    ) {
        plan.run(
            array, into: result,
            line: { (sum: T, elements: UnsafeMutablePointer<T>, count, step) in
                // The lowest element of a line that runs backwards is its last.
                let span = (count - 1) * step
                let numbers = UnsafeBufferPointer(start: elements + min(span, 0), count: abs(span) + 1)
                return sum + pairwiseSum(numbers, start: max(-span, 0), count: count, step: step)
            }, combine: { (sum: T, element: T) in sum + element })
    }

    private func product(_ array: ArrayObject, _ plan: ReductionPlan) throws(Fault) -> ArrayObject {
        let result = try made(array.type == .bool ? .int64 : array.type, plan.keptSizes)
        result.assign(.int64(1))
        switch array.type {
        case .bool: plan.run(array, into: result) { (product: Int64, element: Bool) in product &* element.asInt64 }
        case .int64: plan.run(array, into: result) { (product: Int64, element: Int64) in product &* element }
        case .float32: plan.run(array, into: result) { (product: Float, element: Float) in product * element }
        case .float64: plan.run(array, into: result) { (product: Double, element: Double) in product * element }
        }
        return result
    }

    private func mean(_ array: ArrayObject, _ axes: Axes) throws(Fault) -> ArrayObject {
        let floats = array.type.isFloating ? array : array.converted(to: .float64)
        let total = try sum(floats, axes)
        var count = 1
        for axis in axes.indices where axes[axis] == 1 { count *= array.sizes[axis] }
        divide(total, by: Double(count))
        return total
    }

    /// Floats of single precision are divided in double precision, as NumPy does.
    private func divide(_ array: ArrayObject, by count: Double) {
        if array.type == .float32 {
            array.fill(from: array) { (x: Float) in Float(Double(x) / count) }
        } else {
            array.fill(from: array) { (x: Double) in x / count }
        }
    }

    /// The mean of the squared distances from the mean, or its root.
    private func variance(
        _ array: ArrayObject, _ axes: Axes, _ plan: ReductionPlan, _ request: ReductionRequest, isDeviation: Bool
    ) throws(Fault) -> ArrayObject {
        let middle = try mean(array, axes)
        let distances = try self.array(of: try binaryArrays(.subtract, .array(array), .array(middle)))
        let squares = try self.array(of: try binaryArrays(.multiply, .array(distances), .array(distances)))
        let result = try sum(squares, axes)
        divide(result, by: Swift.max(Double(plan.itemCount) - request.freedom, 0))
        if isDeviation {
            if result.type == .float32 {
                result.fill(from: result) { (x: Float) in x.squareRoot() }
            } else {
                result.fill(from: result) { (x: Double) in x.squareRoot() }
            }
        }
        return result
    }

    // MARK: Extremes

    private func extremes(_ isMaximum: Bool, _ array: ArrayObject, _ plan: ReductionPlan) throws(Fault) -> ArrayObject {
        let result = try made(array.type, plan.keptSizes)
        if array.count == 0 {
            if result.count > 0 {
                throw Fault(
                    .value,
                    "an empty axis of an array of shape \(array.sizes.description) has no largest or smallest element",
                    python:
                        "zero-size array to reduction operation \(isMaximum ? "maximum" : "minimum") which has no identity"
                )
            }
            return result
        }
        result.assign(ArrayObject(viewOf: array, start: 0, plan.keptSizes, array.strides))
        switch array.type {
        case .bool:
            plan.run(array, into: result) { (a: Bool, b: Bool) in isMaximum ? a || b : a && b }
        case .int64:
            plan.run(array, into: result) { (a: Int64, b: Int64) in isMaximum ? Swift.max(a, b) : Swift.min(a, b) }
        case .float32: plan.run(array, into: result) { (a: Float, b: Float) in larger(a, b, isMaximum) }
        case .float64: plan.run(array, into: result) { (a: Double, b: Double) in larger(a, b, isMaximum) }
        }
        return result
    }

    /// `argmax` and `argmin`: the place of the first extreme element along an axis, or among all; NaN is the most extreme.
    private func extremePlaces(
        _ isMaximum: Bool, _ array: ArrayObject, _ request: ReductionRequest
    ) throws(Fault) -> Value {
        var (walked, axis) = (array, 0)
        if let written = request.axis, !written.isNone {
            walked = array.rank == 0 ? array.flat : array
            axis = try self.axis(written, rank: walked.rank, of: array)
        } else {
            walked = array.flat
        }
        if walked.sizes[axis] == 0 {
            throw Fault(
                .value, "an empty axis has no largest or smallest element",
                python: "attempt to get \(isMaximum ? "argmax" : "argmin") of an empty sequence")
        }
        var sizes = walked.sizes
        sizes[axis] = 1
        let result = try made(.int64, sizes)
        walked.type.visit(PlaceSearch(isMaximum: isMaximum, array: walked, axis: axis, result: result))
        if !request.keepsAxes { return .fromNumPy(result.squeezed([axis])) }
        if walked.rank == array.rank { return .fromNumPy(result) }
        return .fromNumPy(result.reshaped(Axes(repeating: 1, count: array.rank)))
    }

    private struct PlaceSearch: ElementVisitor {
        let isMaximum: Bool
        let array: ArrayObject
        let axis: Int
        let result: ArrayObject

        func visit<Element: StoredElement>(_ type: Element.Type) {
            let (from, to) = (array.elements(type), result.elements(Int64.self))
            let (count, step) = (array.sizes[axis], array.strides[axis])
            if result.count == 0 { return }
            var number = 0
            ArrayObject(viewOf: array, start: 0, result.sizes, array.strides).forEachPlace { start in
                var best = 0
                for place in 1..<Swift.max(count, 1) {
                    let (a, b) = (from[start + place * step], from[start + best * step])
                    if a.beats(b, isMaximum) { best = place }
                }
                to[number] = Int64(best)
                number += 1
            }
        }
    }
}

/// The larger (or smaller) of two numbers; NaN when either is.
func larger<T: FloatingPoint>(_ a: T, _ b: T, _ isMaximum: Bool) -> T {
    if a.isNaN { return a }
    if b.isNaN { return b }
    return isMaximum ? (a >= b ? a : b) : (a <= b ? a : b)
}

extension StoredElement {
    /// Whether this element is further out than another one: larger or smaller, or NaN where that is not.
    fileprivate func beats(_ other: Self, _ isMaximum: Bool) -> Bool {
        // NaN stands behind all others in order, so it is the largest; as the smallest it must be asked for.
        let (isOdd, otherIsOdd) = (self != self, other != other)
        if isOdd || otherIsOdd { return isOdd && !otherIsOdd }
        return isMaximum ? other.precedes(self) : precedes(other)
    }
}

extension ArrayObject {
    /// Where the elements lie, in row-major order.
    func forEachPlace(_ body: (Int) -> Void) {
        if count == 0 { return }
        let lines = Lines(sizes, strides, strides)
        lines.forEach { x, _, _ in
            for place in 0..<lines.length { body(x + place * lines.a) }
        }
    }
}
