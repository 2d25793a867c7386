import Networks
import Tensors

extension Interpreter {
    /// `t.view(…)` and `t.reshape(…)`; the latter copies what has no such view.
    func reshaped(_ tensor: TensorObject, _ sizes: [Int], copies: Bool) throws(Fault) -> TensorObject {
        let shape = try openShape(sizes, count: tensor.shape.count)
        if let strides = tensor.places.strides(inShape: shape) {
            let start = tensor.places.start
            let isBase = TensorPlaces(tensor.shape)
            return try view(tensor, "ViewBackward0") { places in
                places == isBase
                    ? TensorPlaces(shape) : TensorPlaces(shape: shape, strides: strides, start: start)
            }
        }
        if !copies {
            throw .python(
                .runtime,
                "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead."
            )
        }
        try make(shape.count)
        return try recorded(.same, "UnsafeViewBackward0", [tensor], tensor.values.reshapedFreely(shape))
    }

    /// A shape whose strides can be counted, also where a size of 0 leaves no elements.
    func tensorShape(_ sizes: [Int]) throws(Fault) -> Shape {
        if sizes.count > 64 { throw Fault(.limit, "a tensor has at most 64 axes") }
        let extent = Shape(sizes.filter { $0 != 0 }).boundedCount
        if extent > 1 << 30 { throw Interpreter.tooMany(extent) }
        return Shape(sizes)
    }

    /// A shape in which one size may be −1 and is worked out.
    private func openShape(_ sizes: [Int], count: Int) throws(Fault) -> Shape {
        func invalid() -> Fault {
            let list = sizes.map { decimal($0) }.joined(separator: ", ")
            return .python(.runtime, "shape '[\(list)]' is invalid for input of size \(decimal(count))")
        }
        var filled = sizes
        if sizes.filter({ $0 == -1 }).count > 1 { throw .python(.runtime, "only one dimension can be inferred") }
        if let below = sizes.first(where: { $0 < -1 }) {
            throw .python(.runtime, "invalid shape dimension \(decimal(below))")
        }
        if sizes.count > 64 { throw Fault(.limit, "a tensor has at most 64 axes") }
        if let open = sizes.firstIndex(of: -1) {
            let known = Shape(sizes.filter { $0 != -1 }).boundedCount
            if known == 0 || Int64(count) % known != 0 { throw invalid() }
            filled[open] = Int(Int64(count) / known)
        }
        if Shape(filled).boundedCount != Int64(count) { throw invalid() }
        return try tensorShape(filled)
    }

    func permuted(_ tensor: TensorObject, _ axes: [Int], _ name: String) throws(Fault) -> TensorObject {
        try view(tensor, name) { places in
            TensorPlaces(
                shape: Shape(axes.map { places.shape[$0] }), strides: axes.map { places.strides[$0] },
                start: places.start)
        }
    }

    /// Two axes exchanged.
    func transposed(_ tensor: TensorObject, _ first: Int, _ second: Int, _ name: String) throws(Fault) -> TensorObject {
        var axes = Array(0..<tensor.shape.rank)
        if axes.count > max(first, second) { axes.swapAt(first, second) }
        return try permuted(tensor, axes, name)
    }

    /// A new axis of size 1.
    func unsqueezed(_ tensor: TensorObject, _ dim: Value) throws(Fault) -> TensorObject {
        let axis = try self.axis(dim, rank: tensor.shape.rank + 1)
        return try view(tensor, "UnsqueezeBackward0") { places in
            var places = places
            places.shape.sizes.insert(1, at: axis)
            places.strides.insert(1, at: axis)
            return places
        }
    }

    /// The axes of size 1 taken away: all of them, or the one named.
    func squeezed(_ tensor: TensorObject, _ dim: Value?) throws(Fault) -> TensorObject {
        let chosen = try axes(dim, of: tensor.shape)
        return try view(tensor, chosen == nil ? "SqueezeBackward0" : "SqueezeBackward1") { places in
            let kept = places.shape.sizes.indices.filter { axis in
                places.shape[axis] != 1 || (chosen.map { !$0.contains(axis) } ?? false)
            }
            return TensorPlaces(
                shape: Shape(kept.map { places.shape[$0] }), strides: kept.map { places.strides[$0] },
                start: places.start)
        }
    }

