import Networks

extension Interpreter {
    func unary(_ symbol: UnaryOperator, _ operand: Value) throws(Fault) -> Value {
        if symbol == .not { return .bool(try !truth(operand)) }
        if case .tensor(let tensor) = operand { return try unaryTensor(symbol, tensor) }
        if operand.isNumPy { return try unaryArray(symbol, operand) }
        if let result = try special(symbol.methodName, operand) { return result }
        switch (symbol, operand.number) {
        case (.plus, .int(let value)?): return .int(value)
        case (.plus, .float(let value)?): return .float(value)
        case (.minus, .int(let value)?):
            if value == Int64.min { throw Arithmetic.tooLarge }
            return .int(-value)
        case (.minus, .float(let value)?): return .float(-value)
        case (.invert, .int(let value)?): return .int(~value)
        default:
            if symbol == .minus, case .gradients(let gradients) = operand {
                return .gradients(gradients.scaled(by: -1))
            }
            throw Fault(
                .type, "'\(symbol.rawValue)' does not apply to \(operand.quotedType)",
                python: "bad operand type for unary \(symbol.rawValue): '\(operand.pythonTypeName)'")
        }
    }

    func binary(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        try step()
        switch (left, right) {
        case (.array, .array), (.array, .float), (.float, .array), (.array, .int), (.int, .array):
            if symbol == .matrixMultiply {
                if let result = try smallProduct(left, right) { return result }
            } else if let result = try denseArithmetic(symbol, left, right) {
                return result
            }
            return try binaryArrays(symbol, left, right)
        default: break
        }
        if let a = left.number, let b = right.number {
            if symbol == .remainder || symbol == .floorDivide { try stepForRemainder(a, b) }
            if symbol.isLogical, case .bool(let x) = left, case .bool(let y) = right {
                return .bool(symbol.combine(x, y))
            }
            do throws(Fault) {
                switch try Arithmetic.apply(symbol, a, b) {
                case .int(let value): return .int(value)
                case .float(let value): return .float(value)
                }
            } catch {
                if error.kind != .type { throw error }
                throw Fault(.type, error.message, python: incompatible(symbol, left, right).python)
            }
        }
        if symbol == .remainder, case .string(let text) = left {
            try step(4)
            return .string(try PercentFormat.apply(text, right, self))
        }
        if left.isObject || right.isObject {
            if let result = try binaryObjects(symbol, left, right) { return result }
            if symbol == .multiply, let result = try sequences(symbol, left, right) { return result }
            throw incompatible(symbol, left, right)
        }
        if left.isTensor || right.isTensor { return try binaryTensors(symbol, left, right) }
        switch (symbol, left, right) {
        case (.multiply, .scalar, .list), (.multiply, .scalar, .tuple), (.multiply, .list, .scalar),
            (.multiply, .tuple, .scalar), (.multiply, .scalar, .string), (.multiply, .string, .scalar):
            // A number of NumPy repeats a list or a text, as any other does.
            if let result = try sequences(symbol, left, right) { return result }
            throw incompatible(symbol, left, right)
        default: break
        }
        if left.isNumPy || right.isNumPy { return try binaryArrays(symbol, left, right) }
        if let result = try sequences(symbol, left, right) { return result }
        if let result = try engineValues(symbol, left, right) { return result }
        throw incompatible(symbol, left, right)
    }

    /// A remainder of floats is found bit by bit of the quotient.
    private func stepForRemainder(_ a: Number, _ b: Number) throws(Fault) {
        guard case .float(let x) = a, x.isFinite, x != 0, b.double.isFinite, b.double != 0 else { return }
        try step(max(Int(x.exponent) - Int(b.double.exponent), 0) / 128)
    }

