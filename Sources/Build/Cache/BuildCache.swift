import Book
import Cache
import Files

/// What earlier builds of a book left in its folder `.longhand`.
///
/// Nothing in it is needed: it may be deleted at any time, and what is damaged in it is made again. A chapter's results
/// stand in one file, which is replaced whole; so two builds at once can only overwrite each other's results with equally
/// good ones.
public struct BuildCache: Sendable {
    /// How many output folders a book keeps records of.
    private static let recordLimit = 8

    private let folder: String
    /// The folder the site is written to, which the record belongs to; nil for a build that writes no site.
    let output: String?

    /// - Parameter output: the folder the site is written to, as it was given.
    public init(of book: BookFolder, output: String?) {
        folder = book.path(".longhand")
        self.output = output.map(absolute)
    }

    // MARK: Results

    func store(ofChapter stem: String, identity: Digest) -> ResultStore {
        let file = try? readFile(resultsPath(stem), limit: 1 << 30)
        return ResultStore(file.map { ResultPack($0) } ?? ResultPack(), identity: identity)
    }

    /// Keeps results; without a word where the folder cannot be written to, since the next build then only takes longer.
    func keep(_ stores: [(stem: String, store: ResultStore)]) {
        guard (try? prepare("results")) != nil else { return }
        for (stem, store) in stores {
            if let file = store.file { try? writeFile(file, to: resultsPath(stem)) }
        }
    }

    /// Removes the results of chapters that are no longer there.
    func forget(except stems: Set<String>) {
        let folder = "\(folder)/results"
        for name in (try? names(inFolder: folder)) ?? [] where !stems.contains(name) {
            try? remove("\(folder)/\(name)")
        }
    }

    private func resultsPath(_ stem: String) -> String { "\(folder)/results/\(stem)" }

    // MARK: Records

    var record: BuildRecord? {
        recordPath.flatMap { try? readFile($0, limit: 1 << 30) }.flatMap(BuildRecord.init)
    }

    func keep(_ record: BuildRecord) {
        guard let recordPath, (try? prepare("builds")) != nil else { return }
        try? writeFile(record.file, to: recordPath)
        forgetRecords()
    }

    private var recordPath: String? {
        output.map { "\(folder)/builds/\(Digest(of: Array($0.utf8)).hexadecimal)" }
    }

    /// Removes the records that were written longest ago.
    private func forgetRecords() {
        let folder = "\(folder)/builds"
        let records = ((try? names(inFolder: folder)) ?? []).map { name in
            (path: "\(folder)/\(name)", modified: FileStamp(of: "\(folder)/\(name)")?.modified ?? 0)
        }
        for record in records.sorted(by: { $0.modified > $1.modified }).dropFirst(Self.recordLimit) {
            try? remove(record.path)
        }
    }

    /// Makes a folder in the cache; the cache says to git that it is not to be tracked.
    private func prepare(_ name: String) throws(FileError) {
        try makeFolder("\(folder)/\(name)")
        if kind(of: "\(folder)/.gitignore") == .missing { try writeFile(Array("*\n".utf8), to: "\(folder)/.gitignore") }
    }
}
