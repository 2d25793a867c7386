import Build
import Diagnostics
import Files
import Serve

/// `longhand serve BOOK`: builds, watches, and keeps the pages of browsers fresh until it is interrupted.
func runServe(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let threads = Threads(count: try line.integer("threads", in: 1...256))
    let port = try line.integer("port", in: 0...65535) ?? 4040
    let path = line.arguments.first ?? "chapters"
    try checkBook(path)
    do throws(BuildError) {
        let (share, book) = try refusing { () throws(FileError) in (try ShareFolder.ofProgram(), try BookFolder(path)) }
        let watch = try refusing { () throws(FileError) in try FolderWatch(book.folder) }
        let workshop = Workshop(share: share, threads: threads)
        let folder = previewFolder(of: book)
        let server: PreviewServer
        do throws(ServeError) {
            server = try PreviewServer(port: port, preview: Preview(folder: folder))
        } catch {
            return refuse(error)
        }
        let session = ServeSession(
            path: path, folder: folder, workshop: workshop, server: server, report: report)
        return session.run(watch, opens: line.has("open"))
    } catch {
        return refuse(error)
    }
}

/// The site lies with what is kept of builds: the next `longhand serve` takes it over.
private func previewFolder(of book: BookFolder) -> String {
    let name = book.chapter.map { "preview-\($0.dropLast(3))" } ?? "preview"
    return "\(book.folder)/.longhand/\(name)"
}

private final class ServeSession {
    private let path: String
    private let folder: String
    private let workshop: Workshop
    private let server: PreviewServer
    private let report: Report
    private var hadErrors = false

    init(path: String, folder: String, workshop: Workshop, server: PreviewServer, report: Report) {
        self.path = path
        self.folder = folder
        self.workshop = workshop
        self.server = server
        self.report = report
    }

    func run(_ watch: FolderWatch, opens: Bool) -> Exit {
        server.start { watch.stop() }
        defer { server.close() }
        let exit = say("'\(path)' is served at \(server.address) until you press Ctrl-C\n")
        if exit != .clean { return exit }
        do throws(BuildError) {
            try rebuild()
        } catch {
            return refuse(error)
        }
        workshop.warmUp()
        if opens {
            do throws(ServeError) { try openInBrowser(server.address) } catch { complain("longhand: \(error)\n") }
        }
        do throws(FileError) {
            while try watch.wait() != nil { tryToRebuild() }
            return .clean
        } catch {
            return refuse(error)
        }
    }

    /// What the system refuses now it may grant after the next change.
    private func tryToRebuild() {
        do throws(BuildError) {
            try rebuild()
        } catch {
            complain("longhand: \(error)\n")
            hadErrors = true
            server.update { $0.tell(["longhand: \(error)"]) }
        }
    }

    private func rebuild() throws(BuildError) {
        let clock = ContinuousClock()
        let start = clock.now
        let site = try workshop.build(path, to: folder)
        if site.diagnostics.hasErrors {
            let printer = DiagnosticPrinter(sources: site.sources)
            let errors = site.diagnostics.filter { $0.severity == .error }
            server.update { $0.tell(errors.map(printer.text)) }
        } else {
            let files = try refusing { () throws(FileError) in try stampedFiles() }
            server.update { $0.show(files) }
        }
        let milliseconds = Int((clock.now - start) / .milliseconds(1))
        if !site.isUnchanged { report.write(site.diagnostics, site.sources) }
        if !site.isUnchanged, !site.diagnostics.hasErrors {
            complain("\(summary(of: site)), \(milliseconds) ms\n")
        } else if site.isUnchanged, hadErrors {
            complain("no errors any more; the book is as it was before them\n")
        }
        hadErrors = site.diagnostics.hasErrors
    }

    private func stampedFiles() throws(FileError) -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for path in try files(below: folder) { stamps[path] = FileStamp(of: "\(folder)/\(path)") }
        return stamps
    }

    /// What was made, and why.
    private func summary(of site: BuiltSite) -> String {
        guard site.reasons.count <= 3 else { return "\(site.reasons.count) chapters made" }
        return site.reasons.map { "\($0.file): \($0.reason)" }.joined(separator: "; ")
    }
}
