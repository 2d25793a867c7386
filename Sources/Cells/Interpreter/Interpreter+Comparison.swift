import Tensors

extension Interpreter {
    /// Whether a value counts as true.
    func truth(_ value: Value) throws(Fault) -> Bool {
        switch value {
        case .none: return false
        case .bool(let value): return value
        case .int(let value): return value != 0
        case .float(let value): return value != 0
        case .string(let text): return !text.isEmpty
        case .array(let array):
            if array.count != 1 {
                throw Fault(
                    .value,
                    "an array of \(array.count) elements is neither true nor false; use .all() or .any()",
                    python: array.count == 0
                        ? "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty."
                        : "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
                )
            }
            return array.first.isTrue
        case .scalar(let scalar): return scalar.isTrue
        case .tensor(let tensor): return try truth(of: tensor)
        case .torch(let torch): return torch.items?.isEmpty != true
        case .list, .tuple, .dict, .set, .view, .range, .dataSet: return try length(of: value) != 0
        case .object:
            if let result = try special("__bool__", value) {
                guard case .bool(let truth) = result else {
                    throw Fault(
                        .type, "'__bool__' gives True or False, and this one gives \(result.typeWithArticle)",
                        python: "__bool__ should return bool, returned \(result.typeName)")
                }
                return truth
            }
            if let length = try special("__len__", value) { return length.index != 0 }
            return true
        default: return true
        }
    }

