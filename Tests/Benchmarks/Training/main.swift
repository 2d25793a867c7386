import Networks
import Tensors

// Prints the seconds of one training of the tutorial's network, 200 epochs on two instances, and the four outputs after
// it: the same as Tests/Benchmarks/training.c.

func measure() throws(NetworkError) {
    let toy = try NetworkDeclaration(
        inputs: ["x1", "x2"],
        layers: [
            LayerDeclaration(
                name: "h", letter: "W", weights: .matrix(Tensor(rows: [[6, -3], [-2, 5]])), activation: .sigmoid),
            LayerDeclaration(
                name: "y", letter: "V", weights: .matrix(Tensor(rows: [[1, -2], [0.25, 2]])), activation: .sigmoid),
        ]
    ).network()
    let data = try DataSet(
        inputNames: ["x1", "x2"], targetNames: ["t1", "t2"], rows: [[3, 1, 1, 0], [-1, 4, 0, 1]])
    let training = Training(epochs: 200, rate: 0.5)
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    for _ in 0..<2000 {
        let start = clock.now
        _ = try toy.train(data, training)
        best = min(best, clock.now - start)
    }
    let trained = try toy.train(data, training).network
    var outputs: [String] = []
    for instance in data.instances { outputs += try trained.forward(instance).outputs.map { "\($0)" } }
    print(best / .seconds(1), outputs.joined(separator: " "))
}

try measure()
