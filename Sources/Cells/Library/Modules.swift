import Tensors

extension Module {
    /// The names a module has in the cell language.
    var names: [String] {
        switch self {
        case .math: MathModule.names
        case .numpy:
            ElementFunction.allCases.compactMap { $0.numpyName } + ArrayReduction.allCases.map { $0.rawValue }
                + NumPyFunction.names
                + ["e", "inf", "nan", "newaxis", "pi"]
        }
    }

    func member(_ name: String) -> Value? {
        guard names.contains(name) else { return nil }
        switch self {
        case .math: return MathModule.member(name)
        case .numpy: return numpyMember(name)
        }
    }

    private func numpyMember(_ name: String) -> Value? {
        let path = "np." + name
        if name != "tau", let value = MathModule.constant(name) { return .float(value) }
        if name == "newaxis" { return Value.none }
        if let function = ElementFunction.allCases.first(where: { $0.numpyName == name }) {
            return Builtins.elementwise(function, path, isNumPy: true)
        }
        if let reduction = ArrayReduction(rawValue: name) { return Builtins.reduction(reduction, path) }
        return NumPyFunction.value(of: name)
    }
}

extension Call {
    /// The number given at a place.
    func number(_ place: Int) throws(Fault) -> Number {
        if case .array(let array) = placed[place], array.values.shape.count == 1 {
            return array.values.scalar(at: 0).number
        }
        guard let number = placed[place].anyNumber else {
            throw Fault(.type, "\(function)() takes numbers, not a '\(placed[place].typeName)'")
        }
        return number
    }
}
