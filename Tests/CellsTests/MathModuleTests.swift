import Testing

@testable import Cells

@Suite struct MathModuleTests {
    @Test func functionsAndTheirSpecialValues() throws {
        try expectAsPython([
            "math.pi", "math.e", "math.tau", "math.inf", "math.nan", "math.sqrt(2)", "math.sqrt(-1)", "math.sqrt(True)",
            "math.exp(1)", "math.exp(1000)", "math.exp(-1000)", "math.log(10)", "math.log(8, 2)", "math.log(0)",
            "math.log(-1)",
            "math.log(1, 1)", "math.log(2, -1)", "math.log10(1000)", "math.log2(8)", "math.log1p(1e-10)",
            "math.log1p(-1)",
            "math.expm1(1e-10)", "math.exp2(3)", "math.exp2(5000)", "math.sin(1)", "math.cos(math.inf)",
            "math.tan(0.5)", "math.asin(2)",
            "math.acos(1)", "math.atan(math.inf)", "math.atan2(1, -1)", "math.atan2(-0.0, -1)", "math.sinh(1000)",
            "math.cosh(0)",
            "math.tanh(20)", "math.pow(2, 0.5)", "math.pow(0, -1)", "math.pow(-8, 1/3)", "math.pow(1e300, 2)",
            "math.pow(math.nan, 0)",
            "math.pow(0.0, -math.inf)", "math.pow(2, 3)", "math.fabs(-3)", "math.floor(-2.5)", "math.ceil(-2.5)",
            "math.trunc(-2.5)",
            "math.floor(5)", "math.floor(math.nan)", "math.ceil(math.inf)", "math.floor('a')", "math.fmod(-7, 3)",
            "math.fmod(7, 0)",
            "math.fmod(math.inf, 2)", "math.fmod(3, math.inf)", "math.remainder(7, 2)", "math.remainder(5, 2)",
            "math.remainder(-1.5, 1)",
            "math.remainder(1, 0)", "math.isnan(math.nan)", "math.isinf(-math.inf)", "math.isfinite(1)",
            "math.isclose(1, 1 + 1e-10)",
            "math.isclose(1, 1.1, rel_tol=0.2)", "math.isclose(0, 1e-10, abs_tol=1e-9)",
            "math.isclose(1, 2, rel_tol=-1)",
            "math.gcd()", "math.gcd(12, 18)", "math.gcd(12, 18, 8)", "math.gcd(-4, 6)", "math.gcd(0, 0)",
            "math.lcm(4, 6)", "math.lcm()",
            "math.lcm(3, 0)", "math.lcm(-2, 3)", "math.factorial(20)", "math.factorial(0)", "math.factorial(-1)",
            "math.factorial(2.0)",
            "math.comb(10, 3)", "math.comb(3, 10)", "math.comb(60, 30)", "math.comb(-1, 2)", "math.perm(5, 2)",
            "math.perm(5)",
            "math.perm(5, None)", "math.perm(2, 3)", "math.prod([1, 2, 3])", "math.prod([1.5, 2], start=2)",
            "math.prod([])",
            "math.fsum([0.1] * 10)", "math.fsum([1e16, 1, -1e16])", "math.fsum([])", "math.fsum([math.inf, 1])",
            "math.fsum([math.inf, -math.inf])", "math.fsum([1e308, 1e308])", "math.fsum(['a'])",
            "math.copysign(3, -0.0)",
            "math.degrees(math.pi)", "math.radians(180)", "math.hypot(3, 4)", "math.hypot()", "math.hypot(1, 2, 3)",
            "math.hypot(-5)",
            "math.hypot(math.inf, math.nan)", "math.hypot(1e200, 1e200)", "math.hypot(1e-320, 1e-320)",
            "math.dist([0, 0], [3, 4])",
            "math.dist((1,), [2, 3])", "math.isqrt(17)", "math.isqrt(2**62)", "math.isqrt(-1)", "math.modf(2.5)",
            "math.modf(-math.inf)",
            "math.frexp(10)", "math.frexp(-0.0)", "math.frexp(5e-324)", "math.ldexp(0.5, 4)", "math.ldexp(1, 5000)",
            "math.ldexp(1, -1100)",
            "math.ldexp(1, 1.5)", "math.nextafter(1, 2)", "math.nextafter(0, -1)", "math.ulp(1)", "math.ulp(math.inf)",
            "math.sqrt()",
            "math.sqrt(1, 2)", "math.sqrt(x=4)", "math.nope(1)", "math.sqrt('4')",
        ])
    }

    @Test func sumsAndLengthsAreRoundedAsPythonRoundsThem() throws {
        var random = Random(state: 5)
        func number() -> String {
            let digits = "\(random.below(2) == 0 ? "-" : "")\(random.below(1_000_000)).\(random.below(1_000_000))"
            return digits + (random.below(3) == 0 ? "e\(random.below(60) - 30)" : "")
        }
        var expressions: [String] = []
        for _ in 0..<1_500 {
            let numbers = (0..<(2 + random.below(5))).map { _ in number() }.joined(separator: ", ")
            expressions += [
                "math.fsum([\(numbers)])", "math.hypot(\(numbers))", "math.remainder(\(number()), \(number()))",
            ]
            expressions += ["math.fmod(\(number()), \(number()))", "math.frexp(\(number()))", "sum([\(numbers)])"]
        }
        try expectAsPython(expressions)
    }

    @Test(arguments: ["math.gamma(5)", "math.erf(1)", "math.cbrt(8)"])
    func whatIsNotThereIsNamed(_ text: String) {
        #expect(outcome(text).code == "cell.attribute")
    }
}
