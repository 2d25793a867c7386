import Book
import Evaluation
import MarkedBooks
import Testing

/// Headers, options and the keys of bodies.
struct DirectiveMistakeTests {
    @Test(arguments: headers) func headersAreChecked(_ mistake: Mistake) { mistake.check() }

    static let kinds = DirectiveKind.allCases.map(\.rawValue).joined(separator: ", ") + ", include"

    static let headers = [
        Mistake(
            "unknown directive", "```{«netwrok»} toy\ninputs: [x]\n```\n\n`{=} toy.w11`",
            "directive.kind: unknown directive '{netwrok}'; known: \(kinds) → network"),
        Mistake("empty braces", "```«{}»\n```", "directive.kind: unknown directive '{}'; known: \(kinds)"),
        Mistake(
            "open brace", "```«{network toy»\ninputs: [x]\n```\n\n`{=} toy.w11`",
            "directive.form: '{' is never closed; a directive is '{kind} ARGUMENT'"),
        Mistake(
            "no name", "```«{backward}»\npass: first\n```",
            "backward.name: '{backward}' needs a name: '{backward} NAME'"),
        Mistake(
            "a name that is none", "```{data} «2nd»\na\n1\n```",
            "data.name: '2nd' is not a name: letters, digits and '_', not starting with a digit"),
        Mistake(
            "nothing to name", "```{table} «rows»\ncolumns: {a: 1}\n```",
            "table.argument: '{table}' takes nothing behind it"),
        Mistake(
            "inside a list", "- a\n\n  ```«{network} toy»\n  #| label: fig-toy\n  ```\n\n`{=} toy.w11` @fig-toy",
            "directive.place: a directive stands at the top level, not inside a list or a quote"),
        Mistake(
            "inside a quote", "> ```«{check}»\n> 1 < 2\n> ```",
            "directive.place: a directive stands at the top level, not inside a list or a quote"),
        Mistake(
            "after emoji and CJK", "**😀漢字** `{=} «漢»` ok\n\n| 字 |\n|---|\n| 😀 `{=} «x»` |",
            "cell.name: name '漢' is not defined", "cell.name: name 'x' is not defined"),
    ]

    @Test(arguments: options) func optionsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let common = DirectiveSchema.commonOptions.map(\.name).joined(separator: ", ")

    static let options = [
        Mistake(
            "unknown option", "```{diagram} toy\n#| «captoin»: x\n```".after(declarations),
            "diagram.key: unknown key 'captoin'; known: \(common) → caption"),
        Mistake(
            "option of a later version", "```{diagram} toy\n#| «error»: true\n```".after(declarations),
            "diagram.key: unknown key 'error'; known: \(common)"),
        Mistake(
            "option of another directive", "```{check}\n#| «depth»: full\n1 < 2\n```",
            "check.key: unknown key 'depth'; known: \(common)"),
        Mistake(
            "an option twice", "```{diagram} toy\n#| digits: 2\n#| «digits»: 3\n```".after(declarations),
            "yaml.duplicate-key: the key 'digits' stands here a second time"),
        Mistake(
            "a caption twice", "```{diagram} toy\n#| caption: a\n#| «caption»: b\n```".after(declarations),
            "option.twice: 'caption' stands twice"),
        Mistake(
            "an empty caption", "```{diagram} toy\n#| «caption»:\n```".after(declarations),
            "option.empty: 'caption' has no value"),
        Mistake(
            "digits out of bounds", "```{diagram} toy\n#| digits: «18»\n```".after(declarations),
            "diagram.form: 'digits' is a whole number from 1 to 17, not '18'"),
        Mistake(
            "width without unit", "```{diagram} toy\n#| width: «60»\n```".after(declarations),
            "diagram.width: a width is a part of the column, from 1% to 100%, not '60'"),
        Mistake(
            "unknown display",
            "```{diagram} toy\n#| display: «diagarm»\n#| label: fig-x\n```\n@fig-x".after(declarations),
            "diagram.display: unknown display 'diagarm'; known: diagram, table, plot, steps, listing, none → diagram"),
        Mistake(
            "a display that does not fit",
            "```{backward} H\n#| display: «plot»\n#| label: fig-h\npass: first\n```\n@fig-h".after(declarations),
            "backward.display: '{backward}' cannot be displayed as 'plot'; known: steps, diagram, table, none"),
        Mistake(
            "a label without prefix", "```{diagram} toy\n#| label: «toy»\n```".after(declarations),
            "label.form: a label is 'fig-' and a name of letters, digits, '-' and '_', not 'toy'"),
        Mistake(
            "a wrong prefix",
            "```{diagram} toy\n#| label: «tbl-toy»\n```\nSee @tbl-toy and @fig-toy.".after(declarations),
            "label.prefix: 'tbl-toy' labels a diagram, whose prefix is 'fig-' → fig-toy"),
        Mistake(
            "a label of nothing", "```{check}\n#| label: «eq-x»\n1 < 2\n```",
            "label.nothing: nothing is displayed here that 'eq-x' could label"),
        Mistake(
            "a caption of nothing", "```{check}\n#| «caption»: x\n1 < 2\n```",
            "option.nothing: nothing is displayed here that 'caption' could describe"),
        Mistake(
            "an alternative text of a table", "```{table}\n#| «alt»: x\ncolumns: {a: 1}\n```",
            "option.nothing: 'alt' describes a figure; this is a table"),
        Mistake(
            "an option below the body", "```{derive}\nfirst.y1\n«#| depth: full»\n```".after(declarations),
            "derive.option: options stand at the top, above the body"),
        Mistake(
            "options that are no keys", "```{diagram} toy\n#| «label»\n```".after(declarations),
            "diagram.form: expected keys and values, such as 'label: …'"),
    ]
}

extension String {
    func after(_ text: String) -> String { text + "\n" + self }
}
