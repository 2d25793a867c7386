import Foundation

/// A page taken apart as far as the checks need it: HTML whose every element is closed, as Longhand writes it.
struct ParsedPage: Sendable {
    struct Element {
        var name: String
        var attributes: [String: String] = [:]
        /// The names of the elements it stands in, outermost first.
        var inside: [String] = []
    }

    private(set) var elements: [Element] = []
    /// What is not well formed.
    private(set) var problems: [String] = []
    private var open: [String] = []

    private static let void: Set = ["meta", "link", "br", "hr", "img", "input", "source", "col", "wbr"]
    /// Elements that end a paragraph when they start, so that a page with them inside one is not what it seems.
    private static let blocks: Set = [
        "p", "div", "figure", "figcaption", "table", "ul", "ol", "section", "aside", "details", "pre", "blockquote",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "nav", "article",
    ]

    init(_ html: Data) {
        let doctype = Data("<!DOCTYPE html>\n".utf8)
        if !html.starts(with: doctype) { problems.append("no document type") }
        var scanner = TagScanner(bytes: Array(html.dropFirst(doctype.count)))
        while let tag = scanner.next() {
            switch tag {
            case .start(let element, let isClosed): start(element, isClosed)
            case .end(let name):
                if open.popLast() != name { problems.append("</\(name)> closes something else") }
            case .unreadable(let text): problems.append("unreadable: \(text)")
            }
        }
        if !open.isEmpty { problems.append("never closed: \(open)") }
    }

    private mutating func start(_ element: Element, _ isClosed: Bool) {
        var element = element
        element.inside = open
        if open.contains("p"), ParsedPage.blocks.contains(element.name) {
            problems.append("<\(element.name)> stands in a paragraph")
        }
        elements.append(element)
        if !ParsedPage.void.contains(element.name), !isClosed { open.append(element.name) }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

    func values(_ attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }
}

/// Finds the tags of a page; a `<` that starts none is unreadable, for the writer escapes those in text.
private struct TagScanner {
    enum Tag {
        case start(ParsedPage.Element, isClosed: Bool)
        case end(String)
        case unreadable(String)
    }

    let bytes: [UInt8]
    var index = 0

    mutating func next() -> Tag? {
        guard let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
        index = start + 1
        let isEnd = take("/")
        let name = word()
        var element = ParsedPage.Element(name: name)
        skipBlanks()
        while let (key, value) = attribute() {
            if element.attributes[key] != nil { return .unreadable("'\(key)' twice in <\(name)>") }
            element.attributes[key] = value
            skipBlanks()
        }
        let isClosed = take("/")
        guard !name.isEmpty, take(">") else {
            return .unreadable(String(decoding: bytes[start..<min(start + 60, bytes.count)], as: UTF8.self))
        }
        return isEnd ? .end(name) : .start(element, isClosed: isClosed)
    }

    private mutating func attribute() -> (String, String)? {
        let key = word()
        if key.isEmpty { return nil }
        guard take("=") else { return (key, "") }
        for quote in ["\"", "'"] as [Unicode.Scalar] where take(quote) {
            guard let end = bytes[index...].firstIndex(of: UInt8(ascii: quote)) else { return nil }
            defer { index = end + 1 }
            return (key, String(decoding: bytes[index..<end], as: UTF8.self))
        }
        return nil
    }

    private mutating func word() -> String {
        let start = index
        while index < bytes.count, !Array(" \n\t=<>\"'/".utf8).contains(bytes[index]) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: scalar) else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
    }
}
