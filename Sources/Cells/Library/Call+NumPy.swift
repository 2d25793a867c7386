extension Call {
    /// The arguments of a function in the order of its parameters, given by place or name; the first `required` of them must be there.
    func arguments(_ parameters: [String], required: Int = 1) throws(Fault) -> Arguments {
        Arguments(values: try bound(try placed(among: parameters), parameters, required: required), call: self)
    }
}

/// The arguments of one call of a NumPy function.
struct Arguments {
    let values: [Value?]
    let call: Call

    var interpreter: Interpreter { call.interpreter }

    /// The argument at a place; nil when it is left out or None.
    subscript(place: Int) -> Value? {
        guard let value = values[place], !value.isNone else { return nil }
        return value
    }

    /// A required argument, which may be None.
    func value(_ place: Int) -> Value { values[place] ?? .none }

    func array(_ place: Int) throws(Fault) -> ArrayObject { try interpreter.array(of: value(place)) }

    /// Whether a switch such as `keepdims` is on.
    func flag(_ place: Int, default absent: Bool = false) throws(Fault) -> Bool {
        guard let value = values[place] else { return absent }
        return try interpreter.truth(value)
    }

    func type(_ place: Int) throws(Fault) -> ElementType? { try call.elementType(values[place]) }

    func wholeNumber(_ place: Int) throws(Fault) -> Int64? {
        guard let value = self[place] else { return nil }
        if let number = value.index { return number }
        if case .array(let array) = value, array.rank == 0, case .int64(let number) = array.first { return number }
        throw Fault(
            .type, "\(call.function)() takes a whole number here, not \(value.typeWithArticle)",
            python: value.noIndexWords,
            isOutside: value.isObject || value.isString)
    }

    func number(_ place: Int) throws(Fault) -> Double? {
        guard let value = self[place] else { return nil }
        if let number = value.anyNumber { return number.double }
        if case .array(let array) = value, array.count == 1 { return array.first.number.double }
        throw Fault.outside(.type, "\(call.function)() takes a number here, not \(value.typeWithArticle)")
    }

    /// The axis an argument names, counted from 0 among `rank` ones; nil when it is left out or None.
    func axis(_ place: Int, of array: ArrayObject, rank: Int? = nil, role: String = "") throws(Fault) -> Int? {
        guard let value = self[place] else { return nil }
        return try interpreter.axis(value, rank: rank ?? array.rank, of: array, role: role)
    }

    /// A shape: one whole number, or a tuple or list of them.
    func sizes(_ place: Int) throws(Fault) -> Axes { try call.sizes(value(place)) }
}

extension Call {
    /// A shape: one whole number, or a tuple or list of them.
    func sizes(_ value: Value) throws(Fault) -> Axes {
        let sizes = try wholeNumbers(value)
        if sizes.contains(where: { $0 < 0 }) {
            throw Fault(.value, "the size of an array is never negative", python: "negative dimensions are not allowed")
        }
        return try axes(sizes)
    }

    func axes(_ numbers: [Int64]) throws(Fault) -> Axes {
        if numbers.count > Axes.limit { throw Interpreter.tooManyAxes }
        var axes = Axes()
        for number in numbers { axes.append(try Int(size: number)) }
        return axes
    }

    /// One whole number, or the whole numbers of a tuple, a list or an array.
    func wholeNumbers(_ value: Value) throws(Fault) -> [Int64] {
        if let number = value.index { return [number] }
        return try interpreter.items(of: value).wholeNumbers(function)
    }

    /// Shapes and the like, given as one tuple or list, or as several whole numbers.
    func wholeNumbers(from start: Int) throws(Fault) -> [Int64] {
        let rest = Array(placed.dropFirst(start))
        return rest.count == 1 ? try wholeNumbers(rest[0]) : try rest.wholeNumbers(function)
    }
}

extension [Value] {
    func wholeNumbers(_ function: String) throws(Fault) -> [Int64] {
        var numbers: [Int64] = []
        for item in self {
            guard let number = item.index else {
                throw Fault(
                    .type, "\(function)() takes whole numbers here, not \(item.typeWithArticle)",
                    python: item.noIndexWords,
                    isOutside: item.isObject || item.isString)
            }
            numbers.append(number)
        }
        return numbers
    }
}