    private func incompatible(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> Fault {
        if symbol == .bitOr, left.builtinType == .type || right.builtinType == .type {
            return Fault.outside(
                .type, "unions of types are not part of the cell language; isinstance takes a tuple of them")
        }
        let (a, b) = (left.pythonTypeName, right.pythonTypeName)
        let python =
            switch (symbol, left, right) {
            case (.add, .string, _): "can only concatenate str (not \"\(b)\") to str"
            case (.add, .list, _): "can only concatenate list (not \"\(b)\") to list"
            case (.add, .tuple, _): "can only concatenate tuple (not \"\(b)\") to tuple"
            case (.multiply, .string, _), (.multiply, .list, _), (.multiply, .tuple, _):
                "can't multiply sequence by non-int of type '\(b)'"
            case (.multiply, _, .string), (.multiply, _, .list), (.multiply, _, .tuple):
                "can't multiply sequence by non-int of type '\(a)'"
            case (.power, _, _): "unsupported operand type(s) for ** or pow(): '\(a)' and '\(b)'"
            default: "unsupported operand type(s) for \(symbol.rawValue): '\(a)' and '\(b)'"
            }
        return Fault(
            .type,
            "'\(symbol.rawValue)' does not combine \(left.quotedType) with \(right.quotedType)"
                + hint(symbol, left, right),
            python: python)
    }

    /// What to do about operands that do not go together.
    private func hint(_ symbol: BinaryOperator, _ left: Value, _ right: Value) -> String {
        switch (symbol, left, right) {
        case (_, .none, _), (_, _, .none): "; None is what a function without 'return' gives"
        case (.add, .string, .int), (.add, .string, .float), (.add, .int, .string), (.add, .float, .string):
            "; str(…) makes a text of a number"
        case (_, .list, .int), (_, .list, .float), (_, .int, .list), (_, .float, .list), (_, .list, .list):
            "; np.array(…) makes an array of a list, for arithmetic with every item"
        default: ""
        }
    }

    /// Joining and repeating sequences.
    private func sequences(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        switch (symbol, left, right) {
        case (.add, .string(let a), .string(let b)):
            try make((a.utf8.count + b.utf8.count) / 8)
            return .string(a + b)
        case (.add, .list(let a), .list(let b)):
            try make(a.items.count + b.items.count)
            return .list(of: a.items + b.items)
        case (.add, .tuple(let a), .tuple(let b)):
            try make(a.count + b.count)
            return .tuple(a + b)
        case (.multiply, .string(let text), _):
            guard let count = try index(right) else { return nil }
            if count <= 0 || text.isEmpty { return .string("") }
            try make(multipliedClamping(text.utf8.count, count) / 8)
            return .string(String(repeating: text, count: try Int(size: count)))
        case (.multiply, .list(let list), _):
            guard let count = try index(right) else { return nil }
            return .list(of: try repeated(list.items, count))
        case (.multiply, .tuple(let items), _):
            guard let count = try index(right) else { return nil }
            return .tuple(try repeated(items, count))
        case (.multiply, _, .string), (.multiply, _, .list), (.multiply, _, .tuple):
            return left.index == nil && !left.hasNumberMethod ? nil : try sequences(symbol, right, left)
        case (.bitOr, .set, .set), (.bitAnd, .set, .set), (.subtract, .set, .set), (.bitXor, .set, .set):
            return try combineSets(symbol, left, right)
        case (.bitOr, .view, _), (.bitAnd, .view, _), (.subtract, .view, _), (.bitXor, .view, _), (.bitOr, .set, .view),
            (.bitAnd, .set, .view), (.subtract, .set, .view), (.bitXor, .set, .view):
            return try combineSets(symbol, left, right)
        case (.bitOr, .dict(let a), .dict(let b)):
            try makeEntries(a.count + b.count)
            let merged = DictObject(copying: a)
            for (hash, item) in b.hashedItems { merged.set(item.key, hash, to: item.value) }
            return .dict(merged)
        default: return nil
        }
    }

    private func repeated(_ items: [Value], _ count: Int64) throws(Fault) -> [Value] {
        if count <= 0 || items.isEmpty { return [] }
        try make(multipliedClamping(items.count, count))
        return Array(repeatElement(items, count: try Int(size: count)).joined())
    }

    private func multipliedClamping(_ a: Int, _ b: Int64) -> Int64 {
        let (product, overflow) = Int64(a).multipliedReportingOverflow(by: b)
        return overflow ? Int64.max : product
    }
}

extension BinaryOperator {
    /// The operators that keep bools bools.
    var isLogical: Bool { self == .bitAnd || self == .bitOr || self == .bitXor }

    func combine(_ a: Bool, _ b: Bool) -> Bool {
        switch self {
        case .bitAnd: a && b
        case .bitOr: a || b
        case .bitXor: a != b
        default: preconditionFailure("only the logical operators combine bools")
        }
    }
}
