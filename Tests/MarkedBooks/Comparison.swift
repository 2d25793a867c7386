import Diagnostics

extension MarkedBook {
    /// What is wrong with the diagnostics: those that are missing, unexpected, or stand elsewhere, and those that break the
    /// rules for all diagnostics.
    ///
    /// - Parameter expected: `code: message → suggestion` for each mark, in order.
    public func differences(from expected: [String]) -> [String] {
        let evaluated = evaluated()
        var left = evaluated.diagnostics
        var differences = left.flatMap { faults(of: $0, evaluated.texts) }
        if marks.count != expected.count {
            differences.append("\(marks.count) marks, but \(expected.count) expectations")
        }
        for (mark, sentence) in zip(marks, expected) {
            if let index = left.firstIndex(where: { $0.range == mark && MarkedBooks.sentence($0) == sentence }) {
                left.remove(at: index)
            } else {
                differences.append("missing at \(place(mark, evaluated.texts)): \(sentence)")
            }
        }
        return differences
            + left.map { "unexpected at \(place($0.range, evaluated.texts)): \(MarkedBooks.sentence($0))" }
    }

    /// The rules for the form of every diagnostic.
    private func faults(of diagnostic: Diagnostic, _ texts: [SourceText]) -> [String] {
        var faults: [String] = []
        if let first = diagnostic.message.first, first.isUppercase { faults.append("starts in upper case") }
        if diagnostic.message.hasSuffix(".") { faults.append("ends in a full stop") }
        if diagnostic.message.contains("\n") { faults.append("has a line break") }
        for range in [diagnostic.range] + diagnostic.notes.compactMap(\.range) {
            guard let text = texts.first(where: { $0.path == range.file }) else {
                faults.append("is in '\(range.file)', which was not read")
                continue
            }
            let bounds = [range.start, range.end]
            if range.start > range.end || range.end > text.bytes.count {
                faults.append("has a range outside its file")
            } else if bounds.contains(where: { $0 < text.bytes.count && text.bytes[$0] & 0xC0 == 0x80 }) {
                faults.append("splits a character")
            }
        }
        return faults.map { "\(sentence(diagnostic)): \($0)" }
    }

    private func place(_ range: SourceRange, _ texts: [SourceText]) -> String {
        guard let text = texts.first(where: { $0.path == range.file }), range.end <= text.bytes.count,
            range.start <= range.end
        else { return "\(range)" }
        let position = text.position(at: range.start)
        let marked = String(decoding: text.bytes[range.start..<range.end], as: UTF8.self)
        return "\(range.file):\(position.line):\(position.column) ‹\(marked)›"
    }
}
