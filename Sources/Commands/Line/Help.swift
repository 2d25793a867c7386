/// The text of `longhand --help`.
func overview() -> String {
    var out = "Longhand: Markdown chapters that compute.\n\nusage: longhand COMMAND [OPTION …]\n\n"
    let width = CommandDescription.all.map { "\($0.name) \($0.usage)".count }.max() ?? 0
    for command in CommandDescription.all {
        out += "  \(padded("\(command.name) \(command.usage)", to: width))  \(command.summary)\n"
    }
    out += "\n  BOOK is a folder of chapters ('chapters' by default) or one chapter file.\n"
    out +=
        "  'longhand COMMAND --help' tells more, 'longhand --version' the version. Exit: 0 clean, 1 the book has errors, 64 bad command line, 74 the system refused.\n"
    return out
}

/// The text of `longhand COMMAND --help`.
func help(for command: CommandDescription) -> String {
    var out = "usage: longhand \(command.name) \(command.usage)\n\n  \(command.summary)\n"
    if command.options.isEmpty { return out }
    out += "\n"
    let forms = command.options.map { option in
        (option.letter.map { "-\($0), " } ?? "    ") + "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
    }
    let width = forms.map(\.count).max() ?? 0
    for (form, option) in zip(forms, command.options) { out += "  \(padded(form, to: width))  \(option.summary)\n" }
    return out
}

private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}
