/// Turns the code points that libyaml counts into bytes.
struct CodePoints {
    /// The byte of every code point; nil when each is one byte.
    private let starts: [Int]?
    let byteCount: Int

    init(_ bytes: [UInt8]) {
        byteCount = bytes.count
        let isContinuation = { (byte: UInt8) in byte & 0xC0 == 0x80 }
        starts = bytes.contains { $0 >= 0x80 } ? bytes.indices.filter { !isContinuation(bytes[$0]) } : nil
    }

    func byte(at index: Int) -> Int {
        guard let starts else { return min(index, byteCount) }
        return index < starts.count ? starts[index] : byteCount
    }
}
