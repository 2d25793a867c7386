import Cells
import JSON
import Networks
import Tensors

/// Every named value of a chapter, in order of definition.
public func valuesJSON(_ scope: Scope) -> JSON {
    .object(
        scope.names.compactMap { name in
            scope.value(of: name).flatMap(json).map { JSON.Member(name, $0) }
        })
}

/// nil for what has no form in JSON, as a function.
private func json(_ value: Value) -> JSON? {
    switch value {
    case .none: .null
    case .bool(let value): .bool(value)
    case .int(let value): .integer(Int(value))
    case .float(let value): .number(value)
    case .string(let text): .string(text)
    case .array(let array): json(array.values.doubles)
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
    default: value.listItems.map { .array($0.compactMap(json)) }
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

/// Nested lists, the first axis outermost.
private func json(_ tensor: Tensor<Double>) -> JSON {
    if tensor.shape.rank == 0 { return .number(tensor.elements[0]) }
    if tensor.shape.rank == 1 { return .numbers(tensor.elements) }
    return .array((0..<tensor.shape.sizes[0]).map { json(tensor.part($0)) })
}
