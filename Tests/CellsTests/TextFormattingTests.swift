import Testing

@Suite struct TextFormattingTests {
    @Test func percentFormats() throws {
        try expectAsPython([
            "'%d: %.3f' % (3, 0.5)", "'%s' % 'x'", "'%s' % [1, 2]", "'%r %s' % ('a', 'a')",
            "'%5d|%-5d|%05d' % (1, 2, 3)",
            "'%+d % d %+d' % (1, 2, -3)", "'%x %X %#x %o %#o' % (255, 255, 255, 8, 8)", "'%#08x' % 255",
            "'%c%c' % (65, 'b')",
            "'%%' % ()", "'%5.1f%%' % 12.34", "'%*d' % (5, 42)", "'%-*d|' % (5, 42)", "'%*d|' % (-5, 42)",
            "'%.*f' % (2, 3.14159)", "'%e' % 12345.678", "'%G' % 1e-10", "'%g' % 100000", "'%g' % 1000000",
            "'%#g' % 1.5",
            "'%10.4s|' % 'abcdefg'", "'%a' % 'é'", "'%i %u' % (1.9, -1.9)", "'%d' % True", "'%s %s' % (None, True)",
            "'%.3d' % 7", "'%08.3d' % 7", "'%+.3d' % 7", "'%-08d|' % 7", "'% 05d' % 7", "'%5s|%-5s|' % ('é', 'é')",
            "'%f' % 1", "'%.0f' % 0.5", "'%.0f' % 1.5", "'%#.0f' % 1.5", "'%f' % float('inf')", "'%05f' % float('inf')",
            "'%F' % float('nan')", "'%08.2f' % -3.14159", "'%(a)d and %(b)s' % {'a': 1, 'b': 'x'}", "'%s' % ((1, 2),)",
            "'%s %s' % (1, 2)", "'%ld' % 5", "'abc' % {}", "'abc' % []", "'%(x)s' % {'x': 2.5}", "'%.50f' % 0.1",
            "'%s, %s' % ('a',)", "'%s' % ('a', 'b')", "'abc' % 1", "'%d' % 'x'", "'%q' % 1", "'%' % 1", "'%x' % 1.5",
            "'%c' % 'ab'", "'%f' % 'x'", "'%*d' % ('a', 1)", "'%(a)s' % 5", "'%(a)s' % {'b': 1}", "'%s' % {1: 2}",
        ])
    }

    @Test func randomPercentFormatsAgreeWithPython() throws {
        var random = Random(state: 11)
        let values = [
            "0", "1", "-1", "42", "-12345", "9007199254740993", "0.0", "-0.0", "1.5", "-2.675", "1e16", "1e-7",
            "123456.789", "1e300", "float('inf')", "float('nan')", "True",
        ]
        var expressions: [String] = []
        for _ in 0..<6_000 {
            var format = "%"
            for flag in ["-", "+", " ", "#", "0"] where random.below(3) == 0 { format += flag }
            if random.below(2) == 0 { format += "\(random.below(15))" }
            if random.below(2) == 0 { format += ".\(random.below(12))" }
            format +=
                ["d", "i", "u", "f", "F", "e", "E", "g", "G", "s", "r", "x", "X", "o", "c", "a"][random.below(16)]
            expressions.append("'\(format)|' % \(values[random.below(values.count)])")
        }
        // Python writes a nan as an int nowhere, and an int beyond 64 bits is an error here.
        try expectAsPython(expressions.filter { outcome($0).code != "cell.overflow" })
    }

