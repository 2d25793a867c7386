import Foundation
import Testing

@testable import Cells

/// Every NumPy function on random arrays of every type, shape and layout.
@Suite struct NumPyFunctionTests {
    @Test func operatorsAgree() throws {
        var random = Random(state: 11)
        let symbols = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", ">", ">=", "==", "!=", "&", "|", "^"]
        try expectAgreement(1_500, &random) { random in
            let shape = random.shape()
            let symbol = random.pick(symbols)
            // Other powers may differ in the last digit.
            if symbol == "**" { return "\(random.array(shape)) ** \(random.pick(["0", "1", "2", "3", "-1", "0.5"]))" }
            let sides = [random.array(shape), random.operand(shape)]
            let first = random.below(2)
            return "\(sides[first]) \(symbol) \(sides[1 - first])"
        }
    }

    @Test func matrixProductsAgree() throws {
        var random = Random(state: 12)
        try expectAgreement(500, &random) { random in
            let (n, k, m) = (1 + random.below(4), 1 + random.below(4), 1 + random.below(6))
            let left = random.pick([[n, k], [k], [2, n, k], [1, n, k]])
            let right = random.pick([[k, m], [k], [2, k, m], [k + 1, m]])
            let (a, b) = (random.array(left), random.array(right))
            // NumPy's dot of two numbers may be -0, as its library of linear algebra has it.
            return random.below(3) == 0 ? "np.dot(\(a), \(b)) + 0" : "\(a) @ \(b)"
        }
    }

    @Test func reductionsAgree() throws {
        var random = Random(state: 13)
        let names = "sum mean prod min max argmin argmax any all std var cumsum cumprod".split(separator: " ")
        try expectAgreement(1_500, &random) { random in
            let shape = random.shape()
            let name = String(random.pick(names))
            var arguments = random.axisArgument(shape).map { [$0] } ?? []
            if random.below(4) == 0, !name.hasPrefix("cum") { arguments.append("keepdims=True") }
            if random.below(4) == 0, name == "std" || name == "var" { arguments.append("ddof=1") }
            let array = random.array(shape)
            return random.below(2) == 0
                ? "\(array).\(name)(\(arguments.joined(separator: ", ")))"
                : "np.\(name)(\(([array] + arguments).joined(separator: ", ")))"
        }
    }

    /// Long sums are added in NumPy's order, whatever the layout.
    @Test func longSumsAgreeToTheLastBit() throws {
        var random = Random(state: 14)
        try expectAgreement(300, &random) { random in
            let shape = random.pick([[700], [30, 40], [5, 9, 13], [2, 300], [129, 3], [1, 200, 1]])
            let count = shape.reduce(1, *)
            let type = random.pick(["", ".astype(np.float32)"])
            let sizes = "(\(shape.map { "\($0)" }.joined(separator: ", ")),)"
            let array = "(1 / np.arange(1, \(count + 1)))\(type).reshape(\(sizes))\(random.layout(shape))"
            return "\(array).\(random.pick(["sum", "mean", "std", "cumsum"]))(\(random.axisArgument(shape) ?? ""))"
        }
    }

    @Test func indicesAgree() throws {
        var random = Random(state: 15)
        try expectAgreement(2_500, &random) { random in
            let shape = random.shape(rank: 4, size: 3)
            return "\(random.array(shape))[\(random.index(shape))]"
        }
    }

    @Test func functionsAgree() throws {
        var random = Random(state: 17)
        let templates = Self.templates
        try expectAgreement(12 * templates.count, &random) { random in
            let shape = random.shape(rank: 3, size: 4)
            let (x, y) = (random.array(shape), random.array(shape))
            return random.pick(templates).replacingOccurrences(of: "X", with: x).replacingOccurrences(of: "Y", with: y)
        }
    }

