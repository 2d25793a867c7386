import Testing

@testable import Cells

@Suite struct BuiltinFunctionTests {
    @Test func types() throws {
        let values = [
            "3", "3.0", "True", "'a'", "None", "[1]", "(1,)", "{1: 2}", "{1}", "range(3)", "len", "int", "...", "math",
            "[].append", "str.upper", "iter([])", "iter(())", "iter('a')", "iter('é')", "iter({})", "iter(range(3))",
            "iter({}.items())", "reversed([])", "reversed(())", "reversed({})", "zip()", "map(abs, [])",
            "filter(None, [])",
            "enumerate([])", "(x for x in [])", "{}.keys()", "{}.values()", "{}.items()", "NotImplemented",
            "iter(int, 0)",
        ]
        try expectAsPython(
            values.filter { $0 != "str.upper" }.flatMap { ["type(\($0)).__name__", "callable(\($0))"] }
                + values.filter { $0 != "str.upper" }.map { "type(\($0))" }
                + [
                    "type(3) is int", "type(3) == type(4)", "type(True) is int", "isinstance(True, int)",
                    "isinstance(3, (str, int))", "isinstance(3.0, int)", "isinstance([], object)",
                    "isinstance(int, type)",
                    "isinstance(3, 4)", "isinstance(3, (4,))", "issubclass(bool, int)", "issubclass(int, bool)",
                    "issubclass(int, (str, object))", "issubclass(3, int)", "int.__name__", "(3).__class__", "int",
                    "[int, str]",
                    "{int: 'i', float: 'f'}[type(2.5)]", "type(type(3))", "type", "object", "type(None)", "str(int)",
                    "f'{list}'",
                    "type(len)", "len", "print", "math.sqrt", "str.upper", "len.__name__",
                    "[type(x).__name__ for x in [1, 'a', 2.5]]",
                    "isinstance(len, type)", "hasattr('a', 'upper')", "hasattr([], 'nope')",
                    "getattr('abc', 'upper')()",
                    "getattr(5, 'nope', 'no')", "getattr(5, 'nope')", "getattr(5, 3)", "(5).real", "(2.5).imag",
                    "(8).bit_length()",
                    "(-255).bit_count()", "(2.0).is_integer()", "(0.75).as_integer_ratio()", "(3).denominator",
                    "NotImplemented", "Ellipsis is ...", "None == NotImplemented",
                ])
    }

    @Test func sequencesAndIterators() throws {
        try expectAsPython([
            "list(map(abs, [-1, 2]))", "list(map(max, [1, 5], [3, 2]))", "list(map(str, range(3)))",
            "list(filter(None, [0, 1, '']))",
            "list(filter(str.isdigit, 'a1b2'))", "list(zip([1, 2], 'abc', (3, 4)))", "list(zip())",
            "list(zip([1], [1, 2], strict=True))",
            "list(zip([1, 2], [1], strict=True))", "list(zip([1], [2], strict=True))", "list(enumerate('ab'))",
            "list(enumerate('ab', start=5))", "list(reversed('abc'))", "list(reversed(range(0, 10, 3)))",
            "list(reversed(5))",
            "list(reversed({1}))", "next(iter([1, 2]))", "next(iter([]))", "next(iter([]), 'none')", "next([1])",
            "[(next(a), next(a), list(a)) for a in [iter('abcd')]]",
            "[(next(a), list(a)) for a in [map(abs, [-1, -2, -3])]]",
            "[list(zip(a, a)) for a in [iter(range(6))]]", "[(2 in a, list(a)) for a in [iter([1, 2, 3, 4])]]",
            "[list(a) + list(a) for a in [zip([1], [2])]]", "list(iter([1, 2].pop, 1))", "iter(5)", "map(abs)", "map()",
            "filter(abs)",
            "sorted([3, 1, 2], reverse=True)", "sorted(['b', 'A', 'c'], key=str.lower)",
            "sorted([(1, 'b'), (1, 'a'), (0, 'c')])",
            "sorted([[1, 2], [0], [3]], key=len)",
            "sorted([1, 'a'])", "sorted(5)", "sorted([1], 2)", "sorted({'b': 1, 'a': 2})", "sorted([[2], [1, 5], [1]])",
            "sorted([1.5, 1, True, 0.5])", "sorted(['aa', 'b', 'cc', 'd'], key=len, reverse=True)",
            "sum([0.1] * 10)", "sum([1, 2], 0.5)", "sum([[1], [2]], [])", "sum([(1,), (2,)], ())", "sum(['a'])",
            "sum([1], start=2)",
            "sum([1e16, 1.0, -1e16])", "sum([True, True])", "sum(x * x for x in range(5))", "min(3, 1, 2)",
            "min([3, 1])",
            "min('b', 'a')", "max('abc')", "max([1, -2], key=abs)",
            "min([], default=None)", "min(1)", "max(1, 2, default=3)", "max()", "min([1, 'a'])", "max([2, 2.0])",
            "max([2.0, 2])",
            "min(5, key=abs)", "max([-3, 2], key=abs)", "min([1], nope=2)", "any([])", "all([])",
            "any([0, 0.0, '', None, [], {}])",
            "all([1, 'a'])", "any(5)", "len('')", "len(5)", "len([1], [2])", "range(0)", "range(1, 2, 0)", "range(1.5)",
            "range()",
            "range(1, 2, 3, 4)", "list(range(10, 0, -3))", "range(3) == range(0, 3, 1)", "chr(65)", "chr(0x1F600)",
            "chr(-1)",
            "chr('a')", "ord('a')", "ord('😀')", "ord('ab')", "ord(5)", "hex(255)", "hex(-255)", "bin(10)", "bin(-1)",
            "oct(8)",
            "hex(1.5)", "list('añ')", "tuple(range(3))", "list((1, 2))", "set([1]) == {1}", "list(5)",
            "tuple([1], [2])", "bool()",
            "bool('')", "bool('0')", "bool([0])", "str()", "str(None)", "str([1, 'a'])", "list()", "dict()", "tuple()",
            "int()", "float()",
            "slice", "enumerate", "list(x=1)", "int(x=1)", "str(object=5)", "sorted([3, 1], key=None)",
            "list(enumerate([1], 'a'))",
        ])
    }

