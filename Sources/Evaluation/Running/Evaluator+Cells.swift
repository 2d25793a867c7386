import Cells
import Diagnostics

/// What is known of the names of a scope beside their values.
struct Ledger {
    /// The names that cells bind, and may bind again.
    var cellNames: Set<String> = []
    /// The names that directives bind or other chapters gave, and those that cells made from them.
    var engineNames: Set<String> = []
}

extension Evaluator {
    /// That of the innermost scope.
    var ledger: Ledger {
        get { ledgers[ledgers.count - 1] }
        set { ledgers[ledgers.count - 1] = newValue }
    }

    /// Runs a cell; nil after a mistake, when the names it did not come to bind are unknown.
    mutating func run(_ body: CellBody) -> ListingDisplay? {
        let isClean = claim(body.names)
        guard let cell = body.cell, isClean else {
            lose(body.names)
            return nil
        }
        listings.append(body.code)
        let used = cell.freeNames.filter(ledger.engineNames.contains)
        ledger.engineNames = cell.namesResting(on: ledger.engineNames)
        let outcome = Cells.run(cell, in: scope, limits: .cell, showsLast: true, boundLater: namesBoundLater)
        var display = ListingDisplay(output: outcome.output, engineNames: used)
        if outcome.isComplete {
            if display.output.isEmpty, let label = body.labelOfOutput { reportNothing(toLabel: label) }
            guard let wanted = body.wantedFailure else { return display }
            report(
                Diagnostic(
                    code: "python.error", "this cell is to fail, but it runs to its end", at: wanted))
            return nil
        }
        if body.wantedFailure != nil, let diagnostic = outcome.diagnostic, let exception = outcome.exception {
            display.traceback = traceback(of: diagnostic, exception, in: body.code)
            return display
        }
        if let diagnostic = outcome.diagnostic { report(explaining: diagnostic) }
        for diagnostic in outcome.further { report(explaining: diagnostic) }
        lose(body.names.filter { !wasBound($0, before: outcome.diagnostic, in: body.code) })
        return nil
    }

    /// Takes the names for cells; one that is bound by other means is a mistake.
    private mutating func claim(_ names: [Located<String>]) -> Bool {
        var isClean = true
        for name in names {
            if scope.value(of: name.value) != nil, !ledger.cellNames.contains(name.value) {
                reportTwice(name)
                isClean = false
            } else if ledger.cellNames.insert(name.value).inserted {
                places[name.value] = name.range
            }
        }
        return isClean
    }

    /// Whether a cell that failed had bound a name by then: it is bound, and stands above the place of the failure.
    private func wasBound(_ name: Located<String>, before failure: Diagnostic?, in code: Excerpt) -> Bool {
        guard scope.value(of: name.value) != nil, let failure else { return false }
        let own = failure.places.last { code.line(of: $0) != nil }
        return own.map { name.range.start < $0.start } ?? false
    }

    /// A number below nothing would lead a reader nowhere.
    private mutating func reportNothing(toLabel label: Located<String>) {
        report(
            Diagnostic(
                code: "label.nothing",
                "this cell shows neither its program nor any output, so there is nothing that '\(label.value)' could label",
                at: label.range))
    }

    private mutating func lose(_ names: [Located<String>]) {
        for name in names { scope.bind(name.value, to: .unknown) }
    }

    // MARK: Tracebacks

    /// What Python would say of a failure, with the lines of the listings.
    private func traceback(of failure: Diagnostic, _ exception: String, in code: Excerpt) -> String {
        var text = "Traceback (most recent call last):\n"
        for range in failure.places.reversed() {
            if let line = code.line(of: range) {
                text += "  line \(line.number) of this listing\n    \(line.text)\n"
            } else if let line = listings.lazy.compactMap({ $0.line(of: range) }).first {
                text += "  line \(line.number) of a listing above\n    \(line.text)\n"
            }
        }
        return text + exception + "\n"
    }
}

extension Diagnostic {
    /// Where it came about, then the calls that led there.
    fileprivate var places: [SourceRange] { [range] + notes.compactMap { $0.range } }
}

extension Excerpt {
    /// The line a range begins on, counted from 1, without the blanks around it; nil for a range outside.
    fileprivate func line(of range: SourceRange) -> (number: Int, text: String)? {
        guard range.file == file, range.start >= self.range.start, range.start <= self.range.end else { return nil }
        let offset = range.start
        var number = 1
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            if self.offset(at: index) >= offset { return (number, line(start..<index)) }
            number += 1
            start = index + 1
        }
        return (number, line(start..<bytes.count))
    }

    private func line(_ stretch: Range<Int>) -> String {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0D]
        let line = bytes[stretch].drop { blanks.contains($0) }
        let end = line.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? line.startIndex
        return String(decoding: line[line.startIndex..<end], as: UTF8.self)
    }
}
