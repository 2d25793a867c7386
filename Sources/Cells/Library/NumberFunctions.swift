import Tensors

extension Builtins {
    /// `abs round divmod pow approx isclose`
    static func numberFunction(_ name: String) -> Value? {
        switch name {
        case "abs": function(name) { call throws(Fault) in try absolute(try call.exactly(1)[0], call) }
        case "round": function(name, round)
        case "divmod": function(name, divmod)
        case "pow": function(name, pow)
        case "approx": function(name, approx)
        case "isclose": function(name, isClose)
        default: nil
        }
    }

    static func absolute(_ value: Value, _ call: Call) throws(Fault) -> Value {
        switch value.number {
        case .int(let number)?:
            if number == Int64.min { throw Arithmetic.tooLarge }
            return .int(abs(number))
        case .float(let number)?: return .float(number.magnitude)
        case nil: break
        }
        if let result = try call.interpreter.special("__abs__", value) { return result }
        if case .tensor(let tensor) = value { return .tensor(try call.interpreter.tensorFunction(.abs, tensor)) }
        guard value.isNumPy else {
            throw Fault(
                .type, "\(call.function)() takes a number or an array, not \(value.quotedType)",
                python: "bad operand type for abs(): '\(value.typeName)'")
        }
        return try call.interpreter.absolute(try call.interpreter.array(of: value))
    }

