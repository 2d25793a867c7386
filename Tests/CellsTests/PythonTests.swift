import Testing

@testable import Cells

@Suite struct PythonTests {
    @Test func numbersAndPrecedence() throws {
        try expectAsPython([
            "1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "2 ** -1", "(-2) ** 3", "-2 ** -2", "~5", "+-+-3",
            "not not 1",
            "7 // 2", "-7 // 2", "7 // -2", "-7 % 3", "7 % -3", "7.5 // 2", "-7.5 // 2", "-7.5 % 2", "7.5 % -2",
            "5 % 3.5", "0.0 % -2",
            "-0.0", "0.0 * -1", "1 / 3", "2 / 1", "9007199254740993 / 3", "9223372036854775807 / 9007199254740995",
            "(2 - 3) / 7",
            "1 - 2 - 3", "1 / 2 / 4", "2 * 3 % 4", "1 << 10 >> 3", "5 & 3 | 8 ^ 2", "1 | 2 == 3", "1 < 2 == True",
            "1 == 1.0",
            "True + True", "True & False", "True ^ True", "-True", "~True", "1 if 0 else 2 if 0 else 3", "1 or 2 and 3",
            "0 or ''", "'' and 1",
            "not 1 == 2", "1 < 2 < 3", "1 < 3 < 2", "3 > 2 >= 2 != 1", "1 < 2 > 1", "1 in [1, 2]", "3 not in (1, 2)",
            "'b' in 'abc'",
            "None is None", "1 is not None", "0x_ff", "0o17", "0b1010_1010", "1_000.5e-1_0", "1e400", ".5", "5.", "1e5",
            "00", "1_0",
            "9007199254740993 == 9007199254740993.0", "9007199254740993 > 9007199254740992.0", "1e308 * 10",
            "1e308 * 10 - 1e308 * 10",
            "5 // 0", "5 % 0", "5.0 / 0", "0 ** -1", "0.0 ** -1", "2.0 ** 0.5", "10 ** 18", "3.7 // 0.1",
            "1e300 % 3e-5", "0.1 + 0.2",
            "10 % 3.0", "-1 // 3.0", "4 ** 0.5", "(-8) ** 2.0", "2 ** 62 + (2 ** 62 - 1)", "-9223372036854775807 - 1",
            "(1).__class__ if 0 else 1",
        ])
    }

    @Test func overflowIsAnErrorHere() {
        for text in [
            "2 ** 63", "9223372036854775807 + 1", "-9223372036854775807 - 2", "3037000500 ** 2", "1 << 63",
            "-(-9223372036854775807 - 1)",
        ] {
            #expect(outcome(text).code == "cell.overflow", "\(text)")
        }
        #expect(outcome("9223372036854775808").code == "cell.syntax")
    }

    @Test func wholeNumbersWiderThanAWord() throws {
        try expectAsPython([
            "2 ** 40", "3000000000 // 7", "-3000000000 % 7", "(2 ** 62 + 1) / 3", "1 < 1e10",
            "2 ** 53 + 1 == 2.0 ** 53", "2 ** 40 >> 35", "~2 ** 40", "round(2.5e12)", "round(123456789012, -3)",
            "int('123456789012')", "f'{2 ** 40:,} {2 ** 40:x} {2 ** 40:.3e}'", "pow(3, 10 ** 12, 10 ** 12 + 39)",
            "len(range(2 ** 40))",
            "range(0, 10 ** 13, 10 ** 12)[-1]", "range(2 ** 40)[::2 ** 38]", "range(5)[:2 ** 40:2 ** 40]",
            "range(10)[1::3]", "range(9, 0, -2)[::-1]", "range(5)[3:1]", "range(3)[::-1][:2]",
            "range(0, 2 ** 62, 2 ** 61)[::-1]", "2 ** 40 in range(0, 2 ** 41, 2)", "{2 ** 40: 1, 2.0 ** 40: 2}",
            "list(enumerate('ab', 2 ** 40))", "[1, 2, 3][2 ** 40]", "[1, 2, 3][-2 ** 40:2 ** 40:2 ** 40]",
            "'abc'[::-2 ** 62]", "'ab' * -2 ** 40", "[] * 2 ** 40", "round(1.5, 2 ** 40)",
        ])
    }

