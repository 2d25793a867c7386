import Book
import Build
import Diagnostics
import Files
import Synchronization

func runBuild(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    if line.has("single-file") { return try runSingleFile(line, report) }
    let output = line["output"] ?? "output"
    return try make(line, illegible: .warning, writingTo: output, report) { site in
        if line.has("explain") { explain(site) }
        if isTerminal { sum(site, output) }
    }
}

/// `build --single-file`: the whole book as one file.
private func runSingleFile(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let threads = Threads(count: try line.integer("threads", in: 1...256))
    let path = line.arguments.first ?? "chapters"
    let output = line["output"] ?? "book.html"
    if kind(of: output) == .folder { throw UsageError("'\(output)' is a folder; --single-file writes one file") }
    try checkBook(path)
    do throws(BuildError) {
        let (site, size) = try showingProgress(of: path) { (progress) throws(BuildError) in
            let share = try refusing { () throws(FileError) in try ShareFolder.ofProgram() }
            return try Workshop(share: share, threads: threads)
                .buildSingleFile(path, to: output, progress: progress)
        }
        report.write(site.diagnostics, site.sources)
        if let size { complain("\(output): \(size / 1000) kB\n") }
        return site.diagnostics.hasErrors ? .bookHasErrors : .clean
    } catch {
        return refuse(error)
    }
}

func runCheck(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    try make(line, illegible: .error, writingTo: nil, report) { _ in }
}

private func sum(_ site: BuiltSite, _ output: String) {
    if site.isUnchanged {
        complain("\(output): nothing changed\n")
    } else if let tree = site.tree {
        let pages = tree.files.count { $0.path.hasSuffix(".html") }
        complain("\(output): \(pages) pages, \(tree.files.count) files\n")
    }
}

/// Tells on standard error why each chapter was made again.
private func explain(_ site: BuiltSite) {
    if site.isUnchanged { complain("nothing changed\n") }
    complain(site.reasons.map { "\($0.file): \($0.reason)\n" }.joined())
}

/// Loads a book, makes its site, writes and reports.
private func make(
    _ line: ParsedLine, illegible: Diagnostic.Severity, writingTo output: String?, _ report: Report,
    _ tell: (BuiltSite) -> Void
) throws(UsageError) -> Exit {
    let threads = Threads(count: try line.integer("threads", in: 1...256))
    let path = line.arguments.first ?? "chapters"
    try checkBook(path)
    do throws(BuildError) {
        let site = try showingProgress(of: path) { (progress) throws(BuildError) in
            let share = try refusing { () throws(FileError) in try ShareFolder.ofProgram() }
            return try Workshop(share: share, threads: threads).build(
                path, to: output, illegible: illegible, progress: progress)
        }
        report.write(site.diagnostics, site.sources)
        tell(site)
        return site.diagnostics.hasErrors ? .bookHasErrors : .clean
    } catch {
        return refuse(error)
    }
}

/// Work on files as part of a build.
func refusing<Result>(_ work: () throws(FileError) -> Result) throws(BuildError) -> Result {
    do throws(FileError) {
        return try work()
    } catch {
        throw .file(error)
    }
}

/// On a terminal, work that takes over half a second says how far it is; the line vanishes when it is done.
private func showingProgress<Result>(
    of path: String, _ work: (Progress) throws(BuildError) -> Result
) throws(BuildError) -> Result {
    let progress = Progress()
    guard wantsProgress else { return try work(progress) }
    let isShown = Atomic(false)
    defer { if isShown.load(ordering: .acquiring) { complain("\r\u{1B}[K") } }
    return try working(noticeAfter: 500) {
        isShown.store(true, ordering: .releasing)
        complain("\r\u{1B}[K" + progressLine(path, progress.counts))
    } _: { () throws(BuildError) in
        try work(progress)
    }.result
}

/// `building 'chapters' … 12/40 chapters, 31 figures`, with counts as soon as there is something to count.
private func progressLine(_ path: String, _ counts: Progress.Counts) -> String {
    var line = "building '\(path)' …"
    if counts.allChapters > 0 { line += " \(counts.chapters)/\(counts.allChapters) chapters" }
    if counts.figures > 0 { line += ", \(counts.figures) figures" }
    return line
}

/// A file that is no chapter is a slip on the command line.
func checkBook(_ path: String) throws(UsageError) {
    guard kind(of: path) == .file else { return }
    let name = path.split(separator: "/").last ?? ""
    if name == "index.md" { throw UsageError("'\(path)' is no chapter: index.html is the contents page") }
    if name.hasPrefix("_") {
        throw UsageError("'\(path)' is no chapter: its name begins with '_', so that chapters can include it")
    }
    if !name.hasSuffix(".md") || name.hasPrefix(".") {
        throw UsageError("'\(path)' is no chapter: a chapter's file is called NAME.md")
    }
}
