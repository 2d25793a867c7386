internal import Glibc

import Build
import Diagnostics
import Files

/// Exit codes; 64 and 74 are those of <sysexits.h>.
public enum Exit: Int32, Sendable {
    case clean = 0
    case bookHasErrors = 1
    case badCommandLine = 64
    case systemRefused = 74
}

/// The version of the program and of its engine.
let version = "0.1.0"

/// Runs a command line without the program's name.
public func longhand(_ words: [String]) -> Exit {
    Threads.onDeepStack { run(words) }
}

private func run(_ words: [String]) -> Exit {
    do throws(UsageError) {
        return try dispatch(words)
    } catch {
        complain("longhand: \(error.message)\n")
        return .badCommandLine
    }
}

private func dispatch(_ words: [String]) throws(UsageError) -> Exit {
    guard let name = words.first else {
        complain(overview())
        return .badCommandLine
    }
    if name == "--help" || name == "-h" || name == "help" { return say(overview()) }
    if name == "--version" { return say("longhand \(version)\n") }
    guard let command = CommandDescription.all.first(where: { $0.name == name }) else {
        let hint = nearestName(to: name, in: CommandDescription.all.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
        throw UsageError("there is no command '\(name)'\(hint)")
    }
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
        return say(help(for: command))
    }
    let line = try ParsedLine(words.dropFirst(), of: command)
    let drawsPictures = command.options.contains { $0.name == "diagnostics" }
    let report = Report(format: try line.diagnosticFormat(drawsPictures ? "diagnostics" : "format"))
    switch command.name {
    case "build": return try runBuild(line, report)
    case "check": return try runCheck(line, report)
    case "serve": return try runServe(line, report)
    case "values": return try runValues(line, report)
    case "figure": return try runFigure(line, report)
    case "figures": return try runFigures(line, report)
    case "run": return try runFile(line, report)
    case "new": return try runNew(line)
    case "doctor": return try runDoctor(line, report)
    case "man": return say(manual())
    case "completions":
        guard let shell = Shell(rawValue: line.arguments[0]) else {
            throw UsageError("there are completions for bash, zsh and fish, not for '\(line.arguments[0])'")
        }
        return say(completions(for: shell))
    default: preconditionFailure("every command of the table has its function")
    }
}

/// Prints to standard output; a disk that is full is the system's refusal.
func say(_ text: String) -> Exit {
    do throws(FileError) {
        try writeStandard(text)
        return .clean
    } catch {
        return refuse(error)
    }
}

/// Prints to standard error. If even that is closed there is nobody to tell.
func complain(_ text: String) {
    _ = Result { () throws(FileError) in try writeStandard(text, error: true) }
}

/// Tells what the system refused.
func refuse(_ error: some CustomStringConvertible) -> Exit {
    complain("longhand: \(error)\n")
    return .systemRefused
}

/// Whether standard error is a terminal.
var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// Whether colours may be written.
var wantsColour: Bool { isTerminal && !isSet("NO_COLOR") }

/// Whether somebody watches who wants to see how far a build is; the log of a machine has no use for it.
var wantsProgress: Bool { isTerminal && !isSet("CI") }

/// Whether a variable of the environment is set to anything.
private func isSet(_ variable: String) -> Bool { !(getenv(variable).map { String(cString: $0) } ?? "").isEmpty }
