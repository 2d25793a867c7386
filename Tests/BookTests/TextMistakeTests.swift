import MarkedBooks
import Testing

/// Prose: inline values, labels, math, HTML, tables, images.
struct TextMistakeTests {
    @Test(arguments: inlines) func inlinesAreChecked(_ mistake: Mistake) { mistake.check() }

    static let inlines = [
        Mistake(
            "unknown inline directive", "`{«chek»} 1 < 2`",
            "inline.kind: unknown inline directive '{chek}'; double the braces to show it as code → check"),
        Mistake("empty value", "`{=}«»`", "cell.syntax: an expression is missing here"),
        Mistake(
            "spaced val", "$a + «\\val {»x}$ $b + «\\val* {»1}$",
            "math.val: write '\\val{…}' without a space", "math.val: write '\\val{…}' without a space"),
        Mistake("open val", "$a «\\val{»x$", "math.val: '\\val{' is never closed"),
        Mistake(
            "val", "$\\val{«x»} + \\val*{1:«zz»}$", "cell.name: name 'x' is not defined",
            "cell.format: unknown format type 'z'; the types are e, f, g and % for numbers, d, b, o, x and c for whole ones, s for text"
        ),
        Mistake(
            "behind a fence", "```math «loss»\nx\n```",
            "equation.trailing: only a label such as '{#eq-x}' may follow '$$'"),
        Mistake(
            "label of a formula", "$$ x $$ {#«sec-x»}\n\n@eq-x",
            "label.prefix: 'sec-x' labels an equation, whose prefix is 'eq-' → eq-x"),
        Mistake(
            "label of a section", "## A {#«fig-a»}",
            "label.prefix: 'fig-a' labels a section, whose prefix is 'sec-' → sec-a"),
        Mistake("attribute of a section", "## A {#sec-a «width»=60%}", "attribute: unknown attribute 'width'"),
        Mistake(
            "label of a listing", "```python {#«lst»}\nx\n```",
            "label.form: a label is 'lst-' and a name of letters, digits, '-' and '_', not 'lst'"),
        Mistake(
            "behind a language", "```python «title=a»\nx\n```",
            "listing.trailing: only a label such as '{#lst-x}' may follow the language"),
        Mistake(
            "label twice", "## A {#sec-a}\n\n## B {#«sec-a»}",
            "label.twice: the label 'sec-a' stands twice on this page"),
        Mistake(
            "reference", "## A {#sec-loss}\n\n漢 «@sec-los», (@sec-loss).",
            "reference: there is no label 'sec-los' → @sec-loss"),
        Mistake(
            "callout", "> «[!NOET]»\n> Text",
            "callout: unknown callout 'NOET'; known: NOTE, TIP, IMPORTANT, WARNING, CAUTION → [!NOTE]"),
        Mistake(
            "caption", "| a |\n|---|\n| 1 |\n: Rows {#«fig-r»}",
            "label.prefix: 'fig-r' labels a table, whose prefix is 'tbl-' → tbl-r"),
        Mistake(
            "label of nothing", "Words. {#«tbl-rows»}",
            "label.nothing: 'tbl-rows' labels nothing: a label stands behind a heading, a formula, a caption "
                + "right under its table, or an image alone in its paragraph"),
        Mistake(
            "footnote", "A«[^nota]».\n\n[^note]: Note", "markdown.footnote: no footnote is named '[^nota]' → [^note]"),
    ]

    @Test(arguments: links) func linksAreChecked(_ mistake: Mistake) { mistake.check() }

