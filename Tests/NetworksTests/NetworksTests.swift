import Networks
import Tensors
import Testing

@Suite struct Smoke {
    @Test func first() throws {
        let toy = try tutorialNetwork()
        let pass = try toy.forward(Instance(inputNames: ["x1", "x2"], inputs: [3, 1], targetNames: ["t1", "t2"], targets: [1, 0]))
        #expect(pass["h1_out"] == 0.9999998874648379)
        #expect(pass.outputs == [0.7319417133694889, 0.12303185591001443])
        #expect(pass.loss == 0.08699208259994781)
        let gradients = try pass.backward()
        #expect(gradients["w11"] == -5.34381483665323e-08)
        #expect(gradients["x1"] == -0.0014202505483048738)
    }
}

/// The 2-2-2 network of the tutorial.
func tutorialNetwork() throws(NetworkError) -> Network {
    try NetworkDeclaration(
        inputs: ["x1", "x2"],
        layers: [
            LayerDeclaration(
                name: "h", letter: "W", weights: .matrix(Tensor(rows: [[6, -3], [-2, 5]])), activation: .sigmoid),
            LayerDeclaration(
                name: "y", letter: "V", weights: .matrix(Tensor(rows: [[1, -2], [0.25, 2]])), activation: .sigmoid),
        ]
    ).network()
}
