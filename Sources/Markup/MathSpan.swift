/// A stretch of math inside a line: the whole of it, and the TeX without its dollars.
struct MathSpan: Equatable {
    var whole: Range<Int>
    var tex: Range<Int>
    var isDisplay: Bool
}

/// The math that starts with the `$` at `start`, or nil when that dollar is prose.
///
/// `$$ … $$` displays. `` $` … `$ `` takes its content as a code span does. In `$ … $` the opening dollar is not followed by
/// a space, the closing one is the next outside code spans, neither preceded by a space nor followed by a digit. A
/// backslash takes the meaning from what follows it.
func mathSpan(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> MathSpan? {
    guard start + 1 < bytes.count, bytes[start] == Byte.dollar else { return nil }
    switch bytes[start + 1] {
    case Byte.dollar:
        guard let closing = closingMathFence(in: bytes, from: start + 2), !isBlank(bytes[(start + 2)..<closing]) else {
            return nil
        }
        return MathSpan(whole: start..<(closing + 2), tex: (start + 2)..<closing, isDisplay: true)
    case Byte.backtick:
        if let span = backtickMath(in: bytes, at: start) { return span }
    case let byte where Byte.isSpace(byte): return nil
    default: break
    }
    guard let closing = closingDollar(in: bytes, from: start + 1) else { return nil }
    return MathSpan(whole: start..<(closing + 1), tex: (start + 1)..<closing, isDisplay: false)
}

private func backtickMath(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> MathSpan? {
    guard let end = codeSpanEnd(in: bytes, at: start + 1), end < bytes.count, bytes[end] == Byte.dollar else {
        return nil
    }
    let ticks = runLength(of: Byte.backtick, in: bytes, at: start + 1)
    return MathSpan(whole: start..<(end + 1), tex: (start + 1 + ticks)..<(end - ticks), isDisplay: false)
}

private func closingDollar(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
        switch bytes[index] {
        case Byte.backslash: index += 2
        case Byte.backtick:
            index = codeSpanEnd(in: bytes, at: index) ?? index + runLength(of: Byte.backtick, in: bytes, at: index)
        case Byte.dollar:
            let isFollowedByDigit = index + 1 < bytes.count && Byte.isDigit(bytes[index + 1])
            return index > start && !Byte.isSpace(bytes[index - 1]) && !isFollowedByDigit ? index : nil
        default: index += 1
        }
    }
    return nil
}

/// The end of the code span whose opening backticks stand at `start`; a run of backticks is closed by one of its length.
///
/// Looks ahead some thousand bytes only, so that no text makes it slow.
func codeSpanEnd(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let ticks = runLength(of: Byte.backtick, in: bytes, at: start)
    var index = start + ticks
    let limit = min(bytes.count, index + 4096)
    while index < limit {
        let length = runLength(of: Byte.backtick, in: bytes, at: index)
        if length == ticks { return index + length }
        index += max(length, 1)
    }
    return nil
}

func runLength(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end - start
}

func isMathFence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == Byte.dollar && bytes[index + 1] == Byte.dollar
}

/// The place of the next `$$` that no backslash escapes.
func closingMathFence(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
        if bytes[index] == Byte.backslash {
            index += 2
        } else if isMathFence(bytes, at: index) {
            return index
        } else {
            index += 1
        }
    }
    return nil
}

func isBlank(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy(Byte.isSpace)
}

/// Whether nothing but `{…}` and blanks stand there.
func isBlankOrAttributes(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = bytes.firstIndex(where: { !Byte.isSpace($0) }) else { return true }
    guard let last = bytes.lastIndex(where: { !Byte.isSpace($0) }) else { return true }
    return bytes[first] == Byte.openBrace && bytes[last] == Byte.closeBrace
}
