import Foundation
import Support
import Testing

/// A figure in frames: images and a list on its page, one strip elsewhere.
struct FramesTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write(
            "book/01-product.md",
            """
            # A product

            ```{python}
            import numpy as np
            X = np.array([[3, 1]])
            W = np.array([[6, -3], [-2, 5]])
            ```

            ```{matrix} X @ W
            #| label: fig-product
            #| caption: Entry by entry.
            frames: true
            ```

            """)
    }

    private func run(_ words: String...) throws -> ProgramRun { try Program.run(words, in: scratch.path) }

    @Test func aPageHoldsEveryFrameAsAnImageWithWordsOfItsOwn() throws {
        #expect(try run("build", "book", "-o", "out").exit == 0)
        let page = try scratch.read("out/01-product.html")
        for (number, words) in [(1, "3 · 6 + 1 · (−2) = 16"), (2, "3 · (−3) + 1 · 5 = −4")] {
            #expect(page.contains("<img src=\"figures/fig-product.\(number).svg\" alt=\"Step \(number) of 2."))
            #expect(page.contains("column \(number): \(words).\""))
            #expect(scratch.exists("out/figures/fig-product.\(number).svg"))
            #expect(scratch.exists("out/figures/fig-product.\(number)-dark.svg"))
        }
        #expect(page.contains("style=\"--frames: 2; --frame: "))
        #expect(page.contains("<label class=\"film-choice\" hidden"))
    }

    @Test func theStyleSheetMovesThemOnlyOnScreensOfReadersWhoDoNotMind() throws {
        #expect(try run("build", "book", "-o", "out").exit == 0)
        let sheet = try scratch.read("out/assets/longhand.css")
        let parts = sheet.split(separator: "@media screen and (prefers-reduced-motion: no-preference)")
        try #require(parts.count == 2)
        #expect(!parts[0].contains("animation:"))
        #expect(parts[1].contains("animation: film"))
    }

    @Test func theCommandDrawsTheStrip() throws {
        #expect(try run("figure", "book/01-product.md#fig-product", "-o", "strip.json").exit == 0)
        let list = try scratch.read("strip.json")
        #expect(list.contains("\"role\": \"step 1: sum\"") && list.contains("\"role\": \"step 2: sum\""))
    }
}
