internal import Glibc

/// The bytes of a regular file.
///
/// - Throws: ``FileError`` when it cannot be read or is longer than `limit` bytes.
public func readFile(_ path: String, limit: Int = 64 << 20) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .last("read", path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileError(operation: "read", path: path, reason: "Not a regular file")
    }
    guard status.st_size <= limit else {
        throw FileError(operation: "read", path: path, reason: "File is larger than \(limit) bytes")
    }
    return try readAll(file, path, expecting: Int(status.st_size))
}

/// The bytes of a file the system makes as it is read, which has no size before.
func readSystemFile(_ path: String) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .last("read", path) }
    defer { close(file) }
    return try readAll(file, path, expecting: 8191)
}

private func readAll(_ file: Int32, _ path: String, expecting size: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
        let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .last("read", path)
        }
        if count == 0 { break }
        filled += count
        if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: bytes.count)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
}

public enum FileKind: Sendable, Equatable {
    case file, folder, missing, other
}

/// What stands at a path; links are followed.
public func kind(of path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// The names in a folder in byte order, without `.` and `..`.
public func names(inFolder path: String) throws(FileError) -> [String] { try entries(ofFolder: path).map(\.name) }

private struct Entry {
    var name: String
    /// Whether it is a folder itself, not a link to one.
    var isFolder: Bool
}

/// What stands in a folder, in byte order of the names, without `.` and `..`.
private func entries(ofFolder path: String) throws(FileError) -> [Entry] {
    guard let folder = opendir(path) else { throw .last("list", path) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let type = Int(entry.pointee.d_type)
        // Some file systems do not say what an entry is.
        let isUnknown = type == Int(DT_UNKNOWN)
        let full = "\(path)/\(name)"
        entries.append(
            Entry(
                name: name,
                isFolder: isUnknown ? kind(of: full) == .folder && !isLink(full) : type == Int(DT_DIR)))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// The paths of all that is no folder below a folder, relative to it, in byte order; links are not followed.
///
/// - Parameter hidden: whether names that start with a dot count.
public func files(below folder: String, hidden: Bool = false) throws(FileError) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
        for entry in try entries(ofFolder: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
            if entry.name.hasPrefix("."), !hidden { continue }
            let path = prefix.isEmpty ? entry.name : "\(prefix)/\(entry.name)"
            if entry.isFolder { waiting.append(path) } else { found.append(path) }
        }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Whether Longhand wrote a folder.
func isOutput(_ path: String) -> Bool { kind(of: "\(path)/\(marker)") == .file }

func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// The path with links, `.` and `..` resolved, or nil when nothing stands there.
public func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
}

/// The path from the root of a file that need not be there yet, with links resolved as far as there are any.
public func absolute(_ path: String) -> String {
    if let real = resolved(path.isEmpty ? "." : path) { return real }
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.popLast() else { return path }
    let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return "\(absolute(parent))/\(name)"
}
