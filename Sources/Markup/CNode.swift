internal import CMarkGFM

extension UnsafeMutablePointer where Pointee == cmark_node {
    /// The bytes of a text, code span or raw HTML, valid while the tree lives.
    var literal: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointee.as.literal.data, count: Int(pointee.as.literal.len))
    }

    /// The bytes of a code block.
    var codeLiteral: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointee.as.code.literal.data, count: Int(pointee.as.code.literal.len))
    }

    /// The text of a paragraph, heading or table cell from which its inlines were made.
    var content: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointee.content.ptr, count: Int(pointee.content.size))
    }

    /// The label of the definition that a footnote reference belongs to.
    var footnoteLabel: String {
        guard let definition = pointee.parent_footnote_def else { return String(decoding: literal, as: UTF8.self) }
        return String(decoding: definition.literal, as: UTF8.self)
    }

    var typeName: String { String(cString: cmark_node_get_type_string(self)) }
}

/// What the entity behind a `&` stands for, and how many bytes it takes; nil when it is none.
func decodedEntity(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    let head = bytes.prefix(40)
    let length = head.withUnsafeBufferPointer { houdini_unescape_ent(&buffer, $0.baseAddress, bufsize_t($0.count)) }
    guard length > 0 else { return nil }
    return (Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))), Int(length))
}
