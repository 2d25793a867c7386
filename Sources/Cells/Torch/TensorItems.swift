import Networks
import Tensors

/// What the brackets behind a tensor pick.
enum TensorIndex {
    /// A part that can be seen in place: the change of places and PyTorch's name of the way back.
    case part(name: String, (TensorPlaces) -> TensorPlaces)
    /// Elements by their places in row-major order, in a shape.
    case elements([Int], Shape)
}

extension Interpreter {
    /// `tensor[index]`
    func tensorItem(of tensor: TensorObject, at index: Value) throws(Fault) -> Value {
        switch try tensorIndex(index, of: tensor.shape) {
        case .part(let name, let change): return .tensor(try view(tensor, name, change))
        case .elements(let places, let shape):
            try make(places.count)
            return .tensor(
                try recorded(.pick(places), "IndexBackward0", [tensor], tensor.values.picked(places, shape)))
        }
    }

    /// `tensor[index] = value`
    func assignTensorItem(_ tensor: TensorObject, at index: Value, to value: Value) throws(Fault) {
        guard let operand = tensorOperand(value) else {
            if case .array = value {
                throw Fault.outside(.type, "make a tensor of the array by torch.from_numpy before it is assigned")
            }
            throw .python(.type, "can't assign a \(value.typeName) to a \(tensor.type.tensorName)")
        }
        let (places, shape): ([Int], Shape)
        switch try tensorIndex(index, of: tensor.shape) {
        case .part(_, let change):
            let part = change(TensorPlaces(tensor.shape))
            (places, shape) = (part.all, part.shape)
        case .elements(let picked, let pickedShape): (places, shape) = (picked, pickedShape)
        }
        try make(places.count)
        try step(tensor.shape.count / 256)
        let given =
            operand.number == nil
            ? try converted(operand.tensor, to: tensor.type) : try converted(operand, to: tensor.type)
        let source = try stretched(given, to: shape)
        try changeInPlace(tensor, isPart: true, by: [source]) { () throws(Fault) in
            let old = TensorObject(tensor.values)
            old.node = tensor.node
            let value = tensor.values.reshapedFreely([tensor.shape.count])
                .replacing(places, with: source.values.reshapedFreely([places.count])).reshapedFreely(tensor.shape)
            return try self.recorded(.replace(places), "CopySlices", [old, source], value)
        }
    }

    /// A source stretched to the part it is assigned to; axes of size 1 in front may go.
    private func stretched(_ source: TensorObject, to shape: Shape) throws(Fault) -> TensorObject {
        var source = source
        while source.shape.rank > shape.rank, source.shape[0] == 1 {
            source = try view(source, "SqueezeBackward1") { places in
                TensorPlaces(
                    shape: Shape(Array(places.shape.sizes.dropFirst())), strides: Array(places.strides.dropFirst()),
                    start: places.start)
            }
        }
        if source.shape == shape { return source }
        if source.shape.rank > shape.rank {
            throw .python(
                .runtime,
                "expand(\(source.type.tensorName){\(source.shape.listText)}, size=\(shape.listText)): the number of sizes provided (\(decimal(shape.rank))) must be greater or equal to the number of dimensions in the tensor (\(decimal(source.shape.rank)))"
            )
        }
        guard Shape.common(source.shape, shape) == shape else {
            throw Fault(
                .runtime,
                "a tensor of shape \(source.shape.listText) cannot be assigned to a part of shape \(shape.listText)")
        }
        return try expanded(source, shape.sizes)
    }

    // MARK: Reading an index

    func tensorIndex(_ index: Value, of shape: Shape) throws(Fault) -> TensorIndex {
        var entries = [index]
        if case .tuple(let items) = index { entries = items }
        for entry in entries {
            switch entry {
            case .tensor(let tensor) where tensor.shape.rank > 0 || tensor.type == .bool:
                return try advanced(entries, shape)
            case .list, .array: return try advanced(entries, shape)
            case .bool: throw Fault.outside(.type, "a bool as an index is not part of the cell language")
            default: break
            }
        }
        return try basic(entries, shape, isSingle: index.isSlice)
    }

    private func basic(_ entries: [Value], _ shape: Shape, isSingle: Bool) throws(Fault) -> TensorIndex {
        let used = entries.filter { !$0.isNone && !$0.isEllipsis }.count
        if shape.rank == 0, used > 0 {
            throw .python(
                .index,
                "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number"
            )
        }
        if used > shape.rank {
            throw .python(.index, "too many indices for tensor of dimension \(decimal(shape.rank))")
        }
        var steps: [AxisStep] = []
        var (axis, name, hasEllipsis) = (0, "AliasBackward0", false)
        for entry in entries {
            switch entry {
            case .none:
                steps.append(.new)
                name = "UnsqueezeBackward0"
            case .ellipsis:
                if hasEllipsis { throw .python(.index, "an index can only have a single ellipsis ('...')") }
                hasEllipsis = true
                for _ in used..<shape.rank {
                    steps.append(.slice(0, shape[axis], 1))
                    axis += 1
                }
            case .slice(let slice):
                if let step = slice.step, step <= 0 { throw .python(.value, "step must be greater than zero") }
                let places = slice.bounds.places(in: shape[axis])
                steps.append(.slice(places))
                if isSingle || places.count != shape[axis] { name = "SliceBackward0" }
                axis += 1
            default:
                steps.append(.at(try place(entry, shape[axis], axis)))
                name = "SelectBackward0"
                axis += 1
            }
        }
        return .part(name: name) { $0.applying(steps) }
    }

