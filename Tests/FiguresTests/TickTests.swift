import Testing

@testable import Figures

@Suite struct TickTests {
    @Test(
        "the nicest ticks are chosen",
        arguments: [
            (0.0, 200.0, 5, ["0", "50", "100", "150", "200"]),
            (-8, 8, 6, ["−8", "−4", "0", "4", "8"]),
            (0, 1, 5, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
            (-5.3e-8, 0, 4, ["−6 × 10⁻⁸", "−4 × 10⁻⁸", "−2 × 10⁻⁸", "0"]),
            (0.250018, 0.250031, 5, ["0.250017", "0.250020", "0.250023", "0.250026", "0.250029", "0.250032"]),
            (1000000.1, 1000000.3, 3, ["1000000.1", "1000000.2", "1000000.3"]),
        ])
    func examples(low: Double, high: Double, wanted: Int, texts: [String]) {
        #expect(LinearTicks.ticks(from: low, to: high, wanted: wanted, loose: true).map(\.text) == texts)
    }

    @Test(
        "ticks of an axis that ends at its data lie in it, and an axis through zero shows it",
        arguments: [(-8.0, 8.0), (-1, 8), (-0.3, 100), (-7, 2), (3, 17), (0.2, 0.9)], [3, 5, 8])
    func inside(range: (low: Double, high: Double), wanted: Int) {
        let ticks = LinearTicks.ticks(from: range.low, to: range.high, wanted: wanted, loose: false)
        #expect(ticks.count >= 2)
        #expect(ticks.allSatisfy { $0.value >= range.low && $0.value <= range.high })
        let around = LinearTicks.ticks(from: range.low, to: range.high, wanted: wanted, loose: true)
        for ticks in [ticks, around] where range.low < 0 && ticks[0].value < 0 && ticks[ticks.count - 1].value > 0 {
            #expect(ticks.contains { $0.value == 0 })
        }
    }

    @Test("loose ticks reach around the range; ticks are evenly spaced", arguments: 0..<200)
    func ranges(seed: Int) throws {
        let low = Double((seed * 7919) % 2003 - 1000) * (seed % 3 == 0 ? 1e-6 : 1.7)
        let high = low + Double((seed * 104_729) % 997 + 1) * (seed % 2 == 0 ? 0.013 : 41)
        let ticks = LinearTicks.ticks(from: low, to: high, wanted: 5, loose: true)
        let first = try #require(ticks.first)
        let last = try #require(ticks.last)
        #expect(first.value <= low && last.value >= high)
        #expect((3...12).contains(ticks.count))
        let steps = zip(ticks.dropFirst(), ticks).map { $0.value - $1.value }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-9 * steps[0] + 1e-12 })
        #expect(Set(ticks.map(\.text)).count == ticks.count)
    }

    @Test(
        "logarithmic ticks label sensibly over any span",
        arguments: [
            (1e-8, 1.0, ["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"]),
            (1e-300, 1, ["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "1"]),
            (0.01, 1, ["0.01", "0.1", "1"]),
            (0.03, 0.5, ["0.05", "0.1", "0.2", "0.5"]),
            (0.25, 0.45, ["0.25", "0.30", "0.35", "0.40", "0.45"]),
        ])
    func logarithmic(low: Double, high: Double, texts: [String]) {
        #expect(LogTicks.ticks(from: low, to: high, wanted: 5).map(\.text) == texts)
    }

    @Test("a logarithmic axis has at least three ticks", arguments: 1...60)
    func spans(step: Int) {
        let low = 0.0037
        let high = low * (1 + Double(step * step) / 7)
        #expect(LogTicks.ticks(from: low, to: high, wanted: 5).count >= 3)
    }
}
