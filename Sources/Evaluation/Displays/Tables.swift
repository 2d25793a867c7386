import Cells
import Diagnostics
import Networks
import Tensors

/// A table with more rows is refused.
private let rowLimit = 10_000

extension Evaluator {
    private func cell(_ number: Double, _ style: NumberStyle) -> TableDisplay.Cell {
        .value(style.value(number))
    }

    private func symbol(_ symbol: Symbol) -> TableDisplay.Cell { .symbol(tex: symbol.tex) }

    private func letter(_ name: String) -> TableDisplay.Cell { .symbol(tex: Letter(name: name).tex) }

    /// Every weight and bias with its value.
    func parameterTable(_ network: Network, _ style: NumberStyle) -> TableDisplay {
        TableDisplay(
            header: [.text("weight"), .text("value")],
            rows: network.names.indices.map { index in
                [
                    network.symbol(named: network.names[index]).map(symbol) ?? .text(network.names[index]),
                    cell(network.parameters[index], style),
                ]
            })
    }

    func dataTable(_ data: DataSet, _ style: NumberStyle) -> TableDisplay {
        TableDisplay(
            header: [.text("instance")] + data.columns.map(letter),
            rows: data.instances.enumerated().map { index, instance in
                [.text(decimal(index + 1))] + (instance.inputs + instance.targets).map { cell($0, style) }
            })
    }

    /// Every unit with what arrives at it and what it gives.
    func passTable(_ pass: Pass, _ style: NumberStyle) -> TableDisplay {
        var rows = zip(pass.network.inputs, pass.inputs).map { [letter($0), .empty, cell($1, style)] }
        for (index, layer) in pass.network.layers.enumerated() {
            let sums = pass.sums(layer: index)
            let outputs = pass.outputs(layer: index)
            rows += layer.units.indices.map {
                [letter(layer.units[$0]), cell(sums[$0], style), cell(outputs[$0], style)]
            }
        }
        if let loss = pass.loss { rows.append([.symbol(tex: "L"), .empty, cell(loss, style)]) }
        return TableDisplay(header: [.text("unit"), .text("sum in"), .text("out")], rows: rows)
    }

    /// The derivative of the loss by every weight and bias.
    func gradientTable(_ gradients: Gradients, _ style: NumberStyle) -> TableDisplay {
        let network = gradients.network
        return TableDisplay(
            header: [.text("weight"), .text("value"), .text("gradient")],
            rows: network.names.indices.map { index in
                let name = network.names[index]
                return [
                    network.symbol(named: name).map(symbol) ?? .text(name), cell(network.parameters[index], style),
                    cell(gradients.parameters[index], style),
                ]
            })
    }

    /// Before, gradient, after.
    func updateTable(_ update: Update, _ style: NumberStyle) -> TableDisplay {
        let network = update.before
        return TableDisplay(
            header: [.text("weight"), .text("before"), .text("gradient"), .text("after")],
            rows: network.names.indices.map { index in
                let name = network.names[index]
                return [
                    network.symbol(named: name).map(symbol) ?? .text(name), cell(network.parameters[index], style),
                    cell(update.total(index), style),
                    cell(update.after.parameters[index], style),
                ]
            })
    }

    /// The loss at about a dozen epochs, first and last among them.
    func lossTable(_ run: Run, _ style: NumberStyle) -> TableDisplay {
        let step = max(1, (run.epochs + 9) / 10)
        var epochs = Array(stride(from: 0, through: run.epochs, by: step))
        if epochs.last != run.epochs { epochs.append(run.epochs) }
        return TableDisplay(
            header: [.text("epoch"), .text("loss")],
            rows: epochs.map { [.text(decimal($0)), cell(run.loss[$0], style)] })
    }

    /// `{table}`.
    mutating func table(_ body: TableBody, _ directive: Directive) -> Display? {
        let before = values.diagnostics.count
        var rows: [[TableDisplay.Cell]] = []
        if let loop = body.rows {
            let source = value(loop.values)
            guard let items = source.tableRows else {
                refuse(source, wanted: "a list of values", loop.values)
                return nil
            }
            guard items.count <= rowLimit else {
                report(
                    Diagnostic(
                        code: "table.rows", "\(items.count) rows; a table has at most \(rowLimit)",
                        at: loop.values.range))
                return nil
            }
            for item in items {
                let inner = Scope(parent: scope)
                inner.bind(loop.variable.value, to: item)
                rows.append(body.columns.map { cell($0, directive, in: inner) })
                // A mistake in one row stands in all of them; once is enough.
                if values.diagnostics.count > before { return nil }
            }
        } else {
            rows = [body.columns.map { cell($0, directive, in: scope) }]
        }
        return values.diagnostics.count > before ? nil : .table(TableDisplay(header: [], rows: rows))
    }

    private mutating func cell(_ column: FormattedExpression, _ directive: Directive, in scope: Scope)
        -> TableDisplay.Cell
    {
        do {
            let value = try Cells.evaluate(column.expression, in: scope)
            if case .string(let text) = value, column.format == nil, column.conversion == .none {
                return isQuantityName(text) ? letter(text) : .text(text)
            }
            return try Cells.show(column, in: scope, digits: directive.digits ?? program.digits, marks: program.marks)
                .map(
                    TableDisplay.Cell.value) ?? .empty
        } catch {
            report(explaining: error.diagnostic)
            return .empty
        }
    }

    /// Whether a text is the name of a weight or bias of a network in sight, to be set as a formula.
    private func isQuantityName(_ text: String) -> Bool {
        var current: Scope? = scope
        while let scope = current {
            for name in scope.names {
                if case .network(let network) = scope.value(of: name), network.allNames.contains(text) { return true }
            }
            current = scope.parent
        }
        return false
    }
}

extension Value {
    /// What a table makes rows of: the items of a list, or an array's parts along its first axis.
    fileprivate var tableRows: [Value]? {
        if case .array(let array) = self, array.values.shape.rank > 0 {
            let numbers = array.values.doubles
            if numbers.shape.rank == 1 { return numbers.elements.map(Value.float) }
            return (0..<numbers.shape.sizes[0]).map { Value.array(numbers.part($0)) }
        }
        return listItems
    }
}
