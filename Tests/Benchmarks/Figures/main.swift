import Canvas
import Figures

// Prints what drawing figures takes on one core, for Tests/Benchmarks/bench.py: a line for each picture with its name and
// the median of the seconds. Each picture is laid out and drawn anew, by a renderer that has its fonts already, as in a book.

/// The tutorial's network with the values of a pass: two inputs, two hidden units, two outputs.
func network() -> Figure {
    let activations = [["3", "1"], ["1.00", "0.00669"], ["0.732", "0.123"]]
    let weights = [[["6", "−3"], ["−2", "5"]], [["1", "−2"], ["0.25", "2"]]]
    let numbers = [[[6.0, -3], [-2, 5]], [[1, -2], [0.25, 2]]]
    let layers = ["x", "h", "y"].enumerated().map { layer, letter in
        NetworkDiagram.Layer(
            units: activations[layer].enumerated().map { unit, text in
                NetworkDiagram.Unit(
                    id: "\(letter)\(unit + 1)", name: .symbol(letter, subscript: "\(unit + 1)"),
                    value: .init(0.5, text), tint: 0.5)
            })
    }
    var edges: [NetworkDiagram.Edge] = []
    for (layer, letter) in ["w", "v"].enumerated() {
        for source in 0..<2 {
            for target in 0..<2 {
                let digits = "\(source + 1)\(target + 1)"
                edges.append(
                    NetworkDiagram.Edge(
                        id: letter + digits, layer: layer, source: source, target: target,
                        weight: numbers[layer][source][target], name: .symbol(letter, subscript: digits),
                        value: weights[layer][source][target]))
            }
        }
    }
    return .network(NetworkDiagram(layers: layers, edges: edges))
}

/// A noisy decay, like the losses of a million steps (xorshift).
func losses() -> Figure {
    var state: UInt64 = 88_172_645_463_325_252
    let points = (0..<1_000_000).map { step in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        let noise = Double(state >> 11) / 9_007_199_254_740_992
        return Point(Double(step), (0.1 + noise) / (1 + Double(step) / 50_000))
    }
    let series = Plot.Series(label: Label("loss"), shape: .line(points))
    return .plot(Plot(series: [series], x: .init(label: Label("step")), y: .init(label: Label("loss"))))
}

/// For figures without a graph.
final class NoGraphs: GraphPlacer {
    func placement(of plan: GraphPlan) throws(GraphPlacingError) -> GraphPlacement {
        throw GraphPlacingError("there are no graphs here")
    }
}

func median(of runs: Int, _ draw: () throws -> [UInt8]) rethrows -> Double {
    let clock = ContinuousClock()
    let first = try draw()
    var seconds: [Double] = []
    for _ in 0..<runs {
        let start = clock.now
        let picture = try draw()
        seconds.append((clock.now - start) / .seconds(1))
        precondition(picture == first, "one figure gives one picture")
    }
    return seconds.sorted()[runs / 2]
}

let renderer = try Renderer()
let (toy, curve) = (network(), losses())
print(
    "2-2-2-svg",
    try median(of: 501) {
        try renderer.svg(try toy.laidOut(measuring: renderer, placing: NoGraphs()), palette: .light)
    })
print(
    "2-2-2-png",
    try median(of: 101) {
        try renderer.png(try toy.laidOut(measuring: renderer, placing: NoGraphs()), palette: .light, dpi: 192)
    })
print(
    "million-svg",
    try median(of: 21) {
        try renderer.svg(try curve.laidOut(measuring: renderer, placing: NoGraphs()), palette: .light)
    })
