/// A dict: values by key, in the order in which the keys came.
public final class DictObject {
    private var table = OrderedTable<(key: Value, value: Value)>()

    public init() {}

    init(copying dict: DictObject) {
        table = dict.table
    }

    public var count: Int { table.count }
    /// Changes whenever a key comes or goes.
    var keyEpoch: Int { table.keyEpoch }
    public var keys: [Value] { table.entries.map { $0.key } }
    public var values: [Value] { table.entries.map { $0.value } }
    var items: [(key: Value, value: Value)] { table.entries }
    var hashedItems: [(hash: HashKey, item: (key: Value, value: Value))] {
        table.keyedEntries.map { (hash: $0.key, item: $0.entry) }
    }

    func contains(_ hash: HashKey) -> Bool { table.contains(hash) }

    func value(for hash: HashKey) -> Value? { table[hash]?.value }

    /// Sets the value of a key, which keeps its place and its first spelling when it is there.
    func set(_ key: Value, _ hash: HashKey, to value: Value) {
        table.set(hash) { (key: $0?.key ?? key, value: value) }
    }

    /// Removes a key and gives its value; nil when it is not there.
    func remove(_ hash: HashKey) -> Value? { table.remove(hash)?.value }

    /// Removes the pair that came last.
    func removeLast() -> (key: Value, value: Value)? { table.removeLast() }

    func removeAll() { table.removeAll() }

    /// The first pair at or after a place, and the place behind it: how a dict is walked while its values change.
    func item(from place: Int) -> (item: (key: Value, value: Value), next: Int)? {
        table.entry(from: place).map { (item: $0.entry, next: $0.next) }
    }

    /// Replaces every value by another one.
    func replaceValues(_ transform: (Value) -> Value) {
        table = table.mapEntries { (key: $0.key, value: transform($0.value)) }
    }
}
