import Tensors

/// The names of Python's `math`, as far as Longhand has good algorithms for them.
enum MathModule {
    static let constants = ["e", "inf", "nan", "pi", "tau"]
    static let ofOneNumber = [
        "ceil", "degrees", "exp2", "fabs", "floor", "frexp", "isfinite", "isinf", "isnan", "modf", "radians", "trunc",
        "ulp",
    ]
    static let ofTwoNumbers = ["atan2", "copysign", "fmod", "nextafter", "pow", "remainder"]
    static let ofWholeNumbers = ["comb", "factorial", "gcd", "isqrt", "lcm", "perm"]
    static let others = ["dist", "fsum", "hypot", "isclose", "ldexp", "prod"]

    static var names: [String] {
        ElementFunction.allCases.compactMap { $0.isPython ? $0.rawValue : nil } + constants + ofOneNumber + ofTwoNumbers
            + ofWholeNumbers + others
    }

    static func member(_ name: String) -> Value? {
        let path = "math." + name
        if let value = constant(name) { return .float(value) }
        if let function = ElementFunction(rawValue: name), function.isPython {
            return Builtins.function(path, elementary: function) { call throws(Fault) in try elementary(function, call)
            }
        }
        if ofOneNumber.contains(name) {
            return Builtins.function(path) { call throws(Fault) in
                _ = try call.exactly(1)
                return try ofOne(name, try call.real(0))
            }
        }
        if ofTwoNumbers.contains(name) {
            return Builtins.function(path) { call throws(Fault) in
                _ = try call.exactly(2)
                return .float(try ofTwo(name, try call.real(0).double, try call.real(1).double))
            }
        }
        if ofWholeNumbers.contains(name) {
            return Builtins.function(path) { call throws(Fault) in .int(try WholeMathematics.call(name, call)) }
        }
        switch name {
        case "isclose":
            return Builtins.function(path) { call throws(Fault) in
                try call.refusePlaced(after: 2)
                return try Builtins.isClose(call)
            }
        case "hypot":
            return Builtins.function(path) { call throws(Fault) in
                try call.refuseNames()
                return .float(length(try call.reals(call.placed)))
            }
        case "dist": return Builtins.function(path, distance)
        case "fsum":
            return Builtins.function(path) { call throws(Fault) in
                let items = try call.interpreter.itemsInAnyOrder(of: try call.exactly(1)[0])
                return .float(try exactSum(try call.reals(items), call.interpreter))
            }
        case "prod": return Builtins.function(path, product)
        case "ldexp": return Builtins.function(path, scaled)
        default: return nil
        }
    }

    static func constant(_ name: String) -> Double? {
        switch name {
        case "pi": Double.pi
        case "e": Constants.e
        case "tau": Constants.tau
        case "inf": Double.infinity
        case "nan": Double.nan
        default: nil
        }
    }

    static var domainError: Fault { .python(.value, "math domain error") }
    static var rangeError: Fault { .python(.overflow, "math range error") }

    private static func elementary(_ function: ElementFunction, _ call: Call) throws(Fault) -> Value {
        guard function == .log, call.placed.count == 2 else {
            _ = try call.exactly(1)
            return .float(try function.ofNumber(try call.real(0)))
        }
        let (x, base) = (try function.ofNumber(try call.real(0)), try function.ofNumber(try call.real(1)))
        return .float(try Builtins.quotient(x, base))
    }

