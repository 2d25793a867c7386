import Tensors

/// An element of an array as a value of its own.
public enum ArrayScalar: Sendable, Hashable {
    case bool(Bool)
    case int64(Int64)
    case float32(Float)
    case float64(Double)

    var type: ElementType {
        switch self {
        case .bool: .bool
        case .int64: .int64
        case .float32: .float32
        case .float64: .float64
        }
    }

    var number: Number {
        switch self {
        case .bool(let value): .int(value ? 1 : 0)
        case .int64(let value): .int(value)
        case .float32(let value): .float(Double(value))
        case .float64(let value): .float(value)
        }
    }

    /// The Python value that `.item()` gives.
    var item: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int64(let value): .int(value)
        case .float32(let value): .float(Double(value))
        case .float64(let value): .float(value)
        }
    }

    var isTrue: Bool { Bool.from(self) }

    /// An array of rank 0 with this element.
    var array: ArrayObject {
        let made = ArrayObject(unfilled: type, Axes())
        made.first = self
        return made
    }
}

extension ArrayObject {
    /// The element at a distance from the first, in elements.
    func scalar(at offset: Int) -> ArrayScalar {
        switch type {
        case .bool: .bool(elements(Bool.self)[offset])
        case .int64: .int64(elements(Int64.self)[offset])
        case .float32: .float32(elements(Float.self)[offset])
        case .float64: .float64(elements(Double.self)[offset])
        }
    }

    /// Puts an element, converted to the array's type, at a distance from the first.
    func put(_ scalar: ArrayScalar, at offset: Int) {
        switch type {
        case .bool: elements(Bool.self)[offset] = .from(scalar)
        case .int64: elements(Int64.self)[offset] = .from(scalar)
        case .float32: elements(Float.self)[offset] = .from(scalar)
        case .float64: elements(Double.self)[offset] = .from(scalar)
        }
    }

    /// The first element.
    var first: ArrayScalar {
        get { scalar(at: 0) }
        set { put(newValue, at: 0) }
    }
}

extension Value {
    /// Whether the value is an array or a NumPy scalar.
    var isNumPy: Bool {
        switch self {
        case .array, .scalar: true
        default: false
        }
    }

    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

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
