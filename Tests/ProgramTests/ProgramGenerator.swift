/// Makes programs that end: statements of every kind, composed at random.
///
/// Whole numbers stay small, so that they fit 64 bits; floats are only added, subtracted, multiplied and divided, which
/// gives the same bits everywhere.
struct ProgramGenerator {
    private var random: Random
    private(set) var lines: [String] = []
    private var depth = 0
    private var made = 0
    /// The names that have a value here, by what they hold.
    private var names: [Kind: [String]] = [:]
    private var functions: [(name: String, arity: Int)] = []
    private var classes: [String] = []
    private var isInLoop = false
    private var isInFunction = false

    enum Kind: CaseIterable {
        case int, float, text, list, dict
    }

    init(seed: UInt64) { random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15) }

    /// A program, the same for the same seed.
    mutating func program() -> String {
        for kind in Kind.allCases { assign(kind) }
        for _ in 0..<(6 + random.below(8)) { statement() }
        for kind in Kind.allCases { write("print(\((names[kind] ?? []).joined(separator: ", ")))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func write(_ line: String) {
        lines.append(String(repeating: "    ", count: depth) + line)
    }

    private mutating func fresh(_ prefix: String) -> String {
        made += 1
        return "\(prefix)\(made)"
    }

    private mutating func chance(_ part: Int) -> Bool { random.below(part) == 0 }

    private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[random.below(choices.count)] }

    /// What `body` writes stands one level deeper; names it binds are forgotten after it, since it may not have run.
    private mutating func block(_ body: (inout ProgramGenerator) -> Void) {
        let (before, beforeFunctions, beforeClasses) = (names, functions, classes)
        depth += 1
        body(&self)
        depth -= 1
        (names, functions, classes) = (before, beforeFunctions, beforeClasses)
    }

    private mutating func body(_ most: Int = 3) {
        block { generator in
            for _ in 0..<(1 + generator.random.below(most)) { generator.statement() }
        }
    }

    // MARK: Statements

    private mutating func statement() {
        if depth > 3 { return simple() }
        switch random.below(16) {
        case 0: branch()
        case 1: forLoop()
        case 2: whileLoop()
        case 3: function()
        case 4 where !isInFunction: classDefinition()
        case 5, 6: attempt()
        case 7: generatorFunction()
        default: simple()
        }
    }

    private mutating func simple() {
        switch random.below(12) {
        case 0...2: assign(pick(Kind.allCases))
        case 3...5: write("print(\(value(2)), \(value(2)))")
        case 6: augment()
        case 7: write("\(name(.list)).append(\(int(1)))")
        case 8: write("\(name(.dict))[\(pick(["'a'", "'b'", "'c'", int(1)]))] = \(int(2))")
        case 9 where isInLoop: write("if \(condition()): \(pick(["break", "continue"]))")
        case 10 where isInFunction: write("if \(condition()): return \(value(1))")
        case 11 where !classes.isEmpty: useObject()
        default: write("print(f\"\(pick(["{\(name(.float)):.3f}", "{\(name(.int)):>4}", "{\(name(.text))!r}"]))\")")
        }
    }

    private mutating func assign(_ kind: Kind) {
        let known = names[kind] ?? []
        let isNew = known.isEmpty || chance(2) || isInFunction
        let name = isNew ? fresh("\(kind)".prefix(1).lowercased()) : pick(known)
        let value = expression(kind, 3)
        write("\(name) = " + (kind == .int && isInLoop ? "(\(value)) % 997" : value))
        if isNew { names[kind, default: []].append(name) }
    }

    private mutating func augment() {
        let isLocal = isInFunction
        switch random.below(3) {
        case 0 where !isLocal: write("\(name(.int)) = (\(name(.int)) \(pick(["+", "-", "*"])) \(int(1))) % 997")
        case 1 where !isLocal: write("\(name(.float)) \(pick(["+=", "-=", "*=", "/="])) \(float(1))")
        default: write("\(name(.list))[\(random.below(4) - 2)] \(pick(["+=", "-=", "//="])) \(random.below(5))")
        }
    }

    private mutating func branch() {
        write("if \(condition()):")
        body(2)
        if chance(2) {
            write("elif \(condition()):")
            body(2)
        }
        if chance(2) {
            write("else:")
            body(2)
        }
    }

    private mutating func loopBody(_ bind: (inout ProgramGenerator) -> Void) {
        let outer = isInLoop
        isInLoop = true
        block { generator in
            bind(&generator)
            for _ in 0..<(1 + generator.random.below(3)) { generator.statement() }
        }
        isInLoop = outer
        if chance(3) {
            write("else:")
            block { $0.write("print('loop ended')") }
        }
    }

    private mutating func forLoop() {
        let (i, x) = (fresh("i"), fresh("x"))
        switch random.below(4) {
        case 0:
            write("for \(i) in range(\(random.below(5))):")
            loopBody { $0.names[.int, default: []].append(i) }
        case 1:
            write("for \(i), \(x) in enumerate(\(list(1))[:]):")
            loopBody { $0.names[.int, default: []] += [i, x] }
        case 2:
            write("for \(x) in \(text(1)):")
            loopBody { $0.names[.text, default: []].append(x) }
        default:
            write("for \(x), \(i) in list(\(name(.dict)).items()):")
            loopBody { $0.names[.int, default: []].append(i) }
        }
    }

    private mutating func whileLoop() {
        let counter = fresh("w")
        write("\(counter) = 0")
        write("while \(counter) < \(1 + random.below(4)):")
        loopBody { $0.write("\(counter) += 1") }
    }

    private mutating func attempt() {
        write("try:")
        body(3)
        let isInTry = chance(4)
        write("except \(pick(["ZeroDivisionError", "(TypeError, IndexError)", "LookupError", "ValueError"])) as error:")
        block { $0.write("print('caught', type(error).__name__)") }
        if isInTry {
            write("except Exception:")
            body(1)
        }
        if chance(3) {
            write("else:")
            body(1)
        }
        if chance(2) {
            write("finally:")
            let outer = (isInLoop, isInFunction)
            (isInLoop, isInFunction) = (false, false)
            body(1)
            (isInLoop, isInFunction) = outer
        }
    }

    // MARK: Functions and classes

    private mutating func function() {
        let name = fresh("f")
        let parameters = (0..<random.below(3)).map { _ in fresh("p") }
        let optional = chance(2) ? fresh("q") : nil
        let list = parameters + (optional.map { ["\($0)=\(int(1))"] } ?? [])
        write("def \(name)(\(list.joined(separator: ", "))):")
        functionBody(parameters + [optional].compactMap { $0 }) { $0.write("return \($0.value(2))") }
        if !isInFunction { functions.append((name, parameters.count)) }
        write("print(\(name)(\(parameters.map { _ in int(1) }.joined(separator: ", "))))")
    }

    private mutating func functionBody(_ parameters: [String], _ end: (inout ProgramGenerator) -> Void) {
        let outer = (isInLoop, isInFunction)
        (isInLoop, isInFunction) = (false, true)
        block { generator in
            generator.names[.int, default: []] += parameters
            for _ in 0..<generator.random.below(3) { generator.statement() }
            end(&generator)
        }
        (isInLoop, isInFunction) = outer
    }

    private mutating func generatorFunction() {
        let (name, count) = (fresh("g"), fresh("n"))
        write("def \(name)(\(count)):")
        functionBody([count]) { generator in
            generator.write("while \(count) > 0:")
            generator.block { inner in
                inner.write("yield \(inner.value(1))")
                inner.write("\(count) -= 1")
            }
        }
        write("print(list(\(name)(\(random.below(4)))))")
    }

    private mutating func classDefinition() {
        let name = fresh("C")
        let base = chance(2) ? classes.last : nil
        write("class \(name)\(base.map { "(\($0))" } ?? ""):")
        let shared = int(1)
        depth += 1
        write("shared = \(shared)")
        if base == nil || chance(2) {
            write("def __init__(self, v):")
            depth += 1
            write(base == nil ? "self.v = v" : "super().__init__(v + 1)")
            depth -= 1
        }
        write("def __\(pick(["add", "sub", "mul"]))__(self, other):")
        functionBody([]) { $0.write("return \(name)((self.v * 3 - getattr(other, 'v', \(shared))) % 101)") }
        write("def __\(pick(["lt", "eq", "gt"]))__(self, other):")
        functionBody([]) { $0.write("return isinstance(other, \(name)) and self.v \($0.pick(["<", "=="])) other.v") }
        if chance(2) {
            write("def __repr__(self):")
            functionBody([]) { $0.write("return f'\(name)<{self.v}, {self.shared}>'") }
        } else if base == nil {
            write("def __repr__(self):")
            functionBody([]) { $0.write("return '\(name)'") }
        }
        depth -= 1
        classes.append(name)
    }

    private mutating func useObject() {
        let (a, b) = ("\(pick(classes))(\(int(1)))", "\(pick(classes))(\(int(1)))")
        write("print(\(a) \(pick(["+", "-", "*", "<", "==", ">", "!=", "<="])) \(pick([a, b, int(1)])))")
    }

    // MARK: Expressions

    private mutating func name(_ kind: Kind) -> String {
        let known = names[kind] ?? []
        return known.isEmpty ? literal(kind) : pick(known)
    }

    private mutating func literal(_ kind: Kind) -> String {
        switch kind {
        case .int: "\(random.below(20) - 5)"
        case .float: "\(Double(random.below(4000) - 1000) / 64)"
        case .text: pick(["'abc'", "''", "'x y'", "'Hello'", "'1'"])
        case .list: "[\(random.below(9)), \(random.below(9)), \(random.below(9))]"
        case .dict: "{'a': \(random.below(9)), 'b': \(random.below(9))}"
        }
    }

    private mutating func value(_ depth: Int) -> String {
        // Now and then two kinds that do not go together.
        if chance(12) { return "\(expression(pick(Kind.allCases), 1)) + \(expression(pick(Kind.allCases), 1))" }
        if chance(6), !functions.isEmpty, !isInFunction {
            let function = pick(functions)
            return "\(function.name)(\((0..<function.arity).map { _ in int(1) }.joined(separator: ", ")))"
        }
        return expression(pick(Kind.allCases), depth)
    }

    private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        switch kind {
        case .int: int(depth)
        case .float: float(depth)
        case .text: text(depth)
        case .list: list(depth)
        case .dict: chance(2) ? literal(.dict) : "{k: k * 2 for k in \(list(1))}"
        }
    }

    private mutating func int(_ depth: Int) -> String {
        if depth == 0 || chance(4) { return chance(3) ? literal(.int) : name(.int) }
        switch random.below(9) {
        case 0: return "(\(int(depth - 1)) \(pick(["+", "-", "&", "|", "^"])) \(int(depth - 1)))"
        case 1: return "\(int(depth - 1)) \(pick(["//", "%"])) \(int(depth - 1))"
        case 2: return "len(\(pick([list(depth - 1), text(depth - 1), name(.dict)])))"
        case 3: return "\(name(.list))[\(random.below(5) - 2)]"
        case 4: return "(\(int(depth - 1)) if \(condition()) else \(int(depth - 1)))"
        case 5: return "\(name(.dict)).get(\(pick(["'a'", "'z'", "1"])), \(random.below(9)))"
        case 6: return "sum(\(list(depth - 1)))"
        case 7: return "(lambda a, b=\(random.below(5)): a \(pick(["+", "-", "*"])) b)(\(random.below(50)))"
        default: return "\(pick(["abs", "-", "~", "int"]))(\(int(depth - 1)))"
        }
    }

    private mutating func float(_ depth: Int) -> String {
        if depth == 0 || chance(4) { return chance(3) ? literal(.float) : name(.float) }
        switch random.below(5) {
        case 0: return "(\(float(depth - 1)) \(pick(["+", "-", "*", "/"])) \(float(depth - 1)))"
        case 1: return "\(int(depth - 1)) / \(int(depth - 1))"
        case 2: return "round(\(float(depth - 1)), \(random.below(4)))"
        case 3: return "\(pick(["max", "min"]))(\(float(depth - 1)), \(int(depth - 1)))"
        default: return "float(\(int(depth - 1)))"
        }
    }

    private mutating func text(_ depth: Int) -> String {
        if depth == 0 || chance(4) { return chance(3) ? literal(.text) : name(.text) }
        switch random.below(7) {
        case 0: return "(\(text(depth - 1)) + \(text(depth - 1)))[:9]"
        case 1: return "str(\(value(depth - 1)))[:12]"
        case 2: return "\(name(.text)).\(pick(["upper()", "strip()", "replace('a', 'b')", "title()", "zfill(4)"]))"
        case 3: return "\(name(.text))[\(pick(["::-1", "1:", ":2", "0"]))]"
        case 4: return "f\"{\(name(.int))}-{\(name(.float)):.2f}\""
        case 5: return "'-'.join(str(t) for t in \(list(depth - 1)))[:15]"
        default: return "(\(text(depth - 1)) * \(random.below(3)))[:9]"
        }
    }

    private mutating func list(_ depth: Int) -> String {
        if depth == 0 || chance(4) { return chance(3) ? literal(.list) : name(.list) }
        switch random.below(7) {
        case 0: return "[v * \(random.below(4)) % 50 for v in \(list(depth - 1)) if v \(pick(["> 2", "% 2", "!= 1"]))]"
        case 1: return "sorted(\(list(depth - 1)), reverse=\(pick(["True", "False"])))"
        case 2: return "\(name(.list))[\(pick(["::-1", "1:", ":2", "-1:"]))]"
        case 3: return "list(range(\(random.below(4)), \(random.below(8))))"
        case 4: return "list(map(lambda m: m \(pick(["+", "-"])) \(name(.int)), \(list(depth - 1))))"
        case 5: return "[*\(list(depth - 1)), \(int(depth - 1))]"
        default: return "[\(int(depth - 1)), \(int(depth - 1))]"
        }
    }

    private mutating func condition() -> String {
        switch random.below(6) {
        case 0: "\(int(1)) \(pick(["<", "<=", "==", "!=", ">"])) \(int(1))"
        case 1: "\(int(1)) < \(int(1)) <= \(float(1))"
        case 2: "\(int(1)) in \(list(1))"
        case 3: "not \(text(1))"
        case 4: "\(list(1)) \(pick(["and", "or"])) \(int(1))"
        default: "\(text(1)) \(pick(["<", "==", ">="])) \(text(1))"
        }
    }
}

/// Numbers at random, the same in every run.
struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(bound, 1)))
    }
}