    private static func ofOne(_ name: String, _ number: Number) throws(Fault) -> Value {
        let x = number.double
        switch name {
        case "floor": return .int(try number.whole(.down))
        case "ceil": return .int(try number.whole(.up))
        case "trunc": return .int(try number.whole(.towardZero))
        case "fabs": return .float(x.magnitude)
        case "isnan": return .bool(x.isNaN)
        case "isinf": return .bool(x.isInfinite)
        case "isfinite": return .bool(x.isFinite)
        case "degrees": return .float(x * (180 / Double.pi))
        case "radians": return .float(x * (Double.pi / 180))
        case "exp2":
            let power = Double.pow(2, x)
            if power.isInfinite, x.isFinite { throw rangeError }
            return .float(power)
        case "ulp": return .float(x.isFinite ? x.magnitude.ulp : x.magnitude)
        case "modf":
            if x.isInfinite { return .tuple([.float(Double(signOf: x, magnitudeOf: 0)), .float(x)]) }
            let whole = x.rounded(.towardZero)
            return .tuple([.float(Double(signOf: x, magnitudeOf: x - whole)), .float(whole)])
        default:  // frexp
            if x == 0 || !x.isFinite { return .tuple([.float(x), .int(0)]) }
            let mantissa = Double(signOf: x, magnitudeOf: x.significand / 2)
            return .tuple([.float(mantissa), .int(Int64(x.exponent) + 1)])
        }
    }

    private static func ofTwo(_ name: String, _ x: Double, _ y: Double) throws(Fault) -> Double {
        switch name {
        case "atan2": return Double.atan2(x, y)
        case "copysign": return Double(signOf: y, magnitudeOf: x)
        case "nextafter": return nextAfter(x, y)
        case "fmod":
            if x.isInfinite && !y.isNaN || y == 0 && !x.isNaN { throw domainError }
            return y.isInfinite && x.isFinite ? x : Double.remainder(x, y)
        case "remainder":
            if x.isNaN || y.isNaN { return x.isNaN ? x : y }
            if x.isInfinite || y == 0 { throw domainError }
            return y.isInfinite ? x : nearestRemainder(x, y)
        default:  // pow
            let result = Double.pow(x, y)
            if x.isFinite, y.isFinite {
                if result.isNaN || x == 0 && y < 0 { throw domainError }
                if result.isInfinite { throw rangeError }
            }
            return result
        }
    }

    private static func nextAfter(_ x: Double, _ y: Double) -> Double {
        if x.isNaN || y.isNaN { return .nan }
        return x == y ? y : x < y ? x.nextUp : x.nextDown
    }

    /// IEEE 754's remainder: from the whole multiple of y nearest to x, of two equally near ones the even one.
    private static func nearestRemainder(_ x: Double, _ y: Double) -> Double {
        let (a, b) = (x.magnitude, y.magnitude)
        let below = Double.remainder(a, b)
        let above = b - below
        let rest =
            below < above ? below : below > above ? -above : below - 2 * Double.remainder(0.5 * (a - below), b)
        return x.sign == .minus ? -rest : rest
    }

    private static func scaled(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        let x = try call.real(0).double
        guard let exponent = try call.interpreter.index(arguments[1]) else {
            throw Fault.python(.type, "Expected an int as second argument to ldexp.")
        }
        if x == 0 || !x.isFinite { return .float(x) }
        // Beyond 2200 everything is 0 or too large.
        let result = Double(sign: .plus, exponent: Int(min(max(exponent, -2200), 2200)), significand: x)
        if result.isInfinite { throw rangeError }
        return .float(result)
    }

    private static func product(_ call: Call) throws(Fault) -> Value {
        try call.refusePlaced(after: 1)
        let arguments = try call.bound(["iterable", "start"], required: 1)
        let iterator = try call.interpreter.iterator(over: arguments[0] ?? .none)
        var total = arguments[1] ?? .int(1)
        while let item = try iterator.next() {
            try call.interpreter.step()
            total = try call.interpreter.binary(.multiply, total, item)
        }
        return total
    }
}

extension Call {
    /// The number at a place, for a function that takes nothing else.
    func real(_ place: Int) throws(Fault) -> Number {
        if let number = placed[place].anyNumber { return number }
        if let number = placed[place].realNumber { return .float(number) }
        throw notReal(placed[place])
    }

    fileprivate func reals(_ values: [Value]) throws(Fault) -> [Double] {
        try interpreter.step(values.count)
        var numbers: [Double] = []
        for value in values {
            guard let number = value.realNumber else { throw notReal(value) }
            numbers.append(number)
        }
        return numbers
    }

