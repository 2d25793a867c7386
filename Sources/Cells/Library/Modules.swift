import Tensors

extension Module {
    /// The names a module has in the cell language.
    var names: [String] {
        switch self {
        case .math: MathModule.names
        case .numpy:
            ElementFunction.allCases.compactMap { $0.numpyName } + NumPyFunction.names + NumPyNames.all
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
        if let value = NumPyNames.value(of: name) { return value }
        if let function = ElementFunction.allCases.first(where: { $0.numpyName == name }) {
            return Builtins.elementwise(function, path, isNumPy: true)
        }
        return NumPyFunction.value(of: name)
    }
}

/// What NumPy has beside functions.
enum NumPyNames {
    static let types: [(name: String, type: BuiltinType)] = [
        ("bool", .numpyBool), ("bool_", .numpyBool), ("double", .float64), ("float32", .float32),
        ("float64", .float64), ("int64", .int64), ("int_", .int64), ("ndarray", .ndarray), ("single", .float32),
    ]
    static var constants: [(name: String, value: Value)] {
        [
            ("False_", .scalar(.bool(false))), ("True_", .scalar(.bool(true))), ("e", .float(Constants.e)),
            ("inf", .float(.infinity)), ("nan", .float(Double(nan: 1 << 48, signaling: false))), ("newaxis", .none),
            ("pi", .float(.pi)),
        ]
    }
    static let modules: [(name: String, module: Module)] = [
        ("linalg", .numpyLinearAlgebra), ("random", .numpyRandom),
    ]

    static var all: [String] { types.map { $0.name } + constants.map { $0.name } + modules.map { $0.name } }

    static func value(of name: String) -> Value? {
        if let type = types.first(where: { $0.name == name })?.type { return .type(type) }
        if let constant = constants.first(where: { $0.name == name }) { return constant.value }
        return modules.first { $0.name == name }.map { .module($0.module) }
    }
}

extension Call {
    /// The number given at a place.
    func number(_ place: Int) throws(Fault) -> Number {
        if case .array(let array) = placed[place], array.rank == 0 {
            return array.first.number
        }
        if case .tensor(let tensor) = placed[place] { return try interpreter.pythonNumber(tensor) }
        guard let number = placed[place].anyNumber else {
            throw Fault(
                .type, "\(function)() takes numbers, not \(placed[place].quotedType)",
                python: "must be real number, not \(placed[place].typeName)", isOutside: placed[place].isObject)
        }
        return number
    }
}
