internal import Diagnostics

/// What the script answers for one formula: `+markup`, or `-start,length,message` with the place in UTF-16 units.
struct FormulaAnswer {
    let text: String

    /// The markup, or what is wrong; `commands` are asked for only when a command is unknown.
    func result<Failure: Error>(
        for formula: Formula, commands: () throws(Failure) -> [String]
    ) throws(Failure) -> Result<String, FormulaError> {
        if text.utf8.first == UInt8(ascii: "+") { return .success(String(text.dropFirst())) }
        let parts = text.dropFirst().split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let start = Int(parts[0]), let length = Int(parts[1]) else {
            preconditionFailure("the script answers start, length and message, not '\(text)'")
        }
        let message = String(parts[2])
        let unknown = message.split(separator: "Undefined control sequence: ").last.map(String.init)
        let suggestion =
            if let unknown, unknown != message { nearestCommand(to: unknown, in: try commands()) } else { String?.none }
        let range = start < 0 ? nil : formula.tex.utf8Range(utf16: start..<start + length).trimmed(in: formula.tex)
        return .failure(FormulaError(message: message, range: range, suggestion: suggestion))
    }
}

/// The command likely meant: one that begins with the same letter, for among hundreds of short names something is always near.
private func nearestCommand(to written: String, in commands: [String]) -> String? {
    let initial = written.dropFirst().prefix(1).lowercased()
    return nearestName(to: written, in: commands.filter { $0.dropFirst().prefix(1).lowercased() == initial })
}

extension Range<Int> {
    /// Without the spaces at its end, which KaTeX counts to a command.
    fileprivate func trimmed(in text: String) -> Range<Int> {
        let bytes = Array(text.utf8)
        var end = upperBound
        while end > lowerBound, [0x09, 0x0A, 0x0D, 0x20].contains(bytes[end - 1]) { end -= 1 }
        return lowerBound..<end
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
