extension Value {
    /// A value of its own that shares nothing changeable with this one; see ``Copier``.
    public func copied() -> Value? {
        var copier = Copier()
        return copier.copy(of: self)
    }
}

/// Copies values, so that a chapter can use another one's without changing them.
///
/// What the values share among themselves their copies share too, cycles included.
public struct Copier {
    private var lists: [ObjectIdentifier: ListObject] = [:]
    private var dicts: [ObjectIdentifier: DictObject] = [:]
    private var tensors: [ObjectIdentifier: TensorObject] = [:]
    private var arrays: [ObjectIdentifier: ArrayObject] = [:]
    private var libraryObjects: [ObjectIdentifier: LibraryObject] = [:]
    /// Where the elements of the copied tensors lay.
    private var tensorMemories: Set<ObjectIdentifier> = []
    /// Whether something was met that cannot be copied.
    private var metWhatStays = false

    public init() {}

    /// - Returns: nil for a function, a class or an object, which belong to the names of their chapter; for an iterator, of
    ///   which nobody knows what is left without using it up; for a tensor that was computed with gradients or shares its
    ///   memory with another one, since its copy would be a leaf on its own; and for what holds one of these.
    public mutating func copy(of value: Value) -> Value? {
        let before = self
        let made = copy(value)
        if !metWhatStays { return made }
        self = before
        return nil
    }

    private mutating func copy(_ value: Value) -> Value {
        switch value {
        case .list(let list): return .list(copy(list))
        case .dict(let dict): return .dict(copy(dict))
        case .array(let array): return .array(copy(array))
        case .tensor(let tensor): return .tensor(copy(tensor))
        case .tuple(let items): return .tuple(copies(of: items))
        case .library(let object): return .library(copy(object))
        // Members of a set never change, unless they cannot be copied.
        case .set(let set):
            _ = copies(of: set.members)
            return .set(SetObject(copying: set))
        case .view(let view): return .view(DictView(copy(view.dict), view.part))
        case .iterator, .function, .closure, .method, .classObject, .object, .parent, .variable, .context:
            metWhatStays = true
            return .unknown
        case .none, .bool, .int, .float, .string, .range, .ellipsis, .notImplemented, .slice, .scalar, .torch, .type,
            .unbound,
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
        _ = copies(of: dict.keys)
        made.replaceValues { copy($0) }
        return made
    }

    /// A leaf with the same elements and gradient.
    private mutating func copy(_ tensor: TensorObject) -> TensorObject {
        if let known = tensors[ObjectIdentifier(tensor)] { return known }
        let memory = tensor.memoryIdentity
        if !tensor.isLeaf || !tensorMemories.insert(memory).inserted || arrays[memory] != nil { metWhatStays = true }
        let made = tensor.copiedLeaf()
        tensors[ObjectIdentifier(tensor)] = made
        return made
    }

    private mutating func copy(_ array: ArrayObject) -> ArrayObject {
        if let known = arrays[ObjectIdentifier(array)] { return known }
        if tensorMemories.contains(ObjectIdentifier(array.base)) { metWhatStays = true }
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
