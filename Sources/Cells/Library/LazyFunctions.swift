/// `enumerate zip map filter reversed`: iterators that make one item at a time.
extension Builtins {
    static func reversed(_ call: Call) throws(Fault) -> Value {
        let value = try call.exactly(1)[0]
        if let result = try call.interpreter.special("__reversed__", value) { return result }
        if let result = try call.interpreter.reversedItems(of: value) { return .iterator(result) }
        let kind: String
        switch value {
        case .list: kind = "list_reverseiterator"
        case .range: kind = "range_iterator"
        case .view(let view):
            kind =
                switch view.part {
                case .keys: "dict_reversekeyiterator"
                case .values: "dict_reversevalueiterator"
                case .items: "dict_reverseitemiterator"
                }
        case .dict: kind = "dict_reversekeyiterator"
        case .tuple, .string, .array, .dataSet: kind = "reversed"
        default:
            throw Fault(
                .type, "\(value.typeWithArticle) cannot be walked backwards",
                python: "'\(value.pythonTypeName)' object is not reversible")
        }
        if case .range(let range) = value {
            var left = range.count
            return .iterator(
                IteratorObject(kind) { () throws(Fault) in
                    if left == 0 { return nil }
                    left -= 1
                    return .int(range[left])
                })
        }
        let items = try call.interpreter.items(of: value)
        var left = items.count
        return .iterator(
            IteratorObject(kind) { () throws(Fault) in
                if left == 0 { return nil }
                left -= 1
                return items[left]
            })
    }

    static func zip(_ call: Call) throws(Fault) -> Value {
        var isStrict = false
        for argument in call.named {
            if argument.name != "strict" {
                throw Fault(
                    .type, "zip() has no argument '\(argument.name)'", at: argument.range,
                    python: "zip() got an unexpected keyword argument '\(argument.name)'")
            }
            isStrict = try call.interpreter.truth(argument.value)
        }
        let iterators = try call.iterators(call.placed[...])
        if !isStrict || iterators.isEmpty {
            return .iterator(IteratorObject("zip", iterators.isEmpty ? .items([]) : .together(iterators)))
        }
        return .iterator(
            IteratorObject("zip") { () throws(Fault) in
                var items: [Value] = []
                for iterator in iterators {
                    if let item = try iterator.next() { items.append(item) } else { break }
                }
                if items.count == iterators.count { return .tuple(items) }
                try checkLengths(iterators, ended: items.count)
                return nil
            })
    }

    /// Argument `ended` of a strict `zip` has no further item: then none of them may have one.
    private static func checkLengths(_ iterators: [IteratorObject], ended: Int) throws(Fault) {
        func fault(_ place: Int, _ relation: String) -> Fault {
            let others = place == 1 ? "argument 1" : "arguments 1-\(place)"
            return Fault(
                .value, "zip() of sequences of different lengths",
                python: "zip() argument \(place + 1) is \(relation) than \(others)")
        }
        if ended > 0 { throw fault(ended, "shorter") }
        for place in iterators.indices.dropFirst() {
            if try iterators[place].next() != nil { throw fault(place, "longer") }
        }
    }

    static func enumerate(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.bound(["iterable", "start"], required: 1)
        let iterator = try call.interpreter.iterator(over: arguments[0] ?? .none)
        var count: Int64 = 0
        if let start = arguments[1] {
            count = try call.index(start)
        }
        var isSpent = false
        let counter = IteratorObject("count") { () throws(Fault) in
            if isSpent { throw Arithmetic.tooLarge }
            defer { (count, isSpent) = count.addingReportingOverflow(1) }
            return .int(count)
        }
        return .iterator(IteratorObject("enumerate", .together([counter, iterator])))
    }

    static func map(_ call: Call) throws(Fault) -> Value {
        try call.refuseNames()
        guard call.placed.count > 1 else {
            throw Fault.python(.type, "map() must have at least two arguments.")
        }
        let (interpreter, function) = (call.interpreter, call.placed[0])
        let iterators = try call.iterators(call.placed.dropFirst())
        return .iterator(
            IteratorObject("map") { () throws(Fault) in
                var arguments: [Value] = []
                for iterator in iterators {
                    guard let item = try iterator.next() else { return nil }
                    arguments.append(item)
                }
                return try interpreter.call(function, arguments)
            })
    }

    static func filter(_ call: Call) throws(Fault) -> Value {
        let arguments = try call.exactly(2)
        let (interpreter, function) = (call.interpreter, arguments[0])
        let iterator = try call.interpreter.iterator(over: arguments[1])
        return .iterator(
            IteratorObject("filter") { () throws(Fault) in
                while let item = try iterator.next() {
                    try interpreter.step()
                    let test = function.isNone ? item : try interpreter.call(function, [item])
                    if try interpreter.truth(test) { return item }
                }
                return nil
            })
    }
}

extension Interpreter {
    /// The items of an object that has a length and items, the last first; nil for what is no such object.
    fileprivate func reversedItems(of value: Value) throws(Fault) -> IteratorObject? {
        guard hasSpecial("__len__", value), hasSpecial("__getitem__", value) else { return nil }
        var left = try length(of: value)
        return IteratorObject("reversed") { () throws(Fault) in
            if left == 0 { return nil }
            left -= 1
            do throws(Fault) {
                return try self.special("__getitem__", value, [.int(left)])
            } catch {
                guard self.isRaised(error, "IndexError") || self.isRaised(error, "StopIteration") else { throw error }
                left = 0
                return nil
            }
        }
    }
}

extension Call {
    fileprivate func iterators(_ values: ArraySlice<Value>) throws(Fault) -> [IteratorObject] {
        var iterators: [IteratorObject] = []
        iterators.reserveCapacity(values.count)
        for value in values { iterators.append(try interpreter.iterator(over: value)) }
        return iterators
    }
}
