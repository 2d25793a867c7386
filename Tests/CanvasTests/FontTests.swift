import Figures
import Foundation
import Testing

@testable import Canvas

@Suite struct FontTests {
    @Test("a missing font is an error that names its package")
    func missing() {
        let error = #expect(throws: CanvasError.self) { try Renderer(fontRoot: "/nowhere") }
        #expect(error == .missingFont(family: "KaTeX_Math", package: "fonts-katex"))
        #expect(error?.description.contains("apt-get install fonts-katex") == true)
    }

    @Test("a file that is no font is not drawn with another one")
    func broken() throws {
        try withFolder { root in
            for face in Face.all {
                let path = "\(root)/\(FontFile(for: face).path)"
                try makeFolder(for: path)
                try Data("no font".utf8).write(to: URL(fileURLWithPath: path))
            }
            let renderer = try Renderer(fontRoot: root)
            // The measure is a guess; drawing reports why.
            #expect(renderer.width(of: "abc", face: .code, size: 10) > 0)
            #expect(throws: CanvasError.missingFont(family: "JetBrains Mono", package: "fonts-jetbrains-mono")) {
                try renderer.svg(
                    DisplayList(width: 100, height: 30, items: [Samples.text("abc", face: .code)]), palette: .light)
            }
        }
    }

    @Test("another font under the file's name is refused")
    func impostor() throws {
        try withFolder { root in
            let wanted = FontFile(for: .code)
            try makeFolder(for: "\(root)/\(wanted.path)")
            try FileManager.default.createSymbolicLink(
                atPath: "\(root)/\(wanted.path)",
                withDestinationPath: "\(FontFile.root)/\(FontFile(for: .mathRoman).path)")
            #expect(throws: CanvasError.missingFont(family: "JetBrains Mono", package: "fonts-jetbrains-mono")) {
                try Font(wanted, root: root)
            }
        }
    }

    @Test("letters a face lacks come from the substitute; letters no face has are an error")
    func substitution() throws {
        let renderer = try Renderer()
        #expect(try renderer.fonts.setting(of: "é", in: .mathItalic).face == .prose(.italic))
        #expect(try renderer.fonts.setting(of: "h", in: .mathItalic).face == .mathItalic)
        #expect(throws: CanvasError.missingLetter(text: "損")) {
            try renderer.svg(DisplayList(width: 100, height: 30, items: [Samples.text("損")]), palette: .light)
        }
    }

    @Test(
        "every sign the layouts use is in the interface face", arguments: ["−", "→", "×", "⁻⁸", "∂", "≈", "0123456789"])
    func signs(text: String) throws {
        let face = Face.interface(.medium, .upright)
        #expect(try Renderer().fonts.setting(of: text, in: face).face == face)
    }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("longhand-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: root) } }
        try body(root.path)
    }

    private func makeFolder(for path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
}
