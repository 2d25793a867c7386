internal import CGLib

/// The SHA-256 of some bytes: two things with one digest are the same thing.
public struct Digest: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    public static let size = 32

    /// - Parameter bytes: 32 of them.
    init(bytes: [UInt8]) {
        precondition(bytes.count == Digest.size, "a digest has 32 bytes")
        self.bytes = bytes
    }

    public init(of bytes: [UInt8]) {
        var digester = Digester()
        digester.add(raw: bytes)
        self = digester.finished()
    }

    /// As 64 hexadecimal digits.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// Makes a digest of several parts, each with its length before it, so that no two lists of parts read alike.
public struct Digester: ~Copyable {
    private let sum: OpaquePointer

    public init() {
        guard let sum = g_checksum_new(G_CHECKSUM_SHA256) else {
            preconditionFailure("GLib has SHA-256 since 2.16")
        }
        self.sum = sum
    }

    deinit { g_checksum_free(sum) }

    public mutating func add(_ bytes: [UInt8]) {
        add(bytes.count)
        add(raw: bytes)
    }

    public mutating func add(_ text: String) {
        var text = text
        add(text.utf8.count)
        text.withUTF8 { g_checksum_update(sum, $0.baseAddress, gssize($0.count)) }
    }

    public mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) {
            g_checksum_update(sum, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), gssize($0.count))
        }
    }

    public mutating func add(_ digest: Digest) { add(raw: digest.bytes) }

    mutating func add(raw bytes: [UInt8]) { g_checksum_update(sum, bytes, gssize(bytes.count)) }

    public consuming func finished() -> Digest {
        var length = gsize(Digest.size)
        var bytes = [UInt8](repeating: 0, count: Digest.size)
        g_checksum_get_digest(sum, &bytes, &length)
        return Digest(bytes: bytes)
    }
}
