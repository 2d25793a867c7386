import Tensors

/// One side of an operator between arrays.
enum Side {
    case array(ArrayObject)
    case scalar(ArrayScalar)
    /// A Python number, which is only as wide as its kind demands.
    case number(Number)

    var sizes: Axes {
        if case .array(let array) = self { return array.sizes }
        return Axes()
    }

    /// The type NumPy 2 computes in when two sides meet.
    static func type(_ a: Side, _ b: Side) -> ElementType {
        switch (a, b) {
        case (.number(let x), .number(let y)): return x.elementType.promoted(with: y.elementType)
        case (.number(let number), let other), (let other, .number(let number)):
            switch (number, other.ownType) {
            case (.int, .bool): return .int64
            case (.int, let type): return type
            case (.float, .float32): return .float32
            case (.float, _): return .float64
            }
        default: return a.ownType.promoted(with: b.ownType)
        }
    }

    /// The type the side would have as an array.
    var ownType: ElementType {
        switch self {
        case .array(let array): array.type
        case .scalar(let scalar): scalar.type
        case .number(let number): number.elementType
        }
    }

    /// The side in the type of the operation.
    @inline(__always)
    func operand<Element: StoredElement>(_ type: Element.Type) -> Operand<Element> {
        switch self {
        case .array(let array): .array(array.type == Element.type ? array : array.converted(to: Element.type))
        case .scalar(let scalar): .number(.from(scalar))
        case .number(.int(let value)): .number(.from(value))
        case .number(.float(let value)): .number(.from(value))
        }
    }
}

extension Number {
    var elementType: ElementType {
        if case .int = self { return .int64 }
        return .float64
    }
}

extension Interpreter {
    /// A value as a side of an operator or function of that name.
    @inline(__always)
    func side(_ value: Value, _ symbol: @autoclosure () -> String) throws(Fault) -> Side {
        switch value {
        case .array(let array): return .array(array)
        case .float(let value): return .number(.float(value))
        case .int(let value): return .number(.int(value))
        case .scalar(let scalar): return .scalar(scalar)
        case .bool(let value): return .scalar(.bool(value))
        case .list, .tuple, .range: return .array(try array(of: value))
        default:
            throw Fault(
                .type, "'\(symbol())' does not combine an array with \(value.quotedType)",
                isOutside: value.isObject || value.isString)
        }
    }

    /// The sizes two sides are stretched to.
    ///
    /// - Throws: a fault naming both shapes when they do not fit.
    @inline(__always)
    func commonSizes(_ a: Side, _ b: Side) throws(Fault) -> Axes {
        switch (a, b) {
        case (.array(let x), .array(let y)):
            if x.sizes == y.sizes { return x.sizes }
            guard let sizes = Axes.common(x.sizes, y.sizes) else { throw Interpreter.unmatched(x.sizes, y.sizes) }
            return sizes
        case (.array(let x), _): return x.sizes
        default: return b.sizes
        }
    }

    /// What is said of two shapes of which none is stretched to the other.
    ///
    /// - Parameter target: the shape of the array that is changed in place, which NumPy names a second time.
    static func unmatched(_ a: Axes, _ b: Axes, target: Axes? = nil) -> Fault {
        let third = target.map { $0.numpyText + " " } ?? ""
        return Fault(
            .value, "shapes \(a.description) and \(b.description) cannot be combined element by element",
            python: "operands could not be broadcast together with shapes \(a.numpyText) \(b.numpyText) \(third)")
    }

    /// The sizes that operands are stretched to.
    ///
    /// - Throws: a fault naming the shapes that do not fit; NumPy's own words name all of them.
    func commonSizes(_ operands: [Axes]) throws(Fault) -> Axes {
        var sizes = Axes()
        for operand in operands {
            guard let common = Axes.common(sizes, operand) else {
                let shapes = operands.map { $0.numpyText + " " }.joined()
                throw Fault(
                    .value,
                    "shapes \(sizes.description) and \(operand.description) cannot be combined element by element",
                    python: "operands could not be broadcast together with shapes \(shapes)")
            }
            sizes = common
        }
        return sizes
    }

    /// What `combine` makes of two sides, place by place: an array, or a scalar where both are numbers.
    @inline(__always)
    func combined<Source: StoredElement, Element: StoredElement>(
        _ a: Side, _ b: Side, _ combine: (Source, Source) -> Element
    ) throws(Fault) -> Value {
        let (x, y) = (a.operand(Source.self), b.operand(Source.self))
        if case .number(let left) = x, case .number(let right) = y { return .scalar(combine(left, right).scalar) }
        let result = try made(Element.type, try commonSizes(a, b))
        result.fill(x, y, combine)
        return .fromNumPy(result)
    }
}
