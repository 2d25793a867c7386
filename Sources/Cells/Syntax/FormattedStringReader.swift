import Diagnostics

/// Reads the content of an f-string: text and `{EXPR[=][!CONVERSION][:FORMAT]}` fields, cut as CPython 3.11 cuts them.
struct FormattedStringReader {
    private let excerpt: Excerpt
    private let isRaw: Bool
    /// How many f-strings stand around this one, itself included.
    private let level: Int
    /// How deep the expression that holds the f-string stands.
    private let depth: Int
    private let innermostClass: String?
    private var index = 0

    init(_ excerpt: Excerpt, isRaw: Bool, level: Int, depth: Int, innermostClass: String?) {
        self.excerpt = excerpt
        self.isRaw = isRaw
        self.level = level
        self.depth = depth
        self.innermostClass = innermostClass
    }

    mutating func pieces() throws(Fault) -> [FormattedPiece] {
        if level > 4 { throw Fault(.limit, "f-strings nest deeper than 4 levels", at: excerpt.range) }
        var found: [FormattedPiece] = []
        var textStart = 0
        while let byte = peek() {
            guard byte == open || byte == close else {
                index += 1
                continue
            }
            if peek(1) == byte {
                try addText(textStart..<(index + 1), to: &found)
                index += 2
            } else if byte == close {
                throw error("a single '}' in an f-string; for the character write '}}'", index..<(index + 1))
            } else {
                try addText(textStart..<index, to: &found)
                try addField(to: &found, nesting: 0)
            }
            textStart = index
        }
        try addText(textStart..<bytes.count, to: &found)
        return found
    }

    /// A format ends where its field does, and its braces are never doubled.
    private mutating func format(nesting: Int) throws(Fault) -> [FormattedPiece] {
        var found: [FormattedPiece] = []
        var textStart = index
        while let byte = peek(), byte != close {
            if byte == open {
                try addText(textStart..<index, to: &found)
                try addField(to: &found, nesting: nesting + 1)
                textStart = index
            } else {
                index += 1
            }
        }
        try addText(textStart..<index, to: &found)
        return found
    }

    private func addText(_ stretch: Range<Int>, to found: inout [FormattedPiece]) throws(Fault) {
        if !stretch.isEmpty { found.append(.literal(try StringEscapes(excerpt).text(stretch, isRaw: isRaw))) }
    }

    /// `field: '{' EXPR ['='] ['!' CONVERSION] [':' FORMAT] '}'`
    private mutating func addField(to found: inout [FormattedPiece], nesting: Int) throws(Fault) {
        let start = index
        if nesting > 1 { throw error("fields of an f-string nest deeper than 2 levels", start..<(start + 1)) }
        index += 1
        let written = index..<(try expressionEnd())
        let expression = try expression(written)
        index = written.upperBound
        var conversion: FormattedExpression.Conversion?
        let isNamed = peek() == UInt8(ascii: "=")
        if isNamed {
            index += 1
            while let byte = peek(), isBlank(byte) { index += 1 }
            found.append(.literal(lineFeedsAlone(bytes[written.lowerBound..<index])))
        }
        if peek() == UInt8(ascii: "!") { conversion = try self.conversion() }
        let formatStart = index + 1
        var format: [FormattedPiece]?
        if peek() == UInt8(ascii: ":") {
            index += 1
            format = try self.format(nesting: nesting)
        }
        guard peek() == close else { throw unclosed(start) }
        let formatRange = format == nil ? written.lowerBound..<index : formatStart..<index
        index += 1
        found.append(
            .field(
                .init(
                    expression: expression, conversion: conversion ?? (isNamed && format == nil ? .repr : .none),
                    format: format ?? [], formatRange: excerpt.range(formatRange))))
    }

    private func expression(_ written: Range<Int>) throws(Fault) -> Expression {
        if bytes[written].allSatisfy(isBlank) {
            throw error("an expression is missing here", written.isEmpty ? written : written)
        }
        let parser = Parser(excerpt.excerpt(written), level: level, depth: depth)
        parser.innermostClass = innermostClass
        return try parser.field()
    }

    private mutating func conversion() throws(Fault) -> FormattedExpression.Conversion {
        let start = index
        index += 1
        let letter = index
        guard let byte = peek(), let conversion = FormattedExpression.Conversion(letter: byte) else {
            let range = letter < bytes.count && bytes[letter] != close ? letter..<(letter + 1) : start..<letter
            throw error("after '!' stands 'r', 's' or 'a'", range)
        }
        index += 1
        if let next = peek(), next != close, next != UInt8(ascii: ":") {
            throw error("after '!\(Character(Unicode.Scalar(byte)))' stands '}' or ':'", index..<(index + 1))
        }
        return conversion
    }

    private func unclosed(_ start: Int) -> Fault {
        error("'{' was never closed in this f-string", start..<(start + 1))
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func peek(_ ahead: Int = 0) -> UInt8? { index + ahead < bytes.count ? bytes[index + ahead] : nil }

    private func error(_ message: String, _ range: Range<Int>) -> Fault {
        Fault(.syntax, message, at: excerpt.range(range))
    }

    private var bytes: [UInt8] { excerpt.bytes }
    private var open: UInt8 { UInt8(ascii: "{") }
    private var close: UInt8 { UInt8(ascii: "}") }
}

extension FormattedStringReader {
    /// Where the expression that starts at `index` ends: at a lone `=`, `!`, `:` or `}` outside brackets and quotes.
    private func expressionEnd() throws(Fault) -> Int {
        let end = try scannedEnd()
        // Not even inside a string of the field.
        if let place = bytes[index..<end].firstIndex(of: UInt8(ascii: "\\")) {
            throw error("'\\' cannot stand in a field of an f-string", place..<(place + 1))
        }
        return end
    }

    private func scannedEnd() throws(Fault) -> Int {
        var scanner = NestingScanner(bytes, from: index)
        while let place = scanner.next() {
            switch bytes[place] {
            case UInt8(ascii: "#"): throw error("'#' cannot stand in a field of an f-string", place..<(place + 1))
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                if scanner.depth == 0 {
                    let bracket = String(Character(Unicode.Scalar(bytes[place])))
                    throw error("unmatched '\(bracket)'", place..<(place + 1))
                }
            case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                if scanner.depth > 0 { continue }
                if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "=") {
                    scanner.skip(1)
                } else if bytes[place] == UInt8(ascii: "=") || bytes[place] == UInt8(ascii: "!") {
                    return place
                }
            case UInt8(ascii: ":"), close: if scanner.depth == 0 { return place }
            default: break
            }
        }
        throw unclosed(index - 1)
    }
}
