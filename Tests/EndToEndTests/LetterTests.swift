import Support
import Testing

struct LetterTests {
    @Test func aLetterThatNoFontHasIsAMistakeAmongOthers() throws {
        let scratch = try Scratch()
        let network =
            "```{network} toy\ninputs: [x1, x2]\nlayers:\n  - h: {units: [日本, b], W: [[6, -3], [-2, 5]]}\n```\n"
        try scratch.write("book/01-a.md", network + "\n`{=} nothing`\n")
        let built = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
        #expect(built.exit == 1)
        #expect(built.errors.contains("book/01-a.md:1:4: error: no font of the book has every letter of '日本'"))
        #expect(built.errors.contains("book/01-a.md:7:6: error: name 'nothing' is not defined"))
    }
}
