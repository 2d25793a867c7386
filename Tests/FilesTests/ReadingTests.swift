import Foundation
import Support
import Testing

@testable import Files

struct ReadingTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test(arguments: [0, 1, 4095, 4096, 100_000]) func aFileIsReadWhole(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        try scratch.write("a", Data(bytes))
        #expect(try readFile(scratch("a")) == bytes)
    }

    @Test func whatIsNoFileIsRefusedWithoutWaiting() throws {
        #expect(mkfifo(scratch("pipe"), 0o600) == 0)
        for path in [scratch("pipe"), scratch(""), "/dev/null"] {
            #expect(throws: FileError(operation: "read", path: path, reason: "Not a regular file")) {
                try readFile(path)
            }
        }
        #expect(throws: FileError(operation: "read", path: scratch("b"), reason: "No such file or directory")) {
            try readFile(scratch("b"))
        }
    }

    @Test func aFileThatIsTooLongIsRefused() throws {
        try scratch.write("a", "12345")
        #expect(try readFile(scratch("a"), limit: 5).count == 5)
        #expect(throws: FileError.self) { try readFile(scratch("a"), limit: 4) }
    }

    @Test func filesBelowAFolderStandInByteOrder() throws {
        for name in ["b/c", "a", "b.d", "Z", ".hidden/x", "b/é"] { try scratch.write(name, "") }
        try FileManager.default.createSymbolicLink(atPath: scratch("loop"), withDestinationPath: ".")
        #expect(try files(below: scratch.path) == ["Z", "a", "b.d", "b/c", "b/é", "loop"])
        #expect(try files(below: scratch.path, hidden: true).contains(".hidden/x"))
    }

    @Test func kindsAreToldApart() throws {
        try scratch.write("a", "")
        #expect(kind(of: scratch("a")) == .file)
        #expect(kind(of: scratch.path) == .folder)
        #expect(kind(of: "/dev/null") == .other)
        #expect(kind(of: scratch("b")) == .missing)
    }
}

struct WritingTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func aFileIsWrittenWholeOverTheOld() throws {
        try scratch.write("a", "old and longer")
        try writeFile(Array("new".utf8), to: scratch("a"))
        #expect(try scratch.read("a") == "new")
        #expect(try scratch.names("") == ["a"])
    }

    @Test func aRefusalLeavesNothingBehind() throws {
        try scratch.write("folder/x", "")
        #expect(throws: FileError(operation: "write", path: scratch("folder"), reason: "Is a directory")) {
            try writeFile([1], to: scratch("folder"))
        }
        #expect(try scratch.names("") == ["folder"])
        #expect(throws: FileError.self) { try writeFile([1], to: scratch("none/a")) }
    }

    @Test func aFullDiskIsToldOf() {
        #expect(throws: FileError(operation: "write", path: "/dev/full", reason: "No space left on device")) {
            try writeNew([1], to: "/dev/full")
        }
    }

    @Test func linksAreRemovedAndNotFollowed() throws {
        try scratch.write("kept/x", "1")
        try scratch.write("gone/y", "2")
        try FileManager.default.createSymbolicLink(atPath: scratch("gone/link"), withDestinationPath: "../kept")
        try remove(scratch("gone"))
        #expect(try scratch.names("") == ["kept"])
        #expect(try scratch.read("kept/x") == "1")
        try remove(scratch("gone"))
    }
}
