import Tensors

extension NetworkDeclaration {
    /// The network declared.
    ///
    /// - Throws: the first fault found, naming the layer and what was expected.
    public func network() throws(NetworkError) -> Network {
        guard !inputs.isEmpty else { throw .noInputs }
        guard !layers.isEmpty else { throw .noLayers }
        var checked: [Layer] = []
        for (k, layer) in layers.enumerated() {
            let weightCount = checked.reduce(0) { $0 + $1.sourceCount * $1.unitCount }
            checked.append(
                try layer.layer(
                    index: k, sources: checked.last?.unitCount ?? inputs.count, earlierWeights: weightCount))
        }
        checked = try renamed(checked)
        let architecture = try Architecture(inputs: inputs, layers: checked, loss: loss)
        return Network(architecture: architecture, parameters: try parameters(of: architecture))
    }

    private func renamed(_ layers: [Layer]) throws(NetworkError) -> [Layer] {
        var layers = layers
        for table in names {
            guard let k = layers.firstIndex(where: { $0.matrix == table.matrix }) else {
                throw .unknownMatrix(table.matrix, known: layers.map { $0.matrix })
            }
            layers[k] = try layers[k].renamed(table, index: k)
        }
        return layers
    }

    /// One stream for the whole network: layers in order, weights row by row, then biases.
    private func parameters(of architecture: Architecture) throws(NetworkError) -> [Double] {
        var generator = Generator(seed: seed)
        var parameters: [Double] = []
        for (k, declared) in layers.enumerated() {
            let layer = architecture.layers[k]
            parameters += declared.weightValues(layer, from: &generator)
            parameters += try declared.biasValues(layer, index: k, from: &generator)
        }
        if let i = parameters.firstIndex(where: { !$0.isFinite }) {
            let faulty = architecture.plans.lastIndex { $0.weights <= i } ?? 0
            throw .nonFiniteParameter(name: architecture.parameterNames[i], layer: faulty)
        }
        return parameters
    }
}

extension Layer {
    func renamed(_ table: WeightNames, index: Int) throws(NetworkError) -> Layer {
        guard table.rows.count == sourceCount, table.rows.allSatisfy({ $0.count == unitCount }) else {
            throw .weightNamesShape(
                matrix: matrix, layer: index, rows: table.rows.count,
                columns: table.rows.first { $0.count != unitCount }?.count ?? unitCount, expectedRows: sourceCount,
                expectedColumns: unitCount)
        }
        return Layer(
            name: name, units: units, matrix: matrix, isLettered: isLettered, activation: activation, hasBias: hasBias,
            sourceCount: sourceCount, weightNames: table.rows.flatMap { $0 }, isRenamed: true)
    }
}

extension LayerDeclaration {
    /// The fixed part of the layer declared, the `index`-th of its network.
    fileprivate func layer(index: Int, sources: Int, earlierWeights: Int) throws(NetworkError) -> Layer {
        let matrix = letter ?? "W\(index + 1)"
        let units = try unitNames(index: index)
        guard !units.isEmpty else { throw .noUnits(layer: index) }
        let (count, isHuge) = sources.multipliedReportingOverflow(by: units.count)
        guard !isHuge, count <= Network.parameterLimit - earlierWeights else {
            throw .tooManyParameters(count: isHuge ? .max : earlierWeights + count, limit: Network.parameterLimit)
        }
        try checkInitialisers(index: index)
        if case .matrix(let values) = weights {
            let (rows, columns) = try shape(of: values, matrix: matrix, index: index)
            guard rows == sources, columns == units.count else {
                throw .matrixShape(
                    layer: index, matrix: matrix, rows: rows, columns: columns, expectedRows: sources,
                    expectedColumns: units.count)
            }
        }
        var hasBias = true
        if case .none = bias { hasBias = false }
        let names = (0..<(sources * units.count)).map {
            defaultWeightName(matrix: matrix, source: $0 / units.count, unit: $0 % units.count)
        }
        return Layer(
            name: name, units: units, matrix: matrix, isLettered: letter != nil, activation: activation,
            hasBias: hasBias, sourceCount: sources, weightNames: names, isRenamed: false)
    }

    private func checkInitialisers(index: Int) throws(NetworkError) {
        if case .initialiser(let initialiser) = weights, !initialiser.isValid {
            throw .invalidInitialiser(layer: index, initialiser)
        }
        if case .initialiser(let initialiser) = bias, !initialiser.isValid {
            throw .invalidInitialiser(layer: index, initialiser)
        }
    }

    private func unitNames(index: Int) throws(NetworkError) -> [String] {
        switch units {
        case .names(let names): return names
        case .count(let count):
            guard count <= Network.unitLimit else {
                throw .tooManyUnits(layer: index, count: count, limit: Network.unitLimit)
            }
            return defaultUnitNames(layer: name, count: max(count, 0))
        case .fromMatrix:
            guard case .matrix(let values) = weights else { throw .unknownUnitCount(layer: index) }
            let (_, columns) = try shape(of: values, matrix: letter ?? "W\(index + 1)", index: index)
            return defaultUnitNames(layer: name, count: columns)
        }
    }

    private func shape(of values: Tensor<Double>, matrix: String, index: Int) throws(NetworkError) -> (Int, Int) {
        guard values.rank == 2 else { throw .notAMatrix(layer: index, matrix: matrix, shape: values.shape.sizes) }
        return (values.rows, values.columns)
    }

    fileprivate func weightValues(_ layer: Layer, from generator: inout Generator) -> [Double] {
        switch weights {
        case .matrix(let values): values.elements
        case .initialiser(let initialiser):
            initialiser.draw(
                layer.sourceCount * layer.unitCount, sources: layer.sourceCount, units: layer.unitCount,
                from: &generator)
        }
    }

    fileprivate func biasValues(
        _ layer: Layer, index: Int, from generator: inout Generator
    ) throws(NetworkError) -> [Double] {
        switch bias {
        case .none: return []
        case .number(let value): return [Double](repeating: value, count: layer.unitCount)
        case .list(let values):
            guard values.count == layer.unitCount else {
                throw .biasCount(layer: index, found: values.count, expected: layer.unitCount)
            }
            return values
        case .initialiser(let initialiser):
            return initialiser.draw(
                layer.unitCount, sources: layer.sourceCount, units: layer.unitCount, from: &generator)
        }
    }
}
