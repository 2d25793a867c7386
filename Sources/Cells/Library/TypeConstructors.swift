import Tensors

extension BuiltinType {
    /// What calling the type gives: `int('3')`, `list(range(3))`.
    func make(_ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .int: return .int(try call.wholeNumber())
        case .float: return .float(try call.floatNumber())
        case .bool:
            let given = try call.positional(["object"], required: 0)[0]
            return .bool(try given.map { (value) throws(Fault) in try interpreter.truth(value) } ?? false)
        case .str: return .string(try call.stringified())
        case .list: return .list(of: try call.copiedItems())
        case .tuple: return .tuple(try call.copiedItems())
        case .set:
            guard let given = try call.positional(["iterable"], required: 0)[0] else { return .set(SetObject()) }
            let made = SetObject(copying: try interpreter.asSet(given))
            try interpreter.makeEntries(made.count)
            return .set(made)
        case .dict:
            let made = DictObject()
            try interpreter.update(made, call)
            return .dict(made)
        case .range: return .range(try call.range())
        case .slice: return .slice(try call.slice())
        case .type:
            if call.placed.count == 3 {
                throw Fault.outside(.type, "type() makes no classes in the cell language; write class")
            }
            return try interpreter.type(of: try call.exactly(1)[0])
        case .enumerate: return try Builtins.enumerate(call)
        case .zip: return try Builtins.zip(call)
        case .map: return try Builtins.map(call)
        case .filter: return try Builtins.filter(call)
        case .reversed: return try Builtins.reversed(call)
        case .float64: return try element(.float64, call)
        case .float32: return try element(.float32, call)
        case .int64: return try element(.int64, call)
        case .numpyBool: return try element(.bool, call)
        default:
            throw Fault.outside(.type, "'\(rawValue)' makes nothing when it is called in the cell language")
        }
    }
}

extension Call {
    fileprivate func copiedItems() throws(Fault) -> [Value] {
        guard let given = try positional(["iterable"], required: 0)[0] else { return [] }
        let items = try interpreter.items(of: given)
        try interpreter.make(items.count)
        return items
    }

    fileprivate func stringified() throws(Fault) -> String {
        guard let given = try bound(["object"], required: 0)[0] else { return "" }
        return try interpreter.text(of: given)
    }

    fileprivate func range() throws(Fault) -> RangeValue {
        try refuseNames()
        var numbers: [Int64] = []
        for value in placed {
            numbers.append(try index(value))
        }
        guard (1...3).contains(numbers.count) else {
            throw Fault(
                .type, "range() takes 1 to 3 whole numbers, but \(numbers.count) are given",
                python: numbers.isEmpty
                    ? "range expected at least 1 argument, got 0"
                    : "range expected at most 3 arguments, got \(numbers.count)")
        }
        let (start, stop) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
        let step = numbers.count == 3 ? numbers[2] : 1
        if step == 0 {
            throw Fault(.value, "the step of a range cannot be 0", python: "range() arg 3 must not be zero")
        }
        guard let range = RangeValue(start, stop, step) else {
            throw Fault.outside(.overflow, "this range is too long")
        }
        return range
    }

    fileprivate func slice() throws(Fault) -> SliceValue {
        try refuseNames()
        guard (1...3).contains(placed.count) else {
            throw Fault(
                .type, "slice() takes 1 to 3 bounds, but \(placed.count) are given",
                python: placed.isEmpty
                    ? "slice expected at least 1 argument, got 0"
                    : "slice expected at most 3 arguments, got \(placed.count)")
        }
        var bounds: [Int64?] = []
        for value in placed {
            if !value.isNone, value.index == nil {
                throw Fault.outside(
                    .type, "a bound of a slice is a whole number or None here, not \(value.typeWithArticle)")
            }
            bounds.append(value.index)
        }
        if bounds.count == 1 { bounds.insert(nil, at: 0) }
        if bounds.count == 3, bounds[2] == 0 { throw Fault.python(.value, "slice step cannot be zero") }
        return SliceValue(start: bounds[0], stop: bounds[1], step: bounds.count == 3 ? bounds[2] : nil)
    }

