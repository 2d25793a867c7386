import Diagnostics
import Networks
import Tensors

extension NetworkError {
    /// What the engine found wrong, as a sentence about a call.
    var fault: Fault {
        switch self {
        case .unknownName(let name, let known), .unknownMatrix(let name, let known), .unknownLayer(let name, let known):
            return Fault(.attribute, "the network has no '\(name)'", suggestion: nearestName(to: name, in: known))
        case .notAParameter(let name): return Fault(.value, "'\(name)' is computed and cannot be set")
        case .parameterShape(let name, let found, let expected):
            return Fault(.value, "'\(name)' is \(kind(expected)), and what is given is \(kind(found))")
        case .nonFiniteReplacement(let name), .nonFiniteParameter(let name, _):
            return Fault(.value, "'\(name)' must be a finite number")
        case .inputCount(let found, let expected):
            return Fault(.value, "the network takes \(counted(expected, "input")), but \(decimal(found)) are given")
        case .targetCount(let found, let expected):
            return Fault(
                .value, "the network has \(counted(expected, "output")), but \(counted(found, "target")) are given")
        case .inputOrder(let found, let expected):
            return Fault(
                .value,
                "the columns \(found.joined(separator: ", ")) are the network's inputs in another order (\(expected.joined(separator: ", ")))"
            )
        case .noTargets: return Fault(.value, "the instance has no targets, so there is no loss to differentiate")
        case .noGradients: return Fault(.value, "an update needs at least one gradient")
        case .differentArchitecture: return Fault(.value, "these belong to networks with different layers")
        case .emptyData: return Fault(.value, "the data set has no instances")
        case .invalidRate: return Fault(.value, "the rate must be a finite number")
        case .invalidEpochs(let epochs): return Fault(.value, "\(decimal(epochs)) is no number of epochs")
        case .invalidBatch(let batch): return Fault(.value, "a batch of \(decimal(batch)) instances is not possible")
        case .batchNeedsReduce: return Fault(.value, "with 'batch' choose reduce=\"sum\" or reduce=\"mean\"")
        case .invalidHyperparameter(let name, let value):
            return Fault(.value, "\(pythonRepr(value)) is not possible for '\(name)'")
        case .tooMuchWork(let operations, let limit):
            return Fault(
                .limit, "this training takes \(decimal(operations)) operations; at most \(decimal(limit)) are allowed")
        case .collision(let name, _, _): return Fault(.value, "the name '\(name)' stands for two things")
        case .nonFinite(let place): return place.fault
        case .noInputs, .noLayers, .invalidName, .matrixShape, .unknownUnitCount, .noUnits, .biasCount,
            .lossNeedsActivation,
            .weightNamesShape, .notAMatrix, .derivationTooLong, .tooManyUnits, .tooManyParameters, .invalidInitialiser:
            return Fault(.value, "the network is not declared well")
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(decimal(count)) \(noun)\(count == 1 ? "" : "s")" }

    private func kind(_ shape: [Int]) -> String {
        switch shape.count {
        case 0: "a number"
        case 1: "a vector of \(decimal(shape[0]))"
        case 2: "a matrix of \(decimal(shape[0])) × \(decimal(shape[1]))"
        default: "an array of shape \(Shape(shape).description)"
        }
    }
}

extension NonFinite {
    fileprivate var fault: Fault {
        let pass: String
        switch stage {
        case .forward: pass = "in the forward pass"
        case .backward: pass = "in the backward pass"
        case .update: pass = "in the update"
        }
        var place = ""
        if let instance { place += " of instance \(decimal(instance))" }
        if let epoch { place += " in epoch \(decimal(epoch))" }
        let number = value.isNaN ? "not a number" : value < 0 ? "minus infinity" : "infinity"
        return Fault(.value, "'\(quantity)' becomes \(number) \(pass)\(place)")
    }
}
