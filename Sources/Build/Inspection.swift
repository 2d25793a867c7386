import Cache
import Canvas
import Files
import GraphLayout
import Markup
import Typesetting
import YAMLReader

/// What Longhand finds on this machine, part by part.
public struct Inspection: Sendable {
    public struct Part: Sendable {
        public var name: String
        /// nil for what is not there.
        public var version: String?
        public var path: String?
        /// What to do about a part that is not there; nil for one that is as it should be.
        public var remedy: String?
    }

    public var parts: [Part] = []

    public var problems: [Part] { parts.filter { $0.remedy != nil } }

    public init() {
        let libraries = [
            ("cairo", cairoVersion()), ("Pango", pangoVersion()), ("Graphviz", graphvizVersion()),
            ("JavaScriptCore", javaScriptVersion()), ("cmark-gfm", markdownVersion()), ("libyaml", yamlVersion()),
            ("GLib", glibVersion()),
        ]
        parts = libraries.map { Part(name: $0, version: $1) }
        addShare()
        for file in Renderer.fontFiles { parts.append(Inspection.font(file)) }
    }

    private mutating func addShare() {
        let folder: ShareFolder
        do throws(FileError) {
            folder = try ShareFolder.ofProgram()
        } catch {
            parts.append(Part(name: "share folder", remedy: "\(error)"))
            return
        }
        parts.append(Part(name: "share folder", path: folder.path))
        let versions = folder.versions
        for (name, file, package) in [
            ("KaTeX", "scripts/katex.min.js", "libjs-katex"),
            ("highlight.js", "scripts/highlight.min.js", "libjs-highlight.js"),
        ] {
            let path = "\(folder.path)/\(file)"
            let isThere = kind(of: path) == .file
            parts.append(
                Part(
                    name: name, version: isThere ? versions[package] ?? "unknown" : nil, path: path,
                    remedy: isThere ? nil : "install Longhand again, or run 'make share' with \(package) installed"))
        }
    }

    private static func font(_ path: String) -> Part {
        let name = String(path.split(separator: "/").last ?? "")
        let version = fontVersion(ofFile: path)
        return Part(
            name: name, version: version, path: path,
            remedy: version == nil ? "apt-get install \(fontPackage(ofFile: name))" : nil)
    }

    /// The Debian package that a font of the book is in.
    private static func fontPackage(ofFile name: String) -> String {
        if name.hasPrefix("Charis") { return "fonts-sil-charis" }
        if name.hasPrefix("Inter") { return "fonts-inter" }
        return name.hasPrefix("JetBrains") ? "fonts-jetbrains-mono" : "fonts-katex"
    }
}

extension Inspection {
    /// The bytes in the cache of a book; nil when it has none.
    public static func cacheSize(ofBook path: String) -> Int? {
        guard let book = try? BookFolder(path) else { return nil }
        let folder = book.path(".longhand")
        guard let names = try? files(below: folder) else { return nil }
        return names.reduce(0) { $0 + (FileStamp(of: "\(folder)/\($1)").map { Int($0.size) } ?? 0) }
    }
}

extension ShareFolder {
    /// The versions of the packages the folder was made from; empty when it does not tell.
    var versions: [String: String] {
        let text = String(decoding: (try? readFile("\(path)/versions")) ?? [], as: UTF8.self)
        let pairs = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { first, _ in first }
    }
}
