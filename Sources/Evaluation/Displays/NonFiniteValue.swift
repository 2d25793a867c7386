import Cells
import Diagnostics
import Networks
import Tensors

/// A value that is NaN or infinite, which no page can show.
struct NonFiniteValue {
    /// Such as `the gradient of y1_out`.
    let name: String
    let value: Double
    /// Whether it is ∂L/∂y of a cross-entropy, which grows without bound where an output nears 0 or 1.
    var isOfSaturatedOutput = false

    /// nil for a finite value.
    init?(_ name: String, _ value: Double) {
        if value.isFinite { return nil }
        self.name = name
        self.value = value
    }
}

extension Evaluator {
    /// Whether everything about to be shown is finite; the first value that is not becomes a diagnostic at `range`.
    mutating func canShow(_ value: NonFiniteValue?, at range: SourceRange) -> Bool {
        guard let value else { return true }
        let cause = value.isOfSaturatedOutput ? ": the cross-entropy divides by almost zero" : ""
        report(
            Diagnostic(
                code: "shown.non-finite", "\(value.name) is \(pythonRepr(value.value)) and cannot be shown\(cause)",
                at: range))
        return false
    }
}

extension Gradients {
    /// The first derivative that is not finite, of those by the weights, biases and outputs of `layers`, counted from 0 for
    /// the inputs.
    func firstNonFinite(in layers: ClosedRange<Int>) -> NonFiniteValue? {
        for name in names {
            guard let quantity = quantity(named: name), case .scalar(let number)? = value(of: quantity),
                var found = NonFiniteValue("the gradient of \(name)", number)
            else { continue }
            if case .unitOut(network.layers.count - 1, _) = quantity, network.loss.requiredActivation != nil,
                pass != nil
            {
                found.isOfSaturatedOutput = true
            }
            switch quantity {
            case .input: if layers.contains(0) { return found }
            case .unitOut(let layer, _), .bias(let layer, _): if layers.contains(layer + 1) { return found }
            case .weight(let layer, _, _): if layers.dropFirst().contains(layer + 1) { return found }
            default: continue
            }
        }
        return nil
    }

    /// Whether ∂L/∂output of a unit can be shown; that of a cross-entropy may be infinite where the sum's is not.
    func canShowOutput(layer: Int, unit: Int) -> Bool {
        outputs(layer: layer)[unit].isFinite
    }
}

extension DiagramBuilder {
    /// The first value in sight that is not finite; only gradients can be such.
    var firstNonFinite: NonFiniteValue? {
        parts.contains(.gradients) ? state.gradients?.firstNonFinite(in: layers) : nil
    }
}

extension Derivation {
    /// The result, or the first number put in, that is not finite.
    var firstNonFinite: NonFiniteValue? {
        let factor = expression.factors.lazy.compactMap { NonFiniteValue($0.symbol.words, $0.value) }.first
        if let factor { return factor }
        var result = NonFiniteValue(symbol.words, value)
        // Of finite numbers only that derivative is not finite; the engine refuses all others.
        result?.isOfSaturatedOutput = true
        return result
    }
}

extension Update {
    /// The first sum of gradients that is not finite.
    var firstNonFinite: NonFiniteValue? {
        before.names.indices.lazy.compactMap { index in
            NonFiniteValue("the gradient of \(before.names[index])", total(index))
        }.first
    }

    /// The gradients of one weight or bias, added up from left to right, or their mean.
    func total(_ index: Int) -> Double {
        let sum = gradients.dropFirst().reduce(gradients[0].parameters[index]) { $0 + $1.parameters[index] }
        return reduction == .mean ? sum / Double(gradients.count) : sum
    }
}

extension Symbol {
    /// The symbol as the author writes its name: `y1_out`, `the gradient of y1_out`.
    fileprivate var words: String {
        switch self {
        case .letter(let letter): letter.name
        case .derivative(_, let by): "the gradient of \(by.name)"
        }
    }
}

extension Letter {
    fileprivate var name: String { base + subscripted + (superscript.isEmpty ? "" : "_" + superscript) }
}
