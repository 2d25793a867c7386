import Tensors
import Testing

@Suite struct ElementaryFunctions {
    @Test func exponentialsOfTheTutorialAreExact() {
        #expect(Double.sigmoid(16) == 0.9999998874648379)
        #expect(Double.exp(1) == 2.718281828459045)
        #expect(Double.log(10) == 2.302585092994046)
    }
}
