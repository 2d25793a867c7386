import Files
import HTML
import JSON

/// What a browser is shown of a book: its last good site, and what is wrong with it now.
public struct Preview: Sendable {
    /// The folder of the site.
    let folder: String
    /// Stands for this run of the program; the numbers of builds mean nothing in another.
    let session: String
    /// How many sites there have been; 0 until the first.
    private(set) var build = 0
    /// The files of the site, and nothing else is ever served.
    private(set) var files: [String: FileStamp] = [:]
    /// In which build a file last changed, of those that did since the first.
    private(set) var changed: [String: Int] = [:]
    /// What is wrong, each as a terminal shows it; nil when nothing was built yet.
    private(set) var mistakes: [String]?

    public init(folder: String) {
        self.folder = folder
        session = String(UInt64.random(in: 0 ... .max), radix: 36)
    }

    /// Takes a good site up.
    ///
    /// - Parameter files: its files by their paths in the folder.
    public mutating func show(_ files: [String: FileStamp]) {
        mistakes = []
        if build > 0 && files == self.files { return }
        build += 1
        if build > 1 {
            for (path, stamp) in files where self.files[path] != stamp { changed[path] = build }
        }
        self.files = files
    }

    /// Takes mistakes up; the last good site stays.
    public mutating func tell(_ mistakes: [String]) { self.mistakes = mistakes }

    /// What pages are told of it, as one line of JSON.
    var message: String {
        let changes = changed.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .integer($0.value)) }
        return JSON.object([
            JSON.Member("session", .string(session)), JSON.Member("build", .integer(build)),
            JSON.Member("changed", .object(changes)),
            JSON.Member("errors", .string((mistakes ?? []).isEmpty ? "" : mistakesList.serialized())),
        ]).line
    }

    // MARK: Pages that are not the book's

    /// The mistakes as a list, with the heading of the panel.
    private var mistakesList: HTMLNode {
        let mistakes = mistakes ?? []
        let count = mistakes.count == 1 ? "1 error" : "\(mistakes.count) errors"
        let remark = build > 0 ? "; the page is as it last was" : ""
        let items = mistakes.map { mistake in
            let lines = mistake.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            var parts: [HTMLNode] = [.p(.text(String(lines[0])))]
            if lines.count > 1, !lines[1].isEmpty { parts.append(.pre(.text(String(lines[1])))) }
            return HTMLNode.li(parts)
        }
        return .fragment([
            .div(class: "head", with: [HTMLAttribute("role", "alert")], .h2(id: "title", .text(count + remark))),
            .ol(with: [HTMLAttribute("tabindex", "0"), .label("Errors")], items),
        ])
    }

    /// What stands in place of a page before there is one.
    var waitingPage: [UInt8] {
        guard let mistakes, !mistakes.isEmpty else { return plainPage("Longhand is building the book …", []) }
        return plainPage("The book has errors", [.div(class: "errors", mistakesList)])
    }

    var missingPage: [UInt8] {
        plainPage("There is no such page", [.p(.a(with: [.href("/")], "To the contents of the book"))])
    }

    private func plainPage(_ title: String, _ content: [HTMLNode]) -> [UInt8] {
        let head: [HTMLNode] = [
            .meta(with: [HTMLAttribute("charset", "utf-8")]), .title(.text(title)),
            .meta(with: [
                HTMLAttribute("name", "viewport"), HTMLAttribute("content", "width=device-width, initial-scale=1"),
            ]), .style(.trusted(plainStyle)),
        ]
        let body = HTMLNode.body([.main([.h1(.text(title))] + content)])
        return withScript(HTMLWriter.page(.html(with: [.lang("en")], [.head(head), body])), isOfBook: false)
    }

    // MARK: The script

    /// A page with the script that keeps it fresh, before all others, so that it sees the page as it was sent.
    func withScript(_ page: [UInt8], isOfBook: Bool) -> [UInt8] {
        let script = HTMLNode.script(with: [
            .src("/-/preview.js"), HTMLAttribute("data-session", session), HTMLAttribute("data-build", String(build)),
            HTMLAttribute("data-page", isOfBook ? "book" : "other"), .present("defer"),
        ]).serialized()
        guard let place = endOfHeadTag(page) else { return page + Array(script.utf8) }
        return page[..<place] + Array(script.utf8) + page[place...]
    }

    private func endOfHeadTag(_ page: [UInt8]) -> Int? {
        let tag = Array("<head>".utf8)
        guard page.count >= tag.count else { return nil }
        return (0...(page.count - tag.count)).first { page[$0..<($0 + tag.count)].elementsEqual(tag) }.map {
            $0 + tag.count
        }
    }
}

private let plainStyle = """
    :root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}\
    main{max-width:60rem;margin:3rem auto;padding:0 1.25rem}h1{font-size:1.5rem}h2{font-size:1rem}\
    ol{padding:0;list-style:none}li{margin:0 0 1.25rem}p{margin:.25rem 0}\
    pre{margin:.25rem 0;overflow-x:auto;font:.8125rem/1.45 ui-monospace,monospace}
    """
