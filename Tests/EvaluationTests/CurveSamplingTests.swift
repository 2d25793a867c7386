import Figures
import Testing

@testable import Evaluation

/// At which points functions are drawn.
struct CurveSamplingTests {
    private func curve(
        _ from: Double, _ to: Double, isLogX: Bool = false, shown: ClosedRange<Double>? = nil,
        _ function: (Double) -> Double?
    ) -> CurveSampling {
        var curve = CurveSampling(from: from, to: to, isLogX: isLogX, shown: shown)
        let heights = (0...CurveSampling.count).map { index in
            function(curve.place(Double(index) / Double(CurveSampling.count))) ?? 0
        }
        curve.refine(heights, height: function)
        return curve
    }

    @Test func whatIsSmoothHasTheFirstPointsAlone() {
        let curve = curve(-2, 2) { $0 * $0 }
        let places: [Double] = (0...200).map { index in index == 200 ? 2 : -2 + 4 * (Double(index) / 200) }
        #expect(curve.points == places.map { Point($0, $0 * $0) })
        #expect(curve.pole == nil)
    }

    @Test(arguments: [0.3177, 4.0213, 9.99])
    func aNarrowPeakIsNotPassedOver(peak: Double) {
        let curve = curve(0, 10) { x in
            let away = (x - peak) * 200
            return 1 / (1 + away * away)
        }
        let highest = curve.points.map(\.y).max() ?? 0
        #expect(highest > 0.995)
        #expect(curve.points.count < 600)
    }

    @Test func everyTurnOfAFastWaveIsThere() {
        // A triangle wave of 400 periods: between two neighbouring turns there is a whole rise or fall.
        let curve = curve(0, 400) { x in
            let part = x - x.rounded(.down)
            return part < 0.5 ? 4 * part - 1 : 3 - 4 * part
        }
        let sides = curve.points.map { $0.y < 0 }
        let crossings = zip(sides, sides.dropFirst()).count { $0 != $1 }
        #expect(crossings == 800)
    }

    @Test func aJumpInterruptsTheLine() throws {
        let curve = curve(-1, 1) { $0 > 0.123 ? 1 : 0 }
        let gap = try #require(curve.points.firstIndex { $0.y.isNaN })
        let gaps = curve.points.count { $0.y.isNaN }
        #expect(gaps == 1)
        #expect(curve.pole == nil)
        let (left, right) = (curve.points[gap - 1], curve.points[gap + 1])
        #expect(left.y == 0)
        #expect(right.y == 1)
        #expect(right.x - left.x < 1e-9)
        #expect(left.x <= 0.123)
        #expect(right.x > 0.123)
    }

    @Test func whatIsSteepDoesNot() {
        let curve = curve(-1, 1) { x in max(-1, min(1, 5000 * (x - 0.00123))) }
        let gaps = curve.points.count { $0.y.isNaN }
        #expect(gaps == 0)
        #expect(curve.pole == nil)
    }

    @Test func aPoleIsTold() {
        let whole = curve(-1, 1.1) { $0 == 0 ? nil : 1 / $0 }
        #expect(whole.pole == 0)
        let cut = curve(-1, 1.1, shown: -10...10) { $0 == 0 ? nil : 1 / $0 }
        // No line joins the two branches.
        let joined = zip(cut.points, cut.points.dropFirst()).contains { start, end in start.y < -10 && end.y > 10 }
        #expect(!joined)
        let gaps = cut.points.count { $0.y.isNaN }
        #expect(gaps == 1)
    }

    @Test func aLogarithmicAxisIsDividedEvenly() {
        let curve = curve(1e-4, 1e4, isLogX: true) { $0 }
        let ratios: [Double] = zip(curve.points, curve.points.dropFirst()).prefix(50).map { $1.x / $0.x }
        let first = ratios[0]
        let isEven = ratios.allSatisfy { ($0 - first).magnitude < 1e-6 }
        #expect(isEven)
    }
}
