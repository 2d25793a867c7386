import Diagnostics

extension Linker {
    /// Finds the figures and tables on the companion card.
    mutating func linkCompanion(_ entries: [Located<String>]) {
        if entries.isEmpty { return }
        for (index, entry) in entries.enumerated() {
            if let first = entries[..<index].first(where: { $0.value == entry.value }) {
                report(
                    "'\(entry.value)' stands twice on the card", at: entry.range,
                    notes: [.init("first here", at: first.range)])
            } else if let found = labels[entry.value] {
                add(found, entry)
            } else if !isPartial, !chapters.contains(where: { $0.brokenLabels.contains(entry.value) }) {
                let known = chapters.flatMap(\.targets).filter(\.fitsCard).compactMap { $0.label?.name }
                report(
                    "there is no figure or table '\(entry.value)'", at: entry.range,
                    suggestion: nearestName(to: entry.value, in: known))
            }
        }
        for chapter in chapters where chapter.stem == "companion" {
            report(
                "'companion.md' cannot be a chapter: companion.html is the card",
                at: SourceRange(file: chapter.path, start: 0, end: 0))
        }
    }

    private mutating func add(_ found: LabelTarget, _ entry: Located<String>) {
        if found.target.fitsCard {
            companion.append(found)
        } else {
            report("'\(entry.value)' cannot stand on the card, which holds figures and tables", at: entry.range)
        }
    }

    private mutating func report(
        _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], suggestion: String? = nil
    ) {
        diagnostics.append(Diagnostic(code: "book.companion", message, at: range, notes: notes, suggestion: suggestion))
    }
}

extension Target {
    fileprivate var fitsCard: Bool { prefix == .figure || prefix == .table }
}
