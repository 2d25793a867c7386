import Networks
import Tensors

extension TensorNode {
    /// Plays the graph backwards from this node: every leaf's gradient grows by its share.
    ///
    /// `adjoint(operand) += pullback(adjoint(node))`, by descending numbers. Time and memory grow with the graph.
    /// - Parameters:
    ///   - seed: The adjoint of this node.
    ///   - keepsGraph: Whether the graph can be played back once more.
    func playBackwards(_ seed: ArrayValues, keepsGraph: Bool, _ interpreter: Interpreter) throws(Fault) {
        let nodes = reachable()
        for node in nodes { node.adjoint = nil }
        adjoint = seed
        for node in nodes {
            guard let share = node.adjoint else { continue }
            try interpreter.make(share.shape.count)
            try interpreter.step(10)
            if let slot = node.slot { slot.add(share) }
            if node.isLeaf { continue }
            try node.checkSavedValues()
            for (place, operand) in node.operands.enumerated() where operand.node.needsGradient {
                let part = node.share(of: share, to: place)
                try interpreter.make(part.shape.count)
                operand.node.adjoint = operand.node.adjoint.map { $0.plus(part) } ?? part
            }
            if !keepsGraph { node.isFreed = true }
        }
    }

    /// The nodes whose adjoints are needed, the last one first.
    private func reachable() -> [TensorNode] {
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
        var found = [self]
        var next = 0
        while next < found.count {
            for operand in found[next].operands where operand.node.needsGradient {
                if seen.insert(ObjectIdentifier(operand.node)).inserted { found.append(operand.node) }
            }
            next += 1
        }
        return found.sorted { $0.number > $1.number }
    }

    /// What an operand gets of an adjoint of this node.
    func share(of adjoint: ArrayValues, to place: Int) -> ArrayValues {
        let type = operands[place].value.type
        switch adjoint {
        case .float32(let tensor):
            let part = operation.pullback(
                tensor, to: place, operands: operands.map { $0.value.singles }, value: value.singles)
            return ArrayValues.float32(part).converted(to: type)
        default:
            let part = operation.pullback(
                adjoint.doubles, to: place, operands: operands.map { $0.value.doubles }, value: value.doubles)
            return ArrayValues.float64(part).converted(to: type)
        }
    }

    // MARK: Values that are gone

    private func checkSavedValues() throws(Fault) {
        let savesOperands = operation.needsOperands
        guard savesOperands || operation.needsValue else { return }
        if isFreed {
            throw .python(
                .runtime,
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward."
            )
        }
        if operation.needsValue, version.count != savedVersion {
            throw changed(value, name, version, savedVersion)
        }
        guard savesOperands else { return }
        for (place, operand) in operands.enumerated() where operand.version.count != operand.savedVersion {
            if isNeeded(place) {
                throw changed(
                    operand.value, operand.version.wayBack ?? (operand.node.isLeaf ? nil : operand.node.name),
                    operand.version, operand.savedVersion)
            }
        }
    }

    /// Whether an operand's value enters a derivative that is wanted.
    private func isNeeded(_ place: Int) -> Bool {
        func wants(_ other: Int) -> Bool { operands[other].node.needsGradient }
        switch operation {
        case .elementwise(.multiply), .matrixProduct: return wants(1 - place)
        case .elementwise(.divide): return place == 1 || wants(1)
        default: return true
        }
    }

    private func changed(
        _ value: ArrayValues, _ wayBack: String?, _ version: VersionCounter, _ expected: Int
    ) -> Fault {
        var origin = ""
        if let wayBack {
            let name = wayBack.utf8.reversed().drop { $0 >= 0x30 && $0 <= 0x39 }.reversed()
            let isBackward = name.count > 8 && String(decoding: name.suffix(8), as: UTF8.self) == "Backward"
            let bare = String(decoding: isBackward ? name.dropLast(8) : name[...], as: UTF8.self)
            origin = ", which is output 0 of \(bare),"
        }
        return .python(
            .runtime,
            "one of the variables needed for gradient computation has been modified by an inplace operation: [\(value.type.tensorName) \(value.shape.listText)]\(origin) is at version \(decimal(version.count)); expected version \(decimal(expected)) instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False)."
        )
    }
}

extension GradientSlot {
    /// Adds to the gradient, in place where there is one.
    func add(_ share: ArrayValues) {
        if let gradient { gradient.write(gradient.values.plus(share)) } else { gradient = TensorObject(share) }
    }
}

extension ArrayValues {
    /// The sum with floats of the same type and shape.
    func plus(_ other: ArrayValues) -> ArrayValues {
        func sum<R: Real>(_ a: Tensor<R>, _ b: Tensor<R>) -> Tensor<R> {
            Tensor(shape: a.shape, elements: a.elements.indices.map { a.elements[$0] + b.elements[$0] })
        }
        if case .float32(let a) = self, case .float32(let b) = other { return .float32(sum(a, b)) }
        return .float64(sum(doubles, other.doubles))
    }
}
