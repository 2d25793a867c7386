import Tensors
import Testing

private let inf = Double.infinity
private let nan = Double.nan
private let tiny = Double.leastNonzeroMagnitude

@Suite struct ElementaryFunctionTests {
    @Test func exponentialsOfTheTutorialAreExact() {
        #expect(Double.sigmoid(16) == 0.9999998874648379)
        #expect(Double.exp(1) == 2.718281828459045)
        #expect(Double.log(10) == 2.302585092994046)
    }

    @Test(
        arguments: [
            (Double.exp(inf), inf), (Double.exp(-inf), 0), (Double.exp(nan), nan), (Double.exp(709.8), inf),
            (Double.exp(-745.2), 0),
            (Double.exp(-745), tiny), (Double.exp(709.782712893384), 1.7976931348622732e308),
            (Double.exp(-708.5), tiny * 4060456990316460),
            (Double.exp(0), 1), (Double.exp(-0.0), 1), (Double.exp(0x1p-60), 1),
            (Double.expm1(-0.0), -0.0), (Double.expm1(inf), inf), (Double.expm1(-inf), -1), (Double.expm1(-100), -1),
            (Double.log(0), -inf), (Double.log(-0.0), -inf), (Double.log(-1), nan), (Double.log(inf), inf),
            (Double.log(1), 0),
            (Double.log(tiny), -744.4400719213812), (Double.log2(8), 3), (Double.log2(tiny), -1074),
            (Double.log10(1e22), 22),
            (Double.log10(1e-5), -5), (Double.log1p(-1), -inf), (Double.log1p(-0.0), -0.0), (Double.log1p(-1.5), nan),
            (Double.sin(-0.0), -0.0), (Double.sin(inf), nan), (Double.cos(inf), nan), (Double.cos(0), 1),
            (Double.tan(-inf), nan),
            (Double.sin(.pi), 1.2246467991473532e-16), (Double.cos(1e22), 0.523214785395139),
            (Double.sin(6381956970095103 * 0x1p797), 1),
            (Double.asin(1.1), nan), (Double.acos(-1), .pi), (Double.acos(1), 0), (Double.asin(-1), -.pi / 2),
            (Double.atan(-inf), -.pi / 2),
            (Double.tanh(inf), 1), (Double.tanh(-0.0), -0.0), (Double.sinh(-inf), -inf), (Double.cosh(-inf), inf),
            (Double.sinh(710.4), 1.6663642832806496e308),
            (Double.remainder(5, 3), 2), (Double.remainder(-5, 3), -2), (Double.remainder(5, inf), 5),
            (Double.remainder(inf, 2), nan),
            (Double.remainder(1, 0), nan), (Double.remainder(-6, 3), -0.0), (Double.remainder(1e308, tiny), 0),
            (Double.remainder(1, 0.1), 0.09999999999999995),
        ] as [(Double, Double)])
    func specialValuesAreThoseOfC(value: Double, expected: Double) {
        #expect(isSame(value, expected), "\(value) is not \(expected)")
    }

    @Test(
        arguments: [
            (0, 0, 1), (nan, 0, 1), (1, nan, 1), (1, inf, 1), (-1, inf, 1), (-1, -inf, 1), (0.5, inf, 0),
            (0.5, -inf, inf), (2, inf, inf),
            (2, -inf, 0), (-2, 3, -8), (-2, 2, 4), (-2, 0.5, nan), (-8, 1.0 / 3, nan), (0, -1, inf), (-0.0, -1, -inf),
            (-0.0, -2, inf),
            (-0.0, 3, -0.0), (-0.0, 2, 0), (0, 0.5, 0), (-inf, 3, -inf), (-inf, 2, inf), (-inf, -3, -0.0),
            (-inf, 0.5, inf), (inf, -1, 0),
            (nan, 1, nan), (2, nan, nan), (2, 1024, inf), (2, -1074, tiny), (2, -1075, 0), (10, 15, 1e15),
            (10, -5, 1e-5), (3, 20, 3486784401),
            (4, 0.5, 2), (10, 308, 1e308), (1.0000000000000002, 1e16, 9.21143870499353), (-1, 1e300, 1),
            (tiny, 0.5, 2.2227587494850775e-162),
            (10, -320, tiny * 2024), (0.9, 7000, tiny * 1009),
        ] as [(Double, Double, Double)])
    func powersOfSpecialOperandsAreThoseOfC(base: Double, exponent: Double, expected: Double) {
        let value = Double.pow(base, exponent)
        #expect(isSame(value, expected), "\(base) to the \(exponent) is \(value)")
    }

    @Test(
        arguments: [
            (0, 0, 0), (0, -0.0, .pi), (-0.0, -0.0, -.pi), (-0.0, 1, -0.0), (1, 0, .pi / 2), (-1, -0.0, -.pi / 2),
            (inf, inf, .pi / 4),
            (inf, -inf, 3 * .pi / 4), (-inf, -inf, -3 * .pi / 4), (1, inf, 0), (1, -inf, .pi), (-inf, 3, -.pi / 2),
            (nan, 1, nan),
            (1e-300, 1e300, 0), (1e300, 1e-300, .pi / 2), (1, 1, .pi / 4), (tiny, tiny, .pi / 4),
        ] as [(Double, Double, Double)])
    func anglesOfSpecialPointsAreThoseOfC(y: Double, x: Double, expected: Double) {
        let value = Double.atan2(y, x)
        #expect(isSame(value, expected), "\(value)")
    }

    @Test func theSigmoidIsTheFormulaOnBothSides() {
        for z in stride(from: -700.0, through: 700, by: 0.37) { #expect(Double.sigmoid(z) == 1 / (1 + Double.exp(-z))) }
        #expect(Double.sigmoid(-745) == tiny)
        #expect(Double.sigmoid(1e4) == 1)
        #expect(Double.sigmoid(-1e4) == 0)
        #expect(Double.softplus(1e4) == 1e4)
        #expect(Double.softplus(-745) == tiny)
        #expect(Double.softplus(-inf) == 0)
    }

    @Test func singlePrecisionIsDoublePrecisionRounded() {
        #expect(Float.exp(88.8) == .infinity)
        #expect(Float.exp(1) == 2.7182817)
        #expect(Float.tanh(0.5) == 0.46211717)
        #expect(1 - Float.sigmoid(16) == 1.1920929e-07)
    }

    private func isSame(_ a: Double, _ b: Double) -> Bool {
        a.isNaN ? b.isNaN : a == b && a.sign == b.sign
    }
}
