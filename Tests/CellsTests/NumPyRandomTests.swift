import Testing

@testable import Cells

/// `np.random.default_rng`: every number is NumPy's own.
@Suite struct NumPyRandomTests {
    private static let draws = [
        "r.random()", "r.random(3)", "r.random((2, 2))", "r.uniform()", "r.uniform(-1, 1)", "r.uniform(2, 5, 4)",
        "r.uniform(0, [1, 10])", "r.uniform([[0], [1]], [2, 3], size=(2, 2))", "r.normal()", "r.normal(1, 2, 3)",
        "r.normal([0, 100], 0.5)", "r.normal(scale=2, size=(2, 1))", "r.standard_normal()", "r.standard_normal(50)",
        "r.integers(10)", "r.integers(5, size=6)", "r.integers(-3, 4, size=(2, 3))", "r.integers(0, 2**40, size=3)",
        "r.integers(1, 6, endpoint=True, size=5)", "r.integers([1, 10, 100])", "r.integers(0, [5, 50], size=(2, 2))",
        "r.integers(-2**62, 2**62)", "r.integers(0, 2**32, size=3)", "r.integers(7, 8, size=2)",
        "r.permutation(7)", "r.permutation([3, 1, 2])", "r.permutation(np.arange(12).reshape(4, 3))",
        "[a for a in [np.arange(9.0)] if r.shuffle(a) is None]", "[a for a in [[5, 6, 7, 8]] if r.shuffle(a) is None]",
        "[a for a in [np.arange(8).reshape(4, 2)] if r.shuffle(a) is None]",
        "[a for a in [np.arange(6)] if r.shuffle(a[::2]) is None]",
        "r.choice(5)", "r.choice([2.5, 3.5])", "r.choice(10, 4)", "r.choice(10, (2, 2))", "r.choice([1, 2, 3], size=5)",
        "r.choice(10, 4, replace=False)", "r.choice(10, 10, replace=False)", "r.choice(10, 3, False, shuffle=False)",
        "r.choice(20000, 500, replace=False)[:9]", "r.choice(3, 6, p=[0.1, 0.2, 0.7])",
        "r.choice(np.arange(6).reshape(3, 2), 2)", "r.choice(3, p=[0.5, 0.25, 0.25])",
        "r.integers(3, 3)", "r.integers(0)", "r.normal(0, -1)", "r.choice(2, 3, replace=False)", "r.random(-1)",
        "r.choice(3, p=[0.5, 0.6, 0.1])",
    ]

    @Test func numbersAreNumPys() throws {
        var random = Random(state: 3)
        var expressions: [String] = []
        for draw in Self.draws {
            expressions.append("[\(draw) for r in [np.random.default_rng(\(random.below(1000)))]]")
        }
        // Several draws from one generator, so that what is left of a word carries over.
        for _ in 0..<400 {
            let several = (0..<4).map { _ in Self.draws[random.below(40)] }.joined(separator: ", ")
            let seed =
                random.below(4) == 0 ? "[\(random.below(9)), \(random.below(1 << 31))]" : "\(random.below(1 << 40))"
            expressions.append("[(\(several)) for r in [np.random.default_rng(\(seed))]]")
        }
        try expectAsPython(expressions, numpy: true)
    }

    @Test func whatWouldDifferFromRunToRunIsRefused() {
        expectDiagnostic("«np.random.default_rng()»", "cell.value", "give np.random.default_rng() a seed")
        expectDiagnostic("np.random.«seed»(0)", "cell.attribute", "default_rng(seed)")
        expectDiagnostic("np.random.«rand»(3)", "cell.attribute", "default_rng(seed)")
    }
}
