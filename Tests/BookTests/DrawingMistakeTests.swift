import MarkedBooks
import Testing

/// Small drawings.
struct DrawingMistakeTests {
    @Test(arguments: mistakes) func drawingsAreChecked(_ mistake: Mistake) { mistake.check() }

    private static func drawing(_ shapes: String...) -> String {
        let lines = shapes.map { "  - \($0)\n" }.joined()
        return "```{drawing}\n#| alt: Shapes.\nshapes:\n  - {box: a, name: a}\n\(lines)```"
    }

    static let mistakes = [
        Mistake(
            "as it should be",
            drawing("{circle: \"$h_1$ is `{=} 1/2:.2f`\", at: [1, 2*3], name: h}", "{arrow: [a, [0, 1], h], label: x}")),
        Mistake(
            "no words for it", "```«{drawing}»\nshapes: [{text: a}]\n```",
            "drawing.alt: 'alt' is missing: a drawing is described in words for those who cannot see it"),
        Mistake(
            "nothing in it", "```{drawing}\n#| alt: A.\n«shapes»: []\n```",
            "drawing.shapes: a drawing needs at least one shape"),
        Mistake(
            "no form", drawing("{«at»: [1, 2]}"),
            "drawing.shape: a shape is one of 'box', 'circle', 'text', 'line' or 'arrow'"),
        Mistake(
            "a key of another form", drawing("{circle: b, «corner»: 3}"),
            "drawing.shape: 'corner' does not belong to a shape with 'circle'"),
        Mistake(
            "an unknown end", drawing("{box: b, name: beta}", "{line: [a, «bet»]}"),
            "drawing.ends: there is no shape called 'bet' → beta"),
        Mistake(
            "one end", drawing("{«line»: [a]}"),
            "drawing.ends: 'line' takes its ends: names of shapes or points [x, y]"),
        Mistake("a name twice", drawing("{box: b, name: «a»}"), "drawing.name: two shapes are called 'a'"),
        Mistake(
            "a place with one number", drawing("{box: b, «at»: [1]}"), "drawing.at: 'at' takes two numbers: [x, y]"),
        Mistake(
            "a place beyond", drawing("{box: b, at: [«9999», 0]}"),
            "drawing.place: a drawing reaches to 1000 points on every side; a page is some 470 wide"),
        Mistake("no size", drawing("{circle: b, size: «-1»}"), "drawing.size: a size is greater than 0"),
        Mistake(
            "an unknown paint", drawing("{box: b, fill: «red»}"),
            "drawing.fill: unknown fill 'red'; known: ink, soft, line, panel, ground, positive, negative, gradient, "
                + "positive-tint, negative-tint"),
        Mistake("a value that is none", drawing("{box: \"`{=} «x1»`\"}"), "cell.name: name 'x1' is not defined"),
        Mistake(
            "backticks around words", drawing("{box: \"`«x»`\"}"),
            "drawing.words: in a drawing, backticks stand around values: '`{=} EXPRESSION`'"),
        Mistake(
            "a formula", drawing("{box: \"$«h + 1»$\"}"),
            "drawing.words: in a drawing, a formula is a single name, such as '$h_1$'"),
        Mistake("never closed", drawing("{box: \"«$»x\"}"), "drawing.words: this is never closed"),
        Mistake(
            "in a panel without words",
            "```{panels}\npanels:\n  - «drawing»:\n    shapes: [{text: a}]\n  - diagram: toy\n```"
                .after(declarations),
            "panels.alt: 'alt' is missing: a drawing is described in words for those who cannot see it"),
    ]
}