    static let links = [
        Mistake(
            "chapter", files: ["01-a.md": "[b](«02-c.md») [b](02-b.md)", "02-b.md": "B"],
            "link.target: there is no '02-c.md' in the book → 02-b.md"),
        Mistake(
            "anchor", files: ["01-a.md": "[b](«02-b.md#lost») [b](02-b.md#loss)", "02-b.md": "## Loss"],
            "link.fragment: 'book/02-b.md' has no anchor '#lost' → 02-b.md#loss"),
        Mistake("own anchor", "## Loss\n\n[b](«#lost»)", "link.fragment: 'book/01-a.md' has no anchor '#lost' → #loss"),
        Mistake(
            "draft", files: ["01-a.md": "[b](«02-b.md»)", "02-b.md": "---\ndraft: true\n---"],
            "link.target: '02-b.md' is a draft and has no page"),
        Mistake(
            "scheme", "[b](«javascript:alert(1)») [c](https://example.org)",
            "link.scheme: a link may start with http:, https: or mailto:, not 'javascript:alert(1)'"),
        Mistake("file", "[b](«b.csv»)", "link.target: there is no 'b.csv' in the book"),
        Mistake(
            "image", files: ["01-a.md": "![A](«b.svg») ![B](a.svg)", "a.svg": "<svg/>"],
            "image: there is no file 'b.svg' in the book's folder"),
        Mistake(
            "fetched image", "![A](«https://example.org/a.png»)",
            "image: an image stands in a file beside the chapter; nothing is fetched from 'https://example.org/a.png'"),
        Mistake(
            "words for an image", files: ["01-a.md": "«![](a.svg)»", "a.svg": ""],
            "image.alt: an image says in its brackets what it shows, for those who cannot see it"),
        Mistake("outside", "![A](«../a.svg»)", "image: there is no file '../a.svg' in the book's folder"),
        Mistake(
            "figure", files: ["01-a.md": "![A](a.svg){#«tbl-a» width=60%}", "a.svg": ""],
            "label.prefix: 'tbl-a' labels a figure, whose prefix is 'fig-' → fig-a"),
        Mistake(
            "width", files: ["01-a.md": "![A](a.svg){#fig-a width=«60px»}", "a.svg": ""],
            "attribute.width: a width is a part of the column, from 1% to 100%, not '60px'"),
        Mistake(
            "attribute", files: ["01-a.md": "![A](a.svg){#fig-a «widht»=60%}", "a.svg": ""],
            "attribute: unknown attribute 'widht' → width"),
    ]

    @Test(arguments: html) func htmlIsChecked(_ mistake: Mistake) { mistake.check() }

    static let html = [
        Mistake(
            "tag", "a «<b>»c</b>",
            "html.tag: '<b>' is not allowed; a book may use details, summary, br, sub, sup, kbd, abbr"),
        Mistake(
            "block", "«<div>»\nText\n</div>",
            "html.tag: '<div>' is not allowed; a book may use details, summary, br, sub, sup, kbd, abbr"),
        Mistake(
            "attribute", "x<sub «class»=\"a\">1</sub>", "html.attribute: '<sub>' may not have the attribute 'class'"),
        Mistake(
            "handler", "<details «onclick»=\"x\">\n<summary>S</summary>\n\nA\n\n</details>",
            "html.attribute: '<details>' may not have the attribute 'onclick'"),
        Mistake("open tag", "x«<sub>»1", "html.open: '<sub>' is never closed"),
        Mistake("end tag", "x1«</sub>»", "html.end: '</sub>' closes nothing"),
        Mistake(
            "class", "<details class=\"«questoin»\">\n<summary>S</summary>\n\nA\n\n</details>",
            "html.class: unknown class 'questoin'; known: question, solution → question"),
        Mistake(
            "no summary", "«<details>»\n\nA\n\n</details>",
            "html.summary: '<details>' starts with '<summary>…</summary>'"),
        Mistake(
            "open summary", "<details>\n«<summary>»S\n\nA\n\n</details>",
            "html.open: '<summary>' is never closed; '</summary>' stands before the first blank line"),
        Mistake(
            "open details", "«<details>»\n<summary>S</summary>\n\nA",
            "html.open: '<details>' is never closed; write '</details>' after a blank line"),
        Mistake(
            "details in details",
            "<details>\n<summary>A</summary>\n\n<details>\n<summary>B</summary>\n\nb\n\n</details>\n</details>\n\n«</details>»",
            "html.end: '</details>' closes nothing"),
        Mistake("end of nothing", "A\n\n«</details>»", "html.end: '</details>' closes nothing"),
        Mistake(
            "summary alone", "«<summary>»S«</summary>»",
            "html.summary: '<summary>' belongs to the start of '<details>'",
            "html.summary: '</summary>' belongs to the start of '<details>'"),
        Mistake(
            "behind details", "<details>\n<summary>S</summary>\n\nA\n\n</details>\n«Not lost»",
            "html.blank: a blank line is missing after '</details>'"),
        Mistake("comment", "A\n\n«<!--» never closed\n\nB", "html.open: '<!--' is never closed"),
        Mistake("abbr", "«<abbr>»SSE</abbr>", "html.attribute: '<abbr>' needs a 'title', the words it stands for"),
        Mistake("doctype", "«<!DOCTYPE html>»", "html.tag: raw HTML is not allowed here"),
        Mistake(
            "in a solution", "<details>\n<summary>S `{=} «a»`</summary>\n\n`{=} «b»`\n\n</details>",
            "cell.name: name 'a' is not defined", "cell.name: name 'b' is not defined"),
    ]
}
