import Tensors

extension Interpreter {
    /// A comparison with an array: element by element; nil when the other side is nothing an array compares with.
    func compareArrays(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        guard left.isArrayLike, right.isArrayLike else {
            if relation == .equal || relation == .notEqual { return try comparedWithOther(relation, left, right) }
            throw Fault(
                .type, "'\(relation.rawValue)' does not compare \(left.quotedType) with \(right.quotedType)",
                isOutside: left.isString || right.isString)
        }
        let (a, b) = (try side(left, relation.rawValue), try side(right, relation.rawValue))
        switch Side.type(a, b) {
        case .float64: return try compared(relation, a, b, Double.self)
        case .float32: return try compared(relation, a, b, Float.self)
        // Bools are ordered as the whole numbers 0 and 1.
        case .int64, .bool: return try compared(relation, a, b, Int64.self)
        }
    }

    /// No element equals a text, a dict, None or anything else that is no number.
    private func comparedWithOther(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        let sizes: Axes
        switch (left, right) {
        case (.array(let array), _), (_, .array(let array)): sizes = array.sizes
        default: return nil
        }
        let result = try made(.bool, sizes)
        result.fill(with: relation == .notEqual)
        return .fromNumPy(result)
    }

    private func compared<T: StoredElement & Comparable>(
        _ relation: Relation, _ a: Side, _ b: Side, _ type: T.Type
    ) throws(Fault) -> Value {
        switch relation {
        case .less: return try combined(a, b) { (x: T, y: T) in x < y }
        case .lessEqual: return try combined(a, b) { (x: T, y: T) in x <= y }
        case .greater: return try combined(a, b) { (x: T, y: T) in x > y }
        case .greaterEqual: return try combined(a, b) { (x: T, y: T) in x >= y }
        case .equal: return try combined(a, b) { (x: T, y: T) in x == y }
        case .notEqual: return try combined(a, b) { (x: T, y: T) in x != y }
        case .isIn, .isNotIn, .isSame, .isNotSame: preconditionFailure("only order relations compare arrays")
        }
    }

    /// `max(|a − b|) ≤ tolerance`, element by element, over numbers, arrays and nested lists.
    func isWithin(_ tolerance: Double, _ left: Value, _ right: Value) throws(Fault) -> Bool {
        let (a, b) = (try array(of: left), try array(of: right))
        let close = try combined(.array(a), .array(b)) { (x: Double, y: Double) in
            abs(x - y) <= tolerance || x == y
        }
        return try array(of: close).isTrueEverywhere
    }
}

extension ArrayObject {
    /// Whether any element counts as true.
    var isTrueAnywhere: Bool {
        var holds = false
        converted(to: .bool).forEach { (element: Bool) in holds = holds || element }
        return holds
    }

    /// Whether every element counts as true.
    var isTrueEverywhere: Bool {
        var holds = true
        converted(to: .bool).forEach { (element: Bool) in holds = holds && element }
        return holds
    }
}
