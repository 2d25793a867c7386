/// Searching, splitting and joining.
extension StringMethod {
    /// `count endswith find index rfind rindex startswith`
    func searched(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> Value? {
        switch self {
        case .count, .endswith, .find, .index, .rfind, .rindex, .startswith: break
        default: return nil
        }
        let arguments = try call.positional(["sub", "start", "end"], required: 1)
        let range = try call.span(arguments[1], arguments[2], of: text.count)
        try call.interpreter.step(text.count)
        let wanted = arguments[0] ?? .none
        if self == .startswith || self == .endswith {
            return .bool(try isAtEdge(wanted, text, range, call))
        }
        let part = try call.scalars(wanted)
        if self == .count { return .count(range.map { occurrences(of: part, in: text[$0], most: .max).count } ?? 0) }
        let place = range.flatMap { self == .find || self == .index ? first(part, text[$0]) : last(part, text[$0]) }
        if place == nil, self == .index || self == .rindex {
            throw Fault(
                .value, "\(quoted(String(scalars: part))) does not stand in the string", python: "substring not found")
        }
        return .count(place ?? -1)
    }

    private func isAtEdge(_ wanted: Value, _ text: [Unicode.Scalar], _ range: Range<Int>?, _ call: Call) throws(Fault)
        -> Bool
    {
        if case .tuple(let choices) = wanted {
            for choice in choices {
                if try isAtEdge(choice, text, range, call) { return true }
            }
            return false
        }
        let part = try call.scalars(
            wanted, or: "\(rawValue) first arg must be str or a tuple of str, not \(wanted.typeName)")
        guard let range, range.count >= part.count else { return false }
        return self == .startswith ? text[range].starts(with: part) : text[range].suffix(part.count).elementsEqual(part)
    }

    private func first(_ part: [Unicode.Scalar], _ text: ArraySlice<Unicode.Scalar>) -> Int? {
        TextSearch(for: part).places(in: text, most: 1).first
    }

    private func last(_ part: [Unicode.Scalar], _ text: ArraySlice<Unicode.Scalar>) -> Int? {
        TextSearch(for: part).places(in: text, overlapping: true).last
    }

    /// Where a part stands, from the left and without overlap.
    private func occurrences(
        of part: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>, most: Int
    ) -> [Int] {
        TextSearch(for: part).places(in: text, most: most)
    }

    func replaced(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> [Unicode.Scalar] {
        let arguments = try call.positional(["old", "new", "count"], required: 2)
        let old = try call.scalars(arguments[0] ?? .none, or: argumentWanted(1, arguments[0]))
        let new = try call.scalars(arguments[1] ?? .none, or: argumentWanted(2, arguments[1]))
        let places = occurrences(of: old, in: text[...], most: try call.most(arguments[2]))
        try call.interpreter.make((text.count + places.count * new.count) / 8)
        var (result, start) = ([Unicode.Scalar](), 0)
        for place in places {
            result += text[start..<place] + new
            start = place + old.count
        }
        return result + text[start...]
    }

    private func argumentWanted(_ place: Int, _ value: Value?) -> String {
        "\(rawValue)() argument \(place) must be str, not \((value ?? .none).typeName)"
    }

    func join(_ separator: String, _ call: Call) throws(Fault) -> String {
        let value = try call.exactly(1)[0]
        let items: [Value]
        do throws(Fault) {
            items = try call.interpreter.items(of: value)
        } catch {
            throw error.kind == .type ? Fault(.type, error.message, python: "can only join an iterable") : error
        }
        var text = ""
        for (place, item) in items.enumerated() {
            guard case .string(let part) = item else {
                throw Fault(
                    .type, "join() takes strings, but item \(place) is \(item.quotedType)",
                    python: "sequence item \(place): expected str instance, \(item.typeName) found")
            }
            try call.interpreter.make((separator.utf8.count + part.utf8.count) / 8 + 1)
            text += (place > 0 ? separator : "") + part
        }
        return text
    }

    /// `partition rpartition rsplit split splitlines`
    func parts(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> Value {
        if self == .partition || self == .rpartition { return try partition(text, call) }
        // A piece may be two characters long, and is a text of its own.
        try call.interpreter.make(text.count)
        if self == .splitlines { return .list(of: try lines(text, call).map { .string($0) }) }
        let arguments = try call.bound(["sep", "maxsplit"], required: 0)
        let most = try call.most(arguments[1])
        let given = arguments[0] ?? .none
        // From the right is from the left in a mirror.
        let isMirrored = self == .rsplit
        let oriented = isMirrored ? text.reversed() : text
        var pieces: [ArraySlice<Unicode.Scalar>]
        if given.isNone {
            pieces = words(oriented, most: most)
        } else {
            let separator = try call.scalars(given, or: "must be str or None, not \(given.typeName)")
            if separator.isEmpty { throw Fault.python(.value, "empty separator") }
            pieces = split(oriented, by: isMirrored ? separator.reversed() : separator, most: most)
        }
        if isMirrored { return .list(of: pieces.reversed().map { .string($0.reversed()) }) }
        return .list(of: pieces.map { .string($0) })
    }

    private func split(
        _ text: [Unicode.Scalar], by separator: [Unicode.Scalar], most: Int
    ) -> [ArraySlice<Unicode.Scalar>] {
        var (pieces, start) = ([ArraySlice<Unicode.Scalar>](), 0)
        for place in occurrences(of: separator, in: text[...], most: most) {
            pieces.append(text[start..<place])
            start = place + separator.count
        }
        return pieces + [text[start...]]
    }

    /// The words between white space; after `most` of them comes all the rest as one piece.
    private func words(_ text: [Unicode.Scalar], most: Int) -> [ArraySlice<Unicode.Scalar>] {
        var (pieces, rest) = ([ArraySlice<Unicode.Scalar>](), text[...])
        while true {
            rest = rest.drop { $0.isPythonSpace }
            if rest.isEmpty { return pieces }
            if pieces.count >= most { return pieces + [rest] }
            let word = rest.prefix { !$0.isPythonSpace }
            pieces.append(word)
            rest = rest[word.endIndex...]
        }
    }

    private func lines(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> [ArraySlice<Unicode.Scalar>] {
        var keepsEnds = false
        if let given = try call.bound(["keepends"], required: 0)[0] {
            let number = try call.index(given)
            keepsEnds = number != 0
        }
        var (pieces, start, place) = ([ArraySlice<Unicode.Scalar>](), 0, 0)
        while place < text.count {
            guard text[place].endsLine else {
                place += 1
                continue
            }
            let isPair = text[place] == "\r" && place + 1 < text.count && text[place + 1] == "\n"
            let next = place + (isPair ? 2 : 1)
            pieces.append(text[start..<(keepsEnds ? next : place)])
            (start, place) = (next, next)
        }
        return start < text.count ? pieces + [text[start...]] : pieces
    }

    private func partition(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> Value {
        let separator = try call.scalars(try call.exactly(1)[0])
        if separator.isEmpty { throw Fault.python(.value, "empty separator") }
        try call.interpreter.step(text.count)
        guard let place = self == .partition ? first(separator, text[...]) : last(separator, text[...]) else {
            return .tuple(
                self == .partition
                    ? [.string(text), .string(""), .string("")] : [.string(""), .string(""), .string(text)])
        }
        return .tuple([
            .string(text[..<place]), .string(separator), .string(text[(place + separator.count)...]),
        ])
    }
}

extension Call {
    /// The places from `start` to `end` of something of `count` items, as slices count; nil when start lies behind the end.
    func span(_ start: Value?, _ end: Value?, of count: Int) throws(Fault) -> Range<Int>? {
        func place(_ value: Value?, absent: Int) throws(Fault) -> Int {
            guard let value, !value.isNone else { return absent }
            guard let written = try interpreter.index(value) else {
                throw Fault(
                    .type, "\(function)() takes whole numbers for start and end, not \(value.quotedType)",
                    python: "slice indices must be integers or None or have an __index__ method")
            }
            return Int(clamping: written < 0 ? max(written + Int64(count), 0) : written)
        }
        let first = try place(start, absent: 0)
        let last = min(try place(end, absent: count), count)
        return first <= last ? first..<last : nil
    }

    /// How often at most; below 0 and without a word without limit.
    func most(_ value: Value?) throws(Fault) -> Int {
        guard let value else { return .max }
        let count = try index(value)
        return count < 0 ? .max : Int(clamping: count)
    }
}
