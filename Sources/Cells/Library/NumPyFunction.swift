/// The functions of NumPy, in groups of which each knows its names.
enum NumPyFunction {
    static var names: [String] {
        NumPyCreation.allCases.map { $0.rawValue } + NumPyElementwise.allCases.map { $0.rawValue }
            + NumPyCombination.allCases.map { $0.rawValue } + NumPyReduction.allCases.map { $0.rawValue }
            + NumPyShaping.allCases.map { $0.rawValue } + NumPyJoining.allCases.map { $0.rawValue }
            + NumPyMatrix.allCases.map { $0.rawValue } + NumPyOrder.allCases.map { $0.rawValue }
            + NumPySetting.allCases.map { $0.rawValue }
    }

    static func value(of name: String) -> Value? {
        if let function = NumPyCreation(rawValue: name) { return make(name, function.call) }
        if let function = NumPyElementwise(rawValue: name) { return make(name, function.call) }
        if let function = NumPyCombination(rawValue: name) { return make(name, function.call) }
        if let function = NumPyReduction(rawValue: name) { return make(name, function.call) }
        if let function = NumPyShaping(rawValue: name) { return make(name, function.call) }
        if let function = NumPyJoining(rawValue: name) { return make(name, function.call) }
        if let function = NumPyMatrix(rawValue: name) { return make(name, function.call) }
        if let function = NumPyOrder(rawValue: name) { return make(name, function.call) }
        if let function = NumPySetting(rawValue: name) { return make(name, function.call) }
        return nil
    }

    private static func make(_ name: String, _ body: @escaping (Call) throws(Fault) -> Value) -> Value {
        Builtins.function("np." + name, body)
    }
}
