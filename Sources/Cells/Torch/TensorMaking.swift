import Tensors

extension Interpreter {
    /// `torch.tensor(data, dtype=…, requires_grad=…)`
    func makeTensor(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["data", "dtype", "requires_grad"], required: 1)
        let values = try tensorData(arguments[0] ?? .none, as: try call.torchType(arguments[1]))
        return try finished(TensorObject(values), requires: arguments[2])
    }

    /// A new tensor, made a leaf when asked to.
    func finished(_ tensor: TensorObject, requires: Value?) throws(Fault) -> Value {
        if let requires, try truth(requires) {
            if !tensor.type.isFloat {
                throw .python(.runtime, "Only Tensors of floating point and complex dtype can require gradients")
            }
            tensor.setRequiresGradient(true, number: torch.nextNumber())
        }
        return .tensor(tensor)
    }

    /// The elements of nested data in a type; without one Python's floats become float32.
    private func tensorData(_ data: Value, as type: ElementType?) throws(Fault) -> ArrayValues {
        switch data {
        case .tensor(let tensor):
            try make(tensor.shape.count)
            return type.map { tensor.values.converted(to: $0) } ?? tensor.values
        case .array, .scalar:
            let values = try arrayValues(of: data)
            try make(values.shape.count)
            return type.map { values.converted(to: $0) } ?? values
        case .bool(let flag): return .filled(.int(flag ? 1 : 0), [], type ?? .bool)
        case .int(let number): return .filled(.int(number), [], type ?? .int64)
        case .float(let number): return .filled(.float(number), [], type ?? .float32)
        case .list, .tuple, .range: return try nestedData(data, as: type)
        case .torch(let object) where object.items != nil: return try nestedData(data, as: type)
        case .string: throw .python(.type, "new(): invalid data type 'str'")
        default: throw .python(.runtime, "Could not infer dtype of \(data.typeName)")
        }
    }

    private func nestedData(_ data: Value, as type: ElementType?) throws(Fault) -> ArrayValues {
        let sizes = try nestedSizes(data)
        if sizes.count > 64 { throw Fault(.limit, "a tensor has at most 64 axes") }
        let shape = try tensorShape(sizes)
        try make(shape.boundedCount)
        var leaves: [Value] = []
        try flatten(data, sizes[...], depth: 0, into: &leaves)
        var found = ElementType?.none
        for leaf in leaves {
            let own: ElementType
            switch leaf {
            case .bool: own = .bool
            case .int: own = .int64
            case .float: own = .float32
            case .scalar(let scalar): own = scalar.type
            case .tensor(let tensor): own = tensor.type
            case .string: throw Fault.outside(.type, "a tensor holds numbers, not a 'str'")
            default: throw .python(.type, "new(): invalid data type '\(leaf.typeName)'")
            }
            found = found?.torchPromoted(with: own) ?? own
        }
        return ArrayValues.numbers(leaves.map { $0.elementNumber }, shape, type ?? found ?? .float32)
    }

    /// The shape of nested data, by its first items.
    private func nestedSizes(_ data: Value) throws(Fault) -> [Int] {
        var sizes: [Int] = []
        var current = data
        while let items = try rows(current) {
            if sizes.count > 64 { throw .python(.value, "too many dimensions '\(data.typeName)'") }
            sizes.append(items.count)
            guard let first = items.first else { break }
            current = first
        }
        return sizes
    }

    private func rows(_ data: Value) throws(Fault) -> [Value]? {
        switch data {
        case .list, .tuple, .range: return try items(of: data)
        case .torch(let object): return object.items
        case .array(let array) where array.values.shape.rank > 0: return try items(of: data)
        case .tensor(let tensor) where tensor.shape.rank > 0: return try tensorParts(tensor)
        default: return nil
        }
    }

    private func flatten(_ data: Value, _ sizes: ArraySlice<Int>, depth: Int, into leaves: inout [Value]) throws(Fault)
    {
        try step()
        guard let size = sizes.first else {
            if try rows(data) != nil {
                throw Fault.outside(
                    .value, "the rows of a tensor must be alike: this one is nested deeper than the first")
            }
            leaves.append(data)
            return
        }
        if case .tensor(let tensor) = data, tensor.shape.rank > 0, tensor.shape.count > 1, depth > 0 {
            throw .python(.value, "only one element tensors can be converted to Python scalars")
        }
        guard let items = try rows(data) else {
            if case .string = data { throw Fault.outside(.type, "a tensor holds numbers, not a 'str'") }
            throw .python(
                .type,
                data.number == nil
                    ? "new(): invalid data type '\(data.typeName)'"
                    : "expected sequence of length \(decimal(size)) at dim \(decimal(depth)) (got a number)")
        }
        if items.count != size {
            throw .python(
                .value,
                "expected sequence of length \(decimal(size)) at dim \(decimal(depth)) (got \(decimal(items.count)))")
        }
        for item in items { try flatten(item, sizes.dropFirst(), depth: depth + 1, into: &leaves) }
    }

    // MARK: Filled tensors

    /// `zeros ones empty full`
    func filledTensor(_ name: String, _ call: Call) throws(Fault) -> Value {
        var arguments = call
        let hasFill = name == "full"
        if !hasFill {
            arguments = try call.withSizesTogether(otherwise: "size")
        }
        let parameters =
            hasFill ? ["size", "fill_value", "dtype", "requires_grad"] : ["size", "dtype", "requires_grad"]
        let bound = try arguments.bound(parameters, required: hasFill ? 2 : 1)
        let shape = try call.torchShape(bound[0] ?? .none)
        try make(shape.boundedCount)
        var number = name == "ones" ? Number.int(1) : .int(0)
        var type = ElementType.float32
        if hasFill {
            guard let fill = bound[1], let operand = tensorOperand(fill), operand.tensor.shape.rank == 0 else {
                throw Fault.outside(.type, "full() takes a number as 'fill_value'")
            }
            number = operand.number ?? operand.tensor.values.scalar(at: 0).number
            type = operand.tensor.type
        }
        let chosen = try call.torchType(bound[parameters.count - 2]) ?? type
        return try finished(TensorObject(.filled(number, shape, chosen)), requires: bound[parameters.count - 1])
    }

    /// `zeros_like ones_like full_like empty_like`
    func tensorLike(_ name: String, _ call: Call) throws(Fault) -> Value {
        let hasFill = name == "full_like"
        let parameters = (hasFill ? ["input", "fill_value"] : ["input"]) + ["dtype", "requires_grad"]
        let bound = try call.bound(parameters, required: hasFill ? 2 : 1)
        let model = try call.tensor(bound[0], 1)
        try make(model.shape.count)
        var number = name == "ones_like" ? Number.int(1) : .int(0)
        if hasFill {
            guard let given = bound[1]?.anyNumber else {
                throw Fault.outside(.type, "full_like() takes a number as 'fill_value'")
            }
            number = given
        }
        let type = try call.torchType(bound[parameters.count - 2]) ?? model.type
        return try finished(TensorObject(.filled(number, model.shape, type)), requires: bound[parameters.count - 1])
    }

    func eyeTensor(_ call: Call) throws(Fault) -> Value {
        let bound = try call.bound(["n", "m", "dtype", "requires_grad"], required: 1)
        guard let rows = bound[0]?.index, rows >= 0, let columns = bound[1]?.index ?? bound[0]?.index, columns >= 0
        else {
            throw Fault.outside(.type, "eye() takes whole numbers that are not negative")
        }
        let shape = Shape([try Int(size: rows), try Int(size: columns)])
        try make(shape.boundedCount)
        let numbers = (0..<shape.count).map { Number.int($0 / max(shape[1], 1) == $0 % max(shape[1], 1) ? 1 : 0) }
        return try finished(
            TensorObject(.numbers(numbers, shape, try call.torchType(bound[2]) ?? .float32)), requires: bound[3])
    }

    /// `torch.arange(start, end, step)`: whole numbers from whole numbers, else float32.
    func arangeTensor(_ call: Call) throws(Fault) -> Value {
        var call = call
        if call.placed.count == 1 {
            call = Call(
                function: call.function, placed: [.int(0)] + call.placed, named: call.named,
                interpreter: call.interpreter)
        }
        let bound = try call.bound(["start", "end", "step", "dtype", "requires_grad"], required: 2)
        var numbers: [Number] = []
        for argument in bound[..<3] {
            guard let number = (argument ?? .int(1)).anyNumber else {
                throw Fault.outside(.type, "arange() takes numbers, not a '\(argument?.typeName ?? "NoneType")'")
            }
            numbers.append(number)
        }
        let (start, end, step) = (numbers[0], numbers[1], numbers[2])
        if step.double == 0 { throw .python(.runtime, "step must be nonzero") }
        if (step.double > 0) != (end.double >= start.double), end.double != start.double {
            throw .python(.runtime, "upper bound and lower bound inconsistent with step sign")
        }
        let count = ((end.double - start.double) / step.double).rounded(.up)
        guard count < 1e15 else { throw Interpreter.tooMany(Int64.max) }
        try make(Int64(count))
        let isWhole = numbers.allSatisfy { if case .int = $0 { true } else { false } }
        let type = try call.torchType(bound[3]) ?? (isWhole ? .int64 : .float32)
        let made = (0..<Int(count)).map { place -> Number in
            if case .int(let first) = start, case .int(let stride) = step {
                return .int(first &+ Int64(place) &* stride)
            }
            return .float(start.double + Double(place) * step.double)
        }
        return try finished(TensorObject(.numbers(made, [made.count], type)), requires: bound[4])
    }

    /// `torch.linspace(start, end, steps)`: from both ends to the middle, as PyTorch does it.
    func linspaceTensor(_ call: Call) throws(Fault) -> Value {
        let bound = try call.bound(["start", "end", "steps", "dtype", "requires_grad"], required: 3)
        guard let start = bound[0]?.anyNumber?.double, let end = bound[1]?.anyNumber?.double,
            let written = bound[2]?.index,
            written >= 0
        else { throw Fault.outside(.type, "linspace() takes two numbers and how many there shall be") }
        let count = try Int(size: written)
        try make(count)
        let type = try call.torchType(bound[3]) ?? .float32
        func spaced<R: Real>(_ from: R, _ to: R) -> Tensor<R> {
            let step = count > 1 ? (to - from) / R(count - 1) : 0
            return Tensor((0..<count).map { $0 < count / 2 ? from + step * R($0) : to - step * R(count - 1 - $0) })
        }
        let values =
            type == .float32
            ? ArrayValues.float32(count == 1 ? Tensor([Float(start)]) : spaced(Float(start), Float(end)))
            : ArrayValues.float64(count == 1 ? Tensor([start]) : spaced(start, end)).converted(to: type)
        return try finished(TensorObject(values), requires: bound[4])
    }
}

