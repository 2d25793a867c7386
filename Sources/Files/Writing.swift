internal import Glibc

/// Writes a file whole or not at all: into a neighbour that then takes its place. Equal bytes are not rewritten.
public func writeFile(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let old = try? readFile(path), old == bytes { return }
    let neighbour = "\(path).\(getpid())~"
    do throws(FileError) {
        try writeNew(bytes, to: neighbour)
        guard rename(neighbour, path) == 0 else { throw .last("write", path) }
    } catch {
        unlink(neighbour)
        throw error
    }
}

/// Writes a file that should not exist yet.
func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("write", path) }
    do throws(FileError) {
        try writeAll(bytes, to: file, path)
    } catch {
        close(file)
        throw error
    }
    guard close(file) == 0 else { throw .last("write", path) }
}

func writeAll(_ bytes: [UInt8], to file: Int32, _ path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .last("write", path)
        }
        written += count
    }
}

/// Writes bytes to standard output or standard error.
public func writeStandard(_ text: String, error: Bool = false) throws(FileError) {
    try writeStandard(Array(text.utf8), error: error)
}

public func writeStandard(_ bytes: [UInt8], error: Bool = false) throws(FileError) {
    try writeAll(
        bytes, to: error ? STDERR_FILENO : STDOUT_FILENO, error ? "standard error" : "standard output")
}

/// Makes a folder and those above it.
public func makeFolder(_ path: String) throws(FileError) {
    if kind(of: path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeFolder(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST && kind(of: path) == .folder else {
        throw .last("make the folder", path)
    }
}

/// Removes a file or a folder with all that is in it; links are removed, not followed.
public func remove(_ path: String) throws(FileError) {
    if kind(of: path) == .folder, !isLink(path) {
        for name in try names(inFolder: path) { try remove("\(path)/\(name)") }
        guard rmdir(path) == 0 else { throw .last("remove", path) }
    } else if unlink(path) != 0, errno != ENOENT {
        throw .last("remove", path)
    }
}
