import Tensors

/// Arithmetic on arrays that only the machine knows: what comes up inside an expression, is used once and has no name.
///
/// The result of `2 * (y - t)` takes the place of `y - t`, as no one can ever see that again; half of the arrays of a training loop
/// need no memory of their own. Whether an array is known elsewhere is what its count of references says.
extension Interpreter {
    /// An operator on what is not two plain numbers.
    @inline(never)
    func combine(
        _ symbol: BinaryOperator, _ instruction: Instruction, _ left: UnsafeMutablePointer<Value>,
        _ right: UnsafeMutablePointer<Value>, _ target: UnsafeMutablePointer<Value>
    ) throws(Fault) {
        if symbol == .matrixMultiply {
            if let product = try smallProduct(left.pointee, right.pointee) {
                target.pointee = product
                return
            }
        } else {
            if instruction.hasScratchLeft, try reuse(symbol, left, right, isLeft: true, target) { return }
            if instruction.hasScratchRight, try reuse(symbol, right, left, isLeft: false, target) { return }
            if let result = try denseArithmetic(symbol, left.pointee, right.pointee) {
                target.pointee = result
                return
            }
        }
        target.pointee = try binary(symbol, left.pointee, right.pointee)
    }

    /// Puts the result of an operator in the place of one operand.
    ///
    /// - Returns: false when that operand is not an array of its own, or the result needs another shape or type.
    private func reuse(
        _ symbol: BinaryOperator, _ scratch: UnsafeMutablePointer<Value>, _ other: UnsafeMutablePointer<Value>,
        isLeft: Bool, _ target: UnsafeMutablePointer<Value>
    ) throws(Fault) -> Bool {
        guard let array = scratchArray(scratch) else { return false }
        let isDone: Bool
        switch other.pointee {
        case .float(let number): isDone = array._withUnsafeGuaranteedRef { $0.change(symbol, number, isLeft: isLeft) }
        case .int(let number):
            isDone = array._withUnsafeGuaranteedRef { $0.change(symbol, Double(number), isLeft: isLeft) }
        default:
            guard let operand = stack.layout.array(other) else { return false }
            isDone = array._withUnsafeGuaranteedRef { array in
                operand._withUnsafeGuaranteedRef { array.change(symbol, $0, isLeft: isLeft) }
            }
        }
        if !isDone { return false }
        try step(1 + array._withUnsafeGuaranteedRef { $0.count } / 16)
        move(scratch, to: target)
        return true
    }

    /// A function of every element in the place of the argument; false when that is not an array of its own.
    @inline(never)
    func reuse(
        _ function: ElementFunction, _ scratch: UnsafeMutablePointer<Value>
    ) throws(Fault) -> Bool {
        guard let array = scratchArray(scratch) else { return false }
        let count = array._withUnsafeGuaranteedRef { array in
            let elements = array.elements(Double.self)
            if function == .exp {
                for place in 0..<array.count { elements[place] = Double.exp(elements[place]) }
            } else {
                for place in 0..<array.count { elements[place] = function.apply(elements[place]) }
            }
            return array.count
        }
        try step(count)
        return true
    }

    /// `-value`
    @inline(never)
    func negate(
        _ instruction: Instruction, _ value: UnsafeMutablePointer<Value>, _ target: UnsafeMutablePointer<Value>
    ) throws(Fault) {
        if instruction.hasScratchLeft, let array = scratchArray(value) {
            array._withUnsafeGuaranteedRef { array in
                let elements = array.elements(Double.self)
                for place in 0..<array.count { elements[place] = -elements[place] }
            }
            move(value, to: target)
        } else {
            target.pointee = try unary(.minus, value.pointee)
        }
    }

    /// A dense array of float64 in a register that nothing else refers to.
    @inline(__always)
    private func scratchArray(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<ArrayObject>? {
        guard let array = stack.layout.array(register),
            array._withUnsafeGuaranteedRef({ $0.isDenseDouble && $0.ownsMemory }), stack.layout.isUnique(register)
        else { return nil }
        return array
    }

    private func move(_ source: UnsafeMutablePointer<Value>, to target: UnsafeMutablePointer<Value>) {
        if source == target { return }
        let value = source.move()
        source.initialize(to: .unbound)
        target.pointee = value
    }
}

extension ArrayObject {
    /// `self = self symbol number`, or with the number on the left; false for what is no rule of arithmetic.
    fileprivate func change(_ symbol: BinaryOperator, _ number: Double, isLeft: Bool) -> Bool {
        let x = elements(Double.self)
        switch (symbol, isLeft) {
        case (.add, _): for place in 0..<count { x[place] += number }
        case (.multiply, _): for place in 0..<count { x[place] *= number }
        case (.subtract, true): for place in 0..<count { x[place] -= number }
        case (.subtract, false): for place in 0..<count { x[place] = number - x[place] }
        case (.divide, true): for place in 0..<count { x[place] /= number }
        case (.divide, false): for place in 0..<count { x[place] = number / x[place] }
        default: return false
        }
        return true
    }

    /// The same with a dense array of the same shape.
    fileprivate func change(_ symbol: BinaryOperator, _ other: ArrayObject, isLeft: Bool) -> Bool {
        guard other.isDenseDouble, sizes == other.sizes else { return false }
        let (x, y) = (elements(Double.self), other.elements(Double.self))
        switch (symbol, isLeft) {
        case (.add, _): for place in 0..<count { x[place] += y[place] }
        case (.multiply, _): for place in 0..<count { x[place] *= y[place] }
        case (.subtract, true): for place in 0..<count { x[place] -= y[place] }
        case (.subtract, false): for place in 0..<count { x[place] = y[place] - x[place] }
        case (.divide, true): for place in 0..<count { x[place] /= y[place] }
        case (.divide, false): for place in 0..<count { x[place] = y[place] / x[place] }
        default: return false
        }
        return true
    }
}
