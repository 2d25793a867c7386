extension Gradients {
    /// The names of all derivatives in order of computation, from the outputs back to the inputs: `y1_out`, `y1_in`, `V`,
    /// `v11`, …, `h1_out`, …, `x1`. `h1` stands beside `h1_out`.
    public var names: [String] { entries.map { $0.name } }

    /// All names the gradients answer to.
    public var allNames: [String] { names }

    private var entries: [(name: String, quantity: Quantity)] {
        network.architecture.gradientEntries().filter { quantity(named: $0.name) == $0.quantity }
    }

    /// What `name` stands for, or nil when there is no derivative by it.
    public func quantity(named name: String) -> Quantity? {
        guard let quantity = network.architecture.vocabulary[name] else { return nil }
        switch quantity {
        case .target, .targets, .error, .errors, .loss: return nil
        default: return quantity
        }
    }

    /// The derivative of the loss by what `name` stands for, or nil.
    public func value(named name: String) -> NamedValue? { quantity(named: name).flatMap { value(of: $0) } }

    /// The derivative of the loss by a quantity, or nil when there is none.
    public func value(of quantity: Quantity) -> NamedValue? {
        network.architecture.parameterValue(of: quantity, in: parameters)
            ?? network.architecture.value(of: quantity, in: values)
    }

    /// The derivative by the scalar called `name`, or nil.
    public subscript(name: String) -> Double? {
        guard case .scalar(let value)? = value(named: name) else { return nil }
        return value
    }
}