    // MARK: Numbers

    fileprivate func wholeNumber() throws(Fault) -> Int64 {
        for argument in named where argument.name == "x" {
            throw Fault.python(.type, "'x' is an invalid keyword argument for int()")
        }
        let arguments = try bound(["x", "base"], required: 0)
        guard let value = arguments[0] else {
            if arguments[1] == nil { return 0 }
            throw Fault.python(.type, "int() missing string argument")
        }
        if let given = arguments[1] {
            let base = try index(given)
            guard base == 0 || (2...36).contains(base) else {
                throw Fault.python(.value, "int() base must be >= 2 and <= 36, or 0")
            }
            guard case .string(let text) = value else {
                throw Fault.python(.type, "int() can't convert non-string with explicit base")
            }
            try interpreter.step(4 + text.utf8.count / 2)
            return try IntLiteral.read(text, base: Int(base))
        }
        if case .string(let text) = value {
            try interpreter.step(4 + text.utf8.count / 2)
            return try IntLiteral.read(text, base: 10)
        }
        if case .array(let array) = value, array.rank == 0 {
            return try array.first.number.whole(.towardZero)
        }
        if case .tensor(let tensor) = value { return try interpreter.pythonNumber(tensor).whole(.towardZero) }
        if let number = value.anyNumber { return try number.whole(.towardZero) }
        for name in ["__int__", "__index__", "__trunc__"] {
            guard let result = try interpreter.special(name, value) else { continue }
            if case .int(let number) = result { return number }
            throw Fault.python(.type, "\(name) returned non-int (type \(result.pythonTypeName))")
        }
        throw Fault(
            .type, "int() takes a number or a string, not \(value.typeWithArticle)",
            python: value.noScalarWords
                ?? "int() argument must be a string, a bytes-like object or a real number, not '\(value.typeName)'")
    }

    fileprivate func floatNumber() throws(Fault) -> Double {
        guard let value = try positional(["x"], required: 0)[0] else { return 0 }
        if case .string(let text) = value {
            try interpreter.step(text.utf8.count / 2)
            let number = try FloatLiteral.read(text)
            // To round a text far from 1 takes several times as long as to find the digits of a float; what is rounded
            // to 0 is as far away as any.
            let isZero = number == 0 && !text.utf8.contains { $0 >= 0x31 && $0 <= 0x39 }
            let rounded = number == 0 && !isZero ? Double.leastNonzeroMagnitude : number
            try interpreter.step(4 * interpreter.digitSteps(rounded))
            return number.isNaN ? interpreter.session.newNaN() : number
        }
        if case .tensor(let tensor) = value { return try interpreter.pythonNumber(tensor).double }
        if let number = value.realNumber { return number }
        if let result = try interpreter.special("__float__", value) {
            if case .float(let number) = result { return number }
            throw Fault.python(
                .type, "\(value.pythonTypeName).__float__ returned non-float (type \(result.pythonTypeName))")
        }
        if let number = try interpreter.wholeNumber(byMethodOf: value) { return Double(number) }
        throw Fault(
            .type, "float() takes a number or a string, not \(value.typeWithArticle)",
            python: value.noScalarWords ?? "float() argument must be a string or a real number, not '\(value.typeName)'"
        )
    }
}

/// The whole numbers that `int` reads in a string: white space around, a sign, the prefix of the base, underscores between digits.
enum IntLiteral {
    static func read(_ text: String, base: Int) throws(Fault) -> Int64 {
        let unreadable = Fault(
            .value, "\(quoted(text)) is no whole number" + digitHint(text),
            python: "invalid literal for int() with base \(base): \(quoted(text))", isOutside: hasForeignDigits(text))
        var rest = trimmedPythonSpace(text)[...]
        var isNegative = false
        if let sign = rest.first, sign == "-" || sign == "+" {
            isNegative = sign == "-"
            rest.removeFirst()
        }
        let (radix, hasPrefix) = radix(base, &rest)
        if hasPrefix, rest.first == "_" { rest.removeFirst() }
        guard let digits = digits(rest, radix) else { throw unreadable }
        // In base 0 a number does not begin with a 0 unless it is 0.
        if base == 0, !hasPrefix, digits.first == 0, digits.contains(where: { $0 != 0 }) { throw unreadable }
        var value: Int64 = 0
        for digit in digits {
            let (product, isLong) = value.multipliedReportingOverflow(by: Int64(radix))
            let (sum, isLonger) = product.subtractingReportingOverflow(Int64(digit))
            if isLong || isLonger { throw Arithmetic.tooLarge }
            value = sum
        }
        if isNegative { return value }
        if value == Int64.min { throw Arithmetic.tooLarge }
        return -value
    }

