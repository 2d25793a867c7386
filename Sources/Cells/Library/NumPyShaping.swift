import Tensors

/// The functions of NumPy that give an array another shape, most of them as a view.
enum NumPyShaping: String, CaseIterable {
    case reshape, ravel, transpose, swapaxes, moveaxis, expand_dims, squeeze, broadcast_to, atleast_1d, atleast_2d
    case flip, fliplr, flipud, roll
    case shape, ndim, size

    func call(_ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .reshape:
            let arguments = try call.arguments(["a", "shape"], required: 2)
            return .array(try interpreter.reshaped(try arguments.array(0), try call.wholeNumbers(arguments.value(1))))
        case .ravel:
            let array = try single(call)
            if !array.isContiguous { try call.interpreter.make(array.count) }
            return .array(array.flat)
        case .transpose:
            let arguments = try call.arguments(["a", "axes"])
            return .array(try interpreter.transposed(try arguments.array(0), arguments[1], call))
        case .swapaxes, .moveaxis: return .array(try exchanged(call))
        case .expand_dims: return .array(try expanded(call))
        case .squeeze:
            let arguments = try call.arguments(["a", "axis"])
            return .array(try interpreter.squeezed(try arguments.array(0), arguments[1]))
        case .broadcast_to:
            let arguments = try call.arguments(["array", "shape"], required: 2)
            let (array, sizes) = (try arguments.array(0), try arguments.sizes(1))
            guard Axes.common(array.sizes, sizes) == sizes else {
                throw Fault(
                    .value,
                    "an array of shape \(array.sizes.description) cannot be stretched to \(sizes.description)",
                    python: array.rank > sizes.count
                        ? "input operand has more dimensions than allowed by the axis remapping"
                        : "operands could not be broadcast together with remapped shapes [original->remapped]: "
                            + "\(array.sizes.numpyText)  and requested shape \(sizes.numpyText)")
            }
            // NumPy's result cannot be written to; this one is a copy, so that nothing is written twice.
            try interpreter.make(sizes.boundedProduct)
            return .array(array.stretched(to: sizes).copied())
        case .atleast_1d:
            let array = try single(call)
            return .array(array.rank == 0 ? array.flat : array)
        case .atleast_2d:
            let array = try single(call)
            return .array(
                array.rank == 0 ? array.expanded(at: [0, 1]) : array.rank == 1 ? array.expanded(at: [0]) : array)
        case .flip:
            let arguments = try call.arguments(["m", "axis"])
            return .fromNumPy(try flipped(try arguments.array(0), arguments[1], call))
        case .fliplr: return .fromNumPy(try flipped(try single(call), .int(1), call))
        case .flipud: return .fromNumPy(try flipped(try single(call), .int(0), call))
        case .roll: return .array(try rolled(call))
        case .shape: return .tuple(try single(call).sizes.list.map { .count($0) })
        case .ndim: return .count(try single(call).rank)
        case .size:
            let arguments = try call.arguments(["a", "axis"])
            let array = try arguments.array(0)
            return .count(try arguments.axis(1, of: array).map { array.sizes[$0] } ?? array.count)
        }
    }

    private func single(_ call: Call) throws(Fault) -> ArrayObject {
        try call.interpreter.array(of: try call.exactly(1)[0])
    }

    /// `swapaxes` exchanges two axes, `moveaxis` takes one out and puts it elsewhere.
    private func exchanged(_ call: Call) throws(Fault) -> ArrayObject {
        let arguments = try call.arguments(
            self == .swapaxes ? ["a", "axis1", "axis2"] : ["a", "source", "destination"], required: 3)
        let array = try arguments.array(0)
        let roles = self == .swapaxes ? ["axis1: ", "axis2: "] : ["source: ", "destination: "]
        guard let from = try arguments.axis(1, of: array, role: roles[0]),
            let to = try arguments.axis(2, of: array, role: roles[1])
        else {
            throw Fault.outside(.type, "\(call.function)() takes two axes")
        }
        var order = Array(array.sizes.indices)
        if self == .swapaxes { order.swapAt(from, to) } else { order.insert(order.remove(at: from), at: to) }
        return array.transposed(Axes(order))
    }

    private func expanded(_ call: Call) throws(Fault) -> ArrayObject {
        let arguments = try call.arguments(["a", "axis"], required: 2)
        let array = try arguments.array(0)
        let written = try call.wholeNumbers(arguments.value(1))
        let rank = array.rank + written.count
        if rank > Axes.limit { throw Interpreter.tooManyAxes }
        var places: [Int] = []
        for number in written { places.append(try call.interpreter.axis(.int(number), rank: rank, of: array)) }
        places.sort()
        for pair in places.indices.dropFirst() where places[pair] == places[pair - 1] {
            throw Fault(.value, "axis \(places[pair]) is named twice", python: "repeated axis")
        }
        return array.expanded(at: places)
    }

    private func flipped(_ array: ArrayObject, _ axis: Value?, _ call: Call) throws(Fault) -> ArrayObject {
        var turned = Array(array.sizes.indices)
        if let axis {
            turned = []
            for number in try call.wholeNumbers(axis) {
                turned.append(try call.interpreter.axis(.int(number), rank: array.rank, of: array))
            }
        }
        var (strides, start) = (array.strides, 0)
        for axis in turned {
            start += max(array.sizes[axis] - 1, 0) * strides[axis]
            strides[axis] = -strides[axis]
        }
        return ArrayObject(viewOf: array, start: start, array.sizes, strides)
    }

    private func rolled(_ call: Call) throws(Fault) -> ArrayObject {
        let arguments = try call.arguments(["a", "shift", "axis"], required: 2)
        let array = try arguments.array(0)
        let axis = try arguments.axis(2, of: array)
        let source = axis == nil ? array.flat : array
        let along = axis ?? 0
        let result = try call.interpreter.made(array.type, source.sizes)
        let length = source.sizes[along]
        guard length > 0, let shift = try arguments.wholeNumber(1) else { return result.reshaped(array.sizes) }
        let split = Int((-shift % Int64(length) + Int64(length)) % Int64(length))
        result.cut(along, from: 0, to: length - split).assign(source.cut(along, from: split, to: length))
        result.cut(along, from: length - split, to: length).assign(source.cut(along, from: 0, to: split))
        return result.reshaped(array.sizes)
    }
}

