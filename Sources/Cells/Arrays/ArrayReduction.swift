import Tensors

/// What can be made of all elements of an array, or of each line along an axis.
enum ArrayReduction: String, CaseIterable {
    case sum, mean, prod, min, max, argmin, argmax, any, all
}

extension Interpreter {
    /// `np.sum(a, axis=…, keepdims=…)` and its relatives.
    func reduce(_ reduction: ArrayReduction, _ value: Value, axis: Value?, keepsAxis: Bool) throws(Fault) -> Value {
        let values = try arrayValues(of: value)
        try step(values.shape.count)
        guard let axis, !axis.isNone else {
            // All elements are one line; the kept axes are put back afterwards.
            let flat = try shaped { () throws(ShapeError) in try values.mapped(.reshape([values.shape.count])) }
            let result = try reduced(reduction, flat, axis: 0, keepsAxis: false)
            if !keepsAxis { return .fromNumPy(result) }
            let ones = Shape([Int](repeating: 1, count: values.shape.rank))
            return .fromNumPy(try shaped { () throws(ShapeError) in try result.mapped(.reshape(ones)) })
        }
        guard let written = axis.index else {
            throw Fault(.type, "'axis' is one whole number, not a '\(axis.typeName)'")
        }
        return .fromNumPy(try reduced(reduction, values, axis: Int(clamping: written), keepsAxis: keepsAxis))
    }

    private func reduced(
        _ reduction: ArrayReduction, _ values: ArrayValues, axis: Int, keepsAxis: Bool
    ) throws(Fault) -> ArrayValues {
        switch (reduction, values) {
        case (.any, _), (.all, _):
            guard case .bool(let tensor) = values.converted(to: .bool) else {
                preconditionFailure("a conversion gives bools")
            }
            let isAny = reduction == .any
            return .bool(try fold(tensor, axis, keepsAxis, empty: !isAny) { isAny ? $0 || $1 : $0 && $1 })
        case (.argmin, _), (.argmax, _):
            return .int64(try positions(reduction == .argmax, values, axis, keepsAxis).map { Int64($0) })
        case (.mean, .float32(let tensor)):
            return .float32(try shaped { () throws(ShapeError) in try tensor.mean(axis: axis, keepsAxis: keepsAxis) })
        case (.mean, _):
            return .float64(
                try shaped { () throws(ShapeError) in try values.doubles.mean(axis: axis, keepsAxis: keepsAxis) })
        case (.sum, .float64(let tensor)):
            return .float64(try shaped { () throws(ShapeError) in try tensor.sum(axis: axis, keepsAxis: keepsAxis) })
        case (.sum, .float32(let tensor)):
            return .float32(try shaped { () throws(ShapeError) in try tensor.sum(axis: axis, keepsAxis: keepsAxis) })
        case (.sum, .bool), (.sum, .int64):
            return .int64(try fold(integers(values), axis, keepsAxis, empty: 0) { $0 &+ $1 })
        case (.prod, .bool), (.prod, .int64):
            return .int64(try fold(integers(values), axis, keepsAxis, empty: 1) { $0 &* $1 })
        case (.prod, .float64(let tensor)): return .float64(try fold(tensor, axis, keepsAxis, empty: 1) { $0 * $1 })
        case (.prod, .float32(let tensor)): return .float32(try fold(tensor, axis, keepsAxis, empty: 1) { $0 * $1 })
        case (.min, _), (.max, _): return try extremes(reduction == .max, values, axis, keepsAxis)
        }
    }

    private func integers(_ values: ArrayValues) -> Tensor<Int64> {
        guard case .int64(let tensor) = values.converted(to: .int64) else {
            preconditionFailure("a conversion gives whole numbers")
        }
        return tensor
    }

    /// Lines folded from the left; an empty line gives `empty`.
    private func fold<Element: Sendable>(
        _ tensor: Tensor<Element>, _ axis: Int, _ keepsAxis: Bool, empty: Element,
        _ combine: (Element, Element) -> Element
    ) throws(Fault) -> Tensor<Element> {
        let place = try shaped { () throws(ShapeError) in try tensor.shape.axis(axis) }
        if tensor.shape[place] == 0 {
            return Tensor(repeating: empty, shape: tensor.shape.reduced(place, keepsAxis: keepsAxis))
        }
        return try shaped { () throws(ShapeError) in try tensor.reduced(axis: axis, keepsAxis: keepsAxis, combine) }
    }

    private func extremes(
        _ isMaximum: Bool, _ values: ArrayValues, _ axis: Int, _ keepsAxis: Bool
    ) throws(Fault) -> ArrayValues {
        func ofFloats<T: Real>(_ tensor: Tensor<T>) throws(Fault) -> Tensor<T> {
            try shaped { () throws(ShapeError) in
                try tensor.reduced(axis: axis, keepsAxis: keepsAxis) { larger($0, $1, isMaximum) }
            }
        }
        switch values {
        case .float64(let tensor): return .float64(try ofFloats(tensor))
        case .float32(let tensor): return .float32(try ofFloats(tensor))
        case .int64(let tensor):
            return .int64(
                try shaped { () throws(ShapeError) in
                    try tensor.reduced(axis: axis, keepsAxis: keepsAxis) { isMaximum ? max($0, $1) : min($0, $1) }
                })
        case .bool(let tensor):
            return .bool(
                try shaped { () throws(ShapeError) in
                    try tensor.reduced(axis: axis, keepsAxis: keepsAxis) { isMaximum ? $0 || $1 : $0 && $1 }
                })
        }
    }

    /// The place of the first extreme element; NaN is the most extreme.
    private func positions(
        _ isMaximum: Bool, _ values: ArrayValues, _ axis: Int, _ keepsAxis: Bool
    ) throws(Fault) -> Tensor<Int> {
        if case .int64(let tensor) = values {
            return try shaped { () throws(ShapeError) in
                try tensor.positions(axis: axis, keepsAxis: keepsAxis) { isMaximum ? $0 > $1 : $0 < $1 }
            }
        }
        return try shaped { () throws(ShapeError) in
            try values.doubles.positions(axis: axis, keepsAxis: keepsAxis) { a, b in
                !b.isNaN && (a.isNaN || (isMaximum ? a > b : a < b))
            }
        }
    }
}

/// The larger (or smaller) of two numbers; NaN when either is.
func larger<T: Real>(_ a: T, _ b: T, _ isMaximum: Bool) -> T {
    if a.isNaN { return a }
    if b.isNaN { return b }
    return isMaximum ? (a >= b ? a : b) : (a <= b ? a : b)
}

extension Value {
    var isNone: Bool {
        if case .none = self { return true }
        return false
    }
}
