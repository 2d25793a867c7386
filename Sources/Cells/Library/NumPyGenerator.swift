import Tensors

/// What `np.random.default_rng(seed)` gives.
final class GeneratorObject: LibraryObject {
    private var generator: Generator

    init(_ generator: Generator) { self.generator = generator }

    override var typeName: String { "numpy.random.Generator" }
    override var repr: String { "Generator(PCG64)" }
    override var attributeNames: [String] { Method.allCases.map { $0.rawValue } }
    override func copied() -> LibraryObject { GeneratorObject(generator) }

    enum Method: String, CaseIterable {
        case random, uniform, normal, standard_normal, integers, permutation, shuffle, choice
    }

    /// `np.random.default_rng(seed)`; without a seed no run would be like another, which a book does not want.
    static func make(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["seed"], required: 0)
        guard let seed = arguments[0] else {
            throw Fault.outside(
                .value, "give np.random.default_rng() a seed, such as 0, so that every run gives the same numbers")
        }
        if case .library(let object) = seed, object is GeneratorObject { return seed }
        var words: [UInt32] = []
        for number in try call.wholeNumbers(seed) {
            if number < 0 { throw Fault(.value, "a seed is never negative", python: "expected non-negative integer") }
            words.append(UInt32(truncatingIfNeeded: number))
            if number >> 32 != 0 { words.append(UInt32(truncatingIfNeeded: number >> 32)) }
        }
        return .library(GeneratorObject(Generator(entropy: words)))
    }

    override func attribute(_ name: String) throws(Fault) -> Value? {
        guard let method = Method(rawValue: name) else { return nil }
        return Builtins.function(name) { [self] call throws(Fault) in
            let call = call.of(.generator)
            return switch method {
            case .random: try floats(try call.arguments(["size", "dtype"], required: 0), sizeAt: 0) { $0.random() }
            case .standard_normal:
                try floats(try call.arguments(["size", "dtype"], required: 0), sizeAt: 0) { $0.standardNormal() }
            case .uniform: try uniform(call)
            case .normal: try normal(call)
            case .integers: try integers(call)
            case .permutation: try permutation(call)
            case .shuffle: try shuffle(call)
            case .choice: try choice(call)
            }
        }
    }

    // MARK: Floats

    /// One number, which is Python's, or an array of them.
    private func floats(
        _ arguments: Arguments, sizeAt place: Int, _ draw: (inout Generator) -> Double
    ) throws(Fault) -> Value {
        if place == 0, let type = try arguments.type(1), type != .float64 {
            throw Fault.outside(.type, "random numbers are drawn as float64 here; use .astype")
        }
        guard arguments[place] != nil else { return .float(draw(&generator)) }
        let made = try arguments.interpreter.made(.float64, try arguments.sizes(place))
        let elements = made.elements(Double.self)
        for place in 0..<made.count { elements[place] = draw(&generator) }
        return .array(made)
    }

    private func uniform(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["low", "high", "size"], required: 0)
        return try drawn(arguments, 0, 1) { (generator, low, high) throws(Fault) in
            if !(high - low).isFinite { throw Fault(.overflow, "a range has two ends") }
            return generator.uniform(low, high)
        }
    }

    private func normal(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["loc", "scale", "size"], required: 0)
        return try drawn(arguments, 0, 1) { (generator, mean, scale) throws(Fault) in
            if scale < 0 { throw Fault(.value, "'scale' is never negative", python: "scale < 0") }
            return generator.normal(mean: mean, scale: scale)
        }
    }

    /// Numbers of a distribution with two parameters, which may be arrays.
    private func drawn(
        _ arguments: Arguments, _ first: Double, _ second: Double,
        _ draw: (inout Generator, Double, Double) throws(Fault) -> Double
    ) throws(Fault) -> Value {
        let interpreter = arguments.interpreter
        let a = try interpreter.array(of: arguments[0] ?? .float(first)).converted(to: .float64)
        let b = try interpreter.array(of: arguments[1] ?? .float(second)).converted(to: .float64)
        if a.rank == 0, b.rank == 0 {
            let (x, y) = (a.elements(Double.self)[0], b.elements(Double.self)[0])
            guard arguments[2] != nil else { return .float(try draw(&generator, x, y)) }
            let made = try interpreter.made(.float64, try arguments.sizes(2))
            for place in 0..<made.count { made.elements(Double.self)[place] = try draw(&generator, x, y) }
            return .array(made)
        }
        let sizes = try broadcast(a, b, arguments, sizeAt: 2)
        let made = try interpreter.made(.float64, sizes)
        let (x, y) = (a.stretched(to: sizes).list(Double.self), b.stretched(to: sizes).list(Double.self))
        for place in 0..<made.count { made.elements(Double.self)[place] = try draw(&generator, x[place], y[place]) }
        return .array(made)
    }

    private func broadcast(
        _ a: ArrayObject, _ b: ArrayObject, _ arguments: Arguments, sizeAt place: Int
    ) throws(Fault) -> Axes {
        let common = try arguments.interpreter.commonSizes([a.sizes, b.sizes])
        guard arguments[place] != nil else { return common }
        let sizes = try arguments.sizes(place)
        if Axes.common(common, sizes) != sizes {
            throw Fault(.value, "'size' \(sizes.description) does not hold parameters of shape \(common.description)")
        }
        return sizes
    }

    // MARK: Whole numbers

    private func integers(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["low", "high", "size", "dtype", "endpoint"])
        let interpreter = call.interpreter
        if let type = try arguments.type(3), type != .int64 {
            throw Fault.outside(.type, "whole random numbers are int64 here; use .astype")
        }
        let isOpen = try !arguments.flag(4)
        let first = try interpreter.array(of: arguments.value(0))
        let (low, high) =
            arguments[1] == nil
            ? (ArrayScalar.int64(0).array, first) : (first, try interpreter.array(of: arguments.value(1)))
        if low.type.isFloating || high.type.isFloating {
            throw Fault.outside(.type, "the bounds of whole random numbers are whole numbers")
        }
        let (a, b) = (low.converted(to: .int64), high.converted(to: .int64))
        if a.rank == 0, b.rank == 0 {
            let (least, most) = (a.elements(Int64.self)[0], b.elements(Int64.self)[0])
            guard arguments[2] != nil else { return .scalar(.int64(try integer(least, most, isOpen))) }
            let made = try interpreter.made(.int64, try arguments.sizes(2))
            for place in 0..<made.count { made.elements(Int64.self)[place] = try integer(least, most, isOpen) }
            return .array(made)
        }
        let sizes = try broadcast(a, b, arguments, sizeAt: 2)
        let made = try interpreter.made(.int64, sizes)
        let (x, y) = (a.stretched(to: sizes).list(Int64.self), b.stretched(to: sizes).list(Int64.self))
        for place in 0..<made.count { made.elements(Int64.self)[place] = try integer(x[place], y[place], isOpen) }
        return .array(made)
    }

    private func integer(_ low: Int64, _ high: Int64, _ isOpen: Bool) throws(Fault) -> Int64 {
        if low > high || (low == high && isOpen) {
            throw Fault(
                .value, "there is no whole number from \(low) \(isOpen ? "below" : "up to") \(high)",
                python: low == 0 ? (isOpen ? "high <= 0" : "high < 0") : isOpen ? "low >= high" : "low > high")
        }
        let span = UInt64(bitPattern: high) &- UInt64(bitPattern: low) &- (isOpen ? 1 : 0)
        return low &+ Int64(bitPattern: generator.number(upTo: span))
    }

    // MARK: Orders

    private func permutation(_ call: Call) throws(Fault) -> Value {
        let value = try call.exactly(1)[0]
        let interpreter = call.interpreter
        if let count = value.index {
            let made = try interpreter.made(.int64, [try Int(size: max(count, 0))])
            let order = generator.permutation(made.count)
            for place in order.indices { made.elements(Int64.self)[place] = Int64(order[place]) }
            return .array(made)
        }
        let array = try interpreter.array(of: value)
        if array.rank == 0 { throw Fault.outside(.index, "permutation() takes a number or an array with axes") }
        return .array(try picked(generator.permutation(array.sizes[0]), array, interpreter))
    }

    /// The parts at the places given.
    private func picked(_ order: [Int], _ array: ArrayObject, _ interpreter: Interpreter) throws(Fault) -> ArrayObject {
        var sizes = array.sizes
        sizes[0] = order.count
        let made = try interpreter.made(array.type, sizes)
        for (place, source) in order.enumerated() { made.part(place).assign(array.part(source)) }
        return made
    }

    private func shuffle(_ call: Call) throws(Fault) -> Value {
        switch try call.exactly(1)[0] {
        case .array(let array):
            if array.rank == 0 { throw Fault.outside(.type, "shuffle() takes an array with axes") }
            try call.interpreter.step(array.sizes[0] + array.count / 16)
            let order = generator.permutation(array.sizes[0])
            array.assign(try picked(order, array, call.interpreter))
        case .list(let list):
            try call.interpreter.step(list.items.count)
            generator.shuffle(&list.items)
        case let other: throw Fault.outside(.type, "shuffle() takes a list or an array, not \(other.typeWithArticle)")
        }
        return .none
    }

    private func choice(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["a", "size", "replace", "p", "axis", "shuffle"])
        let interpreter = call.interpreter
        let value = arguments.value(0)
        let array: ArrayObject? = value.index == nil ? try interpreter.array(of: value) : nil
        if let array, array.rank == 0 || arguments[4] != nil {
            throw Fault.outside(.value, "choice() picks along the first axis of an array")
        }
        let population: Int
        if let array { population = array.sizes[0] } else { population = try Int(size: value.index ?? 0) }
        let sizes = arguments[1] == nil ? Axes() : try arguments.sizes(1)
        try interpreter.make(sizes.boundedProduct)
        if population <= 0, sizes.product > 0 {
            throw Fault(
                .value, "choice() needs something to choose from",
                python: array == nil
                    ? "a must be a positive integer unless no samples are taken"
                    : "a cannot be empty unless no samples are taken")
        }
        let places = try places(sizes.product, of: population, arguments)
        if let array {
            let rows = try picked(places, array, interpreter)
            var shape = sizes
            for axis in 1..<max(array.rank, 1) { shape.append(array.sizes[axis]) }
            return .fromNumPy(rows.reshaped(shape))
        }
        let made = try interpreter.made(.int64, sizes)
        for (place, number) in places.enumerated() { made.elements(Int64.self)[place] = Int64(number) }
        // One place among a number of them is Python's.
        return arguments[1] == nil ? made.first.item : .array(made)
    }

    private func places(_ count: Int, of population: Int, _ arguments: Arguments) throws(Fault) -> [Int] {
        let replaces = try arguments.flag(2, default: true)
        if let weights = arguments[3] {
            if !replaces { throw Fault.outside(.value, "choice() with weights picks with replacement here") }
            let chances = try arguments.interpreter.array(of: weights).converted(to: .float64).list(Double.self)
            try arguments.interpreter.step(2 * chances.count)
            return try weighted(count, chances, population)
        }
        if replaces { return (0..<count).map { _ in Int(generator.number(upTo: UInt64(population) - 1)) } }
        if count > population {
            throw Fault(
                .value, "\(count) different ones of \(population) cannot be chosen",
                python: "Cannot take a larger sample than population when replace is False")
        }
        return generator.sample(count, of: population, shuffles: try arguments.flag(5, default: true))
    }

    /// Places by the running sums of their chances.
    private func weighted(_ count: Int, _ chances: [Double], _ population: Int) throws(Fault) -> [Int] {
        if chances.count != population {
            throw Fault(.value, "'p' has a chance for each item", python: "a and p must have same size")
        }
        if chances.contains(where: { $0 < 0 || $0.isNaN }) || Swift.abs(chances.reduce(0, +) - 1) > 1e-8 {
            throw Fault(
                .value, "chances are not negative and add up to 1",
                python: "Probabilities do not sum to 1. See Notes section of docstring for more information.")
        }
        var sums: [Double] = []
        for chance in chances { sums.append((sums.last ?? 0) + chance) }
        let total = sums.last ?? 1
        sums = sums.map { $0 / total }
        return (0..<count).map { _ in
            let x = generator.random()
            return sums.firstIndex { x < $0 } ?? population - 1
        }
    }
}
