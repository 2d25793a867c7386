/// A sum that tells bytes damaged on a disk from those that were written; it is no protection against intent.
///
/// The multiply-and-fold of FNV-1a over words of eight bytes instead of single ones, which is as fast as memory is read.
func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    func fold(_ word: UInt64) {
        sum = (sum ^ word) &* 0x0000_0100_0000_01b3
        sum ^= sum >> 29
    }
    bytes.withUnsafeBytes { raw in
        let whole = raw.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            fold(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        var last: UInt64 = 0
        for offset in whole..<raw.count { last = last << 8 | UInt64(raw[offset]) }
        fold(last)
    }
    return Int(truncatingIfNeeded: sum)
}

extension [UInt8] {
    /// The bytes with their checksum before them.
    public var sealed: [UInt8] {
        var writer = ByteWriter()
        writer.write(checksum(self[...]))
        return writer.bytes + self
    }

    /// The bytes that were ``sealed``; nil when they are damaged.
    public var unsealed: [UInt8]? {
        guard count >= 8 else { return nil }
        var reader = ByteReader(Array(self[..<8]))
        guard let sum = try? reader.integer(), sum == checksum(self[8...]) else { return nil }
        return Array(self[8...])
    }
}
