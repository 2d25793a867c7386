/// An element's name, called with its attributes and children to make the element.
///
/// ```swift
/// let next: HTMLNode = .a(class: "next", with: [.href("03-loss.html")], "The loss")
/// ```
public struct HTMLTag: Sendable {
    public let name: String

    public init(_ name: String) {
        precondition(HTMLName.isValid(name), "'\(name)' is not an element name")
        self.name = name
    }

    public func callAsFunction(
        class classes: String? = nil, id: String? = nil, with attributes: [HTMLAttribute] = [], _ children: HTMLNode...
    ) -> HTMLNode {
        callAsFunction(class: classes, id: id, with: attributes, children)
    }

    public func callAsFunction(
        class classes: String? = nil, id: String? = nil, with attributes: [HTMLAttribute] = [], _ children: [HTMLNode]
    ) -> HTMLNode {
        precondition(children.isEmpty || !HTMLName.void.contains(name), "<\(name)> has no content")
        var all: [HTMLAttribute] = []
        if let id { all.append(.id(id)) }
        if let classes { all.append(.class(classes)) }
        return .element(name: name, attributes: all + attributes, children: children)
    }
}

extension HTMLNode {
    public static let html = HTMLTag("html"), head = HTMLTag("head"), body = HTMLTag("body")
    public static let meta = HTMLTag("meta"), link = HTMLTag("link"), title = HTMLTag("title"), style = HTMLTag("style")
    public static let script = HTMLTag("script")
    public static let header = HTMLTag("header"), main = HTMLTag("main"), footer = HTMLTag("footer"),
        nav = HTMLTag("nav")
    public static let section = HTMLTag("section"), article = HTMLTag("article"), aside = HTMLTag("aside")
    public static let h1 = HTMLTag("h1"), h2 = HTMLTag("h2"), h3 = HTMLTag("h3")
    public static let h4 = HTMLTag("h4"), h5 = HTMLTag("h5"), h6 = HTMLTag("h6")
    public static let p = HTMLTag("p"), div = HTMLTag("div"), span = HTMLTag("span"), blockquote = HTMLTag("blockquote")
    public static let ul = HTMLTag("ul"), ol = HTMLTag("ol"), li = HTMLTag("li"), hr = HTMLTag("hr"), br = HTMLTag("br")
    public static let a = HTMLTag("a"), em = HTMLTag("em"), strong = HTMLTag("strong"), del = HTMLTag("del")
    public static let b = HTMLTag("b"), i = HTMLTag("i"), small = HTMLTag("small"), abbr = HTMLTag("abbr")
    public static let code = HTMLTag("code"), pre = HTMLTag("pre"), kbd = HTMLTag("kbd"), samp = HTMLTag("samp")
    public static let sub = HTMLTag("sub"), sup = HTMLTag("sup"), input = HTMLTag("input"), data = HTMLTag("data")
    public static let figure = HTMLTag("figure"), figcaption = HTMLTag("figcaption"), img = HTMLTag("img")
    public static let picture = HTMLTag("picture"), source = HTMLTag("source")
    public static let table = HTMLTag("table"), caption = HTMLTag("caption"), thead = HTMLTag("thead")
    public static let tbody = HTMLTag("tbody"), tr = HTMLTag("tr"), th = HTMLTag("th"), td = HTMLTag("td")
    public static let button = HTMLTag("button")
    public static let details = HTMLTag("details"), summary = HTMLTag("summary")
}
