/// NumPy's way from a seed to the state of a generator: every bit of the seed stirs every bit of the state.
///
/// - Source: NumPy, `SeedSequence` in `bit_generator.pyx`, after O'Neill's `seed_seq_fe`.
struct SeedSequence {
    private var pool: [UInt32]

    /// A seed in words of 32 bits, the least significant first.
    init(_ entropy: [UInt32]) {
        var constant: UInt32 = 0x43b0_d7e5
        func hashed(_ word: UInt32) -> UInt32 {
            var value = word ^ constant
            constant &*= 0x931e_8875
            value &*= constant
            return value ^ value >> 16
        }
        func mixed(_ a: UInt32, _ b: UInt32) -> UInt32 {
            let value = 0xca01_f9dd &* a &- 0x4973_f715 &* b
            return value ^ value >> 16
        }
        var pool = (0..<4).map { hashed($0 < entropy.count ? entropy[$0] : 0) }
        for source in 0..<4 {
            for target in 0..<4 where source != target { pool[target] = mixed(pool[target], hashed(pool[source])) }
        }
        for word in entropy.dropFirst(4) {
            for target in 0..<4 { pool[target] = mixed(pool[target], hashed(word)) }
        }
        self.pool = pool
    }

    /// The first `count` words of 64 bits.
    func state(_ count: Int) -> [UInt64] {
        var constant: UInt32 = 0x8b51_f9dd
        let halves = (0..<(2 * count)).map { i in
            var value = pool[i % 4] ^ constant
            constant &*= 0x58f3_8ded
            value &*= constant
            return UInt64(value ^ value >> 16)
        }
        return (0..<count).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
    }
}
