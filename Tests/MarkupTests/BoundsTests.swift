import Diagnostics
import Foundation
import Testing

@testable import Markup

private let deep = [
    String(repeating: ">", count: 100_000), String(repeating: "- ", count: 50_000) + "a",
    String(repeating: "*a ", count: 50_000),
    String(repeating: "[", count: 50_000),
    String(repeating: "**a ", count: 3000) + String(repeating: "a**", count: 3000),
    String(repeating: "$`a ", count: 50_000), String(repeating: "$a ", count: 50_000),
    String(repeating: "![", count: 20_000),
    String(repeating: "*a **b ", count: 2000) + String(repeating: "b** a*", count: 2000),
]

@Test(arguments: deep.indices) func noTextIsTooDeep(_ index: Int) async {
    let source = SourceText(path: "a.md", text: deep[index])
    let diagnostics = await onSmallStack { parseMarkdown(source).diagnostics }
    #expect(diagnostics.count <= 1)
    #expect(diagnostics.allSatisfy { $0.code == "markdown.depth" })
}

/// Runs on a thread with the stack that threads usually have.
private func onSmallStack(_ body: @escaping @Sendable () -> [Diagnostic]) async -> [Diagnostic] {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 512 * 1024
        thread.start()
    }
}

@Test func aHundredLevelsAreRead() {
    let source = SourceText(path: "a.md", text: String(repeating: ">", count: 99) + " a")
    #expect(parseMarkdown(source).diagnostics == [])
}

@Test func whatIsTooDeepIsReportedOnce() {
    let source = SourceText(
        path: "a.md", text: String(repeating: ">", count: 300) + " a\n\n" + String(repeating: ">", count: 300))
    let found = parseMarkdown(source).diagnostics
    #expect(found.map(\.code) == ["markdown.depth"])
    #expect(found.map(\.range.start) == [100])
}

@Test func bytesThatAreNoTextAreReportedAndKeepThePlacesBehindThem() throws {
    let source = SourceText(
        path: "a.md", bytes: Array("é ".utf8) + [0xFF, 0xC3] + Array(" *b* ".utf8) + [0] + Array("\n".utf8))
    let parsed = parseMarkdown(source)
    #expect(parsed.diagnostics.map(\.range) == [source.range(3, 5), source.range(10, 11)])
    #expect(
        parsed.diagnostics.map(\.message) == [
            "not UTF-8: 0xFF 0xC3; save the file as UTF-8", "a NUL byte cannot stand in a text",
        ])
    guard case .paragraph(let inlines) = parsed.document.blocks[0].kind else { throw NotFound() }
    #expect(inlines[1].range == source.range(6, 9))
}

@Test func aMissingExtensionIsAFailure() {
    #expect(throws: CommonMarkFailure.missingExtension("nonsense")) {
        try CommonMark(extensions: ["table", "nonsense"])
    }
}

@Test func aFileThatWouldEndTheProcessIsRefused() {
    let source = SourceText(path: "a.md", bytes: Array(repeating: 0x61, count: CommonMark.longest + 1))
    let parsed = parseMarkdown(source)
    #expect(parsed.document.blocks.isEmpty)
    #expect(parsed.diagnostics.map(\.code) == ["markdown.library"])
}

@Test func chaptersReadAtTheSameTimeReadTheSame() async {
    let text = "a ~~b~~ $x_1$ www.c.d\n\n| e |\n|---|\n| $f$ ~~g~~ |\n\n$$\n- h\n$$\n\n- [x] i[^n]\n\n[^n]: j@k.org\n"
    let source = SourceText(path: "a.md", text: text)
    let expected = ReferenceHTML.render(parseMarkdown(source).document)
    await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
            group.addTask {
                (0..<50).allSatisfy { _ in ReferenceHTML.render(parseMarkdown(source).document) == expected }
            }
        }
        for await isEqual in group { #expect(isEqual) }
    }
}
