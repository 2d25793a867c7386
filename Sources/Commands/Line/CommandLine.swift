import Diagnostics

/// A command line taken apart.
struct ParsedLine {
    var arguments: [String] = []
    /// Options by their long name; switches have an empty value.
    private var options: [String: String] = [:]

    subscript(option: String) -> String? { options[option] }

    func has(_ option: String) -> Bool { options[option] != nil }

    /// Takes the words behind a command apart.
    ///
    /// - Throws: ``UsageError`` for what the command does not know.
    init(_ words: ArraySlice<String>, of command: CommandDescription) throws(UsageError) {
        var words = words
        var onlyArguments = false
        while let word = words.popFirst() {
            if onlyArguments || word == "-" || !word.hasPrefix("-") {
                arguments.append(word)
            } else if word == "--" {
                onlyArguments = true
            } else {
                try take(word, &words, command)
            }
        }
        guard command.arguments.contains(arguments.count) else {
            throw UsageError("expected: longhand \(command.name) \(command.usage)")
        }
    }

    private mutating func take(_ word: String, _ words: inout ArraySlice<String>, _ command: CommandDescription)
        throws(UsageError)
    {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0]
        guard
            let option = command.options.first(where: { "--\($0.name)" == name || $0.letter.map { "-\($0)" } == name })
        else {
            let known = command.options.map { "--\($0.name)" } + ["--help"]
            let hint = nearestName(to: name, in: known).map { "; did you mean '\($0)'?" } ?? ""
            throw UsageError("'longhand \(command.name)' has no option '\(name)'\(hint)")
        }
        if option.value == nil {
            guard parts.count == 1 else { throw UsageError("'--\(option.name)' takes no value") }
            options[option.name] = ""
        } else if parts.count == 2 {
            options[option.name] = parts[1]
        } else if let value = words.popFirst() {
            options[option.name] = value
        } else {
            throw UsageError("'\(name)' needs a value: \(option.value ?? "")")
        }
    }

    /// A number behind an option within bounds.
    func number(_ option: String, in bounds: ClosedRange<Double>) throws(UsageError) -> Double? {
        guard let text = options[option] else { return nil }
        guard let number = Double(text), bounds.contains(number) else {
            throw UsageError(
                "'--\(option)' is a number from \(Int(bounds.lowerBound)) to \(Int(bounds.upperBound)), not '\(text)'")
        }
        return number
    }

    /// A whole number behind an option within bounds.
    func integer(_ option: String, in bounds: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = options[option] else { return nil }
        guard let number = Int(text), bounds.contains(number) else {
            throw UsageError(
                "'--\(option)' is a whole number from \(bounds.lowerBound) to \(bounds.upperBound), not '\(text)'")
        }
        return number
    }

    /// How diagnostics are written: by `--format`, or by `--diagnostics` where the format is that of a picture.
    func diagnosticFormat(_ option: String) throws(UsageError) -> DiagnosticFormat {
        guard let written = options[option] else { return .text }
        guard let format = DiagnosticFormat(rawValue: written) else {
            throw UsageError("'--\(option)' is text, json or github, not '\(written)'")
        }
        return format
    }
}

/// A command line that cannot be understood.
struct UsageError: Error {
    var message: String

    init(_ message: String) { self.message = message }
}
