extension Value {
    /// A value of its own that shares nothing changeable with this one; what is shared inside it stays shared, cycles too.
    ///
    /// A chapter that uses another one's final values takes such copies. What is left of an iterator cannot be told without
    /// using it up, so it comes out as `unknown`.
    public func copied() -> Value {
        var copier = Copier()
        return copier.copy(self)
    }
}

/// Remembers the copy of every object it has met.
private struct Copier {
    private var lists: [ObjectIdentifier: ListObject] = [:]
    private var dicts: [ObjectIdentifier: DictObject] = [:]
    private var arrays: [ObjectIdentifier: ArrayObject] = [:]
    private var libraryObjects: [ObjectIdentifier: LibraryObject] = [:]

    mutating func copy(_ value: Value) -> Value {
        switch value {
        case .list(let list): return .list(copy(list))
        case .dict(let dict): return .dict(copy(dict))
        case .array(let array): return .array(copy(array))
        case .tuple(let items): return .tuple(copies(of: items))
        // Members of a set never change, and the sets of expressions neither.
        case .set(let set): return .set(SetObject(copying: set))
        case .iterator: return .unknown
        case .library(let object): return .library(copy(object))
        case .view(let view): return .view(DictView(copy(view.dict), view.part))
        case .none, .bool, .int, .float, .string, .range, .ellipsis, .notImplemented, .slice, .scalar, .function, .type,
            .closure, .method, .classObject, .object, .parent, .unbound, .variable,
            .module, .network, .dataSet, .instance, .pass, .gradients, .run, .unknown:
            return value
        }
    }

    private mutating func copies(of items: [Value]) -> [Value] {
        var made: [Value] = []
        made.reserveCapacity(items.count)
        for item in items { made.append(copy(item)) }
        return made
    }

    private mutating func copy(_ list: ListObject) -> ListObject {
        if let known = lists[ObjectIdentifier(list)] { return known }
        let made = ListObject([])
        lists[ObjectIdentifier(list)] = made
        made.items = copies(of: list.items)
        return made
    }

    private mutating func copy(_ dict: DictObject) -> DictObject {
        if let known = dicts[ObjectIdentifier(dict)] { return known }
        let made = DictObject(copying: dict)
        dicts[ObjectIdentifier(dict)] = made
        made.replaceValues { copy($0) }
        return made
    }

    private mutating func copy(_ array: ArrayObject) -> ArrayObject {
        if let known = arrays[ObjectIdentifier(array)] { return known }
        // A view becomes a view of the copy.
        let made = array.base === array ? array.copied() : array.moved(to: copy(array.base))
        arrays[ObjectIdentifier(array)] = made
        return made
    }

    private mutating func copy(_ object: LibraryObject) -> LibraryObject {
        if let known = libraryObjects[ObjectIdentifier(object)] { return known }
        let made = object.copied()
        libraryObjects[ObjectIdentifier(object)] = made
        return made
    }
}
