import Diagnostics

/// What is written by habit from other languages, or by a slip that Python has, too.
extension Parser {
    /// What the next token, which no rule can use, shows to have been meant; nil when it shows nothing.
    func habit(wanted: String?) -> Fault? {
        quoteInText() ?? borrowedSpelling() ?? step() ?? comment() ?? borrowedWord(wanted)
    }

    /// `'it's'`: a quote ends the text that it should stand in.
    func quoteInText() -> Fault? {
        guard position > 0, case .string = tokens[position - 1].kind else { return nil }
        let end = tokens[position - 1].range.upperBound
        guard token.range.lowerBound == end else { return nil }
        switch token.kind {
        case .name, .keyword, .integer: break
        default: return nil
        }
        let quote = String(Character(Unicode.Scalar(excerpt.bytes[end - 1])))
        let other = quote == "'" ? "\"" : "'"
        return error(
            "the text ends at this quote; write \\\(quote) for one inside, or put the text between \(other) and \(other)",
            at: excerpt.range((end - 1)..<end))
    }

    /// An operator of other languages.
    private func borrowedSpelling() -> Fault? {
        guard case .mark(let mark) = token.kind else { return nil }
        if position > 0, case .mark(let first) = tokens[position - 1].kind,
            let fault = borrowed(first, mark, at: position - 1)
        {
            return fault
        }
        if case .mark(let next) = peekKind() { return borrowed(mark, next, at: position) }
        return nil
    }

    private func borrowed(_ first: Mark, _ second: Mark, at start: Int) -> Fault? {
        guard let range = adjacent(start) else { return nil }
        switch (first, second) {
        case (.ampersand, .ampersand): return error("'&&' is written 'and'", at: range, suggestion: "and")
        case (.bar, .bar): return error("'||' is written 'or'", at: range, suggestion: "or")
        case (.less, .greater): return error("'<>' is written '!='", at: range, suggestion: "!=")
        case (.equal, .assign): return error("'===' is written '=='", at: range, suggestion: "==")
        case (.notEqual, .assign): return error("'!==' is written '!='", at: range, suggestion: "!=")
        case (.assign, .less): return error("'=<' is written '<='", at: range, suggestion: "<=")
        case (.assign, .greater):
            return error("'=>' is no sign of Python; '>=' compares, and 'lambda x: …' is a function", at: range)
        default: return nil
        }
    }

    /// `x++` and `x--`, where nothing follows that makes sums of them.
    private func step() -> Fault? {
        guard position > 1, let range = adjacent(position - 2), case .mark(let mark) = tokens[position - 1].kind,
            tokens[position - 2].kind == .mark(mark), mark == .plus || mark == .minus
        else { return nil }
        var name = "x"
        if position > 2, tokens[position - 3].kind == .name { name = text(tokens[position - 3]) }
        let sign = mark.rawValue
        return error("Python has no '\(sign)\(sign)'; write '\(name) \(sign)= 1'", at: range)
    }

    /// `// words` and `/* words`.
    private func comment() -> Fault? {
        var start = position
        while start > 0, !endsLine(tokens[start - 1].kind) { start -= 1 }
        for index in start...position {
            let isFirst = index == start
            switch tokens[index].kind {
            case .mark(.slashSlash) where isFirst || (index < position - 1 && tokens[position].kind == .name):
                return error("'//' divides; a comment begins with '#'", at: excerpt.range(tokens[index].range))
            case .mark(.slash) where isFirst:
                return error("a comment begins with '#'", at: excerpt.range(tokens[index].range))
            default: continue
            }
        }
        return nil
    }

    private func endsLine(_ kind: Token.Kind) -> Bool {
        switch kind {
        case .newline, .indent, .dedent: true
        default: false
        }
    }

    /// `new A()`, `if a then:`, `def f() {`
    private func borrowedWord(_ wanted: String?) -> Fault? {
        if position > 0, text(tokens[position - 1]) == "new", token.kind == .name {
            return error(
                "an object is made by calling its class, without 'new': '\(text(token))(…)'",
                at: excerpt.range(tokens[position - 1].range))
        }
        guard wanted == "':'" else { return nil }
        switch text(token) {
        case "then", "do": return error("a block begins with ':', not with '\(text(token))'", at: place)
        case "{":
            return error("a block begins with ':' and is indented; '{' begins a dict or a set", at: place)
        default: return nil
        }
    }

    /// Two tokens without anything in between.
    private func adjacent(_ start: Int) -> SourceRange? {
        guard start + 1 < tokens.count, tokens[start].range.upperBound == tokens[start + 1].range.lowerBound else {
            return nil
        }
        return excerpt.range(tokens[start].range.lowerBound..<tokens[start + 1].range.upperBound)
    }

    /// A word that begins a statement in other languages.
    func borrowedStatement(_ word: String, at range: SourceRange) -> Fault? {
        switch word {
        case "switch":
            if isFollowedByCase { isBlockForeign = true }
            return error("'switch' is not Python; choices are made by 'if' and 'elif'", at: range)
        case "function", "func", "fn", "fun", "sub":
            return error("a function begins with 'def'", at: range, suggestion: "def")
        case "let", "var", "const", "auto", "double", "int", "float", "bool", "str", "string", "char":
            return error("a name is bound without a word before it: '\(text(token)) = …'", at: range)
        case "foreach": return error("a loop begins with 'for'", at: range, suggestion: "for")
        case "elseif", "elsif": return error("'\(word)' is written 'elif'", at: range, suggestion: "elif")
        case "throw": return error("an exception is raised by 'raise'", at: range, suggestion: "raise")
        case "catch": return error("an exception is caught by 'except'", at: range, suggestion: "except")
        case "require", "include", "using":
            return error("a module is brought in by 'import'", at: range, suggestion: "import")
        case "echo", "puts", "printf": return error("a value is shown by 'print(…)'", at: range)
        default: return nil
        }
    }
}
