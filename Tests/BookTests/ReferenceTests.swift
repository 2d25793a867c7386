import Book
import Foundation
import MarkedBooks
import Testing

/// `docs/directives.md` says what the schema says.
struct ReferenceTests {
    @Test func theReferencePageIsMadeFromTheSchema() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/directives.md").standardizedFileURL
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE_GOLDEN"] != nil {
            try #require(environment["CI"] == nil, "golden files are not rewritten in CI")
            try Data(directiveReference().utf8).write(to: page)
        }
        let written = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        #expect(written == directiveReference(), "run 'make golden' and look at what changed")
    }

    @Test func theExamplesAreAChapter() {
        let chapter = DirectiveSchema.all.map(\.example).joined(separator: "\n\n")
        #expect(MarkedBook(chapter).differences(from: []) == [])
    }
}
