import Diagnostics

/// What the libraries' own functions take beyond what the cell language has of them.
extension Call {
    /// What NumPy's function of this name takes; nil for what is not NumPy's.
    var signature: NumPySignature? {
        switch receiver {
        case .none: NumPySignature.all[function]
        case .array: NumPySignature.all["ndarray." + function]
        case .generator: NumPySignature.all["Generator." + function]
        case .tensor: nil
        }
    }

    private var isOfTorch: Bool { receiver == .tensor || function.hasPrefix("torch.") }

    /// Whether the library's function may have an argument of that name.
    func libraryTakes(_ name: String) -> Bool { isOfTorch || signature?.parameters.contains(name) == true }

    /// Whether the library's function may take so many arguments by place.
    func libraryTakes(_ count: Int) -> Bool { isOfTorch || signature.map { count <= $0.placed } == true }

    /// Whether an argument says no more than its absence: `out=None`.
    func isLeftOut(_ name: String, _ value: Value) -> Bool { name == "out" && value.isNone && libraryTakes(name) }

    func tooMany(_ count: Int) -> Fault {
        let most = count == 1 ? "1 argument" : "\(count) arguments"
        return Fault(
            .type, "\(function)() takes at most \(most) by place, but \(placed.count) are given",
            isOutside: libraryTakes(placed.count))
    }

    func unknown(_ argument: Named, _ parameters: [String]) -> Fault {
        if libraryTakes(argument.name) {
            return .outside(
                .type, "\(function)() has no argument '\(argument.name)' in the cell language", at: argument.range,
                suggestion: nearestName(to: argument.name, in: parameters))
        }
        return Fault(
            .type, "\(function)() has no argument '\(argument.name)'", at: argument.range,
            suggestion: nearestName(to: argument.name, in: parameters))
    }

    /// The arguments by place where `parameters` have them, when NumPy's function has further ones in between.
    func placed(among parameters: [String]) throws(Fault) -> [Value?] {
        guard placed.count > 1, let signature else {
            if placed.count > parameters.count { throw tooMany(parameters.count) }
            return placed.map(Optional.some)
        }
        if placed.count > signature.placed { throw tooMany(min(signature.placed, parameters.count)) }
        var found = [Value?](repeating: nil, count: parameters.count)
        for (place, value) in placed.enumerated() {
            let name = signature.parameters[place]
            if let own = parameters.firstIndex(of: name) {
                found[own] = value
            } else if !isLeftOut(name, value) {
                throw .outside(.type, "\(function)() has no argument '\(name)' in the cell language")
            }
        }
        return found
    }
}
