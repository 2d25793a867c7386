/// Results by the digest of everything they depend on.
///
/// A pack remembers which of its results were asked for or added, and for how many rounds the others were not; written and
/// read again, it keeps the former, and of the latter as many as there is room for.
public struct ResultPack: Sendable {
    private struct Entry: Sendable {
        var range: Range<Int>
        var sum: Int
        /// Rounds since it was last used.
        var age: Int
    }

    private static let format = "longhand results 1"
    /// Bytes of results that nobody asked for which a pack may carry on, beside as many as are in use.
    private static let spareBytes = 1 << 20
    private static let greatestAge = 20

    /// The file as it was read.
    private let stored: [UInt8]
    private var entries: [Digest: Entry] = [:]
    private var added: [Digest: [UInt8]] = [:]
    private var used: Set<Digest> = []

    /// An empty pack.
    public init() { stored = [] }

    /// The pack in a file; an empty one when the file is no pack or is damaged. A result that is damaged is not in it.
    public init(_ file: [UInt8]) {
        stored = file
        do throws(DamagedBytes) {
            entries = try Self.entries(of: file)
        } catch {
            entries = [:]
        }
    }

    private static func entries(of file: [UInt8]) throws(DamagedBytes) -> [Digest: Entry] {
        var reader = ByteReader(file)
        guard try reader.text() == format else { throw DamagedBytes() }
        var entries: [Digest: Entry] = [:]
        while !reader.isAtEnd {
            let key = try reader.digest()
            let age = try reader.integer()
            let sum = try reader.integer()
            entries[key] = Entry(range: try reader.range(try reader.integer()), sum: sum, age: age)
        }
        return entries
    }

    /// The result for a key; nil when there is none, or it is damaged.
    public mutating func result(_ key: Digest) -> [UInt8]? {
        if let bytes = added[key] { return bytes }
        guard let entry = entries[key] else { return nil }
        guard checksum(stored[entry.range]) == entry.sum else {
            entries[key] = nil
            return nil
        }
        used.insert(key)
        return Array(stored[entry.range])
    }

    public mutating func add(_ result: [UInt8], for key: Digest) { added[key] = result }

    /// Whether anything was added since it was read.
    public var hasChanged: Bool { !added.isEmpty }

    /// The pack as a file: what was used, and then what has been out of use for the shortest time.
    public func file() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.format)
        for (key, bytes) in added.sorted(by: { $0.key.bytes.lexicographicallyPrecedes($1.key.bytes) }) {
            writer.write(key, bytes[...], checksum(bytes[...]), age: 0)
        }
        let kept = entries.filter { used.contains($0.key) && added[$0.key] == nil }
        for (key, entry) in inOrder(kept) { writer.write(key, stored[entry.range], entry.sum, age: 0) }
        let end = 2 * writer.bytes.count + Self.spareBytes
        for (key, entry) in inOrder(entries.filter { !used.contains($0.key) && added[$0.key] == nil })
        where entry.age < Self.greatestAge && writer.bytes.count + entry.range.count + 64 <= end {
            writer.write(key, stored[entry.range], entry.sum, age: entry.age + 1)
        }
        return writer.bytes
    }

    private func inOrder(_ entries: [Digest: Entry]) -> [(key: Digest, value: Entry)] {
        entries.sorted {
            if $0.value.age != $1.value.age { return $0.value.age < $1.value.age }
            return $0.key.bytes.lexicographicallyPrecedes($1.key.bytes)
        }
    }
}

extension ByteWriter {
    fileprivate mutating func write(_ key: Digest, _ bytes: ArraySlice<UInt8>, _ sum: Int, age: Int) {
        write(key)
        write(age)
        write(sum)
        write(Array(bytes))
    }
}
