import Diagnostics
import Tensors

/// What changes values in place.
extension Interpreter {
    /// `container[index] = value`
    func setItem(of container: Value, at index: Value, to value: Value) throws(Fault) {
        if let place = try placeByMethod(index, of: container) {
            return try setItem(of: container, at: place, to: value)
        }
        switch container {
        case .list(let list):
            if case .slice(let slice) = index { return try replace(slice, of: list, with: value) }
            try step()
            list.items[try place(index, in: list.items.count, of: container)] = value
        case .array(let array): try assignItem(of: array, at: index, to: value)
        case .dict(let dict):
            try makeEntries(1)
            try makeItem(value)
            dict.set(index, try hashKey(index), to: value)
        case .tensor(let tensor): try assignTensorItem(tensor, at: index, to: value)
        case .object:
            if try special("__setitem__", container, [index, value]) != nil { return }
            throw notAssignable(container)
        default: throw notAssignable(container)
        }
    }

    private func notAssignable(_ container: Value) -> Fault {
        Fault(
            .type, "the items of \(container.typeWithArticle) cannot be changed",
            python: "'\(container.typeName)' object does not support item assignment")
    }

    private func replace(_ slice: SliceValue, of list: ListObject, with value: Value) throws(Fault) {
        let items = try items(of: value)
        try make(items.count)
        let places = slice.bounds.places(in: list.items.count)
        if slice.step ?? 1 == 1 {
            let first = places.first
            list.items.replaceSubrange(first..<(first + places.count), with: items)
            return
        }
        guard items.count == places.count else {
            throw Fault(
                .value, "\(items.count) items cannot take the place of \(places.count)",
                python:
                    "attempt to assign sequence of size \(items.count) to extended slice of size \(places.count)")
        }
        for (index, item) in items.enumerated() { list.items[places.first + index * places.step] = item }
    }

    /// `del container[index]`
    func deleteItem(of container: Value, at index: Value) throws(Fault) {
        if let place = try placeByMethod(index, of: container) { return try deleteItem(of: container, at: place) }
        switch container {
        case .list(let list):
            if case .slice(let slice) = index {
                let places = slice.bounds.places(in: list.items.count)
                var isGone = [Bool](repeating: false, count: list.items.count)
                for number in 0..<places.count { isGone[places.first + number * places.step] = true }
                var kept: [Value] = []
                for (place, item) in list.items.enumerated() where !isGone[place] { kept.append(item) }
                try step(kept.count)
                list.items = kept
                return
            }
            let place = try place(index, in: list.items.count, of: container)
            try step((list.items.count - place) / 16)
            list.items.remove(at: place)
        case .dict(let dict):
            if dict.remove(try hashKey(index)) == nil {
                throw try missingKey(index, in: dict)
            }
        case .object:
            if try special("__delitem__", container, [index]) != nil { return }
            throw notDeletable(container)
        default: throw notDeletable(container)
        }
    }

    private func notDeletable(_ container: Value) -> Fault {
        Fault(
            .type, "the items of \(container.typeWithArticle) cannot be deleted",
            python: "'\(container.typeName)' object doesn't support item deletion")
    }

    /// `left += right` and the like: a value of its own for what cannot change, the same one changed for what can.
    @inline(never)
    func inPlace(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value {
        switch (symbol, left) {
        case (.add, .list(let list)):
            let items = try items(of: right)
            try make(items.count)
            list.items += items
            return left
        case (.multiply, .list(let list)):
            guard case .list(let repeated) = try binary(symbol, left, right) else { break }
            list.items = repeated.items
            return left
        case (.bitOr, .dict(let dict)):
            guard case .dict(let other) = right else { break }
            try makeEntries(other.count)
            for (key, value) in zip(other.keys, other.values) { dict.set(key, try hashKey(key), to: value) }
            return left
        case (_, .array(let array)):
            if case .object = right { break }
            return try inPlaceArray(symbol, array, right)
        case (_, .tensor(let tensor)): return try inPlaceTensor(symbol, tensor, right)
        case (_, .object): if let result = try inPlaceObject(symbol, left, right) { return result }
        default: break
        }
        return try binary(symbol, left, right)
    }
}
