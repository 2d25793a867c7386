/// What `a.dtype` is.
final class ElementTypeObject: LibraryObject {
    let type: ElementType

    init(_ type: ElementType) { self.type = type }

    override var typeName: String { "numpy.dtype" }
    override var repr: String { "dtype('\(type.name)')" }
    override var text: String { type.name }
    override var attributeNames: [String] { ["itemsize", "kind", "name"] }

    override func attribute(_ name: String) throws(Fault) -> Value? {
        switch name {
        case "itemsize": .count(type.width)
        case "name": .string(type.name)
        case "kind": .string(type == .bool ? "b" : type == .int64 ? "i" : "f")
        default: nil
        }
    }

    /// `a.dtype == np.float64`, `a.dtype == float` and `a.dtype == 'float64'` ask the same.
    override func isEqual(to other: Value) -> Bool { ElementType(naming: other) == type }
}

extension ElementType {
    /// The type a value names: a type object, `np.float64`, `float`, `int`, `bool`, or a name in a string.
    init?(naming value: Value) {
        let name: String
        switch value {
        case .library(let object):
            guard let object = object as? ElementTypeObject else { return nil }
            self = object.type
            return
        case .string(let text): name = text
        case .type(let type): name = type.rawValue
        default: return nil
        }
        switch name {
        case "float", "float64", "numpy.float64", "f8", "d", "double": self = .float64
        case "float32", "numpy.float32", "f4", "f", "single": self = .float32
        case "int", "int64", "numpy.int64", "i8": self = .int64
        case "bool", "numpy.bool", "?": self = .bool
        default: return nil
        }
    }
}

extension BuiltinType {
    /// `np.float64(3)`: a scalar, or an array of the type.
    func element(_ type: ElementType, _ call: Call) throws(Fault) -> Value {
        if call.placed.isEmpty, call.named.isEmpty { return .fromNumPy(ArrayScalar.int64(0).array.converted(to: type)) }
        let value = try call.exactly(1)[0]
        switch value {
        case .string where type == .int64:
            return .scalar(.int64(try BuiltinType.int.make(call).index ?? 0))
        case .string where type.isFloating:
            guard let number = try BuiltinType.float.make(call).number else { return .none }
            return .fromNumPy(ArrayScalar.float64(number.double).array.converted(to: type))
        case .float(let number) where type == .int64:
            return .scalar(.int64(try Number.float(number).whole(.towardZero)))
        case .none, .string:
            throw Fault.outside(.type, "\(rawValue)() takes numbers and arrays, not \(value.typeWithArticle)")
        default: return .fromNumPy(try call.interpreter.array(of: value).converted(to: type))
        }
    }
}

extension Call {
    private func isBool(_ value: Value) -> Bool {
        if case .bool = value { true } else { false }
    }

    /// What `dtype=` names; nil when it is left out.
    func elementType(_ value: Value?) throws(Fault) -> ElementType? {
        guard let value, !value.isNone else { return nil }
        if let type = ElementType(naming: value) { return type }
        if value.index != nil, !isBool(value) {
            throw Fault.outside(
                .type, "\(function)() takes one shape or one list, so that its numbers stand in brackets of their own")
        }
        var written = ""
        if case .string(let text) = value { written = " '\(text)'" }
        throw Fault.outside(
            .type,
            "the cell language has no element type\(written) here; it has np.float64, np.float32, np.int64 and np.bool_"
        )
    }
}
