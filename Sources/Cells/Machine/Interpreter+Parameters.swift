import Diagnostics

extension Interpreter {
    /// Puts arguments into the registers of the parameters they belong to.
    func bind(
        _ placed: [Value], _ named: [Call.Named], to closure: Closure, _ registers: UnsafeMutablePointer<Value>
    ) throws(Fault) {
        let code = closure.code
        let signature = code.signature
        for index in 0..<code.parameterCount { registers[index] = .unbound }
        let direct = min(placed.count, signature.placed.count)
        for index in 0..<direct { registers[index] = placed[index] }
        if placed.count > direct, signature.rest == nil { throw tooMany(placed.count, closure) }
        let restPlace = signature.placed.count + signature.named.count
        if signature.rest != nil { registers[restPlace] = .tuple(Array(placed[direct...])) }
        let others = DictObject()
        for argument in named { try bind(argument, closure, registers, others) }
        if signature.namedRest != nil {
            registers[restPlace + (signature.rest == nil ? 0 : 1)] = .dict(others)
        }
        let firstDefault = signature.placed.count + signature.named.count - closure.defaults.count
        for index in 0..<(signature.placed.count + signature.named.count) {
            guard case .unbound = registers[index] else { continue }
            if index >= firstDefault { registers[index] = closure.defaults[index - firstDefault] }
            if case .unbound = registers[index] { throw missing(index, closure) }
        }
    }

    private func bind(
        _ argument: Call.Named, _ closure: Closure, _ registers: UnsafeMutablePointer<Value>, _ others: DictObject
    ) throws(Fault) {
        let signature = closure.code.signature
        let names = signature.placed + signature.named
        if let place = names.firstIndex(of: argument.name), place >= signature.placedOnly {
            guard case .unbound = registers[place] else {
                throw Fault(
                    .type, "\(closure.code.name)() gets '\(argument.name)' twice", at: argument.range,
                    python: "\(closure.code.name)() got multiple values for argument '\(argument.name)'")
            }
            registers[place] = argument.value
        } else if signature.namedRest != nil {
            let key = Value.string(argument.name)
            others.set(key, try hashKey(key), to: argument.value)
        } else {
            throw Fault(
                .type, "\(closure.code.name)() has no parameter '\(argument.name)'", at: argument.range,
                suggestion: nearestName(to: argument.name, in: names),
                python: "\(closure.code.name)() got an unexpected keyword argument '\(argument.name)'")
        }
    }

    private func tooMany(_ count: Int, _ closure: Closure) -> Fault {
        let signature = closure.code.signature
        let most = signature.placed.count
        let defaults = max(0, closure.defaults.count - signature.named.count)
        let wanted = defaults > 0 ? "from \(most - defaults) to \(most)" : "\(most)"
        let plural = most == 1 && defaults == 0 ? "" : "s"
        return Fault(
            .type, "\(closure.code.name)() takes \(wanted) argument\(plural), but \(count) are given",
            python:
                "\(closure.code.name)() takes \(wanted) positional argument\(plural) but \(count) \(count == 1 ? "was" : "were") given"
        )
    }

    private func missing(_ index: Int, _ closure: Closure) -> Fault {
        let signature = closure.code.signature
        let isPlaced = index < signature.placed.count
        let name = isPlaced ? signature.placed[index] : signature.named[index - signature.placed.count]
        return Fault(
            .type, "\(closure.code.name)() needs the argument '\(name)'",
            python:
                "\(closure.code.name)() missing 1 required \(isPlaced ? "positional" : "keyword-only") argument: '\(name)'"
        )
    }
}
