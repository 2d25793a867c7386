import Diagnostics
import Networks
import Tensors

/// The methods of networks, passes and runs.
enum EngineMethod {
    static func names(of object: Value) -> [String] {
        switch object {
        case .network: ["forward", "replace", "train", "update"]
        case .pass: ["backward"]
        case .run: ["epoch", "step"]
        default: []
        }
    }

    static func call(_ name: String, of object: Value, _ call: Call) throws(Fault) -> Value {
        switch (object, name) {
        case (.network(let network), "forward"): return .pass(try forward(network, call))
        case (.network(let network), "replace"): return .network(try replace(network, call))
        case (.network(let network), "update"): return .network(try update(network, call))
        case (.network(let network), "train"): return .run(try train(network, call))
        case (.pass(let pass), "backward"):
            _ = try call.exactly(0)
            return .gradients(try call.interpreter.engine { () throws(NetworkError) in try pass.backward() })
        case (.run(let run), "epoch"):
            return .network(try network(of: run, at: call, count: run.epochs, "epoch") { run.epoch($0) })
        case (.run(let run), "step"):
            return .network(try network(of: run, at: call, count: run.steps, "step") { run.step($0) })
        default: preconditionFailure("only the methods of engine values are called here")
        }
    }

    // MARK: Networks

    /// `toy.forward(train[0])`, `toy.forward([3, 1])` or `toy.forward([3, 1], [1, 0])`
    private static func forward(_ network: Network, _ call: Call) throws(Fault) -> Pass {
        let arguments = try call.bound(["input", "targets"], required: 1)
        let instance: Instance
        if case .instance(let given)? = arguments[0] {
            if arguments[1] != nil {
                throw Fault(.type, "an instance brings its targets along; leave the second argument out")
            }
            instance = given
        } else {
            let inputs = try call.vector(arguments[0] ?? .none)
            guard inputs.count == network.inputs.count else {
                throw NetworkError.inputCount(found: inputs.count, expected: network.inputs.count).fault
            }
            let targets = try arguments[1].map { (value) throws(Fault) in try call.vector(value) } ?? []
            instance = Instance(
                inputNames: network.inputs, inputs: inputs,
                targetNames: targets.indices.map { "t" + decimal($0 + 1) }, targets: targets)
        }
        try call.interpreter.step(network.parameterCount)
        return try call.interpreter.engine { () throws(NetworkError) in try network.forward(instance) }
    }

    /// `toy.replace(v11=1.01, w21=0)` or `toy.replace("V", matrix)`
    private static func replace(_ network: Network, _ call: Call) throws(Fault) -> Network {
        var changed = network
        if !call.placed.isEmpty {
            guard call.placed.count == 2, case .string(let name) = call.placed[0] else {
                throw Fault(
                    .type, "replace() takes names with values, such as v11=1.01, or one name as text and its value")
            }
            changed = try replace(changed, name, with: call.placed[1], call)
        }
        for argument in call.named {
            changed = try call.interpreter.located(argument.range) { () throws(Fault) in
                try replace(changed, argument.name, with: argument.value, call)
            }
        }
        return changed
    }

    private static func replace(_ network: Network, _ name: String, with value: Value, _ call: Call) throws(Fault)
        -> Network
    {
        let values = try call.interpreter.array(of: value).values
        return try call.interpreter.engine { () throws(NetworkError) in
            try network.replace(name, with: values.doubles.elements, shape: values.shape.sizes)
        }
    }

