import MarkedBooks
import Testing

/// Programs in chapters: their mistakes, their options, and what else is said of their names.
struct CellMistakeTests {
    @Test(arguments: programs) func mistakesArePointedAt(_ mistake: Mistake) { mistake.check() }

    static let programs = [
        Mistake(
            "several mistakes, and no word of their names",
            cell("a = «)»\nb = 2\nfor i in «:»\n    c = 3\ndef f(x):\n    y = x +«»\nimport numpy as np, math")
                + "`{=} a` `{=} b` `{=} i` `{=} c` `{=} f(1)` `{=} np.pi` `{=} math.pi` `{=} «y»`",
            "cell.syntax: unmatched ')'", "cell.syntax: an expression is missing before ':'",
            "cell.syntax: an expression is missing here", "cell.name: name 'y' is not defined"),
        Mistake(
            "a missing name, and the others that nothing binds",
            cell("rate = 0.5\ndef step(w):\n    return later * «wieght»\nprint(«raet», «gone», rate)\n«further».w11")
                + cell("later = 2\nb = «missed»") + "`{=} rate` `{=} later` `{=} b`\n\n"
                + declarations.replacing("toy", with: "further"),
            "cell.name: name 'wieght' is not defined", "cell.name: name 'raet' is not defined → rate",
            "cell.name: name 'gone' is not defined", "cell.name: name 'further' is not defined",
            "cell.name: name 'missed' is not defined"),
        Mistake(
            "a cell that is to fail does not tell of other names",
            "```{python}\n#| error: true\nprint(gone)\nlost\n```\n"),
        Mistake(
            "a failure points at the operation, and says where it was called",
            cell("def f(a):\n    return «1 / a»\nf(0)\nb = 1") + "`{=} b` `{=} f(1)` `{=} f(2)`",
            "cell.zero-division: division by zero"),
        Mistake(
            "a name that is bound further down", cell("«first».loss") + "`{=} first.loss`\n\n" + declarations,
            "cell.name: name 'first' is not defined"),
        Mistake(
            "names of a cell that failed are unknown to the next",
            cell("a = 1\nb = «c»\nd = 2") + cell("e = d\nf = a")
                + "`{=} a` `{=} b` `{=} e` `{=} f`",
            "cell.name: name 'c' is not defined"),
        Mistake(
            "a name that was bound before, and would have been bound again",
            cell("a = 1") + cell("b = «1 / 0»\na = 2")
                + "`{check} a == 2`",
            "cell.zero-division: division by zero"),
        Mistake(
            "no program", "```«{python}»\n#| label: lst-a\n```\n\n@lst-a",
            "python.body: the body is a program; there is none"),
        Mistake(
            "something behind it", "```{python} «a»\na = 1\n```\n\n`{=} a`",
            "python.argument: '{python}' takes nothing behind it"),
        Mistake(
            "a kind misspelt", "```{«pyhton»}\na = 1\n```\n\n`{=} a`\n\n" + cell("a = 2"),
            "directive.kind: unknown directive '{pyhton}'; known: \(DirectiveMistakeTests.kinds) → python"),
        Mistake(
            "more than is allowed", cell("a = «[0] * 10**8»"), "cell.limit: this makes too many elements (100000000)"),
    ]

    @Test(arguments: options) func optionsAreChecked(_ mistake: Mistake) { mistake.check() }

    static let options = [
        Mistake(
            "neither yes nor no", cell("#| error: «maybe»\na = 1") + "`{=} a`",
            "python.form: 'error' is true or false, not 'maybe'"),
        Mistake(
            "unknown option", cell("#| «ehco»: false\na = 1"),
            "python.key: unknown key 'ehco'; known: \(DirectiveMistakeTests.common), output, error → echo"),
        Mistake(
            "a label of another thing", cell("#| label: «fig-a»\na = 1") + "@lst-a",
            "label.prefix: 'fig-a' labels a listing, whose prefix is 'lst-' → lst-a"),
        Mistake(
            "a label of nothing", cell("#| label: «lst-a»\n#| echo: false\n#| output: false\na = 1"),
            "label.nothing: nothing is displayed here that 'lst-a' could label"),
        Mistake(
            "a label of output that does not come", cell("#| label: «lst-a»\n#| echo: false\na = 1") + "@lst-a",
            "label.nothing: this cell shows neither its program nor any output, so there is nothing that 'lst-a' could "
                + "label"),
        Mistake(
            "options that describe other things",
            cell("#| «digits»: 3\n#| «width»: 50%\n#| «alt»: a\na = 1"),
            "option.nothing: 'digits' is for values that Longhand shows; a program prints them itself",
            "option.nothing: 'width' is of a figure; this is a listing",
            "option.nothing: 'alt' describes a figure; this is a listing"),
        Mistake(
            "a display that cells have not", cell("#| display: «plot»\na = 1") + "`{=} a`",
            "python.display: '{python}' cannot be displayed as 'plot'; known: listing, none"),
        Mistake(
            "an option below the top", cell("a = 1\n«#| echo: false»"),
            "python.option: options stand at the top, above the body"),
    ]

