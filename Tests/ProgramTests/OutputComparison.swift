/// How what two programs printed differs.
enum OutputComparison: Equatable {
    case same
    /// Only in numbers with all their digits, by a few units in the last place.
    case close(numbers: Int)
    /// The first line that differs.
    case different(line: Int, ours: String, theirs: String)

    /// How far full-precision numbers may be apart, in units in the last place.
    static let tolerance: Int64 = 4

    init(_ ours: String, _ theirs: String) {
        if ours == theirs {
            self = .same
            return
        }
        let a = ours.split(separator: "\n", omittingEmptySubsequences: false)
        let b = theirs.split(separator: "\n", omittingEmptySubsequences: false)
        var numbers = 0
        for index in 0..<max(a.count, b.count) {
            let left = index < a.count ? String(a[index]) : "(no line)"
            let right = index < b.count ? String(b[index]) : "(no line)"
            guard let found = OutputComparison.closeNumbers(left, right) else {
                self = .different(line: index + 1, ours: left, theirs: right)
                return
            }
            numbers += found
        }
        self = .close(numbers: numbers)
    }

    /// How many numbers of two lines differ within the tolerance; nil when more than that differs.
    private static func closeNumbers(_ left: String, _ right: String) -> Int? {
        if left == right { return 0 }
        let (a, b) = (parts(of: left), parts(of: right))
        guard a.count == b.count else { return nil }
        var count = 0
        for (x, y) in zip(a, b) where x != y {
            guard let p = Double(x), let q = Double(y), max(digits(x), digits(y)) >= 15, (p < 0) == (q < 0),
                abs(Int64(bitPattern: p.bitPattern) - Int64(bitPattern: q.bitPattern)) <= tolerance
            else { return nil }
            count += 1
        }
        return count
    }

    private static func digits(_ number: String) -> Int {
        number.prefix { $0 != "e" }.drop { !("1"..."9").contains($0) }.count { $0.isNumber }
    }

    /// A line cut into numbers and what stands between them.
    private static func parts(of line: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var isNumber = false
        for character in line {
            let continues = isNumber && (character.isNumber || ".e".contains(character))
            let isExponentSign = isNumber && part.last == "e" && "+-".contains(character)
            let begins = character.isNumber && !isNumber
            if begins || (isNumber && !continues && !isExponentSign) {
                parts.append(part)
                part = ""
                isNumber = begins
            }
            part.append(character)
        }
        return parts + [part]
    }
}
