import Cells
import Diagnostics
import Evaluation
import Markup

/// Reads one chapter: from Markdown with Longhand's syntax in it to content and a program.
struct ChapterReader {
    /// The file that is being read: the chapter, or one that it includes.
    var source: SourceText
    let chapterID: String
    let allowsHTML: Bool
    /// Reads a file of the book by its path within the book's folder.
    let file: (String) -> SourceText?

    var diagnostics: [Diagnostic] = []
    var items: [Program.Item] = []
    var directives: [DirectiveContent] = []
    /// The inline values' expressions as they were written.
    var expressions: [String] = []
    var targets: [Target] = []
    var references: [Located<String>] = []
    var links: [Located<String>] = []
    var images: [Located<String>] = []
    var anchors = Anchors()
    var footnotes = FootnoteCounter()
    var pendingFootnotes: [PendingFootnotes] = []
    /// The files that are being included, each by the one before it, and how many were.
    var including: [String] = []
    var includeCount = 0
    /// Labels that were written but mean nothing after a mistake; references to them are silent.
    var brokenLabels: Set<String> = []
    /// Files other than the chapter that diagnostics may point into.
    var otherSources: [SourceText] = []
    /// Tags that were refused; their end tags are passed over.
    var refusedTags: [String: Int] = [:]
    /// How many `<details>`, and inline tags, stand around what is being read.
    var detailsDepth = 0
    /// How many of these stand around the file that is being read; it cannot end them.
    var detailsOutside = 0
    /// How many of these end with the block that was just read.
    var pendingEnds = 0
    var tagDepth = 0
    /// Whether the blocks being read stand in a list or a quote, where no directive may stand.
    var isNested = false
    /// Digits of the directive whose caption is being read.
    var captionDigits: Int?

    mutating func report(
        _ code: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        suggestion: String? = nil
    ) {
        diagnostics.append(Diagnostic(code: code, message, at: range, notes: notes, suggestion: suggestion))
    }

    /// Reads the blocks below the front matter.
    mutating func read(_ document: Document) -> (content: [Content], footnotes: [FootnoteContent]) {
        var content = within(footnotesOf: document) { $0.read(document.blocks) }
        let notes = readFootnotes()
        content = content.filter { if case .html(let text) = $0, text.isEmpty { false } else { true } }
        return (content, notes.sorted { $0.number < $1.number })
    }

    /// The footnotes of the chapter, then those of the files it includes.
    private mutating func readFootnotes() -> [FootnoteContent] {
        var notes: [FootnoteContent] = []
        for pending in pendingFootnotes.reversed() {
            source = pending.source
            footnotes.scope = pending.scope
            for footnote in pending.notes {
                isNested = true
                let read = read(footnote.blocks)
                isNested = false
                guard let number = footnotes.number(of: footnote.label) else { continue }
                notes.append(FootnoteContent(number: number, content: read, references: 0))
            }
        }
        for index in notes.indices { notes[index].references = footnotes.count(of: notes[index].number) }
        return notes
    }

    // MARK: Counting

    mutating func request(_ formatted: FormattedExpression) -> Int {
        let id = expressions.count
        expressions.append(source.text(formatted.expression.range))
        items.append(.value(ValueRequest(id: id, formatted: formatted, digits: captionDigits)))
        return id
    }

    /// Gives a thing its number and checks its label.
    mutating func number(_ prefix: Label.Prefix, _ label: Label?, directive: Int? = nil, title: [Span] = []) {
        let counts = prefix == .section ? nil : targets.count { $0.prefix == prefix && $0.number != nil } + 1
        // Equations and listings are numbered only where something can refer to them.
        let isNumbered = label != nil || prefix == .figure || prefix == .table
        targets.append(
            Target(prefix: prefix, label: label, directive: directive, number: isNumbered ? counts : nil, title: title))
        guard let label, !anchors.insert(label.name) else { return }
        if let first = targets.dropLast().compactMap(\.label).first(where: { $0.name == label.name }) {
            report(
                "label.twice", "the label '\(label.name)' stands twice on this page", at: label.range,
                notes: [Diagnostic.Note("first here", at: first.range)])
        } else {
            report(
                "label.twice", "the label '\(label.name)' is what a heading above is called in links", at: label.range)
        }
    }

