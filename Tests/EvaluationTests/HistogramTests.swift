import Foundation
import Testing

@testable import Evaluation

/// Histograms are those of NumPy.
struct HistogramTests {
    /// Values, ends and counts, as `Golden/histograms.py` had them from NumPy.
    private func samples() throws -> [(values: [Double], ends: [Double], counts: [Int])] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/histograms.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        let rows = lines.map { line in line.split(separator: " ").compactMap { Double(String($0)) } }
        return stride(from: 0, to: rows.count, by: 3).map {
            (rows[$0], rows[$0 + 1], rows[$0 + 2].map { Int($0) })
        }
    }

    @Test func theRuleIsThatOfNumPy() throws {
        let samples = try samples()
        #expect(samples.count == 8)
        for sample in samples {
            let bins = Histogram(sample.values).bins
            #expect(bins.map(\.count) == sample.counts)
            #expect(bins.map(\.from) + [bins[bins.count - 1].to] == sample.ends)
        }
    }

    @Test func wholeNumbersHaveBinsOfOneAtLeast() {
        let bins = Histogram((0..<200).map { Double($0 % 5) }).bins
        #expect(bins.count == 4 && bins.map(\.count) == [40, 40, 40, 80])
    }

    @Test func theLastIntervalHoldsItsEnd() {
        let bins = Histogram([0, 1, 2, 3, 9], edges: [0, 1, 3]).bins
        #expect(bins.map(\.count) == [1, 3])
        #expect(Histogram([1, 2, 3, 4], count: 3).bins.map(\.count) == [1, 1, 2])
    }
}