    /// The base that counts, and whether its prefix stood there and was taken away.
    private static func radix(_ base: Int, _ rest: inout ArraySlice<Unicode.Scalar>) -> (Int, Bool) {
        var named: Int?
        if rest.first == "0", rest.count > 1 {
            switch rest[rest.startIndex + 1] {
            case "x", "X": named = 16
            case "o", "O": named = 8
            case "b", "B": named = 2
            default: break
            }
        }
        guard let named, base == 0 || base == named else { return (base == 0 ? 10 : base, false) }
        rest.removeFirst(2)
        return (named, true)
    }

    private static func digits(_ text: ArraySlice<Unicode.Scalar>, _ radix: Int) -> [UInt8]? {
        var (digits, mayBreak) = ([UInt8](), false)
        for scalar in text {
            if scalar == "_", mayBreak {
                mayBreak = false
                continue
            }
            guard let digit = digit(scalar), digit < radix else { return nil }
            digits.append(digit)
            mayBreak = true
        }
        return mayBreak ? digits : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value - 0x30)
        case 0x41...0x5A: UInt8(scalar.value - 0x41 + 10)
        case 0x61...0x7A: UInt8(scalar.value - 0x61 + 10)
        default: nil
        }
    }
}

/// The numbers that `float` reads in a string.
enum FloatLiteral {
    static func read(_ text: String) throws(Fault) -> Double {
        guard let number = number(in: trimmedPythonSpace(text)) else {
            throw Fault(
                .value, "\(quoted(text)) is no number" + digitHint(text),
                python: "could not convert string to float: \(quoted(text))", isOutside: hasForeignDigits(text))
        }
        return number
    }

    private static func number(in text: [Unicode.Scalar]) -> Double? {
        var body = text[...]
        let sign = body.first
        if sign == "+" || sign == "-" { body.removeFirst() }
        let isNegative = sign == "-"
        switch String(scalars: body).lowercased() {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return .nan
        default:
            guard let first = body.first, first != "+", first != "-", let digits = withoutUnderscores(body),
                let magnitude = Double(decimal: digits)
            else { return nil }
            return isNegative ? -magnitude : magnitude
        }
    }

    /// Underscores stand between two digits and nowhere else.
    private static func withoutUnderscores(_ text: ArraySlice<Unicode.Scalar>) -> [UInt8]? {
        var bytes: [UInt8] = []
        for place in text.indices {
            let scalar = text[place]
            guard scalar.isASCII else { return nil }
            if scalar == "_" {
                let (before, after) = (place - 1, place + 1)
                guard before >= text.startIndex, after < text.endIndex, isDigit(text[before]), isDigit(text[after])
                else { return nil }
            } else {
                bytes.append(UInt8(scalar.value))
            }
        }
        return bytes
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}

/// Whether Python may read digits in a text that are not 0 to 9.
private func hasForeignDigits(_ text: String) -> Bool {
    text.unicodeScalars.contains { !$0.isASCII && $0.isPythonDecimal }
}

private func digitHint(_ text: String) -> String {
    hasForeignDigits(text) ? " in the cell language, whose digits are 0 to 9" : ""
}

private func trimmedPythonSpace(_ text: String) -> [Unicode.Scalar] {
    var scalars = Array(text.unicodeScalars)[...].drop { $0.isPythonSpace }
    while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
    return Array(scalars)
}
