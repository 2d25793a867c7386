import Diagnostics
import Testing
import YAMLReader

private let plain: [(String, Resolved)] = [
    ("", .null), ("~", .null), ("null", .null), ("NULL", .null), ("nUll", .string("nUll")),
    ("true", .bool(true)), ("False", .bool(false)), ("y", .string("y")), ("no", .string("no")), ("on", .string("on")),
    ("0", .int(0)), ("-12", .int(-12)), ("+7", .int(7)), ("007", .int(7)), ("0x1F", .int(31)), ("0o17", .int(15)),
    ("1e-07", .float(1e-7)), ("1.", .float(1)), (".5", .float(0.5)), ("-2.5E+3", .float(-2500)), ("1e3", .float(1000)),
    (".inf", .float(.infinity)), ("-.Inf", .float(-.infinity)), ("inf", .string("inf")), ("nan", .string("nan")),
    (".", .string(".")), ("-", .string("-")), ("1e", .string("1e")), ("1_000", .string("1_000")), ("0x", .string("0x")),
    ("0x-1", .string("0x-1")), ("0b1", .string("0b1")), ("12:30", .string("12:30")), ("1.2.3", .string("1.2.3")),
    ("99999999999999999999", .float(1e20)), ("0x1p3", .string("0x1p3")), ("２", .string("２")),
]

@Test(arguments: plain.indices) func plainScalarsFollowTheCoreSchema(_ index: Int) {
    let (text, resolved) = plain[index]
    #expect(scalar(text, isPlain: true).resolved == resolved)
}

@Test func quotedScalarsAreStrings() {
    for text in ["", "1", "true", "null"] { #expect(scalar(text, isPlain: false).resolved == .string(text)) }
}

@Test func notANumberIsOne() throws {
    guard case .float(let value) = scalar(".nan", isPlain: true).resolved else {
        Issue.record("'.nan' is a number")
        return
    }
    #expect(value.isNaN)
}

@Test func keysAreStrings() throws {
    let node = try #require(readYAML(Marked("{y: 1, no: 2, 1: 3, ~: 4, 1e-07: 5}").excerpt).node)
    guard case .mapping(let entries) = node.kind else { throw Unexpected(node) }
    #expect(entries.map(\.key.value) == ["y", "no", "1", "~", "1e-07"])
}

private func scalar(_ text: String, isPlain: Bool) -> Node.Scalar {
    Node.Scalar(text: Excerpt(file: "a.yml", bytes: Array(text.utf8), offset: 0), isPlain: isPlain)
}
