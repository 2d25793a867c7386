import Cells
import Diagnostics

/// Expressions with their values as prose shows them, in full, or with what is wrong.
func cellsReport() -> String {
    var out = ""
    for text in expressions + wholeNumbers { out += "\(text) -> \(answer(to: text))\n" }
    return out
}

private let expressions = [
    "1/3", "1/3:.5f", "2**20 + 1", "-7 // 2", "10**9 % 7", "sum([k*k for k in range(10)])",
    "sigmoid(1.0)", "exp(-20.0)", "[1, -2.5]", "'long' + 'hand'", "0.1 + 0.2 == 0.3", "3 < 4 < 5",
    "np.array([[1, 2], [3, 4]]) @ np.array([1.0, 0.5])", "1/0", "sigmiod(1)", "1 +",
]

/// Whole numbers have 64 bits, also where the machine's words have 32.
private let wholeNumbers = [
    "2**40", "2**31 + 2**31", "3000000000 * 3", "3000000000 // 7", "-3000000000 % 7", "3000000000 / 7",
    "9223372036854775807 + 1", "3037000500 * 3037000500", "-9223372036854775808", "2**62 // 3**20", "(2**62 + 1) / 3",
    "1 < 1e10", "2**53 + 1 == 2.0**53", "1 << 40", "1 << 63", "2**40 >> 35", "2**40 ^ 1", "~2**40", "0xFFFFFFFFFF",
    "round(2.5e12)", "round(123456789012, -3)", "int(1e18)", "int('123456789012')", "floor(-2.5e12)", "int(1e19)",
    "f'{2**40:,} {2**40:x} {2**40:.3e}'", "2**40:,", "abs(-2**40)", "pow(3, 10**12, 10**12 + 39)",
    "len(range(2**40))", "range(0, 10**13, 10**12)[-1]", "range(2**40)[::2**38]", "2**40 in range(0, 2**41, 2)",
    "sum(range(10**12, 10**12 + 3))", "{2**40: 1, 2.0**40: 2}", "list(enumerate('ab', 2**40))",
    "[1, 2, 3][2**40]", "[1, 2, 3][-2**40:2**40:2**40]", "[1, 2, 3] * 2**40", "'ab' * -2**40",
    "np.array([2**40, 1]) * 2**20", "np.array([2**62, 1]) + 2**62", "np.array([3, 2**40]) @ np.array([1, 2])",
    "np.array([1, 2**40]).argmax()", "np.zeros(2**40)", "np.arange(3)[2**40]", "np.arange(4)[::-2**40]",
    "np.array([1e12, -2.5]).sum().item() // 1", "np.ones(2, dtype=int) << 40",
]

private func answer(to text: String) -> String {
    let source = SourceText(path: "a.md", text: text)
    let (parsed, diagnostics) = parseFormatted(Excerpt(of: source, 0..<source.bytes.count))
    guard let parsed else { return diagnostics.map { $0.message }.joined(separator: "; ") }
    do throws(Failure) {
        guard let shown = try show(parsed, in: Scope()) else { return "unknown" }
        return "\(shown.plain) | \(shown.tex) | \(shown.full)"
    } catch {
        return "\(error.diagnostic.message) \(error.diagnostic.suggestion ?? "")"
    }
}