    @Test func numbers() throws {
        try expectAsPython([
            "int('12')", "int('  -12\\n')", "int('1_000')", "int('1__0')", "int('_1')", "int('1_')", "int('')",
            "int('+5')",
            "int('+-5')", "int('0x1f', 16)", "int('1f', 16)", "int('0b101', 0)", "int('0o17', 0)", "int('017', 0)",
            "int('0', 0)",
            "int('00', 0)", "int('z', 36)", "int('9', 8)", "int('1', 1)", "int('1', 37)", "int(5, 10)", "int('0x', 16)",
            "int('0_7', 0)",
            "int('0x_f', 16)", "int('-0x10', 0)", "int('12.5')", "int(12.9)", "int(-12.9)", "int(1e18)",
            "int(float('nan'))",
            "int(float('inf'))", "int(None)", "int([])", "int(True)", "int('1e3')", "int('-9223372036854775808')",
            "int('0b1', 16)",
            "float('1.5')", "float(' 1_0.5 ')", "float('1_.5')", "float('.5')", "float('5.')", "float('.')",
            "float('1e5')",
            "float('1e')", "float('1e+_5')", "float('inf')", "float('-Infinity')", "float('+nan')", "float('infin')",
            "float('')",
            "float('0x10')", "float('1_0e1_0')", "float(5)", "float(None)", "float('1e400')", "float('1e-400')",
            "abs(-5)", "abs(-0.0)", "abs(True)", "abs('a')", "round(2.5)", "round(3.5)", "round(-2.5)",
            "round(2.675, 2)", "round(1234, -2)",
            "round(1.5, None)", "round(1e20, -19)", "round(5, 2)", "round(0.5)", "round(1e16)", "round('a')",
            "round(1, 'a')", "round(1.0, 0)",
            "type(round(1.0, 0))", "divmod(7, 3)", "divmod(-7, 3)", "divmod(7, -3.0)", "divmod(1, 0)", "divmod(1.0, 0)",
            "divmod('a', 1)",
            "pow(2, 3)", "pow(2, -1)", "pow(2, 0.5)", "pow(2, 3, 5)", "pow(2, 3, 0)", "pow(2.0, 3, 5)", "pow(0, -1)",
            "pow(3, -1, 7)",
            "pow(2, 3, mod=5)", "pow(base=2, exp=3)", "pow('a', 2)", "pow(-2, 3, 5)", "pow(2, 3, -5)", "pow(0, 0)",
            "pow(6, -1, 9)",
        ])
    }

