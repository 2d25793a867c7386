internal import CMarkGFM

// cmark-gfm calls these functions while it parses. Inline math becomes a code span whose user data is the length of the
// source it covers (table cells would drop an inline of a type of our own); a `$$` block becomes an unfenced code block that
// belongs to the extension, since of all blocks code alone takes its lines as they are.

func makeMathExtension() -> OpaquePointer? {
    guard let math = cmark_syntax_extension_new("math") else { return nil }
    let memory = cmark_get_default_mem_allocator()
    let dollar = UnsafeMutableRawPointer(bitPattern: UInt(Byte.dollar))
    cmark_syntax_extension_set_special_inline_chars(math, cmark_llist_append(memory, nil, dollar))
    cmark_syntax_extension_set_match_inline_func(math, matchInlineMath)
    cmark_syntax_extension_set_open_block_func(math, openMathBlock)
    cmark_syntax_extension_set_match_block_func(math, continueMathBlock)
    return math
}

/// The user data of a block whose closing `$$` has come.
private var isClosed: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: 1) }

/// Is asked at the special characters of every extension.
private func matchInlineMath(
    _: OpaquePointer?, _: UnsafeMutablePointer<cmark_parser>?, _: CNode?, character: UInt8, inlines: OpaquePointer?
) -> CNode? {
    guard character == Byte.dollar, let inlines, let chunk = cmark_inline_parser_get_chunk(inlines),
        let data = chunk.pointee.data
    else { return nil }
    let bytes = UnsafeBufferPointer(start: data, count: Int(chunk.pointee.len))
    let start = Int(cmark_inline_parser_get_offset(inlines))
    guard let span = mathSpan(in: bytes, at: start), let node = cmark_node_new(CMARK_NODE_CODE) else { return nil }
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: span.whole.count))
    cmark_inline_parser_set_offset(inlines, Int32(span.whole.upperBound))
    return node
}

/// Opens a block at a line that starts with `$$` and either does not close it or holds nothing behind but attributes.
private func openMathBlock(
    math: OpaquePointer?, isIndented: Int32, parser: UnsafeMutablePointer<cmark_parser>?, parent: CNode?,
    input: UnsafeMutablePointer<UInt8>?, length: Int32
) -> CNode? {
    guard isIndented == 0, let parser, let parent, let input else { return nil }
    let first = Int(cmark_parser_get_first_nonspace(parser))
    let line = UnsafeBufferPointer(start: input, count: Int(length))
    guard isMathFence(line, at: first) else { return nil }
    let closing = closingMathFence(in: line, from: first + 2)
    if let closing, !isBlankOrAttributes(line[(closing + 2)...]) || isBlank(line[(first + 2)..<closing]) { return nil }
    guard let block = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(first + 1)) else {
        return nil
    }
    cmark_node_set_syntax_extension(block, math)
    if closing != nil { cmark_node_set_user_data(block, isClosed) }
    return block
}

/// Takes one more line into an open block: up to the line with the closing `$$`, or to a blank line.
private func continueMathBlock(
    _: OpaquePointer?, parser: UnsafeMutablePointer<cmark_parser>?, input: UnsafeMutablePointer<UInt8>?, length: Int32,
    block: CNode?
) -> Int32 {
    guard let parser, let block, let input, cmark_node_get_user_data(block) != isClosed else { return 0 }
    if cmark_parser_is_blank(parser) != 0 { return 0 }
    let line = UnsafeBufferPointer(start: input, count: Int(length))
    if closingMathFence(in: line, from: Int(cmark_parser_get_offset(parser))) != nil {
        cmark_node_set_user_data(block, isClosed)
    }
    return 1
}
