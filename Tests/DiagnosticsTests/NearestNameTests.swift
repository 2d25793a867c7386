import Diagnostics
import Testing

@Suite struct NearestNameTests {
    static let activations = ["sigmoid", "tanh", "relu", "leaky-relu", "softplus", "linear", "softmax"]

    @Test(arguments: [
        ("sigmiod", "sigmoid"),
        ("sigmod", "sigmoid"),
        ("Sigmoid", "sigmoid"),
        ("tahn", "tanh"),
        ("rlu", "relu"),
        ("leakyrelu", "leaky-relu"),
        ("leaky_relu", "leaky-relu"),
        ("softmx", "softmax"),
        ("softplus ", "softplus"),
    ])
    func aSlipFindsTheNameThatWasMeant(written: String, meant: String) {
        #expect(nearestName(to: written, in: NearestNameTests.activations) == meant)
    }

    @Test(arguments: ["", "x", "identity", "step", "σ"])
    func whatIsFarFromEveryNameHasNoSuggestion(written: String) {
        #expect(nearestName(to: written, in: NearestNameTests.activations) == nil)
    }

    @Test func aNameIsNotItsOwnCorrection() {
        #expect(nearestName(to: "tanh", in: ["tanh"]) == nil)
        #expect(nearestName(to: "w11", in: ["w11", "w12"]) == "w12")
    }

    @Test func aSwapIsNearerThanTwoReplacements() {
        #expect(nearestName(to: "w21", in: ["w34", "w12"]) == "w12")
        #expect(nearestName(to: "ab", in: ["ba"]) == "ba")
    }

    @Test func letterCaseBreaksTies() {
        #expect(nearestName(to: "Wx", in: ["w1", "W1"]) == "W1")
        #expect(nearestName(to: "wx", in: ["w1", "W1"]) == "w1")
        #expect(nearestName(to: "w", in: ["V", "W"]) == "W")
    }

    @Test func ofNamesNearAlikeTheFirstWins() {
        #expect(nearestName(to: "w31", in: ["w11", "w21", "w32"]) == "w11")
        #expect(nearestName(to: "w31", in: ["w32", "w21", "w11"]) == "w32")
    }

    @Test func aSingleLetterIsNotReplacedByAnother() {
        #expect(nearestName(to: "a", in: ["b", "c"]) == nil)
    }

    @Test func lettersCountNotBytes() {
        #expect(nearestName(to: "naïve", in: ["naive"]) == "naive")
        #expect(nearestName(to: "隠層", in: ["隠れ層"]) == "隠れ層")
    }

    @Test func nothingIsKnownNothingIsFound() {
        #expect(nearestName(to: "w11", in: [String]()) == nil)
    }
}
