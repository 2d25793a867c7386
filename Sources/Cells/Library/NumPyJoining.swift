import Tensors

/// The functions of NumPy that put arrays together and take them apart.
enum NumPyJoining: String, CaseIterable {
    case concatenate, stack, vstack, hstack, column_stack
    case tile, `repeat`, split, array_split, append, meshgrid

    func call(_ call: Call) throws(Fault) -> Value {
        switch self {
        case .concatenate:
            let arguments = try call.arguments(["arrays", "axis"])
            let parts = try arrays(arguments.value(0), call)
            if arguments.values[1]?.isNone == true {
                return .array(try call.interpreter.joined(parts.map { $0.flat }, along: 0))
            }
            return .array(try joined(parts, axis: arguments[1] ?? .int(0), call))
        case .stack: return try stacked(call)
        case .vstack:
            let parts = try arrays(try call.exactly(1)[0], call)
            return .array(
                try call.interpreter.joined(
                    parts.map { $0.rank == 0 ? $0.expanded(at: [0, 1]) : $0.rank == 1 ? $0.expanded(at: [0]) : $0 },
                    along: 0))
        case .hstack:
            let parts = try arrays(try call.exactly(1)[0], call).map { $0.rank == 0 ? $0.flat : $0 }
            return .array(try call.interpreter.joined(parts, along: parts[0].rank == 1 ? 0 : 1))
        case .column_stack:
            let parts = try arrays(try call.exactly(1)[0], call)
            return .array(
                try call.interpreter.joined(parts.map { $0.rank < 2 ? $0.flat.expanded(at: [1]) : $0 }, along: 1))
        case .tile: return try tiled(call)
        case .repeat: return try repeated(call)
        case .split, .array_split: return try split(call)
        case .append:
            let arguments = try call.arguments(["arr", "values", "axis"], required: 2)
            let (array, values) = (try arguments.array(0), try arguments.array(1))
            guard let axis = arguments[2] else {
                return .array(try call.interpreter.joined([array.flat, values.flat], along: 0))
            }
            return .array(try joined([array, values], axis: axis, call))
        case .meshgrid: return try grid(call)
        }
    }

    private func arrays(_ value: Value, _ call: Call) throws(Fault) -> [ArrayObject] {
        var arrays: [ArrayObject] = []
        for item in try call.interpreter.items(of: value) {
            try call.interpreter.step(2)
            arrays.append(try call.interpreter.array(of: item))
        }
        if arrays.isEmpty {
            throw Fault(
                .value, "\(call.function)() needs something to join",
                python: "need at least one array to \(self == .stack ? "stack" : "concatenate")")
        }
        return arrays
    }

    private func joined(_ parts: [ArrayObject], axis: Value, _ call: Call) throws(Fault) -> ArrayObject {
        try call.interpreter.joined(
            parts, along: try call.interpreter.axis(axis, rank: max(parts[0].rank, 1), of: parts[0]))
    }

