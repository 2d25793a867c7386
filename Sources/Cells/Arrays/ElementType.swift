import Tensors

/// The element types of NumPy that the cell language has.
public enum ElementType: Int, Sendable, Hashable {
    case bool, int64, float32, float64

    var name: String {
        switch self {
        case .bool: "bool"
        case .int64: "int64"
        case .float32: "float32"
        case .float64: "float64"
        }
    }

    /// The bytes of an element.
    var width: Int {
        switch self {
        case .bool: 1
        case .float32: 4
        case .int64, .float64: 8
        }
    }

    var isFloating: Bool { self == .float32 || self == .float64 }

    /// The type NumPy 2 computes in when two typed operands meet.
    func promoted(with other: ElementType) -> ElementType {
        let (low, high) = rawValue < other.rawValue ? (self, other) : (other, self)
        return low == .int64 && high == .float32 ? .float64 : high
    }

    /// Whether NumPy's in-place operators put results of this type into an array of another: floats never into whole numbers,
    /// numbers never into bools.
    func fits(into target: ElementType) -> Bool {
        switch target {
        case .bool: self == .bool
        case .int64: !isFloating
        case .float32, .float64: true
        }
    }

    /// Does something with the Swift type of the elements.
    func visit<Visitor: ElementVisitor>(_ visitor: Visitor) -> Visitor.Result {
        switch self {
        case .bool: visitor.visit(Bool.self)
        case .int64: visitor.visit(Int64.self)
        case .float32: visitor.visit(Float.self)
        case .float64: visitor.visit(Double.self)
        }
    }
}

/// What is done in the same way with elements of every type.
protocol ElementVisitor {
    associatedtype Result
    func visit<Element: StoredElement>(_ type: Element.Type) -> Result
}

/// An element as it lies in memory: `Bool`, `Int64`, `Float` or `Double`.
protocol StoredElement: ArrayElement, Hashable {
    static var type: ElementType { get }
    /// The element as each type, converted as NumPy's `astype` does: cut towards zero, wide numbers rounded.
    var asBool: Bool { get }
    var asInt64: Int64 { get }
    var asFloat: Float { get }
    var asDouble: Double { get }
    var scalar: ArrayScalar { get }
    static func from<Other: StoredElement>(_ other: Other) -> Self
    /// Whether the element stands before another in a sorted array, where NaN is last.
    func precedes(_ other: Self) -> Bool
}

extension StoredElement {
    static func from(_ scalar: ArrayScalar) -> Self {
        switch scalar {
        case .bool(let value): from(value)
        case .int64(let value): from(value)
        case .float32(let value): from(value)
        case .float64(let value): from(value)
        }
    }
}

extension Bool: StoredElement {
    static var type: ElementType { .bool }
    var asBool: Bool { self }
    var asInt64: Int64 { self ? 1 : 0 }
    var asFloat: Float { self ? 1 : 0 }
    var asDouble: Double { self ? 1 : 0 }
    var scalar: ArrayScalar { .bool(self) }
    static func from<Other: StoredElement>(_ other: Other) -> Bool { other.asBool }
    func precedes(_ other: Bool) -> Bool { !self && other }
}

extension Int64: StoredElement {
    static var type: ElementType { .int64 }
    var asBool: Bool { self != 0 }
    var asInt64: Int64 { self }
    var asFloat: Float { Float(self) }
    var asDouble: Double { Double(self) }
    var scalar: ArrayScalar { .int64(self) }
    static func from<Other: StoredElement>(_ other: Other) -> Int64 { other.asInt64 }
    func precedes(_ other: Int64) -> Bool { self < other }
}

extension Float: StoredElement {
    static var type: ElementType { .float32 }
    var asBool: Bool { self != 0 }
    var asInt64: Int64 { Double(self).asInt64 }
    var asFloat: Float { self }
    var scalar: ArrayScalar { .float32(self) }
    static func from<Other: StoredElement>(_ other: Other) -> Float { other.asFloat }
    func precedes(_ other: Float) -> Bool { self < other || (other.isNaN && !isNaN) }
}

extension Double: StoredElement {
    static var type: ElementType { .float64 }
    var asBool: Bool { self != 0 }
    /// What does not fit becomes the smallest whole number, as on the processors NumPy's users have.
    var asInt64: Int64 { magnitude < 0x1p63 ? Int64(self) : Int64.min }
    var asFloat: Float { Float(self) }
    var scalar: ArrayScalar { .float64(self) }
    static func from<Other: StoredElement>(_ other: Other) -> Double { other.asDouble }
    func precedes(_ other: Double) -> Bool { self < other || (other.isNaN && !isNaN) }
}
