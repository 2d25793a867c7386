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
        #expect(nearestName(to: "Wx1", in: ["w11", "W11"]) == "W11")
        #expect(nearestName(to: "wx1", in: ["w11", "W11"]) == "w11")
        #expect(nearestName(to: "w", in: ["V", "W"]) == "W")
    }

    @Test func ofNamesNearAlikeTheFirstWins() {
        #expect(nearestName(to: "w31", in: ["w11", "w21", "w32"]) == "w11")
        #expect(nearestName(to: "w31", in: ["w32", "w21", "w11"]) == "w32")
    }

    @Test(arguments: [
        ("nope", "np"), ("nn", "np"), ("n", "np"), ("fast", "list"), ("fast", "first"), ("comb", "cos"),
        ("abcde", "xyzde"),
    ])
    func shortNamesMustBeNearer(written: String, known: String) {
        #expect(nearestName(to: written, in: [known]) == nil)
    }

    @Test(arguments: [("frist", "first"), ("epoch", "epochs"), ("aa", "a"), ("sigmiod", "sigmoid"), ("tset", "test")])
    func slipsInShortNamesAreFound(written: String, known: String) {
        #expect(nearestName(to: written, in: [known]) == known)
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
