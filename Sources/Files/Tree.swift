internal import CSystem
internal import Glibc

/// A folder's whole contents, to be put in place at once.
public struct Tree: Sendable {
    public enum Contents: Sendable {
        case bytes([UInt8])
        /// The file at this path, copied.
        case copy(of: String)
    }

    public struct File: Sendable {
        public var path: String
        public var contents: Contents

        public init(path: String, contents: Contents) {
            self.path = path
            self.contents = contents
        }
    }

    public var files: [File]

    public init(files: [File]) { self.files = files }
}

/// The name of the file that marks a folder as Longhand's to replace.
let marker = ".longhand-output"

/// Replaces a folder by a tree: a sibling is filled, unchanged files linked instead of rewritten, and the two exchanged.
///
/// Until the exchange the old folder stands untouched; afterwards the new one stands whole.
/// - Throws: ``FileError`` when the folder holds something that was not written by Longhand, or the system refuses.
public func replaceFolder(_ folder: String, with tree: Tree) throws(FileError) {
    try checkReplaceable(folder)
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex { try makeFolder(String(folder[..<slash])) }
    let sibling = "\(folder).\(getpid())~"
    try remove(sibling)
    do throws(FileError) {
        try fill(sibling, with: tree, reusing: folder)
        try exchange(sibling, folder)
    } catch {
        // The refusal is what matters to the author, not that its remains could not be tidied away.
        _ = Result { () throws(FileError) in try remove(sibling) }
        throw error
    }
}

private func checkReplaceable(_ folder: String) throws(FileError) {
    switch kind(of: folder) {
    case .missing: return
    case .folder: break
    default: throw FileError(operation: "replace", path: folder, reason: "Not a folder")
    }
    let names = try names(inFolder: folder)
    guard names.contains(marker) || names.allSatisfy({ $0 == ".gitignore" }) else {
        throw FileError(
            operation: "replace", path: folder,
            reason: "the folder holds files that Longhand did not write; empty it or choose another with -o")
    }
}

private func fill(_ sibling: String, with tree: Tree, reusing old: String) throws(FileError) {
    try makeFolder(sibling)
    try writeNew([], to: "\(sibling)/\(marker)")
    if kind(of: "\(old)/.gitignore") == .file {
        try writeNew(try readFile("\(old)/.gitignore"), to: "\(sibling)/.gitignore")
    }
    var made: Set<String> = []
    for file in tree.files {
        if let slash = file.path.lastIndex(of: "/") {
            let folder = String(file.path[..<slash])
            if made.insert(folder).inserted { try makeFolder("\(sibling)/\(folder)") }
        }
        let bytes: [UInt8]
        switch file.contents {
        case .bytes(let given): bytes = given
        case .copy(let path): bytes = try readFile(path)
        }
        try place(bytes, at: "\(sibling)/\(file.path)", reusing: "\(old)/\(file.path)")
    }
}

private func place(_ bytes: [UInt8], at path: String, reusing old: String) throws(FileError) {
    if sizeOfFile(old) == bytes.count, let before = try? readFile(old), before == bytes, link(old, path) == 0 { return }
    try writeNew(bytes, to: path)
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
    guard renameat2(AT_FDCWD, sibling, AT_FDCWD, folder, exchangeFlag) == 0 else { throw .last("exchange", folder) }
    try remove(sibling)
}