extension ArrayValues {
    /// Numbers as elements of a type.
    static func numbers(_ numbers: [Number], _ shape: Shape, _ type: ElementType) -> ArrayValues {
        switch type {
        case .bool: .bool(Tensor(shape: shape, elements: numbers.map { $0.double != 0 }))
        case .int64: .int64(Tensor(shape: shape, elements: numbers.map { $0.truncated }))
        case .float32: .float32(Tensor(shape: shape, elements: numbers.map { Float($0.double) }))
        case .float64: .float64(Tensor(shape: shape, elements: numbers.map { $0.double }))
        }
    }
}

extension Value {
    /// The number an item of nested data is.
    fileprivate var elementNumber: Number {
        if case .tensor(let tensor) = self { return tensor.values.scalar(at: 0).number }
        return anyNumber ?? .int(0)
    }
}

extension Call {
    /// The tensor given as an argument.
    func tensor(_ value: Value?, _ position: Int, _ name: String = "input") throws(Fault) -> TensorObject {
        if case .tensor(let tensor)? = value { return tensor }
        let short = function.utf8.split(separator: 0x2E).last.map { String(decoding: $0, as: UTF8.self) } ?? function
        throw .python(
            .type,
            "\(short)(): argument '\(name)' (position \(decimal(position))) must be Tensor, not \((value ?? .none).typeName)"
        )
    }

