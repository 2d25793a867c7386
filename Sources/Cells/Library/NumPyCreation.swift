import Tensors

/// The functions of NumPy that make arrays.
enum NumPyCreation: String, CaseIterable {
    case array, asarray, copy
    case zeros, ones, empty, full
    case zeros_like, ones_like, empty_like, full_like
    case eye, identity, arange, linspace

    func call(_ call: Call) throws(Fault) -> Value {
        switch self {
        case .array, .asarray, .copy: try converted(call)
        case .zeros, .empty: try filled(call, with: .float64(0))
        case .ones: try filled(call, with: .float64(1))
        case .full: try full(try call.arguments(["shape", "fill_value", "dtype"], required: 2), likeModel: false)
        case .zeros_like, .empty_like: try filledLike(call, with: .int64(0))
        case .ones_like: try filledLike(call, with: .int64(1))
        case .full_like: try full(try call.arguments(["a", "fill_value", "dtype"], required: 2), likeModel: true)
        case .eye, .identity: try identity(call)
        case .arange: try range(call)
        case .linspace: try evenlySpaced(call)
        }
    }

    /// `np.array` always copies; `np.asarray` gives back an array that is one of the type asked for.
    private func converted(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(self == .copy ? ["a"] : [self == .array ? "object" : "a", "dtype", "copy"])
        let array = try arguments.array(0)
        let type = self == .copy ? array.type : try arguments.type(1) ?? array.type
        let copies = self == .copy ? true : try arguments.flag(2, default: self == .array)
        if type == array.type, !copies { return .array(array) }
        guard case .array = arguments.value(0) else { return .array(array.converted(to: type)) }
        let made = try call.interpreter.made(type, array.sizes)
        made.assign(array)
        return .array(made)
    }

    // MARK: Filled arrays

    private func filled(_ call: Call, with scalar: ArrayScalar) throws(Fault) -> Value {
        let arguments = try call.arguments(["shape", "dtype"])
        let made = try call.interpreter.made(try arguments.type(1) ?? .float64, try arguments.sizes(0))
        made.assign(scalar)
        return .array(made)
    }

    private func filledLike(_ call: Call, with scalar: ArrayScalar) throws(Fault) -> Value {
        let arguments = try call.arguments([self == .empty_like ? "prototype" : "a", "dtype"])
        let model = try arguments.array(0)
        let made = try call.interpreter.made(try arguments.type(1) ?? model.type, model.sizes)
        made.assign(scalar)
        return .array(made)
    }

    private func full(_ arguments: Arguments, likeModel: Bool) throws(Fault) -> Value {
        let fill = try arguments.array(1)
        let model = likeModel ? try arguments.array(0) : nil
        let sizes: Axes
        if let model { sizes = model.sizes } else { sizes = try arguments.sizes(0) }
        if Axes.common(fill.sizes, sizes) != sizes {
            throw Fault(
                .value, "a value of shape \(fill.sizes.description) does not fill the shape \(sizes.description)")
        }
        let made = try arguments.interpreter.made(try arguments.type(2) ?? model?.type ?? fill.type, sizes)
        made.assign(fill)
        return .array(made)
    }

    private func identity(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(self == .eye ? ["N", "M", "k", "dtype"] : ["n", "dtype"])
        let isEye = self == .eye
        let rows = try Int(size: try arguments.wholeNumber(0) ?? 0)
        let columns = try Int(size: (isEye ? try arguments.wholeNumber(1) : nil) ?? Int64(rows))
        if rows < 0 || columns < 0 { throw Fault(.value, "the size of an array is never negative") }
        let shift = Int(clamping: (isEye ? try arguments.wholeNumber(2) : nil) ?? 0)
        let made = try call.interpreter.made(try arguments.type(isEye ? 3 : 1) ?? .float64, [rows, columns])
        made.assign(.int64(0))
        for row in 0..<rows where shift < columns && shift > -rows && (0..<columns).contains(row + shift) {
            made.put(.int64(1), at: row * columns + row + shift)
        }
        return .array(made)
    }

