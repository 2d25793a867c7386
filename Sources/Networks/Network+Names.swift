import Tensors

extension Network {
    /// The names of all weights, then of all biases, layer by layer: `w11`, `w12`, ….
    public var names: [String] { architecture.parameterNames }

    /// All names the network answers to: matrices, single weights, bias vectors and single biases.
    ///
    /// A name that a declared one hides is left out.
    public var allNames: [String] { architecture.allParameterNames.filter { value(named: $0) != nil } }

    /// The weight, bias, matrix or vector of biases called `name`, or nil.
    public func quantity(named name: String) -> Quantity? {
        guard let quantity = architecture.vocabulary[name], quantity.isParameter else { return nil }
        return quantity
    }

    /// What `name` stands for (a weight, a bias, a matrix, a vector of biases), or nil.
    public func value(named name: String) -> NamedValue? {
        quantity(named: name).flatMap { value(of: $0) }
    }

    /// The value of a weight, bias, matrix or vector of biases; nil for quantities of passes.
    public func value(of quantity: Quantity) -> NamedValue? {
        architecture.parameterValue(of: quantity, in: parameters)
    }

    /// The network with some weights or biases set to other numbers.
    ///
    /// - Throws: `unknownName`, `notAParameter` for what cannot be set, `parameterShape` for the name of a whole matrix,
    ///   `nonFiniteReplacement`.
    public func replace(_ changes: [(name: String, value: Double)]) throws(NetworkError) -> Network {
        var parameters = parameters
        for change in changes {
            let range = try architecture.parameterRange(named: change.name)
            guard architecture.vocabulary[change.name]?.isScalar == true else {
                throw .parameterShape(name: change.name, found: [], expected: architecture.shape(named: change.name))
            }
            guard change.value.isFinite else { throw .nonFiniteReplacement(name: change.name) }
            parameters[range.lowerBound] = change.value
        }
        return Network(architecture: architecture, parameters: parameters)
    }

    /// The network with a matrix, a vector of biases or a single number set, row by row.
    public func replace(_ name: String, with values: [Double], shape: [Int]) throws(NetworkError) -> Network {
        let range = try architecture.parameterRange(named: name)
        let expected = architecture.shape(named: name)
        guard shape == expected, values.count == range.count else {
            throw .parameterShape(name: name, found: shape, expected: expected)
        }
        guard values.allSatisfy({ $0.isFinite }) else { throw .nonFiniteReplacement(name: name) }
        var parameters = parameters
        parameters.replaceSubrange(range, with: values)
        return Network(architecture: architecture, parameters: parameters)
    }
}

extension Architecture {
    /// What a weight, bias, matrix or bias vector is among numbers laid out like the parameters.
    func parameterValue(of quantity: Quantity, in numbers: [Double]) -> NamedValue? {
        guard let range = parameterRange(of: quantity) else { return nil }
        switch quantity {
        case .weights(let layer):
            return .matrix(
                matrix(rows: plans[layer].sources, columns: plans[layer].units, Array(numbers[range])))
        case .biases: return .vector(Array(numbers[range]))
        default: return .scalar(numbers[range.lowerBound])
        }
    }

    /// The shape of a parameter: empty for a single number.
    func shape(named name: String) -> [Int] {
        switch vocabulary[name] {
        case .weights(let layer): [plans[layer].sources, plans[layer].units]
        case .biases(let layer): [plans[layer].units]
        default: []
        }
    }
}
