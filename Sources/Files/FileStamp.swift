internal import Glibc

/// What the system says of a regular file: as long as it stays the same, nobody has written to the file.
public struct FileStamp: Hashable, Sendable {
    public var size: Int
    public var inode: Int
    /// Nanoseconds since 1970.
    public var modified: Int

    public init(size: Int, inode: Int, modified: Int) {
        self.size = size
        self.inode = inode
        self.modified = modified
    }

    /// nil when there is no regular file; links are followed.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(
            size: Int(status.st_size), inode: Int(bitPattern: UInt(status.st_ino)),
            modified: status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec)
    }
}

/// The files that this process runs: the program and the libraries it is linked with.
public func filesOfProcess() -> [String] {
    let maps = (try? readSystemFile("/proc/self/maps")) ?? []
    let paths = String(decoding: maps, as: UTF8.self).split(separator: "\n").compactMap { line in
        line.firstIndex(of: "/").map { String(line[$0...]) }
    }
    return Set(paths).sorted()
}
