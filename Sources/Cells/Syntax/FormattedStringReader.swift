import Diagnostics

/// Reads the content of an f-string: text and `{EXPR[=][!CONVERSION][:FORMAT]}` fields.
struct FormattedStringReader {
    private let excerpt: Excerpt
    private let isRaw: Bool
    /// How many f-strings and formats stand around this one.
    private let level: Int
    private var index = 0
    private var found: [FormattedPiece] = []

    init(_ excerpt: Excerpt, isRaw: Bool, level: Int) {
        self.excerpt = excerpt
        self.isRaw = isRaw
        self.level = level
    }

    mutating func pieces() throws(Fault) -> [FormattedPiece] {
        if level > 4 { throw Fault(.limit, "f-strings nest deeper than 4 levels", at: excerpt.range) }
        var textStart = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == open || byte == close else {
                index += 1
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == byte {
                try addText(textStart..<(index + 1))
                index += 2
            } else if byte == close {
                throw Fault(
                    .syntax, "a single '}' in an f-string; for the character write '}}'",
                    at: excerpt.range(index..<(index + 1)))
            } else {
                try addText(textStart..<index)
                try addField()
            }
            textStart = index
        }
        try addText(textStart..<bytes.count)
        return found
    }

    private mutating func addText(_ stretch: Range<Int>) throws(Fault) {
        if stretch.isEmpty { return }
        let part = excerpt.excerpt(stretch)
        found.append(.literal(isRaw ? part.text : try StringEscapes(part).unescaped(0..<part.bytes.count)))
    }

    /// `field: '{' EXPR ['='] ['!' CONVERSION] [':' FORMAT] '}'`
    private mutating func addField() throws(Fault) {
        let start = index
        guard let end = fieldEnd() else {
            throw Fault(.syntax, "'{' was never closed in this f-string", at: excerpt.range(start..<(start + 1)))
        }
        let inner = excerpt.excerpt((start + 1)..<end)
        var split = FormattedSplit(inner)
        var conversion = try split.conversion()
        if let width = split.selfDocumenting {
            found.append(.literal(inner.excerpt(split.expression).text))
            split.expression = split.expression.lowerBound..<(split.expression.upperBound - width)
            if conversion == .none, split.format == nil { conversion = .repr }
        }
        let formatExcerpt = split.format.map { inner.excerpt($0) }
        var format: [FormattedPiece] = []
        if let formatExcerpt {
            var reader = FormattedStringReader(formatExcerpt, isRaw: isRaw, level: level + 1)
            format = try reader.pieces()
        }
        var parser = Parser(inner.excerpt(split.expression), level: level)
        let expression = try parser.whole()
        found.append(
            .field(
                .init(
                    expression: expression, conversion: conversion, format: format,
                    formatRange: formatExcerpt?.range ?? inner.range)))
        index = end + 1
    }

    /// The '}' that closes the field starting at `index`.
    private func fieldEnd() -> Int? {
        var scanner = NestingScanner(bytes, from: index + 1)
        while let place = scanner.next() {
            if bytes[place] == close, scanner.depth == 0 { return place }
            if bytes[place] == UInt8(ascii: ":"), scanner.depth == 0 { return formatEnd(from: place + 1) }
        }
        return nil
    }

    /// A format runs to the closing brace; the fields inside it are skipped whole.
    private func formatEnd(from start: Int) -> Int? {
        var depth = 0
        for place in start..<bytes.count {
            if bytes[place] == open { depth += 1 }
            if bytes[place] == close {
                if depth == 0 { return place }
                depth -= 1
            }
        }
        return nil
    }

    private var bytes: [UInt8] { excerpt.bytes }
    private var open: UInt8 { UInt8(ascii: "{") }
    private var close: UInt8 { UInt8(ascii: "}") }
}
