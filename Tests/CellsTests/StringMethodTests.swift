import Testing

@Suite struct StringMethodTests {
    @Test func methodsAndTheirArguments() throws {
        try expectAsPython([
            "'hello world'.capitalize()", "'HELLO'.casefold()", "'ab'.center(7)", "'abc'.center(6, '*')",
            "'abcabc'.count('bc')", "'aaaa'.count('aa')", "'abc'.count('')", "'abc'.count('', 2)", "'abc'.count('', 4)",
            "'abcabc'.count('a', 1)", "'abcabc'.count('a', -3, None)", "'a.py'.endswith('.py')",
            "'a.py'.endswith(('.c', '.py'))", "'abc'.endswith('b', 0, 2)", "'abc'.startswith('b', 1)",
            "'abc'.startswith('', 4)", "'abc'.startswith('', 3)", "'a\\tb\\n\\tc'.expandtabs()",
            "'a\\tbc\\td'.expandtabs(4)", "'\\t'.expandtabs(0)", "'abc'.expandtabs(tabsize=3)", "'hello'.find('l')",
            "'hello'.find('l', 3, 4)", "'hello'.find('z')", "'hello'.find('', 5)", "'hello'.find('', 6)",
            "'hello'.rfind('l')", "'hello'.rfind('')", "'hello'.index('lo')", "'hello'.rindex('l')",
            "'hello'.index('z')", "'abc'.join(['1', '2', '3'])", "','.join('abc')", "', '.join({'a': 1, 'b': 2})",
            "'ab'.ljust(5, '.')", "'ab'.rjust(5)", "'ab'.rjust(1)", "'  ab  '.lstrip()", "'xxabxx'.rstrip('x')",
            "'xyabyx'.strip('xy')", "' ab '.strip(None)", "'a-b-c'.partition('-')", "'abc'.partition('-')",
            "'a-b-c'.rpartition('-')", "'abc'.rpartition('-')", "'abc'.removeprefix('ab')", "'abc'.removeprefix('x')",
            "'abc'.removesuffix('bc')", "'abc'.removesuffix('')", "'aXbXc'.replace('X', '--', 1)",
            "'abc'.replace('', '-')", "'abc'.replace('', '-', 2)", "'aaa'.replace('aa', 'b')", "'abc'.replace('b', '')",
            "'a,b,,c'.split(',')", "'a,b,c'.split(',', 1)", "'a,b,c'.rsplit(',', 1)", "' a  b c '.split()",
            "' a  b c '.split(None, 1)", "' a  b c '.rsplit(None, 1)", "'a b c'.split(maxsplit=1)",
            "'a-b'.split(sep='-')", "''.split()", "''.split(',')", "'  '.split()", "'aXXbXXc'.rsplit('XX')",
            "'aaa'.rsplit('aa', 1)", "'a\\nb\\r\\nc\\rd\\n'.splitlines()", "'a\\n\\nb'.splitlines(True)",
            "''.splitlines()", "'\\n'.splitlines()", "'a\\x0bb\\x1cc\\u2028d'.splitlines(keepends=True)",
            "'Hello World'.swapcase()", "\"they're bill's friends\".title()", "'x1y Z'.title()", "'abc'.upper()",
            "'-42'.zfill(6)", "'+7'.zfill(4)", "'abc'.zfill(2)", "''.zfill(2)",
            "'straße'.upper()", "'ΑΣ ΟΔΟΣ'.lower()", "'ǆ'.capitalize()", "'ŉ'.upper()", "'ﬁ x'.title()", "'İ'.lower()",
            "'abc'.isalpha()", "'ab1'.isalnum()", "''.isalpha()", "'½'.isnumeric()", "'²'.isdigit()", "'²'.isdecimal()",
            "'١٢'.isdecimal()", "' \\t\\x1c'.isspace()", "'Ab'.istitle()", "'AB'.istitle()", "'A1b'.istitle()",
            "'a1'.islower()", "'1'.islower()", "'A1'.isupper()", "'a_1'.isidentifier()", "'1a'.isidentifier()",
            "'é'.isidentifier()", "''.isascii()", "'é'.isascii()", "''.isprintable()", "'a\\n'.isprintable()",
            "'日本'.isalpha()", "'日本'.find('本')", "'😀x'.index('x')", "len('😀')", "'一'.isnumeric()",
            "str.upper('abc')", "list(map(str.strip, [' a ', 'b ']))", "'abc'.nothing()",
        ])
    }

    @Test func wordsOfMistakes() throws {
        try expectPythonsWords([
            "'abc'.index('z')", "'abc'.rindex('z')", "''.join([1])", "''.join(5)", "''.join(['a', None])",
            "'a'.split('')", "'a'.partition('')", "'a'.rpartition('')", "'a'.center(5, 'ab')", "'a'.center('5')",
            "'a'.strip(5)", "'a'.find('a', 'b')", "'a'.startswith(5)", "'a'.replace(1, 'b')", "'a'.nothing", "'a' + 1",
            "'a' * 'b'", "1 + 'a'", "'a' - 'b'", "'a' < 1", "-'a'", "'a'(1)", "str.upper(5)", "'a'.expandtabs('x')",
        ])
    }

    @Test func randomCallsAgreeWithPython() throws {
        var random = Random(state: 7)
        var expressions: [String] = []
        for _ in 0..<4_000 { expressions.append(call(&random)) }
        try expectAsPython(expressions)
    }

    private func call(_ random: inout Random) -> String {
        func text(_ letters: String, _ most: Int) -> String {
            let letters = Array(letters.unicodeScalars)
            let count = random.below(most + 1)
            return "'" + (0..<count).map { _ in String(letters[random.below(letters.count)]) }.joined() + "'"
        }
        let subject = text("aabbA B,é", 12)
        let part = text("ab ,", 2)
        let bounds = ["", ", \(random.below(14) - 6)", ", \(random.below(14) - 6), \(random.below(14) - 6)"][
            random.below(3)]
        let count = random.below(4) - 1
        switch random.below(14) {
        case 0: return "\(subject).find(\(part)\(bounds))"
        case 1: return "\(subject).rfind(\(part)\(bounds))"
        case 2: return "\(subject).count(\(part)\(bounds))"
        case 3: return "\(subject).startswith(\(part)\(bounds))"
        case 4: return "\(subject).endswith(\(part)\(bounds))"
        case 5: return "\(subject).split(\(random.below(3) == 0 ? "None" : part), \(count))"
        case 6: return "\(subject).rsplit(\(random.below(3) == 0 ? "None" : part), \(count))"
        case 7: return "\(subject).replace(\(part), \(text("xy", 2)), \(count))"
        case 8: return "\(subject).strip(\(part))"
        case 9: return "\(subject).partition(\(part)), \(subject).rpartition(\(part))"
        case 10: return "\(subject).center(\(random.below(20)), '.')"
        case 11: return "\(subject).title(), \(subject).capitalize(), \(subject).swapcase(), \(subject).istitle()"
        case 12: return "\(subject).index(\(part)\(bounds))"
        default: return "\(subject).rsplit(), \(subject).split(), \(subject).islower(), \(subject).isalpha()"
        }
    }
}
