import Foundation
import JSON
import Testing

struct JSONTests {
    @Test(arguments: [
        (JSON.number(1), "1.0"), (.number(0.1), "0.1"), (.number(-5.34381483665323e-08), "-5.34381483665323e-08"),
        (.number(1e22), "1e+22"), (.number(-0.0), "-0.0"), (.integer(-3), "-3"), (.null, "null"), (.bool(true), "true"),
        (.number(.infinity), "\"inf\""), (.number(-.infinity), "\"-inf\""), (.number(.nan), "\"nan\""),
        (.string("a\"\\\n\u{1}é\u{2028}"), "\"a\\\"\\\\\\n\\u0001é\\u2028\""), (.array([]), "[]"), (.object([]), "{}"),
        (.array([.numbers([1, 2.5]), .null]), "[[1.0, 2.5], null]"),
        (.object([JSON.Member("b", .integer(1)), JSON.Member("a", .integer(2))]), "{\"b\": 1, \"a\": 2}"),
    ])
    func aValueIsWrittenOnOneLine(value: JSON, line: String) throws {
        #expect(value.line == line)
        _ = try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
    }

    @Test func objectsAreIndentedAndNumbersStayTogether() {
        let matrix = JSON.array([.numbers([1, 2]), .numbers([3, 4])])
        let value = JSON.object([JSON.Member("toy", .object([JSON.Member("W", matrix)])), JSON.Member("x", .null)])
        #expect(value.indented == "{\n  \"toy\": {\n    \"W\": [[1.0, 2.0], [3.0, 4.0]]\n  },\n  \"x\": null\n}\n")
    }
}
