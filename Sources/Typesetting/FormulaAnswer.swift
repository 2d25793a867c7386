extension FormulaError {
    /// Reads `start,length,message` as the script gives it.
    init(answer: Substring, formula: Formula) {
        let parts = answer.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let start = Int(parts[0]), let length = Int(parts[1]) else {
            preconditionFailure("the script answers start, length and message, not '\(answer)'")
        }
        let range = start < 0 ? nil : formula.tex.utf8Range(utf16: start..<start + length)
        self.init(message: String(parts[2]), range: range)
    }
}

extension String {
    /// A range of UTF-16 units as UTF-8 bytes; an end inside a surrogate pair moves to the pair's beginning.
    func utf8Range(utf16 range: Range<Int>) -> Range<Int> {
        utf8Offset(utf16: range.lowerBound)..<utf8Offset(utf16: range.upperBound)
    }

    private func utf8Offset(utf16 offset: Int) -> Int {
        var units = 0
        var bytes = 0
        for scalar in unicodeScalars {
            units += UTF16.width(scalar)
            if units > offset { break }
            bytes += UTF8.width(scalar)
        }
        return bytes
    }
}
