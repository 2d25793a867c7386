import Diagnostics
import Testing

@testable import YAMLReader

struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var code: String
    var message: String
    var testDescription: String { code + ": " + text }

    init(_ text: String, _ code: String, _ message: String) {
        self.text = text
        self.code = code
        self.message = message
    }
}

private let mistakes = [
    Mistake(
        "- h: {activation: sigmoid, W: «uniform(-1, 1)»}", "yaml.expression",
        "an expression with a comma is quoted here: W: \"uniform(-1, 1)\""),
    Mistake(
        "é: {W: «f(1, g(2, 3), 4)», b: 1}", "yaml.expression",
        "an expression with a comma is quoted here: W: \"f(1, g(2, 3), 4)\""),
    Mistake("[1, «max(a, b)», 2]", "yaml.expression", "an expression with a comma is quoted here: \"max(a, b)\""),
    Mistake("{input: «train[0]»}", "yaml.expression", "an expression with brackets is quoted here: \"train[0]\""),
    Mistake(
        "- {y: «run.losses[0, 1]», label: x}", "yaml.expression",
        "an expression with brackets is quoted here: \"run.losses[0, 1]\""),
    Mistake("日本: 1\nb: 2\n«日本»: 3", "yaml.duplicate-key", "the key '日本' stands here a second time"),
    Mistake("{a: 1, «a»: 2}", "yaml.duplicate-key", "the key 'a' stands here a second time"),
    Mistake("a: «&x» 1", "yaml.anchor", "an '&' anchor cannot be used here: quote a text that starts with '&'"),
    Mistake(
        "😀: «*x»", "yaml.alias",
        "'*' refers to an anchor, and anchors cannot be used here: quote a text that starts with '*'"),
    Mistake("a: «!t» 1", "yaml.tag", "a '!' tag cannot be used here: quote a text that starts with '!'"),
    Mistake("a: 1\n«---»\nb: 2", "yaml.documents", "a second document starts here, and only one can be read"),
    Mistake("a: b«:» c", "yaml.syntax", "a second ': ' in one value: a text that holds ': ' is quoted"),
    Mistake("é: 😀 b«:» c", "yaml.syntax", "a second ': ' in one value: a text that holds ': ' is quoted"),
    Mistake("a: 1\n«b»\nc: 2", "yaml.syntax", "a ':' is missing: every line of a mapping is 'key: value'"),
    Mistake("a: «\"b", "yaml.syntax", "this quote is never closed"),
    Mistake("é: \"«\\q»\"", "yaml.syntax", "unknown escape '\\q': single quotes take a backslash as it is"),
    Mistake("é: «@»x", "yaml.syntax", "a value cannot start with '@': put it in quotes"),
    Mistake("é: «`»x", "yaml.syntax", "a value cannot start with '`': put it in quotes"),
    Mistake("[1, 2«»", "yaml.syntax", "expected ',' or ']' here, but found the end"),
    Mistake("? «[a]»\n: 1", "yaml.key", "a key is a word or a quoted text, not a list or a mapping"),
    Mistake("«:» 1", "yaml.key", "a key is missing before this ':'"),
    Mistake("{«:» 1}", "yaml.syntax", "expected a value here, but found ':'"),
    Mistake("[1,«,»]", "yaml.syntax", "expected a value here, but found ','"),
    Mistake("a:\n«\t»b: 1", "yaml.syntax", "a tab cannot indent: use spaces"),
    Mistake(
        "a: 1\n «b c»: 2", "yaml.syntax",
        "this line is indented deeper than the key above it and so continues its value"),
    Mistake(
        "a:\n  b: 1\n «c»: 2", "yaml.syntax",
        "expected a key here, at the indentation of the mapping's other keys, but found 'c'"),
    Mistake(
        "- a\n«b»: 1", "yaml.syntax", "expected '- ' here, at the indentation of the list's other items, but found 'b'"),
    Mistake("a: «\u{7}»", "yaml.syntax", "a control character cannot stand here"),
]

@Test(arguments: mistakes) func aMistakeIsNamedWhereItStands(_ mistake: Mistake) {
    var text = mistake.text
    if text.contains("«"), !text.contains("»") { text = text.replacing("«\"", with: "«\"»") }
    let marked = Marked(text)
    let found = readYAML(marked.excerpt).diagnostics
    #expect(found.map(\.code) == [mistake.code])
    #expect(found.map(\.message) == [mistake.message])
    #expect(found.map(\.range) == marked.ranges)
}

@Test func aSplitExpressionLeavesNoFurtherMistake() throws {
    let marked = Marked("{W: uniform(-1, 1), activation: relu}")
    let node = try #require(readYAML(marked.excerpt).node)
    guard case .mapping(let entries) = node.kind else { throw Unexpected(node) }
    #expect(entries.map(\.key.value) == ["W", "activation"])
    #expect(entries.map { scalarText($0.value) } == ["uniform(-1, 1)", "relu"])
}

@Test func theFirstOfTwoKeysIsShownBesideTheSecond() {
    let marked = Marked("«a»: 1\n«a»: 2")
    let found = readYAML(marked.excerpt).diagnostics
    #expect(found.first?.notes.map(\.range) == [marked.ranges[0]])
    #expect(found.first?.range == marked.ranges[1])
}

@Test func nestingIsBounded() {
    for text in [
        String(repeating: "[", count: 100_000), String(repeating: "- ", count: 500),
        String(repeating: "{a: ", count: 900),
    ] {
        let found = readYAML(Marked(text).excerpt)
        #expect(found.node == nil)
        #expect(found.diagnostics.map(\.code) == ["yaml.depth"])
    }
}

@Test func sizeIsBounded() {
    let found = readYAML(Excerpt(file: "a.yml", bytes: Array(repeating: 0x20, count: longestYAML + 1), offset: 0))
    #expect(found.diagnostics.map(\.code) == ["yaml.size"])
}

@Test func bytesThatAreNoTextAreFound() {
    let found = readYAML(Excerpt(file: "a.yml", bytes: Array("é: ".utf8) + [0xFF] + Array(" x".utf8), offset: 10))
    #expect(found.diagnostics.map(\.code) == ["yaml.encoding"])
    #expect(found.diagnostics.map(\.range) == [SourceRange(file: "a.yml", start: 14, end: 15)])
}

@Test func theCParserReportsItsFailure() throws {
    let stream = try EventStream(Array("[".utf8))
    var failure: EventFailure?
    do throws(EventFailure) {
        while try stream.next().kind != .streamEnd {}
    } catch { failure = error }
    #expect(failure?.problem == "did not find expected node content")
}
