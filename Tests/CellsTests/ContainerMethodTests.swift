import Testing

@Suite struct ContainerMethodTests {
    /// A call and what it leaves of the object, through the one-item loop that gives the object a name.
    private func after(_ call: String, _ object: String) -> String { "[(\(call), a) for a in [\(object)]]" }

    @Test func lists() throws {
        try expectAsPython(
            [
                "a.append(4)", "a.append([1])", "a.extend((4, 5))", "a.extend('xy')", "a.extend(5)", "a.insert(0, 9)",
                "a.insert(-1, 9)", "a.insert(99, 9)", "a.insert(-99, 9)", "a.insert('x', 9)", "a.remove(2)",
                "a.remove(7)",
                "a.remove(True)", "a.pop()", "a.pop(0)", "a.pop(-2)", "a.pop(5)", "a.pop('x')", "a.clear()",
                "a.index(2)",
                "a.index(2, 2)", "a.index(2, 1, -1)", "a.index(9)", "a.count(2)", "a.reverse()", "a.sort()",
                "a.sort(reverse=True)", "a.sort(key=abs)", "a.sort(None)", "a.copy()", "a.append()", "a.append(1, 2)",
                "a.nope()", "a.extend(a)",
            ].flatMap { [after($0, "[3, 1, 2]"), after($0, "[]"), after($0, "[2, -3, 2.0, 1]")] }
                + [
                    after("a.sort()", "[1, 'a']"), after("a.sort(key=len, reverse=True)", "['bb', 'a', 'cc', 'ddd']"),
                    after("a.copy() is a", "[1]"), after("list.append(a, 5)", "[1]"),
                    after("a.count(1)", "[1, True, 1.0]"),
                    "(1, 2, 1).count(1)", "(1, 2, 1).index(1, 1)", "(1, 2).index(3)", "range(10).index(4)",
                    "range(10).count(11)", "[1, [2]].index([2])",
                ])
    }

    @Test func dicts() throws {
        try expectAsPython(
            [
                "a.get('x')", "a.get('q')", "a.get('q', 5)", "a.get([1])", "a.items()", "a.keys()", "a.values()",
                "len(a.items())", "a.setdefault('x', 9)", "a.setdefault('q', 9)", "a.setdefault('q')",
                "a.update({'x': 5, 'z': 6})",
                "a.update([('k', 1), ['l', 2]])", "a.update(m=1, x=2)", "a.update([1])", "a.update(['abc'])",
                "a.update([(1, 2, 3)])", "a.update(5)", "a.pop('x')", "a.pop('q')", "a.pop('q', None)", "a.popitem()",
                "a.clear()", "a.copy()", "'x' in a.keys()", "1 in a.values()", "('x', 1) in a.items()",
                "list(a.keys())",
                "list(reversed(a))", "list(reversed(a.items()))", "a.keys() & {'x', 'q'}", "sorted(a.keys() | ['q'])",
                "a.keys() - a.keys()", "a.keys() == {'x', 'y'}", "a.keys() <= {'x', 'y', 'z'}", "a | {'x': 0, 'n': 1}",
                "a.keys().isdisjoint(['q'])", "[a.pop(k) for k in list(a)]",
                "[a.update({k: v + 1}) for k, v in a.items()]",
                "[a.update({k + 'q': 1}) for k in a]", "a['x'] if 'x' in a else 0", "sorted(a)", "sum(a.values())",
                "max(a, key=a.get)", "dict(zip(a, a.values()))", "tuple(a.items())", "a == dict(a)",
                "iter(a.keys()) is a",
                "a.nope", "a['q']", "a.values() == a.values()", "a.items() == a.items()",
            ].flatMap { [after($0, "{'x': 1, 'y': 2}"), after($0, "{}")] }
                + [
                    "dict.fromkeys('ab', 0)", "dict.fromkeys([1, 2])", "{}.fromkeys((1,), [])",
                    "{1: 'a', True: 'b', 1.0: 'c'}",
                    "dict({'a': 1}, b=2)", "dict([('a', 1)], a=2)", "dict(5)", "dict(1, 2)",
                    "[(a.pop(3), a.update({3: 0}), a) for a in [{i: i for i in range(5)}]]",
                    "[([a.pop(i) for i in range(0, 40, 2)], [a.popitem() for _ in range(5)], a) for a in [{i: -i for i in range(40)}]]",
                ])
    }

