import Build
import Book
import Diagnostics
import Files

func runBuild(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let output = line["output"] ?? "output"
    return try makeSite(line, report) { (site) throws(FileError) in
        guard let tree = site.tree else { return }
        try replaceFolder(output, with: tree)
        if isTerminal {
            complain("\(output): \(tree.files.count { $0.path.hasSuffix(".html") }) pages, \(tree.files.count) files\n")
        }
    }
}

func runCheck(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    try makeSite(line, report) { (_) throws(FileError) in }
}

/// Loads a book, makes its site, reports, and hands the site on.
private func makeSite(
    _ line: ParsedLine, _ report: Report, _ write: (BuiltSite) throws(FileError) -> Void
) throws(UsageError) -> Exit {
    let threads = Threads(count: try line.number("threads", in: 1...256).map { Int($0) })
    let site: BuiltSite
    do throws(FileError) {
        let sources = try BookFolder(line.arguments.first ?? "chapters").load()
        let share = try ShareFolder.ofProgram()
        switch Result(catching: { () throws(BuildError) in try makeSite(sources, share: share, threads: threads) }) {
        case .success(let made): site = made
        case .failure(let error): return refuse(error)
        }
        report.write(site.diagnostics, site.sources)
        if site.diagnostics.hasErrors { return .bookHasErrors }
        try write(site)
        return .clean
    } catch {
        return refuse(error)
    }
}
