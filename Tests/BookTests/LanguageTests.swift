import Book
import MarkedBooks
import Tensors
import Testing

/// The words and the marks of numbers in the language of a book.
struct LanguageTests {
    private static let chapter = """
        `{=} 3.14` and `{=} 1234567.5:,.1f` and `{=} 1.5e-9` and `{=} [0.5, 2]` and `{=} 0.5!r` and `{=} 7`.

        $\\val{3.14}$
        """

    @Test(arguments: [
        ("en", ["3.14", "1,234,567.5", "1.5 × 10⁻⁹", "[0.5, 2]", "0.5", "7", "3.14"]),
        ("de", ["3,14", "1.234.567,5", "1,5 × 10⁻⁹", "[0,5; 2]", "0.5", "7", "3,14"]),
        ("de-CH", ["3.14", "1,234,567.5", "1.5 × 10⁻⁹", "[0.5, 2]", "0.5", "7", "3.14"]),
        ("fr", ["3,14", "1\u{202F}234\u{202F}567,5", "1,5 × 10⁻⁹", "[0,5; 2]", "0.5", "7", "3,14"]),
        ("es", ["3,14", "1\u{202F}234\u{202F}567,5", "1,5 × 10⁻⁹", "[0,5; 2]", "0.5", "7", "3,14"]),
        ("es-MX", ["3.14", "1,234,567.5", "1.5 × 10⁻⁹", "[0.5, 2]", "0.5", "7", "3.14"]),
    ])
    func numbersAreWrittenAsInTheLanguage(_ language: String, _ expected: [String]) {
        let book = MarkedBook(["book.yml": "language: \(language)", "01-a.md": Self.chapter])
        #expect(book.differences(from: []) == [])
        #expect(book.evaluated().shown().map { $0 ?? "?" } == expected)
    }

    @Test func formulasKeepTheCommaFromHavingASpace() {
        let book = MarkedBook([
            "book.yml": "language: de", "01-a.md": "$\\val{3.14}$ $\\val{1234.5:,.1f}$ $\\val{[0.5, 2]}$",
        ])
        let values = book.evaluated().values[0].results.values
        #expect(values.map { $0?.tex } == ["3{,}14", "1.234{,}5", "\\left[0{,}5; 2\\right]"])
        // What is said of a value in full is Python's.
        #expect(values.map { $0?.full } == ["3.14", "1234.5", "[0.5, 2]"])
    }

    @Test func everyLanguageHasItsOwnWords() {
        let words = Language.known.map { Language($0).words }
        #expect(Set(words.map(\.contents)).count == words.count)
        #expect(words.allSatisfy { !$0.figure.isEmpty && !$0.colophon.isEmpty })
        #expect(Language.known.allSatisfy { Language($0).isKnown } && Language("en-GB").isKnown)
        #expect(!Language("pt").isKnown && Language("pt").tag == "pt" && Language("pt").words == Language("en").words)
    }

    @Test(arguments: [
        Mistake(
            "no words", files: ["book.yml": "language: «pt-BR»", "01-a.md": "A"],
            "book.language: pages have English words such as 'Figure', since those of 'pt-BR' are not known; known: de, en, es, fr"
        ),
        Mistake(
            "no tag", files: ["book.yml": "language: «German please»", "01-a.md": "A"],
            "book.language: a language is written like 'de' or 'en-GB', not 'German please'"),
    ]) func languagesAreChecked(_ mistake: Mistake) { mistake.check() }
}
