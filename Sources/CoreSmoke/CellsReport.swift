import Cells
import Diagnostics

/// Expressions with their values as prose shows them, in full, or with what is wrong.
func cellsReport() -> String {
    let expressions = [
        "1/3", "1/3:.5f", "2**20 + 1", "-7 // 2", "10**9 % 7", "sum([k*k for k in range(10)])",
        "sigmoid(1.0)", "exp(-20.0)", "[1, -2.5]", "'long' + 'hand'", "0.1 + 0.2 == 0.3", "3 < 4 < 5",
        "np.array([[1, 2], [3, 4]]) @ np.array([1.0, 0.5])", "1/0", "sigmiod(1)", "1 +",
    ]
    var out = ""
    for text in expressions { out += "\(text) -> \(answer(to: text))\n" }
    return out
}

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