    @Test func fieldsOfFormat() throws {
        try expectAsPython([
            "'{} {}'.format(1, 'a')", "'{1} {0}'.format('a', 'b')", "'{x} {y:.2f}'.format(x=1, y=2.5)",
            "'{0!r:>6}|{0!s:<6}|'.format('a')", "'{:>{}}|'.format('a', 5)", "'{:{w}.{p}f}'.format(3.14159, w=8, p=2)",
            "'{{}} {}'.format(1)", "'{0[1]} {0[0]}'.format([1, 2])", "'{d[key]}'.format(d={'key': 5})",
            "'{d[0]}'.format(d={0: 5})", "'{0.real}'.format(5)", "'{}'.format([1, 'a'])", "'{!r}'.format('a')",
            "'{!a}'.format('é')", "'{:,}'.format(1234567)", "'{:+.1%}'.format(0.256)", "'{:^9}|'.format('mid')",
            "'{:*<5d}'.format(3)", "'{x}'.format_map({'x': 3})", "'{:}'.format(None)", "'a'.format()",
            "'{:d}'.format(True)", "'{}'.format(True)", "'{:5}|'.format(True)", "'{0}{0}'.format(2)",
            "'{'.format()", "'}'.format()", "'{} {}'.format(1)", "'{} {0}'.format(1)", "'{0} {}'.format(1)",
            "'{x}'.format()", "'{0[5]}'.format([1])", "'{0.nope}'.format(1)", "'{!x}'.format(1)", "'{!r'.format(1)",
            "'{:q}'.format(1)", "'{:d}'.format(1.5)", "'{:>5}'.format([1])", "'{0[}'.format([1])", "'{!}'.format(1)",
            "'{!rx}'.format(1)", "'{:s}'.format(1)", "'{:.2}'.format('abc')", "'{:=5}'.format('a')",
            "format(3.14159, '.2f')", "format('a', '>4')", "format(5)", "format([1], 'd')", "ascii('é')",
        ])
    }

    @Test func wordsOfMistakes() throws {
        try expectPythonsWords([
            "'%s %s' % (1,)", "'%s' % (1, 2)", "'abc' % 1", "'%d' % 'x'", "'%x' % 1.5", "'%c' % 'ab'", "'%f' % 'x'",
            "'%q' % 1", "'ab%' % 1", "'%*d' % ('a', 1)", "'%(a)s' % 5", "'%(a)s' % {'b': 1}", "'{'.format()",
            "'}'.format()", "'{} {}'.format(1)", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{x}'.format()",
            "'{0[5]}'.format([1])", "'{:>5}'.format([1])", "'{:q}'.format(1)", "'{:d}'.format(1.5)",
            "'{:d}'.format('a')",
            "format(1, 2)", "f'{1.5:d}'", "f'{None:5}'", "'{!}'.format(1)", "'{0!}'.format(1)", "'{!r5}'.format(1)",
            "f\"{3:{'x'}.{2}}\"",
        ])
    }

    /// Formats for numbers and texts, whole and in part wrong, in every order of their parts.
    @Test func wordsAboutFormats() throws {
        let values = ["3", "-2.5", "'a'", "True", "[1]", "None"]
        let formats = [
            ".2d", "z", "zd", "z.1f", "q", "d", "s", ".2f", "c", "+", " s", "=5", "*=10", "010", "=010", ",", "#", ",s",
            ",d", "_s", ".2", ",x", "_x", ",b", "_c", "+c", "#c", ".1c", "5.", ".", "dd", "10dd", "+-d", " +d", "<<<",
            "<<", ",_d", "_,d", ",,d", "\\x01", "é", "é<5", ",n", "_n", "99999999999999999999d",
            ".99999999999999999999f", "zc", "%%", "5,", "_", ",g", "_%", "x5", "e3", "#.3g", "#s", "zs", "^^^5s",
        ]
        let texts = values.flatMap { value in formats.map { "format(\(value), '\($0)')" } }
        let refused = Set(texts.filter { outcome($0).code != nil })
        try expectPythonsWords(texts.filter(refused.contains))
        try expectAsPython(texts.filter { !refused.contains($0) })
        try expectPythonsWords(["format(-1, 'c')", "format(1114112, 'c')"])
    }

    /// What Python formats and the cell language does not is no mistake that a program could catch.
    @Test(arguments: ["format(1, '5000d')", "format(1.5, '.5000f')", "format('a', '5000')"])
    func formatsThatAreTooWideAreLimits(_ text: String) {
        #expect(outcome(text).code == "cell.limit")
    }
}
