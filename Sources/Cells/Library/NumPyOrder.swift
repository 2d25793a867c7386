/// The functions of NumPy that order elements and search among them.
enum NumPyOrder: String, CaseIterable {
    case sort, argsort, unique, diff, searchsorted, nonzero, flatnonzero, argwhere, isin

    func call(_ call: Call) throws(Fault) -> Value {
        let interpreter = call.interpreter
        switch self {
        case .sort, .argsort:
            let arguments = try call.arguments(["a", "axis", "kind", "stable"])
            let array = try arguments.array(0)
            let isFlat = arguments.values[1]?.isNone == true
            return .array(
                try interpreter.sorted(
                    isFlat ? array.flat : array, axis: isFlat ? .int(-1) : arguments[1], places: self == .argsort))
        case .unique: return try unique(call)
        case .diff: return try differences(call)
        case .searchsorted: return try insertionPlaces(call)
        case .nonzero: return try interpreter.nonzero(try interpreter.array(of: try call.exactly(1)[0]))
        case .flatnonzero:
            let array = try interpreter.array(of: try call.exactly(1)[0])
            return .array(try interpreter.truePlaces(array.flat.converted(to: .bool))[0])
        case .argwhere:
            let array = try interpreter.array(of: try call.exactly(1)[0])
            if array.rank == 0 { throw Fault(.value, "an array without axes has no places; use np.atleast_1d") }
            let places = try interpreter.truePlaces(array.converted(to: .bool))
            return .array(try interpreter.joined(places.map { $0.expanded(at: [1]) }, along: 1))
        case .isin:
            let arguments = try call.arguments(["element", "test_elements"], required: 2)
            return try contained(try arguments.array(0), try arguments.array(1), call)
        }
    }

    /// The distinct elements in order, with how often each occurs where `return_counts` asks.
    private func unique(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["ar", "return_index", "return_inverse", "return_counts"])
        let source = try arguments.array(0).flat
        // Equal elements are gathered in lists.
        try call.interpreter.make(source.count)
        try call.interpreter.step(4 * source.count)
        let order = try call.interpreter.sorted(source, axis: .int(0), places: true)
        let groups = source.type.visit(Grouping(array: source, order: order.list(Int64.self)))
        let interpreter = call.interpreter
        let values = try interpreter.made(source.type, [groups.count])
        for (place, group) in groups.enumerated() {
            values.put(source.scalar(at: group[0] * source.strides[0]), at: place)
        }
        var results: [Value] = [.array(values)]
        if try arguments.flag(1) { results.append(try list(groups.map { $0[0] }, interpreter)) }
        if try arguments.flag(2) {
            var inverse = [Int](repeating: 0, count: source.count)
            for (place, group) in groups.enumerated() {
                for member in group { inverse[member] = place }
            }
            guard case .array(let flat) = try list(inverse, interpreter) else { return .none }
            results.append(.array(flat.reshaped(try arguments.array(0).sizes)))
        }
        if try arguments.flag(3) { results.append(try list(groups.map { $0.count }, interpreter)) }
        return results.count == 1 ? results[0] : .tuple(results)
    }

    private func list(_ numbers: [Int], _ interpreter: Interpreter) throws(Fault) -> Value {
        let made = try interpreter.made(.int64, [numbers.count])
        let elements = made.elements(Int64.self)
        for place in numbers.indices { elements[place] = Int64(numbers[place]) }
        return .array(made)
    }

    /// The places of equal elements, group by group; all NaN are one group.
    private struct Grouping: ElementVisitor {
        let array: ArrayObject
        let order: [Int64]

        func visit<Element: StoredElement>(_ type: Element.Type) -> [[Int]] {
            let elements = array.elements(type)
            var groups: [[Int]] = []
            var last: Element?
            for place in order {
                let element = elements[Int(place) * array.strides[0]]
                if let last, !last.precedes(element) {
                    groups[groups.count - 1].append(Int(place))
                } else {
                    groups.append([Int(place)])
                }
                last = element
            }
            return groups
        }
    }

    /// `a[i + 1] − a[i]` along an axis.
    private func differences(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["a", "n", "axis"])
        var array = try arguments.array(0)
        if array.rank == 0 {
            throw Fault(
                .value, "np.diff() takes an array with axes",
                python: "diff requires input that is at least one dimensional")
        }
        let axis = try arguments.axis(2, of: array) ?? array.rank - 1
        let times = try arguments.wholeNumber(1) ?? 1
        if times < 0 { throw Fault(.value, "the order of np.diff() is never negative") }
        for _ in 0..<min(times, Int64(array.sizes[axis])) {
            let length = array.sizes[axis]
            let (later, earlier) = (
                array.cut(axis, from: min(1, length), to: length), array.cut(axis, from: 0, to: max(length - 1, 0))
            )
            let symbol = array.type == .bool ? BinaryOperator.bitXor : .subtract
            array = try call.interpreter.array(
                of: try call.interpreter.binaryArrays(symbol, .array(later), .array(earlier)))
        }
        return .array(array)
    }

    /// Where elements would be put into a sorted array so that it stays sorted.
    private func insertionPlaces(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.arguments(["a", "v", "side"], required: 2)
        let interpreter = call.interpreter
        var isRight = false
        if let side = arguments[2] {
            guard case .string(let name) = side, name == "left" || name == "right" else {
                throw Fault.outside(.value, "'side' is \"left\" or \"right\"")
            }
            isRight = name == "right"
        }
        let (sorted, wanted) = (try arguments.array(0), try arguments.array(1))
        if sorted.rank != 1 {
            throw Fault(
                .value, "np.searchsorted() looks in an array of one axis", python: "object too deep for desired array")
        }
        let numbers = sorted.converted(to: .float64).list(Double.self)
        let result = try interpreter.made(.int64, wanted.sizes)
        try interpreter.step(result.count)
        result.fill(from: wanted.converted(to: .float64)) { (x: Double) in
            var (low, high) = (0, numbers.count)
            while low < high {
                let middle = (low + high) / 2
                let goesRight = isRight ? !x.precedes(numbers[middle]) : numbers[middle].precedes(x)
                if goesRight { low = middle + 1 } else { high = middle }
            }
            return Int64(low)
        }
        return .fromNumPy(result)
    }

    private func contained(_ array: ArrayObject, _ others: ArrayObject, _ call: Call) throws(Fault) -> Value {
        let result = try call.interpreter.made(.bool, array.sizes)
        try call.interpreter.step(Int64(array.count) * Int64(others.count))
        let wanted = others.converted(to: .float64).list(Double.self)
        result.fill(from: array.converted(to: .float64)) { (x: Double) in wanted.contains(x) }
        return .array(result)
    }
}

