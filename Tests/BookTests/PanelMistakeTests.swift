import Book
import MarkedBooks
import Testing

/// Figures side by side.
struct PanelMistakeTests {
    @Test(arguments: mistakes) func panelsAreChecked(_ mistake: Mistake) { mistake.check() }

    /// A `{panels}` whose first panel is as it should be.
    private static func panels(_ rest: String, options: String = "", before: String = "") -> String {
        "```{panels}\n\(options)\(before)panels:\n  - diagram: toy\n    caption: As `{=} toy.w11`.\n\(rest)\n```"
            .after(declarations)
    }

    static let mistakes = [
        Mistake("as it should be", panels("  - diagram: first\n    show: [names]\n    alt: The loss `{=} first.loss`")),
        Mistake(
            "one is no panel", "```{panels}\n«panels»:\n  - diagram: toy\n```".after(declarations),
            "panels.panels: side by side stand 2 to 26 figures, not 1"),
        Mistake(
            "none at all", "```«{panels}»\ncolumns: 2\n```",
            "panels.missing: 'panels' is missing: the figures, each with a caption of its own"),
        Mistake(
            "misspelt kind", panels("  - «diagarm»: first"),
            "panels.panel: a panel says first what it shows; 'diagarm' is none of \(kinds) → diagram"),
        Mistake(
            "a kind that shows no figure", panels("  - «table»:\n    columns: {a: 1}"),
            "panels.panel: a panel says first what it shows; 'table' is none of \(kinds)"),
        Mistake(
            "two kinds", panels("  - diagram: first\n    «plot»: \"[1, 2]\""),
            "panels.panel: a panel shows one thing; 'diagram' stands there already"),
        Mistake(
            "no mapping", panels("  - «first»"),
            "panels.panel: a panel is a directive with its keys: '- diagram: first'; known: \(kinds)"),
        Mistake(
            "a key of another kind", panels("  - diagram: first\n    «series»: []"),
            "panels.key: unknown key 'series'; known: \(diagramKeys), caption, alt"),
        Mistake(
            "a panel's own mistake", panels("  - diagram: first\n    «compare»: [first]"),
            "panels.compare: 'compare' takes two states: [BEFORE, AFTER]"),
        Mistake(
            "nothing to draw", panels("  - «diagram»:"),
            "panels.argument: nothing to draw: '{diagram} NETWORK', or 'compare: [BEFORE, AFTER]'"),
        Mistake(
            "a name that is none", panels("  - diagram: «frist»\n  - diagram: first\n    highlight: [«w99»]"),
            "cell.name: name 'frist' is not defined → first",
            "diagram.highlight: the network has no weight or unit 'w99'"),
        Mistake(
            "a caption's value", panels("  - diagram: first\n    caption: The loss is `{=} «los»`."),
            "cell.name: name 'los' is not defined → log"),
        Mistake(
            "signs that do not fit", panels("  - diagram: first", before: "«between»: [\"+\", \"=\"]\n"),
            "panels.between: between 2 panels stands 1 sign, not 2"),
        Mistake(
            "a scale that is none", panels("  - diagram: first", before: "scale: «same»\n"),
            "panels.scale: unknown scale 'same'; known: own, shared"),
        Mistake(
            "one text for all", panels("  - diagram: first", options: "#| «alt»: Two.\n"),
            "option.nothing: each panel has an 'alt' of its own"),
        Mistake(
            "something behind it",
            "```{panels} «toy»\npanels:\n  - diagram: toy\n  - diagram: first\n```".after(declarations),
            "panels.argument: '{panels}' takes nothing behind it"),
    ]

    private static let kinds = DirectiveSchema.all.filter {
        !$0.kind.binds && $0.kind != .panels && [.diagram, .plot].contains($0.displays[0])
    }.map(\.kind.rawValue).joined(separator: ", ")

    private static let diagramKeys =
        DirectiveSchema.all.first { $0.kind == .diagram }?.keys.map(\.name).joined(separator: ", ") ?? ""
}
