import Diagnostics

/// The arguments of one call of a built-in function.
struct Call {
    struct Named {
        var name: String
        var value: Value
        var range: SourceRange
    }

    /// What a method belongs to, where a library has more of it than the cell language.
    enum Receiver {
        case none, array, generator, tensor
    }

    let function: String
    let placed: [Value]
    let named: [Named]
    let interpreter: Interpreter
    var receiver = Receiver.none

    /// The same call as one of a method of a library's object.
    func of(_ receiver: Receiver) -> Call {
        var call = self
        call.receiver = receiver
        return call
    }

    /// The arguments in the order of `parameters`, given by place or by name; nil for one that is left out.
    ///
    /// - Parameter required: how many of the first parameters must be given.
    /// - Throws: a fault that names what is missing, too much or unknown.
    func bound(_ parameters: [String], required: Int) throws(Fault) -> [Value?] {
        if placed.count > parameters.count { throw tooMany(parameters.count) }
        return try bound(placed.map(Optional.some), parameters, required: required)
    }

    /// As `bound`, with the arguments by place where the parameters have them.
    func bound(_ placed: [Value?], _ parameters: [String], required: Int) throws(Fault) -> [Value?] {
        var found = placed + [Value?](repeating: nil, count: parameters.count - placed.count)
        for argument in named {
            guard let place = parameters.firstIndex(of: argument.name) else {
                if isLeftOut(argument.name, argument.value) { continue }
                throw unknown(argument, parameters)
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
            throw Fault(
                .type, "\(function)() takes \(wanted), but \(placed.count) are given",
                isOutside: placed.count > count && libraryTakes(placed.count))
        }
        return placed
    }

    func refuseNames() throws(Fault) {
        if let first = named.first(where: { !isLeftOut($0.name, $0.value) }) {
            throw Fault(
                .type, "\(function)() takes no arguments by name", at: first.range, isOutside: libraryTakes(first.name))
        }
    }
}
