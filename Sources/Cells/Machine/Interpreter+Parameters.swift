import Diagnostics

extension Interpreter {
    /// Gives a function of the program, or a method, a frame with arguments by place and by name.
    ///
    /// - Returns: false when the arguments are not as simple as that, or do not fit.
    func pushNamed(
        _ callee: UnsafeMutablePointer<Value>, _ shape: Int, result: Int32
    ) throws(Fault) -> Bool {
        var function = callee.pointee
        var registers: [Value] = []
        if case .method(let method) = function {
            function = method.function
            registers.append(method.object)
        }
        guard case .closure(let closure) = function, !closure.code.isGenerator else { return false }
        let signature = closure.code.signature
        guard signature.rest == nil, signature.namedRest == nil, signature.placedOnly == 0,
            registers.count <= signature.placed.count
        else { return false }
        let count = closure.code.parameterCount
        var place = registers.count
        while registers.count < count { registers.append(.unbound) }
        let code = stack.frames[stack.frameCount - 1].code.takeUnretainedValue()
        for (index, argument) in code.shapes[shape].arguments.enumerated() {
            switch argument {
            case .placed:
                guard place < signature.placed.count else { return false }
                registers[place] = callee[1 + index]
                place += 1
            case .named(let name, _):
                guard let found = signature.place(of: name), case .unbound = registers[found] else { return false }
                registers[found] = callee[1 + index]
            case .starred, .namedRest: return false
            }
        }
        let firstDefault = count - closure.defaults.count
        for index in 0..<count {
            guard case .unbound = registers[index] else { continue }
            if index >= firstDefault { registers[index] = closure.defaults[index - firstDefault] }
            if case .unbound = registers[index] { return false }
        }
        try stack.reserve(callee + 1 + count)
        for index in 0..<count { callee[1 + index] = registers[index] }
        callee.pointee = function
        try push(closure, callee + 1, result: result, .function)
        return true
    }

    /// Puts arguments into the registers of the parameters they belong to.
    func bind(
        _ placed: [Value], _ named: [Call.Named], to closure: Closure, _ registers: UnsafeMutablePointer<Value>
    ) throws(Fault) {
        let code = closure.code
        let signature = code.signature
        for index in 0..<code.parameterCount { registers[index] = .unbound }
        let direct = min(placed.count, signature.placed.count)
        for index in 0..<direct { registers[index] = placed[index] }
        let restPlace = signature.placed.count + signature.named.count
        if signature.rest != nil { registers[restPlace] = .tuple(Array(placed[direct...])) }
        let others: DictObject? = signature.namedRest == nil ? nil : DictObject()
        for argument in named { try bind(argument, named, closure, registers, others) }
        if placed.count > direct, signature.rest == nil {
            let byName = signature.named.count { name in named.contains { $0.name == name } }
            throw tooMany(placed.count, byName, closure)
        }
        if let others {
            registers[restPlace + (signature.rest == nil ? 0 : 1)] = .dict(others)
        }
        let firstDefault = signature.placed.count + signature.named.count - closure.defaults.count
        for index in 0..<(signature.placed.count + signature.named.count) {
            guard case .unbound = registers[index] else { continue }
            if index >= firstDefault { registers[index] = closure.defaults[index - firstDefault] }
            if case .unbound = registers[index] { throw missing(from: index, closure, registers, firstDefault) }
        }
    }

    private func bind(
        _ argument: Call.Named, _ all: [Call.Named], _ closure: Closure, _ registers: UnsafeMutablePointer<Value>,
        _ others: DictObject?
    ) throws(Fault) {
        let signature = closure.code.signature
        let names = signature.placed + signature.named
        if let place = names.firstIndex(of: argument.name), place >= signature.placedOnly {
            guard case .unbound = registers[place] else {
                throw Fault(
                    .type, "\(closure.code.name)() gets '\(argument.name)' twice", at: argument.range,
                    python: "\(closure.code.qualifiedName)() got multiple values for argument '\(argument.name)'")
            }
            registers[place] = argument.value
        } else if let others {
            let key = Value.string(argument.name)
            others.set(key, try hashKey(key), to: argument.value)
        } else if signature.placed.prefix(signature.placedOnly).contains(argument.name) {
            let names = signature.placed.prefix(signature.placedOnly).filter { name in all.contains { $0.name == name }
            }
            throw Fault(
                .type, "\(closure.code.name)() takes '\(argument.name)' by its place, not by its name",
                at: argument.range,
                python:
                    "\(closure.code.qualifiedName)() got some positional-only arguments passed as keyword arguments: "
                    + "'\(names.joined(separator: ", "))'")
        } else {
            throw Fault(
                .type, "\(closure.code.name)() has no parameter '\(argument.name)'", at: argument.range,
                suggestion: nearestName(to: argument.name, in: names),
                python: "\(closure.code.qualifiedName)() got an unexpected keyword argument '\(argument.name)'")
        }
    }

    private func tooMany(_ count: Int, _ byName: Int, _ closure: Closure) -> Fault {
        let signature = closure.code.signature
        let most = signature.placed.count
        let defaults = max(0, closure.defaults.count - signature.named.count)
        let wanted = defaults > 0 ? "from \(most - defaults) to \(most)" : "\(most)"
        let plural = most == 1 && defaults == 0 ? "" : "s"
        let given =
            byName == 0
            ? "\(count) \(count == 1 ? "was" : "were")"
            : "\(count) positional argument\(count == 1 ? "" : "s")"
                + " (and \(byName) keyword-only argument\(byName == 1 ? "" : "s")) were"
        let said =
            "\(closure.code.name)() takes \(wanted) argument\(plural), but \(count) \(count == 1 ? "is" : "are") given"
        return Fault(
            .type, said + (closure.code.isMethod ? hint(aboutSelf: signature) : ""),
            python: "\(closure.code.qualifiedName)() takes \(wanted) positional argument\(plural) but \(given) given")
    }

    private func hint(aboutSelf signature: Signature) -> String {
        signature.placed.first == "self"
            ? ", the object among them" : "; a method gets its object first: 'self' is missing among the parameters"
    }

    /// The arguments that are missing: those by place, or when there are none, those by name.
    private func missing(
        from first: Int, _ closure: Closure, _ registers: UnsafeMutablePointer<Value>, _ firstDefault: Int
    ) -> Fault {
        let signature = closure.code.signature
        let names = signature.placed + signature.named
        let isPlaced = first < signature.placed.count
        var absent: [String] = []
        for index in first..<(isPlaced ? signature.placed.count : names.count) {
            guard case .unbound = registers[index] else { continue }
            if index >= firstDefault, case .unbound = closure.defaults[index - firstDefault] {
            } else if index >= firstDefault {
                continue
            }
            absent.append("'\(names[index])'")
        }
        let last = absent.last ?? ""
        let list =
            switch absent.count {
            case 0, 1: last
            case 2: "\(absent[0]) and \(last)"
            default: absent.dropLast().joined(separator: ", ") + ", and \(last)"
            }
        let plural = absent.count == 1 ? "" : "s"
        return Fault(
            .type, "\(closure.code.name)() needs the argument\(plural) \(list)",
            python: "\(closure.code.qualifiedName)() missing \(absent.count) required "
                + "\(isPlaced ? "positional" : "keyword-only") argument\(plural): \(list)")
    }
}
