import Foundation
import Support
import Testing

/// What is made from the table of commands for shells and for man(1), and what `doctor` tells.
struct ShellTests {
    @Test(arguments: [
        ("longhand ch", "check"), ("longhand check --fo", "--format"), ("longhand check --format g", "github"),
        ("longhand figure --diagnostics j", "json"), ("longhand build --ex", "--explain"),
    ])
    func bashCompletes(line: String, word: String) throws {
        let scratch = try Scratch()
        try scratch.write("longhand.bash", try Program.run("completions", "bash").output)
        let script = """
            set -u; source "$0"; read -r -a COMP_WORDS <<<"$1"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _longhand
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let run = try command("/bin/bash", ["-c", script, scratch("longhand.bash"), line])
        #expect(run == "\(word)\n")
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/fish"), "fish is not installed"),
        arguments: [("longhand doct", "doctor"), ("longhand check --format g", "github")])
    func fishCompletes(line: String, word: String) throws {
        let scratch = try Scratch()
        try scratch.write("longhand.fish", try Program.run("completions", "fish").output)
        let script = "source \(scratch("longhand.fish")); complete -C '\(line)'"
        #expect(try command("/usr/bin/fish", ["--no-config", "-c", script]).hasPrefix("\(word)\t"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zsh"), "zsh is not installed"))
    func zshReadsItsCompletions() throws {
        let scratch = try Scratch()
        try scratch.write("_longhand", try Program.run("completions", "zsh").output)
        let script = "autoload -U compinit; compinit -D; source \(scratch("_longhand")); print $_comps[longhand]"
        #expect(try command("/usr/bin/zsh", ["-fc", script]) == "_longhand\n")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/groff"), "groff is not installed"))
    func theManualHasEveryOptionAndNoWarning() throws {
        let scratch = try Scratch()
        try scratch.write("longhand.1", try Program.run("man").output)
        let text = try command("/usr/bin/groff", ["-man", "-ww", "-Tascii", "-P-cbou", scratch("longhand.1")])
        #expect(!text.contains("warning"), "\(text)")
        for word in ["longhand figures [BOOK] -o FOLDER", "-o, --output FOLDER", "--explain", "NO_COLOR"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func thereAreCompletionsForThreeShellsAlone() throws {
        let run = try Program.run("completions", "tcsh")
        #expect(run.exit == 64)
        #expect(run.errors == "longhand: there are completions for bash, zsh and fish, not for 'tcsh'\n")
    }

    @Test func doctorTellsVersionsOfAllParts() throws {
        let run = try Program.run("doctor", "--format", "json")
        #expect(run.exit == 0, "\(run.output)")
        struct Told: Decodable {
            struct Part: Decodable {
                var name: String
                var version, path, remedy: String?
            }
            var longhand, swift: String
            var parts: [Part]
        }
        let told = try JSONDecoder().decode(Told.self, from: Data(run.output.utf8))
        for name in ["cairo", "Pango", "Graphviz", "JavaScriptCore", "cmark-gfm", "libyaml", "GLib", "KaTeX"] {
            let part = try #require(told.parts.first { $0.name == name })
            #expect(part.version?.first?.isNumber == true, "\(name)")
        }
        let font = try #require(told.parts.first { $0.name == "CharisSIL-Regular.ttf" })
        #expect(font.version != nil && font.remedy == nil)
    }

    /// What a command prints, its mistakes included.
    private func command(_ path: String, _ words: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
