import Networks
import Tensors
import Testing

/// The tape by itself.
@Suite struct TapeTests {
    @Test(arguments: Operation.allCases.filter { $0.arity > 0 })
    func everyLocalDerivativeIsNearItsDifference(operation: Operation) {
        let d = 1e-6
        for (a, b) in [(0.7, 1.3), (2.5, -0.4), (1.1, 2.0)] {
            let result = operation(a, b)
            let first = (operation(a + d, b).value - operation(a - d, b).value) / (2 * d)
            expectClose([result.first], [first], relative: 1e-7, absolute: 1e-9)
            guard operation.arity == 2 else { continue }
            let second = (operation(a, b + d).value - operation(a, b - d).value) / (2 * d)
            expectClose([result.second], [second], relative: 1e-7, absolute: 1e-9)
        }
    }

    @Test func aValueUsedTwiceCollectsBothWays() {
        var tape = Tape<Double>()
        let x = tape.constant(3, name: "x")
        let y = tape.constant(2, name: "y")
        // 3x² + 2xy + 5
        let squares = tape.multiply(tape.constant(3), tape.square(x))
        let mixed = tape.multiply(tape.multiply(tape.constant(2), x), y)
        let f = tape.add(tape.add(squares, mixed), tape.constant(5))
        let adjoints = tape.backward(from: f)
        #expect(tape[f] == 44)
        #expect(adjoints[x] == 22)
        #expect(adjoints[y] == 6)
        #expect(adjoints[f] == 1)
        #expect(tape.name(x) == "x")
        #expect(tape.operands(f).map { $0.derivative } == [1, 1])
    }

    @Test func whatARootDoesNotNeedIsLeftOut() {
        var tape = Tape<Float>()
        let x = tape.constant(3)
        let y = tape.exp(x)
        let unused = tape.square(x)
        let z = tape.negate(y)
        #expect(tape.dependencies(of: z) == [x, y, z])
        #expect(tape.backward(from: z)[unused] == 0)
        #expect(tape.backward(from: y)[z] == 0)
    }

    @Test func aLongChainNeedsNoStack() {
        var tape = Tape<Double>()
        let x = tape.constant(1)
        let one = tape.constant(1)
        var node = x
        for _ in 0..<200_000 { node = tape.add(node, one) }
        #expect(tape[node] == 200_001)
        #expect(tape.backward(from: node)[x] == 1)
    }

    @Test func powersAtTheEdges() {
        var tape = Tape<Double>()
        let zero = tape.constant(0)
        let cube = tape.power(zero, tape.constant(3))
        #expect(tape.backward(from: cube)[zero] == 0)
        let one = tape.power(zero, tape.constant(0))
        #expect(tape[one] == 1)
        #expect(tape.backward(from: one)[zero] == 0)
    }
}
