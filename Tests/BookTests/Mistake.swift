import MarkedBooks
import Testing

/// A marked book and what must be said at its marks: `code: message → suggestion`.
struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let book: MarkedBook
    var expected: [String]

    init(_ name: String, _ chapter: String, _ expected: String...) {
        self.name = name
        book = MarkedBook(chapter)
        self.expected = expected
    }

    init(_ name: String, files: KeyValuePairs<String, String>, _ expected: String...) {
        self.name = name
        book = MarkedBook(files)
        self.expected = expected
    }

    var testDescription: String { name }

    /// Fails for every diagnostic that is missing, unexpected or elsewhere.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(book.differences(from: expected) == [], sourceLocation: sourceLocation)
    }
}
