import Cells
import Diagnostics
import Figures
import Networks

extension Evaluator {
    /// What a diagram looks at and what stands out in it, with every name checked.
    mutating func view(of body: DiagramBody, _ state: DiagramState) -> DiagramView {
        let network = state.network
        var view = DiagramView()
        view.layers = layers(body.layers, network)
        view.units = units(body.units, network)
        view.isRestFaded = body.rest == .faded
        view.titles = body.titles
        view.legend = body.legend
        view.direction = body.isDown ? .down : .right
        if view.layers == nil, !view.units.isEmpty, !view.isRestFaded {
            let places = view.units.compactMap { network.layer(ofUnit: $0) }
            if let first = places.min(), let last = places.max() { view.layers = first...last }
        }
        view.highlight = highlight(body.highlight, network)
        let drawn = view.isRestFaded ? nil : view.layers
        for name in body.units + body.highlight.flatMap({ $0 }) { checkDrawn(name, drawn, network) }
        for part in body.show ?? [] where part.value == .loss {
            checkDrawn(Located("loss", part.range), drawn, network)
        }
        for part in body.show ?? [] { checkGiven(part, state) }
        view.wanted = wanted(body, state)
        return view
    }

    /// A part that nothing is known of would be left out without a word.
    private mutating func checkGiven(_ part: Located<DiagramBody.Part>, _ state: DiagramState) {
        let name = part.value.rawValue
        let lacksTargets = state.pass?.hasTargets != true
        let rule: String? =
            switch part.value {
            case .sums, .activations:
                state.pass == nil ? "'\(name)' are of a pass: '{diagram} PASS' or 'pass: PASS'" : nil
            case .targets, .errors:
                lacksTargets ? "'\(name)' are of a pass whose instance has targets" : nil
            case .gradients:
                state.gradients == nil
                    ? "'gradients' are not known here: '{diagram} GRADIENTS' or 'gradient: GRADIENTS'" : nil
            case .names, .weights, .wanted, .biases, .loss: nil
            }
        guard let rule else { return }
        report(Diagnostic(code: "diagram.show", rule, at: part.range))
    }

    // MARK: Wishes

    /// The gradients whose signs the arrows show.
    private mutating func wanted(_ body: DiagramBody, _ state: DiagramState) -> Gradients? {
        if let expression = body.wanted {
            guard let gradients = gradients(wantedBy: expression) else { return nil }
            if gradients.network.architecture.fits(state.network.architecture) { return gradients }
            report(
                Diagnostic(code: "diagram.network", "this is of a network with other layers", at: expression.range))
            return nil
        }
        guard let part = body.show?.first(where: { $0.value == .wanted }) else { return nil }
        if let gradients = state.gradients { return gradients }
        if let pass = state.pass {
            return attempt(at: part.range) { () throws(NetworkError) in try pass.backward() }
        }
        report(
            Diagnostic(
                code: "diagram.show", "'wanted' needs gradients or a pass: 'wanted: GRADIENTS'", at: part.range))
        return nil
    }

    private mutating func gradients(wantedBy expression: Expression) -> Gradients? {
        let value = value(expression)
        switch value {
        case .gradients(let gradients): return gradients
        case .pass(let pass): return attempt(at: expression.range) { () throws(NetworkError) in try pass.backward() }
        default:
            refuse(value, wanted: "gradients or a pass", expression)
            return nil
        }
    }

    // MARK: Highlights

    private mutating func highlight(_ paths: [[Located<String>]], _ network: Network) -> DiagramHighlight {
        var highlight = DiagramHighlight()
        for path in paths {
            for name in path { add(name, isInPath: path.count > 1, network, to: &highlight) }
            for (from, to) in zip(path, path.dropFirst()) { addLine(from, to, network, to: &highlight) }
        }
        return highlight
    }

    private mutating func add(
        _ name: Located<String>, isInPath: Bool, _ network: Network, to highlight: inout DiagramHighlight
    ) {
        if name.value == "loss" {
            highlight.loss = true
        } else if network.layer(ofUnit: name.value) != nil {
            highlight.units.append(name.value)
        } else if !isInPath, network.names.contains(name.value) {
            highlight.weights.append(name.value)
        } else if network.names.contains(name.value) {
            report(
                Diagnostic(
                    code: "diagram.highlight", "'\(name.value)' is a weight; a path leads from unit to unit",
                    at: name.range))
        } else {
            let units = network.allUnits + ["loss"]
            report(
                Diagnostic(
                    code: "diagram.highlight",
                    "the network has no \(isInPath ? "unit" : "weight or unit") '\(name.value)'", at: name.range,
                    suggestion: nearestName(to: name.value, in: isInPath ? units : units + network.names)))
        }
    }

