extension Interpreter {
    /// A method of a string that makes something new of it.
    func stringMethod(_ name: String, of text: String) -> Value {
        .function(
            FunctionObject(name) { call throws(Fault) in
                try call.interpreter.make(text.utf8.count / 8)
                switch name {
                case "upper", "lower":
                    _ = try call.exactly(0)
                    return .string(name == "upper" ? text.uppercased() : text.lowercased())
                case "strip": return .string(try strip(text, call))
                case "join": return .string(try join(text, call))
                case "split": return .list(of: try split(text, call).map { .string($0) })
                case "replace":
                    let (old, new) = (try call.text(0, of: 2), try call.text(1, of: 2))
                    let parts = pieces(of: Array(text.utf8), separatedBy: Array(old.utf8))
                    try call.interpreter.make(Int64(parts.count) * Int64(new.utf8.count) / 8)
                    return .string(String(decoding: Array(parts.joined(separator: Array(new.utf8))), as: UTF8.self))
                default:
                    let part = Array(try call.text(0, of: 1).utf8)
                    let bytes = Array(text.utf8)
                    let found =
                        name == "startswith" ? bytes.starts(with: part) : bytes.suffix(part.count).elementsEqual(part)
                    return .bool(found)
                }
            })
    }
}

private func strip(_ text: String, _ call: Call) throws(Fault) -> String {
    var scalars = Array(text.unicodeScalars)[...]
    let unwanted: [Unicode.Scalar]? = call.placed.isEmpty ? nil : Array(try call.text(0, of: 1).unicodeScalars)
    func goes(_ scalar: Unicode.Scalar) -> Bool { unwanted?.contains(scalar) ?? scalar.properties.isWhitespace }
    while let first = scalars.first, goes(first) { scalars.removeFirst() }
    while let last = scalars.last, goes(last) { scalars.removeLast() }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}

private func join(_ separator: String, _ call: Call) throws(Fault) -> String {
    var text = ""
    for (place, item) in try call.interpreter.items(of: try call.exactly(1)[0]).enumerated() {
        guard case .string(let part) = item else {
            throw Fault(.type, "join() takes strings, but item \(place) is a '\(item.typeName)'")
        }
        try call.interpreter.make((separator.utf8.count + part.utf8.count) / 8 + 1)
        text += (place > 0 ? separator : "") + part
    }
    return text
}

private func split(_ text: String, _ call: Call) throws(Fault) -> [String] {
    if !call.placed.isEmpty {
        let separator = try call.text(0, of: 1)
        if separator.isEmpty { throw Fault(.value, "the separator of split() is empty") }
        let parts = pieces(of: Array(text.utf8), separatedBy: Array(separator.utf8))
        try call.interpreter.make(parts.count)
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
    try call.refuseNames()
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    try call.interpreter.make(words.count)
    return words.map { String($0) }
}

/// The stretches between the places where `separator` stands; between all characters for an empty one.
private func pieces(of bytes: [UInt8], separatedBy separator: [UInt8]) -> [ArraySlice<UInt8>] {
    if separator.isEmpty {
        let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
        return [bytes[0..<0]] + zip(starts, starts.dropFirst()).map { bytes[$0..<$1] } + [bytes[bytes.count...]]
    }
    var found: [ArraySlice<UInt8>] = []
    var (start, index) = (0, 0)
    while index + separator.count <= bytes.count {
        if bytes[index...].starts(with: separator) {
            found.append(bytes[start..<index])
            index += separator.count
            start = index
        } else {
            index += 1
        }
    }
    return found + [bytes[start...]]
}

extension Call {
    /// The string given at a place of a call with a fixed number of arguments.
    func text(_ place: Int, of count: Int) throws(Fault) -> String {
        let arguments = try exactly(count)
        guard case .string(let text) = arguments[place] else {
            throw Fault(.type, "\(function)() takes strings, not a '\(arguments[place].typeName)'")
        }
        return text
    }
}
