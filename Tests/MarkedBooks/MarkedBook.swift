import Book
import Cells
import Diagnostics
import Evaluation

/// A book in strings, in which `«` and `»` stand around each place where a diagnostic belongs.
///
/// `«»` marks a place without width. Marks may stand in any file; they are counted file by file in the order of `files`.
public struct MarkedBook: Sendable {
    public let sources: BookSources
    /// The marked places, in the order in which they begin.
    public let marks: [SourceRange]
    private let texts: [SourceText]

    public init(_ files: KeyValuePairs<String, String>) {
        var texts: [SourceText] = []
        var marks: [SourceRange] = []
        for (name, text) in files {
            let (source, found) = unmarked(text, path: "book/\(name)")
            texts.append(source)
            marks += found
        }
        self.init(texts, marks: marks)
    }

    /// A book of one chapter.
    public init(_ chapter: String) { self.init(["01-a.md": chapter]) }

    private init(_ texts: [SourceText], marks: [SourceRange]) {
        let chapters = texts.filter { isChapterFile(String($0.path.dropFirst("book/".count))) }
        let others = Dictionary(
            uniqueKeysWithValues: texts.map { (String($0.path.dropFirst("book/".count)), $0.bytes) })
        self.texts = texts
        self.marks = marks
        sources = BookSources(
            settings: texts.first { $0.path == "book/book.yml" }, chapters: chapters,
            allChapterFiles: chapters.map { String($0.path.dropFirst("book/".count)) }, folder: "book"
        ) { others[$0] }
    }

    /// Reads and evaluates the book.
    public func evaluated() -> EvaluatedBook {
        let (book, reading) = readBook(sources)
        var values: [Int: ChapterValues] = [:]
        var diagnostics = reading
        for index in book.levels.joined() {
            let (imports, found) = book.imports(of: index) { values[$0]?.scope }
            let chapter = evaluate(book.chapters[index].program, imports: imports)
            values[index] = chapter
            diagnostics += found + chapter.diagnostics
        }
        return EvaluatedBook(
            book: book, values: book.chapters.indices.compactMap { values[$0] },
            diagnostics: diagnostics.inSourceOrder(of: texts.map(\.path)), texts: texts)
    }
}

/// A book with its values and everything that is wrong with it.
public struct EvaluatedBook {
    public let book: Book
    public let values: [ChapterValues]
    public let diagnostics: [Diagnostic]
    let texts: [SourceText]

    /// The inline values of a chapter as text, in order; nil where there was a mistake.
    public func shown(chapter: Int = 0) -> [String?] { values[chapter].results.values.map { $0?.plain } }

    public func display(_ directive: Int, chapter: Int = 0) -> Display { values[chapter].results.displays[directive] }

    /// `line:column code: message → suggestion` of every diagnostic.
    public var report: [String] {
        diagnostics.map { diagnostic in
            let name = diagnostic.range.file.dropFirst("book/".count)
            let position = texts.first { $0.path == diagnostic.range.file }?.position(at: diagnostic.range.start)
            let place = position.map { "\(name):\($0.line):\($0.column)" } ?? String(name)
            return "\(place) \(sentence(diagnostic))"
        }
    }
}

/// The text without its marks, and where they stood.
private func unmarked(_ text: String, path: String) -> (SourceText, [SourceRange]) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var marks: [SourceRange] = []
    for scalar in text.unicodeScalars {
        switch scalar {
        case "«": open.append(bytes.count)
        case "»": marks.append(SourceRange(file: path, start: open.popLast() ?? 0, end: bytes.count))
        default: bytes += Array(String(scalar).utf8)
        }
    }
    return (SourceText(path: path, bytes: bytes), marks.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
}

/// `code: message → suggestion`.
func sentence(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.code): \(diagnostic.message)" + (diagnostic.suggestion.map { " → \($0)" } ?? "")
}
