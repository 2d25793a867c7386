import Cells
import Diagnostics
import Evaluation

extension ChapterReader {
    func network(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) -> Directive.Body {
        let base = keys.expression("from")
        if base == nil { checkDeclared(keys, header, &reader) } else { checkDerived(keys, &reader) }
        return .network(
            NetworkBody(
                base: base, inputs: keys.allWords("inputs"),
                layers: keys.entries("layers").compactMap { layer($0.key, $0.value, &reader) },
                loss: keys.words("loss"),
                seed: keys.expression("seed"), names: weightNames(keys),
                matrices: keys.others.compactMap { other in other.value.weights.map { (other.key, $0) } },
                weights: keys.entries("set").compactMap { entry in entry.value.expression.map { (entry.key, $0) } }))
    }

    private func checkDeclared(_ keys: Arguments, _ header: Header, _ reader: inout ArgumentReader) {
        // What only changes weights lacks its 'from', not inputs and layers.
        let isChange = keys.key("set") != nil && keys.key("inputs") == nil && keys.key("layers") == nil
        if !isChange, let missing = ["inputs", "layers"].first(where: { keys.key($0) == nil }) {
            reader.report(
                "missing", "'\(missing)' is missing: a network has 'inputs' and 'layers', or is derived 'from' another",
                at: header.range)
        }
        for other in keys.others {
            reader.report(
                "key", "the matrix '\(other.key.value)' belongs into its layer: '- LAYER: {\(other.key.value): …}'",
                at: other.key.range)
        }
        if let set = keys.key("set") {
            reader.report("key", "'set' changes weights of another network; it needs 'from'", at: set.range)
        }
    }

    private func checkDerived(_ keys: Arguments, _ reader: inout ArgumentReader) {
        for key in ["inputs", "layers", "seed"] {
            if let written = keys.key(key) {
                reader.report("key", "'\(key)' cannot differ from the network it is derived 'from'", at: written.range)
            }
        }
    }

    private func weightNames(_ keys: Arguments) -> [(matrix: Located<String>, rows: [[Located<String>]])] {
        keys.entries("names").map { entry in
            (entry.key, entry.value.list.map { $0.list.compactMap(\.words) })
        }
    }

    private func layer(_ name: Located<String>, _ value: Argument, _ reader: inout ArgumentReader) -> LayerBody? {
        guard let keys = value.mapping else { return nil }
        var weights = keys["weights"]?.weights
        var letter: Located<String>?
        for other in keys.others {
            if weights != nil {
                reader.report(
                    "key", "the layer '\(name.value)' has two matrices; 'weights' or one letter holds its matrix",
                    at: other.key.range)
                return nil
            }
            letter = other.key
            weights = other.value.weights
        }
        guard let weights else {
            reader.report(
                "missing",
                "the layer '\(name.value)' has no weights: give a matrix under a letter, such as 'W: [[…], […]]', or 'weights: he'",
                at: name.range)
            return nil
        }
        return LayerBody(
            name: name, activation: keys.words("activation"), letter: letter, weights: weights, bias: bias(keys),
            units: units(keys))
    }

    private func bias(_ keys: Arguments) -> Located<BiasSource>? {
        guard let key = keys.key("bias"), let value = keys["bias"] else { return nil }
        if let expression = value.expression { return Located(.expression(expression), expression.range) }
        let expressions = value.list.compactMap(\.expression)
        let range = expressions.first.map { $0.range.union(expressions[expressions.count - 1].range) }
        return Located(.list(expressions), range ?? key.range)
    }

    private func units(_ keys: Arguments) -> UnitsSource? {
        guard let value = keys["units"] else { return nil }
        return value.expression.map(UnitsSource.count) ?? .names(value.list.compactMap(\.words))
    }
}
