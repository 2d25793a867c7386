import Book
import Diagnostics
import Files

/// A book on disk: a folder of chapters, or one chapter in its folder.
public struct BookFolder: Sendable {
    /// The folder as it was given, for messages.
    public let folder: String
    /// The one chapter that was asked for, when it was one.
    public let chapter: String?

    /// - Throws: ``FileError`` when nothing stands at the path.
    public init(_ path: String) throws(FileError) {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        switch kind(of: path) {
        case .folder:
            folder = path
            chapter = nil
        case .file:
            let slash = path.lastIndex(of: "/")
            folder = slash.map { String(path[..<$0]) } ?? "."
            chapter = String(path[(slash.map { path.index(after: $0) } ?? path.startIndex)...])
        default: throw FileError(operation: "read", path: path, reason: "No such file or folder")
        }
    }

    /// The path of a file in the folder, as it is shown.
    func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// Reads the settings and chapters: all of them, or the one asked for and those it uses.
    public func load() throws(FileError) -> BookSources {
        let all = try names(inFolder: folder).filter { name in
            isChapterFile(name) && kind(of: path(name)) != .folder
        }
        let settings = kind(of: path("book.yml")) == .missing ? nil : try source("book.yml")
        var chapters: [SourceText] = []
        for name in try wanted(all) { chapters.append(try source(name)) }
        let root = resolved(folder) ?? folder
        return BookSources(
            settings: settings, chapters: chapters, allChapterFiles: all, folder: folder,
            name: root.split(separator: "/").last.map(String.init)
        ) { path in
            BookFolder.read(path, below: root)
        }
    }

    /// A file of the folder itself; a link that leads out of it is not followed.
    private func source(_ name: String) throws(FileError) -> SourceText {
        if let root = resolved(folder), let real = resolved(path(name)), !isInside(real, root) {
            throw FileError(operation: "read", path: path(name), reason: "It is a link that leads out of the book")
        }
        return SourceText(path: path(name), bytes: try readFile(path(name)))
    }

    /// The chapter asked for and those it uses, directly or not, in file-name order.
    private func wanted(_ all: [String]) throws(FileError) -> [String] {
        guard let chapter else { return all }
        var found = [chapter]
        var index = 0
        while index < found.count {
            for id in chaptersUsed(by: try source(found[index])) {
                if let file = all.first(where: { chapterID(ofFile: $0) == id }), !found.contains(file) {
                    found.append(file)
                }
            }
            index += 1
        }
        return all.filter(found.contains) + (all.contains(chapter) ? [] : [chapter])
    }

    /// A file inside the book; nil for one that is not there, not a file, or outside.
    private static func read(_ path: String, below root: String) -> [UInt8]? {
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.hasPrefix("/"), !steps.contains(".."), let real = resolved("\(root)/\(path)"), isInside(real, root)
        else { return nil }
        return try? readFile(real)
    }
}

private func isInside(_ path: String, _ root: String) -> Bool { root == "/" || path.hasPrefix("\(root)/") }
