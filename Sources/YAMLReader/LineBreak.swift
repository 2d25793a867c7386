/// A line ending as libyaml sees it: `\n`, `\r`, `\r\n` and U+0085 become `\n`, U+2028 and U+2029 stay.
struct LineBreak {
    var length: Int
    var text: [UInt8]

    init?(in bytes: [UInt8], at index: Int) {
        guard index < bytes.count else { return nil }
        let rest = bytes[index...].prefix(3)
        switch bytes[index] {
        case 0x0A: self.init(length: 1, text: [0x0A])
        case 0x0D: self.init(length: rest.dropFirst().first == 0x0A ? 2 : 1, text: [0x0A])
        case 0xC2 where rest.dropFirst().first == 0x85: self.init(length: 2, text: [0x0A])
        case 0xE2 where rest.elementsEqual([0xE2, 0x80, 0xA8]) || rest.elementsEqual([0xE2, 0x80, 0xA9]):
            self.init(length: 3, text: Array(rest))
        default: return nil
        }
    }

    private init(length: Int, text: [UInt8]) {
        self.length = length
        self.text = text
    }

    var isFolded: Bool { text == [0x0A] }
}

/// Bytes with the index of the source byte that each came from.
struct DecodedText {
    var bytes: [UInt8] = []
    var places: [Int] = []

    mutating func append(_ byte: UInt8, at place: Int) {
        bytes.append(byte)
        places.append(place)
    }

    mutating func append(_ text: [UInt8], at place: Int, length: Int) {
        for (index, byte) in text.enumerated() { append(byte, at: place + min(index, max(length - 1, 0))) }
    }
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
