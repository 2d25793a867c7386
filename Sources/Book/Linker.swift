import Diagnostics

/// Finds out what the chapters say of each other: labels, links, uses.
struct Linker {
    var chapters: [Chapter]
    let drafts: [(id: String, file: String)]
    let sources: BookSources
    var labels: [String: LabelTarget] = [:]
    var companion: [LabelTarget] = []
    var evaluationOrder: [Int] = []
    var diagnostics: [Diagnostic] = []

    init(chapters: [Chapter], drafts: [(id: String, file: String)], sources: BookSources) {
        self.chapters = chapters
        self.drafts = drafts
        self.sources = sources
    }

    mutating func link() {
        checkNames()
        collectLabels()
        for chapter in chapters {
            checkReferences(chapter)
            for link in chapter.links { checkLink(link, in: chapter) }
            for image in chapter.images { checkImage(image) }
        }
        orderByUse()
    }

    private mutating func report(
        _ code: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        suggestion: String? = nil
    ) {
        diagnostics.append(Diagnostic(code: code, message, at: range, notes: notes, suggestion: suggestion))
    }

    /// Two chapters may not have one id or one page.
    private mutating func checkNames() {
        for (index, chapter) in chapters.enumerated() {
            if let first = chapters[..<index].first(where: { $0.id == chapter.id }) {
                report(
                    "book.chapter-id",
                    "the chapters '\(first.path)' and '\(chapter.path)' are both called '\(chapter.id)'",
                    at: SourceRange(file: chapter.path, start: 0, end: 0))
            }
            if chapter.stem == "index" {
                report(
                    "book.index", "'index.md' cannot be a chapter: index.html is the contents page",
                    at: SourceRange(file: chapter.path, start: 0, end: 0))
            }
        }
    }

    private mutating func collectLabels() {
        for (index, chapter) in chapters.enumerated() {
            for target in chapter.targets {
                guard let label = target.label else { continue }
                if let first = labels[label.name] {
                    if first.chapter != index, let place = first.target.label?.range {
                        report(
                            "label.twice", "the label '\(label.name)' stands twice in the book", at: label.range,
                            notes: [Diagnostic.Note("first here", at: place)])
                    }
                } else {
                    labels[label.name] = LabelTarget(chapter: index, target: target)
                }
            }
        }
    }

    /// Whether chapters of the folder were left unread, whose labels nobody knows.
    var isPartial: Bool { sources.chapters.count < sources.allChapterFiles.count }

    private mutating func checkReferences(_ chapter: Chapter) {
        if isPartial { return }
        let missing = chapter.references.filter { labels[$0.value] == nil }
        if missing.isEmpty { return }
        let known = chapters.flatMap { $0.targets.compactMap { $0.label?.name } }
        let broken = chapters.reduce(into: Set<String>()) { $0.formUnion($1.brokenLabels) }
        for reference in missing where !broken.contains(reference.value) {
            report(
                "reference", "there is no label '\(reference.value)'", at: reference.range,
                suggestion: nearestName(to: reference.value, in: known).map { "@\($0)" })
        }
    }

    // MARK: Links and images

    /// A link inside the book must lead somewhere.
    private mutating func checkLink(_ link: Located<String>, in chapter: Chapter) {
        let address = link.value
        guard !isExternal(address) else {
            if !isHarmlessScheme(address) {
                report(
                    "link.scheme", "a link may start with http:, https: or mailto:, not '\(address)'", at: link.range)
            }
            return
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map { decoded($0) }
        let fragment = parts.count > 1 ? parts[1] : nil
        guard let target = parts[0].isEmpty ? chapter : chapters.first(where: { "\($0.stem).md" == parts[0] }) else {
            let isUnread = isPartial && sources.allChapterFiles.contains(parts[0])
            if !isUnread { checkFile(parts[0], link) }
            return
        }
        if let fragment, !fragment.isEmpty, !target.anchors.contains(fragment) {
            report(
                "link.fragment", "'\(target.path)' has no anchor '#\(fragment)'", at: link.range,
                suggestion: nearestName(to: fragment, in: target.anchors.sorted()).map { "\(parts[0])#\($0)" })
        }
    }

    private mutating func checkFile(_ path: String, _ link: Located<String>) {
        let files = chapters.map { "\($0.stem).md" }
        if drafts.contains(where: { $0.file == path }) {
            report("link.target", "'\(path)' is a draft and has no page", at: link.range)
        } else if path.hasSuffix(".md") || sources.file(path) == nil {
            report(
                "link.target", "there is no '\(path)' in the book", at: link.range,
                suggestion: nearestName(to: path, in: files))
        }
    }

    private mutating func checkImage(_ image: Located<String>) {
        if isExternal(image.value) {
            report(
                "image", "an image stands in a file beside the chapter; nothing is fetched from '\(image.value)'",
                at: image.range)
        } else if sources.file(filePath(ofAddress: image.value)) == nil {
            report(
                "image", "there is no file '\(filePath(ofAddress: image.value))' in the book's folder", at: image.range)
        }
    }

    // MARK: Uses

    /// Orders chapters so that each comes after those it uses; a cycle is an error.
    private mutating func orderByUse() {
        var state = [Int](repeating: 0, count: chapters.count)  // 0 not seen, 1 being visited, 2 done
        for start in chapters.indices { visit(start, &state) }
    }

    private mutating func visit(_ start: Int, _ state: inout [Int]) {
        guard state[start] == 0 else { return }
        var path = [(chapter: start, next: 0)]
        state[start] = 1
        while let top = path.last {
            let uses = chapters[top.chapter].uses
            guard top.next < uses.count else {
                state[top.chapter] = 2
                evaluationOrder.append(top.chapter)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let use = uses[top.next]
            guard let used = chapters.firstIndex(where: { $0.id == use.chapter.value }) else {
                chapters[top.chapter].program.lacksImports = true
                reportMissing(use.chapter)
                continue
            }
            if state[used] == 1 {
                for step in path { chapters[step.chapter].program.lacksImports = true }
                let (own, other) = (chapters[top.chapter].id, use.chapter.value)
                report(
                    "use.cycle", own == other ? "'\(own)' cannot use itself" : "'\(own)' and '\(other)' use each other",
                    at: use.chapter.range)
            } else if state[used] == 0 {
                state[used] = 1
                path.append((used, 0))
            }
        }
    }
}

extension Linker {
    private mutating func reportMissing(_ chapter: Located<String>) {
        let isDraft = drafts.contains { $0.id == chapter.value }
        report(
            "use.chapter",
            isDraft
                ? "'\(chapter.value)' is a draft, whose values nobody can use"
                : "there is no chapter '\(chapter.value)'",
            at: chapter.range, suggestion: isDraft ? nil : nearestName(to: chapter.value, in: chapters.map(\.id)))
    }
}