extension Interpreter {
    /// The elements along an axis in order, NaN last; or the places they come from. Equal ones keep their order.
    func sorted(_ array: ArrayObject, axis written: Value?, places: Bool = false) throws(Fault) -> ArrayObject {
        if array.rank == 0 {
            let axis = written?.index ?? -1
            throw Fault(
                .axis, "an array without axes has no order",
                python: "axis \(axis) is out of bounds for array of dimension 0")
        }
        return try sorted(array, along: try axis(written ?? .int(-1), rank: array.rank, of: array), places: places)
    }

    func sorted(_ array: ArrayObject, along axis: Int, places: Bool = false) throws(Fault) -> ArrayObject {
        try step(array.count)
        let result = try made(places ? .int64 : array.type, array.sizes)
        array.type.visit(Ordering(array: array, axis: axis, result: result, givesPlaces: places))
        return result
    }

    private struct Ordering: ElementVisitor {
        let array: ArrayObject
        let axis: Int
        let result: ArrayObject
        let givesPlaces: Bool

        func visit<Element: StoredElement>(_ type: Element.Type) {
            let from = array.elements(type)
            let (length, step, target) = (array.sizes[axis], array.strides[axis], result.strides[axis])
            var sizes = array.sizes
            if array.count == 0 { return }
            sizes[axis] = 1
            var starts: [Int] = []
            ArrayObject(viewOf: array, start: 0, sizes, array.strides).forEachPlace { starts.append($0) }
            var number = 0
            ArrayObject(viewOf: result, start: 0, sizes, result.strides).forEachPlace { place in
                let start = starts[number]
                number += 1
                let line = (0..<length).map { from[start + $0 * step] }
                let order = (0..<length).sorted { a, b in
                    line[a].precedes(line[b]) || (a < b && !line[b].precedes(line[a]))
                }
                for k in 0..<length {
                    if givesPlaces {
                        result.elements(Int64.self)[place + k * target] = Int64(order[k])
                    } else {
                        result.elements(type)[place + k * target] = line[order[k]]
                    }
                }
            }
        }
    }
}
