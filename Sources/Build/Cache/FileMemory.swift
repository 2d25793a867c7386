import Book
import Cache
import Synchronization

/// The files of a book as they were when this build first looked at them, so that it sees each in one state only.
final class FileMemory: Sendable {
    private struct Read {
        var bytes: [UInt8]?
        var digest: Digest?
    }

    private let file: @Sendable (String) -> [UInt8]?
    private let known = Mutex<[String: Read]>([:])

    init(_ file: @escaping @Sendable (String) -> [UInt8]?) { self.file = file }

    private func read(_ path: String) -> Read {
        known.withLock { known in
            if let read = known[path] { return read }
            let bytes = file(path)
            let read = Read(bytes: bytes, digest: bytes.map(Digest.init(of:)))
            known[path] = read
            return read
        }
    }

    /// nil when there is no such file in the book.
    func bytes(_ path: String) -> [UInt8]? { read(path).bytes }

    func digest(_ path: String) -> Digest? { read(path).digest }
}
