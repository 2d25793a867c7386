internal import Glibc

import Files
import Site
import Typesetting

/// The folder of what a site needs beside its pages: style sheets, fonts, scripts.
public struct ShareFolder: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The folder that belongs to this program: `share/longhand` beside its `bin`, or in the build folder it was built in.
    ///
    /// - Throws: ``FileError`` naming where it was looked for.
    public static func ofProgram() throws(FileError) -> ShareFolder {
        let program = resolved("/proc/self/exe") ?? ""
        let parts = program.split(separator: "/").dropLast()
        let folders = (1...min(3, max(1, parts.count))).map { above in
            "/" + (parts.dropLast(above) + ["share", "longhand"]).joined(separator: "/")
        }
        guard let found = folders.first(where: { kind(of: $0) == .folder }) else {
            throw FileError(
                operation: "find style sheets and fonts in", path: folders.joined(separator: "' or '"),
                reason: "No such folder; 'make build' makes it")
        }
        return ShareFolder(path: found)
    }

    var scripts: Scripts { Scripts(folder: "\(path)/scripts") }

    /// Every file of the folder that pages need, under `assets/`.
    func files() throws(BuildError) -> [Tree.File] {
        do throws(FileError) {
            return try Files.files(below: "\(path)/assets").map { name in
                Tree.File(path: "assets/\(name)", contents: .copy(of: "\(path)/assets/\(name)"))
            }
        } catch {
            throw .file(error)
        }
    }
}