    private static var templates: [String] {
        let shaping = """
            X.reshape(-1); X.reshape(2, -1); X.ravel(); X.flatten(); X.T; X.transpose(); np.transpose(X); X.squeeze(); \
            np.squeeze(X); np.expand_dims(X, 0); np.expand_dims(X, (0, -1)); np.swapaxes(X, 0, -1); np.moveaxis(X, 0, -1); \
            np.broadcast_to(X, (2,) + X.shape); np.atleast_1d(X); np.atleast_2d(X); np.flip(X); np.flip(X, 0); \
            np.fliplr(X); np.flipud(X); np.roll(X, 1); np.roll(X, -1, axis=0); np.shape(X); np.ndim(X); np.size(X); \
            X.copy(); X.tolist(); X.item(); X.astype(int); X.astype(bool); X.astype(np.float32); X.astype('float64'); X.dtype; \
            X.dtype == np.float64; X.itemsize; X.nbytes; [r for r in X]; len(X); X[None].shape; X.swapaxes(0, 1)
            """
        let joining = """
            np.concatenate([X, Y]); np.concatenate([X, Y], axis=-1); np.concatenate([X, Y], axis=None); np.stack([X, Y]); \
            np.stack([X, Y], axis=-1); np.vstack([X, Y]); np.hstack([X, Y]); np.column_stack([X, Y]); np.tile(X, 2); \
            np.tile(X, (2, 1, 2)); np.repeat(X, 2); np.repeat(X, 2, axis=0); np.repeat(X, [1, 2], axis=0); np.split(X, 2); \
            np.array_split(X, 3); np.split(X, [1, 2]); np.append(X, 1); np.append(X, Y, axis=0); np.meshgrid(X, Y)
            """
        let elements = """
            np.floor(X); np.ceil(X); np.trunc(X); np.round(X); np.round(X, 1); np.abs(X); np.square(X); np.isnan(X); \
            np.isfinite(X); np.isinf(X / 0); np.logical_not(X); np.maximum(X, Y); np.minimum(X, 1); np.clip(X, -1, 1); \
            X.clip(0, 2); np.where(X > 0, X, Y); np.where(X); np.where(X > 0, 1, 0.5); np.isclose(X, Y); np.allclose(X, X); \
            np.array_equal(X, Y); np.add(X, Y); np.subtract(X * 1, Y * 1); np.multiply(X, Y); np.divide(X, Y); \
            np.logical_and(X, Y); np.logical_or(X, Y); np.logical_xor(X, Y); np.equal(X, Y); np.less(X, Y); abs(X); \
            np.fabs(X * 1.0); np.rint(X * 1.0); np.sqrt(abs(X) * 1.0); np.sign(X * 1); np.negative(X * 1); np.mod(X * 1, 2); \
            np.power(X * 1, 2); np.floor_divide(X * 1, 2); np.reciprocal(X * 0.5); -(X * 1); +(X * 1); X == X.T; \
            np.zeros_like(X); np.ones_like(X); np.full_like(X, 3); np.array(X); np.asarray(X).dtype; np.array(X.tolist()); \
            np.array([X, Y]); np.full(X.shape, 2); np.round(X * 10, -1); bool(X.any()); float(X.sum()); int(X.max())
            """
        let ordering = """
            np.sort(X); np.sort(X, axis=0); np.sort(X, axis=None); np.unique(X); np.unique(X, return_counts=True); \
            np.unique(X, return_inverse=True); np.diff(X); np.diff(X, axis=0); np.diff(X, n=2); np.nonzero(X); X.nonzero(); \
            np.count_nonzero(X); np.searchsorted([0, 1, 2], X); np.searchsorted([0, 1, 2], X, side='right'); \
            np.flatnonzero(X); np.isin(X, [0, 1]); np.median(X); np.median(X, axis=-1); np.ptp(X * 1); np.ptp(X * 1, axis=0); \
            np.diag(X); np.diag(X, 1); np.trace(X); np.triu(X); np.tril(X, -1); np.outer(X, Y); np.inner(X, Y); \
            np.linalg.norm(X); np.linalg.norm(X, axis=-1); np.linalg.norm(X, ord=1); np.linalg.norm(X, np.inf, axis=0); \
            np.sum(X, dtype=float); X.take([0, 0]); np.vdot(X, Y); X.diagonal(); np.argsort(np.unique(X))
            """
        return [shaping, joining, elements, ordering].flatMap { text in
            text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        }
    }

    @Test func creationAgrees() throws {
        var random = Random(state: 16)
        let number = { (random: inout Random) in random.pick(["0", "1", "5", "-3", "2.5", "0.1", "-0.75", "10", "1e3"])
        }
        try expectAgreement(400, &random) { random in
            let (a, b, c) = (number(&random), number(&random), number(&random))
            let type = random.pick(["", "", ", dtype=np.float32", ", dtype=float", ", dtype=int"])
            return random.pick([
                "np.arange(\(a)\(type))", "np.arange(\(a), \(b)\(type))", "np.arange(\(a), \(b), \(c)\(type))",
                "np.linspace(\(a), \(b), \(random.below(9))\(type))", "np.linspace(\(a), \(b), 4, endpoint=False)",
                "np.linspace(\(a), \(b), 3, retstep=True)",
                "np.eye(\(random.below(4)), k=\(random.below(5) - 2)\(type))",
                "np.eye(2, 3\(type))", "np.identity(3\(type))", "np.zeros((2, \(random.below(3)))\(type))",
                "np.ones(\(random.below(4))\(type))", "np.full((2, 2), \(a)\(type))",
                "np.full(3, [\(a), \(b), \(c)]\(type))",
                "np.array([\(a), \(b)]\(type))", "np.array([[\(a)], [\(b), \(c)]])", "np.float32(\(a))",
                "np.int64(\(a))", "np.bool_(\(a))", "np.float64(\(a)) / 3", "np.float32(\(a)) * \(b)",
                "np.diag([\(a), \(b)], \(random.below(3) - 1))", "np.array([True, \(a)])", "np.array([])",
            ])
        }
    }

