import Diagnostics

/// A misspelt name found, and shown under a line with an emoji, a tab and wide letters.
func diagnosticsReport() -> String {
    let text = "inputs: [x1, x2]\nlayers:\n\t- 隠れ👩‍🔬: {activation: sigmiod}\n"
    let source = SourceText(path: "chapters/02-forward.md", text: text)
    let written = "sigmiod"
    guard let start = firstOffset(of: written, in: source.bytes) else { return "the word is not in the text\n" }
    let diagnostic = Diagnostic(
        code: "network.activation", "unknown activation '\(written)'",
        at: source.range(start, start + written.utf8.count),
        suggestion: nearestName(to: written, in: ["tanh", "relu", "sigmoid", "softmax"]))
    return DiagnosticPrinter(sources: [source]).text(diagnostic)
}

private func firstOffset(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: word) }
}
