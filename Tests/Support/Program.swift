import Foundation

/// The folder of the sources.
public let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// What a run of the program said.
public struct ProgramRun: Sendable {
    public var exit: Int32
    public var output: String
    public var errors: String

    /// The lines of standard error that name a place and end in a code.
    public var diagnostics: [String] {
        errors.split(separator: "\n").map(String.init).filter { $0.contains(": error: ") || $0.contains(": warning: ") }
    }
}

/// The program as it was built beside the tests.
public enum Program {
    private static let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("longhand").path

    /// Makes the folder of style sheets, fonts and scripts that the program looks for in `.build`, if it is not there.
    private static let share = Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "\(repository)/Sources/Site/Assets/build-share.sh")
        process.arguments = ["\(repository)/.build/share/longhand"]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw ShareFailure(status: process.terminationStatus) }
    }

    struct ShareFailure: Error {
        var status: Int32
    }

    /// Runs the program with the words of a command line, its standard error no terminal.
    public static func run(
        _ words: String..., in folder: String = repository, environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try run(words, in: folder, environment: environment)
    }

    public static func run(
        _ words: [String], in folder: String = repository, environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try share.get()
        let scratch = try Scratch()
        let output = try handle(scratch.write("out", ""))
        let errors = try handle(scratch.write("err", ""))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        return ProgramRun(
            exit: process.terminationStatus, output: try scratch.read("out"), errors: try scratch.read("err"))
    }

    private static func handle(_ path: String) throws -> FileHandle {
        try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
