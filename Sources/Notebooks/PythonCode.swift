import Cells
import Networks
import Tensors

/// Writes values as Python expressions; a value that has a name already goes by it.
struct PythonCode {
    /// The engine's values by the names they have, in the order in which they were bound.
    private(set) var known: [(name: String, value: Value)] = []
    /// Whether anything of the book's library was used.
    private(set) var usesPrelude = false

    mutating func remember(_ name: String, _ value: Value) { known.append((name, value)) }

    mutating func forget(_ names: Set<String>) { known.removeAll { names.contains($0.name) } }

    /// An expression that has the value; nil for what cannot be written, such as a function.
    mutating func expression(_ value: Value) -> String? {
        switch value {
        case .none: return "None"
        case .bool(let value): return value ? "True" : "False"
        case .int(let value): return decimal(value)
        case .float(let value): return float(value)
        case .string(let text): return quoted(text)
        case .array(let array): return self.array(array)
        case .scalar(let scalar): return self.scalar(scalar)
        case .tuple(let values):
            return items(values).map { values.count == 1 ? "(\($0),)" : "(\($0))" }
        case .list(let list): return items(list.items).map { "[\($0)]" }
        case .dict(let dict):
            let pairs = zip(dict.keys, dict.values).map { key, value in
                expression(key).flatMap { key in expression(value).map { "\(key): \($0)" } }
            }
            return joined(pairs).map { "{\($0)}" }
        case .range(let range):
            return "range(\(range.start), \(range.stop), \(range.step))"
        case .network(let network): return self.network(network)
        case .dataSet(let data): return self.data(data)
        case .instance(let instance): return self.instance(instance)
        case .pass(let pass): return self.pass(pass)
        case .gradients(let gradients): return self.gradients(gradients)
        case .run(let run): return self.run(run)
        default: return nil
        }
    }

    private mutating func items(_ values: [Value]) -> String? { joined(values.map { expression($0) }) }

    private func joined(_ parts: [String?]) -> String? {
        let written = parts.compactMap { $0 }
        return written.count == parts.count ? written.joined(separator: ", ") : nil
    }

    // MARK: NumPy

    private func array(_ array: ArrayObject) -> String {
        let nested =
            switch array.values {
            case .bool(let tensor): nest(tensor) { $0 ? "True" : "False" }
            case .int64(let tensor): nest(tensor) { decimal($0) }
            case .float32, .float64: nest(array.values.doubles) { float($0) }
            }
        return "np.array(\(nested), dtype=\(quoted(name(of: array.values))))"
    }

    private func name(of values: ArrayValues) -> String {
        switch values {
        case .bool: "bool"
        case .int64: "int64"
        case .float32: "float32"
        case .float64: "float64"
        }
    }

    private func scalar(_ scalar: ArrayScalar) -> String {
        switch scalar {
        case .bool(let value): "np.bool_(\(value ? "True" : "False"))"
        case .int64(let value): "np.int64(\(decimal(value)))"
        case .float32(let value): "np.float32(\(float(Double(value))))"
        case .float64(let value): "np.float64(\(float(value)))"
        }
    }

    private func nest<Element>(_ tensor: Tensor<Element>, _ write: (Element) -> String) -> String {
        if tensor.shape.rank == 0 { return write(tensor.elements[0]) }
        if tensor.shape.rank == 1 { return "[\(tensor.elements.map(write).joined(separator: ", "))]" }
        let parts = (0..<tensor.shape.sizes[0]).map { nest(tensor.part($0), write) }
        return "[\(parts.joined(separator: ", "))]"
    }

    // MARK: The book's library

    private func name(_ fits: (Value) -> Bool) -> String? { known.first { fits($0.value) }?.name }

    mutating func network(_ network: Network) -> String {
        let same = name { if case .network(let other) = $0 { other == network } else { false } }
        if let same { return same }
        usesPrelude = true
        let layers = network.layers.indices.map { "        \(layer($0, of: network)),\n" }.joined()
        let loss = network.loss == .sse ? "" : "\n    loss=\(quoted(network.loss.name)),"
        return "BookNetwork(\n    inputs=\(list(network.inputs)),\n    layers=[\n\(layers)    ],\(loss)\n)"
    }

