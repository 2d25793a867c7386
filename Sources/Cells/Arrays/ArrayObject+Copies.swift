import Tensors

extension ArrayObject {
    /// The same elements in memory of their own, in row-major order.
    func copied() -> ArrayObject {
        let made = ArrayObject(unfilled: type, sizes)
        made.assign(self)
        return made
    }

    /// The elements as another type; this array itself when it has the type.
    func converted(to target: ElementType) -> ArrayObject {
        if target == type { return self }
        let made = ArrayObject(unfilled: target, sizes)
        made.assign(self)
        return made
    }

    /// Puts the elements of another array, converted and stretched to this one, in their places.
    ///
    /// - Precondition: the sizes fit, and the arrays do not overlap.
    func assign(_ source: ArrayObject) {
        switch type {
        case .bool: source.type.visit(Assignment<Bool>(target: self, source: source))
        case .int64: source.type.visit(Assignment<Int64>(target: self, source: source))
        case .float32: source.type.visit(Assignment<Float>(target: self, source: source))
        case .float64: source.type.visit(Assignment<Double>(target: self, source: source))
        }
    }

    private struct Assignment<Target: StoredElement>: ElementVisitor {
        let target: ArrayObject
        let source: ArrayObject

        func visit<Source: StoredElement>(_ type: Source.Type) {
            target.fill(from: source) { (element: Source) in Target.from(element) }
        }
    }

    /// Puts one number, converted to the array's type, in every place.
    func assign(_ scalar: ArrayScalar) {
        switch type {
        case .bool: fill(with: Bool.from(scalar))
        case .int64: fill(with: Int64.from(scalar))
        case .float32: fill(with: Float.from(scalar))
        case .float64: fill(with: Double.from(scalar))
        }
    }

    /// This array, or a copy where it looks at the memory of `other` in another way.
    func unentangled(from other: ArrayObject) -> ArrayObject {
        if base !== other.base || (memory == other.memory && sizes == other.sizes && strides == other.strides) {
            return self
        }
        return copied()
    }
}