    /// Nothing here may stop the program, however far beyond memory it reaches.
    @Test(arguments: [
        ("[1] * 2**40", "cell.limit"), ("'ab' * 2**62", "cell.limit"), ("list(range(2**60))", "cell.limit"),
        ("np.zeros(2**62)", "cell.limit"), ("np.zeros((2**40, 2**40))", "cell.limit"),
        ("np.ones(3).reshape(2**62, 4)", "cell.value"), ("np.arange(2**40)", "cell.limit"),
        ("np.arange(0, 1e18, 1.0)", "cell.limit"), ("np.linspace(0, 1, 2**50)", "cell.limit"),
        ("np.ones(2).sum(axis=2**40)", "cell.axis"), ("np.arange(3)[2**40]", "cell.index"),
        ("range(0, 2**63 - 1, 2**62)[::1]", "cell.overflow"), ("range(2**62)[::2**62][::2]", "cell.overflow"),
    ])
    func sizesBeyondMemoryAreFaults(text: String, code: String) {
        #expect(outcome(text).code == code, "\(text)")
    }

    /// The order in which Python prints a set is its own affair.
    @Test func membersOfASetAreNotShownWithoutAnOrder() {
        #expect(outcome("{3, 1, 2}").code == "cell.value")
        #expect(outcome("f'{ {3, 1, 2} }'").code == "cell.value")
    }

    @Test func sequences() throws {
        try expectAsPython([
            "[1, 2.0, 'x', None, True]", "()", "(1,)", "1,", "1, 2", "[]", "{}", "{1: 'a', 'b': [2]}",
            "sorted({2, 1, 2.0})",
            "[*[1, 2], 3, *(4,)]",
            "[1, 2, 3][1]", "[1, 2, 3][-1]", "[1, 2, 3][::-1]", "[1, 2, 3][1:]", "[1, 2, 3][:-1]", "'hello'[1:3]",
            "'hello'[::-2]", "(1, 2, 3)[5:]",
            "[1, 2][2]", "{'a': 1}['b']", "{1: 2}[True]", "[1] + [2] * 3", "2 * 'ab' + 'c'", "(1, 2) + (3,)",
            "[1, 2] < [1, 3]", "(1, 2) == (1, 2.0)",
            "[x * 2 for x in range(5) if x % 2]", "[(x, y) for x in range(3) for y in range(x)]",
            "{x: x ** 2 for x in [1, 2]}", "sorted({x % 2 for x in range(4)})", "{5}",
            "sum(x for x in range(10))", "sum((x for x in [1, 2]), 10)", "[a + b for a, b in zip([1, 2], (3, 4))]",
            "[(i, c) for i, c in enumerate('ab', 1)]",
            "[[j for j in range(i)] for i in range(3)]", "sorted([3, 1, 2])", "sorted('bca', reverse=True)",
            "sorted([-3, 2, -1], key=abs)", "list(reversed([1, 2]))",
            "len('añ')", "len(range(0, 10, 3))", "range(5)", "range(1, 5, 2)", "list(range(5, 0, -2))",
            "range(10)[2:5]", "range(10)[-1]", "3 in range(0, 10, 2)",
            "min(3, 1, 2)", "max([1, 5, 3])", "min([], default=4)", "max([])", "any([0, '', 1])", "all([])", "abs(-3)",
            "abs(-2.5)", "divmod(-7, 2)", "divmod(7.5, 2)",
            "pow(2, 10)", "pow(3, 200, 7)", "pow(-3, 3, 7)", "pow(2, 3, -5)", "int(3.9)", "int(-3.9)", "int('42')",
            "int(' -7 ')", "int('x')", "float('1e3')", "float('inf')", "float('x')",
            "bool([])", "str(1.0)", "str('a')", "repr('a')", "list('abc')", "tuple([1])", "dict(a=1, b=2)",
            "dict([(1, 2)])", "'a' 'b'", "[1, 2].index(2)", "(1, 1).count(1)",
            "{'a': 1}.get('b', 5)", "list({'a': 1}.items())", "'a,b'.split(',')", "' x y '.split()",
            "'-'.join(['a', 'b'])", "'aXbX'.replace('X', '--')", "' x '.strip()", "'abc'.startswith('ab')",
            "'abc'.upper()", "1 + 'a'", "[1] + (2,)", "[1] < 2", "len(5)", "sum(['a'])", "'abc'[1.0]", "{[1]: 2}",
            "5(3)", "[i for i in 5]", "(1, 2) < (1, 'a')", "{1} == {1.0}", "1 == 'a'",
            "sum([0.1] * 10)", "sum([1, 2.5, True])", "[1, [2, [3]]]", "'it\\'s'", "\"a\\\"b'c\"",
            "'\\x41\\u00e9\\n\\t\\\\'", "r'\\n'", "'\\101'", "'''a\nb'''", "'\\x7f\\xad'", "x for x in 1",
        ])
    }

