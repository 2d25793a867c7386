import HTML

/// What scripts offer a reader: search, the choice of a theme, keys. Without scripts none of it is shown.
///
/// The words stand here and not in the scripts, so that a page has all of its words in one language.
enum ReaderTools {
    private static let button = HTMLAttribute("type", "button")

    /// At the head of every page.
    static let bar = HTMLNode.div(
        class: "tools",
        .button(
            class: "tool search-open",
            with: [button, HTMLAttribute("aria-haspopup", "dialog"), HTMLAttribute("aria-keyshortcuts", "/")],
            icon(#"<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>"#), .span(class: "tool-word", "Search"),
            .kbd(with: [hidden], "/")),
        theme,
        .button(
            class: "tool keys-open",
            with: [
                button, HTMLAttribute("aria-haspopup", "dialog"), HTMLAttribute("aria-keyshortcuts", "?"),
                .label("Keys"), .title("Keys"),
            ], .span(with: [hidden], "?")))

    private static let hidden = HTMLAttribute("aria-hidden", "true")

    private static func icon(_ shape: String) -> HTMLNode {
        .trusted(
            #"<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" "#
                + #"stroke-linecap="round" aria-hidden="true" focusable="false">\#(shape)</svg>"#)
    }

    /// Light, dark, or what the system says.
    private static let theme = HTMLTag("fieldset")(
        class: "theme", HTMLTag("legend")(class: "unseen", "Theme"),
        choice(
            "light", "Light",
            #"<circle cx="8" cy="8" r="3"/>"#
                + #"<path d="M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1"/>"#),
        choice(
            "system", "As the system",
            #"<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor"/>"#),
        choice("dark", "Dark", #"<path d="M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z"/>"#))

    private static func choice(_ value: String, _ words: String, _ shape: String) -> HTMLNode {
        let radio = [
            HTMLAttribute("type", "radio"), HTMLAttribute("name", "theme"), HTMLAttribute("value", value),
        ]
        return HTMLTag("label")(
            with: [.title(words)], .input(with: radio), icon(shape), .span(class: "unseen", .text(words)))
    }

    /// At the end of every page. A script makes dialogs of them; till then they are hidden.
    static let dialogs = HTMLNode.fragment([search, .text("\n"), keys])

    private static let search = HTMLNode.div(
        class: "search", id: "page:search", with: [hiddenPart, HTMLAttribute("data-label", "Search the book")],
        .text("\n"),
        .div(
            class: "dialog-bar",
            .input(with: [
                HTMLAttribute("type", "search"), .label("Search the book"), HTMLAttribute("autocomplete", "off"),
                HTMLAttribute("spellcheck", "false"), HTMLAttribute("placeholder", "Words, code, TeX, numbers"),
            ]), close), .text("\n"),
        .p(
            class: "search-status",
            with: [
                HTMLAttribute("role", "status"), HTMLAttribute("data-loading", "Reading the book …"),
                HTMLAttribute("data-none", "Nothing found"), HTMLAttribute("data-one", "1 place"),
                HTMLAttribute("data-many", "# places"), HTMLAttribute("data-best", "The best # places of ##"),
                HTMLAttribute("data-failed", "Some chapters could not be read"),
                HTMLAttribute("data-places", "Places found"),
            ]), .text("\n"),
        .div(class: "search-results", id: "page:results"), .text("\n"))

    private static let hiddenPart = HTMLAttribute.present("hidden")
    private static let close = HTMLNode.button(class: "close", with: [button], "Close")

    private static let keys = HTMLNode.div(
        class: "keys", id: "page:keys", with: [hiddenPart, HTMLAttribute("data-label", "Keys")], .text("\n"),
        .h2("Keys"), .text("\n"),
        .table(
            .tbody(
                key("/", "search the book"), key("←", "the chapter before"), key("→", "the next chapter"),
                key("Tab", "from link to number; each shows what lies behind it"),
                key("Esc", "close what is open, and take marks from the text"), key("?", "this list"))), .text("\n"),
        .div(
            class: "dialog-bar",
            HTMLTag("label")(
                .input(with: [HTMLAttribute("type", "checkbox"), .present("checked")]), .text(" "),
                .kbd("/"), .text(" and "), .kbd("?"), .text(" are on")), close), .text("\n"))

    private static func key(_ key: String, _ words: String) -> HTMLNode {
        .tr(.th(with: [HTMLAttribute("scope", "row")], .kbd(.text(key))), .td(.text(words)))
    }
}
