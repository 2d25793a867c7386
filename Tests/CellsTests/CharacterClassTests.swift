import Testing

@testable import Cells

/// What string methods say of single characters, for every character that Python's edition of Unicode knows.
@Suite struct CharacterClassTests {
    private static let tests = [
        "isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
        "istitle",
        "isupper",
    ]
    /// Letters whose properties editions of Unicode after Python 3.11's have changed.
    private static let changedSince: Set<UInt32> = [411, 612, 661, 4348, 20140, 37390, 42965, 42995, 73785]
    private static let changes = ["upper", "lower", "title", "capitalize", "swapcase"]

    /// For each code point its tests as a line of bits and its changes as code points.
    private static let program = """
        import sys, json, unicodedata
        tests, changes = json.load(sys.stdin)
        for code in range(0x110000):
            c = chr(code)
            if unicodedata.category(c) in ("Cn", "Cs", "Co") or (code > 0x3000 and code % 5): continue
            bits = "".join("1" if getattr(c, t)() else "0" for t in tests.split())
            print(code, bits, *("-".join(str(ord(d)) for d in getattr(c, t)()) for t in changes.split()))
        """

    @Test func agreeWithPython() throws {
        let questions = [Self.tests.joined(separator: " "), Self.changes.joined(separator: " ")]
        guard let answers = try Python.answers(of: Self.program, to: questions) else { return }
        #expect(answers.count > 30_000)
        var differences: [String] = []
        for answer in answers {
            let parts = answer.split(separator: " ")
            guard let scalar = UInt32(parts[0]).flatMap(Unicode.Scalar.init) else { continue }
            if Self.changedSince.contains(scalar.value) { continue }
            let ours = try [String(parts[0]), bits(of: scalar)] + changed(scalar)
            if ours != parts.map({ String($0) }) { differences.append("\(answer), here \(ours.dropFirst())") }
        }
        #expect(differences.isEmpty, "\(differences.count) differ: \(differences.prefix(20))")
    }

    private func call(_ name: String, _ scalar: Unicode.Scalar) throws -> Value {
        let method = try #require(StringMethod(rawValue: name))
        let interpreter = Interpreter(.expression)
        return try method.call(
            on: String(scalars: [scalar]), Call(function: name, placed: [], named: [], interpreter: interpreter))
    }

    private func bits(of scalar: Unicode.Scalar) throws -> String {
        try Self.tests.map { name in
            if case .bool(true) = try call(name, scalar) { return "1" }
            return "0"
        }.joined()
    }

    private func changed(_ scalar: Unicode.Scalar) throws -> [String] {
        try Self.changes.map { name in
            guard case .string(let text) = try call(name, scalar) else { return "" }
            return text.unicodeScalars.map { "\($0.value)" }.joined(separator: "-")
        }
    }
}
