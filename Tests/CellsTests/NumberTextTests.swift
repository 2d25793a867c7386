import Testing

@testable import Cells
@testable import Tensors

/// How numbers are written and read, on tens of thousands of random cases with CPython as the judge.
@Suite struct NumberTextTests {
    /// One question to both: a letter for what is asked, then its arguments.
    struct Question {
        var text: String
        var answer: String
    }

    private static let program = """
        import sys, json, struct
        sys.stdout.reconfigure(encoding="utf-8")
        def double(bits): return struct.unpack("<d", struct.pack("<Q", int(bits)))[0]
        def ask(kind, *a):
            if kind == "repr": return repr(double(a[0]))
            if kind == "float format": return format(double(a[0]), a[1])
            if kind == "int format": return format(int(a[0]), a[1])
            if kind == "str format": return format(a[0], a[1])
            if kind == "round": return repr(round(double(a[0]), int(a[1])))
            if kind == "float": return repr(float(a[0]))
            if kind == "int": return repr(int(a[0], int(a[1])))
            if kind == "percent": return a[1] % double(a[0])
        for question in json.load(sys.stdin):
            try: print(ask(*question.split("\\x1f")))
            except Exception as error: print("!" + type(error).__name__)
        """

    private func compare(_ questions: [Question], sourceLocation: SourceLocation = #_sourceLocation) throws {
        guard let answers = try Python.answers(of: Self.program, to: questions.map { $0.text }) else { return }
        #expect(answers.count == questions.count, sourceLocation: sourceLocation)
        var differences: [String] = []
        for (question, answer) in zip(questions, answers) where question.answer != answer {
            let shown = question.text.replacing("\u{1F}", with: " ")
            differences.append("\(shown): \(question.answer), Python: \(answer)")
        }
        #expect(
            differences.isEmpty, "\(differences.count) differ: \(differences.prefix(10))",
            sourceLocation: sourceLocation)
    }

    private func question(_ kind: String, _ arguments: [String], _ answer: () throws(Fault) -> String) -> Question {
        let text = ([kind] + arguments).joined(separator: "\u{1F}")
        do throws(Fault) {
            return Question(text: text, answer: try answer())
        } catch {
            let names = [Fault.Kind.type: "!TypeError", .overflow: "!OverflowError"]
            return Question(text: text, answer: names[error.kind] ?? "!ValueError")
        }
    }

    // MARK: Numbers

    /// Numbers of every size, decimals as people write them, ties, whole numbers and the special values.
    private func double(_ random: inout Random) -> Double {
        let sign = random.below(3) == 0 ? -1.0 : 1.0
        switch random.below(8) {
        case 0, 1:
            let bits = UInt64(random.below(1 << 31)) << 33 ^ UInt64(random.below(1 << 31)) << 11
            let number = Double(bitPattern: bits ^ UInt64(random.below(1 << 11)))
            return number.isFinite ? number : 0.1
        case 2: return sign * Double(random.below(100_000_000)) / [1, 10, 100, 1000, 1e4, 1e6, 1e9][random.below(7)]
        case 3: return sign * (Double(random.below(20_000)) + 0.5) / [1.0, 10, 100, 1000][random.below(4)]
        case 4: return sign * Double(random.below(1 << 31)) * Double(random.below(1 << 31))
        case 5: return sign * Double(random.below(4096)) / 1024
        case 6:
            return sign
                * Double(sign: .plus, exponent: random.below(120) - 60, significand: 1 + Double(random.below(8)) / 8)
        default:
            let special = [
                0, 1, 9.999999, 0.1, 1e16, 1e-5, 1e22, 123456.789, Double.leastNonzeroMagnitude,
                .greatestFiniteMagnitude,
            ]
            let rare = [Double.infinity, .nan]
            let place = random.below(40)
            return sign * (place < 2 ? rare[place] : special[place % special.count])
        }
    }

    private func int(_ random: inout Random) -> Int64 {
        let magnitude = Int64(random.below(1 << 31)) << 31 | Int64(random.below(1 << 31))
        let cut = magnitude >> Int64(random.below(62))
        return random.below(2) == 0 ? cut : -cut
    }

    /// A format, mostly a valid one.
    private func spec(_ types: [String], _ random: inout Random) -> String {
        var spec = ""
        if random.below(3) == 0 {
            if random.below(2) == 0 { spec += ["*", "0", " ", "é", "x"][random.below(5)] }
            spec += ["<", ">", "^", "="][random.below(4)]
        }
        if random.below(3) == 0 { spec += ["+", "-", " "][random.below(3)] }
        if random.below(8) == 0 { spec += "z" }
        if random.below(5) == 0 { spec += "#" }
        if random.below(4) == 0 { spec += "0" }
        if random.below(2) == 0 { spec += "\(random.below(24))" }
        if random.below(4) == 0 { spec += [",", "_"][random.below(2)] }
        if random.below(2) == 0 { spec += ".\(random.below(20))" }
        return spec + types[random.below(types.count)]
    }

    @Test func shortestDigits() throws {
        var random = Random(state: 1)
        try compare(
            (0..<20_000).map { _ in
                let number = double(&random)
                return question("repr", ["\(number.bitPattern)"]) { () throws(Fault) in pythonRepr(number) }
            })
    }

    @Test func formatsOfFloats() throws {
        var random = Random(state: 2)
        let types = ["", "e", "E", "f", "F", "g", "G", "%", "n", "f", "e", "g", "d", "s"]
        try compare(
            (0..<24_000).map { _ in
                let (number, spec) = (double(&random), spec(types, &random))
                return question("float format", ["\(number.bitPattern)", spec]) { () throws(Fault) in
                    try Interpreter(.expression).format(.float(number), spec)
                }
            })
    }

    @Test func formatsOfInts() throws {
        var random = Random(state: 3)
        let types = ["", "d", "b", "o", "x", "X", "n", "e", "f", "g", "%", "s", "d", "x"]
        try compare(
            (0..<12_000).map { _ in
                let (number, spec) = (int(&random), spec(types, &random))
                return question("int format", ["\(number)", spec]) { () throws(Fault) in
                    try Interpreter(.expression).format(.int(number), spec)
                }
            })
    }

    @Test func formatsOfStrings() throws {
        var random = Random(state: 4)
        let words = ["", "a", "añb", "hello", "日本語", "😀!", "0x", "-1"]
        try compare(
            (0..<4_000).map { _ in
                let (word, spec) = (words[random.below(words.count)], spec(["", "s", "s", "", "d"], &random))
                return question("str format", [word, spec]) { () throws(Fault) in
                    try Interpreter(.expression).format(.string(word), spec)
                }
            })
    }

    @Test func percentFormatsOfFloats() throws {
        var random = Random(state: 5)
        try compare(
            (0..<12_000).map { _ in
                let number = double(&random)
                var format = "%"
                for flag in ["-", "+", " ", "#", "0"] where random.below(4) == 0 { format += flag }
                if random.below(2) == 0 { format += "\(random.below(20))" }
                if random.below(2) == 0 { format += ".\(random.below(18))" }
                format += ["f", "e", "g", "G", "E", "F", "s", "r"][random.below(8)]
                return question("percent", ["\(number.bitPattern)", format]) { () throws(Fault) in
                    try PercentFormat.apply(format, .float(number), Interpreter(.expression))
                }
            })
    }

    @Test func rounding() throws {
        var random = Random(state: 6)
        try compare(
            (0..<12_000).map { _ in
                let (number, places) = (double(&random), random.below(24) - 6)
                return question("round", ["\(number.bitPattern)", "\(places)"]) { () throws(Fault) in
                    let arguments = [Value.float(number), .int(Int64(places))]
                    let interpreter = Interpreter(.expression)
                    return try interpreter.repr(try interpreter.call(Builtins.value(of: "round") ?? .none, arguments))
                }
            })
    }

    @Test func readingFloats() throws {
        var random = Random(state: 7)
        try compare(
            (0..<12_000).map { _ in
                let text = random.below(2) == 0 ? decimal(&random) : noise("0123456789.eE+-_ naif", &random)
                return question("float", [text]) { () throws(Fault) in pythonRepr(try FloatLiteral.read(text)) }
            })
    }

    private func decimal(_ random: inout Random) -> String {
        func digits(_ most: Int) -> String { (0..<random.below(most + 1)).map { _ in "\(random.below(10))" }.joined() }
        let exponent = random.below(2) == 0 ? "" : "e\(random.below(680) - 340)"
        return "\(["", "-", "+"][random.below(3)])\(digits(22)).\(digits(22))\(exponent)"
    }

    private func noise(_ letters: String, _ random: inout Random) -> String {
        let letters = Array(letters)
        return String((0..<(1 + random.below(7))).map { _ in letters[random.below(letters.count)] })
    }

    @Test func readingInts() throws {
        var random = Random(state: 8)
        try compare(
            (0..<8_000).map { _ in
                let base = [10, 10, 2, 8, 16, 0, 36][random.below(7)]
                let text = noise("0123456789abxo_ -+XBF", &random)
                return question("int", [text, "\(base)"]) { () throws(Fault) in
                    Tensors.decimal(try IntLiteral.read(text, base: base))
                }
            })
    }
}
