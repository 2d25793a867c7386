import Figures
import Tensors
import Networks

extension DiagramBuilder {
    /// The diagram in words and numbers, for those who cannot see it.
    var alt: String {
        var sentences = [shapeSentence]
        if state.pass != nil, parts.contains(.activations) { sentences += activationSentences }
        if let change = changeSentence { sentences.append(change) }
        if parts.contains(.weights), after == nil, state.pass == nil {
            sentences += weightSentences { state.network.value(named: $0) }
        }
        if let gradients = state.gradients, parts.contains(.gradients) {
            sentences += weightSentences(of: "gradient of ") { gradients.value(named: $0) }
        }
        if let loss = state.pass?.loss, showsLoss { sentences.append("Loss: \(style.text(loss)).") }
        sentences += wishSentences
        if let standing = highlightSentence { sentences.append(standing) }
        return sentences.joined(separator: " ")
    }

    /// Which of the things drawn should be larger, and which smaller.
    private var wishSentences: [String] {
        guard shows(.wanted) else { return [] }
        let diagram = diagram()
        let units = diagram.layers.flatMap { $0.units }.map { ($0.id, $0.wish) }
        let biases = diagram.layers.flatMap { $0.units }.map { ("bias of \($0.id)", $0.biasWish) }
        let things = diagram.edges.map { ($0.id, $0.wish) } + units + biases
        func names(_ wish: NetworkDiagram.Wish) -> [String] { things.filter { $0.1 == wish }.map { $0.0 } }
        let wishes: [(NetworkDiagram.Wish, String)] = [(.up, "larger"), (.down, "smaller")]
        return wishes.compactMap { wish, word in names(wish).isEmpty ? nil : "To be \(word): \(brief(names(wish)))." }
    }

    private var highlightSentence: String? {
        let highlight = view.highlight
        let names = highlight.units + highlight.weights + (highlight.loss ? ["loss"] : [])
        return names.isEmpty ? nil : "Highlighted: \(brief(names))."
    }

    private var shapeSentence: String {
        let drawn = layers.map { $0 == 0 ? state.network.inputs.count : state.network.layers[$0 - 1].unitCount }
        let counts = drawn.map { String($0) }.joined(separator: "-")
        let whole = layers == 0...state.network.layers.count
        return whole ? "A \(counts) network." : "A part of the network, \(counts) units."
    }

    private var activationSentences: [String] {
        guard let pass = state.pass else { return [] }
        var sentences: [String] = []
        if layers.contains(0) { sentences.append(list("Inputs", zipped(state.network.inputs, pass.inputs))) }
        for (index, layer) in state.network.layers.enumerated() where layers.contains(index + 1) {
            let isOutput = index == state.network.layers.count - 1
            sentences.append(
                list(isOutput ? "Outputs" : "Layer \(layer.name)", zipped(layer.units, pass.outputs(layer: index))))
        }
        if pass.hasTargets, parts.contains(.targets) {
            sentences.append("Targets: \(pass.targets.map(style.text).joined(separator: style.marks.separator)).")
        }
        return sentences
    }

    private var changeSentence: String? {
        guard let after else { return nil }
        if let before = state.pass, let now = after.pass, parts.contains(.activations) {
            let changes = zip(state.network.outputs, zip(before.outputs, now.outputs)).map {
                "\($0) from \(style.text($1.0)) to \(style.text($1.1))"
            }
            return "After the change: \(changes.joined(separator: ", "))."
        }
        let changes = state.network.names.indices.map { index in
            "\(state.network.names[index]) from \(style.text(state.network.parameters[index])) to \(style.text(after.network.parameters[index]))"
        }
        return "Weights before and after: \(brief(changes))."
    }

    private func weightSentences(of prefix: String = "", value: (String) -> NamedValue?) -> [String] {
        var entries: [String] = []
        for index in layers.dropFirst() {
            for name in state.network.layers[index - 1].weightNames {
                if case .scalar(let number) = value(name) { entries.append("\(prefix)\(name) \(style.text(number))") }
            }
        }
        return entries.isEmpty ? [] : [(prefix.isEmpty ? "Weights: " : "") + brief(entries) + "."]
    }

    private func zipped(_ names: [String], _ numbers: [Double]) -> [String] {
        zip(names, numbers).map { "\($0) \(style.text($1))" }
    }

    private func list(_ what: String, _ entries: [String]) -> String { "\(what): \(brief(entries))." }

    /// The first dozen entries, and how many there are in all.
    private func brief(_ entries: [String]) -> String {
        entries.count <= 12
            ? entries.joined(separator: ", ")
            : entries.prefix(12).joined(separator: ", ") + ", and \(entries.count - 12) more"
    }
}
