import Tensors

extension Interpreter {
    /// `array += right` and its relatives: the array itself changes, and with it every view of its memory.
    ///
    /// - Throws: a fault when the result has another shape, or a type that NumPy does not put into the array's.
    func inPlaceArray(_ symbol: BinaryOperator, _ array: ArrayObject, _ right: Value) throws(Fault) -> Value {
        try step(8)
        if symbol != .matrixMultiply {
            let other = try side(right, symbol.rawValue + "=")
            if case .array(let source) = other, Axes.common(array.sizes, source.sizes) == nil {
                let type = Side.type(.array(array), other)
                try check(symbol == .divide && !type.isFloating ? .float64 : type, symbol, array)
                throw Interpreter.unmatched(array.sizes, source.sizes, target: array.sizes)
            }
            if array.type.isFloating, array.isContiguous, try addInPlace(symbol, array, other) { return .array(array) }
        }
        let result = try binaryArrays(symbol, .array(array), right)
        let (type, sizes) = (result.elementType, result.arraySizes)
        try check(type, symbol, array)
        if sizes != array.sizes {
            throw Fault(
                .value,
                "'\(symbol.rawValue)=' makes an array of shape \(sizes.description), but the array keeps its shape \(array.sizes.description)",
                python: symbol == .matrixMultiply
                    ? nil
                    : "non-broadcastable output operand with shape \(array.sizes.numpyText) doesn't match the broadcast shape \(sizes.numpyText)"
            )
        }
        switch result {
        case .array(let changed): array.assign(changed)
        case .scalar(let scalar): array.assign(scalar)
        default: preconditionFailure("an operator between arrays gives an array or a scalar")
        }
        return .array(array)
    }

    /// Refuses elements of a type that the array does not take.
    private func check(_ type: ElementType, _ symbol: BinaryOperator, _ array: ArrayObject) throws(Fault) {
        if type.fits(into: array.type) { return }
        throw Fault(
            .casting,
            "'\(symbol.rawValue)=' makes \(type.name) elements, which an array of \(array.type.name) does not take; write a = a \(symbol.rawValue) b",
            python:
                "Cannot cast ufunc '\(symbol.ufuncName)' output from dtype('\(type.name)') to dtype('\(array.type.name)') with casting rule 'same_kind'"
        )
    }

    /// The four rules of arithmetic without a result of their own, where types, shapes and memory allow it.
    private func addInPlace(_ symbol: BinaryOperator, _ array: ArrayObject, _ other: Side) throws(Fault) -> Bool {
        guard Side.type(.array(array), other) == array.type else { return false }
        if case .array(let source) = other {
            if source.type != array.type || Axes.common(array.sizes, source.sizes) != array.sizes { return false }
            if source.unentangled(from: array) !== source { return false }
        }
        try step(array.count / 16)
        return array.type == .float64
            ? change(symbol, array, other, Double.self) : change(symbol, array, other, Float.self)
    }

    private func change<T: Real & StoredElement>(
        _ symbol: BinaryOperator, _ array: ArrayObject, _ other: Side, _ type: T.Type
    ) -> Bool {
        let operand = other.operand(type)
        switch symbol {
        case .add: array.fill(.array(array), operand) { (x: T, y: T) in x + y }
        case .subtract: array.fill(.array(array), operand) { (x: T, y: T) in x - y }
        case .multiply: array.fill(.array(array), operand) { (x: T, y: T) in x * y }
        case .divide: array.fill(.array(array), operand) { (x: T, y: T) in x / y }
        default: return false
        }
        return true
    }
}

extension Value {
    /// The element type of an array or a NumPy scalar.
    fileprivate var elementType: ElementType {
        switch self {
        case .array(let array): array.type
        case .scalar(let scalar): scalar.type
        default: preconditionFailure("an operator between arrays gives an array or a scalar")
        }
    }

    fileprivate var arraySizes: Axes {
        if case .array(let array) = self { return array.sizes }
        return Axes()
    }
}

extension BinaryOperator {
    /// What NumPy calls the function behind it.
    var ufuncName: String {
        switch self {
        case .bitOr: "bitwise_or"
        case .bitXor: "bitwise_xor"
        case .bitAnd: "bitwise_and"
        case .leftShift: "left_shift"
        case .rightShift: "right_shift"
        case .add: "add"
        case .subtract: "subtract"
        case .multiply: "multiply"
        case .matrixMultiply: "matmul"
        case .divide: "divide"
        case .floorDivide: "floor_divide"
        case .remainder: "remainder"
        case .power: "power"
        }
    }
}