    @Test func rounding() throws {
        let values = [
            0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 0.125, 0.375, 1e16, 1234.5678, -2.5, Double.leastNonzeroMagnitude,
            1.7976931348623157e308, 0.05, 2.5e15,
        ]
        try expectAsPython(
            values.flatMap { value in
                ["round(\(value))"].filter { _ in abs(value) < 1e18 }
                    + [0, 1, 2, 3, 10, -1, -2].map { "round(\(value), \($0))" }
            } + [
                "round(15, -1)", "round(25, -1)", "round(-35, -1)", "round(1234, -2)", "round(1, 5)", "round(True)",
                "round(5, -3)", "round(2.5, None)", "round(float('nan'))", "round('x')",
            ])
    }

    @Test func formattedStrings() throws {
        try expectAsPython([
            "f'{1 + 1}'", "f'{3.14159:.2f}'", "f'a{{b}}c'", "f'{[1, 2]!r:>8}'", "f'{1.5!s}'", "f'{\"x\"!r}'",
            "f'{2:{3}d}'", "f'{1234567:,}'", "f'{0.5:.1%}'", "f'{True}'", "f'{True:d}'",
            "f'{\"ab\":>5}|'", "f'{1:+d}{-1:+d}'", "f'{1e10:g}'", "f'{255:#x}'", "f'{1 == 1}'", "f'{1 != 2}'",
            "f'{ {1: 2}[1] }'", "f'{(1, 2)[0]:03d}'", "f'{1 + 1 = }'", "f'{1+1=:.1f}'", "'a' f'{1}' 'b'",
            "rf'\\n{1}'", "f'\\n{1}'", "f'{1:q}'", "f'{[1]:.2f}'", "f'{None}'", "f'{3:.{1 + 1}f}'", "f'{}'", "f'}'",
            "f'{1'",
        ])
    }
}

/// Random expressions, so that precedence and number semantics are compared where nobody thought of looking.
@Suite struct RandomExpressionTests {
    @Test func agreeWithPython() throws {
        var random = Random(state: 2024)
        var expressions: [String] = []
        while expressions.count < 3_000 {
            let text = expression(depth: 4, &random)
            // Whole numbers beyond 64 bits are an error here and not in Python.
            if outcome(text).code != "cell.overflow" { expressions.append(text) }
        }
        try expectAsPython(expressions)
    }

    private func expression(depth: Int, _ random: inout Random) -> String {
        if depth == 0 || random.below(8) == 0 { return atom(&random) }
        let (a, b) = (expression(depth: depth - 1, &random), expression(depth: depth - 1, &random))
        switch random.below(16) {
        case 0: return "(\(a))"
        case 1: return "-\(a)"
        case 2: return "not \(a)"
        case 3: return "(\(a) if \(b) else \(atom(&random)))"
        case 4: return "\(a) \(["<", "<=", "==", "!=", ">", ">="][random.below(6)]) \(b)"
        case 5: return "\(a) and \(b)"
        case 6: return "\(a) or \(b)"
        case 7: return "\(a) ** \(random.below(4))"
        case 8: return "round(\(a), \(random.below(6) - 2))"
        case 9: return "[\(a), \(b)][\(random.below(4) - 2)]"
        default: return "\(a) \(["+", "-", "*", "/", "//", "%", "&", "|", "^"][random.below(9)]) \(b)"
        }
    }

    private func atom(_ random: inout Random) -> String {
        let atoms = [
            "0", "1", "2", "7", "10", "255", "0.5", "1.5", "-3", "2.675", "1e16", "3.14159", "True", "False", "1e-7",
            "-0.25",
        ]
        return atoms[random.below(atoms.count)]
    }
}
