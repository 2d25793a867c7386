import Diagnostics
import Networks
import Tensors

extension Interpreter {
    /// `toy.w21`, `first.loss`, `run.network`: a value by its name, or a method.
    func engineAttribute(_ name: String, of object: Value) throws(Fault) -> Value {
        if let value = namedValue(name, of: object) { return value }
        if let value = try property(name, of: object) ?? method(name, of: object) { return value }
        throw unknownName(name, of: object)
    }

    /// `train[0]`, `toy["w21"]`, `first["h1"]`
    func engineItem(of container: Value, at index: Value) throws(Fault) -> Value {
        if case .string(let name) = index {
            if let value = namedValue(name, of: container) { return value }
            throw unknownName(name, of: container)
        }
        guard case .dataSet(let data) = container else {
            throw Fault(
                .type,
                "the values of \(container.typeWithArticle) are found by name, such as [\"w21\"], not by \(index.quotedType)"
            )
        }
        if case .slice = index {
            throw Fault(.type, "a slice of a data set is not part of the cell language; name one instance")
        }
        guard let written = index.index else {
            throw Fault(.type, "the instances of a data set are counted; '\(index.typeName)' is no whole number")
        }
        return .instance(data[try place(written, in: data.count, of: "the data set")])
    }

    private func namedValue(_ name: String, of object: Value) -> Value? {
        switch object {
        case .network(let network): network.value(named: name).map(Value.init)
        case .pass(let pass): pass.value(named: name).map(Value.init)
        case .gradients(let gradients): gradients.value(named: name).map(Value.init)
        case .instance(let instance): instance[name].map { .float($0) }
        case .dataSet(let data): data.column(name).map { .array($0) }
        default: nil
        }
    }

    /// What a value has beside the names of its numbers.
    private func property(_ name: String, of object: Value) throws(Fault) -> Value? {
        switch (object, name) {
        case (.network(let network), "names"): return .list(of: network.names.map { .string($0) })
        case (.network(let network), "parameter_count"): return .count(network.parameterCount)
        case (.dataSet(let data), "X"): return .array(data.X)
        case (.dataSet(let data), "T"): return .array(data.T)
        case (.instance(let instance), "inputs"): return .array(instance.inputs)
        case (.instance(let instance), "targets"): return .array(instance.targets)
        case (.pass(let pass), "network"): return .network(pass.network)
        case (.pass(let pass), "instance"): return .instance(pass.instance)
        case (.gradients(let gradients), "network"): return .network(gradients.network)
        case (.gradients(let gradients), "pass"): return gradients.pass.map { .pass($0) }
        case (.run(let run), "network"): return .network(run.network)
        case (.run(let run), "start"): return .network(run.start)
        case (.run(let run), "epochs"): return .count(run.epochs)
        case (.run(let run), "rate"): return .float(run.rate)
        case (.run(let run), "loss"):
            try make(run.loss.count)
            return .array(run.loss)
        case (.run(let run), "losses"):
            let rows = run.losses
            try make(Int64(rows.count) * Int64(run.epochs + 1))
            return .array(Tensor(shape: [rows.count, run.epochs + 1], elements: Array(rows.joined())))
        default: return nil
        }
    }

    private func method(_ name: String, of object: Value) -> Value? {
        guard EngineMethod.names(of: object).contains(name) else { return nil }
        return .function(FunctionObject(name) { call throws(Fault) in try EngineMethod.call(name, of: object, call) })
    }

    // MARK: Unknown names

    private func unknownName(_ name: String, of object: Value) -> Fault {
        if case .pass(let pass) = object, !pass.hasTargets, ["loss", "errors", "targets"].contains(name) {
            return Fault(.attribute, "this forward pass has no '\(name)': its instance has no targets")
        }
        let known = object.engineNames
        let message =
            if case .gradients = object { "gradients have no '\(name)'" } else {
                "\(object.typeWithArticle) has no '\(name)'"
            }
        // A name with a number too large is not a misspelt name: say how far the numbers go.
        let stem = name.withoutNumber
        let relatives = known.filter { $0.withoutNumber == stem && $0 != stem }
        if stem != name, !stem.isEmpty, let first = relatives.first, let last = relatives.last {
            let extent = first == last ? "there is only '\(first)'" : "they run from '\(first)' to '\(last)'"
            return Fault(.attribute, "\(message): names count from 1 and brackets from 0; \(extent)")
        }
        return Fault(.attribute, message, suggestion: nearestName(to: name, in: known))
    }

    // MARK: Operators

    /// Gradients add up and are scaled.
    func engineValues(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        switch (symbol, left, right) {
        case (.add, .gradients(let a), .gradients(let b)):
            return .gradients(try engine { () throws(NetworkError) in try a.adding(b) })
        case (.subtract, .gradients(let a), .gradients(let b)):
            return .gradients(try engine { () throws(NetworkError) in try a.adding(b.scaled(by: -1)) })
        case (.multiply, .gradients(let gradients), _):
            return right.anyNumber.map { .gradients(gradients.scaled(by: $0.double)) }
        case (.multiply, _, .gradients(let gradients)):
            return left.anyNumber.map { .gradients(gradients.scaled(by: $0.double)) }
        default: return nil
        }
    }

    /// Turns what the engine says into a fault.
    func engine<Result>(_ body: () throws(NetworkError) -> Result) throws(Fault) -> Result {
        do throws(NetworkError) {
            return try body()
        } catch {
            throw error.fault
        }
    }
}

extension Value {
    init(_ value: NamedValue) {
        switch value {
        case .scalar(let number): self = .float(number)
        case .vector(let numbers): self = .array(numbers)
        case .matrix(let tensor): self = .array(tensor)
        }
    }

    /// Every name an engine value answers to.
    var engineNames: [String] {
        switch self {
        case .network(let network): network.allNames + ["names", "parameter_count"] + EngineMethod.names(of: self)
        case .pass(let pass): pass.allNames + ["instance", "network"] + EngineMethod.names(of: self)
        case .gradients(let gradients): gradients.allNames + ["network", "pass"]
        case .instance(let instance): instance.inputNames + instance.targetNames + ["inputs", "targets"]
        case .dataSet(let data): data.columns + ["X", "T"]
        case .run: ["network", "start", "epochs", "rate", "loss", "losses"] + EngineMethod.names(of: self)
        default: []
        }
    }
}

extension String {
    /// A name without the number at its end: `w` for `w21`, `w` for `w_10_3`.
    fileprivate var withoutNumber: String {
        var letters = Array(utf8)[...]
        while let last = letters.last, (0x30...0x39).contains(last) {
            letters.removeLast()
            if letters.last == UInt8(ascii: "_"), letters.count > 1 { letters.removeLast() }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
