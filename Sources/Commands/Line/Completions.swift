/// A shell that completes command lines.
enum Shell: String, CaseIterable {
    case bash, zsh, fish
}

/// What a shell reads to complete the command lines of `longhand`, made from the table of commands.
func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions()
    case .zsh: zshCompletions()
    case .fish: fishCompletions()
    }
}

extension CommandDescription {
    fileprivate var flags: [String] { options.flatMap(\.flags) + ["--help"] }
}

extension CommandDescription.Option {
    fileprivate var flags: [String] { ["--\(name)"] + (letter.map { ["-\($0)"] } ?? []) }

    /// The words that may stand behind it, when they are few.
    fileprivate var choices: [String] {
        guard let value, value.contains("|") else { return [] }
        return value.split(separator: "|").map(String.init)
    }
}

private func bashCompletions() -> String {
    var cases = ""
    for command in CommandDescription.all {
        cases += "        \(command.name))\n            case $previous in\n"
        for option in command.options where option.value != nil {
            let words =
                option.choices.isEmpty
                ? "compopt -o default"
                : "COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' -- \"$word\"))"
            cases += "                \(option.flags.joined(separator: "|"))) \(words); return ;;\n"
        }
        cases += "            esac\n            words='\(command.flags.joined(separator: " "))' ;;\n"
    }
    let names = CommandDescription.all.map(\.name).joined(separator: " ")
    return """
        # bash completion for longhand

        _longhand() {
            local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words
            COMPREPLY=()
            if ((COMP_CWORD == 1)); then
                COMPREPLY=($(compgen -W '\(names) --help --version' -- "$word"))
                return
            fi
            case ${COMP_WORDS[1]} in
        \(cases)        *) return ;;
            esac
            if [[ $word == -* ]]; then
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            else
                compopt -o default
            fi
        }
        complete -F _longhand longhand

        """
}

private func zshCompletions() -> String {
    func quoted(_ text: String) -> String {
        text.replacing("'", with: "'\\''").replacing(":", with: "\\:").replacing("[", with: "\\[").replacing(
            "]", with: "\\]")
    }
    var cases = ""
    for command in CommandDescription.all {
        let options = command.options.map { option in
            let action = option.choices.isEmpty ? "_files" : "(\(option.choices.joined(separator: " ")))"
            let value = option.value.map { ":\(quoted($0)):\(action)" } ?? ""
            let names =
                option.letter.map { "(-\($0) --\(option.name))'{-\($0),--\(option.name)}'" } ?? "--\(option.name)"
            return "            '\(names)[\(quoted(option.summary))]\(value)' \\\n"
        }
        cases += "        \(command.name)) _arguments \\\n\(options.joined())            '*:file:_files' ;;\n"
    }
    let names = CommandDescription.all.map { "        '\($0.name):\(quoted($0.summary))'\n" }.joined()
    return """
        #compdef longhand

        _longhand() {
            local -a commands=(
        \(names)    )
            if ((CURRENT == 2)); then
                _describe command commands
                return
            fi
            shift words
            ((CURRENT--))
            case $words[1] in
        \(cases)    esac
        }
        if [[ $funcstack[1] == _longhand ]]; then _longhand "$@"; else compdef _longhand longhand; fi

        """
}

private func fishCompletions() -> String {
    func quoted(_ text: String) -> String { "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'" }
    var out = "# fish completion for longhand\n"
    for command in CommandDescription.all {
        out += "complete -c longhand -n __fish_use_subcommand -f -a \(command.name) -d \(quoted(command.summary))\n"
        for option in command.options {
            out += "complete -c longhand -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)"
            if let letter = option.letter { out += " -s \(letter)" }
            if option.value != nil { out += " -r" }
            if !option.choices.isEmpty { out += " -f -a \(quoted(option.choices.joined(separator: " ")))" }
            out += " -d \(quoted(option.summary))\n"
        }
    }
    return out
}