extension Interpreter {
    /// The elements in another shape, in which one size may be −1 and is worked out.
    func reshaped(_ array: ArrayObject, _ written: [Int64]) throws(Fault) -> ArrayObject {
        if written.count > Axes.limit { throw Interpreter.tooManyAxes }
        var (sizes, open, known) = (Axes(), -1, Int64(1))
        for number in written {
            if number < -1 || (number == -1 && open >= 0) {
                throw Fault(
                    .value, "in a new shape only one size may be -1", python: "can only specify one unknown dimension")
            }
            if number == -1 {
                open = sizes.count
                sizes.append(1)
            } else {
                let (product, overflow) = known.multipliedReportingOverflow(by: number)
                known = overflow ? Int64.max : product
                sizes.append(try Int(size: number))
            }
        }
        if open >= 0, known > 0 { sizes[open] = Int(Int64(array.count) / known) }
        let fits = known > 0 && sizes.boundedProduct == Int64(array.count)
        if !fits, !(open < 0 && known == 0 && array.count == 0) {
            let parts = written.map { decimal($0) }.joined(separator: ", ")
            // NumPy leaves out an open size in front, and has a word for one further on.
            let known = written.drop { $0 < 0 }.map { $0 < 0 ? "newaxis" : decimal($0) }
            let end = written.count == 1 && known.count == 1 ? "," : ""
            throw Fault(
                .value, "an array of \(array.count) elements cannot have the shape (\(parts))",
                python:
                    "cannot reshape array of size \(array.count) into shape (\(known.joined(separator: ","))\(end))")
        }
        if !array.isContiguous { try make(array.count) }
        return array.reshaped(sizes)
    }

    /// The axes in reverse order, or in the order that a tuple or list gives.
    func transposed(_ array: ArrayObject, _ axes: Value?, _ call: Call) throws(Fault) -> ArrayObject {
        guard let axes else { return array.transposed }
        var order = Axes()
        for number in try call.wholeNumbers(axes).prefix(Axes.limit) {
            order.append(try axis(.int(number), rank: array.rank, of: array))
        }
        if order.list.sorted() != Array(array.sizes.indices) {
            throw Fault(
                .value, "transpose() takes every axis of the array once",
                python: order.count == array.rank ? "repeated axis in transpose" : "axes don't match array")
        }
        return array.transposed(order)
    }

    /// Without the axes of size 1, or without those named.
    func squeezed(_ array: ArrayObject, _ axes: Value?) throws(Fault) -> ArrayObject {
        var places = array.sizes.indices.filter { array.sizes[$0] == 1 }
        if let axes {
            places = []
            let items: [Value]
            if case .tuple(let several) = axes { items = several } else { items = [axes] }
            for item in items {
                let axis = try axis(item, rank: array.rank, of: array)
                if array.sizes[axis] != 1 {
                    throw Fault(
                        .value, "axis \(axis) of an array of shape \(array.sizes.description) has not the size 1",
                        python: "cannot select an axis to squeeze out which has size not equal to one")
                }
                places.append(axis)
            }
            places.sort()
        }
        return array.squeezed(places)
    }
}
