import Diagnostics
import Networks
import Tensors

/// An engine error in words, at a place of the chapter.
func diagnostic(for error: NetworkError, at place: SourceRange) -> Diagnostic {
    let (code, message) = message(for: error)
    var suggestion: String?
    switch error {
    case .unknownName(let name, let known), .unknownMatrix(let name, let known), .unknownLayer(let name, let known):
        suggestion = nearestName(to: name, in: known)
    default: break
    }
    return Diagnostic(code: code, message, at: place, suggestion: suggestion)
}

private func message(for error: NetworkError) -> (code: String, message: String) {
    switch error {
    case .noInputs: ("network.inputs", "a network needs at least one input")
    case .noLayers: ("network.layers", "a network needs at least one layer")
    case .invalidName(let name, let role):
        ("network.name", "'\(name)' cannot name \(words(role)): letters, digits and '_', not starting with a digit")
    case .collision(let name, let first, let second):
        ("network.collision", "'\(name)' names both \(words(first)) and \(words(second))")
    case .matrixShape, .notAMatrix, .unknownUnitCount, .noUnits, .biasCount, .weightNamesShape, .parameterShape:
        shapeMessage(for: error)
    case .tooManyUnits(_, let count, let limit):
        ("network.units", "\(count) units in one layer; at most \(limit) are allowed")
    case .tooManyParameters(let count, let limit):
        ("network.units", "\(count) weights; a network may have \(limit)")
    case .invalidInitialiser:
        ("network.weights", "no values can be drawn: a spread is not negative, and 'uniform' goes from low to high")
    case .derivationTooLong(let name):
        ("derive.depth", "'\(name)' has too many factors to be worked out in full; use 'depth: local'")
    case .lossNeedsActivation(let loss, _, let found, let required):
        ("network.loss", "the loss '\(loss.name)' needs '\(required.name)' outputs, and these are '\(found.name)'")
    case .unknownMatrix(let name, _): ("network.matrix", "the network has no matrix '\(name)'")
    case .unknownLayer(let name, _): ("network.layer", "the network has no layer '\(name)'")
    case .nonFiniteParameter(let name, _), .nonFiniteReplacement(let name):
        ("network.non-finite", "'\(name)' is not a finite number")
    case .unknownName(let name, _): ("network.weight", "the network has no weight, matrix or bias '\(name)'")
    case .notAParameter(let name): ("network.weight", "'\(name)' is not a weight or a bias, so it cannot be set")
    case .nonFinite(let fault): nonFiniteMessage(fault)
    default: runMessage(for: error)
    }
}

private func shapeMessage(for error: NetworkError) -> (code: String, message: String) {
    switch error {
    case .matrixShape(_, let matrix, let rows, let columns, let expectedRows, let expectedColumns):
        if rows != expectedRows {
            return (
                "network.shape",
                "'\(matrix)' is \(rows)×\(columns), but the layer has \(counted(expectedRows, "source")), one for each row"
            )
        }
        return (
            "network.shape",
            "'\(matrix)' is \(rows)×\(columns), but the layer has \(counted(expectedColumns ?? columns, "unit")), one for each column"
        )
    case .notAMatrix(_, let matrix, let shape):
        return ("network.shape", "'\(matrix)' has \(counted(shape.count, "axis", "axes")); a matrix has two")
    case .unknownUnitCount:
        return ("network.units", "nothing says how many units the layer has: write 'units', or the matrix out")
    case .noUnits: return ("network.units", "a layer needs at least one unit")
    case .biasCount(_, let found, let expected):
        return ("network.bias", "\(counted(found, "bias", "biases")) for a layer of \(counted(expected, "unit"))")
    case .weightNamesShape(let matrix, _, let rows, let columns, let expectedRows, let expectedColumns):
        return (
            "network.names",
            "the names for '\(matrix)' are \(rows)×\(columns), but the matrix is \(expectedRows)×\(expectedColumns)"
        )
    case .parameterShape(let name, let found, let expected):
        return ("network.shape", "'\(name)' is \(shaped(expected)), and cannot be set to what is \(shaped(found))")
    default: preconditionFailure("an error of shapes")
    }
}

private func runMessage(for error: NetworkError) -> (code: String, message: String) {
    switch error {
    case .inputCount(let found, let expected):
        ("network.inputs", "\(counted(found, "input")) for a network with \(counted(expected, "input"))")
    case .targetCount(let found, let expected):
        ("network.targets", "\(counted(found, "target")) for a network with \(counted(expected, "output"))")
    case .inputOrder(let found, let expected):
        (
            "network.inputs",
            "the inputs come as \(found.joined(separator: ", ")), but the network has \(expected.joined(separator: ", "))"
        )
    case .noTargets: ("network.targets", "there are no targets, so there is no loss; name them in the data's 'targets'")
    case .noGradients: ("update.gradients", "an update needs at least one gradient")
    case .differentArchitecture: ("update.gradients", "the gradients are of a network with other layers")
    case .emptyData: ("train.data", "there is nothing to train on")
    case .invalidRate(let rate): ("train.rate", "the rate is \(pythonRepr(rate)), and must be a finite number")
    case .invalidEpochs(let epochs): ("train.epochs", "\(epochs) epochs cannot be run")
    case .invalidBatch(let batch): ("train.batch", "a batch of \(batch) instances cannot be drawn")
    case .batchNeedsReduce: ("train.reduce", "with 'batch', choose 'reduce: sum' or 'reduce: mean'")
    case .invalidHyperparameter(let name, let value): ("train.\(name)", "\(name) cannot be \(pythonRepr(value))")
    case .tooMuchWork(let operations, let limit):
        ("train.work", "this takes at least \(operations) operations; at most \(limit) are allowed")
    default: ("network", "the network cannot do this")
    }
}

private func nonFiniteMessage(_ fault: NonFinite) -> (code: String, message: String) {
    let what =
        switch fault.stage {
        case .forward: fault.quantity
        case .backward: "the gradient of \(fault.quantity)"
        case .update: "the new \(fault.quantity)"
        }
    let epoch = fault.epoch.map { " in epoch \($0)" } ?? ""
    let instance = fault.instance.map { " of instance \($0 + 1)" } ?? ""
    return ("network.non-finite", "\(what)\(instance) became \(pythonRepr(fault.value))\(epoch)")
}

private func words(_ role: Role) -> String {
    switch role {
    case .input(let index): "input \(index + 1)"
    case .target(let index): "target \(index + 1)"
    case .layer(let index): "layer \(index + 1)"
    case .unit(let layer, let index): "unit \(index + 1) of layer \(layer + 1)"
    case .matrix(let layer): "the matrix of layer \(layer + 1)"
    case .weight(let layer, let source, let unit):
        "the weight from source \(source + 1) to unit \(unit + 1) of layer \(layer + 1)"
    case .derived: "a name made from others"
    }
}

private func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}

private func shaped(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "a single number"
    case 1: "a list of \(shape[0])"
    default: shape.map { String($0) }.joined(separator: "×")
    }
}
