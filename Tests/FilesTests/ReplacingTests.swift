import Foundation
import Support
import Testing

@testable import Files

struct ReplacingTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func tree(_ files: [(String, String)]) -> Tree {
        Tree(files: files.map { Tree.File(path: $0.0, contents: .bytes(Array($0.1.utf8))) })
    }

    @Test func aTreeIsPutInPlaceWhole() throws {
        try replaceFolder(scratch("a/b/out"), with: tree([("x", "1"), ("c/d/y", "2")]))
        #expect(try scratch.read("a/b/out/c/d/y") == "2")
        try replaceFolder(scratch("a/b/out"), with: tree([("x", "1"), ("z", "3")]))
        #expect(try scratch.names("a/b/out") == [".longhand-output", "x", "z"])
        #expect(try scratch.names("a/b") == ["out"])
    }

    @Test func filesAreCopiedAndEqualOnesKept() throws {
        let source = try scratch.write("source", "same")
        let copied = Tree(files: [Tree.File(path: "x", contents: .copy(of: source))])
        try replaceFolder(scratch("out"), with: copied)
        let before = try FileManager.default.attributesOfItem(atPath: scratch("out/x"))[.systemFileNumber] as? Int
        try replaceFolder(scratch("out"), with: copied)
        let after = try FileManager.default.attributesOfItem(atPath: scratch("out/x"))[.systemFileNumber] as? Int
        #expect(before != nil && before == after)
    }

    @Test func aFailureOnTheWayLeavesEverythingAsItWas() throws {
        try replaceFolder(scratch("out"), with: tree([("x", "1")]))
        let missing = Tree(files: [
            Tree.File(path: "x", contents: .bytes([])), Tree.File(path: "y", contents: .copy(of: scratch("none"))),
        ])
        #expect(throws: FileError(operation: "read", path: scratch("none"), reason: "No such file or directory")) {
            try replaceFolder(scratch("out"), with: missing)
        }
        #expect(try scratch.read("out/x") == "1")
        #expect(try scratch.names("") == ["out"])
    }

    @Test func aFileSystemThatCannotExchangeIsNamedAsSuch() {
        #expect(
            refusal(EINVAL, "out").description
                == "cannot put the new site in the place of 'out': this file system cannot exchange two folders; choose another with -o"
        )
        #expect(
            refusal(EACCES, "out").description == "cannot put the new site in the place of 'out': Permission denied")
    }

    /// A process of number 1 lives, but fills nothing: what counts is the lock, which dies with its process.
    @Test func leftoversAreRemovedUnlessSomebodyIsFillingThem() throws {
        try scratch.write("out.1~/x", "dead")
        try scratch.write("out.2~/x", "alive")
        try scratch.write("out.mine~/x", "no number")
        let file = open(scratch("out.2~"), O_RDONLY)
        defer { close(file) }
        #expect(flock(file, LOCK_EX) == 0)
        try replaceFolder(scratch("out"), with: tree([("x", "1")]))
        #expect(try scratch.names("") == ["out", "out.2~", "out.mine~"])
    }

    @Test func hiddenFilesOfSomebodyElseCountToo() throws {
        try scratch.write("out/.git/config", "")
        #expect(throws: FileError.self) { try replaceFolder(scratch("out"), with: tree([])) }
        #expect(scratch.exists("out/.git/config"))
    }
}
