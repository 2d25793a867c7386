import Cells
import Diagnostics
import Networks
import Tensors

extension Evaluator {
    mutating func network(_ body: NetworkBody, _ directive: Directive) -> Network? {
        if let base = body.base { return derived(base, body, directive) }
        var layers: [LayerDeclaration] = []
        for layer in body.layers {
            if let declared = declaration(layer) { layers.append(declared) }
        }
        guard layers.count == body.layers.count, let seed = seed(body.seed) else { return nil }
        let declaration = NetworkDeclaration(
            inputs: body.inputs.map { $0.value }, layers: layers, loss: loss(body.loss) ?? .sse, seed: seed,
            names: body.weightNames)
        do {
            return try declaration.network()
        } catch {
            report(NetworkFault(body: body, header: directive.range).diagnostic(for: error))
            return nil
        }
    }

    func loss(_ name: Located<String>?) -> Loss? { name.flatMap { Loss(name: $0.value) } }

    mutating func seed(_ expression: Expression?) -> UInt64? {
        guard let expression else { return 0 }
        guard let whole = wholeNumber(expression) else { return nil }
        if whole < 0 {
            report(Diagnostic(code: "directive.seed", "a seed is a whole number from 0 on", at: expression.range))
            return nil
        }
        return UInt64(whole)
    }

    // MARK: Layers

    private mutating func declaration(_ layer: LayerBody) -> LayerDeclaration? {
        guard let weights = weights(layer.weights), let bias = bias(layer.bias), let units = units(layer.units) else {
            return nil
        }
        return LayerDeclaration(
            name: layer.name.value, letter: layer.letter?.value, weights: weights, bias: bias, units: units,
            activation: layer.activation.flatMap { Activation(name: $0.value) } ?? .linear)
    }

    private mutating func weights(_ source: Located<WeightSource>) -> LayerDeclaration.Weights? {
        switch source.value {
        case .rows(let rows): matrix(rows, at: source.range).map(LayerDeclaration.Weights.matrix)
        case .expression(let expression):
            switch initialiser(expression) {
            case .initialiser(let initialiser): .initialiser(initialiser)
            case .failed: nil
            case .none: matrix(expression).map(LayerDeclaration.Weights.matrix)
            }
        }
    }

    mutating func matrix(_ rows: [[Expression]], at place: SourceRange) -> Tensor<Double>? {
        var numbers: [[Double]] = []
        for row in rows {
            var values: [Double] = []
            for expression in row {
                guard let number = number(expression) else { return nil }
                values.append(number)
            }
            if let first = numbers.first, values.count != first.count {
                let range = row.first.map { $0.range.union(row[row.count - 1].range) } ?? place
                report(
                    Diagnostic(
                        code: "network.ragged",
                        "\(values.count) weights in a row of a matrix with \(first.count) columns", at: range))
                return nil
            }
            numbers.append(values)
        }
        guard let first = numbers.first, !first.isEmpty else {
            report(Diagnostic(code: "network.matrix", "the matrix is empty", at: place))
            return nil
        }
        return Tensor(rows: numbers)
    }

    mutating func matrix(_ expression: Expression) -> Tensor<Double>? {
        let value = value(expression)
        if let matrix = value.asMatrix { return matrix }
        if case .unknown = value { return nil }
        report(
            Diagnostic(
                code: "network.matrix", "expected a matrix, found \(value.typeWithArticle)", at: expression.range))
        return nil
    }

    private mutating func bias(_ source: Located<BiasSource>?) -> LayerDeclaration.Bias? {
        switch source?.value {
        case nil: return LayerDeclaration.Bias.none
        case .list(let expressions):
            let numbers = expressions.compactMap { number($0) }
            return numbers.count == expressions.count ? .list(numbers) : nil
        case .expression(let expression):
            switch initialiser(expression) {
            case .initialiser(let initialiser): return .initialiser(initialiser)
            case .failed: return nil
            case .none: break
            }
            let value = value(expression)
            if let number = value.asDouble { return .number(number) }
            if let numbers = value.asDoubles { return .list(numbers) }
            if case .unknown = value { return nil }
            report(
                Diagnostic(
                    code: "network.bias", "expected a number or a list of numbers, found \(value.typeWithArticle)",
                    at: expression.range))
            return nil
        }
    }

    private mutating func units(_ source: UnitsSource?) -> LayerDeclaration.Units? {
        switch source {
        case nil: .fromMatrix
        case .names(let names): .names(names.map { $0.value })
        case .count(let expression): wholeNumber(expression).map(LayerDeclaration.Units.count)
        }
    }
}

extension Value {
    /// An array of two axes, or a list of lists of numbers.
    var asMatrix: Tensor<Double>? {
        if case .array(let array) = self { return array.values.shape.rank == 2 ? array.values.doubles : nil }
        guard let items = listItems, !items.isEmpty else { return nil }
        let rows = items.compactMap { $0.asDoubles }
        guard rows.count == items.count, let first = rows.first, rows.allSatisfy({ $0.count == first.count }) else {
            return nil
        }
        return Tensor(rows: rows)
    }
}
