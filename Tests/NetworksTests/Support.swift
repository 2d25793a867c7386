import Foundation
import Networks
import Tensors
import Testing

/// The 2-2-2 network of the tutorial.
func tutorialNetwork() throws -> Network {
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

/// The two instances of the tutorial.
func tutorialData() throws -> DataSet {
    try DataSet(inputNames: ["x1", "x2"], targetNames: ["t1", "t2"], rows: [[3, 1, 1, 0], [-1, 4, 0, 1]])
}

/// Numbers frozen by a script in `Golden`.
indirect enum Frozen: Decodable {
    case number(Double)
    case list([Frozen])
    case table([String: Frozen])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let list = try? container.decode([Frozen].self) {
            self = .list(list)
        } else {
            self = .table(try container.decode([String: Frozen].self))
        }
    }

    init(file: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("Golden").appendingPathComponent(file))
        self = try JSONDecoder().decode(Frozen.self, from: data)
    }

    subscript(key: String) -> Frozen {
        guard case .table(let table) = self, let value = table[key] else {
            Issue.record("the golden file has no \(key)")
            return .list([])
        }
        return value
    }

    /// All numbers, row by row.
    var numbers: [Double] {
        switch self {
        case .number(let number): [number]
        case .list(let list): list.flatMap { $0.numbers }
        case .table(let table): table.sorted { $0.key < $1.key }.flatMap { $0.value.numbers }
        }
    }

    var rows: [[Double]] {
        guard case .list(let list) = self else { return [] }
        return list.map { $0.numbers }
    }
}

extension NamedValue {
    /// The numbers, row by row.
    var numbers: [Double] {
        switch self {
        case .scalar(let number): [number]
        case .vector(let numbers): numbers
        case .matrix(let matrix): matrix.elements
        }
    }
}

/// Expects equal counts, and each number within `relative` of the other or within `absolute`.
func expectClose(
    _ a: [Double], _ b: [Double], relative: Double, absolute: Double = 1e-15, _ comment: Comment? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(a.count == b.count, comment, sourceLocation: sourceLocation)
    for (i, (x, y)) in zip(a, b).enumerated() {
        let bound = max(absolute, relative * max(x.magnitude, y.magnitude))
        guard (x - y).magnitude > bound || x.isNaN != y.isNaN else { continue }
        Issue.record(
            "number \(i): \(x) and \(y) differ \(comment.map { "(\($0))" } ?? "")", sourceLocation: sourceLocation)
    }
}

/// A network of random shape with an instance that fits it.
struct Sample: Sendable, CustomTestStringConvertible {
    let network: Network
    let instance: Instance
    let testDescription: String

    init(seed: UInt64, depth: Int, activation: Activation, loss: Loss, hasBias: Bool) throws {
        var generator = Generator(seed: seed)
        var sizes = (0...depth).map { _ in 1 + generator.integer(below: 4) }
        if loss == .softmaxCE { sizes[depth] = max(2, sizes[depth]) }
        let inputs = (1...sizes[0]).map { "x\($0)" }
        let layers = (0..<depth).map { k in
            LayerDeclaration(
                name: k == depth - 1 ? "y" : "h\(k + 1)", weights: .initialiser(.normal(0.8)),
                bias: hasBias ? .initialiser(.uniform(-0.5, 0.5)) : LayerDeclaration.Bias.none,
                units: .count(sizes[k + 1]),
                activation: k == depth - 1 ? loss.requiredActivation ?? activation : activation)
        }
        network = try NetworkDeclaration(inputs: inputs, layers: layers, loss: loss, seed: seed).network()
        let isProbability = loss == .bce || loss == .softmaxCE
        let targets = (0..<sizes[depth]).map { _ in isProbability ? generator.random() : generator.standardNormal() }
        instance = Instance(
            inputNames: inputs, inputs: inputs.map { _ in generator.standardNormal() },
            targetNames: targets.indices.map { "t\($0 + 1)" }, targets: targets)
        testDescription = "\(activation.name), \(loss.name), depth \(depth), \(hasBias ? "biases" : "no biases")"
    }

    /// Depths 1 to 4, all activations and losses, with and without biases.
    static func all() throws -> [Sample] {
        var samples: [Sample] = []
        for depth in 1...4 {
            for activation in Activation.allCases {
                for loss in Loss.allCases {
                    for hasBias in [false, true] {
                        samples.append(
                            try Sample(
                                seed: UInt64(samples.count), depth: depth, activation: activation, loss: loss,
                                hasBias: hasBias))
                    }
                }
            }
        }
        return samples
    }
}