    /// The tensor stretched along axes of size 1; −1 keeps a size.
    func expanded(_ tensor: TensorObject, _ sizes: [Int]) throws(Fault) -> TensorObject {
        let added = sizes.count - tensor.shape.rank
        func refusal() -> Fault {
            let list = sizes.map { decimal($0) }.joined(separator: ", ")
            return Fault(
                .runtime, "a tensor of shape \(tensor.shape.listText) cannot be expanded to [\(list)]")
        }
        if added < 0 { throw refusal() }
        var target = sizes
        for axis in sizes.indices {
            let own = axis < added ? 1 : tensor.shape[axis - added]
            if sizes[axis] == -1, axis >= added { target[axis] = own }
            if target[axis] < 0 || (own != 1 && own != target[axis]) { throw refusal() }
        }
        let shape = try tensorShape(target)
        try make(shape.boundedCount)
        return try view(tensor, "ExpandBackward0") { places in
            TensorPlaces(
                shape: shape,
                strides: target.indices.map {
                    $0 < added || (places.shape[$0 - added] == 1 && target[$0] != 1) ? 0 : places.strides[$0 - added]
                },
                start: places.start)
        }
    }

    /// `torch.stack` and `torch.cat`: tensors side by side along a new axis or one they have.
    func joined(_ tensors: [TensorObject], _ dim: Value, isNewAxis: Bool) throws(Fault) -> TensorObject {
        guard let first = tensors.first else {
            throw isNewAxis
                ? .python(.runtime, "stack expects a non-empty TensorList")
                : .python(.value, "torch.cat(): expected a non-empty list of Tensors")
        }
        let axis = try self.axis(dim, rank: first.shape.rank + (isNewAxis ? 1 : 0))
        for (place, tensor) in tensors.enumerated() { try checkJoin(tensor.shape, first.shape, axis, place, isNewAxis) }
        let type = torchResultType(tensors.map { TensorOperand(tensor: $0, isNumber: false, number: nil) })
        var parts: [TensorObject] = []
        for tensor in tensors { parts.append(try converted(tensor, to: type)) }
        let lengths = parts.map { isNewAxis ? 1 : $0.shape[axis] }
        var sizes = first.shape.sizes
        if isNewAxis { sizes.insert(0, at: axis) }
        sizes[axis] = lengths.reduce(0, +)
        let shape = Shape(sizes)
        try make(shape.boundedCount)
        var (places, offset) = ([[Int]](), 0)
        for length in lengths {
            var part = sizes
            part[axis] = length
            places.append(
                TensorPlaces(shape: Shape(part), strides: shape.strides, start: offset * shape.strides[axis]).all)
            offset += length
        }
        let row = ArrayValues.row(of: parts.map { $0.values.reshapedFreely([$0.shape.count]) }, type)
        let value = row.replacing(places.flatMap { $0 }, with: row).reshapedFreely(shape)
        return try recorded(.join(places), isNewAxis ? "StackBackward0" : "CatBackward0", parts, value)
    }

    private func checkJoin(_ shape: Shape, _ first: Shape, _ axis: Int, _ place: Int, _ isNewAxis: Bool) throws(Fault) {
        if isNewAxis {
            if shape == first { return }
            throw .python(
                .runtime,
                "stack expects each tensor to be equal size, but got \(first.listText) at entry 0 and \(shape.listText) at entry \(decimal(place))"
            )
        }
        if first.rank == 0 {
            throw .python(.runtime, "zero-dimensional tensor (at position 0) cannot be concatenated")
        }
        if shape.rank != first.rank {
            throw .python(
                .runtime,
                "Tensors must have same number of dimensions: got \(decimal(first.rank)) and \(decimal(shape.rank))")
        }
        for other in 0..<first.rank where other != axis && shape[other] != first[other] {
            throw .python(
                .runtime,
                "Sizes of tensors must match except in dimension \(decimal(axis)). Expected size \(decimal(first[other])) but got size \(decimal(shape[other])) for tensor number \(decimal(place)) in the list."
            )
        }
    }
}

extension TensorPlaces {
    /// The strides with which the same elements have another shape; nil where there are none.
    ///
    /// - Source: PyTorch 2, `computeStride` in `TensorUtils.cpp`.
    func strides(inShape target: Shape) -> [Int]? {
        if shape.count == 0 || isContiguous { return target.strides }
        var strides = [Int](repeating: 0, count: target.rank)
        var axis = target.rank - 1
        var base = self.strides[shape.rank - 1]
        var (own, viewed) = (1, 1)
        for k in stride(from: shape.rank - 1, through: 0, by: -1) {
            own *= shape[k]
            let ends = k == 0 || (shape[k - 1] != 1 && self.strides[k - 1] != own * base)
            guard ends else { continue }
            while axis >= 0, viewed < own || target[axis] == 1 {
                strides[axis] = viewed * base
                viewed *= target[axis]
                axis -= 1
            }
            if viewed != own { return nil }
            if k > 0 {
                base = self.strides[k - 1]
                (own, viewed) = (1, 1)
            }
        }
        return axis == -1 ? strides : nil
    }
}
