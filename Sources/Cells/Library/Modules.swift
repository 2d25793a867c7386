import Tensors

extension Module {
    /// The names a module has in the cell language.
    var names: [String] {
        switch self {
        case .math: MathModule.names
        case .numpy:
            ElementFunction.allCases.compactMap { $0.numpyName } + NumPyFunction.names
                + [
                    "bool", "bool_", "double", "e", "float32", "float64", "inf", "int64", "int_", "linalg", "nan",
                    "ndarray", "newaxis", "pi", "random", "single",
                ]
        case .numpyRandom: ["default_rng"]
        case .numpyLinearAlgebra: NumPyLinearAlgebra.allCases.map { $0.rawValue }
        case .torch: TorchModule.names
        case .torchNN: ["functional"]
        case .torchFunctional: TorchModule.functional
        }
    }

    func member(_ name: String) -> Value? {
        switch self {
        case .math: return names.contains(name) ? MathModule.member(name) : nil
        case .numpy: return numpyMember(name)
        case .numpyRandom:
            return name == "default_rng" ? Builtins.function("np.random." + name, GeneratorObject.make) : nil
        case .numpyLinearAlgebra:
            return NumPyLinearAlgebra(rawValue: name).map { Builtins.function("np.linalg." + name, $0.call) }
        case .torch: return TorchModule.member(name)
        case .torchNN: return name == "functional" ? .module(.torchFunctional) : nil
        case .torchFunctional: return names.contains(name) ? TorchModule.functionalMember(name) : nil
        }
    }

    private func numpyMember(_ name: String) -> Value? {
        let path = "np." + name
        if name != "tau", let value = MathModule.constant(name) { return .float(value) }
        switch name {
        case "newaxis": return Value.none
        case "random": return .module(.numpyRandom)
        case "linalg": return .module(.numpyLinearAlgebra)
        case "ndarray": return .type(.ndarray)
        case "float64", "double": return .type(.float64)
        case "float32", "single": return .type(.float32)
        case "int64", "int_": return .type(.int64)
        case "bool_", "bool": return .type(.numpyBool)
        default: break
        }
        if let function = ElementFunction.allCases.first(where: { $0.numpyName == name }) {
            return Builtins.elementwise(function, path, isNumPy: true)
        }
        return NumPyFunction.value(of: name)
    }
}

extension Call {
    /// The number given at a place.
    func number(_ place: Int) throws(Fault) -> Number {
        if case .array(let array) = placed[place], array.count == 1 {
            return array.first.number
        }
        if case .tensor(let tensor) = placed[place] { return try interpreter.pythonNumber(tensor) }
        guard let number = placed[place].anyNumber else {
            throw Fault(.type, "\(function)() takes numbers, not a '\(placed[place].typeName)'")
        }
        return number
    }
}