    /// The element type given as `dtype`.
    func torchType(_ value: Value?) throws(Fault) -> ElementType? {
        guard let value, !value.isNone else { return nil }
        if case .torch(let object) = value, case .type(let type) = object.kind { return type }
        throw Fault.outside(.type, "\(function)(): 'dtype' is torch.float32, torch.float64, torch.int64 or torch.bool")
    }

    func torchShape(_ value: Value) throws(Fault) -> Shape {
        var sizes: [Int] = []
        let written = value.index == nil ? try sizeItems(value) : [value]
        for item in written {
            guard let size = item.index else { throw badSize(item) }
            if size < 0 {
                throw .python(
                    .runtime, "Trying to create tensor with negative dimension \(decimal(size)): [\(decimal(size))]")
            }
            sizes.append(try Int(size: size))
        }
        return try interpreter.tensorShape(sizes)
    }

    private func sizeItems(_ value: Value) throws(Fault) -> [Value] {
        switch value {
        case .list, .tuple, .torch: return try interpreter.items(of: value)
        default: throw badSize(value)
        }
    }

    private func badSize(_ value: Value) -> Fault {
        let short = function.utf8.split(separator: 0x2E).last.map { String(decoding: $0, as: UTF8.self) } ?? function
        return .python(.type, "\(short)(): argument 'size' (position 1) must be tuple of ints, not \(value.typeName)")
    }

    /// Sizes given one by one become one tuple: `zeros(2, 3)` as `zeros((2, 3))`.
    func withSizesTogether(otherwise name: String) throws(Fault) -> Call {
        if placed.isEmpty || (placed.count == 1 && placed[0].index == nil) { return self }
        return Call(
            function: function, placed: [.tuple(placed)], named: named, interpreter: interpreter, receiver: receiver)
    }
}
