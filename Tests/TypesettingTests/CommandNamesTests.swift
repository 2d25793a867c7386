import Testing

@testable import Typesetting

@Suite struct CommandNamesTests {
    @Test func literalsThatAreCommandsAreFound() {
        let script = #"a("\\frac"),b("\\alpha",x,"\\frac","\\@internal","\\","plain","\\a b")"#
        #expect(commandNames(inScript: script) == ["\\alpha", "\\frac"])
        #expect(commandNames(inScript: #"""#).isEmpty)
        #expect(commandNames(inScript: #""\\fr"#).isEmpty)
    }

    @Test func katexHasItsCommands() throws {
        let names = commandNames(inScript: try readScript(Scripts.debian.katex, package: "libjs-katex"))
        for name in ["\\frac", "\\sigma", "\\underbrace", "\\partial", "\\text", "\\cdot"] {
            #expect(names.contains(name))
        }
    }
}
