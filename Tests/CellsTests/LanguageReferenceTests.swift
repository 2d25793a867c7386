import Testing

@testable import Cells

/// The lists of names in the reference are the names that are found, and no others.
@Suite struct LanguageReferenceTests {
    /// An object whose attribute a name is, where the page writes `array.NAME`.
    private static let owners = [
        "rng": "np.random.default_rng(0)", "array": "np.ones((1, 1))", "tensor": "torch.ones(1)",
    ]

    private static func isFound(_ text: String) throws -> Bool {
        let parts = text.split(separator: ".", maxSplits: 1)
        let owner = parts.count == 2 ? owners[String(parts[0])] : nil
        let expression = try parsed(owner.map { "\($0).\(parts[1])" } ?? text)
        do throws(Failure) {
            _ = try evaluate(expression, in: Scope())
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: LanguageReference.lists.map { $0.title })
    func everyNameIsFound(title: String) throws {
        let list = try #require(LanguageReference.lists.first { $0.title == title })
        #expect(!list.names.isEmpty)
        #expect(Set(list.names).count == list.names.count)
        if list.written.hasPrefix("_") { return }
        for name in list.names {
            #expect(
                try LanguageReferenceTests.isFound(list.written.replacing("NAME", with: name)), "\(title): \(name)")
        }
    }

    /// What Python calls the owner of names, how a name is written, and the lists that hold those found here.
    private static let owned: [(python: String, written: String, titles: [String], others: [String])] = [
        ("builtins", "NAME", ["functions", "types", "constants", "exceptions"], []),
        ("str", "str.NAME", ["str"], []), ("list", "list.NAME", ["list"], []), ("tuple", "tuple.NAME", ["tuple"], []),
        ("dict", "dict.NAME", ["dict"], []), ("set", "set.NAME", ["set"], []), ("int", "int.NAME", ["int"], []),
        ("float", "float.NAME", ["float"], []), ("math", "math.NAME", ["math"], []),
        (
            "numpy", "np.NAME",
            [
                "numpy creation", "numpy elementwise", "numpy combination", "numpy reduction", "numpy shaping",
                "numpy joining", "numpy order", "numpy matrices", "numpy printing", "numpy types", "numpy constants",
            ], ["linalg", "random"]
        ),
        ("numpy.linalg", "np.linalg.NAME", ["numpy linalg"], []),
        ("numpy.random.Generator", "rng.NAME", ["numpy generator"], []),
        ("numpy.ndarray", "array.NAME", ["array attributes", "array methods"], []),
    ]

    private static let ownedByTorch: [(python: String, written: String, titles: [String], others: [String])] = [
        (
            "torch", "torch.NAME",
            ["torch making", "torch functions", "torch modes", "torch types", "torch constants"],
            ["nn"] + TorchModule.refused
        ),
        ("torch.nn.functional", "torch.nn.functional.NAME", ["torch functional"], []),
        ("torch.Tensor", "tensor.NAME", ["tensor attributes", "tensor methods", "torch functions"], []),
    ]

    private static func listing(_ owner: String) -> String {
        "import builtins, math\n"
            + (owner.hasPrefix("numpy") ? "import numpy\n" : owner.hasPrefix("torch") ? "import torch\n" : "")
            + "for name in dir(\(owner)):\n    if name[0] != '_': print(name)"
    }

    @Test func noOtherNameOfPythonIsFound() throws {
        let owned = LanguageReferenceTests.owned
        guard let answers = try Python.prints(owned.map { LanguageReferenceTests.listing($0.python) }) else { return }
        try compare(owned, answers)
    }

    @Test func noOtherNameOfPyTorchIsFound() throws {
        let owned = LanguageReferenceTests.ownedByTorch
        guard let answers = try Python.printsWithTorch(owned.map { LanguageReferenceTests.listing($0.python) })
        else { return }
        try compare(owned, answers)
    }

