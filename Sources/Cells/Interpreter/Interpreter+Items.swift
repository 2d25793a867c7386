import Diagnostics
import Networks
import Tensors

extension Interpreter {
    /// `container[index]`
    func item(of container: Value, at index: Value) throws(Fault) -> Value {
        try step()
        if let place = try placeByMethod(index, of: container) { return try item(of: container, at: place) }
        switch container {
        case .array(let array): return try element(of: array, at: index)
        case .tensor(let tensor): return try tensorItem(of: tensor, at: index)
        case .torch(let torch) where torch.items != nil: return try item(of: .tuple(torch.items ?? []), at: index)
        case .scalar: throw Fault(.index, "a NumPy scalar has no items")
        case .dict(let dict):
            if let value = dict.value(for: try hashKey(index)) { return value }
            throw try missingKey(index, in: dict)
        case .dataSet, .network, .pass, .gradients, .instance: return try engineItem(of: container, at: index)
        case .list(let list):
            if case .slice(let slice) = index { return .list(of: try cut(list.items, slice)) }
            return list.items[try place(index, in: list.items.count, of: container)]
        case .tuple(let items):
            if case .slice(let slice) = index { return .tuple(try cut(items, slice)) }
            return items[try place(index, in: items.count, of: container)]
        case .range(let range):
            if case .slice(let slice) = index { return try cut(range, slice) }
            return .int(range[try place(index, in: range.count, of: container)])
        case .string(let text):
            let scalars = Array(text.unicodeScalars)
            try step(1 + scalars.count / 8)
            var picked = String.UnicodeScalarView()
            if case .slice(let slice) = index {
                picked.append(contentsOf: try cut(scalars, slice))
            } else {
                picked.append(scalars[try place(index, in: scalars.count, of: container)])
            }
            return .string(String(picked))
        case .object:
            if let result = try special("__getitem__", container, [index]) { return result }
            fallthrough
        default:
            throw Fault(
                .type, "\(container.quotedType) has no items in brackets",
                python: "'\(container.pythonTypeName)' object is not subscriptable")
        }
    }

    /// What `__index__` of an object gives that counts items; nil for any other index.
    ///
    /// It is asked first, since it may change the container.
    func placeByMethod(_ index: Value, of container: Value) throws(Fault) -> Value? {
        guard case .object = index else { return nil }
        switch container {
        case .list, .tuple, .range, .string: return try wholeNumber(byMethodOf: index).map { .int($0) }
        default: return nil
        }
    }

    /// What `__index__` of an object gives; nil when its class has none.
    func wholeNumber(byMethodOf object: Value) throws(Fault) -> Int64? {
        guard let result = try special("__index__", object) else { return nil }
        if case .int(let number) = result { return number }
        throw Fault.python(.type, "__index__ returned non-int (type \(result.pythonTypeName))")
    }

    /// The whole number that a value is, or gives by `__index__`; nil for anything else.
    func index(_ value: Value) throws(Fault) -> Int64? {
        if let number = value.index { return number }
        return try wholeNumber(byMethodOf: value)
    }

    private func cut<Item>(_ items: [Item], _ slice: SliceValue) throws(Fault) -> [Item] {
        let places = slice.bounds.places(in: items.count)
        try make(places.count + Weight.list)
        return (0..<places.count).map { items[places.first + $0 * places.step] }
    }

    private func cut(_ range: RangeValue, _ slice: SliceValue) throws(Fault) -> Value {
        let (first, end) = slice.bounds.bounds(in: range.count)
        let (step, isLong) = range.step.multipliedReportingOverflow(by: slice.step ?? 1)
        let (start, startsFar) = range.place(first)
        let (stop, endsFar) = range.place(end)
        guard !isLong, !startsFar, !endsFar, let cut = RangeValue(start, stop, step) else { throw Arithmetic.tooLarge }
        return .range(cut)
    }

    /// The place an index means, counted from the end when it is negative.
    func place<Count: FixedWidthInteger>(_ index: Value, in count: Count, of container: Value) throws(Fault) -> Count {
        guard let written = index.index else {
            let python =
                if case .array = index {
                    index.noIndexWords
                } else if case .string = container {
                    "string indices must be integers, not '\(index.typeName)'"
                } else {
                    "\(container.typeName) indices must be integers or slices, not \(index.typeName)"
                }
            let hint =
                switch index {
                case .float: "; '//' divides into whole numbers"
                case .tuple: "; the rows of a list are items of their own: a[i][j]"
                default: ""
                }
            throw Fault(
                .type,
                "the items of \(container.quotedType) are counted, and \(index.quotedType) is no whole number\(hint)",
                python: python)
        }
        let name =
            switch container {
            case .string: "string"
            case .range: "range object"
            default: container.typeName
            }
        return try place(written, in: count, of: "the \(container.typeName)", python: "\(name) index out of range")
    }

    func place<Count: FixedWidthInteger>(
        _ written: Int64, in count: Count, of container: String, python: String? = nil
    ) throws(Fault) -> Count {
        let place = written < 0 ? written + Int64(count) : written
        if place >= 0, place < count { return Count(place) }
        if count == 0 {
            throw Fault(.index, "index \(written) is out of range: \(container) is empty", python: python)
        }
        throw Fault(
            .index, "index \(written) is out of range: brackets count from 0, and \(container) ends at \(count - 1)",
            python: python)
    }
}
