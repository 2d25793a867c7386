import Testing

@testable import Typesetting

@Suite struct RefusalTests {
    @Test func aMissingScriptNamesItsPackage() {
        let scripts = Scripts(katex: "/nowhere/katex.min.js", highlighter: Scripts.debian.highlighter)
        let error = TypesettingError.missing(
            path: "/nowhere/katex.min.js", package: "libjs-katex", reason: "No such file or directory")
        #expect(throws: error) { try Typesetter(scripts: scripts) }
        #expect(
            error.description
                == "cannot read '/nowhere/katex.min.js': No such file or directory; install the Debian package 'libjs-katex'"
        )
    }

    @Test func aMissingHighlighterIsNoticedWhenCodeNeedsIt() throws {
        let typesetter = try Typesetter(scripts: Scripts(katex: Scripts.debian.katex, highlighter: "/nowhere/h.js"))
        #expect(throws: Never.self) { try typesetter.typeset([Formula("x")]) }
        #expect(throws: TypesettingError.self) { try typesetter.highlight("x", language: "python") }
    }

    @Test func aFolderIsNoScript() {
        #expect(throws: TypesettingError.missing(path: "/", package: "p", reason: "Is a directory")) {
            try readScript("/", package: "p")
        }
    }

    @Test(arguments: [
        ("var = 1", "run test.js", "SyntaxError: "),
        ("throw new Error('no')", "run test.js", "Error: no (line 1)"),
        ("throw 'a string'", "run test.js", "a string"),
    ])
    func aScriptThatFailsIsAnError(script: String, operation: String, message: String) throws {
        let engine = try ScriptEngine()
        do {
            try engine.run(script, name: "test.js")
            Issue.record("the script ran")
        } catch {
            guard case .refused(operation, let found) = error else { throw error }
            #expect(found.contains(message))
        }
        #expect(throws: Never.self) { try engine.run("1 + 1", name: "next.js") }
    }

    @Test(arguments: [
        ("missing", "not a function"), ("number", "not a function"), ("thrower", "Error: out (line 1)"),
        ("text", "no list came back"),
    ])
    func aCallThatFailsIsAnError(function: String, message: String) throws {
        let engine = try ScriptEngine()
        try engine.run(
            "var number = 1; function thrower() { throw Error('out') }; function text() { return 'x' }", name: "test.js"
        )
        #expect(throws: TypesettingError.refused(operation: "call \(function)", message: message)) {
            try engine.call(function, [["x"]])
        }
    }

    @Test func listsOfStringsCrossBothWays() throws {
        let engine = try ScriptEngine()
        try engine.run("function back(list, other) { return list.concat(other) }", name: "test.js")
        let strings = ["", "é\u{1D400}", "\"\\\n", "a"]
        #expect(try engine.call("back", [strings, ["z"]]) == strings + ["z"])
        #expect(try engine.call("back", [[], []]) == [])
    }
}
