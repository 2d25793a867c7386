import Networks
import Tensors

/// The tutorial's network: the first instance forwards and backwards, then one step down the gradient, as bits.
func networksReport() -> String {
    do throws(NetworkError) {
        let toy = try NetworkDeclaration(
            inputs: ["x1", "x2"],
            layers: [
                LayerDeclaration(
                    name: "h", letter: "W", weights: .matrix(Tensor(rows: [[6, -3], [-2, 5]])), activation: .sigmoid),
                LayerDeclaration(
                    name: "y", letter: "V", weights: .matrix(Tensor(rows: [[1, -2], [0.25, 2]])),
                    activation: .sigmoid),
            ]
        ).network()
        let instance = Instance(
            inputNames: ["x1", "x2"], inputs: [3, 1], targetNames: ["t1", "t2"], targets: [1, 0])
        let pass = try toy.forward(instance)
        let gradients = try pass.backward()
        let after = try toy.update(gradients: [gradients], rate: 0.5).after
        var out = line("h1_out", pass["h1_out"]) + line("y1", pass["y1"]) + line("y2", pass["y2"])
        out += line("loss", pass.loss)
        for name in toy.names { out += line("gradient of \(name)", gradients[name]) }
        for (name, value) in zip(after.names, after.parameters) { out += line("new \(name)", value) }
        return try out + trainingReport(toy)
    } catch {
        return "the tutorial's network is refused\n"
    }
}

/// The outputs for both instances after 200 epochs, and the last loss.
private func trainingReport(_ toy: Network) throws(NetworkError) -> String {
    let data = try DataSet(
        inputNames: ["x1", "x2"], targetNames: ["t1", "t2"], rows: [[3, 1, 1, 0], [-1, 4, 0, 1]])
    let run = try toy.train(data, Training(epochs: 200, rate: 0.5))
    var out = ""
    for instance in data.instances {
        for (name, value) in zip(toy.outputs, try run.network.forward(instance).outputs) {
            out += line("trained \(name)", value)
        }
    }
    return out + line("trained loss", run.loss.last)
}

private func line(_ name: String, _ value: Double?) -> String {
    "\(name) \(value.map { hexadecimal($0.bitPattern) } ?? "is not there")\n"
}
