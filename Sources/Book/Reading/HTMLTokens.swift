import Diagnostics

/// A piece of raw HTML.
enum HTMLToken {
    case text(Excerpt)
    case start(name: String, attributes: [HTMLTokenAttribute], Excerpt)
    case end(name: String, Excerpt)
    /// A comment without its end takes all that follows with it.
    case comment(isClosed: Bool, Excerpt)
}

struct HTMLTokenAttribute {
    var name: Located<String>
    var value: Located<String>?
}

/// Splits raw HTML into tags and the text between them; what is no tag is text.
func htmlTokens(_ html: Excerpt) -> [HTMLToken] {
    var tokens: [HTMLToken] = []
    var start = 0
    var index = 0
    func flush(upTo end: Int) { if end > start { tokens.append(.text(html.excerpt(start..<end))) } }
    while index < html.bytes.count {
        guard html.bytes[index] == UInt8(ascii: "<"), let (token, end) = tag(html, at: index) else {
            index += 1
            continue
        }
        flush(upTo: index)
        tokens.append(token)
        start = end
        index = end
    }
    flush(upTo: html.bytes.count)
    return tokens
}

private func tag(_ html: Excerpt, at start: Int) -> (HTMLToken, end: Int)? {
    let bytes = html.bytes
    if bytes[start...].starts(with: Array("<!--".utf8)) {
        var end = start + 4
        while end < bytes.count, !bytes[end...].starts(with: Array("-->".utf8)) { end += 1 }
        let isClosed = end < bytes.count
        end = min(end + 3, bytes.count)
        return (.comment(isClosed: isClosed, html.excerpt(start..<end)), end)
    }
    let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
    var index = start + (isEnd ? 2 : 1)
    let nameStart = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart else { return nil }
    let name = html.excerpt(nameStart..<index).text.lowercased()
    var attributes: [HTMLTokenAttribute] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if isNameByte(bytes[index]) {
            attributes.append(attribute(html, &index))
        } else {
            index += 1
        }
    }
    guard index < bytes.count else { return nil }
    let whole = html.excerpt(start..<index + 1)
    return (isEnd ? .end(name: name, whole) : .start(name: name, attributes: attributes, whole), index + 1)
}

private func attribute(_ html: Excerpt, _ index: inout Int) -> HTMLTokenAttribute {
    let bytes = html.bytes
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    let name = html.excerpt(start..<index)
    var result = HTMLTokenAttribute(name: Located(name.text.lowercased(), name.range), value: nil)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return result }
    index += 1
    let quote =
        index < bytes.count && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'"))
        ? bytes[index] : nil
    if quote != nil { index += 1 }
    let valueStart = index
    while index < bytes.count,
        quote.map({ bytes[index] != $0 }) ?? !(bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ">"))
    {
        index += 1
    }
    let value = html.excerpt(valueStart..<index)
    result.value = Located(value.text, value.range)
    if quote != nil { index += 1 }
    return result
}

private func isNameByte(_ byte: UInt8) -> Bool { isLabelByte(byte) || byte == UInt8(ascii: ":") }