    @Test func sets() throws {
        var expressions: [String] = []
        for object in ["{1}", "set()", "{1, 2}"] {
            for call in [
                "a.add(3)", "a.add(1.0)", "a.add([1])", "a.discard(1)", "a.discard(9)", "a.remove(1)", "a.remove(9)",
                "a.update([7], (8,))", "a.update(5)", "a.difference_update([1])", "a.intersection_update([1, 9])",
                "a.symmetric_difference_update([1, 9])", "a.clear()", "sorted(a.union([9], {8}))",
                "a.intersection([1, 5])",
                "sorted(a.difference([1]))", "sorted(a.symmetric_difference([1, 6]))", "a.issubset([1, 2, 3])",
                "a.issuperset([1])", "a.isdisjoint([5])", "sorted(a | {5})", "a & {1}", "a - {1}", "sorted(a ^ {1, 2})",
                "a | [1]", "a <= {1, 2, 3}", "a < a", "a >= {1}", "a > {1}", "a == {1, 2}", "a != {1.0, 2}", "a < [1]",
                "a.copy() == a", "len(a)", "1 in a", "sum(a)", "min(a, default=0)", "max(a, default=0)", "any(a)",
                "all(a)",
                "sorted(set(a))", "{1} & {True}", "{True} & {1}", "{1} | {True}", "{1, 2} & {True}", "{True} & {1, 2}",
                "{1, 2}.intersection([True])", "bool(a)", "a is a", "sorted({x + 1 for x in sorted(a)})",
            ] {
                expressions.append("[(\(call), sorted(a)) for a in [\(object)]]")
            }
        }
        try expectAsPython(expressions)
    }

    /// Python's order of a set differs from run to run, so that no order may come from here.
    @Test(arguments: [
        "{3, 1, 2}", "list({'a', 'b'})", "tuple({1, 2})", "[x for x in {1, 2}]", "''.join({'a', 'b'})", "str({1, 2})",
        "f'{ {1, 2} }'", "'%s' % {1, 2}", "'{}'.format({1, 2})", "list(enumerate({1, 2}))", "list(zip({1, 2}, 'ab'))",
        "list(map(str, {1, 2}))", "dict.fromkeys({1, 2})", "[*{1, 2}]", "print(*{1, 2})", "{1, 2}.pop()",
        "sum({0.1, 0.2, 0.3})", "next(iter({1, 2}))", "[{1, 2}]", "sorted({'ab', 'cd'}, key=len)",
        "max({'ab', 'cd'}, key=len)", "min({-1, 1}, key=abs)", "[a.extend({1, 2}) for a in [[]]]",
        "[a for a, b in [{1, 2}]]",
        "repr({'a', 'b'})", "{print(x) for x in {1, 2}}", "{x: 1 for x in {1, 2}}", "dict([{1, 2}])",
    ])
    func theOrderOfASetNeverShows(_ text: String) {
        let found = outcome(text)
        #expect(found.code == "cell.value", "\(text): \(found)")
    }

    @Test(arguments: [
        "len({1, 2})", "1 in {1, 2}", "sorted({'b', 'a'})", "sum({1, 2})", "min({1, 2})", "max({'ab', 'c'}, key=len)",
        "sorted({-3, 1}, key=abs)", "any({0, 1})", "all({0, 1})", "set({1, 2}) == {2, 1}", "sorted({1, 2} | {3})",
        "{1, 2} <= {1, 2, 3}", "list({5})", "str({5})", "{1, 2}.isdisjoint({3})", "sorted(set('hello'))",
        "math.fsum({0.1, 0.7})",
        "{x * 2 for x in {1, 2}} == {4, 2}", "len({x % 3 for x in set(range(10)) if x > 1})",
    ])
    func usesWithoutOrderAreFine(_ text: String) throws { try expectAsPython([text]) }

    @Test func whatStandsInsideItselfIsShownOnce() throws {
        try expectAsPython([
            "[(a.append(a), a, [a, a])[1:] for a in [[1]]]", "[(a.update(d=a), a.update(l=[a]), a)[2] for a in [{}]]",
            "[[a, a] for a in [[1, 2]]]", "[{'x': a, 'y': a} for a in [{}]]",
        ])
    }

    @Test func wordsOfMistakes() throws {
        try expectPythonsWords([
            "[].pop()", "[1].pop(5)", "[1].remove(2)", "[1].index(2)", "(1,).index(2)", "[1].nope", "[1][5]", "(1,)[5]",
            "'a'[5]", "{'a': 1}['b']", "{1: 2}[(1, 'x')]", "{}.popitem()", "{}.pop('k')", "set().pop()",
            "{1}.remove(2)",
            "{[1]: 2}", "{{}}", "dict([1])", "dict(['abc'])", "dict([(1, 2, 3)])", "[] + ()", "[] + 1", "() + []",
            "[1] * 'a'", "[1] * 1.5", "[1] < 2", "[1]['a']", "[1][1.5]", "'a'['b']", "(1,)['x']", "5[0]", "len(5)",
            "[x for x in 5]", "list(5)", "5(1)", "'a' in 5", "1 in 'abc'",
            "[a.update({k + 1: 0}) for a in [{1: 1}] for k in a]",
            "range(3)[5]", "None.x", "None + 1", "{} < {}", "{1} | [1]", "{} + {}", "sorted([1, 'a'])", "max([])",
            "min(())",
            "[].sort(5)", "min(1, 'a')", "next(iter([]))", "next([])", "max()", "sum('ab')", "sum(['a'])",
            "sum([], 'a')",
        ])
    }
}
