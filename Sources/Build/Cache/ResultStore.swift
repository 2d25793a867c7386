import Cache
import Synchronization

/// The results of a chapter's earlier builds, shared by threads.
final class ResultStore: Sendable {
    private let pack: Mutex<ResultPack>
    private let identity: Digest

    /// - Parameter identity: stands for everything results depend on that their keys do not name, as the program itself.
    init(_ pack: ResultPack = ResultPack(), identity: Digest) {
        self.pack = Mutex(pack)
        self.identity = identity
    }

    /// The key of a result: what kind it is, and all it depends on.
    func key(_ kind: String, _ parts: (inout Digester) -> Void) -> Digest {
        var digester = Digester()
        digester.add(identity)
        digester.add(kind)
        parts(&digester)
        return digester.finished()
    }

    func result(_ key: Digest) -> [UInt8]? { pack.withLock { $0.result(key) } }

    func add(_ result: [UInt8], for key: Digest) { pack.withLock { $0.add(result, for: key) } }

    /// The file to be kept for later builds; nil when it is the one that was read.
    var file: [UInt8]? { pack.withLock { $0.hasChanged ? $0.file() : nil } }
}