    @Test(arguments: wantedFailures) func aWantedFailureMustCome(_ mistake: Mistake) { mistake.check() }

    static let wantedFailures = [
        Mistake(
            "it does not", cell("#| «error»: true\na = 1"),
            "python.error: this cell is to fail, but it runs to its end"),
        Mistake("it does", cell("#| error: true\na = 1\nb = a / 0") + "`{=} a`"),
        Mistake(
            "its names are not there", cell("#| error: true\nb = 1 / 0") + "`{=} «b»`",
            "cell.name: name 'b' is not defined"),
        Mistake(
            "the end of what is allowed is no failure", cell("#| error: true\na = «[0] * 10**8»"),
            "cell.limit: this makes too many elements (100000000)"),
        Mistake("a mistake that nobody can run", cell("#| error: true\na = «)»"), "cell.syntax: unmatched ')'"),
    ]

    @Test(arguments: names) func aNameIsACellsOrADirectives(_ mistake: Mistake) { mistake.check() }

    static let names = [
        Mistake("cells bind each other's names anew", cell("a = 1") + cell("a += 1") + "`{check} a == 2`"),
        Mistake(
            "a cell binds a directive's name",
            declarations + cell("b = 1\n«toy» = 2\nfor «first» in []:\n    pass") + "`{=} toy.w11` `{=} b`",
            "name.twice: the name 'toy' is bound already", "name.twice: the name 'first' is bound already"),
        Mistake(
            "a directive binds a cell's name", cell("n = 1") + "```{data} «n»\na\n1\n```\n\n`{=} n.X`",
            "name.twice: the name 'n' is bound already"),
        Mistake(
            "a function would bind a directive's name later",
            cell("def f():\n    global n\n    n = 1") + "```{data} «n»\na\n1\n```\n\n",
            "name.twice: the name 'n' is bound already"),
        Mistake(
            "a name from another chapter",
            files: [
                "01-a.md": cell("a = 1\nb = [1]"),
                "02-b.md": "---\nuse: [{from: a, names: [a, b]}]\n---\n" + cell("«a» = 2") + cell("b.append(2)"),
                "03-c.md": "---\nuse: [{from: a, names: [b]}]\n---\n`{check} b == [1]`",
            ],
            "name.twice: the name 'a' is bound already"),
        Mistake(
            "functions, classes and objects stay in their chapter",
            files: [
                "01-a.md": cell(
                    "import math\ndef f(): pass\nclass C: pass\no = C()\nl = [f]\ni = iter([1])\nx = 1"),
                "02-b.md": "---\nuse: [{from: a, names: [«f», «C», «o», «l», «i», x, math]}]\n---\n"
                    + cell("f()\nx + math.pi"),
                "03-c.md": "---\nuse: a\n---\n" + cell("import math\nx") + cell("«f»()"),
            ],
            use("f"), use("C"), use("o"), use("l"), use("i"), "cell.name: name 'f' is not defined"),
        Mistake(
            "names of a solution's cell stay inside",
            cell("a = 1")
                + "<details class=\"solution\">\n<summary>S</summary>\n\n\(cell("a = 2\nb = a"))`{check} a == b`\n\n</details>\n\n"
                + "`{check} a == 1` `{=} «b»`",
            "cell.name: name 'b' is not defined"),
    ]

    private static func use(_ name: String) -> String {
        "use.kind: '\(name)' cannot be brought in: functions, classes and objects stay in their chapter"
    }
}

func cell(_ program: String) -> String { "```{python}\n\(program)\n```\n\n" }
