import Book
import Files
import Notebooks
import Site

extension Workshop {
    /// Makes the whole book as one HTML file that needs no other and asks for none.
    ///
    /// - Returns: the book's diagnostics, and how many bytes were written; nil when the book has errors.
    public func buildSingleFile(
        _ path: String, to output: String, progress: Progress? = nil
    ) throws(BuildError) -> (site: BuiltSite, size: Int?) {
        let (folder, sources) = try refusingFiles { () throws(FileError) in
            let folder = try BookFolder(path)
            return (folder, try folder.load())
        }
        let site = try makeSite(
            sources, cache: BuildCache(of: folder, output: nil), usesRecord: false, progress: progress)
        guard let single = site.single, let tree = site.tree else { return (site, nil) }
        let files = Dictionary(tree.files.map { ($0.path, $0.contents) }) { first, _ in first }
        let page = SinglePage(of: single.site) { path in
            bytes(files[filePath(ofAddress: path)]).map { "data:\(mediaType(path));base64,\(base64($0))" }
        } text: { path in
            bytes(files[path]).map { String(decoding: $0, as: UTF8.self) }
        }
        let written = page.bytes(typeset: single.typeset)
        try refusingFiles { () throws(FileError) in try writeFile(written, to: output) }
        return (site, written.count)
    }
}

private func bytes(_ contents: Tree.Contents?) -> [UInt8]? {
    switch contents {
    case .bytes(let bytes): bytes
    case .copy(let path): try? readFile(path)
    case .kept, nil: nil
    }
}

private func mediaType(_ path: String) -> String {
    switch path.split(separator: ".").last {
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "woff2": "font/woff2"
    case "csv": "text/csv;charset=utf-8"
    default: "application/octet-stream"
    }
}