    @Test func wordsOfMistakes() throws {
        try expectPythonsWords([
            "int('x')", "int('')", "int('9', 8)", "int(None)", "int([])", "int('1', 99)", "int(5, 10)", "float('x')",
            "float('')",
            "float(None)", "int(float('nan'))", "int(float('inf'))", "round('a')", "round(1.5, 'a')", "abs('a')",
            "1 / 0", "1.0 / 0",
            "1 // 0", "1 % 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "divmod(1, 0)", "divmod(1.0, 0)",
            "1 << -1", "1e300 ** 2",
            "1 + None", "1 - 'a'", "[] - 1", "1 < 'a'", "None < None", "-[]", "~1.5", "1 @ 2", "1.5 << 2", "1 & 2.5",
            "2 ** 'a'",
            "pow(2, 3, 0)", "pow(2.5, 3, 4)", "chr(-1)", "chr('a')", "ord('ab')", "ord(5)", "hex(1.5)",
            "range(1, 2, 0)", "range(1.5)",
            "range()", "len(5)", "iter(5)", "next(5)", "next(iter([]))", "list(5)", "sum(5)", "max([])",
            "isinstance(3, 4)",
            "issubclass(3, int)", "getattr(5, 'nope')", "getattr(5, 3)", "(5).nope", "int.nope", "math.nope",
            "'a'.nope",
            "list(zip([1, 2], [1], strict=True))", "list(zip([1], [1, 2], strict=True))", "undefined_name",
            "str.upper()",
            "list(reversed(5))", "type(3)(None)", "(3)()", "[1][None]", "math.sqrt(-1)", "math.log(0)",
            "math.exp(1000)",
            "math.sqrt('a')", "math.factorial(-1)", "math.factorial(1.5)", "math.comb(-1, 2)", "math.gcd(1.5)",
            "math.log(1, 1)",
            "math.floor(float('nan'))", "math.ceil(float('inf'))", "math.fmod(1, 0)", "math.pow(0, -1)",
            "math.pow(-8, 0.5)",
            "math.pow(1e300, 2)", "math.dist([1], [1, 2])", "math.isqrt(-1)", "math.acos(2)", "len + 1", "len(len)",
            "1 in len", "len[0]", "len.nope", "math.atan2('a', 1)",
        ])
    }

    @Test(arguments: [
        "input()", "open('f')", "eval('1')", "exec('1')", "globals()", "locals()", "vars()", "dir()", "id(1)",
        "hash('a')", "bytes()",
        "complex(1)", "frozenset()", "property", "staticmethod", "classmethod",
    ])
    func whatIsNotThereIsNamed(_ text: String) {
        guard case .failure("cell.name", let message, 0, _) = outcome(text) else {
            Issue.record("\(text): \(outcome(text))")
            return
        }
        #expect(message.contains("is not part of the cell language: "), "\(message)")
    }

    @Test(arguments: ["zip()", "[].append", "iter([])", "(x for x in [])", "math", "[map(abs, [])]"])
    func placesInMemoryAreNotShown(_ text: String) {
        #expect(outcome(text).code == "cell.value", "\(text): \(outcome(text))")
    }
}

@Suite struct PrintTests {
    private func printed(_ text: String, output: Int = 1000) throws -> String {
        let interpreter = Interpreter(Limits(steps: 10_000, elements: 10_000, output: output))
        let expression = try parsed(text)
        do throws(Fault) {
            _ = try interpreter.evaluate(expression, in: Scope())
        } catch {
            return "\(error.kind): \(error.message)"
        }
        return interpreter.output
    }

    @Test(arguments: [
        ("print()", "\n"), ("print('a', 1, 2.5, None)", "a 1 2.5 None\n"),
        ("print('a', 'b', sep='-', end='!')", "a-b!"),
        ("print('a', 'b', sep=None, end=None)", "a b\n"), ("print(*[1, 2], sep='')", "12\n"),
        ("print(['a'], 'é')", "['a'] é\n"),
        ("[print(x, end=' ') for x in range(3)]", "0 1 2 "), ("print('a', file=None)", "a\n"),
        ("print('x', sep=5)", "type: 'sep' of print() is a string, not an int"),
        ("print('x', nope=5)", "type: print() has no argument 'nope'"),
    ])
    func printWritesWhatPythonWrites(_ text: String, _ expected: String) throws {
        #expect(try printed(text) == expected)
    }

    @Test func outputIsBounded() throws {
        #expect(try printed("[print('x' * 10) for x in range(100)]", output: 100).hasPrefix("limit: "))
    }
}
