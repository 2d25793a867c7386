/// Keeps account of the memory that the arrays of a chapter hold at a time.
final class MemoryMeter {
    /// The bytes that may be held.
    static let limit: Int64 = 1 << 28

    private var held: Int64 = 0

    /// - Throws: a fault when that is more than there may be.
    @inline(__always)
    func take(_ bytes: Int64) throws(Fault) {
        held += bytes
        if held > MemoryMeter.limit {
            held -= bytes
            throw MemoryMeter.exceeded
        }
    }

    @inline(__always)
    func give(_ bytes: Int) { held -= Int64(bytes) }

    private static var exceeded: Fault {
        Fault(.limit, "the arrays would take more than \(limit >> 20) megabytes of memory")
    }
}
