import Foundation
import Support
import Testing

@testable import Files

@Suite("Watching a folder", .timeLimit(.minutes(1)))
struct FolderWatchTests {
    private let scratch: Scratch
    private let watch: FolderWatch

    init() throws {
        scratch = try Scratch()
        try scratch.write("book/a.md", "a")
        try scratch.write("book/data/d.csv", "1")
        try scratch.write("book/site/.longhand-output", "")
        watch = try FolderWatch(scratch("book"))
    }

    @Test func aFileThatIsWrittenIsTold() throws {
        try scratch.write("book/a.md", "b")
        #expect(try watch.wait() == ["a.md"])
        try scratch.write("book/data/d.csv", "2")
        #expect(try watch.wait()?.contains("data/d.csv") == true)
    }

    @Test func aBurstIsToldOnce() throws {
        for number in 0..<20 { try scratch.write("book/a.md", "\(number)") }
        #expect(try watch.wait()?.contains("a.md") == true)
        watch.stop()
        #expect(try watch.wait() == nil)
    }

    @Test func aFileThatIsPutInPlaceByRenamingIsTold() throws {
        try scratch.write("book/.a.md.new", "b")
        try FileManager.default.removeItem(atPath: scratch("book/a.md"))
        try FileManager.default.moveItem(atPath: scratch("book/.a.md.new"), toPath: scratch("book/a.md"))
        #expect(try watch.wait() == ["a.md"])
    }

    @Test func foldersThatComeLaterAreWatchedToo() throws {
        try scratch.write("book/new/deep/x.md", "1")
        #expect(try watch.wait()?.contains("new") == true)
        try scratch.write("book/new/deep/x.md", "2")
        #expect(try watch.wait()?.contains("new/deep/x.md") == true)
    }

    @Test func whatIsHiddenOrAnOutputIsNotTold() throws {
        try scratch.write("book/.longhand/results/a", "1")
        try scratch.write("book/site/a.html", "1")
        try scratch.write("book/a.md~", "1")
        try scratch.write("book/z.md", "1")
        #expect(try watch.wait()?.contains("z.md") == true)
        try scratch.write("book/.longhand/results/b", "1")
        try scratch.write("book/site/b.html", "1")
        watch.stop()
        #expect(try watch.wait() == nil)
    }

    @Test func aFolderThatGoesAndComesBackIsWatchedAgain() throws {
        try FileManager.default.moveItem(atPath: scratch("book"), toPath: scratch("away"))
        #expect(try watch.wait() != nil)
        try FileManager.default.moveItem(atPath: scratch("away"), toPath: scratch("book"))
        #expect(try watch.wait() != nil)
        try scratch.write("book/a.md", "again")
        #expect(try watch.wait() == ["a.md"])
    }

    @Test func aFolderThatIsNotThereIsRefused() {
        #expect(throws: FileError.self) { try FolderWatch(scratch("nowhere")) }
    }
}
