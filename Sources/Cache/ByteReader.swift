/// What was read is not what ``ByteWriter`` wrote.
public struct DamagedBytes: Error, Sendable {
    public init() {}
}

/// Reads values one after the other, as ``ByteWriter`` wrote them; of bytes that are damaged it never reads past the end.
public struct ByteReader: Sendable {
    private let source: [UInt8]
    private(set) var position = 0

    public init(_ bytes: [UInt8]) { source = bytes }

    public var isAtEnd: Bool { position == source.count }

    /// Where the next `count` bytes stand, which are passed over.
    mutating func range(_ count: Int) throws(DamagedBytes) -> Range<Int> {
        guard count >= 0, count <= source.count - position else { throw DamagedBytes() }
        position += count
        return position - count..<position
    }

    public mutating func integer() throws(DamagedBytes) -> Int {
        let range = try range(8)
        let value = source.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: Int64.self) }
        return Int(Int64(littleEndian: value))
    }

    public mutating func double() throws(DamagedBytes) -> Double {
        Double(bitPattern: UInt64(bitPattern: Int64(try integer())))
    }

    public mutating func flag() throws(DamagedBytes) -> Bool {
        let byte = source[try range(1).lowerBound]
        guard byte < 2 else { throw DamagedBytes() }
        return byte == 1
    }

    public mutating func text() throws(DamagedBytes) -> String { String(decoding: source[try block()], as: UTF8.self) }

    public mutating func bytes() throws(DamagedBytes) -> [UInt8] { Array(source[try block()]) }

    private mutating func block() throws(DamagedBytes) -> Range<Int> { try range(try integer()) }

    public mutating func digest() throws(DamagedBytes) -> Digest {
        Digest(bytes: Array(source[try range(Digest.size)]))
    }

    public mutating func optional<Value>(
        _ body: (inout ByteReader) throws(DamagedBytes) -> Value
    ) throws(DamagedBytes) -> Value? {
        try flag() ? try body(&self) : nil
    }

    public mutating func list<Value>(
        _ body: (inout ByteReader) throws(DamagedBytes) -> Value
    ) throws(DamagedBytes) -> [Value] {
        let count = try integer()
        // Every value takes a byte or more.
        guard count >= 0, count <= source.count - position else { throw DamagedBytes() }
        var values: [Value] = []
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }
}