    private func layer(_ index: Int, of network: Network) -> String {
        let layer = network.layers[index]
        var parts = [quoted(layer.name), quoted(layer.activation.name)]
        let rows = (0..<layer.sourceCount).map { source in
            numbers((0..<layer.unitCount).map { network.weight(layer: index, source: source, unit: $0) })
        }
        let isLong = rows.contains { $0.utf8.count > 60 }
        let matrix = rows.joined(separator: isLong ? ",\n            " : ", ")
        parts.append("\(layer.matrix)=[\(isLong ? "\n            " : "")\(matrix)]")
        if let biases = network.biases(layer: index) { parts.append("bias=\(numbers(biases))") }
        let dash = layer.name.last?.isNumber == true ? "_" : ""
        if layer.units != layer.units.indices.map({ "\(layer.name)\(dash)\($0 + 1)" }) {
            parts.append("units=\(list(layer.units))")
        }
        if layer.isRenamed {
            let names = (0..<layer.sourceCount).map { source in
                list((0..<layer.unitCount).map { layer.weightName(source: source, unit: $0) })
            }
            parts.append("weights=[\(names.joined(separator: ", "))]")
        }
        return "BookLayer(\(parts.joined(separator: ", ")))"
    }

    mutating func data(_ data: DataSet) -> String {
        let same = name { if case .dataSet(let other) = $0 { other == data } else { false } }
        if let same { return same }
        usesPrelude = true
        let rows = data.instances.map { "        \(numbers($0.inputs + $0.targets)),\n" }.joined()
        return
            "BookData(\n    inputs=\(list(data.inputNames)), targets=\(list(data.targetNames)),\n    rows=[\n\(rows)    ],\n)"
    }

    private mutating func instance(_ instance: Instance) -> String {
        for (name, value) in known {
            if case .dataSet(let data) = value, let row = instance.index, row < data.count, data[row] == instance {
                return "\(name)[\(row)]"
            }
        }
        usesPrelude = true
        let targets =
            instance.targets.isEmpty ? "" : ", \(list(instance.targetNames)), \(numbers(instance.targets))"
        return "BookInstance(\(list(instance.inputNames)), \(numbers(instance.inputs))\(targets))"
    }

    private mutating func pass(_ pass: Pass) -> String {
        let same = name {
            if case .pass(let other) = $0 {
                other.network == pass.network && other.instance == pass.instance
            } else {
                false
            }
        }
        return same ?? "\(network(pass.network)).forward(\(instance(pass.instance)))"
    }

    private mutating func gradients(_ gradients: Gradients) -> String? {
        if let pass = gradients.pass { return "\(self.pass(pass)).backward()" }
        if gradients.terms.isEmpty { return nil }
        let terms = gradients.terms.map { self.gradients($0) }
        return terms.contains(nil) ? nil : terms.compactMap { $0 }.joined(separator: " + ")
    }

    private mutating func run(_ run: Run) -> String {
        let training = run.training
        var parts = [data(run.data), "epochs=\(training.epochs)", "rate=\(number(training.rate))"]
        if let batch = training.batch { parts.append("batch=\(batch)") }
        if let reduce = training.reduce { parts.append("reduce=\(quoted(reduce.rawValue))") }
        if training.shuffle { parts.append("shuffle=True") }
        switch training.optimizer {
        case .sgd: break
        case .momentum(let momentum): parts += ["optimizer=\"momentum\"", "momentum=\(number(momentum))"]
        case .adam(let beta1, let beta2, let epsilon):
            parts += [
                "optimizer=\"adam\"", "beta1=\(number(beta1))", "beta2=\(number(beta2))", "epsilon=\(number(epsilon))",
            ]
        }
        if !training.freeze.isEmpty { parts.append("freeze=\(list(training.freeze))") }
        if training.seed != 0 { parts.append("seed=\(training.seed)") }
        return "\(network(run.start)).train(\(parts.joined(separator: ", ")))"
    }

    // MARK: Literals

    func list(_ names: [String]) -> String { "[\(names.map(quoted).joined(separator: ", "))]" }

    func numbers(_ values: [Double]) -> String { "[\(values.map(number).joined(separator: ", "))]" }

    /// A number where the library makes a float of it: whole numbers without their point.
    func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value), abs(value) < 1e15, !(value == 0 && value.sign == .minus) {
            return decimal(whole)
        }
        return float(value)
    }

    private func float(_ value: Double) -> String {
        value.isNaN ? "float(\"nan\")" : value.isInfinite ? "float(\"\(value < 0 ? "-" : "")inf\")" : pythonRepr(value)
    }
}

/// A Python string; JSON's escapes are Python's too.
func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\r": out += "\\r"
        case "\t": out += "\\t"
        case "\0"..<" ":
            out += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}
