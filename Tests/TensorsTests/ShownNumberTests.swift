import Tensors
import Testing

@Suite struct ShownNumberTests {
    @Test(arguments: [
        (16.0, "16"), (0.25, "0.25"), (0.7319417133694889, "0.7319"), (0.99996, "1.000"), (-2.0, "−2"), (0, "0"),
        (-0.0, "0"),
        (-5.34381483665323e-08, "−5.344 × 10⁻⁸"), (1e-7, "1 × 10⁻⁷"), (0.0001, "0.0001"), (0.00012345, "0.0001234"),
        (123456, "123500"), (999_999.9, "1.000 × 10⁶"), (1e6, "1 × 10⁶"), (12.5, "12.5"), (1234.5, "1234"),
        (1235.5, "1236"),
        (6.02214076e23, "6.022 × 10²³"), (100_000, "100000"),
    ]) func floatsWithoutFormat(x: Double, shown: String) {
        #expect(ShownNumber(x)?.plain == shown)
    }

    @Test(arguments: [
        (-0.0000001, ".2f", "0.00"), (-0.0, "+.1f", "+0.0"), (3.14159, "+.2f", "+3.14"), (0.1234, ".1%", "12.3%"),
        (1234567.891, ",.2f", "1,234,567.89"), (5.34381483665323e-08, ".3e", "5.344 × 10⁻⁸"), (-2.5, ".0f", "−2"),
        (5.34381483665323e-08, ".4g", "5.344 × 10⁻⁸"), (3, "", "3.0"), (1, "06.2f", "001.00"), (2.5, "10.1f", "2.5"),
    ]) func floatsWithFormat(x: Double, format: String, shown: String) throws {
        #expect(try ShownNumber(x, format: FormatSpec(format))?.plain == shown)
    }

    @Test(arguments: [
        (-5.34381483665323e-08, ".3e", "-5.344 \\times 10^{-8}", "(-5.344 \\times 10^{-8})"),
        (1234.5, ",.1f", "1{,}234.5", "1{,}234.5"),
        (-0.5, ".0%", "-50\\%", "(-50\\%)"),
    ]) func mathematics(x: Double, format: String, tex: String, inParentheses: String) throws {
        let shown = try ShownNumber(x, format: FormatSpec(format))
        #expect(shown?.tex == tex)
        #expect(shown?.texInParentheses == inParentheses)
    }

    @Test func exactMeansReadingBackAsTheSameNumber() throws {
        #expect(ShownNumber(0.1)?.isExact == true)
        #expect(ShownNumber(1.0 / 3)?.isExact == false)
        #expect(ShownNumber(repr: 1.0 / 3)?.isExact == true)
        #expect(try ShownNumber(0.25, format: FormatSpec(".1f"))?.isExact == false)
        #expect(try ShownNumber(0.25, format: FormatSpec(".3f"))?.isExact == true)
        #expect(try ShownNumber(0.25, format: FormatSpec(".0%"))?.isExact == true)
        #expect(try ShownNumber(0.1, format: FormatSpec(".20f"))?.isExact == true)
    }

    @Test func integersAreWhole() throws {
        #expect(ShownNumber(1_234_567).plain == "1234567")
        #expect(ShownNumber(Int.min).plain == "−9223372036854775808")
        #expect(try ShownNumber(-1234, format: FormatSpec(",")).tex == "-1{,}234")
        #expect(try ShownNumber(2, format: FormatSpec(".2f")).plain == "2.00")
    }

    @Test func numbersThatAreNotFiniteAreNotShown() throws {
        #expect(ShownNumber(Double.nan) == nil)
        #expect(ShownNumber(repr: .infinity) == nil)
        #expect(try ShownNumber(1e308, format: FormatSpec(".1%")) == nil)
    }
}
