/// One line of a source as a terminal can show it: with marks under a stretch, and no longer than fits.
struct SourceLine {
    /// What is shown; a long line is cut down to what stands around the marked stretch.
    let text: String
    /// White space that reaches to the first mark.
    let indent: String
    /// The columns to mark, at least one.
    let width: Int

    /// A line of prose may be a paragraph: from this width on only a part is shown.
    private static let limit = 120

    /// - Parameter marked: the marked stretch, in the indices of `line`.
    init(_ line: ArraySlice<UInt8>, marked: Range<Int>) {
        let before = printable(line[..<marked.lowerBound])
        let stretch = printable(line[marked])
        let after = printable(line[marked.upperBound...])
        let start = displayWidth(of: before)
        let stretchWidth = displayWidth(of: stretch, from: start)
        let whole = displayWidth(of: before + stretch + after)
        if whole <= SourceLine.limit {
            text = before + stretch + after
            indent = blanks(like: before)
            width = max(1, stretchWidth)
            return
        }
        // Room goes to the marked stretch first, then to what stands before it, then to the rest.
        let shown = head(of: stretch, within: SourceLine.limit / 2)
        let shownWidth = displayWidth(of: shown)
        let lead = start <= SourceLine.limit / 3 ? before : "…" + tail(of: before, within: SourceLine.limit / 3)
        let room = SourceLine.limit - displayWidth(of: lead) - shownWidth
        let rest = shown == stretch ? after : stretch.dropFirst(shown.count) + after
        let trail = head(of: String(rest), within: room)
        text = lead + shown + trail + (trail == rest ? "" : "…")
        indent = blanks(like: lead)
        width = max(1, displayWidth(of: lead + shown) - displayWidth(of: lead))
    }
}

/// A text without what would steer the terminal: control characters stand as their pictures, and marks that turn the
/// direction of writing as replacement characters. Tabs stay.
func printable(_ bytes: some Collection<UInt8>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        switch scalar.value {
        case 0x09: out.append(scalar)
        case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x7F: out.append("\u{2421}")
        case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
        default: out.append(scalar)
        }
    }
    return String(out)
}

/// White space as wide as a text, with its tabs.
private func blanks(like text: String) -> String {
    var out = ""
    var column = 0
    for character in text {
        let end = displayColumn(after: character, at: column)
        out += character == "\t" ? "\t" : String(repeating: " ", count: end - column)
        column = end
    }
    return out
}

private func head(of text: String, within width: Int) -> String {
    var out = ""
    var column = 0
    for character in text {
        column = displayColumn(after: character, at: column)
        if column > width { break }
        out.append(character)
    }
    return out
}

private func tail(of text: String, within width: Int) -> String {
    var kept: [Character] = []
    var column = 0
    for character in text.reversed() {
        column = displayColumn(after: character, at: column)
        if column > width { break }
        kept.append(character)
    }
    return String(kept.reversed())
}
