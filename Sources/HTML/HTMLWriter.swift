/// Serialises nodes as HTML 5 into one growing buffer of UTF-8.
///
/// The form is that of cmark: attributes in the order given, values in double quotes, `<br />`, `checked=""`, and
/// `& < > "` escaped in text and attributes alike. A NUL becomes U+FFFD and a carriage return `&#13;`, since neither
/// survives a browser's reader otherwise.
public struct HTMLWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// A whole page: the document type, the root element, a line feed.
    public static func page(_ root: HTMLNode) -> [UInt8] {
        var writer = HTMLWriter()
        writer.markup("<!DOCTYPE html>\n")
        writer.write(root)
        writer.markup("\n")
        return writer.bytes
    }

    public mutating func write(_ node: HTMLNode) {
        switch node {
        case .element(let name, let attributes, let children): element(name, attributes, children)
        case .text(let text): escape(text)
        case .trusted(let markup): self.markup(markup)
        case .fragment(let nodes): for node in nodes { write(node) }
        }
    }

    private mutating func element(_ name: String, _ attributes: [HTMLAttribute], _ children: [HTMLNode]) {
        markup("<")
        markup(name)
        for attribute in attributes { write(attribute) }
        if HTMLName.void.contains(name) {
            precondition(children.isEmpty, "<\(name)> has no content")
            return markup(" />")
        }
        markup(">")
        switch name {
        case "script", "style": rawText(children, of: name)
        case "pre", "textarea": keepingFirstLineFeed(children)
        default: for child in children { write(child) }
        }
        markup("</")
        markup(name)
        markup(">")
    }

    private mutating func write(_ attribute: HTMLAttribute) {
        markup(" ")
        markup(attribute.name)
        markup("=\"")
        switch attribute.value {
        case .text(let text): escape(text)
        case .url(let address): bytes.append(contentsOf: WebAddress.escaped(address))
        case .present: break
        }
        markup("\"")
    }

    /// A browser drops a line feed right after `<pre>`, so one that matters is written twice.
    private mutating func keepingFirstLineFeed(_ children: [HTMLNode]) {
        let start = bytes.count
        for child in children { write(child) }
        if start < bytes.count, bytes[start] == 0x0A { bytes.insert(0x0A, at: start) }
    }

    /// The content of `<script>` and `<style>`, where no entity is known: what could end the element, or begin a comment
    /// or another script, is written with an escape that means the same inside a string of the language.
    private mutating func rawText(_ children: [HTMLNode], of name: String) {
        let less: StaticString = name == "script" ? "\\u003c" : "\\3c "
        let text = Array(children.map { $0.rawText(in: name) }.joined().utf8)
        for (index, byte) in text.enumerated() {
            let next = index + 1 < text.count ? text[index + 1] | 0x20 : 0
            let opens = next == UInt8(ascii: "/") || next == UInt8(ascii: "!") | 0x20 || next == UInt8(ascii: "s")
            if byte == UInt8(ascii: "<"), opens { markup("\(less)") } else { bytes.append(byte) }
        }
    }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count {
                guard let entity = HTMLWriter.entity(utf8[index]) else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case 0x0D: "&#13;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }

    private mutating func markup(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

extension HTMLNode {
    /// The node as HTML 5.
    public func serialized() -> String {
        var writer = HTMLWriter()
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    fileprivate func rawText(in name: String) -> String {
        switch self {
        case .text(let text), .trusted(let text): text
        case .fragment(let nodes): nodes.map { $0.rawText(in: name) }.joined()
        case .element(let inner, _, _): preconditionFailure("<\(name)> holds text alone, not <\(inner)>")
        }
    }
}
