public import Diagnostics
public import Tensors

/// `EXPR`, `EXPR:FORMAT` or `EXPR!r`: what an inline value or a table column asks for.
public struct FormattedExpression: Sendable {
    public enum Conversion: Sendable, Hashable {
        case none
        /// `!r`
        case repr
        /// `!s`
        case string
        /// `!a`
        case ascii

        init?(letter: UInt8) {
            switch letter {
            case UInt8(ascii: "r"): self = .repr
            case UInt8(ascii: "s"): self = .string
            case UInt8(ascii: "a"): self = .ascii
            default: return nil
            }
        }
    }

    public let expression: Expression
    public let conversion: Conversion
    public let format: FormatSpec?
    /// Where the format stands: from the first character after `:`; the whole place when there is none.
    public let formatRange: SourceRange
    public let range: SourceRange
}

/// Reads one expression; everything in the excerpt belongs to it.
///
/// - Returns: the expression, or nil and what is wrong with it.
public func parseExpression(_ excerpt: Excerpt) -> (Expression?, [Diagnostic]) {
    let parser = Parser(excerpt)
    do throws(Fault) {
        return (try parser.whole(), [])
    } catch {
        return (nil, [error.diagnostic(at: excerpt.range)].compactMap { $0 })
    }
}

/// Reads `EXPR[!r][:FORMAT]`, cut as f-strings cut it: FORMAT starts at the first `:` outside brackets and quotes.
///
/// - Returns: the formatted expression, or nil and what is wrong with it.
public func parseFormatted(_ excerpt: Excerpt) -> (FormattedExpression?, [Diagnostic]) {
    let split = FormattedSplit(excerpt)
    let formatExcerpt = split.format.map { excerpt.excerpt($0) }
    do throws(Fault) {
        let parser = Parser(excerpt.excerpt(split.expression))
        let expression = try parser.whole()
        let conversion = try split.conversion()
        let format = try formatExcerpt.map { (format) throws(Fault) in try parseFormat(format) }
        let made = FormattedExpression(
            expression: expression, conversion: conversion, format: format,
            formatRange: formatExcerpt?.range ?? excerpt.range, range: excerpt.range)
        return (made, [])
    } catch {
        return (nil, [error.diagnostic(at: excerpt.range)].compactMap { $0 })
    }
}
