import Book
import Build
import Diagnostics
import Files

func runBuild(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let output = line["output"] ?? "output"
    return try makeSite(line, illegible: .warning, report) { (tree) throws(FileError) in
        try replaceFolder(output, with: tree)
        let pages = tree.files.count { $0.path.hasSuffix(".html") }
        if isTerminal { complain("\(output): \(pages) pages, \(tree.files.count) files\n") }
    }
}

func runCheck(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    try makeSite(line, illegible: .error, report) { (_) throws(FileError) in }
}

/// Loads a book, makes its site, reports, and hands the site on.
private func makeSite(
    _ line: ParsedLine, illegible: Diagnostic.Severity, _ report: Report, _ write: (Tree) throws(FileError) -> Void
) throws(UsageError) -> Exit {
    let threads = Threads(count: try line.integer("threads", in: 1...256))
    let path = line.arguments.first ?? "chapters"
    try checkBook(path)
    do throws(BuildError) {
        let site = try showingProgress(of: path) { () throws(BuildError) in
            try makeSite(from: path, illegible: illegible, threads: threads)
        }
        report.write(site.diagnostics, site.sources)
        guard let tree = site.tree else { return .bookHasErrors }
        try refusing { () throws(FileError) in try write(tree) }
        return .clean
    } catch {
        return refuse(error)
    }
}

private func makeSite(
    from path: String, illegible: Diagnostic.Severity, threads: Threads
) throws(BuildError) -> BuiltSite {
    let (sources, share) = try refusing { () throws(FileError) in
        (try BookFolder(path).load(), try ShareFolder.ofProgram())
    }
    return try makeSite(sources, share: share, illegible: illegible, threads: threads)
}

/// Work on files as part of a build.
func refusing<Result>(_ work: () throws(FileError) -> Result) throws(BuildError) -> Result {
    do throws(FileError) {
        return try work()
    } catch {
        throw .file(error)
    }
}

/// On a terminal, work that takes over half a second says what it is doing; the line vanishes when it is done.
private func showingProgress<Result>(
    of path: String, _ work: () throws(BuildError) -> Result
) throws(BuildError) -> Result {
    guard isTerminal else { return try work() }
    do throws(BuildError) {
        let (result, wasNoticed) = try working(noticeAfter: 500, { complain("building '\(path)' …") }, work)
        if wasNoticed { complain("\r\u{1B}[K") }
        return result
    } catch {
        complain("\r\u{1B}[K")
        throw error
    }
}

/// A file that is no chapter is a slip on the command line.
func checkBook(_ path: String) throws(UsageError) {
    guard kind(of: path) == .file else { return }
    let name = path.split(separator: "/").last ?? ""
    if name == "index.md" { throw UsageError("'\(path)' is no chapter: index.html is the contents page") }
    if !name.hasSuffix(".md") || name.hasPrefix(".") {
        throw UsageError("'\(path)' is no chapter: a chapter's file is called NAME.md")
    }
}
