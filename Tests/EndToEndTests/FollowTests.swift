import Foundation
import Support
import Testing

/// Change one weight, build again: everything follows.
struct FollowTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func site(weight: String) throws -> [String: String] {
        try Fixture.write(to: scratch, weight: weight)
        let run = try Program.run("build", "book", "-o", "out", in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        return try scratch.tree("out").mapValues { String(decoding: $0, as: UTF8.self) }
    }

    /// The text from a marker up to another.
    private func part(of page: String?, _ start: String, _ end: String) throws -> Substring {
        let page = try #require(page)
        let from = try #require(page.firstRange(of: start), "\(start)")
        let rest = page[from.upperBound...]
        return rest[..<(try #require(rest.firstRange(of: end), "\(end)")).lowerBound]
    }

    @Test func everythingFollowsOneWeight() throws {
        let before = try site(weight: "6")
        let after = try site(weight: "-0.5")
        for (start, end) in [
            ("The first output is <span", "</span>"), ("class=\"steps\"", "id=\"tbl-grad\""),
            ("id=\"tbl-grad\"", "</figure>"),
            ("id=\"eq-loss\"", "</p>"), ("id=\"tbl-mine\"", "</figure>"), ("<summary>Which way is", "</summary>"),
        ] {
            let (old, new) = try (
                part(of: before["01-net.html"], start, end), part(of: after["01-net.html"], start, end)
            )
            #expect(old != new, "\(start)")
        }
        for file in [
            "figures/fig-toy.svg", "figures/fig-toy-dark.svg", "figures/fig-run.svg", "02-more.html", "values.json",
        ] { #expect(before[file] != nil && before[file] != after[file], "\(file)") }
        let unrelated = "figures/more-plot-1.svg"
        #expect(before[unrelated] != nil && before[unrelated] == after[unrelated])
        #expect(try site(weight: "6") == before)
    }

    /// The numbers themselves: h1_in is −0.5·3 − 2·1, worked out apart from the engine.
    @Test func theNumbersAreThoseOfTheNewWeight() throws {
        func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
        let h = [sigmoid(-0.5 * 3 - 2), sigmoid(-3 * 3 + 5)]
        let output = sigmoid(h[0] * 1 + h[1] * 0.25)
        let page = try site(weight: "-0.5")["01-net.html"]
        #expect(try part(of: page, "The first output is <span", "</span>").hasSuffix(String(format: ">%.4f", output)))
    }
}
