import Figures
import Tensors

/// A layered net with everything a diagram can show, its numbers drawn from a seeded stream.
struct SampleNetwork {
    struct Parts: OptionSet {
        var rawValue: Int
        static let values = Parts(rawValue: 1)
        static let gradients = Parts(rawValue: 2)
        static let comparison = Parts(rawValue: 4)
        static let biases = Parts(rawValue: 8)
        static let weightNames = Parts(rawValue: 16)
        static let titles = Parts(rawValue: 32)
        static let targets = Parts(rawValue: 64)
    }

    var sizes: [Int]
    var parts: Parts = [.values, .targets]
    /// Exponents of ten that magnitudes are drawn from.
    var exponents = 0...0
    private var state: UInt64

    init(_ sizes: [Int], _ parts: Parts = [.values, .targets], exponents: ClosedRange<Int> = 0...0, seed: UInt64 = 1) {
        self.sizes = sizes
        self.parts = parts
        self.exponents = exponents
        state = seed
    }

    private mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }

    private mutating func number() -> Double {
        let exponent = exponents.lowerBound + Int(next() * Double(exponents.count))
        return (next() < 0.5 ? -1 : 1) * (0.1 + 0.9 * next()) * Double.pow(10, Double(exponent + 1))
    }

    static func quantity(_ x: Double) -> NetworkDiagram.Quantity { .init(x, ShownNumber(x)?.plain ?? "?") }

    private mutating func quantity() -> NetworkDiagram.Quantity { Self.quantity(number()) }

    mutating func diagram() -> NetworkDiagram {
        var layers: [NetworkDiagram.Layer] = []
        var edges: [NetworkDiagram.Edge] = []
        for (layer, count) in sizes.enumerated() {
            let units = (0..<count).map { unit(layer: layer, $0) }
            layers.append(.init(title: parts.contains(.titles) ? Label("layer \(layer)") : nil, units: units))
            guard layer > 0 else { continue }
            for source in 0..<sizes[layer - 1] {
                for target in 0..<count { edges.append(edge(layer - 1, source, target)) }
            }
        }
        return NetworkDiagram(layers: layers, edges: edges)
    }

    private mutating func unit(layer: Int, _ index: Int) -> NetworkDiagram.Unit {
        let letter = layer == 0 ? "x" : layer == sizes.count - 1 ? "y" : "hkmn".map(String.init)[layer - 1]
        var unit = NetworkDiagram.Unit(
            id: "\(letter)\(index + 1)", name: .symbol(letter, subscript: "\(index + 1)"),
            tint: layer == 0 ? nil : next())
        if parts.contains(.values) { unit.value = quantity() }
        guard layer > 0 else { return unit }
        if parts.contains(.comparison) { unit.after = quantity() }
        if parts.contains(.gradients) { unit.gradient = quantity() }
        if parts.contains(.biases) {
            unit.bias = quantity()
            if parts.contains(.gradients) { unit.biasGradient = quantity() }
        }
        if layer == sizes.count - 1, parts.contains(.targets) {
            unit.target = Self.quantity(1)
            unit.error = quantity()
        }
        return unit
    }

    private mutating func edge(_ layer: Int, _ source: Int, _ target: Int) -> NetworkDiagram.Edge {
        let letter = ["w", "v", "u", "r", "s"][layer]
        let weight = quantity()
        var edge = NetworkDiagram.Edge(
            id: "\(letter)\(source + 1)\(target + 1)", layer: layer, source: source, target: target,
            weight: weight.number, value: weight.text)
        if parts.contains(.weightNames) { edge.name = .symbol(letter, subscript: "\(source + 1)\(target + 1)") }
        if parts.contains(.comparison) { edge.after = quantity().text }
        if parts.contains(.gradients) { edge.gradient = quantity().text }
        return edge
    }
}
