import Diagnostics
import Evaluation
import Markup

extension ChapterReader {
    /// What the author says about the output. Captions are read after the directive, so they see its name.
    mutating func describe(
        _ directive: Directive, _ options: Arguments, _ markdown: [OptionLines.Markdown], _ headings: [Excerpt],
        _ code: CodeBlock, isDisplayKnown: Bool
    ) {
        captionDigits = directive.digits
        defer { captionDigits = nil }
        let label = readLabel(options, directive, isDisplayKnown: isDisplayKnown)
        checkMarkdown(markdown, directive)
        if let width = options.key("width"), directive.display != .diagram, directive.display != .plot {
            report("option.nothing", "'width' is of a figure; this is a \(directive.display.thing)", at: width.range)
        }
        if let digits = options.key("digits"), directive.kind == .python {
            report(
                "option.nothing", "'digits' is for values that Longhand shows; a program prints them itself",
                at: digits.range)
        }
        let spans = { (reader: inout ChapterReader, key: String) -> [Span]? in
            markdown.first { $0.key.value == key }.map { reader.readMarkdown($0.text) }
        }
        let described = DirectiveContent(
            id: directive.id, kind: directive.kind, name: directive.name?.value, display: directive.display,
            label: label,
            caption: spans(&self, "caption"), alt: spans(&self, "alt"), title: spans(&self, "title"),
            width: options.words("width")?.value, headings: headings.map { readMarkdown($0) },
            figureName: label?.name ?? figureName(directive.kind),
            listing: readListing(directive, options), source: options.flag("echo") == true ? readSource(code) : nil,
            panels: readPanels(directive), range: directive.range)
        if let prefix = directive.display.prefix, label != nil || described.caption != nil {
            number(prefix, label, directive: directive.id)
        }
        directives.append(described)
    }

    private mutating func readLabel(_ options: Arguments, _ directive: Directive, isDisplayKnown: Bool) -> Label? {
        guard let written = options.words("label") else { return nil }
        // Which prefix fits is not known when the display is not.
        guard isDisplayKnown else {
            brokenLabels.insert(written.value)
            return nil
        }
        guard let prefix = directive.display.prefix else {
            report("label.nothing", "nothing is displayed here that '\(written.value)' could label", at: written.range)
            brokenLabels.insert(written.value)
            return nil
        }
        return self.label(written, fits: prefix, "a \(directive.display.thing)")
    }

    /// Captions, titles and alternative texts that nobody would see, and those that stand twice.
    private mutating func checkMarkdown(_ markdown: [OptionLines.Markdown], _ directive: Directive) {
        checkTwice(markdown)
        if directive.kind == .drawing, !markdown.contains(where: { $0.key.value == "alt" }) {
            report("drawing.alt", drawingNeedsWords, at: directive.range)
        }
        for line in markdown {
            switch (line.key.value, directive.display) {
            case (_, .none):
                report(
                    "option.nothing", "nothing is displayed here that '\(line.key.value)' could describe",
                    at: line.key.range)
            case ("alt", .table), ("alt", .steps), ("alt", .listing):
                report(
                    "option.nothing", "'alt' describes a figure; this is a \(directive.display.thing)",
                    at: line.key.range)
            case ("alt", _) where directive.kind == .panels:
                report("option.nothing", "each panel has an 'alt' of its own", at: line.key.range)
            default: break
            }
            if line.text.bytes.isEmpty {
                report("option.empty", "'\(line.key.value)' has no value", at: line.key.range)
            }
        }
    }

    private mutating func checkTwice(_ markdown: [OptionLines.Markdown]) {
        for (index, line) in markdown.enumerated() {
            if let first = markdown[..<index].first(where: { $0.key.value == line.key.value }) {
                report(
                    "option.twice", "'\(line.key.value)' stands twice", at: line.key.range,
                    notes: [Diagnostic.Note("first here", at: first.key.range)])
            }
        }
    }

    mutating func readMarkdown(_ text: Excerpt) -> [Span] {
        let (inlines, found) = parseInlines(text)
        diagnostics += found
        return read(inlines)
    }

    private func figureName(_ kind: DirectiveKind) -> String {
        "\(chapterID)-\(kind.rawValue)-\(directives.count { $0.kind == kind } + 1)"
    }
}

extension DisplayMode {
    /// What a label of it starts with; nil when nothing is shown.
    var prefix: Label.Prefix? {
        switch self {
        case .diagram, .plot: .figure
        case .table: .table
        case .steps: .equation
        case .listing: .listing
        case .none: nil
        }
    }

    var thing: String {
        switch self {
        case .diagram: "diagram"
        case .plot: "plot"
        case .table: "table"
        case .steps: "derivation"
        case .listing: "listing"
        case .none: "directive that shows nothing"
        }
    }
}

/// A drawing has no numbers from which a text could be made.
let drawingNeedsWords = "'alt' is missing: a drawing is described in words for those who cannot see it"