    private func place(_ entry: Value, _ size: Int, _ axis: Int) throws(Fault) -> Int {
        var written = entry.index
        if case .tensor(let tensor) = entry, case .int64(let numbers) = tensor.values { written = numbers.elements[0] }
        guard let written else {
            if case .string = entry { throw .python(.type, "new(): invalid data type 'str'") }
            throw Fault.outside(.type, "an index of a tensor is a whole number or a slice, not \(entry.quotedType)")
        }
        let place = written < 0 ? written + Int64(size) : written
        guard place >= 0, place < size else {
            throw .python(
                .index,
                "index \(decimal(written)) is out of bounds for dimension \(decimal(axis)) with size \(decimal(size))")
        }
        return Int(place)
    }

    /// One list, tensor of whole numbers or mask among slices.
    private func advanced(_ entries: [Value], _ shape: Shape) throws(Fault) -> TensorIndex {
        var steps: [AxisStep] = []
        var picked: (axis: Int, places: Tensor<Int>, axes: Int)?
        var axis = 0
        for entry in entries {
            switch entry {
            case .tensor, .list, .array:
                if picked != nil {
                    throw Fault.outside(.type, "two lists in one index are not part of the cell language")
                }
                picked = try chosen(entry, shape, axis)
                axis += picked?.axes ?? 0
            case .slice(let slice):
                if axis >= shape.rank { break }
                let places = slice.bounds.places(in: shape[axis])
                steps.append(.slice(places))
                axis += 1
            default: throw Fault.outside(.type, "beside a list, an index of a tensor holds only slices here")
            }
        }
        guard let picked, axis <= shape.rank else {
            throw .python(.index, "too many indices for tensor of dimension \(decimal(shape.rank))")
        }
        // Axes before, chosen places, axes behind; the chosen axes lie flat between them.
        let chosenSize = Shape(Array(shape.sizes[picked.axis..<(picked.axis + picked.axes)])).count
        let flat = Shape(
            Array(shape.sizes[..<picked.axis]) + [chosenSize] + Array(shape.sizes[(picked.axis + picked.axes)...]))
        steps.insert(.slice(0, chosenSize, 1), at: picked.axis)
        let cut = TensorPlaces(flat).applying(steps)
        let target = Shape(
            Array(cut.shape.sizes[..<picked.axis]) + picked.places.shape.sizes
                + Array(cut.shape.sizes[(picked.axis + 1)...]))
        try make(target.boundedCount)
        let front = TensorPlaces(
            shape: Shape(Array(cut.shape.sizes[..<picked.axis])), strides: Array(cut.strides[..<picked.axis]))
        let back = TensorPlaces(
            shape: Shape(Array(cut.shape.sizes[(picked.axis + 1)...])),
            strides: Array(cut.strides[(picked.axis + 1)...]))
        let backPlaces = back.all
        var all: [Int] = []
        for outer in front.all {
            for place in picked.places.elements {
                let start = cut.start + outer + place * cut.strides[picked.axis]
                for inner in backPlaces { all.append(start + inner) }
            }
        }
        return .elements(all, target)
    }

    /// The places a list or a mask chooses along axes that are counted together.
    private func chosen(_ entry: Value, _ shape: Shape, _ axis: Int) throws(Fault) -> (Int, Tensor<Int>, Int) {
        let values: ArrayValues
        if case .tensor(let tensor) = entry { values = tensor.values } else { values = try arrayValues(of: entry) }
        switch values {
        case .bool(let mask):
            let end = axis + mask.shape.rank
            guard end <= shape.rank, Array(shape.sizes[axis..<end]) == mask.shape.sizes else {
                throw .python(
                    .index,
                    "The shape of the mask \(mask.shape.listText) at index 0 does not match the shape of the indexed tensor \(shape.listText) at index 0"
                )
            }
            return (axis, Tensor(mask.elements.indices.filter { mask.elements[$0] }), mask.shape.rank)
        case .int64(let numbers):
            guard axis < shape.rank else {
                throw .python(.index, "too many indices for tensor of dimension \(decimal(shape.rank))")
            }
            var places: [Int] = []
            for number in numbers.elements { places.append(try place(.int(number), shape[axis], axis)) }
            return (axis, Tensor(shape: numbers.shape, elements: places), 1)
        default:
            throw .python(.index, "tensors used as indices must be long, int, byte or bool tensors")
        }
    }
}

/// What an index does to one axis.
enum AxisStep {
    case at(Int)
    case slice(_ first: Int, _ count: Int, _ step: Int)
    case new

    /// A step beyond memory leads nowhere.
    static func slice(_ places: (first: Int, count: Int, step: Int)) -> AxisStep {
        .slice(places.count == 0 ? 0 : places.first, places.count, places.count > 1 ? places.step : 1)
    }
}

extension TensorPlaces {
    /// The part that an index picks, one step an axis; further axes stay whole.
    func applying(_ steps: [AxisStep]) -> TensorPlaces {
        var result = TensorPlaces(shape: [], strides: [], start: start)
        var axis = 0
        for step in steps {
            switch step {
            case .new:
                result.shape.sizes.append(1)
                result.strides.append(0)
            case .at(let place):
                result.start += place * strides[axis]
                axis += 1
            case .slice(let first, let count, let step):
                result.start += first * strides[axis]
                result.shape.sizes.append(count)
                result.strides.append(step * strides[axis])
                axis += 1
            }
        }
        result.shape.sizes += shape.sizes[axis...]
        result.strides += strides[axis...]
        return result
    }
}

extension Value {
    fileprivate var isSlice: Bool { if case .slice = self { true } else { false } }
    fileprivate var isEllipsis: Bool { if case .ellipsis = self { true } else { false } }
}
