import Cells
import JSON
import Networks
import Tensors

/// Every named value of a chapter, in order of definition.
public func valuesJSON(_ scope: Scope) -> JSON {
    .object(
        scope.names.compactMap { name in
            scope.value(of: name).flatMap { json($0, depth: 0) }.map { JSON.Member(name, $0) }
        })
}

/// How deep lists may stand in each other; one that holds itself has no end.
private let depthLimit = 64

/// nil for what has no form in JSON, as a function or a list that holds one.
private func json(_ value: Value, depth: Int) -> JSON? {
    switch value {
    case .none: .null
    case .bool(let value): .bool(value)
    case .int(let value): .integer(Int(value))
    case .float(let value): .number(value)
    case .string(let text): .string(text)
    case .scalar(let scalar): json(scalar)
    case .array(let array): json(array)
    case .network(let network): named(network.allNames) { network.value(named: $0) }
    case .dataSet(let data):
        .object([
            JSON.Member("columns", .array(data.columns.map(JSON.string))),
            JSON.Member("rows", .array(data.instances.map { .numbers($0.inputs + $0.targets) })),
        ])
    case .instance(let instance):
        .object(
            zip(instance.inputNames + instance.targetNames, instance.inputs + instance.targets).map {
                JSON.Member($0, .number($1))
            })
    case .pass(let pass): named(pass.allNames) { pass.value(named: $0) }
    case .gradients(let gradients): named(gradients.allNames) { gradients.value(named: $0) }
    case .run(let run):
        .object([
            JSON.Member("loss", .numbers(run.loss)), JSON.Member("losses", .array(run.losses.map(JSON.numbers))),
            JSON.Member("network", named(run.network.allNames) { run.network.value(named: $0) }),
        ])
    default: value.listItems.flatMap { json($0, depth: depth) }
    }
}

private func json(_ items: [Value], depth: Int) -> JSON? {
    if depth == depthLimit { return nil }
    var all: [JSON] = []
    for item in items {
        guard let item = json(item, depth: depth + 1) else { return nil }
        all.append(item)
    }
    return .array(all)
}

private func json(_ scalar: ArrayScalar) -> JSON {
    switch scalar {
    case .bool(let value): .bool(value)
    case .int64(let value): .integer(Int(value))
    case .float32(let value): .number(Double(value))
    case .float64(let value): .number(value)
    }
}

private func json(_ array: ArrayObject) -> JSON {
    switch array.values {
    case .bool(let values): json(values) { .bool($0) }
    case .int64(let values): json(values) { .integer(Int($0)) }
    case .float32, .float64: json(array.values.doubles)
    }
}

private func named(_ names: [String], _ value: (String) -> NamedValue?) -> JSON {
    .object(
        names.compactMap { name in
            value(name).map { JSON.Member(name, json($0)) }
        })
}

private func json(_ value: NamedValue) -> JSON {
    switch value {
    case .scalar(let number): .number(number)
    case .vector(let numbers): .numbers(numbers)
    case .matrix(let matrix): json(matrix)
    }
}

private func json(_ tensor: Tensor<Double>) -> JSON { json(tensor) { .number($0) } }

/// Nested lists, the first axis outermost.
private func json<Element>(_ tensor: Tensor<Element>, _ element: (Element) -> JSON) -> JSON {
    if tensor.shape.rank == 0 { return element(tensor.elements[0]) }
    if tensor.shape.rank == 1 { return .array(tensor.elements.map(element)) }
    return .array((0..<tensor.shape.sizes[0]).map { json(tensor.part($0), element) })
}