    private func notReal(_ value: Value) -> Fault {
        Fault(
            .type, "\(function)() takes numbers, not \(value.typeWithArticle)",
            python: value.noScalarWords ?? "must be real number, not \(value.typeName)",
            isOutside: value.hasNumberMethod)
    }
}

// MARK: Sums and lengths

extension MathModule {
    /// The sum of all digits, rounded once.
    ///
    /// - Source: Shewchuk, "Adaptive precision floating-point arithmetic", 1997; CPython's `math_fsum`.
    static func exactSum(_ numbers: [Double], _ interpreter: Interpreter) throws(Fault) -> Double {
        var partials: [Double] = []
        var special = 0.0
        var hasSpecial = false
        for number in numbers {
            if !number.isFinite {
                hasSpecial = true
                if special.isInfinite, number.isInfinite, special != number {
                    throw Fault.python(.value, "-inf + inf in fsum")
                }
                special += number
                continue
            }
            try interpreter.step(partials.count / 2)
            var (x, kept) = (number, [Double]())
            for partial in partials {
                let (large, small) = x.magnitude < partial.magnitude ? (partial, x) : (x, partial)
                let high = large + small
                let low = small - (high - large)
                if low != 0 { kept.append(low) }
                x = high
            }
            if x.isInfinite { throw Fault.python(.overflow, "intermediate overflow in fsum") }
            partials = kept + [x]
        }
        return hasSpecial ? special : roundedOnce(partials)
    }

    private static func roundedOnce(_ partials: [Double]) -> Double {
        guard var high = partials.last else { return 0 }
        var (low, place) = (0.0, partials.count - 1)
        while place > 0, low == 0 {
            place -= 1
            let (x, y) = (high, partials[place])
            high = x + y
            low = y - (high - x)
        }
        // A tie goes to the side where the digits behind it lie.
        if place > 0, low < 0 && partials[place - 1] < 0 || low > 0 && partials[place - 1] > 0 {
            let doubled = low * 2
            let moved = high + doubled
            if doubled == moved - high { return moved }
        }
        return high
    }

    /// The square root of the sum of squares, without overflow on the way and rounded nearly always once.
    static func length(_ numbers: [Double]) -> Double {
        let largest = numbers.reduce(0.0) { max($0, $1.magnitude) }
        if numbers.contains(where: { $0.isInfinite }) { return .infinity }
        if numbers.contains(where: { $0.isNaN }) { return .nan }
        if largest == 0 || numbers.count == 1 { return largest }
        // Subnormal numbers are lifted first, so that their squares keep all digits.
        let scale = largest < 0x1p-500 ? 0x1p+600 : largest > 0x1p500 ? 0x1p-600 : 1
        var (high, low) = (0.0, 0.0)
        for number in numbers {
            let (square, error) = exactSquare(number.magnitude * scale)
            let sum = high + square
            let (large, small) = high > square ? (high, square) : (square, high)
            low += (small - (sum - large)) + error
            high = sum
        }
        let root = (high + low).squareRoot()
        let (square, error) = exactSquare(root)
        let rest = (high - square) + (low - error)
        return (root + rest / (2 * root)) / scale
    }

    /// A square as the sum of two doubles (Dekker 1971).
    private static func exactSquare(_ x: Double) -> (Double, Double) {
        let split = x * 134_217_729
        let high = split - (split - x)
        let low = x - high
        let square = x * x
        return (square, ((high * high - square) + 2 * high * low) + low * low)
    }

    private static func distance(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        let p = try call.reals(try call.interpreter.items(of: arguments[0]))
        let q = try call.reals(try call.interpreter.items(of: arguments[1]))
        if p.count != q.count {
            throw Fault.python(.value, "both points must have the same number of dimensions")
        }
        return .float(length(zip(p, q).map { $0 - $1 }))
    }
}
