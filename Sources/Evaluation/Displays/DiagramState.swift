import Cells
import Networks

/// What a diagram can show at once: a network, and perhaps a pass and gradients of it.
struct DiagramState {
    var network: Network
    var pass: Pass?
    var gradients: Gradients?

    /// nil for a value that is none of these.
    init?(_ value: Value) {
        switch value {
        case .network(let network): self.init(network: network)
        case .pass(let pass): self.init(network: pass.network, pass: pass)
        case .gradients(let gradients):
            self.init(network: gradients.network, pass: gradients.pass, gradients: gradients)
        case .run(let run): self.init(network: run.network)
        default: return nil
        }
    }

    init(network: Network, pass: Pass? = nil, gradients: Gradients? = nil) {
        self.network = network
        self.pass = pass
        self.gradients = gradients
    }

    /// What suits the thing when the author does not choose.
    var usualParts: [DiagramBody.Part] {
        if gradients != nil, pass == nil { return [.gradients] }
        if gradients != nil { return [.activations, .gradients] }
        if pass != nil { return [.weights, .activations, .targets, .errors, .biases] }
        return [.weights, .biases]
    }
}
