import Networks
import Tensors
import Testing

@Suite struct PullbackTests {
    /// The adjoint's share is the adjoint times the local derivative, up to the order of multiplication.
    @Test(arguments: Operation.allCases.filter { $0.arity > 0 })
    func anAdjointsShareIsItsProductWithTheLocalDerivative(operation: Operation) {
        for a in [0.3, 1.7, 4.0] {
            for b in [0.6, 2.5] {
                let result = operation(a, b)
                for (place, derivative) in [result.first, result.second].prefix(operation.arity).enumerated() {
                    let share = operation.pullback(-1.25, to: place, a, b, value: result.value)
                    #expect(abs(share + 1.25 * derivative) <= 1e-14 * max(1, abs(share)), "\(operation) \(a) \(b)")
                }
            }
        }
    }

    /// Every operation on tensors against central differences of the weighted sum of its values.
    @Test func matrixProductsAndSumsAgreeWithDifferences() throws {
        let a = Tensor<Double>(shape: [2, 3], elements: [0.5, -1, 2, 0.25, 3, -0.75])
        let b = Tensor<Double>(shape: [3, 2], elements: [1, 0.5, -2, 0.125, 0.75, 2])
        let weights = Tensor<Double>(shape: [2, 2], elements: [1, -2, 0.5, 3])
        func value(_ a: Tensor<Double>, _ b: Tensor<Double>) throws -> Double {
            try a.matmul(b).multiplying(weights).elements.reduce(0, +)
        }
        let product = try a.matmul(b)
        for (place, operand) in [a, b].enumerated() {
            let share = TensorOperation.matrixProduct.pullback(weights, to: place, operands: [a, b], value: product)
            #expect(share.shape == operand.shape)
            for k in operand.elements.indices {
                var (up, down) = (operand, operand)
                up.elements[k] += 1e-4
                down.elements[k] -= 1e-4
                let difference =
                    place == 0
                    ? try (value(up, b) - value(down, b)) / 2e-4 : try (value(a, up) - value(a, down)) / 2e-4
                #expect(abs(share.elements[k] - difference) < 1e-8)
            }
        }
    }

    @Test func whatWasPickedTwiceTakesBothShares() {
        let operand = Tensor<Double>([1, 2, 3])
        let share = TensorOperation.pick([2, 0, 2]).pullback(
            Tensor([10, 20, 30]), to: 0, operands: [operand], value: Tensor([3, 1, 3]))
        #expect(share == Tensor([20, 0, 40]))
    }
}