    /// What NumPy answers is answered here, and what it refuses is refused; so are results of types the cell language has not.
    private func expectAgreement(
        _ count: Int, _ random: inout Random, sourceLocation: SourceLocation = #_sourceLocation,
        _ make: (inout Random) -> String
    ) throws {
        let expressions = (0..<count).map { _ in make(&random) }
        guard let answers = try Python.answers(to: expressions, numpy: true) else { return }
        #expect(answers.count == count, sourceLocation: sourceLocation)
        for (expression, answer) in zip(expressions, answers) {
            switch outcome(expression) {
            case .value(let text):
                #expect(
                    text.replacingOccurrences(of: "\n", with: "\\n") == answer, "\(expression)",
                    sourceLocation: sourceLocation)
            case .failure(_, let message, _, _):
                let isRefused = answer.hasPrefix("!") || answer.contains("float16") || answer.contains("int8")
                #expect(isRefused, "\(expression): \(message), Python: \(answer)", sourceLocation: sourceLocation)
            }
        }
    }
}

extension Random {
    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    fileprivate mutating func shape(rank: Int = 3, size: Int = 4) -> [Int] {
        (0..<below(rank + 1)).map { _ in 1 + below(size) }
    }

    /// An array of a random type, of small numbers that are exact in it, as it lies or turned.
    fileprivate mutating func array(_ shape: [Int]) -> String {
        let count = shape.reduce(1, *)
        let numbers = "np.arange(\(count)) * \(1 + below(7)) % \(2 + below(10)) - \(below(5))"
        let elements = pick([
            "(\(numbers))", "((\(numbers)) / 4)", "((\(numbers)) / 4).astype(np.float32)", "((\(numbers)) % 2 == 0)",
        ])
        return "\(elements).reshape((\(shape.map { "\($0)," }.joined())))\(layout(shape))"
    }

    /// A turn that leaves the shape, or reverses it.
    fileprivate mutating func layout(_ shape: [Int]) -> String {
        if shape.isEmpty { return "" }
        let turns = ["", "", "", "[::-1]", shape.count > 1 ? "[:, ::-1]" : "", Set(shape).count == 1 ? ".T" : ""]
        return pick(turns)
    }

    /// Something that goes with an array: a number, or an array of a shape that is stretched.
    fileprivate mutating func operand(_ shape: [Int]) -> String {
        if below(3) == 0 {
            return pick([
                "0", "1", "2", "-3", "0.5", "-2.25", "True", "np.float64(0.5)", "np.int64(3)", "np.float32(1.5)",
            ])
        }
        let smaller = shape.map { below(4) == 0 ? 1 : $0 }
        return array(Array(smaller.dropFirst(below(3) == 0 ? 1 : 0)))
    }

    fileprivate mutating func axisArgument(_ shape: [Int]) -> String? {
        if shape.isEmpty || below(3) == 0 { return nil }
        switch below(8) {
        case 0: return "axis=\(shape.count)"
        case 1: return "axis=(\((0..<shape.count).map { "\($0)," }.joined()))"
        case 2: return shape.count > 1 ? "axis=(-1, 0)" : "axis=(0,)"
        default: return "axis=\(below(2 * shape.count) - shape.count)"
        }
    }

    fileprivate mutating func index(_ shape: [Int]) -> String {
        var entries: [String] = []
        for size in shape.prefix(below(shape.count + 1)) { entries.append(entry(size)) }
        if below(12) == 0 { entries.insert("...", at: below(entries.count + 1)) }
        if below(8) == 0 { entries.insert("None", at: below(entries.count + 1)) }
        return entries.isEmpty ? "..." : entries.joined(separator: ", ")
    }

    private mutating func entry(_ size: Int) -> String {
        switch below(10) {
        case 0...3: return "\(below(2 * size + 1) - size)"
        case 4...6:
            let bounds = (0..<2).map { _ in below(2) == 0 ? "" : "\(below(2 * size + 3) - size - 1)" }
            return "\(bounds[0]):\(bounds[1])\(pick(["", "", ":1", ":2", ":-1", ":-2"]))"
        case 7, 8: return "[\((0..<(1 + below(3))).map { _ in "\(below(2 * size) - size)" }.joined(separator: ", "))]"
        default: return "[\((0..<size).map { _ in below(2) == 0 ? "True" : "False" }.joined(separator: ", "))]"
        }
    }
}
