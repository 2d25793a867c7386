import Foundation
import Support
import Testing

/// `longhand figure net.yml`: a picture of a network without any book.
struct NetworkFileTests {
    static let network = """
        inputs: [x1, x2]
        layers:
          - h: {activation: sigmoid, W: [[6, -3], [-2, 5]]}
          - y: {activation: sigmoid, V: [[1, -2], [0.25, 2]]}

        """

    private func texts(_ yaml: String) throws -> [String] {
        struct List: Decodable {
            struct Item: Decodable {
                var text: String?
            }
            var items: [Item]
        }
        let scratch = try Scratch()
        try scratch.write("net.yml", yaml)
        let run = try Program.run("figure", "net.yml", "-o", "-", "--format", "json", in: scratch.path)
        #expect(run.exit == 0 && run.errors.isEmpty, "\(run.errors)")
        return try JSONDecoder().decode(List.self, from: Data(run.output.utf8)).items.compactMap(\.text)
    }

    @Test func aNetworkShowsItsWeights() throws {
        let texts = try texts(Self.network)
        #expect(["6", "−3", "−2", "5", "1", "0.25", "2", "x1", "h2", "y1"].allSatisfy(texts.contains), "\(texts)")
    }

    @Test func anInputRunsTheNetwork() throws {
        let texts = try texts(Self.network + "input: [3, 1]\n")
        #expect(["3", "0.732", "0.123"].allSatisfy(texts.contains), "\(texts)")
    }

    @Test func aTargetIsWanted() throws {
        let texts = try texts(Self.network + "input: [3, 1]\ntarget: [1, 0]\ndigits: 5\n")
        #expect(["want 1", "want 0", "0.73194"].allSatisfy(texts.contains), "\(texts)")
    }

    @Test func gradientsStandAtTheWeights() throws {
        let texts = try texts(Self.network + "input: [3, 1]\ntarget: [1, 0]\ngradients: true\n")
        #expect(["∂ −0.105", "∂ −0.00189"].allSatisfy(texts.contains), "\(texts)")
    }

    @Test func theDiagramShowsWhatItIsAskedFor() throws {
        let texts = try texts(Self.network + "diagram: {show: [names], layers: [h, y]}\n")
        #expect(texts.contains("v21") && !texts.contains("6") && !texts.contains("x1"), "\(texts)")
    }

    /// Lines behind the network, and what is said of the file: line, column and message.
    @Test(arguments: [
        ("input: [3]", "5:1: error: 1 values for 2 inputs (x1, x2) [network.input]"),
        ("input: [3, a]", "5:12: error: 'input' holds numbers, not 'a' [network.form]"),
        ("input: [3, .inf]", "5:12: error: 'input' holds numbers, not '.inf' [network.form]"),
        ("target: [1, 0]", "5:1: error: 'target' needs 'input' as well [network.missing]"),
        ("input: [3, 1]\ngradients: true", "6:1: error: 'gradients' needs 'target' as well [network.missing]"),
        ("input: [3, 1]\ntarget: [1]", "5:1: error: 1 target for a network with 2 outputs [network.targets]"),
        (
            "diagram: {highlight: [v12x]}",
            "5:23: error: the network has no weight or unit 'v12x' [diagram.highlight]"
        ),
    ])
    func aMistakeIsToldAtItsPlace(lines: String, message: String) throws {
        let scratch = try Scratch()
        try scratch.write("net.yml", Self.network + lines + "\n")
        let run = try Program.run("figure", "net.yml", "-o", "net.png", in: scratch.path)
        #expect(run.exit == 1)
        #expect(run.diagnostics == ["net.yml:\(message)"])
        #expect(try scratch.names("") == ["net.yml"])
    }

    @Test func everyMistakeIsToldAtOnce() throws {
        let scratch = try Scratch()
        try scratch.write("net.yml", "inputs: [x1]\nlayer: []\nseeed: 3\n")
        let run = try Program.run("figure", "net.yml", "-o", "net.png", in: scratch.path)
        #expect(run.diagnostics.count == 2)
        #expect(run.errors.contains("did you mean 'layers'?") && run.errors.contains("did you mean 'seed'?"))
    }

    @Test func theSettingsOfABookAreNoNetwork() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        let run = try Program.run("figure", "book/book.yml", "-o", "a.svg", in: scratch.path)
        #expect(run.exit == 64)
        #expect(run.errors.contains("holds the settings of a book"))
    }
}
