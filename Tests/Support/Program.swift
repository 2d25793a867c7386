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
    public static func run(_ words: String..., in folder: String = repository) throws -> ProgramRun {
        try run(words, in: folder)
    }

    /// - Parameter output: the file that standard output goes to; its text is then not in the answer.
    public static func run(_ words: [String], in folder: String = repository, output: String? = nil) throws
        -> ProgramRun
    {
        try share.get()
        let scratch = try Scratch()
        try scratch.write("out", "")
        let exit = try start(
            path, words, in: folder, output: output ?? scratch("out"), errors: scratch.write("err", ""),
            environment: [:])
        return ProgramRun(exit: exit, output: try scratch.read("out"), errors: try scratch.read("err"))
    }

    /// Starts the program without waiting for its end.
    ///
    /// - Parameters:
    ///   - output: the file that standard output goes to.
    ///   - errors: the file that standard error goes to.
    public static func launch(_ words: [String], in folder: String, output: String, errors: String) throws -> Process {
        try share.get()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        return process
    }

    /// What a terminal would receive; script(1) makes one.
    public static func runOnTerminal(
        _ words: [String], in folder: String, environment: [String: String] = [:]
    ) throws -> String {
        try share.get()
        let scratch = try Scratch()
        let line = ([path] + words).map { "'\($0)'" }.joined(separator: " ")
        _ = try start(
            "/usr/bin/script", ["-qec", line, "/dev/null"], in: folder, output: scratch.write("out", ""),
            errors: scratch.write("err", ""), environment: environment)
        return try scratch.read("out")
    }

    private static func start(
        _ program: String, _ words: [String], in folder: String, output: String, errors: String,
        environment: [String: String]
    ) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
