import MarkedBooks
import Testing

/// Chapters of people one does not trust end in diagnostics, soon.
struct LimitTests {
    private static func codes(_ chapter: String) -> Set<String> {
        Set(MarkedBook(chapter).evaluated().diagnostics.map(\.code))
    }

    private static func nested(_ open: String, _ close: String, _ count: Int = 10_000, around text: String = "1")
        -> String
    {
        String(repeating: open, count: count) + text + String(repeating: close, count: count)
    }

    @Test(arguments: [
        ("`{=} \(nested("(", ")"))`", "cell.limit"),
        ("`{=} \(nested("[", "]"))`", "cell.limit"),
        ("`{=} \(nested("-", ""))`", "cell.limit"),
        ("$\\val{\(nested("(", ")"))}$", "cell.limit"),
        ("```{check}\n\(nested("(", ")"))\n```", "cell.limit"),
        ("```{diagram} toy\nshow: \(nested("[", "]"))\n```", "yaml.depth"),
        ("```{diagram} toy\nshow: \(nested("{a: ", "}"))\n```", "yaml.depth"),
        ("---\ntitle: \(nested("[", "]"))\n---\n", "yaml.depth"),
        (nested("<details>\n<summary>S</summary>\n\n", "\n\n</details>\n\n", 1000), "html.depth"),
        (nested("<sub>", "</sub>", 1000), "html.depth"),
        (String(repeating: ">", count: 100_000), "markdown.depth"),
        ("`{=} 10**10**10**10`", "cell.overflow"),
        ("`{=} [0]*10**12`", "cell.limit"),
        ("```{network} n\ninputs: [x]\nlayers:\n  - h: {weights: he, units: 10**9}\n```", "network.units"),
        ("```{plot} range(10**9)\n```", "directive.size"),
        ("```{table}\nrows: k in range(10**6)\ncolumns: {k: k}\n```", "table.rows"),
        ("```{plot} [1]\nx: {range: [0, 1e400]}\n```", "plot.non-finite"),
        ("```{plot} [1e300, -1e300]\n```", "plot.non-finite"),
        ("```{plot} [0, 5e-324]\n```", "plot.non-finite"),
        ("```{plot} [1, 2]\ny: {scale: log, range: [0, 1]}\n```", "plot.log"),
        ("```{plot}\nseries:\n  - {bars: \"[1]\", names: [a]}\ny: {scale: log}\n```", "plot.log"),
    ]) func depthAndSizeAreBounded(_ chapter: String, _ code: String) {
        #expect(Self.codes(chapter).contains(code))
    }

    @Test func nothingIsReadOutsideTheBook() {
        #expect(Self.codes("```{data} d\n#| file: /etc/passwd\n```") == ["data.file"])
        #expect(Self.codes("![a](../../etc/passwd)") == ["image"])
    }

    @Test(arguments: [
        "\u{0}", "\r", "\u{FEFF}", "```{", "```{}", "`{=}", "$\\val{", "---\n", "<", "<details", "[^", ": ", "{#",
    ])
    func fragmentsDoNotBringItDown(_ fragment: String) {
        for text in [
            fragment, "a" + fragment, fragment + "\n" + fragment, "- " + fragment, "> " + fragment, "| " + fragment,
        ] {
            _ = MarkedBook(text).evaluated()
        }
    }
}
