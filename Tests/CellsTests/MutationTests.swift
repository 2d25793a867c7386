import Diagnostics
import Foundation
import Testing

@testable import Cells

/// Programs with random changes: whatever CPython reads is read in the same way or refused by name, and nothing else is read.
@Suite struct MutationTests {
    @Test func changedProgramsAreReadAsPythonReadsThem() throws {
        let count = ProcessInfo.processInfo.environment["LONGHAND_MUTANTS"].flatMap { Int($0) } ?? 3_000
        let sources = mutants(count)
        guard let answers = try pythonTrees(of: sources, withRanges: true) else { return }
        for (source, answer) in zip(sources, answers) {
            let (cell, diagnostics) = parseCell(excerpt(source))
            if let cell {
                #expect(TreeText(withRanges: true).text(cell.statements) == answer, "\(source)")
            } else if !answer.hasPrefix("!") {
                #expect(diagnostics.contains { $0.isOutsideSubset }, "\(source): \(diagnostics.map { $0.message })")
            }
            #expect(diagnostics.allSatisfy { $0.range.end <= source.utf8.count })
        }
    }

    /// Snippets whose words are dropped, doubled, swapped and exchanged with words of others.
    private func mutants(_ count: Int) -> [String] {
        var random = Random(
            state: UInt64(ProcessInfo.processInfo.environment["LONGHAND_SEED"].flatMap { Int($0) } ?? 7))
        let seeds = (Snippets.valid + Snippets.outside + Snippets.invalid).filter {
            !$0.contains("\r") && !$0.hasPrefix("\u{FEFF}")
        }.map(words)
        return (0..<count).map { _ in
            var made = seeds[random.below(seeds.count)]
            for _ in 0..<(1 + random.below(2)) where !made.isEmpty {
                let place = random.below(made.count)
                let other = seeds[random.below(seeds.count)]
                switch random.below(5) {
                case 0: made.remove(at: place)
                case 1: made.insert(made[place], at: place)
                case 2: made.swapAt(place, random.below(made.count))
                case 3 where !other.isEmpty: made[place] = other[random.below(other.count)]
                default:
                    if !other.isEmpty { made.insert(other[random.below(other.count)], at: place) }
                }
            }
            return made.joined()
        }
    }

    /// A source cut into names, numbers, white space and single signs.
    private func words(_ source: String) -> [String] {
        var found: [String] = []
        for character in source {
            let isWordy = character.isLetter || character.isNumber || character == "_"
            if isWordy, let last = found.last?.last, last.isLetter || last.isNumber || last == "_" {
                found[found.count - 1].append(character)
            } else if character == " ", found.last?.last == " " {
                found[found.count - 1].append(character)
            } else {
                found.append(String(character))
            }
        }
        return found
    }
}
