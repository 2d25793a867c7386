import Networks
import Tensors

extension Interpreter {
    /// The items of a value one after the other.
    func iterator(over value: Value) throws(Fault) -> IteratorObject {
        switch value {
        case .iterator(let iterator): return iterator
        case .range(let range):
            var place: Int64 = 0
            return IteratorObject("range_iterator") { () throws(Fault) in
                if place >= range.count { return nil }
                defer { place += 1 }
                return .int(range[place])
            }
        case .list(let list): return IteratorObject("list_iterator", .list(list))
        case .array(let array) where array.rank > 0:
            // Each item is looked up when it is its turn, so that changes on the way are seen.
            var place = 0
            return IteratorObject("iterator") { () throws(Fault) in
                if place >= array.sizes[0] { return nil }
                defer { place += 1 }
                return try self.item(of: value, at: .int(Int64(place)))
            }
        case .object:
            if let iterator = try iterator(overObject: value) { return iterator }
            throw notIterable(value)
        case .dict(let dict): return walk(DictView(dict, .keys), "dict_keyiterator")
        case .view(let view):
            let kinds = [
                DictView.Part.keys: "dict_keyiterator", .values: "dict_valueiterator", .items: "dict_itemiterator",
            ]
            return walk(view, kinds[view.part] ?? "")
        default: return IteratorObject(iteratorKind(of: value), .items(try items(of: value)))
        }
    }

    /// The items of a value, all at once.
    func items(of value: Value) throws(Fault) -> [Value] {
        switch value {
        case .list(let list): return list.items
        case .tuple(let items): return items
        case .set(let set):
            // Python goes through a set in an order of its own, so that another one would differ silently.
            if set.count > 1 { throw Interpreter.setWithoutOrder }
            return set.members
        case .dict(let dict): return dict.keys
        case .view(let view):
            if view.part == .items { try make(view.dict.count * (Weight.tuple + 2)) }
            return view.items
        case .string(let text):
            let letters = text.unicodeScalars.map { Value.string(String(Character($0))) }
            try make(letters.count)
            return letters
        case .array(let array): return try parts(of: array)
        case .tensor(let tensor): return try tensorParts(tensor)
        case .torch(let torch) where torch.items != nil: return torch.items ?? []
        case .dataSet(let data): return data.instances.map { .instance($0) }
        case .range, .iterator, .object:
            if case .range(let range) = value { try make(range.count) }
            let iterator = try iterator(over: value)
            var items: [Value] = []
            while let item = try iterator.next() {
                if case .range = value {} else { try makeGiven(item) }
                items.append(item)
            }
            return items
        default: throw notIterable(value)
        }
    }

    private func notIterable(_ value: Value) -> Fault {
        Fault(
            .type,
            "\(value.quotedType) cannot be walked item by item"
                + (value.index == nil ? "" : "; range(n) gives the numbers from 0 to n - 1"),
            python: "'\(value.pythonTypeName)' object is not iterable")
    }

    /// Walks a dict, which may change its values meanwhile but not its keys.
    private func walk(_ view: DictView, _ kind: String) -> IteratorObject {
        let (count, epoch) = (view.dict.count, view.dict.keyEpoch)
        var place: Int? = 0
        return IteratorObject(kind) { () throws(Fault) in
            guard let from = place else { return nil }
            if view.dict.count != count { throw Fault.python(.runtime, "dictionary changed size during iteration") }
            // Whether Python goes on now depends on how it lays out its memory.
            if view.dict.keyEpoch != epoch {
                throw Fault(.limit, "keys came and went while this dict is walked; walk over list(…) of it")
            }
            guard let (item, next) = view.dict.item(from: from) else {
                place = nil
                return nil
            }
            try self.step((next - from) / 8)
            place = next
            return view.shown(item)
        }
    }

    private func iteratorKind(of value: Value) -> String {
        switch value {
        case .tuple: "tuple_iterator"
        case .string(let text): text.utf8.allSatisfy { $0 < 0x80 } ? "str_ascii_iterator" : "str_iterator"
        case .set: "set_iterator"
        default: "iterator"
        }
    }

    /// The items of a value for a use in which their order cannot be told: the only way to the members of a set.
    func itemsInAnyOrder(of value: Value) throws(Fault) -> [Value] {
        if case .set(let set) = value { return set.members }
        return try items(of: value)
    }

    static var setWithoutOrder: Fault {
        Fault(
            .value,
            "the members of a set have no order to be gone through or shown in; write sorted(…), or keep a list or a tuple",
            isOutside: true)
    }

    /// The number of items, as `len` gives it.
    func length(of value: Value) throws(Fault) -> Int64 {
        switch value {
        case .list(let list): return Int64(list.items.count)
        case .tuple(let items): return Int64(items.count)
        case .set(let set): return Int64(set.count)
        case .view(let view): return Int64(view.dict.count)
        case .dict(let dict): return Int64(dict.count)
        case .string(let text):
            try step(text.utf8.count / 16)
            return Int64(text.unicodeScalars.count)
        case .range(let range): return range.count
        case .dataSet(let data): return Int64(data.count)
        case .tensor(let tensor): return try tensorLength(tensor)
        case .torch(let torch) where torch.items != nil: return Int64(torch.items?.count ?? 0)
        case .array(let array):
            if array.rank == 0 {
                throw Fault(.type, "an array without axes has no length", python: "len() of unsized object")
            }
            return Int64(array.sizes[0])
        case .object:
            if let length = try special("__len__", value)?.index { return length }
            fallthrough
        default:
            throw Fault(
                .type, "\(value.quotedType) has no length",
                python: "object of type '\(value.pythonTypeName)' has no len()")
        }
    }
}
