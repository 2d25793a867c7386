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
public func names(inFolder path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw .last("list", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

/// The paths of all that is no folder below a folder, relative to it, in byte order; links are not followed.
///
/// - Parameter hidden: whether names that start with a dot count.
public func files(below folder: String, hidden: Bool = false) throws(FileError) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let prefix = waiting.popLast() {
        for name in try names(inFolder: prefix.isEmpty ? folder : "\(folder)/\(prefix)") {
            if name.hasPrefix("."), !hidden { continue }
            let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
            if kind(of: "\(folder)/\(path)") == .folder, !isLink("\(folder)/\(path)") {
                waiting.append(path)
            } else {
                found.append(path)
            }
        }
    }
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

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
