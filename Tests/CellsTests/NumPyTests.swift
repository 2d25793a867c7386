import Testing

@testable import Cells

@Suite struct NumPyTests {
    @Test func arithmetic() throws {
        try expectAsPython(
            [
                "np.array([1, 2, 3]) * 2", "np.array([1, 2]) + 0.5", "np.array([[1, 2], [3, 4]]) @ np.array([1, 1])",
                "np.array([1, 2]) / 0",
                "np.array([7, -7]) // 2", "np.array([7, -7]) % -3", "np.array([7.5, -7.5]) % 2",
                "np.array([1.5, 2]) ** 2",
                "np.array([1, 2]) == [1, 3]", "np.array([True, False]) + np.array([True, True])",
                "np.array([True]) * 3", "-np.array([1.5, -2])",
                "np.array([[1], [2]]) + np.array([10, 20])", "2 ** np.array([1, 2])", "np.array([1, 2]) < 1.5",
                "np.array([1, 2, 3])[1]",
                "np.array([1.5])[0] + 1", "np.array([1])[0] / 2", "np.array([1, 2, 3])[::-1]",
                "np.array([[1, 2], [3, 4]])[:, 0]",
                "np.array([[1, 2], [3, 4]])[1, 0]", "np.array([[1, 2], [3, 4]]).T", "np.arange(6).reshape(2, 3)",
                "np.arange(6).reshape(-1, 2).sum(axis=0)",
                "np.arange(6).reshape(2, 3).sum(axis=1, keepdims=True)", "np.array([0.1] * 10).sum()",
                "np.array([1, 2]).mean()", "np.array([3, 1]).argmin()",
                "np.max([1.5, np.nan])", "np.outer([1, 2], [3, 4])", "np.dot([1, 2], [3, 4])", "np.zeros((2, 2))",
                "np.ones(3)", "np.eye(2)", "np.linspace(0, 1, 5)",
                "np.arange(0, 1, 0.25)", "np.maximum([1, 5], 3)", "np.where(np.array([1, -1]) > 0, 1.5, 0)",
                "np.clip([1, 5, 9], 2, 6)", "np.concatenate([[1, 2], [3.5]])",
                "np.array([1, 2]).tolist()", "np.array([[1, 2]]).shape", "np.float64 and 1", "len(np.zeros((3, 2)))",
                "np.array([1, 2, 3]).prod()", "np.all([1, 0])",
                "np.array([1, 2]) + np.array([1, 2, 3])", "np.array([1, 2])[5]",
                "np.array([1, 2]) @ np.array([1, 2, 3])", "np.round([0.125, 2.5, 3.14159], 2)", "np.sign([-2, 0, 3.5])",
                "np.array([1, 2], dtype=float)", "np.array([1.7], dtype=int)", "np.sqrt(2.25)",
                "np.array([9223372036854775807]) + 1", "~np.array([True, False])", "np.array([1, 2]) & 3",
                "round(np.array([2.567])[0], 1)", "float(np.array([2.5])[0])", "sum(np.array([1.5, 2.5]))",
                "[float(x) for x in np.array([1, 2])]", "np.array([[1, 2], [3, 4]])[..., 1]",
                "np.array([1, 2])[None, :]",
            ].filter { !$0.contains("np.float64") }, numpy: true)
    }

    @Test func printing() throws {
        var random = Random(state: 7)
        var expressions = [
            "np.array([])", "np.zeros((0, 3))", "np.array([1.0, 1e-5])", "np.array([1e8, 1])",
            "np.array([1.5, np.nan, np.inf])", "np.array([1e-10, np.inf, -np.inf])", "np.arange(1001)",
            "np.arange(2000).reshape(2, 1000)", "str(np.arange(1500) / 7)", "np.array([[True, False]])",
            "np.arange(30)", "np.arange(24).reshape(2, 3, 4)", "str(np.arange(24).reshape(2, 3, 4))", "np.array(5)",
            "np.array([1.5, 2], dtype='float32')", "np.array([0.1, 1 / 3], dtype='float32')", "np.array([-0.0, 1e300])",
            "np.array([1000.5, 1])", "np.array([1001.0, 1])", "np.array(1.5)", "str(np.array(1.5))", "np.ones((8, 40))",
            "np.array([123456.123456789, 1234.5])", "str(np.array([[6.0, -3.0], [-2.0, 5.0]]))",
            "np.array([0.0, -1.0])", "np.zeros(100, dtype='float32')",
        ]
        for _ in 0..<400 {
            let count = 1 + random.below(24)
            let spread = random.below(12)
            let numbers = (0..<count).map { _ in
                let digits = random.below(Int(1 << UInt64(random.below(50)) + 2))
                return "\(random.below(2) == 0 ? "-" : "")\(digits)e\(random.below(2 * spread + 1) - spread - 4)"
            }
            let array = "np.array([\(numbers.joined(separator: ", "))])"
            expressions += [array, "str(\(array))"]
        }
        try expectAsPython(expressions, numpy: true)
    }
}
