import Tensors
import Testing

@Suite struct TensorTests {
    let matrix = Tensor<Double>(rows: [[1, 2, 3], [4, 5, 6]])
    let cube = Tensor<Int>(shape: [2, 3, 4], elements: Array(0..<24))

    @Test(
        arguments: [
            ([2, 3], [2, 3], [2, 3]), ([2, 3], [3], [2, 3]), ([2, 1], [1, 3], [2, 3]), ([], [4], [4]), ([], [], []),
            ([3, 1, 2], [4, 1], [3, 4, 2]),
            ([0], [1], [0]),
        ] as [([Int], [Int], [Int])])
    func shapesThatFitAreStretched(a: [Int], b: [Int], common: [Int]) throws {
        #expect(try Shape.broadcast(Shape(a), Shape(b)) == Shape(common))
        #expect(try Shape.broadcast(Shape(b), Shape(a)) == Shape(common))
    }

    @Test func shapesThatDoNotFitAreNamed() {
        let error = #expect(throws: ShapeError.self) { try matrix.adding([1, 2]) }
        #expect(error?.message == "shapes (2, 3) and (2,) cannot be combined element by element")
        let product = #expect(throws: ShapeError.self) { try matrix.matmul(matrix) }
        #expect(product?.message == "shapes (2, 3) and (2, 3) do not fit a matrix product")
    }

    @Test func elementsAreCombinedWithStretching() throws {
        #expect(try matrix.adding([10, 20, 30]) == Tensor(rows: [[11, 22, 33], [14, 25, 36]]))
        #expect(try matrix.multiplying(Tensor(rows: [[2], [3]])) == Tensor(rows: [[2, 4, 6], [12, 15, 18]]))
        #expect(try Tensor<Double>(scalar: 1).subtracting(matrix).elements == [0, -1, -2, -3, -4, -5])
        #expect(try matrix.zip(Tensor(scalar: 3.0)) { $0 > $1 }.elements == [false, false, false, true, true, true])
    }

    @Test func matrixProducts() throws {
        let x: Tensor<Double> = [3, 1]
        let w = Tensor<Double>(rows: [[6, -3], [-2, 5]])
        #expect(try x.matmul(w) == [16, -4])
        #expect(try w.matmul(x) == [15, -1])
        #expect(try x.matmul(x) == Tensor(scalar: 10))
        #expect(try x.dot(x) == 10)
        #expect(x.outer(x) == Tensor(rows: [[9, 3], [3, 1]]))
        #expect(try matrix.matmul(matrix.transposed) == Tensor(rows: [[14, 32], [32, 77]]))
        let stack = Tensor<Double>(shape: [2, 1, 2], elements: [1, 0, 0, 1])
        #expect(try stack.matmul(w) == Tensor(shape: [2, 1, 2], elements: [6, -3, -2, 5]))
    }

    @Test func axesChangePlaces() throws {
        #expect(matrix.transposed == Tensor(rows: [[1, 4], [2, 5], [3, 6]]))
        let turned = try cube.transposed(axes: [2, 0, -2])
        #expect(turned.shape == [4, 2, 3])
        #expect(turned[[3, 1, 2]] == cube[[1, 2, 3]])
        #expect(throws: ShapeError.self) { try cube.transposed(axes: [0, 0, 1]) }
    }

    @Test func reductionsAlongAxes() throws {
        #expect(matrix.sum() == 21)
        #expect(try matrix.sum(axis: 0) == [5, 7, 9])
        #expect(try matrix.sum(axis: -1, keepsAxis: true) == Tensor(rows: [[6], [15]]))
        #expect(try matrix.mean(axis: 1) == [2, 5])
        #expect(try matrix.reduced(axis: 0, Swift.max) == [4, 5, 6])
        #expect(try matrix.positions(axis: 1, >) == [2, 2])
        #expect(try cube.reduced(axis: 1, +).shape == [2, 4])
        #expect(throws: ShapeError.self) { try matrix.sum(axis: 2) }
        #expect(throws: ShapeError.self) { try Tensor<Double>([]).reduced(axis: 0, Swift.max) }
        #expect(Tensor<Double>([]).sum() == 0)
    }

    @Test(
        arguments: [
            (nil, nil, 1, [0, 1, 2, 3, 4]), (nil, nil, -1, [4, 3, 2, 1, 0]), (1, 3, 1, [1, 2]), (-2, nil, 1, [3, 4]),
            (nil, -2, 2, [0, 2]),
            (10, nil, -2, [4, 2, 0]), (3, 1, 1, []), (nil, 1, -1, [4, 3, 2]), (-100, 100, 3, [0, 3]),
            (-100, nil, -1, []),
        ] as [(Int64?, Int64?, Int64, [Int])])
    func slicesAreThoseOfPython(start: Int64?, stop: Int64?, step: Int64, picked: [Int]) throws {
        let numbers = Tensor(Array(0..<5))
        #expect(try numbers.sliced([.slice(Slice(start, stop, step: step))]) == Tensor(picked))
    }

    @Test func partsAreReadAndReplaced() throws {
        #expect(try cube.sliced([.at(-1), .all, .at(0)]) == [12, 16, 20])
        #expect(
            try cube.sliced([.at(0), .newAxis, .slice(Slice(1)), .slice(Slice(step: -2))]).elements == [7, 5, 11, 9])
        #expect(cube.part(1).shape == [3, 4])
        var changed = matrix
        try changed.assign(Tensor(scalar: 0), to: [.all, .at(1)])
        #expect(changed == Tensor(rows: [[1, 0, 3], [4, 0, 6]]))
        #expect(matrix[0, 1] == 2)
        #expect(throws: ShapeError.self) { try cube.sliced([.at(2)]) }
        #expect(throws: ShapeError.self) { try changed.assign([1, 2, 3], to: [.all, .at(1)]) }
    }

    @Test func sumsAreAddedInNumPysOrder() {
        // numpy.sum(1 / numpy.arange(1, n + 1)), NumPy 2.4.6
        let sums = [5: 2.283333333333333, 100: 5.187377517639621, 1000: 7.485470860550345, 12345: 9.998262568361625]
        for (n, sum) in sums { #expect(pairwiseSum((1...n).map { 1 / Double($0) }) == sum) }
    }
}
