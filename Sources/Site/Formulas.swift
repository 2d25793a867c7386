import Book
import Diagnostics
import HTML

/// TeX to be set, inline or displayed.
public struct FormulaKey: Hashable, Sendable {
    public var tex: String
    public var isDisplay: Bool

    public init(tex: String, isDisplay: Bool) {
        self.tex = tex
        self.isDisplay = isDisplay
    }
}

/// Code to be coloured.
public struct ListingKey: Hashable, Sendable {
    public var code: String
    public var language: String
}

/// Where a formula was written, so that what is wrong with it can be shown there.
public struct FormulaOrigin: Sendable {
    /// The stretches of the TeX with the places they come from; values put in have the place of the whole formula.
    var stretches: [(length: Int, excerpt: Excerpt?)]
    public var range: SourceRange

    /// The place of a stretch of the TeX in bytes; nil for the whole formula.
    public func range(of part: Range<Int>?) -> SourceRange {
        guard let part else { return range }
        var start = 0
        for (length, excerpt) in stretches {
            if part.lowerBound < start + length, let excerpt {
                let from = part.lowerBound - start
                return excerpt.range(from..<min(max(part.upperBound - start, from), length))
            }
            if part.lowerBound < start + length { return range }
            start += length
        }
        return SourceRange(file: range.file, start: range.end, end: range.end)
    }
}

/// What a page asks the typesetter for.
public struct TypesettingRequests: Sendable {
    public var formulas: [(key: FormulaKey, origin: FormulaOrigin)] = []
    public var listings: [ListingKey] = []

    public init() {}
}

/// What the typesetter answered.
public struct Typeset: Sendable {
    public var formulas: [FormulaKey: String]
    public var listings: [ListingKey: HTMLNode]

    public init(formulas: [FormulaKey: String], listings: [ListingKey: HTMLNode]) {
        self.formulas = formulas
        self.listings = listings
    }
}

/// Stands between a page and the typesetter: a page is written once to ask for its formulas, and again with the answers.
final class FormulaDesk {
    private(set) var requests = TypesettingRequests()
    private let answers: Typeset?

    init(answers: Typeset? = nil) { self.answers = answers }

    func formula(_ key: FormulaKey, _ origin: @autoclosure () -> FormulaOrigin) -> HTMLNode {
        guard let answers else {
            requests.formulas.append((key, origin()))
            return .text("")
        }
        return answers.formulas[key].map(HTMLNode.trusted) ?? .code(.text(key.tex))
    }

    func listing(_ key: ListingKey) -> HTMLNode {
        guard let answers else {
            requests.listings.append(key)
            return .text("")
        }
        return answers.listings[key] ?? .text(key.code)
    }
}
