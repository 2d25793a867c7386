import Tensors

/// The attributes and methods of arrays and NumPy scalars.
enum ArrayMethod {
    static let properties = ["T", "ndim", "shape", "size"]
    static let methods = ["copy", "dot", "flatten", "item", "ravel", "reshape", "tolist", "transpose"]
    static var allNames: [String] { properties + methods + ArrayReduction.allCases.map { $0.rawValue } }
}

extension Interpreter {
    /// An attribute of an array; nil when there is no such one.
    func arrayAttribute(_ name: String, of object: Value) throws(Fault) -> Value? {
        let values = try arrayValues(of: object)
        switch name {
        case "T": return .fromNumPy(try transposed(values))
        case "shape": return .tuple(values.shape.sizes.map { .count($0) })
        case "ndim": return .count(values.shape.rank)
        case "size": return .count(values.shape.count)
        default: break
        }
        if let reduction = ArrayReduction(rawValue: name) {
            return .function(
                FunctionObject(name) { call throws(Fault) in
                    let arguments = try call.bound(["axis", "keepdims"], required: 0)
                    let keeps =
                        try arguments[1].map { (value) throws(Fault) in try call.interpreter.truth(value) } ?? false
                    return try call.interpreter.reduce(reduction, object, axis: arguments[0], keepsAxis: keeps)
                })
        }
        guard ArrayMethod.methods.contains(name) else { return nil }
        return .function(
            FunctionObject(name) { call throws(Fault) in try call.interpreter.arrayMethod(name, values, call) })
    }

    func transposed(_ values: ArrayValues) throws(Fault) -> ArrayValues {
        try make(values.shape.count)
        return try shaped { () throws(ShapeError) in try values.mapped(.transpose) }
    }

    private func arrayMethod(_ name: String, _ values: ArrayValues, _ call: Call) throws(Fault) -> Value {
        try make(values.shape.count)
        switch name {
        case "dot": return try dotProduct(.fromNumPy(values), try call.exactly(1)[0])
        case "reshape": return try reshaped(values, try call.sizes())
        case "copy":
            _ = try call.exactly(0)
            return .fromNumPy(values)
        case "tolist":
            _ = try call.exactly(0)
            return values.lists
        case "transpose":
            _ = try call.exactly(0)
            return .fromNumPy(try transposed(values))
        case "item":
            _ = try call.exactly(0)
            if values.shape.count != 1 { throw Fault(.value, "item() takes the element of an array that has only one") }
            return values.scalar(at: 0).item
        default:
            _ = try call.exactly(0)
            return try reshaped(values, [values.shape.count])
        }
    }

    /// The elements in another shape, in which one size may be −1 and is worked out.
    func reshaped(_ values: ArrayValues, _ sizes: [Int]) throws(Fault) -> Value {
        var sizes = sizes
        if sizes.count > 32 { throw Fault(.value, "an array has at most 32 axes") }
        if sizes.contains(where: { $0 < -1 }) || sizes.filter({ $0 == -1 }).count > 1 {
            throw Fault(.value, "in a new shape only one size may be -1")
        }
        if let open = sizes.firstIndex(of: -1) {
            let known = Shape(sizes.filter { $0 != -1 }).boundedCount
            sizes[open] = known == 0 ? 0 : Int(Int64(values.shape.count) / known)
        }
        let shape = Shape(sizes)
        if shape.boundedCount != values.shape.count {
            throw Fault(.value, "an array of \(values.shape.count) elements cannot have the shape \(shape.description)")
        }
        return .fromNumPyKeepingRank(try shaped { () throws(ShapeError) in try values.mapped(.reshape(shape)) })
    }

    /// NumPy's `dot`: like `@`, and a product where one side is a number.
    func dotProduct(_ left: Value, _ right: Value) throws(Fault) -> Value {
        let (a, b) = (try operand(left, "dot"), try operand(right, "dot"))
        if a.shape.rank == 0 || b.shape.rank == 0 { return try binaryArrays(.multiply, .fromNumPy(a), .fromNumPy(b)) }
        if a.shape.rank > 2 || b.shape.rank > 2 {
            throw Fault(.value, "dot() multiplies vectors and matrices here; use '@' for stacks of matrices")
        }
        return try matrixProduct(left, right)
    }
}

extension Value {
    /// An array even where it has no axes.
    static func fromNumPyKeepingRank(_ values: ArrayValues) -> Value { .array(ArrayObject(values)) }
}

extension Call {
    /// A shape, given as one whole number, one tuple or list, or several whole numbers.
    func sizes(from start: Int = 0) throws(Fault) -> [Int] {
        try refuseNames()
        var items = Array(placed.dropFirst(start))
        if items.count == 1, items[0].index == nil { items = try interpreter.items(of: items[0]) }
        return try items.sizes(function)
    }
}

extension [Value] {
    func sizes(_ function: String) throws(Fault) -> [Int] {
        var sizes: [Int] = []
        for number in try wholeNumbers(function) { sizes.append(try Int(size: number)) }
        return sizes
    }

    func wholeNumbers(_ function: String) throws(Fault) -> [Int64] {
        var numbers: [Int64] = []
        for item in self {
            guard let number = item.index else {
                throw Fault(.type, "\(function)() takes whole numbers as sizes, not a '\(item.typeName)'")
            }
            numbers.append(number)
        }
        return numbers
    }
}
