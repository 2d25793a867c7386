import Diagnostics

/// The arguments of one call of a built-in function.
struct Call {
    struct Named {
        var name: String
        var value: Value
        var range: SourceRange
    }

    let function: String
    let placed: [Value]
    let named: [Named]
    let interpreter: Interpreter

    /// The arguments in the order of `parameters`, given by place or by name; nil for one that is left out.
    ///
    /// - Parameter required: how many of the first parameters must be given.
    /// - Throws: a fault that names what is missing, too much or unknown.
    func bound(_ parameters: [String], required: Int) throws(Fault) -> [Value?] {
        if placed.count > parameters.count {
            let most = parameters.count == 1 ? "1 argument" : "\(parameters.count) arguments"
            throw Fault(.type, "\(function)() takes at most \(most) by place, but \(placed.count) are given")
        }
        var found = placed.map(Optional.some) + [Value?](repeating: nil, count: parameters.count - placed.count)
        for argument in named {
            guard let place = parameters.firstIndex(of: argument.name) else {
                let near = nearestName(to: argument.name, in: parameters)
                throw Fault(
                    .type, "\(function)() has no argument '\(argument.name)'", at: argument.range, suggestion: near)
            }
            if found[place] != nil {
                throw Fault(.type, "\(function)() gets '\(argument.name)' twice", at: argument.range)
            }
            found[place] = argument.value
        }
        for place in 0..<required where found[place] == nil {
            throw Fault(.type, "\(function)() needs the argument '\(parameters[place])'")
        }
        return found
    }

    /// The arguments of a function that takes a fixed number of them, by place only.
    func exactly(_ count: Int) throws(Fault) -> [Value] {
        try refuseNames()
        if placed.count != count {
            let wanted = count == 1 ? "1 argument" : "\(count) arguments"
            throw Fault(.type, "\(function)() takes \(wanted), but \(placed.count) are given")
        }
        return placed
    }

    func refuseNames() throws(Fault) {
        if let first = named.first {
            throw Fault(.type, "\(function)() takes no arguments by name", at: first.range)
        }
    }
}
