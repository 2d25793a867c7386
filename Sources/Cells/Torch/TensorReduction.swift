import Networks
import Tensors

/// What `torch` makes of all elements of a tensor, or of each line along an axis.
enum TensorReduction: String, CaseIterable {
    case sum, mean, max, min, argmax, argmin, any, all
}

extension Interpreter {
    /// `t.sum(dim=…, keepdim=…)` and its relatives.
    func reduce(
        _ reduction: TensorReduction, _ tensor: TensorObject, dim: Value?, keeps: Bool, type: ElementType? = nil
    ) throws(Fault) -> Value {
        try step(tensor.shape.count)
        try make(tensor.shape.count / 8 + 1)
        let axes = try self.axes(dim, of: tensor.shape)
        switch reduction {
        case .sum: return .tensor(try sum(tensor, axes, keeps, type))
        case .mean: return .tensor(try mean(tensor, axes, keeps, type))
        case .max, .min: return try extreme(reduction, tensor, axes, keeps)
        case .argmax, .argmin:
            if let axis = axes?.first {
                return .tensor(
                    TensorObject(.int64(try places(reduction == .argmax, tensor, axis, keeps).map { Int64($0) })))
            }
            if tensor.shape.count == 0 {
                throw .python(
                    .index,
                    "\(reduction.rawValue)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                )
            }
            let flat = TensorObject(tensor.values.reshapedFreely([tensor.shape.count]))
            return .tensor(TensorObject(.int64(try places(reduction == .argmax, flat, 0, false).map { Int64($0) })))
        case .any, .all:
            let flags = tensor.values.flags
            let isAny = reduction == .any
            guard let axes else {
                let verdict = isAny ? flags.elements.contains(true) : !flags.elements.contains(false)
                return .tensor(TensorObject(.bool(Tensor(scalar: verdict))))
            }
            // A line has a true element when the number of them is not 0.
            let counts = flags.map { $0 == isAny ? 1.0 : 0.0 }.cascadeSum(axes: axes, keepsAxes: keeps)
            return .tensor(TensorObject(.bool(counts.map { ($0 != 0) == isAny })))
        }
    }

    /// The axes that `dim` names, counted from 0; nil for all of them.
    func axes(_ dim: Value?, of shape: Shape) throws(Fault) -> [Int]? {
        guard let dim, !dim.isNone else { return nil }
        var written = [dim]
        switch dim {
        case .tuple, .list: written = try items(of: dim)
        default: break
        }
        if written.isEmpty { return nil }
        var axes: [Int] = []
        for entry in written {
            let axis = try self.axis(entry, rank: shape.rank)
            if axes.contains(axis) {
                throw .python(.runtime, "dim \(decimal(axis)) appears multiple times in the list of dims")
            }
            // A tensor without axes allows axis 0 and has nothing to reduce along it.
            if shape.rank > 0 { axes.append(axis) }
        }
        return axes.isEmpty ? nil : axes
    }

    /// An axis counted from 0.
    func axis(_ value: Value, rank: Int) throws(Fault) -> Int {
        guard let written = value.index else {
            throw Fault.outside(.type, "'dim' is a whole number, not \(value.quotedType)")
        }
        let count = Int64(max(rank, 1))
        guard written >= -count, written < count else {
            throw .python(
                .index,
                "Dimension out of range (expected to be in range of [\(decimal(-count)), \(decimal(count - 1))], but got \(decimal(written)))"
            )
        }
        return Int(written < 0 ? written + count : written)
    }

    // MARK: Sums

    private func sum(_ tensor: TensorObject, _ axes: [Int]?, _ keeps: Bool, _ type: ElementType?) throws(Fault)
        -> TensorObject
    {
        let target = type ?? (tensor.type.isFloat ? tensor.type : .int64)
        let tensor = try converted(tensor, to: target)
        let along = axes ?? Array(0..<tensor.shape.rank)
        let value: ArrayValues
        switch tensor.values {
        case .float32(let x): value = .float32(x.cascadeSum(axes: along, keepsAxes: keeps))
        case .float64(let x): value = .float64(x.cascadeSum(axes: along, keepsAxes: keeps))
        case let whole: value = wholeSum(whole, along, keeps)
        }
        return try recorded(
            .sum(axes: along), axes == nil && !keeps ? "SumBackward0" : "SumBackward1", [tensor], value)
    }

    private func wholeSum(_ values: ArrayValues, _ axes: [Int], _ keeps: Bool) -> ArrayValues {
        let numbers = values.wholes
        let shape = numbers.shape
        let kept = Shape(shape.sizes.indices.map { axes.contains($0) ? 1 : shape[$0] })
        let strides = shape.sizes.indices.map { axes.contains($0) ? 0 : kept.strides[$0] }
        var sums = [Int64](repeating: 0, count: kept.count)
        for (k, place) in TensorPlaces(shape: shape, strides: strides).all.enumerated() {
            sums[place] = sums[place] &+ numbers.elements[k]
        }
        let sizes = keeps ? kept.sizes : shape.sizes.indices.filter { !axes.contains($0) }.map { shape[$0] }
        return .int64(Tensor(shape: Shape(sizes), elements: sums))
    }

    private func mean(_ tensor: TensorObject, _ axes: [Int]?, _ keeps: Bool, _ type: ElementType?) throws(Fault)
        -> TensorObject
    {
        let tensor = try type.map { (type) throws(Fault) in try converted(tensor, to: type) } ?? tensor
        guard tensor.type.isFloat else {
            throw .python(
                .runtime,
                "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: \(tensor.type.scalarTypeName)"
            )
        }
        let along = axes ?? Array(0..<tensor.shape.rank)
        let count = along.reduce(1) { $0 * tensor.shape[$1] }
        let value: ArrayValues
        switch tensor.values {
        case .float32(let x): value = .float32(x.cascadeSum(axes: along, keepsAxes: keeps).map { $0 / Float(count) })
        case let x: value = .float64(x.doubles.cascadeSum(axes: along, keepsAxes: keeps).map { $0 / Double(count) })
        }
        return try recorded(
            .mean(axes: along), axes == nil && !keeps ? "MeanBackward0" : "MeanBackward1", [tensor], value)
    }

    // MARK: Extremes

    private func extreme(
        _ reduction: TensorReduction, _ tensor: TensorObject, _ axes: [Int]?, _ keeps: Bool
    ) throws(Fault) -> Value {
        let isMaximum = reduction == .max
        let name = isMaximum ? "MaxBackward" : "MinBackward"
        guard let axis = axes?.first else {
            if tensor.shape.count == 0 {
                throw .python(
                    .runtime,
                    "\(reduction.rawValue)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                )
            }
            let flat = TensorObject(tensor.values.reshapedFreely([tensor.shape.count]))
            let place = try places(isMaximum, flat, 0, false).elements
            return .tensor(try recorded(.extreme, name + "1", [tensor], tensor.values.picked(place, [])))
        }
        let places = try places(isMaximum, tensor, axis, keeps)
        let (rows, columns) = (tensor.shape[axis], Shape(Array(tensor.shape.sizes[(axis + 1)...])).count)
        let picked = places.elements.enumerated().map { k, row in
            (k / columns * rows + row) * columns + k % columns
        }
        let values = try recorded(.pick(picked), name + "0", [tensor], tensor.values.picked(picked, places.shape))
        return .torch(
            TorchObject(
                .extremes(
                    name: reduction.rawValue, values: values, places: TensorObject(.int64(places.map { Int64($0) })))))
    }

    /// The place of the first extreme element of each line; NaN is the most extreme.
    private func places(
        _ isMaximum: Bool, _ tensor: TensorObject, _ axis: Int, _ keeps: Bool
    ) throws(Fault) -> Tensor<Int> {
        let shape = tensor.shape
        if shape[axis] == 0 {
            throw .python(
                .index, "\(isMaximum ? "max" : "min")(): Expected reduction dim \(decimal(axis)) to have non-zero size."
            )
        }
        let (rows, columns) = (shape[axis], Shape(Array(shape.sizes[(axis + 1)...])).count)
        var found: [Int] = []
        func search<T>(_ elements: [T], _ isBetter: (T, T) -> Bool) {
            for line in 0..<(shape.count / rows) {
                let start = line / columns * rows * columns + line % columns
                var best = 0
                for row in 1..<max(rows, 1)
                where isBetter(elements[start + row * columns], elements[start + best * columns]) {
                    best = row
                }
                found.append(best)
            }
        }
        if case .int64(let numbers) = tensor.values {
            search(numbers.elements) { isMaximum ? $0 > $1 : $0 < $1 }
        } else {
            search(tensor.values.doubles.elements) { a, b in
                !b.isNaN && (a.isNaN || (isMaximum ? a > b : a < b))
            }
        }
        return Tensor(shape: shape.reduced(axis, keepsAxis: keeps), elements: found)
    }
}