    /// Arrays of one shape side by side along a new axis.
    private func stacked(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["arrays", "axis"])
        let parts = try arrays(arguments.value(0), call)
        for part in parts where part.sizes != parts[0].sizes {
            throw Fault(
                .value,
                "np.stack() takes arrays of one shape, not \(parts[0].sizes.description) and \(part.sizes.description)",
                python: "all input arrays must have the same shape")
        }
        if parts[0].rank == Axes.limit { throw Interpreter.tooManyAxes }
        let axis = try arguments.axis(1, of: parts[0], rank: parts[0].rank + 1) ?? 0
        return .array(try call.interpreter.joined(parts.map { $0.expanded(at: [axis]) }, along: axis))
    }

    /// An array over and over along each axis.
    private func tiled(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["A", "reps"], required: 2)
        var array = try arguments.array(0)
        var counts = try arguments.sizes(1).list
        while counts.count < array.rank { counts.insert(1, at: 0) }
        while array.rank < counts.count { array = array.expanded(at: [0]) }
        if array.rank == 0 { return .array(array.copied()) }
        for axis in array.sizes.indices where counts[axis] != 1 {
            array = try call.interpreter.joined(array, times: counts[axis], along: axis)
        }
        return .array(array.copied())
    }

    /// Every element, or every part along an axis, several times.
    private func repeated(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["a", "repeats", "axis"], required: 2)
        var array = try arguments.array(0)
        if array.rank == 0 { array = array.flat }
        let axis = try arguments.axis(2, of: array)
        if axis == nil { array = array.flat }
        let (along, length) = (axis ?? 0, array.sizes[axis ?? 0])
        var counts = try call.wholeNumbers(arguments.value(1))
        if counts.count == 1 { counts = Array(repeating: counts[0], count: length) }
        if counts.count != length || counts.contains(where: { $0 < 0 }) {
            throw Fault(
                .value, "np.repeat() takes a number of times, or one for each of the \(length) parts",
                python: counts.count == length
                    ? "repeats may not contain negative values."
                    : "operands could not be broadcast together with shape (\(length),) (\(counts.count),)")
        }
        var sizes = array.sizes
        var total = Int64(0)
        for count in counts { total = total.addingReportingOverflow(count).overflow ? Int64.max : total + count }
        sizes[along] = try Int(size: total)
        let result = try call.interpreter.made(array.type, sizes)
        var place = 0
        for (number, count) in counts.enumerated() where count > 0 {
            result.cut(along, from: place, to: place + Int(count)).assign(
                array.cut(along, from: number, to: number + 1))
            place += Int(count)
        }
        return .array(result)
    }

    /// The parts of an array along an axis: so many of them, or cut at the places given.
    private func split(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["ary", "indices_or_sections", "axis"], required: 2)
        let array = try arguments.array(0)
        let written = arguments[2] ?? .int(0)
        if let number = written.index, number < -Int64(array.rank) || number >= Int64(array.rank) {
            throw Fault(
                .index, "an array of shape \(array.sizes.description) has no axis \(number)",
                python: "tuple index out of range")
        }
        let axis = try call.interpreter.axis(written, rank: array.rank, of: array)
        let length = array.sizes[axis]
        var bounds: [Int] = [0]
        if let sections = arguments.value(1).index {
            if sections <= 0 || (self == .split && Int64(length) % sections != 0) {
                throw Fault(
                    .value, "an axis of \(length) elements cannot be split into \(sections) equal parts",
                    python: self == .split && sections != 0
                        ? "array split does not result in an equal division"
                        : "number sections must be larger than 0.")
            }
            try call.interpreter.make(sections)
            let (size, longer) = (length / Int(sections), length % Int(sections))
            for part in 0..<Int(sections) { bounds.append((bounds.last ?? 0) + size + (part < longer ? 1 : 0)) }
        } else {
            for place in try call.wholeNumbers(arguments.value(1)) {
                let (first, count, _) = SliceValue(start: nil, stop: place, step: nil).bounds.places(in: length)
                bounds.append(first + count)
            }
            bounds.append(length)
        }
        return .list(
            of: bounds.indices.dropLast().map { number in
                .array(array.cut(axis, from: bounds[number], to: max(bounds[number], bounds[number + 1])))
            })
    }

    /// The coordinates of a grid.
    private func grid(_ call: Call) throws(Fault) -> Value {
        var byRows = false
        for argument in call.named {
            guard argument.name == "indexing", case .string(let order) = argument.value, order == "ij" || order == "xy"
            else {
                throw Fault(
                    .type, "np.meshgrid() has no argument '\(argument.name)' of this kind", at: argument.range,
                    isOutside: call.libraryTakes(argument.name))
            }
            byRows = order == "ij"
        }
        var sizes = Axes()
        var lines: [ArrayObject] = []
        for value in call.placed.prefix(Axes.limit) {
            lines.append(try call.interpreter.array(of: value).flat)
            sizes.append(lines[lines.count - 1].count)
        }
        let exchanges = !byRows && lines.count > 1
        if exchanges { (sizes[0], sizes[1]) = (sizes[1], sizes[0]) }
        var results: [Value] = []
        for (number, line) in lines.enumerated() {
            let axis = exchanges && number < 2 ? 1 - number : number
            var shape = Axes(repeating: 1, count: lines.count)
            shape[axis] = line.count
            let result = try call.interpreter.made(line.type, sizes)
            result.assign(line.reshaped(shape))
            results.append(.array(result))
        }
        return .tuple(results)
    }
}

extension Interpreter {
    /// Arrays one behind the other along an axis.
    func joined(_ parts: [ArrayObject], along axis: Int) throws(Fault) -> ArrayObject {
        guard let first = parts.first, first.rank > 0 else {
            throw Fault(
                .value, "arrays without axes cannot be joined; use np.stack",
                python: "zero-dimensional arrays cannot be concatenated")
        }
        var (sizes, type) = (first.sizes, first.type)
        var length = Int64(0)
        for (number, part) in parts.enumerated() {
            var expected = first.sizes
            if part.rank == expected.count, axis < part.rank { expected[axis] = part.sizes[axis] }
            if part.sizes != expected || axis >= part.rank {
                throw Fault(
                    .value,
                    "shapes \(first.sizes.description) and \(part.sizes.description) do not fit together along axis \(axis)",
                    python: Interpreter.mismatch(first.sizes, part.sizes, number, axis))
            }
            length += Int64(part.sizes[axis])
            type = type.promoted(with: part.type)
        }
        sizes[axis] = try Int(size: length)
        let result = try made(type, sizes)
        var place = 0
        for part in parts {
            let end = place + part.sizes[axis]
            result.cut(axis, from: place, to: end).assign(part)
            place = end
        }
        return result
    }

    /// NumPy's words for arrays that cannot be joined.
    private static func mismatch(_ first: Axes, _ other: Axes, _ number: Int, _ axis: Int) -> String? {
        if first.count != other.count {
            return "all the input arrays must have same number of dimensions, but the array at index 0 has "
                + "\(first.count) dimension(s) and the array at index \(number) has \(other.count) dimension(s)"
        }
        guard let place = first.indices.first(where: { $0 != axis && first[$0] != other[$0] }) else { return nil }
        return "all the input array dimensions except for the concatenation axis must match exactly, but along "
            + "dimension \(place), the array at index 0 has size \(first[place]) "
            + "and the array at index \(number) has size \(other[place])"
    }

    func joined(_ array: ArrayObject, times count: Int, along axis: Int) throws(Fault) -> ArrayObject {
        var sizes = array.sizes
        let (length, overflow) = sizes[axis].multipliedReportingOverflow(by: count)
        sizes[axis] = overflow ? Int.max : length
        let result = try made(array.type, sizes)
        let step = array.sizes[axis]
        for number in 0..<(step == 0 ? 0 : count) {
            result.cut(axis, from: number * step, to: (number + 1) * step).assign(array)
        }
        return result
    }
}
