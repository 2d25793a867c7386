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
        static let sums = Parts(rawValue: 128)
        static let wishes = Parts(rawValue: 256)
        static let loss = Parts(rawValue: 512)
        /// Some changes too small for the digits shown.
        static let changes = Parts(rawValue: 1024)
        /// Some unit, and some weight, stand out.
        static let highlight = Parts(rawValue: 2048)
        static let legend = Parts(rawValue: 4096)
        /// No weight has a number on it.
        static let bare = Parts(rawValue: 8192)
        static let all = 1 << 14
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

    /// A net of one to six layers of one to twelve units with any of its parts, all drawn from the seed.
    static func random(_ seed: Int) -> NetworkDiagram {
        var sample = SampleNetwork([], [], exponents: -9...5, seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
        let layers = 1 + Int(sample.next() * 6)
        sample.sizes = (0..<layers).map { _ in 1 + Int(sample.next() * 12) }
        sample.parts = Parts(rawValue: Int(sample.next() * Double(Parts.all)))
        var diagram = sample.diagram()
        if sample.next() < 0.5 { diagram.direction = .down }
        return diagram
    }

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
        if parts.contains(.loss) { addLoss(&layers, &edges) }
        if parts.contains(.highlight), let last = layers.indices.last {
            layers[last].units[0].emphasis = .highlighted
            if !edges.isEmpty { edges[Int(next() * Double(edges.count))].emphasis = .highlighted }
        }
        let scale = edges.compactMap { $0.weight }.max { abs($0) < abs($1) }.map(Self.quantity)
        return NetworkDiagram(layers: layers, edges: edges, scale: scale, hasLegend: parts.contains(.legend))
    }

    private mutating func addLoss(_ layers: inout [NetworkDiagram.Layer], _ edges: inout [NetworkDiagram.Edge]) {
        let last = layers.count - 1
        let loss = NetworkDiagram.Unit(id: "loss", name: Label("loss"), value: quantity(), shape: .box)
        layers.append(.init(units: [loss]))
        for unit in layers[last].units.indices {
            edges.append(
                .init(id: "\(layers[last].units[unit].id) loss", layer: last, source: unit, target: 0, weight: nil))
        }
    }

    private mutating func unit(layer: Int, _ index: Int) -> NetworkDiagram.Unit {
        let letter = layer == 0 ? "x" : layer == sizes.count - 1 ? "y" : "hkmn".map(String.init)[layer - 1]
        var unit = NetworkDiagram.Unit(
            id: "\(letter)\(index + 1)", name: .symbol(letter, subscript: "\(index + 1)"),
            tint: layer == 0 ? nil : next())
        if parts.contains(.values) { unit.value = quantity() }
        if parts.contains(.wishes) { unit.wish = [nil, .up, .down][Int(next() * 3)] }
        guard layer > 0 else { return unit }
        if parts.contains(.comparison) { unit.after = quantity() }
        if parts.contains(.changes), next() < 0.3 { unit.change = quantity().text }
        if parts.contains(.gradients) { unit.gradient = quantity() }
        if parts.contains(.sums) {
            unit.sum = quantity()
            unit.sumName = .symbol(letter, subscript: "\(index + 1)", superscript: "in")
            if parts.contains(.gradients) { unit.sumGradient = quantity() }
        }
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
        let digits = sizes.contains { $0 > 9 } ? "\(source + 1)_\(target + 1)" : "\(source + 1)\(target + 1)"
        var edge = NetworkDiagram.Edge(
            id: letter + digits, layer: layer, source: source, target: target, weight: weight.number)
        if parts.contains(.bare) { return edge }
        edge.value = weight.text
        if parts.contains(.weightNames) { edge.name = .symbol(letter, subscript: digits) }
        if parts.contains(.comparison) {
            let after = quantity()
            (edge.after, edge.weightAfter) = (after.text, after.number)
        }
        if parts.contains(.changes), next() < 0.3 { edge.change = quantity().text }
        if parts.contains(.gradients) { edge.gradient = quantity().text }
        if parts.contains(.wishes) { edge.wish = [nil, .up, .down][Int(next() * 3)] }
        return edge
    }
}