    /// Reads a label and checks that its prefix fits the thing.
    mutating func label(_ text: Located<String>, fits prefix: Label.Prefix, _ thing: String) -> Label? {
        let label = checkedLabel(text, fits: prefix, thing)
        if label == nil {
            // References may use what is written or what it should have been.
            let name = text.value.split(separator: "-", maxSplits: 1).last.map(String.init) ?? text.value
            brokenLabels.formUnion([text.value, "\(prefix.rawValue)-\(name)"])
        }
        return label
    }

    private mutating func checkedLabel(_ text: Located<String>, fits prefix: Label.Prefix, _ thing: String) -> Label? {
        let written = text.value
        let parts = written.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty, let known = Label.Prefix(rawValue: String(parts[0])),
            written.utf8.allSatisfy(isLabelByte)
        else {
            report(
                "label.form",
                "a label is '\(prefix.rawValue)-' and a name of letters, digits, '-' and '_', not '\(written)'",
                at: text.range)
            return nil
        }
        guard known == prefix else {
            report(
                "label.prefix", "'\(written)' labels \(thing), whose prefix is '\(prefix.rawValue)-'", at: text.range,
                suggestion: "\(prefix.rawValue)-\(parts[1])")
            return nil
        }
        return Label(name: written, prefix: known, range: text.range)
    }
}

extension SourceText {
    /// What stands in a range of the file.
    func text(_ range: SourceRange) -> String {
        let end = min(range.end, bytes.count)
        return String(decoding: bytes[min(range.start, end)..<end], as: UTF8.self)
    }
}

func isLabelByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
}

/// The fragments of a page, each once.
struct Anchors {
    private(set) var all: Set<String> = []

    /// Whether the anchor is new.
    mutating func insert(_ anchor: String) -> Bool { all.insert(anchor).inserted }

    /// An anchor made from a heading as GitHub makes it: lower case, blanks to hyphens, punctuation dropped.
    mutating func make(from text: String) -> String {
        var slug = ""
        for scalar in text.lowercased().unicodeScalars {
            if scalar == " " || scalar == "-" {
                slug += "-"
            } else if scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                slug.unicodeScalars.append(scalar)
            }
        }
        if slug.isEmpty { slug = "section" }
        var candidate = slug
        var count = 1
        while !insert(candidate) {
            candidate = "\(slug)-\(count)"
            count += 1
        }
        return candidate
    }
}

/// Numbers footnotes in the order in which the text refers to them.
struct FootnoteCounter {
    /// The footnotes of one file, told apart from those of others.
    struct Scope {
        var number = 0
        var labels: [String] = []
    }

    var scope = Scope()
    private var scopes = 0
    private var order: [(scope: Int, label: String, count: Int)] = []

    var labels: [String] { scope.labels }

    /// Begins with the footnotes of a file.
    ///
    /// - Returns: those that were known before.
    mutating func enter(_ labels: [String]) -> Scope {
        let outer = scope
        scopes += 1
        scope = Scope(number: scopes, labels: labels)
        return outer
    }

    init() {}

    /// The number of the footnote and of this reference to it; nil for a footnote that is not there.
    mutating func refer(to label: String) -> (number: Int, reference: Int)? {
        guard labels.contains(label) else { return nil }
        if let index = index(of: label) {
            order[index].count += 1
            return (index + 1, order[index].count)
        }
        order.append((scope.number, label, 1))
        return (order.count, 1)
    }

    func number(of label: String) -> Int? { index(of: label).map { $0 + 1 } }

    private func index(of label: String) -> Int? {
        order.firstIndex { $0.label == label && $0.scope == scope.number }
    }

    func count(of number: Int) -> Int { order[number - 1].count }
}
