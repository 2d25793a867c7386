import Testing

@testable import Site

/// Formulas where there is room for characters only.
@Test(arguments: [
    ("x", "x"), ("h_1", "h1"), ("w_{12}^{(1)}", "w12^(1)"), (#"\mathbf{W}_1^\top"#, "W1ᵀ"), ("x^2 - 1", "x² − 1"),
    (#"\frac{\partial L}{\partial w_{11}}"#, "(∂ L)/(∂ w11)"), (#"\sigma(z)"#, "σ(z)"), (#"\hat y"#, "y\u{302}"),
    (#"\text{loss} \approx {0.087}"#, "loss ≈ 0.087"), (#"e^{-z}"#, "e^(−z)"), (#"\exp(z)\cdot\eta"#, "exp(z)·η"),
    (#"\left(\sum_j t_j\right)"#, "(Σj tj)"), (#"100\,\%"#, "100 %"), ("{", ""), ("}", ""), (#"\"#, ""), ("^", "^"),
    ("", ""),
])
func texInPlainCharacters(_ tex: String, _ words: String) {
    #expect(TeXWords.words(tex) == words)
}
