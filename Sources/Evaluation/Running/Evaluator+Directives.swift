import Cells
import Diagnostics
import Figures
import Networks
import Tensors

extension Evaluator {
    /// Runs one directive: binds its name, or unknown after a mistake, and works out what it shows.
    mutating func run(_ directive: Directive) {
        precondition(
            directive.id == values.results.displays.count, "directives are counted in the order of the program")
        let style = style(of: directive)
        let outcome = outcome(of: directive, style)
        values.results.displays.append((outcome?.display ?? .nothing).written(with: program.marks))
        if case .network = directive.body, case .network(let network)? = outcome?.value {
            values.results.networks[directive.id] = network
        }
        if let name = directive.name { bind(name, to: outcome?.value ?? .unknown) }
    }

    struct Outcome {
        var value: Value = .none
        var display: Display = .nothing
    }

    /// What a directive comes to; nil after a mistake.
    mutating func outcome(of directive: Directive, _ style: NumberStyle) -> Outcome? {
        switch directive.body {
        case .invalid: return nil
        case .network(let body):
            return network(body, directive).map { Outcome(value: .network($0), display: display($0, directive)) }
        case .data(let body):
            return data(body, directive).map { Outcome(value: .dataSet($0), display: display($0, directive)) }
        case .forward(let body):
            return forward(body, directive).map { Outcome(value: .pass($0), display: display($0, directive)) }
        case .backward(let body):
            return backward(body, directive).map { Outcome(value: .gradients($0), display: display($0, directive)) }
        case .update(let body):
            return update(body, directive).map { Outcome(value: .network($0.after), display: display($0, directive)) }
        case .train(let body):
            return train(body, directive).map { Outcome(value: .run($0), display: display($0, directive)) }
        case .derive(let body): return derive(body, style).map { Outcome(display: $0) }
        case .diagram(let body): return diagram(body, directive).map { Outcome(display: $0) }
        case .plot(let body): return plot(body, directive).map { Outcome(display: $0) }
        case .matrix(let body): return matrix(body, directive).map { Outcome(display: $0) }
        case .graph(let body): return graph(body, directive).map { Outcome(display: $0) }
        case .drawing(let body): return drawing(body, directive).map { Outcome(display: $0) }
        case .panels(let body): return panels(body, directive, style).map { Outcome(display: $0) }
        case .table(let body): return table(body, directive).map { Outcome(display: $0) }
        case .check(let claims):
            for claim in claims { meet(claim) }
            return Outcome()
        case .python(let body): return run(body).map { Outcome(display: .listing($0)) }
        }
    }

    // MARK: Typed values

    /// Reports a value of the wrong kind, unless it is unknown.
    mutating func refuse(_ value: Value, wanted: String, _ expression: Expression) {
        if case .unknown = value { return }
        if case .range(let range) = value, range.count > Value.itemLimit {
            report(Diagnostic(code: "directive.size", "\(range.count) numbers are too many", at: expression.range))
            return
        }
        report(
            Diagnostic(
                code: "directive.type", "expected \(wanted), found \(value.typeWithArticle)", at: expression.range))
    }

    mutating func networkValue(_ expression: Expression) -> Network? {
        let value = value(expression)
        if case .network(let network) = value { return network }
        refuse(value, wanted: "a network", expression)
        return nil
    }

    mutating func instanceValue(_ expression: Expression) -> Instance? {
        let value = value(expression)
        if case .instance(let instance) = value { return instance }
        refuse(value, wanted: "an instance, such as 'train[0]'", expression)
        return nil
    }

    mutating func passValue(_ expression: Expression) -> Pass? {
        let value = value(expression)
        if case .pass(let pass) = value { return pass }
        refuse(value, wanted: "a forward pass", expression)
        return nil
    }

    mutating func gradientsValue(_ expression: Expression) -> Gradients? {
        let value = value(expression)
        if case .gradients(let gradients) = value { return gradients }
        refuse(value, wanted: "gradients", expression)
        return nil
    }

