public import Tensors

extension TensorOperation {
    /// The share of `adjoint` that goes to one operand, in the operand's shape.
    ///
    /// - Parameters:
    ///   - operands: The operands' values.
    ///   - value: The operation's value, in the shape of `adjoint`.
    /// - Precondition: the operation is not `constant`, and the shapes are those of a computed node.
    /// - Source: PyTorch 2, `derivatives.yaml` and `FunctionsManual.cpp`.
    public func pullback<R: Real>(
        _ adjoint: Tensor<R>, to place: Int, operands: [Tensor<R>], value: Tensor<R>
    ) -> Tensor<R> {
        let operand = operands[place]
        switch self {
        case .constant: preconditionFailure("a constant has no operands")
        case .elementwise(let operation):
            return elementwise(operation, adjoint, to: place, operands, value).cascadeSum(to: operand.shape)
        case .raise(let written):
            let exponent = R(rounding: written)
            if exponent == 0 { return Tensor(repeating: 0, shape: operand.shape) }
            return combined(adjoint, operand) { $0 * (exponent * powered($1, to: exponent - 1)) }
        case .clamp(let lower, let upper):
            let (low, high) = (R(rounding: lower), R(rounding: upper))
            return combined(adjoint, operand) { $1 >= low && $1 <= high ? $0 : 0 }
        case .choose(let mask):
            return combined(adjoint, mask) { $1 == (place == 0) ? $0 : 0 }.cascadeSum(to: operand.shape)
        case .matrixProduct: return matrixProduct(adjoint, to: place, operands)
        case .sum(let axes): return stretched(adjoint, axes, operand.shape)
        case .mean(let axes):
            let count = R(axes.reduce(1) { $0 * operand.shape[$1] })
            return stretched(adjoint, axes, operand.shape).map { $0 / count }
        case .extreme:
            let y = value.elements[0]
            let holders = R(operand.elements.reduce(0) { $0 + ($1 == y ? 1 : 0) })
            return operand.map { ($0 == y ? 1 : 0) * (adjoint.elements[0] / holders) }
        case .pick(let places): return scattered(adjoint, places, operand.shape)
        case .same: return Tensor(shape: operand.shape, elements: adjoint.elements)
        case .join(let places): return gathered(adjoint, places[place], operand.shape)
        case .replace(let places) where place == 0:
            var rest = adjoint.elements
            for place in places { rest[place] = 0 }
            return Tensor(shape: operand.shape, elements: rest)
        case .replace(let places):
            return gathered(adjoint, places, operand.shape)
        case .squaredError(let isMean):
            let factor: R = isMean ? 2 / R(operand.count) : 2
            let sign: R = place == 0 ? 1 : -1
            return combined(operands[0], operands[1]) { factor * ($0 - $1) * adjoint.elements[0] * sign }
        }
    }

    private func elementwise<R: Real>(
        _ operation: Operation, _ adjoint: Tensor<R>, to place: Int, _ operands: [Tensor<R>], _ value: Tensor<R>
    ) -> Tensor<R> {
        let a = stretched(operands[0], adjoint.shape)
        let b = operands.count > 1 ? stretched(operands[1], adjoint.shape) : a
        return Tensor(
            shape: adjoint.shape,
            elements: adjoint.elements.indices.map {
                operation.pullback(
                    adjoint.elements[$0], to: place, a.elements[$0], b.elements[$0], value: value.elements[$0])
            })
    }

    /// `G · Bᵀ` and `Aᵀ · G`; a vector counts as a row on the left and a column on the right, and stacks are summed up.
    private func matrixProduct<R: Real>(_ adjoint: Tensor<R>, to place: Int, _ operands: [Tensor<R>]) -> Tensor<R> {
        let (left, right) = (operands[0], operands[1])
        if left.rank == 1, right.rank == 1 {
            let other = place == 0 ? right : left
            return other.map { adjoint.elements[0] * $0 }
        }
        let a = left.rank == 1 ? Tensor(shape: [1, left.count], elements: left.elements) : left
        let b = right.rank == 1 ? Tensor(shape: [right.count, 1], elements: right.elements) : right
        let stack = adjoint.shape.sizes.dropLast((left.rank > 1 ? 1 : 0) + (right.rank > 1 ? 1 : 0))
        let rows = Shape(stack + [a.shape[a.rank - 2], b.shape[b.rank - 1]])
        let g = Tensor(shape: rows, elements: adjoint.elements)
        let share = place == 0 ? product(g, swapped(b)) : product(swapped(a), g)
        let target = place == 0 ? a.shape : b.shape
        return Tensor(shape: operands[place].shape, elements: share.cascadeSum(to: target).elements)
    }

    private func product<R: Real>(_ a: Tensor<R>, _ b: Tensor<R>) -> Tensor<R> {
        do throws(ShapeError) { return try a.matmul(b) } catch {
            preconditionFailure("the factors of a product that was computed fit its adjoint")
        }
    }

    /// The last two axes exchanged.
    private func swapped<R: Real>(_ tensor: Tensor<R>) -> Tensor<R> {
        var places = TensorPlaces(tensor.shape)
        places.shape.sizes.swapAt(tensor.rank - 1, tensor.rank - 2)
        places.strides.swapAt(tensor.rank - 1, tensor.rank - 2)
        return Tensor(shape: places.shape, elements: places.all.map { tensor.elements[$0] })
    }

    // MARK: Moving elements

    private func stretched<R: Real>(_ tensor: Tensor<R>, _ shape: Shape) -> Tensor<R> {
        do throws(ShapeError) { return try tensor.broadcast(to: shape) } catch {
            preconditionFailure("an operand that was stretched once can be stretched again")
        }
    }

    /// An array whose `axes` went or have size 1, stretched along them.
    private func stretched<R: Real>(_ tensor: Tensor<R>, _ axes: [Int], _ shape: Shape) -> Tensor<R> {
        let kept = Shape(shape.sizes.indices.map { axes.contains($0) ? 1 : shape[$0] })
        return stretched(Tensor(shape: kept, elements: tensor.elements), shape)
    }

    private func combined<R: Real, Other>(
        _ a: Tensor<R>, _ b: Tensor<Other>, _ body: (R, Other) -> R
    ) -> Tensor<R> {
        do throws(ShapeError) { return try a.zip(b, body) } catch {
            preconditionFailure("the operands of an operation that was computed fit its adjoint")
        }
    }

    private func gathered<R: Real>(_ tensor: Tensor<R>, _ places: [Int], _ shape: Shape) -> Tensor<R> {
        Tensor(shape: shape, elements: places.map { tensor.elements[$0] })
    }

    private func scattered<R: Real>(_ tensor: Tensor<R>, _ places: [Int], _ shape: Shape) -> Tensor<R> {
        var elements = [R](repeating: 0, count: shape.count)
        var isHit = [Bool](repeating: false, count: shape.count)
        for (k, place) in places.enumerated() {
            elements[place] = isHit[place] ? elements[place] + tensor.elements[k] : tensor.elements[k]
            isHit[place] = true
        }
        return Tensor(shape: shape, elements: elements)
    }
}
