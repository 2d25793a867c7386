import Book
import Evaluation
import HTML

extension PageRenderer {
    /// Code that is shown, not run.
    func listing(_ listing: CodeListing) -> HTMLNode {
        if dressing == .plain {
            return .pre(
                .code(class: listing.language.map { "language-\($0)" }, coloured(listing.text, listing.language)))
        }
        let block = code(listing.text, language: listing.language, isNumbered: listing.label != nil)
        guard let label = listing.label else { return block }
        return .figure(class: "listing", id: label.name, block, .figcaption(.b(.text(numbered(label)))))
    }

    /// A cell: its program, below it what it prints.
    func listing(_ display: ListingDisplay, _ directive: DirectiveContent) -> HTMLNode {
        guard let listing = directive.listing else { preconditionFailure("a cell has a listing") }
        if directive.display == .none { return .text("") }
        var parts: [HTMLNode] = []
        if listing.showsCode {
            if !display.engineNames.isEmpty { parts.append(badge(display.engineNames)) }
            parts.append(code(listing.code, language: "python", isNumbered: directive.label != nil))
        }
        if listing.showsOutput {
            if !display.output.isEmpty { parts.append(output(display.output, class: "output", label: words.output)) }
            if let traceback = display.traceback {
                parts.append(output(traceback, class: "output error", label: words.error))
            }
        }
        if directive.label != nil || directive.caption != nil {
            parts.append(
                caption(.listing, label: directive.label, caption: directive.caption, directive: directive.id))
        }
        if parts.isEmpty { return .text("") }
        return titled(directive.title, .figure(class: "listing", id: directive.label?.name, parts))
    }

    /// Code on a panel, with a button that copies it; a script shows the button, which would do nothing without it.
    ///
    /// - Parameter isNumbered: whether its lines are, as those of a listing the text refers to.
    private func code(_ text: String, language: String?, isNumbered: Bool) -> HTMLNode {
        let classes = language.map { "language-\($0)" }
        let stop = mayScroll(text, isOutput: false) ? self.stop(words.code) : []
        return .div(
            class: "code-panel",
            .pre(
                class: "code", with: stop,
                .code(class: classes, with: isNumbered ? [lineNumbers(text)] : [], coloured(text, language))),
            .button(class: "copy", with: [HTMLAttribute("type", "button"), .present("hidden")], .text(words.copy)))
    }

    private func lineNumbers(_ text: String) -> HTMLAttribute {
        let count = text.split(separator: "\n", omittingEmptySubsequences: false).count - (text.hasSuffix("\n") ? 1 : 0)
        return HTMLAttribute("data-lines", (1...max(1, count)).map(String.init).joined(separator: "\n"))
    }

    private func coloured(_ text: String, _ language: String?) -> HTMLNode {
        language.map { desk.listing(ListingKey(code: text, language: $0)) } ?? .text(text)
    }

    private func output(_ text: String, class name: String, label: String) -> HTMLNode {
        let named = [HTMLAttribute("role", "group"), .label(label)]
        return .pre(class: name, with: mayScroll(text, isOutput: true) ? stop(label) : named, .samp(.text(text)))
    }

    /// Says that Python alone does not have everything that a cell uses.
    private func badge(_ names: [String]) -> HTMLNode {
        let reason =
            "\(listed(names)) \(names.count == 1 ? "comes" : "come") from the book, not from Python; "
            + "in the chapter’s notebook the cell runs as it stands"
        return .p(
            class: "badge", with: [.title(reason)], "uses the book’s engine",
            .span(class: "unseen", .text(": \(reason)")))
    }

    private func listed(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return "\(names.dropLast().joined(separator: ", ")) and \(last)"
    }
}
