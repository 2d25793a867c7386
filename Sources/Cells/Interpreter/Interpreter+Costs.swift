/// What values take beside their items, in elements: one for about 30 bytes, so that 16 million elements stay below 500 megabytes.
///
/// To take apart what is nested deeply needs a deep stack, so what holds a container pays for that as well.
enum Weight {
    static let list = 3
    static let tuple = 2
    static let table = 4
    static let object = 10
    static let iterator = 32
    static let function = 16
    static let view = 8
    static let nesting = 12
    /// A generator of random numbers and the like.
    static let library = 8
    /// A tensor without its elements.
    static let tensor = 16
    /// A name that a class or its objects have for the first time.
    static let name = 8
}

extension Interpreter {
    /// Accounts for a list or a tuple of some items.
    func makeHolder(_ items: UnsafeBufferPointer<Value>, _ weight: Int) throws(Fault) {
        var isNested = false
        for item in items where item.isContainer { isNested = true }
        try make(items.count + weight + (isNested ? Weight.nesting : 0))
    }

    /// Accounts for one item more in a list, a dict or an object.
    @inline(__always)
    func makeItem(_ item: Value) throws(Fault) { try make(item.isContainer ? 1 + Weight.nesting : 1) }

    /// Accounts for an item that an iterator made.
    func makeGiven(_ item: Value) throws(Fault) {
        if case .tuple(let items) = item { try make(1 + Weight.tuple + items.count) } else { try make(1) }
    }

    /// Accounts for the call of a built-in function, and for what it gave beside the items that it accounted for.
    @inline(__always)
    func accountedFor(_ result: Value) throws(Fault) -> Value {
        try step(3)
        switch result {
        case .none, .bool, .int, .float, .scalar: break
        case .iterator(let iterator):
            try make(Weight.iterator)
            iterator.isAccountedFor = true
        default: try make(weight(of: result))
        }
        return result
    }

    /// Accounts for an attribute, and for the places of others that an object of its class has by then.
    func makeRoom(for name: String, in object: InstanceObject, _ value: Value) throws(Fault) {
        let known = object.classObject.place(of: name)
        let place = known ?? object.classObject.attributeNames.count
        try make(max(place - object.attributes.count, 0) + (known == nil ? Weight.name : 0))
        try makeItem(value)
    }

    private func weight(of value: Value) -> Int {
        switch value {
        case .list: Weight.list
        case .tuple: Weight.tuple
        case .dict, .set: Weight.table
        case .function, .method: Weight.function
        case .array(let array): array.ownsMemory ? 1 : Weight.view
        case .tensor: Weight.tensor
        case .library: Weight.library
        case .view, .range, .slice, .string: 2
        default: 1
        }
    }
}

extension Value {
    /// Whether it may hold others, which may hold others in turn.
    var isContainer: Bool {
        switch self {
        case .list, .tuple, .dict, .set, .iterator, .closure, .method, .function, .object: true
        default: false
        }
    }
}
