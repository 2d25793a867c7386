internal import CSystem
internal import Glibc

/// The name of the file that marks a folder as Longhand's to replace; it lists the files that Longhand wrote.
let marker = ".longhand-output"
/// The one file of an author's that outlives a replacement.
private let kept = ".gitignore"

/// Replaces a folder by a tree: a sibling is filled, unchanged files linked instead of rewritten, and the two exchanged.
///
/// Until the exchange the old folder stands untouched; afterwards the new one stands whole. Siblings that a killed process
/// left behind are removed.
/// - Returns: the stamps of the tree's files by their paths; nil, with the folder as it was, when a file that was to be kept is
///   no longer what it was.
/// - Throws: ``FileError`` when the folder holds something that was not written by Longhand, or the system refuses.
@discardableResult
public func replaceFolder(_ path: String, with tree: Tree) throws(FileError) -> [String: FileStamp]? {
    let folder = resolved(path) ?? withoutSlash(path)
    try checkReplaceable(folder, shown: path)
    let (parent, name) = split(folder)
    try makeFolder(parent)
    try removeLeftovers(of: name, in: parent)
    let sibling = "\(parent)/\(name).\(getpid())~"
    do throws(FileError) {
        try makeFolder(sibling)
        let lock = try FolderLock(sibling)
        let stamps = try fill(sibling, with: tree, reusing: folder)
        if stamps == nil { try remove(sibling) } else { try exchange(sibling, folder) }
        lock?.release()
        return stamps
    } catch {
        // The refusal is what matters to the author, not that its remains could not be tidied away.
        _ = Result { () throws(FileError) in try remove(sibling) }
        throw error
    }
}

/// Checks that a folder which stays as it is holds what Longhand wrote alone, and removes siblings that a killed process left.
public func tidyFolder(_ path: String) throws(FileError) {
    let folder = resolved(path) ?? withoutSlash(path)
    try checkReplaceable(folder, shown: path)
    let (parent, name) = split(folder)
    try removeLeftovers(of: name, in: parent)
}

private func withoutSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
}

private func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
}

private func checkReplaceable(_ folder: String, shown: String) throws(FileError) {
    switch kind(of: folder) {
    case .missing: return
    case .folder: break
    default: throw FileError(operation: "replace", path: shown, reason: "Not a folder")
    }
    let list = "\(folder)/\(marker)"
    let written = kind(of: list) == .file ? String(decoding: try readFile(list), as: UTF8.self) : ""
    let known = Set(written.split(separator: "\n").map(String.init) + [marker, kept])
    guard let foreign = try files(below: folder, hidden: true).first(where: { !known.contains($0) }) else { return }
    throw FileError(
        operation: "replace", path: shown,
        reason: "it holds '\(foreign)', which Longhand did not write; move that away or choose another folder with -o")
}

/// Removes siblings that no process is filling any more.
private func removeLeftovers(of name: String, in parent: String) throws(FileError) {
    for entry in try names(inFolder: parent) where entry.hasPrefix("\(name).") && entry.hasSuffix("~") {
        let path = "\(parent)/\(entry)"
        guard Int32(entry.dropFirst(name.count + 1).dropLast()) != nil, kind(of: path) == .folder, !isLink(path),
            let lock = try FolderLock(path)
        else { continue }
        try remove(path)
        lock.release()
    }
}

/// A lock on a folder, of which the system lets go when its process dies.
private struct FolderLock: ~Copyable {
    private let file: Int32

    /// nil when another process holds it.
    init?(_ path: String) throws(FileError) {
        let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .last("lock", path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            if code == EWOULDBLOCK { return nil }
            throw FileError(operation: "lock", path: path, reason: words(for: code))
        }
        self.file = file
    }

    deinit { close(file) }

    /// Lets go of the lock now, not at the last use before.
    consuming func release() {}
}

/// - Returns: nil when a file that was to be kept is not what it was.
private func fill(
    _ sibling: String, with tree: Tree, reusing old: String
) throws(FileError) -> [String: FileStamp]? {
    var stamps: [String: FileStamp] = [:]
    var made: Set<String> = []
    func prepare(_ path: String) throws(FileError) {
        guard let slash = path.lastIndex(of: "/"), made.insert(String(path[..<slash])).inserted else { return }
        try makeFolder("\(sibling)/\(path[..<slash])")
    }
    func put(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try prepare(path)
        try place(bytes, at: "\(sibling)/\(path)", reusing: "\(old)/\(path)")
    }
    let list = tree.files.map(\.path).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    try put(marker, Array(list.map { $0 + "\n" }.joined().utf8))
    if kind(of: "\(old)/\(kept)") == .file { try put(kept, try readFile("\(old)/\(kept)")) }
    for file in tree.files {
        switch file.contents {
        case .bytes(let bytes): try put(file.path, bytes)
        case .copy(let path): try put(file.path, try readFile(path))
        case .kept(let stamp):
            try prepare(file.path)
            let kept = try keep("\(old)/\(file.path)", stamp, at: "\(sibling)/\(file.path)")
            guard let kept else { return nil }
            stamps[file.path] = kept
            continue
        }
        stamps[file.path] = FileStamp(of: "\(sibling)/\(file.path)")
    }
    return stamps
}

private func place(_ bytes: [UInt8], at path: String, reusing old: String) throws(FileError) {
    if sizeOfFile(old) == bytes.count, let before = try? readFile(old), before == bytes, link(old, path) == 0 { return }
    try writeNew(bytes, to: path)
}

/// A file of the old folder in the new one: another name for the same file, or a copy where a file has one name only.
///
/// - Returns: its stamp there; nil when the file is not what it was.
private func keep(_ old: String, _ stamp: FileStamp, at path: String) throws(FileError) -> FileStamp? {
    if link(old, path) == 0 { return FileStamp(of: path) == stamp ? stamp : nil }
    guard FileStamp(of: old) == stamp, let bytes = try? readFile(old), FileStamp(of: old) == stamp else { return nil }
    try writeNew(bytes, to: path)
    return FileStamp(of: path)
}

private func sizeOfFile(_ path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
}

private func exchange(_ sibling: String, _ folder: String) throws(FileError) {
    guard kind(of: folder) == .folder else {
        guard rename(sibling, folder) == 0 else { throw .last("put in place", folder) }
        return
    }
    let exchangeFlag: UInt32 = 2  // RENAME_EXCHANGE of <linux/fs.h>
    guard renameat2(AT_FDCWD, sibling, AT_FDCWD, folder, exchangeFlag) == 0 else { throw refusal(errno, folder) }
    try remove(sibling)
}

/// What the author is told when two folders cannot change places.
func refusal(_ code: Int32, _ folder: String) -> FileError {
    let isUnable = code == EINVAL || code == ENOSYS || code == EOPNOTSUPP
    let reason = isUnable ? "this file system cannot exchange two folders; choose another with -o" : words(for: code)
    return FileError(operation: "put the new site in the place of", path: folder, reason: reason)
}
