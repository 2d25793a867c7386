/// The manual page `longhand.1`, made from the table of commands.
func manual() -> String {
    var out = """
        .TH LONGHAND 1 "" "Longhand \(version)" "User Commands"
        .SH NAME
        longhand \\- Markdown chapters that compute
        .SH SYNOPSIS
        .B longhand
        .I COMMAND
        .RI [ OPTION " ...]"
        .SH DESCRIPTION
        Longhand turns Markdown chapters that declare small neural networks, data and programs into a site. It computes every
        number in the text, the formulas, the tables and the figures itself.
        .PP
        .I BOOK
        is a folder of chapters
        .RB ( chapters
        by default) or one chapter file.
        .SH COMMANDS

        """
    for command in CommandDescription.all {
        out += ".SS \(roff("longhand \(command.name) \(command.usage)"))\n\(roff(sentence(command.summary)))\n"
        for option in command.options {
            let letter = option.letter.map { "\\-\(roff($0)), " } ?? ""
            let value = option.value.map { " \\fI\(roff($0))\\fR" } ?? ""
            out += ".TP\n\\fB\(letter)\\-\\-\(roff(option.name))\\fR\(value)\n\(roff(sentence(option.summary)))\n"
        }
    }
    return out + """
        .SH EXIT STATUS
        .TP
        .B 0
        The book is clean.
        .TP
        .B 1
        The book has errors.
        .TP
        .B 64
        The command line cannot be understood.
        .TP
        .B 74
        The system refused: a file, a disk, a font.
        .SH ENVIRONMENT
        .TP
        .B NO_COLOR
        When set, nothing is coloured.
        .TP
        .B CI
        When set, nothing is said of how far a build is.
        .SH FILES
        .TP
        .I book.yml
        The settings of a book.
        .TP
        .I .longhand
        What earlier builds of a book made; may be deleted at any time.

        """
}

/// Text of a manual page; a point or an apostrophe that would begin a line of it means something else to troff.
private func roff(_ text: String) -> String {
    var out = ""
    for character in text {
        switch character {
        case "\\": out += "\\e"
        case "-": out += "\\-"
        case "'": out += "\\(aq"
        case "." where out.isEmpty: out += "\\&."
        default: out.append(character)
        }
    }
    return out
}

private func sentence(_ summary: String) -> String { summary.prefix(1).uppercased() + summary.dropFirst() + "." }
