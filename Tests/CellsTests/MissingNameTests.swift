import Diagnostics
import Testing

@testable import Cells

/// A cell that ends by a missing name says at once which others are missing: one error at every `«…»`.
@Suite struct MissingNameTests {
    @Test(
        arguments: [
            // Each name once, where it is used first.
            ("print(«a»)\nprint(«b»)\na\nb\nif «c»: «d»", []),
            (
                "learning_rate = 1\ndef f(weight):\n    return «wieght» * 2\nprint(«lerning_rate»)",
                ["weight", "learning_rate"]
            ),
            ("import numpy as np\n«y»\n«exp»(1)\n«math».pi\n«true»", [nil, "np.exp", "import math", "True"]),
            ("«y»\n«lenn»([])\n«open»('x')\nraise «ValuError»", [nil, "len", nil, "ValueError"]),
            ("class A:\n    a = «y»\n    def f(self): return [«z» for i in self]", []),
            ("print(f'{«y»:.2f} {«z»!r}')", []), ("«y» += 1", []), ("del «y»; «z»", []),
            ("def f():\n    «x» += 1\n    x = 1\nf()\n«y»", []),
            // What is bound, by whatever means, is no mistake.
            ("print(«y»)\na = 1\na\nb = [c for c in range(3)]\ndef f(x): return x, g\ndef g(): return __name__", []),
            ("«y»\ndef f():\n    global z\n    z = 1\nf()\nz", []), ("«y»\nbefore\nimport math as m\nm.pi", []),
            // What may be meant to fail is left alone.
            ("«y»\ntry:\n    z\nexcept NameError:\n    «w»", []), ("«y»\ntry:\n    z\nexcept:\n    pass", []),
            ("«y»\ntry:\n    z\nexcept (KeyError, Exception) as e:\n    pass", []),
            ("«y»\ntry:\n    «z»\nexcept (KeyError, ValueError):\n    pass\nfinally:\n    «w»", []),
            ("def f(): return z\n«y»\ntry:\n    f()\nexcept NameError:\n    pass", []),
            ("def f(): return z\ntry:\n    f()\nexcept NameError:\n    pass\n«y»", []),
            // Another mistake is the only one.
            ("«1 / 0»\ny", []), ("x = 1\nx.«y»\nz", []), ("def f(): return z\n«f(1)»", []),
        ] as [(String, [String?])])
    func allAreReported(_ marked: String, _ suggestions: [String?]) throws {
        let (text, ranges) = marks(marked)
        let found = try diagnostics(of: text)
        #expect(found.map { $0.range.start..<$0.range.end } == ranges, "\(text): \(found.map { $0.message })")
        if !suggestions.isEmpty { #expect(found.map { $0.suggestion } == suggestions, "\(text)") }
        #expect(Set(found.map { $0.message }).count == found.count)
    }

    @Test func whatALaterCellBindsIsThereForFunctions() throws {
        let found = try diagnostics(of: "def f(): return later\nprint(y)\nlater", boundLater: ["later"])
        #expect(found.map { $0.range.start } == [28, 31])
    }

    /// What was printed first is printed, and the program has stopped at the first mistake.
    @Test func theProgramRunsAsBefore() throws {
        let cell = try #require(parseCell(excerpt("print(1)\nprint(y)\nprint(z)\nprint(2)")).0)
        let outcome = run(cell, in: Scope())
        #expect(outcome.output == "1\n")
        #expect(outcome.exception == "NameError: name 'y' is not defined")
        #expect(outcome.diagnostic?.message == "name 'y' is not defined")
        #expect(outcome.further.map { $0.message } == ["name 'z' is not defined"])
    }

    private func diagnostics(of text: String, boundLater: Set<String> = []) throws -> [Diagnostic] {
        let scope = Scope()
        scope.bind("before", to: .int(1))
        let cell = try #require(parseCell(excerpt(text)).0, "\(text)")
        let outcome = run(cell, in: scope, boundLater: boundLater)
        let first = try #require(outcome.diagnostic, "\(text)")
        return ([first] + outcome.further).inSourceOrder(of: ["test"])
    }
}

/// A source without its marks, and what they mark.
func marks(_ marked: String) -> (text: String, ranges: [Range<Int>]) {
    var (text, ranges, start) = ("", [Range<Int>](), 0)
    for character in marked {
        switch character {
        case "«": start = text.utf8.count
        case "»": ranges.append(start..<text.utf8.count)
        default: text.append(character)
        }
    }
    return (text, ranges)
}
