import Tensors

extension Interpreter {
    /// A comparison with an array: element by element; nil when the other side is nothing an array compares with.
    func compareArrays(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        guard left.isArrayLike, right.isArrayLike else {
            if relation == .equal || relation == .notEqual { return nil }
            throw Fault(
                .type, "'\(relation.rawValue)' does not compare a '\(left.typeName)' with a '\(right.typeName)'")
        }
        let (a, b) = (try arrayValues(of: left), try arrayValues(of: right))
        if a.type == .int64 && b.type == .int64 {
            if case .int64(let x) = a, case .int64(let y) = b {
                return .fromNumPy(.bool(try combine(x, y) { relation.holds(for: $0 < $1 ? -1 : ($0 == $1 ? 0 : 1)) }))
            }
        }
        if try commonType(left, a, right, b) == .float32 {
            if case .float32(let x) = a.converted(to: .float32), case .float32(let y) = b.converted(to: .float32) {
                return .fromNumPy(.bool(try combine(x, y) { relation.holds(for: order($0, $1)) }))
            }
        }
        return .fromNumPy(.bool(try combine(a.doubles, b.doubles) { relation.holds(for: order($0, $1)) }))
    }

    /// `max(|a − b|) ≤ tolerance`, element by element, over numbers, arrays and nested lists.
    func isWithin(_ tolerance: Double, _ left: Value, _ right: Value) throws(Fault) -> Bool {
        let (a, b) = (try arrayValues(of: left).doubles, try arrayValues(of: right).doubles)
        return try combine(a, b) { abs($0 - $1) <= tolerance || $0 == $1 }.elements.allSatisfy { $0 }
    }
}

private func order<T: FloatingPoint>(_ a: T, _ b: T) -> Int? {
    a < b ? -1 : (a == b ? 0 : (a > b ? 1 : nil))
}

extension Value {
    /// Whether NumPy makes an array of it.
    var isArrayLike: Bool {
        switch self {
        case .bool, .int, .float, .list, .tuple, .range, .array, .scalar: true
        default: false
        }
    }
}

extension Shape {
    /// The number of elements, or the largest whole number where it is larger still.
    var boundedCount: Int64 {
        var count: Int64 = 1
        if sizes.contains(0) { return 0 }
        for size in sizes {
            let (product, overflow) = count.multipliedReportingOverflow(by: Int64(size))
            if overflow { return Int64.max }
            count = product
        }
        return count
    }
}
