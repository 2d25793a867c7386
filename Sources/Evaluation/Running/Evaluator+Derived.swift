import Cells
import Diagnostics
import Networks
import Tensors

extension NetworkBody {
    var weightNames: [WeightNames] {
        names.map { WeightNames(matrix: $0.matrix.value, rows: $0.rows.map { row in row.map { $0.value } }) }
    }
}

extension Evaluator {
    /// A network `from` another: the same with what differs.
    mutating func derived(_ base: Expression, _ body: NetworkBody, _ directive: Directive) -> Network? {
        guard var network = networkValue(base) else { return nil }
        var failed = false
        for (name, source) in body.matrices {
            if let changed = replacing(name, source, in: network) { network = changed } else { failed = true }
        }
        for (name, expression) in body.weights {
            if let changed = replacing(name, expression, in: network) { network = changed } else { failed = true }
        }
        var change = NetworkChange()
        change.loss = loss(body.loss)
        change.names = body.weightNames
        if failed { return nil }
        do {
            return try network.deriving(change)
        } catch {
            report(NetworkFault(body: body, header: directive.range).diagnostic(for: error))
            return nil
        }
    }

    /// With one weight or bias that differs.
    private mutating func replacing(_ name: Located<String>, _ expression: Expression, in network: Network) -> Network?
    {
        guard let number = number(expression) else { return nil }
        return attempt(at: name.range) { () throws(NetworkError) in try network.replace([(name.value, number)]) }
    }

    /// With a matrix, or all biases of a layer, that differ.
    private mutating func replacing(
        _ name: Located<String>, _ source: Located<WeightSource>, in network: Network
    ) -> Network? {
        guard network.allNames.contains(name.value) else {
            report(diagnostic(for: .unknownName(name.value, known: network.allNames), at: name.range))
            return nil
        }
        guard let tensor = tensor(source, name: name.value, in: network) else { return nil }
        return attempt(at: source.range) { () throws(NetworkError) in
            try network.replace(name.value, with: tensor.elements, shape: tensor.shape.sizes)
        }
    }

    private mutating func tensor(_ source: Located<WeightSource>, name: String, in network: Network) -> Tensor<Double>?
    {
        switch source.value {
        case .rows(let rows):
            guard let matrix = matrix(rows, at: source.range) else { return nil }
            // A list of biases is read as a matrix of one row.
            return isBias(name, of: network) && rows.count == 1 ? Tensor(matrix.elements) : matrix
        case .expression(let expression):
            let value = value(expression)
            if let number = value.asDouble, let count = biasCount(name, of: network) {
                return Tensor([Double](repeating: number, count: count))
            }
            if let tensor = value.asMatrix ?? value.asDoubles.map({ Tensor($0) }) { return tensor }
            if case .unknown = value { return nil }
            report(
                Diagnostic(
                    code: "network.matrix", "expected a matrix, found \(value.typeWithArticle)", at: expression.range))
            return nil
        }
    }

    private func isBias(_ name: String, of network: Network) -> Bool { biasCount(name, of: network) != nil }

    /// How many biases go by the name `b_LAYER`.
    private func biasCount(_ name: String, of network: Network) -> Int? {
        network.layers.first { $0.hasBias && "b_\($0.name)" == name }?.units.count
    }
}