    /// The line from one unit to the next of a path.
    private mutating func addLine(
        _ from: Located<String>, _ to: Located<String>, _ network: Network, to highlight: inout DiagramHighlight
    ) {
        guard let start = network.layer(ofUnit: from.value) ?? (from.value == "loss" ? .max : nil) else { return }
        let last = network.layers.count
        if to.value == "loss", start == last {
            highlight.toLoss.append(from.value)
            return
        }
        guard let end = network.layer(ofUnit: to.value) ?? (to.value == "loss" ? last + 1 : nil) else { return }
        if start < last, end == start + 1,
            let source = network.architecture.sourceNames(of: start).firstIndex(of: from.value),
            let unit = network.layers[start].units.firstIndex(of: to.value)
        {
            highlight.weights.append(network.layers[start].weightName(source: source, unit: unit))
            return
        }
        report(
            Diagnostic(
                code: "diagram.highlight",
                "no line leads from '\(from.value)' to '\(to.value)'; a path goes from each layer to the next",
                at: from.range.union(to.range)))
    }

    // MARK: Layers and units

    private mutating func units(_ names: [Located<String>], _ network: Network) -> [String] {
        for name in names where network.layer(ofUnit: name.value) == nil {
            report(
                Diagnostic(
                    code: "diagram.units", "the network has no unit '\(name.value)'", at: name.range,
                    suggestion: nearestName(to: name.value, in: network.allUnits)))
        }
        return names.map { $0.value }
    }

    /// The layers named, which must be neighbours; the inputs are the layer `inputs`, or `x` when their names begin so.
    private mutating func layers(_ names: [Located<String>], _ network: Network) -> ClosedRange<Int>? {
        let known = ["inputs"] + network.layers.map { $0.name }
        var indices: [Int] = []
        for name in names {
            if let index = known.firstIndex(of: name.value) {
                indices.append(index)
            } else if name.value == inputLetter(network) {
                indices.append(0)
            } else {
                report(
                    Diagnostic(
                        code: "diagram.layers",
                        "the network has no layer '\(name.value)'; it has \(known.joined(separator: ", "))",
                        at: name.range, suggestion: nearestName(to: name.value, in: known)))
            }
        }
        guard let first = indices.min(), let last = indices.max(), let name = names.first else { return nil }
        if Set(indices).count != last - first + 1 {
            report(
                Diagnostic(
                    code: "diagram.layers", "the layers drawn must be neighbours",
                    at: name.range.union(names[names.count - 1].range)))
        }
        return first...last
    }

    /// The letter that all inputs' names share, such as `x` of `x1`, `x2`.
    private func inputLetter(_ network: Network) -> String? {
        let letters = Set(network.inputs.map { Letter(name: $0).base })
        return letters.count == 1 ? letters.first : nil
    }

    /// A unit, weight or loss outside the layers drawn can neither be looked at nor stand out.
    private mutating func checkDrawn(_ name: Located<String>, _ layers: ClosedRange<Int>?, _ network: Network) {
        guard let layers else { return }
        var places: [Int] = []
        if name.value == "loss" { places = [network.layers.count] }
        if let layer = network.layer(ofUnit: name.value) { places = [layer] }
        if case .weight(let layer, _, _)? = network.quantity(named: name.value) { places = [layer, layer + 1] }
        if places.allSatisfy({ layers.contains($0) }) { return }
        let rule =
            name.value == "loss"
            ? "the loss follows the outputs, which are not among the layers drawn"
            : "'\(name.value)' is not among the layers drawn"
        report(Diagnostic(code: "diagram.layers", rule, at: name.range))
    }

    /// Whether there is a title for every layer drawn; one for the loss is left to the author.
    mutating func titlesFit(_ titles: DiagramBody.Titles?, _ builder: DiagramBuilder) -> Bool {
        guard case .written(let written)? = titles, let first = written.first, let last = written.last else {
            return true
        }
        let count = builder.layers.count
        if written.count == count || builder.showsLoss && written.count == count + 1 { return true }
        report(
            Diagnostic(
                code: "diagram.titles",
                "\(count) \(count == 1 ? "layer is" : "layers are") drawn, and 'titles' has \(written.count)",
                at: first.range.union(last.range)))
        return false
    }
}

extension Network {
    /// Inputs and units, in order.
    fileprivate var allUnits: [String] { inputs + layers.flatMap { $0.units } }

    /// The layer of an input or a unit, counted from 0 for the inputs.
    fileprivate func layer(ofUnit name: String) -> Int? {
        if inputs.contains(name) { return 0 }
        return layers.firstIndex { $0.units.contains(name) }.map { $0 + 1 }
    }
}