    mutating func dataValue(_ expression: Expression) -> DataSet? {
        let value = value(expression)
        if case .dataSet(let data) = value { return data }
        refuse(value, wanted: "a data set", expression)
        return nil
    }

    mutating func number(_ expression: Expression) -> Double? {
        let value = value(expression)
        if let number = value.asDouble { return number }
        refuse(value, wanted: "a number", expression)
        return nil
    }

    mutating func plottable(_ expression: Expression) -> Double? {
        guard let number = number(expression) else { return nil }
        if let place = Plottable.number(number) { return place }
        report(
            Diagnostic(
                code: "plot.non-finite", "\(pythonRepr(number)) cannot be plotted",
                at: expression.range))
        return nil
    }

    mutating func wholeNumber(_ expression: Expression) -> Int? {
        let value = value(expression)
        if let number = value.asDouble, let whole = Int(exactly: number) { return whole }
        refuse(value, wanted: "a whole number", expression)
        return nil
    }

    /// A list, a tuple, a range or an array of numbers.
    mutating func numbers(_ expression: Expression) -> [Double]? {
        let value = value(expression)
        if let numbers = value.asDoubles { return numbers }
        refuse(value, wanted: "a list of numbers", expression)
        return nil
    }

    /// The outcome of an engine operation; its refusal becomes a diagnostic at `place`.
    mutating func attempt<Result>(
        at place: SourceRange, _ operation: () throws(NetworkError) -> Result
    ) -> Result? {
        do {
            return try operation()
        } catch {
            report(diagnostic(for: error, at: place))
            return nil
        }
    }
}

extension Value {
    /// The number this is, or nil.
    var asDouble: Double? {
        switch self {
        case .int(let value): return Double(value)
        case .float(let value): return value
        case .bool(let value): return value ? 1 : 0
        case .scalar(let scalar):
            switch scalar {
            case .bool(let value): return value ? 1 : 0
            case .int64(let value): return Double(value)
            case .float32(let value): return Double(value)
            case .float64(let value): return value
            }
        default: return nil
        }
    }

    /// Ranges with more numbers are not written out.
    static let itemLimit = 1_000_000

    /// The items of a list, a tuple or a range that is not too long; nil for anything else.
    public var listItems: [Value]? {
        switch self {
        case .list(let list): list.items
        case .tuple(let items): items
        case .range(let range) where range.count <= Value.itemLimit: (0..<range.count).map { .int(range[$0]) }
        default: nil
        }
    }

    /// The numbers of a list, a tuple, a range or an array of one axis; nil for anything else.
    var asDoubles: [Double]? {
        if case .array(let array) = self {
            return array.values.shape.rank == 1 ? array.values.doubles.elements : nil
        }
        guard let items = listItems else { return nil }
        let numbers = items.compactMap { $0.asDouble }
        return numbers.count == items.count ? numbers : nil
    }
}

extension Display {
    /// With the marks of a language on the axes of its plots.
    fileprivate func written(with marks: NumberMarks) -> Display {
        guard marks != .point, case .figure(let display) = self else { return self }
        return .figure(display.written(with: marks))
    }
}

extension FigureDisplay {
    /// With the marks of a language on the axes of its plots.
    func written(with marks: NumberMarks) -> FigureDisplay {
        var display = self
        display.figure = figure.written(with: marks)
        display.frames = frames.map { $0.written(with: marks) }
        display.panels = panels.map { $0.written(with: marks) }
        return display
    }
}

extension Figure {
    fileprivate func written(with marks: NumberMarks) -> Figure {
        switch self {
        case .plot(var plot):
            (plot.x.marks, plot.y.marks) = (marks, marks)
            return .plot(plot)
        case .multiples(var grid):
            (grid.x.marks, grid.y.marks) = (marks, marks)
            return .multiples(grid)
        case .panels(var panels):
            for index in panels.panels.indices {
                panels.panels[index].figure = panels.panels[index].figure.written(with: marks)
            }
            return .panels(panels)
        case .network, .heat, .graph, .matrix, .drawing: return self
        }
    }
}
