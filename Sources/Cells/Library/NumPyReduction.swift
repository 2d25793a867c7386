/// The functions of NumPy that reduce arrays, or add up along them.
enum NumPyReduction: String, CaseIterable {
    case sum, mean, prod, min, max, amin, amax, argmin, argmax, any, all, std, `var`, ptp
    case median, cumsum, cumprod, count_nonzero

    private var reduction: ArrayReduction? {
        switch self {
        case .amin: .min
        case .amax: .max
        default: ArrayReduction(rawValue: rawValue)
        }
    }

    func call(_ call: Call) throws(Fault) -> Value {
        if let reduction {
            // What is called most: an array alone.
            if call.placed.count == 1, call.named.isEmpty {
                return try call.interpreter.reduce(reduction, call.placed[0], ReductionRequest())
            }
            let arguments = try call.arguments(reduction.functionParameters)
            return try call.interpreter.reduce(
                reduction, arguments.value(0), try reduction.request(arguments, from: 1))
        }
        switch self {
        case .cumsum, .cumprod:
            let arguments = try call.arguments(["a", "axis", "dtype"])
            return try call.interpreter.running(self == .cumprod, try arguments.array(0), arguments, axisAt: 1)
        case .count_nonzero:
            let arguments = try call.arguments(["a", "axis", "keepdims"])
            let truths = try arguments.array(0).converted(to: .bool)
            let request = ReductionRequest(axis: arguments[1], keepsAxes: try arguments.flag(2))
            return try call.interpreter.reduce(.sum, .array(truths), request)
        default:
            let arguments = try call.arguments(["a", "axis"])
            return try call.interpreter.median(try arguments.array(0), arguments[1])
        }
    }
}

extension ArrayReduction {
    /// NumPy 2 has `np.ptp`, but no method of that name.
    static var methods: [ArrayReduction] { allCases.filter { $0 != .ptp } }

    /// What the function of this name takes.
    var functionParameters: [String] {
        switch self {
        case .sum, .mean, .prod: ["a", "axis", "dtype", "keepdims"]
        case .std, .var: ["a", "axis", "dtype", "ddof", "keepdims"]
        case .min, .max, .argmin, .argmax, .any, .all, .ptp: ["a", "axis", "keepdims"]
        }
    }

    /// What a method of this name takes.
    var parameters: [String] {
        switch self {
        case .sum, .mean, .prod: ["axis", "dtype", "keepdims"]
        case .std, .var: ["axis", "dtype", "ddof", "keepdims"]
        case .min, .max, .argmin, .argmax, .any, .all, .ptp: ["axis", "keepdims"]
        }
    }

    /// The arguments of a call as a request; the parameters begin at a place.
    func request(_ arguments: Arguments, from start: Int) throws(Fault) -> ReductionRequest {
        var request = ReductionRequest(axis: arguments[start])
        request.keepsAxes = try arguments.flag(arguments.values.count - 1)
        if arguments.values.count - start > 2 { request.type = try arguments.type(start + 1) }
        if self == .std || self == .var { request.freedom = try arguments.number(start + 2) ?? 0 }
        return request
    }
}

extension Interpreter {
    /// Sums or products that run along an axis, or along all elements.
    func running(_ isProduct: Bool, _ array: ArrayObject, _ arguments: Arguments, axisAt place: Int) throws(Fault)
        -> Value
    {
        var source = array
        let type = try arguments.type(place + 1) ?? (array.type == .bool ? .int64 : array.type)
        let axis = try arguments.axis(place, of: array) ?? 0
        if arguments[place] == nil { source = array.flat }
        if source.rank == 0 { source = source.flat }
        let result = try made(type, source.sizes)
        try step(result.sizes[axis] + result.count / 16)
        result.assign(source)
        for place in 1..<max(result.sizes[axis], 1) {
            let (before, here) = (
                result.cut(axis, from: place - 1, to: place), result.cut(axis, from: place, to: place + 1)
            )
            switch type {
            case .float64:
                here.fill(.array(before), .array(here)) { (x: Double, y: Double) in isProduct ? x * y : x + y }
            case .float32: here.fill(.array(before), .array(here)) { (x: Float, y: Float) in isProduct ? x * y : x + y }
            case .int64:
                here.fill(.array(before), .array(here)) { (x: Int64, y: Int64) in isProduct ? x &* y : x &+ y }
            case .bool: throw Fault.outside(.type, "running sums of bools are whole numbers")
            }
        }
        return .array(result)
    }

    /// The middle of the sorted elements, or the mean of the two in the middle; NaN when one of them is.
    func median(_ array: ArrayObject, _ axis: Value?) throws(Fault) -> Value {
        let axes = try reducedAxes(axis, of: array)
        let order = axes.indices.filter { axes[$0] == 0 } + axes.indices.filter { axes[$0] == 1 }
        var sizes = Axes()
        for axis in axes.indices where axes[axis] == 0 { sizes.append(array.sizes[axis]) }
        let along = sizes.count
        sizes.append(array.count / max(sizes.product, 1))
        let floats = array.type.isFloating ? array : array.converted(to: .float64)
        let sorted = try sorted(floats.transposed(Axes(order)).reshaped(sizes), along: along)
        let count = sorted.sizes[along]
        if count == 0 { return try reduce(.mean, .array(sorted), ReductionRequest(axis: .count(along))) }
        let middle = sorted.cut(along, from: (count - 1) / 2, to: count / 2 + 1)
        let mean = try reduce(.mean, .array(middle), ReductionRequest(axis: .count(along)))
        // NaN stands last.
        let last = Value.fromNumPy(sorted.cut(along, from: count - 1, to: count).squeezed([along]))
        let (a, b) = (try side(mean, "np.median"), try side(last, "np.median"))
        if sorted.type == .float32 { return try combined(a, b) { (x: Float, y: Float) in y.isNaN ? y : x } }
        return try combined(a, b) { (x: Double, y: Double) in y.isNaN ? y : x }
    }
}
