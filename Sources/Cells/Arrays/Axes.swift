import Tensors

/// One whole number for each axis of an array, such as its sizes; held in place, so that a small array needs no memory for them.
struct Axes: Equatable {
    /// The most axes an array has here.
    static let limit = 8

    private(set) var count = 0
    private var numbers = InlineArray<8, Int>(repeating: 0)

    init() {}

    init(repeating number: Int, count: Int) {
        precondition(count <= Axes.limit, "the number of axes is checked before arrays are made")
        self.count = count
        for axis in 0..<count { numbers[axis] = number }
    }

    /// The two numbers of a matrix.
    init(_ first: Int, _ second: Int) {
        count = 2
        numbers[0] = first
        numbers[1] = second
    }

    /// - Precondition: there are at most `limit` numbers.
    init(_ list: some Collection<Int>) {
        for number in list { append(number) }
    }

    init(_ shape: Shape) { self.init(shape.sizes) }

    subscript(axis: Int) -> Int {
        @inline(__always) get { numbers[axis] }
        @inline(__always) set { numbers[axis] = newValue }
    }

    mutating func append(_ number: Int) {
        precondition(count < Axes.limit, "the number of axes is checked before arrays are made")
        numbers[count] = number
        count += 1
    }

    mutating func remove(at axis: Int) {
        for place in axis..<(count - 1) { numbers[place] = numbers[place + 1] }
        count -= 1
    }

    mutating func insert(_ number: Int, at axis: Int) {
        append(number)
        for place in stride(from: count - 1, to: axis, by: -1) { numbers[place] = numbers[place - 1] }
        numbers[axis] = number
    }

    static func == (a: Axes, b: Axes) -> Bool {
        if a.count != b.count { return false }
        for axis in 0..<a.count where a.numbers[axis] != b.numbers[axis] { return false }
        return true
    }

    var indices: Range<Int> { 0..<count }

    /// The number of elements of an array with these sizes.
    var product: Int {
        var product = 1
        for axis in 0..<count { product *= numbers[axis] }
        return product
    }

    /// As `product`, or the largest whole number where it is larger still.
    var boundedProduct: Int64 {
        var product: Int64 = 1
        var isBounded = true
        for axis in 0..<count {
            if numbers[axis] == 0 { return 0 }
            let (next, overflow) = product.multipliedReportingOverflow(by: Int64(numbers[axis]))
            if overflow { isBounded = false }
            product = next
        }
        return isBounded ? product : Int64.max
    }

    var list: [Int] { (0..<count).map { numbers[$0] } }

    var shape: Shape { Shape(list) }

    /// As Python writes a shape: `(2, 3)`.
    var description: String { shape.description }

    /// As NumPy's messages write a shape: `(2,3)`, `(3,)`.
    var numpyText: String {
        "(" + list.map { "\($0)" }.joined(separator: ",") + (count == 1 ? ",)" : ")")
    }

    /// How far apart neighbours along each axis lie in row-major order.
    var rowMajorStrides: Axes {
        var strides = Axes(repeating: 1, count: count)
        if count > 1 {
            for axis in stride(from: count - 2, through: 0, by: -1) {
                // Only of an array without elements, in which no stride is ever used, may the product be too large.
                strides[axis] = strides[axis + 1] &* numbers[axis + 1]
            }
        }
        return strides
    }

    /// The numbers in reverse order.
    var reversed: Axes {
        var result = self
        for axis in 0..<count { result[axis] = numbers[count - 1 - axis] }
        return result
    }

    /// The sizes two arrays are stretched to together; nil when they do not fit.
    static func common(_ a: Axes, _ b: Axes) -> Axes? {
        if a == b { return a }
        var long = a.count >= b.count ? a : b
        let short = a.count >= b.count ? b : a
        let shift = long.count - short.count
        for axis in 0..<short.count {
            let (m, n) = (long[axis + shift], short[axis])
            guard m == n || m == 1 || n == 1 else { return nil }
            if m == 1 { long[axis + shift] = n }
        }
        return long
    }
}
