import Book
import HTML

/// The whole book on one page that needs no other file.
///
/// It is put together from the pages of the site: their main parts stand one below the other. What led to another page leads to
/// its part, so anchors carry the name of their page: `#02-forward:fig-steps`.
public struct SinglePage {
    let site: SiteSources
    /// A file of the site as a data URI; nil for what is not in it.
    let dataAddress: (String) -> String?
    /// A file of the site as text.
    let text: (String) -> String?

    public init(
        of site: SiteSources, dataAddress: @escaping (String) -> String?, text: @escaping (String) -> String?
    ) {
        self.site = site
        self.dataAddress = dataAddress
        self.text = text
    }

    public func bytes(typeset: Typeset) -> [UInt8] {
        let desk = FormulaDesk(answers: typeset)
        var parts = [part("index", site.contents)]
        for (index, chapter) in site.book.chapters.enumerated() {
            parts.append(part(chapter.stem, site.page(chapter: index, desk: desk)))
        }
        if site.hasCompanion { parts.append(part("companion", site.companionPage(desk: desk))) }
        let body: [HTMLNode] = [
            .a(class: "skip", with: [.href("#index")], "Skip to the contents"),
            .main([.text("\n")] + parts.flatMap { [$0, .text("\n")] }),
        ]
        let settings = site.book.settings
        let page = HTMLPage(
            language: settings.language, title: settings.title, description: settings.description,
            author: settings.author, body: body)
        return HTMLPage.bytes(enclosing(page.node))
    }

    /// The main part of a page as a part of the one page.
    private func part(_ page: String, _ node: HTMLNode) -> HTMLNode {
        let main = first("main", in: node) ?? []
        return .div(class: "part", id: page, main.map { moved($0, page: page) })
    }

    private func first(_ wanted: String, in node: HTMLNode) -> [HTMLNode]? {
        switch node {
        case .element(wanted, _, let children): children
        case .element(_, _, let children), .fragment(let children):
            children.lazy.compactMap { first(wanted, in: $0) }.first
        case .text, .trusted: nil
        }
    }

    // MARK: Parts of pages

    private func moved(_ node: HTMLNode, page: String) -> HTMLNode {
        switch node {
        case .text, .trusted: return node
        case .fragment(let children): return .fragment(children.map { moved($0, page: page) })
        case .element(let name, let attributes, let children):
            if attributes.contains(.class("exports")) { return .text("") }
            return .element(
                name: name, attributes: attributes.map { moved($0, page: page) },
                children: children.map { moved($0, page: page) })
        }
    }

    private func moved(_ attribute: HTMLAttribute, page: String) -> HTMLAttribute {
        let value: String
        switch attribute.value {
        case .text(let text), .url(let text): value = text
        case .present: return attribute
        }
        switch attribute.name {
        case "id", "for": return HTMLAttribute(attribute.name, "\(page):\(value)")
        case "aria-labelledby", "aria-describedby", "aria-controls", "headers":
            return HTMLAttribute(
                attribute.name, value.split(separator: " ").map { "\(page):\($0)" }.joined(separator: " "))
        case "href": return .href(address(value, page: page))
        case "src", "srcset": return HTMLAttribute(attribute.name, dataAddress(value) ?? value)
        default: return attribute
        }
    }

    private func address(_ address: String, page: String) -> String {
        let pieces = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = pieces.count > 1 && !pieces[1].isEmpty ? pieces[1] : nil
        if pieces[0].isEmpty { return fragment.map { "#\(page):\($0)" } ?? "#\(page)" }
        guard let stem = pages.first(where: { pieces[0] == "\($0).html" }) else {
            return dataAddress(pieces[0]) ?? address
        }
        return fragment.map { "#\(stem):\($0)" } ?? "#\(stem)"
    }

    private var pages: [String] { ["index", "companion"] + site.book.chapters.map(\.stem) }

    // MARK: What the page needs

    /// Style sheets and scripts stand in the page, scripts behind everything, where they would run if they were deferred.
    private func enclosing(_ node: HTMLNode) -> HTMLNode {
        guard case .element(let name, let attributes, let children) = node else { return node }
        switch name {
        case "link":
            guard attributes.contains(HTMLAttribute("rel", "stylesheet")), let path = local(attributes, "href") else {
                return node
            }
            return .style(.text(styles(path)))
        case "script": return local(attributes, "src") == nil ? node : .text("")
        case "body":
            let scripts = ["assets/longhand.js"].compactMap(text).map { HTMLNode.script(.text($0)) }
            return .element(name: name, attributes: attributes, children: children + scripts)
        default:
            return .element(name: name, attributes: attributes, children: children.map(enclosing))
        }
    }

    private func local(_ attributes: [HTMLAttribute], _ name: String) -> String? {
        guard case .url(let path)? = attributes.first(where: { $0.name == name })?.value else { return nil }
        return path
    }

    /// A style sheet with the files it asks for; other forms of a font that comes first are left out.
    private func styles(_ path: String) -> String {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        var out = ""
        var rest = Substring(text(path) ?? "")
        while let start = rest.firstRange(of: "url(") {
            out += rest[..<start.upperBound]
            rest = rest[start.upperBound...]
            let end = rest.firstIndex(of: ")") ?? rest.endIndex
            let address = rest[..<end].filter { $0 != "\"" && $0 != "'" }
            let isOther = address.hasSuffix(".woff") || address.hasSuffix(".ttf")
            out +=
                address.hasPrefix("data:")
                ? address : isOther ? "data:," : dataAddress("\(folder)/\(address)") ?? "data:,"
            rest = rest[end...]
        }
        return out + rest
    }
}
