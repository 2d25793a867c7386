import Diagnostics

/// What to say about a token that no rule can use.
extension Parser {
    func error(_ message: String, at range: SourceRange, suggestion: String? = nil) -> Fault {
        Fault(.syntax, message, at: range, suggestion: suggestion)
    }

    /// - Parameter wanted: the only thing that could stand here.
    func unexpected(wanted: String? = nil) -> Fault {
        if case .invalid(let number) = token.kind { return lexerFaults[number] }
        if let fault = habit(wanted: wanted) { return fault }
        if isAtLineEnd { return error("\(wanted ?? "an expression") is missing here", at: place) }
        if let fault = outsideSubset() { return fault }
        if at(.assign), wanted == nil || wanted?.utf8.count == 3 {
            return error(
                "'=' assigns and cannot stand in an expression; '==' compares", at: place, suggestion: "==")
        }
        let written = "'\(text(token))'"
        if let wanted { return error("\(wanted) is missing before \(written)", at: place) }
        return error("\(written) was not expected here", at: place)
    }

    func missingComma() -> Fault {
        if case .invalid(let number) = token.kind { return lexerFaults[number] }
        if let fault = quoteInText() { return fault }
        return error("',' or an operator is missing before '\(text(token))'", at: place)
    }

    /// A construct of Python that the next token would begin.
    private func outsideSubset() -> Fault? {
        let message: String
        switch token.kind {
        case .mark(.walrus): message = "assignment expressions (':=') are not part of the cell language"
        case .keyword(.await), .keyword(.async): message = "asynchronous code is not part of the cell language"
        case .keyword(.lambda): message = "'lambda' needs parentheses here"
        case .keyword(.yield): message = "'yield' needs parentheses here"
        case .mark(let mark) where Parser.augmentation(mark) != nil:
            message = "the assignment '\(mark.rawValue)' cannot stand in an expression"
        case .keyword(let word) where word.startsStatement || word == .from:
            message = "the statement '\(word.rawValue)' cannot stand in an expression"
        default: return nil
        }
        return error(message, at: place)
    }

    // MARK: Going on

    /// Notes a mistake after which reading goes on at once.
    func report(_ fault: Fault) { faults.append(fault) }

    /// Notes a mistake and goes to the next statement that does not belong to the one at fault.
    func recover(from fault: Fault) {
        surface()
        faults += causes(of: fault)
        repeat {
            while token.kind != .newline, token.kind != .indent, token.kind != .dedent, token.kind != .end { advance() }
            _ = accept(.newline)
            discardBlock()
        } while at(.elif) || at(.else) || at(.except) || at(.finally)
    }

    /// Reads the block of a statement at fault for its own mistakes.
    private func discardBlock() {
        guard accept(.indent) else { return }
        if isBlockForeign { return skipBlock() }
        let outside = surroundings
        surroundings = Surroundings(isFunction: true, isLoop: true)
        var discarded: [Statement] = []
        statements(into: &discarded)
        surroundings = outside
    }

    private func skipBlock() {
        isBlockForeign = false
        var depth = 1
        while depth > 0, token.kind != .end {
            if at(.indent) { depth += 1 }
            if at(.dedent) { depth -= 1 }
            advance()
        }
    }

    /// The mistakes to report for one, of which brackets in what is skipped behind it may be the cause.
    ///
    /// When such a bracket stands on an earlier line, the mistake comes from it and is not reported itself. On the same line
    /// the bracket is one more mistake, unless it is what the first is about, or the end of a string is not known.
    private func causes(of fault: Fault) -> [Fault] {
        let reached = token.range.lowerBound
        var isConsequence = false
        var isAlone = fault === faultOfClosing
        var found: [Fault] = []
        for token in tokens[position...] {
            if token.kind == .newline || token.kind == .end { break }
            guard case .invalid(let number) = token.kind else { continue }
            if let bracket = openBrackets[number] {
                found.append(lexerFaults[number])
                isConsequence = isConsequence || bracket < reached && hasLineEnd(bracket..<reached)
            } else {
                isAlone = true
            }
        }
        if isConsequence { return found }
        return isAlone || found.contains { $0 === fault } ? [fault] : [fault] + found
    }

    private func hasLineEnd(_ stretch: Range<Int>) -> Bool {
        excerpt.bytes[stretch].contains { $0 == 0x0A || $0 == 0x0D }
    }

    /// A word that Python keeps for itself, where a name is needed.
    func keptWord() -> Fault? {
        guard case .keyword = token.kind else { return nil }
        let word = text(token)
        return error("'\(word)' is a word of Python's own and no name; '\(word)_' is one", at: place)
    }
}
