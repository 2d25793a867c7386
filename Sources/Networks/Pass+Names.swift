extension Pass {
    /// The names of all values in order of definition: `x1`, …, `inputs`, `h1_in`, …, `h`, …, `e1`, `loss`.
    ///
    /// `h1` stands beside `h1_out`. A name that a declared one hides is left out.
    public var names: [String] { entries.map { $0.name } }

    /// All names the pass answers to.
    public var allNames: [String] { names }

    private var entries: [(name: String, quantity: Quantity)] {
        network.architecture.passEntries(targetNames: instance.targetNames, withTargets: hasTargets)
            .filter { quantity(named: $0.name) == $0.quantity }
    }

    /// What `name` stands for, or nil when the pass has no such value.
    public func quantity(named name: String) -> Quantity? {
        if let j = instance.targetNames.firstIndex(of: name) { return .target(j) }
        guard let quantity = network.architecture.vocabulary[name], !quantity.isParameter else { return nil }
        switch quantity {
        case .target, .targets, .error, .errors, .loss: return hasTargets ? quantity : nil
        default: return quantity
        }
    }

    /// The value called `name`, or nil.
    public func value(named name: String) -> NamedValue? { quantity(named: name).flatMap { value(of: $0) } }

    /// The value of a quantity of the pass, or nil for a quantity it does not have.
    public func value(of quantity: Quantity) -> NamedValue? {
        network.architecture.value(of: quantity, in: values)
    }

    /// The scalar called `name`, or nil.
    public subscript(name: String) -> Double? {
        guard case .scalar(let value)? = value(named: name) else { return nil }
        return value
    }
}