    /// `round(x)` is whole; `round(x, n)` is the float nearest to the decimal nearest to x with n places, ties to even.
    private static func round(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["number", "ndigits"], required: 1)
        let value = arguments[0] ?? .none
        if let result = try call.interpreter.special("__round__", value, arguments[1].map { [$0] } ?? []) {
            return result
        }
        var places: Int?
        if let given = arguments[1], !given.isNone {
            places = Int(clamping: try call.index(given))
        }
        switch value.number {
        case .int(let number)?: return .int(try rounded(number, places ?? 0))
        case .float(let number)?:
            guard let places else { return .int(try Number.float(number).whole(.toNearestOrEven)) }
            try call.interpreter.step(call.interpreter.digitSteps(number))
            let result = rounded(number, places)
            if result.isInfinite, number.isFinite {
                throw Fault.python(.overflow, "rounded value too large to represent")
            }
            return .float(result)
        case nil: break
        }
        guard case .scalar(let scalar) = value else {
            let hint = value.isNumPy ? "; for arrays there is np.round" : ""
            throw Fault(
                .type, "round() takes a number, not \(value.quotedType)\(hint)",
                python: "type \(value.typeName) doesn't define __round__ method")
        }
        // Without places it is a Python int.
        guard let places else { return .int(try scalar.number.whole(.toNearestOrEven)) }
        return .fromNumPy(try call.interpreter.rounded(scalar.array, places: places))
    }

    static func rounded(_ number: Double, _ places: Int) -> Double {
        if !number.isFinite || number == 0 || places > 323 { return number }
        if places < -308 { return Double(signOf: number, magnitudeOf: 0) }
        let magnitude = DecimalDigits(exactly: number).rounded(toPlaces: places).nearestDouble
        return Double(signOf: number, magnitudeOf: magnitude)
    }

    private static func rounded(_ number: Int64, _ places: Int) throws(Fault) -> Int64 {
        if places >= 0 || number == 0 { return number }
        if places < -19 { return 0 }
        let digits = DecimalDigits(number.magnitude).rounded(toPlaces: places)
        var magnitude: Int64 = 0
        for place in 0..<max(digits.point, 0) {
            let digit = place < digits.digits.count ? Int64(digits.digits[place]) : 0
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { throw Arithmetic.tooLarge }
            magnitude = sum
        }
        return number < 0 ? -magnitude : magnitude
    }

    private static func divmod(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        if let result = try call.interpreter.special("__divmod__", arguments[0], [arguments[1]]) { return result }
        let quotient: Value
        do throws(Fault) {
            quotient = try call.interpreter.binary(.floorDivide, arguments[0], arguments[1])
        } catch {
            throw Fault(error.kind, error.message, python: divmodWords(error, arguments))
        }
        return .tuple([quotient, try call.interpreter.binary(.remainder, arguments[0], arguments[1])])
    }

    private static func divmodWords(_ fault: Fault, _ arguments: [Value]) -> String? {
        switch fault.kind {
        case .zeroDivision: arguments.allSatisfy { $0.index != nil } ? fault.python : "float divmod()"
        case .type:
            "unsupported operand type(s) for divmod(): '\(arguments[0].typeName)' and '\(arguments[1].typeName)'"
        default: fault.python
        }
    }

    private static func pow(_ call: Call) throws(Fault) -> Value {
        try call.interpreter.step(256)
        let arguments = try call.bound(["base", "exp", "mod"], required: 2)
        let (base, exponent) = (arguments[0] ?? .none, arguments[1] ?? .none)
        if let modulus = arguments[2], !modulus.isNone { return .int(try modularPower(base, exponent, modulus)) }
        return try call.interpreter.binary(.power, base, exponent)
    }

    private static func modularPower(_ base: Value, _ exponent: Value, _ modulus: Value) throws(Fault) -> Int64 {
        guard let base = base.index, let exponent = exponent.index, let modulus = modulus.index else {
            throw Fault(
                .type, "pow() with a modulus takes whole numbers",
                python: "pow() 3rd argument not allowed unless all arguments are integers",
                isOutside: [base, exponent, modulus].contains { $0.isObject })
        }
        if modulus == 0 { throw Fault.python(.value, "pow() 3rd argument cannot be 0") }
        if modulus == Int64.min || exponent == Int64.min { throw Arithmetic.tooLarge }
        let size = modulus.magnitude
        func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
            size.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
        }
        var result = 1 % size
        var factor = UInt64(base < 0 ? try Arithmetic.floorDivision(base, Int64(size)).remainder : base) % size
        var rest = exponent.magnitude
        if exponent < 0 {
            guard let inverse = inverse(factor, size) else {
                throw Fault.python(.value, "base is not invertible for the given modulus")
            }
            factor = inverse
        }
        while rest > 0 {
            if rest & 1 == 1 { result = product(result, factor) }
            factor = product(factor, factor)
            rest >>= 1
        }
        return modulus < 0 && result != 0 ? Int64(result) + modulus : Int64(result)
    }

    /// The number that gives 1 when it is multiplied by `number`, modulo `modulus`.
    private static func inverse(_ number: UInt64, _ modulus: UInt64) -> UInt64? {
        var (a, b) = (Int64(modulus), Int64(number))
        var (x, y): (Int64, Int64) = (0, 1)
        while b != 0 {
            let quotient = a / b
            (a, b) = (b, a - quotient * b)
            (x, y) = (y, x - quotient * y)
        }
        if a != 1 { return nil }
        return UInt64(x < 0 ? x + Int64(modulus) : x)
    }

    /// `approx(a, b, tolerance)`: whether |a − b| ≤ tolerance, everywhere.
    private static func approx(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["a", "b", "tolerance"], required: 3)
        guard let a = arguments[0], let b = arguments[1], let tolerance = arguments[2] else { return .none }
        guard let limit = tolerance.anyNumber?.double, limit >= 0 else {
            throw Fault(.value, "the tolerance of approx() is a number that is not negative")
        }
        return .bool(try call.interpreter.isWithin(limit, a, b))
    }

    /// Python's `math.isclose`.
    static func isClose(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["a", "b", "rel_tol", "abs_tol"], required: 2)
        var numbers: [Double] = []
        for (place, absent) in [0, 0, 1e-9, 0].enumerated() {
            guard let value = arguments[place] else {
                numbers.append(absent)
                continue
            }
            guard let number = value.anyNumber else {
                throw Fault(
                    .type, "isclose() takes numbers, not \(value.quotedType); for arrays there is np.allclose")
            }
            numbers.append(number.double)
        }
        let (a, b) = (numbers[0], numbers[1])
        if numbers[2] < 0 || numbers[3] < 0 { throw Fault(.value, "tolerances must not be negative") }
        if a == b { return .bool(true) }
        if a.isInfinite || b.isInfinite { return .bool(false) }
        let difference = abs(a - b)
        return .bool(difference <= abs(numbers[2] * b) || difference <= abs(numbers[2] * a) || difference <= numbers[3])
    }
}
