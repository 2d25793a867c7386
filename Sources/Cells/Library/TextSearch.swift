/// Finds a part in a text in a time that grows with the sum of both lengths, however often the part nearly fits.
///
/// - Source: Knuth, Morris and Pratt, "Fast pattern matching in strings" (1977).
struct TextSearch<Element: Equatable> {
    private let part: [Element]
    /// How much of the part still fits when the element behind its first `index + 1` does not.
    private let fallbacks: [Int]

    init(for part: [Element]) {
        self.part = part
        var fallbacks = [Int](repeating: 0, count: part.count)
        var fitting = 0
        for place in part.indices.dropFirst() {
            while fitting > 0, part[place] != part[fitting] { fitting = fallbacks[fitting - 1] }
            if part[place] == part[fitting] { fitting += 1 }
            fallbacks[place] = fitting
        }
        self.fallbacks = fallbacks
    }

    /// Where the part stands, from the left, at most `most` times; an empty part stands before every element and at the end.
    func places(in text: ArraySlice<Element>, most: Int = .max, overlapping: Bool = false) -> [Int] {
        if most <= 0 { return [] }
        if part.isEmpty { return Array((text.startIndex...text.endIndex).prefix(most)) }
        var found: [Int] = []
        var fitting = 0
        for place in text.indices {
            while fitting > 0, text[place] != part[fitting] { fitting = fallbacks[fitting - 1] }
            if text[place] == part[fitting] { fitting += 1 }
            guard fitting == part.count else { continue }
            found.append(place + 1 - part.count)
            if found.count == most { break }
            fitting = overlapping ? fallbacks[fitting - 1] : 0
        }
        return found
    }
}