    // MARK: Ranges

    /// `start + step · i` for the whole numbers i below `ceil((stop − start) / step)`.
    private func range(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["start", "stop", "step", "dtype"], required: 0)
        var numbers: [Number?] = []
        for place in 0..<3 {
            guard let value = arguments[place] else {
                numbers.append(nil)
                continue
            }
            guard let number = value.anyNumber else {
                throw Fault.outside(.type, "np.arange() takes numbers, not \(value.typeWithArticle)")
            }
            numbers.append(number)
        }
        guard let first = numbers[0] ?? numbers[1] else { throw Fault(.type, "np.arange() needs the argument 'stop'") }
        let isBare = numbers[0] == nil || numbers[1] == nil
        let (start, stop) = isBare ? (Number.int(0), first) : (first, numbers[1] ?? first)
        let step = numbers[2] ?? .int(1)
        if step.double == 0 { throw Fault(.zeroDivision, "the step of np.arange() cannot be 0") }
        let type = try arguments.type(3)
        if type == .bool { throw Fault.outside(.type, "np.arange() makes no bools") }
        if case .int(let a) = start, case .int(let b) = stop, case .int(let c) = step {
            guard let range = RangeValue(a, b, c) else { throw Fault.outside(.overflow, "this range is too long") }
            let made = try call.interpreter.made(.int64, [try Int(size: range.count)])
            let elements = made.elements(Int64.self)
            for place in 0..<made.count { elements[place] = range[Int64(place)] }
            return .array(made.converted(to: type ?? .int64))
        }
        let length = ((stop.double - start.double) / step.double).rounded(.up)
        guard length.isFinite, let count = Int64(exactly: max(0, length)) else {
            throw Fault.outside(.value, "this range is too long")
        }
        let made = try call.interpreter.made(type ?? .float64, [try Int(size: count)])
        switch made.type {
        case .float64: floatRange(made, start.double, step.double, Double.self)
        case .float32: floatRange(made, start.double, step.double, Float.self)
        case .int64:
            let (first, second) = (start.double.asInt64, (start.double + step.double).asInt64)
            let elements = made.elements(Int64.self)
            for place in 0..<made.count { elements[place] = first &+ Int64(place) &* (second &- first) }
        case .bool: preconditionFailure("a range of bools is refused before it is made")
        }
        return .array(made)
    }

    /// NumPy fills by the difference of the first two elements.
    private func floatRange<T: Real & StoredElement>(
        _ array: ArrayObject, _ start: Double, _ step: Double, _ type: T.Type
    ) {
        let (first, second) = (T.from(start), T.from(start + step))
        let difference = second - first
        let elements = array.elements(type)
        for place in 0..<array.count {
            elements[place] = place == 1 ? second : first + T(place) * difference
        }
    }

    private func evenlySpaced(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["start", "stop", "num", "endpoint", "retstep", "dtype"], required: 2)
        let (start, stop) = (try arguments.number(0) ?? 0, try arguments.number(1) ?? 0)
        let count = try Int(size: try arguments.wholeNumber(2) ?? 50)
        if count < 0 { throw Fault(.value, "the size of an array is never negative") }
        let includesEnd = try arguments.flag(3, default: true)
        let made = try call.interpreter.made(.float64, [count])
        let parts = Double(includesEnd ? count - 1 : count)
        let step = (stop - start) / parts
        let elements = made.elements(Double.self)
        for place in 0..<count {
            let distance =
                parts <= 0
                ? Double(place) * (stop - start)
                : step == 0 ? Double(place) / parts * (stop - start) : Double(place) * step
            elements[place] = distance + start
        }
        if includesEnd, count > 1 { elements[count - 1] = stop }
        let type = try arguments.type(5) ?? .float64
        if type == .int64 { made.fill(from: made) { (x: Double) in x.rounded(.down) } }
        let result = Value.array(made.converted(to: type))
        if try !arguments.flag(4) { return result }
        return .tuple([result, .scalar(.float64(parts > 0 ? step : .nan))])
    }
}