    /// One step of a comparison chain; between arrays an array of bools.
    func compare(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value {
        try step()
        switch relation {
        case .isSame: return .bool(isSame(left, right))
        case .isNotSame: return .bool(!isSame(left, right))
        case .isIn: return .bool(try contains(right, left))
        case .isNotIn: return .bool(try !contains(right, left))
        case .less, .lessEqual, .greater, .greaterEqual, .equal, .notEqual:
            if left.isObject || right.isObject, let result = try compareObjects(relation, left, right) {
                return result
            }
            if left.isTensor || right.isTensor, let result = try compareTensors(relation, left, right) { return result }
            if left.isNumPy || right.isNumPy, let result = try compareArrays(relation, left, right) { return result }
            if relation == .equal { return .bool(try isEqual(left, right)) }
            if relation == .notEqual { return .bool(try !isEqual(left, right)) }
            return .bool(try order(relation, left, right))
        }
    }

    private func order(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Bool {
        if let a = left.number, let b = right.number { return relation.holds(for: Number.order(a, b)) }
        switch (left, right) {
        case (.string(let a), .string(let b)):
            try step(2 + (a.utf8.count + b.utf8.count) / 4)
            return relation.holds(for: order(Array(a.unicodeScalars), Array(b.unicodeScalars)))
        case (.list(let a), .list(let b)): return try order(relation, a.items, b.items)
        case (.tuple(let a), .tuple(let b)): return try order(relation, a, b)
        case (.set, .set), (.view, .set), (.set, .view), (.view, .view):
            if let result = try compareSets(relation, left, right) { return result }
            throw incomparable(relation, left, right)
        default: throw incomparable(relation, left, right)
        }
    }

    private func incomparable(_ relation: Relation, _ left: Value, _ right: Value) -> Fault {
        let symbol = relation.rawValue
        return Fault(
            .type, "'\(symbol)' does not compare \(left.quotedType) with \(right.quotedType)",
            python:
                "'\(symbol)' not supported between instances of '\(left.pythonTypeName)' and '\(right.pythonTypeName)'")
    }

    private func order(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        for (x, y) in zip(a, b) where x != y { return x.value < y.value ? -1 : 1 }
        return a.count == b.count ? 0 : (a.count < b.count ? -1 : 1)
    }

    /// Sequences compare at the first place where they differ.
    private func order(_ relation: Relation, _ a: [Value], _ b: [Value]) throws(Fault) -> Bool {
        for (x, y) in zip(a, b) {
            try step()
            if !isSame(x, y), try !isEqual(x, y) {
                return try nested(" in comparison") { () throws(Fault) in try truth(try compare(relation, x, y)) }
            }
        }
        return relation.holds(for: a.count == b.count ? 0 : (a.count < b.count ? -1 : 1))
    }

    /// Python's `==` with the truth of its result.
    func isEqual(_ left: Value, _ right: Value) throws(Fault) -> Bool {
        try step()
        if let a = left.number, let b = right.number { return Number.order(a, b) == 0 }
        switch (left, right) {
        case (.none, .none), (.ellipsis, .ellipsis): return true
        case (.library(let object), let other), (let other, .library(let object)): return object.isEqual(to: other)
        case (.string(let a), .string(let b)):
            try step(min(a.utf8.count, b.utf8.count) / 16)
            return Array(a.utf8) == Array(b.utf8)
        case (.list(let a), .list(let b)): return a === b ? true : try areEqual(a.items, b.items)
        case (.tuple(let a), .tuple(let b)): return try areEqual(a, b)
        case (.range(let a), .range(let b)): return a.isEqual(to: b)
        case (.slice(let a), .slice(let b)): return a == b
        case (.set(let a), .set(let b)):
            return a.count == b.count && a.isSubset(of: b)
        case (.dict(let a), .dict(let b)): return try areEqual(a, b)
        case (.view, .view), (.view, .set), (.set, .view):
            return try compareSets(.equal, left, right) ?? isSame(left, right)
        case (.torch(let a), .torch(let b)):
            if let x = a.items, let y = b.items { return try areEqual(x, y) }
            return a.isEqual(to: b)
        case (.torch(let a), .tuple(let b)), (.tuple(let b), .torch(let a)):
            return try a.items.map { (items) throws(Fault) in try areEqual(items, b) } ?? false
        default:
            if left.isObject || right.isObject, let result = try compareObjects(.equal, left, right) {
                return try truth(result)
            }
            if left.isTensor || right.isTensor, let result = try compareTensors(.equal, left, right) {
                return try truth(result)
            }
            if left.isNumPy || right.isNumPy, let result = try compareArrays(.equal, left, right) {
                return try truth(result)
            }
            return isSame(left, right)
        }
    }

    private func areEqual(_ a: [Value], _ b: [Value]) throws(Fault) -> Bool {
        if a.count != b.count { return false }
        return try nested(" in comparison") { () throws(Fault) in
            for (x, y) in zip(a, b) {
                try step(4)
                if !isSame(x, y), try !isEqual(x, y) { return false }
            }
            return true
        }
    }

    private func areEqual(_ a: DictObject, _ b: DictObject) throws(Fault) -> Bool {
        if a.count != b.count { return false }
        return try nested(" in comparison") { () throws(Fault) in
            for (hash, item) in a.hashedItems {
                try step(8)
                guard let other = b.value(for: hash) else { return false }
                if !isSame(item.value, other), try !isEqual(item.value, other) { return false }
            }
            return true
        }
    }

    /// Python's `is`: the same object; for small values, the same value of the same type.
    func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.none, .none), (.ellipsis, .ellipsis), (.notImplemented, .notImplemented): true
        case (.type(let a), .type(let b)): a == b
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.string(let a), .string(let b)): Array(a.utf8) == Array(b.utf8)
        case (.tuple(let a), .tuple(let b)): a.count == b.count && (a.isEmpty || a.address == b.address)
        case (.range(let a), .range(let b)): a.start == b.start && a.stop == b.stop && a.step == b.step
        case (.slice(let a), .slice(let b)): a.start == b.start && a.stop == b.stop && a.step == b.step
        case (.scalar(let a), .scalar(let b)): a.type == b.type && isSame(a.item, b.item)
        case (.list(let a), .list(let b)): a === b
        case (.dict(let a), .dict(let b)): a === b
        case (.set(let a), .set(let b)): a === b
        case (.array(let a), .array(let b)): a === b
        case (.tensor(let a), .tensor(let b)): a === b
        case (.torch(let a), .torch(let b)): a.isEqual(to: b)
        case (.context(let a), .context(let b)): a === b
        case (.function(let a), .function(let b)): a === b
        case (.iterator(let a), .iterator(let b)): a === b
        case (.module(let a), .module(let b)): a == b
        case (.object(let a), .object(let b)): a === b
        case (.classObject(let a), .classObject(let b)): a === b
        case (.closure(let a), .closure(let b)): a === b
        case (.method(let a), .method(let b)): a === b
        case (.library(let a), .library(let b)): a === b
        case (.view(let a), .view(let b)): a === b
        default: false
        }
    }

    private func contains(_ container: Value, _ item: Value) throws(Fault) -> Bool {
        switch (container, item) {
        case (.string(let text), .string(let part)): return try contains(Array(text.utf8), Array(part.utf8))
        case (.string, _):
            throw Fault(
                .type, "'in' looks for a string in a string, not for \(item.quotedType)",
                python: "'in <string>' requires string as left operand, not \(item.typeName)")
        case (.tensor(let tensor), _):
            guard case .tensor(let flags)? = try compareTensors(.equal, .tensor(tensor), item) else {
                throw Fault(
                    .runtime, "'in' looks for a number or a tensor in a tensor, not for \(item.quotedType)",
                    isOutside: item.isObject)
            }
            return flags.values.flags.elements.contains(true)
        case (.array, _):
            // As NumPy asks: whether any element is equal.
            return try array(of: try compare(.equal, container, item)).isTrueAnywhere
        case (.object, _):
            if let result = try special("__contains__", container, [item]) { return try truth(result) }
            let iterator = try iterator(over: container)
            while let candidate = try iterator.next() {
                if isSame(candidate, item) { return true }
                if try isEqual(candidate, item) { return true }
            }
            return false
        case (.set(let set), _): return item.isSet ? false : set.contains(try hashKey(item))
        case (.dict(let dict), _): return dict.contains(try hashKey(item))
        case (.view(let view), _) where view.part == .keys: return view.dict.contains(try hashKey(item))
        case (.range(let range), .int(let value)): return range.contains(value)
        default:
            let iterator: IteratorObject
            do throws(Fault) {
                iterator = try self.iterator(over: container)
            } catch {
                throw error.kind == .type
                    ? Fault(
                        .type, error.message, python: "argument of type '\(container.pythonTypeName)' is not iterable")
                    : error
            }
            while let candidate = try iterator.next() {
                if isSame(candidate, item) { return true }
                if try isEqual(candidate, item) { return true }
            }
            return false
        }
    }

    private func contains(_ text: [UInt8], _ part: [UInt8]) throws(Fault) -> Bool {
        try step(text.count + part.count)
        return part.count <= text.count && !TextSearch(for: part).places(in: text[...], most: 1).isEmpty
    }
}

extension Relation {
    /// Whether an order relation holds for −1, 0 or 1; nil, from NaN, satisfies none but `!=`.
    func holds(for order: Int?) -> Bool {
        guard let order else { return self == .notEqual }
        return switch self {
        case .less: order < 0
        case .lessEqual: order <= 0
        case .greater: order > 0
        case .greaterEqual: order >= 0
        case .equal: order == 0
        case .notEqual: order != 0
        case .isIn, .isNotIn, .isSame, .isNotSame: preconditionFailure("only order relations are decided by an order")
        }
    }
}

extension RangeValue {
    func contains(_ value: Int64) -> Bool {
        if count == 0 { return false }
        let last = self[count - 1]
        guard value >= min(start, last), value <= max(start, last) else { return false }
        let (distance, overflow) = value.subtractingReportingOverflow(start)
        return !overflow && distance % step == 0
    }

    /// Ranges are equal that give the same numbers.
    func isEqual(to other: RangeValue) -> Bool {
        count == other.count && (count == 0 || (start == other.start && (count == 1 || step == other.step)))
    }
}