    /// `toy.update(gradients, rate=0.5)`, with one gradient or a list of them.
    private static func update(_ network: Network, _ call: Call) throws(Fault) -> Network {
        let arguments = try call.bound(["gradients", "rate", "freeze", "reduce"], required: 2)
        var gradients: [Gradients] = []
        if case .gradients(let one)? = arguments[0] {
            gradients = [one]
        } else {
            for item in try call.interpreter.items(of: arguments[0] ?? .none) {
                guard case .gradients(let one) = item else {
                    throw Fault(.type, "update() takes gradients, not \(item.quotedType)")
                }
                gradients.append(one)
            }
        }
        let rate = try call.real(arguments[1], "rate") ?? 0
        let frozen = try call.names(arguments[2])
        let reduce = try call.reduction(arguments[3]) ?? .sum
        try call.interpreter.step(Int64(network.parameterCount) * Int64(max(1, gradients.count)))
        return try call.interpreter.engine { () throws(NetworkError) in
            try network.update(gradients: gradients, rate: rate, freeze: frozen, reduce: reduce).after
        }
    }

    // MARK: Training

    private static func train(_ network: Network, _ call: Call) throws(Fault) -> Run {
        let arguments = try call.bound(
            [
                "data", "epochs", "rate", "batch", "reduce", "shuffle", "optimizer", "momentum", "beta1", "beta2",
                "epsilon",
                "freeze", "seed",
            ], required: 3)
        guard case .dataSet(let data)? = arguments[0] else {
            throw Fault(.type, "train() takes a data set, not a '\(arguments[0]?.typeName ?? "")'")
        }
        // Clamped numbers are too many for a training as well.
        let epochs = Int(clamping: try call.whole(arguments[1], "epochs") ?? 0)
        var training = Training(epochs: epochs, rate: try call.real(arguments[2], "rate") ?? 0)
        training.batch = try call.whole(arguments[3], "batch").map { Int(clamping: $0) }
        training.reduce = try call.reduction(arguments[4])
        if let shuffle = arguments[5] { training.shuffle = try call.interpreter.truth(shuffle) }
        training.optimizer = try optimizer(arguments, call)
        training.freeze = try call.names(arguments[11])
        let seed = try call.whole(arguments[12], "seed") ?? 0
        guard let seed = UInt64(exactly: seed) else { throw Fault(.value, "'seed' is not negative") }
        training.seed = seed
        let size: Shape = [max(0, epochs), data.count, network.parameterCount]
        try call.interpreter.step(size.boundedCount / 64)
        return try call.interpreter.engine { [training] () throws(NetworkError) in try network.train(data, training) }
    }

    private static func optimizer(_ arguments: [Value?], _ call: Call) throws(Fault) -> Optimizer {
        var name = "sgd"
        if let given = arguments[6] {
            guard case .string(let text) = given else { throw Fault(.type, "'optimizer' is a name, such as \"adam\"") }
            name = text
        }
        let momentum = try call.real(arguments[7], "momentum")
        switch name {
        case "sgd": return momentum.map { .momentum($0) } ?? .sgd
        case "momentum": return .momentum(momentum ?? Optimizer.defaultMomentum)
        case "adam":
            guard case .adam(let beta1, let beta2, let epsilon) = Optimizer.defaultAdam else {
                preconditionFailure("the default of Adam is Adam")
            }
            return .adam(
                beta1: try call.real(arguments[8], "beta1") ?? beta1,
                beta2: try call.real(arguments[9], "beta2") ?? beta2,
                epsilon: try call.real(arguments[10], "epsilon") ?? epsilon)
        default:
            throw Fault(.value, "unknown optimizer '\(name)'; there are 'sgd', 'momentum' and 'adam'")
        }
    }

    /// `run.epoch(k)` and `run.step(k)`, which count from 0, before training.
    private static func network(
        of run: Run, at call: Call, count: Int, _ name: String, _ find: (Int) -> Network?
    ) throws(Fault) -> Network {
        let value = try call.exactly(1)[0]
        guard let written = try call.whole(value, name) else { throw Fault(.type, "\(name)() takes a whole number") }
        try call.interpreter.step(Int64(run.network.parameterCount) * Int64(run.data.count))
        guard let place = Int(exactly: written), let network = find(place) else {
            throw Fault(.index, "there is no \(name) \(written): they count from 0 (before training) to \(count)")
        }
        return network
    }
}
