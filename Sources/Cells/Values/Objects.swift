/// A list: a thing that several names can share, as in Python.
public final class ListObject {
    public var items: [Value]

    public init(_ items: [Value]) {
        self.items = items
    }
}

/// A dict: values by key, in the order in which the keys came.
public final class DictObject {
    public private(set) var keys: [Value] = []
    public private(set) var values: [Value] = []
    private var places: [HashKey: Int] = [:]

    public init() {}

    /// The same keys, which never change, with the same values until they are replaced.
    init(copyingKeysOf dict: DictObject) {
        keys = dict.keys
        values = dict.values
        places = dict.places
    }

    func replaceValues(_ values: [Value]) {
        precondition(values.count == keys.count, "a dict has one value for each key")
        self.values = values
    }

    public var count: Int { keys.count }

    func value(for key: HashKey) -> Value? {
        places[key].map { values[$0] }
    }

    func set(_ key: Value, _ hash: HashKey, to value: Value) {
        if let place = places[hash] {
            values[place] = value
        } else {
            places[hash] = keys.count
            keys.append(key)
            values.append(value)
        }
    }
}

/// A set, which keeps the order of insertion so that its printing does not depend on chance.
public final class SetObject {
    public private(set) var items: [Value] = []
    private var members: Set<HashKey> = []

    public init() {}

    init(copying set: SetObject) {
        items = set.items
        members = set.members
    }

    func contains(_ hash: HashKey) -> Bool { members.contains(hash) }

    func insert(_ item: Value, _ hash: HashKey) {
        if members.insert(hash).inserted { items.append(item) }
    }
}

/// Python's `range`: `start, start + step, …`, without `stop`.
public struct RangeValue: Sendable, Hashable {
    public let start: Int64
    public let stop: Int64
    public let step: Int64
    public let count: Int64

    /// - Returns: nil for a step of 0 or more elements than a whole number counts.
    init?(_ start: Int64, _ stop: Int64, _ step: Int64) {
        if step == 0 { return nil }
        let (distance, overflow) = stop.subtractingReportingOverflow(start)
        if overflow || step == Int64.min { return nil }
        self.start = start
        self.stop = stop
        self.step = step
        let isEmpty = step > 0 ? distance <= 0 : distance >= 0
        self.count = isEmpty ? 0 : (distance - (step > 0 ? 1 : -1)) / step + 1
    }

    public subscript(index: Int64) -> Int64 { start + index * step }

    /// The number at a place that may lie just outside the range, and so outside the whole numbers.
    func place(_ index: Int64) -> (number: Int64, overflow: Bool) {
        let (distance, isLong) = index.multipliedReportingOverflow(by: step)
        let (number, isFar) = start.addingReportingOverflow(distance)
        return (number, isLong || isFar)
    }
}

/// A built-in function, or a method bound to its object.
public final class FunctionObject {
    /// As it is called, `np.exp` for one.
    let name: String
    let body: (Call) throws(Fault) -> Value

    init(_ name: String, _ body: @escaping (Call) throws(Fault) -> Value) {
        self.name = name
        self.body = body
    }
}

/// What is left of a sequence that is walked once: a generator, `zip(…)`, `enumerate(…)`.
public final class IteratorObject {
    /// What Python calls its type.
    let kind: String
    private let advance: () throws(Fault) -> Value?

    init(_ kind: String, _ advance: @escaping () throws(Fault) -> Value?) {
        self.kind = kind
        self.advance = advance
    }

    func next() throws(Fault) -> Value? { try advance() }
}

/// A built-in module, `math` or `np`.
public enum Module: String, Sendable {
    case math
    case numpy
}