    private func compare(
        _ owned: [(python: String, written: String, titles: [String], others: [String])], _ answers: [String]
    ) throws {
        try #require(answers.count == owned.count)
        for (owner, answer) in zip(owned, answers) {
            let python = answer.split(separator: "\n").map(String.init)
            let listed = LanguageReference.lists.filter { owner.titles.contains($0.title) }.flatMap { $0.names }
            #expect(listed.filter { !python.contains($0) } == [], "\(owner.python)")
            let others = python.filter { !listed.contains($0) && !owner.others.contains($0) && !isWord($0) }
            let found = try others.filter {
                try LanguageReferenceTests.isFound(owner.written.replacing("NAME", with: $0))
            }
            #expect(
                found.filter { owner.python != "builtins" || Builtins.isPython($0) } == [], "\(owner.python)")
        }
    }

    private func isWord(_ name: String) -> Bool { ["True", "False", "None"].contains(name) }

    @Test func refusedNamesSayWhy() {
        for (names, reason) in LanguageReference.refusals {
            for name in names {
                let example = LanguagePage.run("print(\(name))")
                #expect(example.refusal == "'\(name)' is not part of the cell language: \(reason)")
            }
        }
    }

    @Test func namesOfExpressionsAreNotThoseOfPrograms() {
        for name in Builtins.mathematics { #expect(LanguagePage.run(name).refusal != nil, "\(name)") }
    }

    // MARK: Methods of the language

    /// Each method, what it gives, and a statement that calls it.
    private static let calls: [(name: String, result: String, statement: String)] = [
        ("init", "None", "A()"), ("repr", "'r'", "print(repr(a))"), ("str", "'s'", "print(a)"),
        ("format", "'f'", "print(f'{a:9}')"), ("eq", "True", "print(a == 1)"), ("ne", "True", "print(a != 1)"),
        ("lt", "True", "print(a < 1)"), ("le", "True", "print(a <= 1)"), ("gt", "True", "print(1 < a)"),
        ("ge", "True", "print(a >= 1)"), ("bool", "False", "print(not a)"), ("len", "3", "print(len(a))"),
        ("getitem", "7", "print(a[1, 2:3])"), ("setitem", "None", "a['x'] = 4"), ("delitem", "None", "del a[0]"),
        ("contains", "True", "print(3 in a)"), ("iter", "iter([1, 2])", "print(list(a))"),
        ("next", "5", "print(next(a))"), ("reversed", "iter([3])", "print(list(reversed(a)))"),
        ("call", "9", "print(a(1, 2))"), ("neg", "1", "print(-a)"), ("pos", "2", "print(+a)"),
        ("invert", "3", "print(~a)"), ("abs", "4", "print(abs(a))"), ("round", "5", "print(round(a), round(a, 2))"),
        ("divmod", "(1, 2)", "print(divmod(a, 3))"), ("int", "8", "print(int(a))"),
        ("index", "1", "x = [5, 6]\nx[a] += 1\nprint(x[a], range(4)[a], 'ab'[a:], (1, 2)[a])\ndel x[a]"),
        ("trunc", "6", "print(int(a))"),
        ("float", "0.5", "print(float(a))"), ("enter", "11", "with a as x: print(x)"),
        ("exit", "True", "with a: print(1 / 0)"),
    ]

    @Test func everyMethodOfTheLanguageIsCalledAsInPython() throws {
        let calls = LanguageReferenceTests.calls
        #expect(calls.map { $0.name } == SpecialMethods.others)
        var programs = calls.map { program("__\($0.name)__", $0.result, $0.statement) }
        for symbol in BinaryOperator.allCases {
            for (letter, statement) in [("", "print(a \(symbol.rawValue) 2)"), ("r", "print(2 \(symbol.rawValue) a)")] {
                programs.append(program("__\(letter)\(symbol.methodName)__", "[1]", statement))
            }
            programs.append(program("__i\(symbol.methodName)__", "[2]", "a \(symbol.rawValue)= 2\nprint(a)"))
        }
        guard let answers = try Python.prints(programs) else { return }
        for (program, answer) in zip(programs, answers) {
            let example = LanguagePage.run(program)
            #expect(example.refusal == nil, "\(program)")
            #expect(example.output == answer, "\(program)")
        }
    }

    private func program(_ name: String, _ result: String, _ statement: String) -> String {
        let others = ["__enter__": "__exit__", "__exit__": "__enter__"]
        let other = others[name].map { "    def \($0)(self, *rest): return None\n" } ?? ""
        return """
            class A:
                def \(name)(self, *rest):
                    print("\(name)", len(rest))
                    return \(result)
            \(other)
            a = A()
            \(statement)
            """
    }
}
