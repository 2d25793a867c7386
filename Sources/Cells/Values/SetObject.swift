/// A set.
///
/// It keeps the order of insertion, but nothing in the language may see an order: Python's own is different in every run. See
/// `Interpreter.itemsInAnyOrder(of:)`.
public final class SetObject {
    private var table = OrderedTable<Value>()

    public init() {}

    init(copying set: SetObject) {
        table = set.table
    }

    public var count: Int { table.count }
    var members: [Value] { table.entries }
    var hashedMembers: [(hash: HashKey, member: Value)] { table.keyedEntries.map { (hash: $0.key, member: $0.entry) } }

    func contains(_ hash: HashKey) -> Bool { table.contains(hash) }

    /// Adds a member; of two equal ones the first stays.
    func insert(_ member: Value, _ hash: HashKey) {
        table.set(hash) { $0 ?? member }
    }

    /// Removes a member and gives it; nil when it is not there.
    func remove(_ hash: HashKey) -> Value? { table.remove(hash) }

    func removeAll() { table.removeAll() }

    func replace(by other: SetObject) { table = other.table }
}
