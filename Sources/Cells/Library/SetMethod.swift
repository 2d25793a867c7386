/// The methods of sets.
enum SetMethod: String, CaseIterable {
    case add, clear, copy, difference, discard, intersection, isdisjoint, issubset, issuperset, pop, remove, union,
        update
    case differenceUpdate = "difference_update"
    case intersectionUpdate = "intersection_update"
    case symmetricDifference = "symmetric_difference"
    case symmetricDifferenceUpdate = "symmetric_difference_update"

    func call(on set: SetObject, _ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .add:
            let member = try call.exactly(1)[0]
            try interpreter.makeEntries(1)
            set.insert(member, try interpreter.hashKey(member))
        case .discard:
            let member = try call.exactly(1)[0]
            if member.isSet { return .none }
            _ = set.remove(try interpreter.hashKey(member))
        case .remove:
            let member = try call.exactly(1)[0]
            let isThere = member.isSet ? false : set.remove(try interpreter.hashKey(member)) != nil
            if !isThere {
                throw try interpreter.keyFault("the set has no member \(try interpreter.repr(member))", member)
            }
        case .clear:
            _ = try call.exactly(0)
            set.removeAll()
        case .pop:
            _ = try call.exactly(0)
            if set.count > 1 { throw Interpreter.setWithoutOrder }
            guard let (hash, member) = set.hashedMembers.first else {
                throw try interpreter.keyFault("pop() of an empty set", .string("pop from an empty set"))
            }
            _ = set.remove(hash)
            return member
        case .copy:
            _ = try call.exactly(0)
            try interpreter.makeEntries(set.count)
            return .set(SetObject(copying: set))
        case .isdisjoint: return .bool(set.intersection(try other(call)).count == 0)
        case .issubset: return .bool(set.isSubset(of: try other(call)))
        case .issuperset: return .bool(try other(call).isSubset(of: set))
        case .union, .intersection, .difference, .symmetricDifference: return .set(try combined(set, call))
        case .update:
            try call.refuseNames()
            for value in call.placed {
                for item in try interpreter.itemsInAnyOrder(of: value) {
                    try interpreter.makeEntries(1)
                    set.insert(item, try interpreter.hashKey(item))
                }
            }
        case .intersectionUpdate, .differenceUpdate, .symmetricDifferenceUpdate:
            set.replace(by: try combined(set, call))
        }
        return .none
    }

    private func other(_ call: Call) throws(Fault) -> SetObject {
        try call.interpreter.asSet(try call.exactly(1)[0])
    }

    /// The set joined with, cut to or freed from every argument.
    private func combined(_ set: SetObject, _ call: Call) throws(Fault) -> SetObject {
        try call.refuseNames()
        if self == .symmetricDifference || self == .symmetricDifferenceUpdate { _ = try call.exactly(1) }
        var result = SetObject(copying: set)
        for value in call.placed {
            let other = try call.interpreter.asSet(value)
            try call.interpreter.makeEntries(result.count + other.count)
            result =
                switch self {
                case .union: result.union(other)
                case .intersection, .intersectionUpdate: result.intersection(other)
                case .difference, .differenceUpdate: result.subtracting(other)
                default: result.symmetricDifference(other)
                }
        }
        return result
    }
}

extension Value {
    /// A set is looked for in a set, though it can never be a member of one.
    var isSet: Bool {
        if case .set = self { return true }
        return false
    }
}

extension SetObject {
    func isSubset(of other: SetObject) -> Bool {
        count <= other.count && hashedMembers.allSatisfy { other.contains($0.hash) }
    }

    func union(_ other: SetObject) -> SetObject {
        let made = SetObject(copying: self)
        for (hash, member) in other.hashedMembers { made.insert(member, hash) }
        return made
    }

    /// Of two equal members it has that of the smaller set, of equally large ones that of `other`, as in CPython.
    func intersection(_ other: SetObject) -> SetObject {
        let (walked, asked) = other.count > count ? (self, other) : (other, self)
        return walked.filtered { asked.contains($0) }
    }

    func subtracting(_ other: SetObject) -> SetObject { filtered { !other.contains($0) } }

    func symmetricDifference(_ other: SetObject) -> SetObject {
        subtracting(other).union(other.subtracting(self))
    }

    private func filtered(_ isKept: (HashKey) -> Bool) -> SetObject {
        let made = SetObject()
        for (hash, member) in hashedMembers where isKept(hash) { made.insert(member, hash) }
        return made
    }
}

extension Interpreter {
    /// A set of what a value holds, itself when it is one.
    func asSet(_ value: Value) throws(Fault) -> SetObject {
        if case .set(let set) = value { return set }
        let made = SetObject()
        for item in try itemsInAnyOrder(of: value) { made.insert(item, try hashKey(item)) }
        return made
    }

    /// A set, or a view that behaves like one.
    private func setLike(_ value: Value) throws(Fault) -> SetObject? {
        switch value {
        case .set: return try asSet(value)
        case .view(let view) where view.part != .values: return try asSet(value)
        default: return nil
        }
    }

    /// `| & - ^` between sets and views of dicts.
    func combineSets(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        var (first, second) = (try setLike(left), try setLike(right))
        // A view takes anything that can be walked, a set only sets.
        if case .view = left, first != nil, second == nil { second = try asSet(right) }
        if case .view = right, second != nil, first == nil { first = try asSet(left) }
        guard let first, let second else { return nil }
        try makeEntries(first.count + second.count)
        switch symbol {
        case .bitOr: return .set(first.union(second))
        case .bitAnd: return .set(first.intersection(second))
        case .subtract: return .set(first.subtracting(second))
        case .bitXor: return .set(first.symmetricDifference(second))
        default: return nil
        }
    }

    /// Sets and views are ordered by inclusion.
    func compareSets(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Bool? {
        guard let a = try setLike(left), let b = try setLike(right) else { return nil }
        try step(a.count + b.count)
        switch relation {
        case .equal: return a.count == b.count && a.isSubset(of: b)
        case .lessEqual: return a.isSubset(of: b)
        case .less: return a.count < b.count && a.isSubset(of: b)
        case .greaterEqual: return b.isSubset(of: a)
        case .greater: return b.count < a.count && b.isSubset(of: a)
        default: return nil
        }
    }
}
