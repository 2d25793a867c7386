import Diagnostics
import Testing

@testable import Cells

@Suite struct BoundsTests {
    /// What is repeated, and what closes it.
    @Test(arguments: [
        ("(", "1", ")"), ("-", "1", ""), ("not ", "1", ""), ("[", "", ""), ("1 if 1 else ", "1", ""),
        ("1 ** ", "1", ""), ("f(*", "x", ""),
        ("{1:", "", ""), ("[x for (", "x", ""), ("lambda: ", "1", ""), ("x[", "0", "]"), ("x.", "x", ""),
        ("x(y)(", "z", ")"), ("~+", "1", ""),
        ("f'{", "1", "}'"), ("1 + ", "1", ""), ("1 < (", "2", ")"), ("[*", "x", "]"),
    ])
    func deepSourcesAreDiagnostics(_ open: String, _ middle: String, _ close: String) {
        for count in [150, 10_000] {
            let text = String(repeating: open, count: count) + middle + String(repeating: close, count: count)
            let found = outcome(text)
            if count == 150 { continue }
            #expect(
                ["cell.limit", "cell.syntax", "cell.type", "cell.name"].contains(found.code),
                "\(open): \(found.code ?? "a value")")
        }
    }

    @Test func longFlatSourcesAreFine() {
        #expect(outcome("1" + String(repeating: " + 1", count: 400)) == .value("401"))
        #expect(outcome("len([" + String(repeating: "1,", count: 10_000) + "])") == .value("10000"))
        #expect(outcome("1" + String(repeating: " or 1", count: 10_000)) == .value("1"))
        #expect(outcome("0" + String(repeating: " < 1", count: 1)) == .value("True"))
    }

    @Test(arguments: [
        "[0] * 10 ** 9", "'x' * 10 ** 12", "sum(range(10 ** 12))", "list(range(10 ** 18))",
        "np.zeros((10 ** 6, 10 ** 6))", "np.arange(10 ** 12)",
        "[x for x in range(10 ** 9)]", "np.outer(np.arange(10 ** 5), np.arange(10 ** 5))",
        "[[[0] * 1000] * 1000] * 1000 * 1000",
        "np.zeros((1000, 1000)) @ np.zeros((1000, 1000))", "f'{[0] * 10 ** 6}' * 100", "(0,) * 10 ** 15",
        "any(x < 0 for x in range(10 ** 10))",
        "np.eye(10 ** 9)", "np.full([10 ** 10], 1)", "np.linspace(0, 1, 10 ** 12)", "np.array([range(10 ** 9)])",
        "sorted(range(10 ** 8))",
    ])
    func largeValuesAreDiagnostics(_ text: String) {
        #expect(outcome(text, limits: Limits(steps: 100_000, elements: 200_000)).code == "cell.limit", "\(text)")
    }

    @Test func fuzzedSourcesNeverCrash() {
        var random = Random(state: 42)
        let seeds = [
            "toy.w[1, 0] + 2 ** -x", "f'{a!r:>{b}} {c:.2f}' 'x'", "[x for x, y in zip(a, b) if x > y]",
            "np.array([[1, 2], [3, 4]]).T @ np.ones(2)",
            "{1: 2, 'a': [3][0]}", "max(a, key=abs) if not b else -c", "round(2.675, 2) == 2.67 != 1e-3 <= 0x1F",
            "'\\x41\\n' \"q\" r'\\d' '''z'''",
            "a[::-1, ..., None][1:2]", "sum(x * y for x in range(3) for y in range(x))",
            "approx(sigmoid([1, 2]), 0.5, 1e-3)", "1_000.5e-3 // 3 % 2 << 1 & ~5 | 6 ^ 7",
            "np.sum(np.arange(6).reshape(2, 3), axis=1, keepdims=True).tolist()",
            "(1, 2) < (1, 3) and 'a' in 'abc' or None is not True",
        ]
        let scope = Scope()
        scope.bind("a", to: .list(of: [.int(1), .float(2.5)]))
        scope.bind("b", to: .array([1, 2, 3]))
        scope.bind("x", to: .int(3))
        let letters = Array("()[]{}.,:;'\"\\+-*/%@<>=!&|^~ \nfrnabx0159eE_#«é\u{0}".utf8)
        for _ in 0..<4_000 {
            var bytes = Array(seeds[random.below(seeds.count)].utf8)
            for _ in 0..<(1 + random.below(6)) {
                let place = random.below(bytes.count + 1)
                switch random.below(4) {
                case 0 where place < bytes.count: bytes.remove(at: place)
                case 1: bytes.insert(letters[random.below(letters.count)], at: place)
                case 2: bytes.insert(UInt8(random.below(256)), at: place)
                default:
                    let other = Array(seeds[random.below(seeds.count)].utf8)
                    let start = random.below(other.count)
                    bytes.insert(contentsOf: other[start..<(start + random.below(other.count - start + 1))], at: place)
                }
            }
            exercise(bytes, scope)
        }
        for _ in 0..<2_000 { exercise((0..<random.below(40)).map { _ in UInt8(random.below(256)) }, scope) }
    }

    /// Reads and runs a source in every way; whatever happens, there is a value or one diagnostic inside the source.
    private func exercise(_ bytes: [UInt8], _ scope: Scope) {
        let source = Excerpt(file: "test", bytes: bytes, offset: 7)
        let limits = Limits(steps: 20_000, elements: 20_000)
        let (expression, diagnostics) = parseExpression(source)
        #expect((expression == nil) == (diagnostics.count == 1))
        for diagnostic in diagnostics {
            #expect(diagnostic.range.start >= 7 && diagnostic.range.end <= 7 + bytes.count)
        }
        if let expression {
            do { _ = try evaluate(expression, in: scope, limits: limits) } catch {
                #expect(error.diagnostic.range.start >= 7 && error.diagnostic.range.end <= 7 + bytes.count)
            }
            _ = checkClaim(expression, written: "", in: scope, limits: limits)
            _ = expression.freeNames
        }
        let (formatted, _) = parseFormatted(source)
        if let formatted { _ = try? show(formatted, in: scope, limits: limits) }
    }
}

/// A small generator of numbers, the same in every run.
struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
