import Diagnostics
import Networks

/// Finds the place in a `{network}` that an error of its declaration speaks of.
struct NetworkFault {
    let body: NetworkBody
    let header: SourceRange

    func diagnostic(for error: NetworkError) -> Diagnostic {
        var diagnostic = Evaluation.diagnostic(for: error, at: place(of: error))
        if case .collision(_, let first, _) = error, let other = place(of: first) {
            diagnostic.notes.append(Diagnostic.Note("first declared here", at: other))
        }
        return diagnostic
    }

    private func place(of error: NetworkError) -> SourceRange {
        switch error {
        case .invalidName(_, let role): place(of: role) ?? header
        case .collision(_, let first, let second): place(of: second) ?? place(of: first) ?? header
        case .matrixShape(let layer, _, _, _, _, _), .notAMatrix(let layer, _, _), .nonFiniteParameter(_, let layer),
            .invalidInitialiser(let layer, _):
            self.layer(layer)?.weights.range ?? header
        case .unknownUnitCount(let layer), .noUnits(let layer), .tooManyUnits(let layer, _, _):
            self.layer(layer)?.name.range ?? header
        case .biasCount(let layer, _, _): self.layer(layer)?.bias?.range ?? header
        case .lossNeedsActivation(_, let layer, _, _):
            body.loss?.range ?? self.layer(layer)?.activation?.range ?? header
        case .weightNamesShape(let matrix, _, _, _, _, _), .unknownMatrix(let matrix, _):
            body.names.first { $0.matrix.value == matrix }?.matrix.range ?? header
        default: header
        }
    }

    private func layer(_ index: Int) -> LayerBody? { body.layers.indices.contains(index) ? body.layers[index] : nil }

    private func place(of role: Role) -> SourceRange? {
        switch role {
        case .input(let index): return body.inputs.indices.contains(index) ? body.inputs[index].range : nil
        case .layer(let index): return layer(index)?.name.range
        case .unit(let index, let unit):
            if case .names(let names) = layer(index)?.units, names.indices.contains(unit) { return names[unit].range }
            return layer(index)?.name.range
        case .matrix(let index): return layer(index)?.letter?.range ?? layer(index)?.name.range
        case .weight(let index, let source, let unit):
            guard let letter = layer(index)?.letter?.value,
                let names = body.names.first(where: { $0.matrix.value == letter }),
                names.rows.indices.contains(source), names.rows[source].indices.contains(unit)
            else { return layer(index)?.name.range }
            return names.rows[source][unit].range
        case .target, .derived: return nil
        }
    }
}
