import Diagnostics
import Testing

@Suite struct ExcerptTests {
    /// Two option lines with `#| ` taken off: `key: a` and `  b`.
    let source = SourceText(path: "a.md", text: "```{x}\n#| key: a\n#|   b\n```\n")
    var options: Excerpt {
        Excerpt(
            file: "a.md", bytes: Array("key: a\n  b\n".utf8),
            runs: [Excerpt.Run(start: 0, offset: 10), Excerpt.Run(start: 7, offset: 20)], endOffset: 24)
    }

    @Test func aContiguousExcerptShiftsOffsets() {
        let excerpt = Excerpt(of: source, 10..<16)
        #expect(excerpt.text == "key: a")
        #expect(excerpt.range == source.range(10, 16))
        #expect(excerpt.range(5..<6) == source.range(15, 16))
        #expect(excerpt.range(6..<6) == source.range(16, 16))
    }

    @Test func everyByteOfAStitchedExcerptStandsWhereItWasWritten() {
        let excerpt = options
        for (index, byte) in excerpt.bytes.enumerated() {
            #expect(source.bytes[excerpt.offset(at: index)] == byte, "byte \(index)")
        }
        #expect(excerpt.offset(at: excerpt.bytes.count) == 24)
    }

    @Test func aRangeOverTwoLinesCoversWhatStandsBetween() {
        #expect(options.range(5..<10) == source.range(15, 23))
        #expect(options.range(9..<10) == source.range(22, 23))
        #expect(options.range(9..<9) == source.range(22, 22))
    }

    @Test func aRangeThatEndsWithItsLineStopsThere() {
        #expect(options.range(5..<6) == source.range(15, 16))
        #expect(options.range(5..<7) == source.range(15, 17))
    }

    /// A part of an excerpt places each of its stretches where the whole does.
    @Test func aPartAgreesWithTheWhole() {
        let whole = options
        for lower in 0...whole.bytes.count {
            for upper in lower...whole.bytes.count {
                let part = whole.excerpt(lower..<upper)
                #expect(part.bytes == Array(whole.bytes[lower..<upper]))
                #expect(part.range == whole.range(lower..<upper), "\(lower)..<\(upper)")
                for index in 0..<part.bytes.count {
                    #expect(part.offset(at: index) == whole.offset(at: lower + index))
                }
            }
        }
    }

    @Test func anEmptyStitchedExcerptStandsAtItsEnd() {
        let excerpt = Excerpt(file: "a.md", bytes: [], runs: [], endOffset: 7)
        #expect(excerpt.range == source.range(7, 7))
        #expect(excerpt.excerpt(0..<0).range == source.range(7, 7))
    }
}
