/// The methods of Python's strings. Characters are code points.
enum StringMethod: String, CaseIterable {
    case capitalize, casefold, center, count, endswith, expandtabs, find, format, index, isalnum, isalpha, isascii
    case isdecimal, isdigit, isidentifier, islower, isnumeric, isprintable, isspace, istitle, isupper, join, ljust
    case lower, lstrip, partition, removeprefix, removesuffix, replace, rfind, rindex, rjust, rpartition, rsplit
    case rstrip, split, splitlines, startswith, strip, swapcase, title, upper, zfill
    case formatMap = "format_map"

    /// Whether what Unicode says of every character is asked for, which takes its time.
    private var looksUpEveryCharacter: Bool {
        switch self {
        case .capitalize, .casefold, .lower, .swapcase, .title, .upper: true
        default: false
        }
    }

    func call(on text: String, _ call: Call) throws(Fault) -> Value {
        try call.interpreter.step(8)
        try call.interpreter.make(text.utf8.count / 8)
        if looksUpEveryCharacter { try call.interpreter.step(text.utf8.count) }
        switch self {
        case .format: return .string(try call.interpreter.formatted(text, placed: call.placed, named: call.named))
        case .formatMap:
            return .string(try call.interpreter.formatted(text, mapping: try call.exactly(1)[0]))
        case .join: return .string(try join(text, call))
        default: break
        }
        let scalars = Array(text.unicodeScalars)
        if let result = try test(scalars, call) { return result }
        if let result = try changed(scalars, call) { return result }
        if let result = try searched(scalars, call) { return result }
        return try parts(scalars, call)
    }

    /// The methods that tell something about all characters.
    private func test(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> Value? {
        let holds: Bool
        switch self {
        case .isalnum: holds = text.allSatisfy { $0.isPythonAlpha || $0.isPythonNumeric }
        case .isalpha: holds = text.allSatisfy { $0.isPythonAlpha }
        case .isdecimal: holds = text.allSatisfy { $0.isPythonDecimal }
        case .isdigit: holds = text.allSatisfy { $0.isPythonDigit }
        case .isnumeric: holds = text.allSatisfy { $0.isPythonNumeric }
        case .isspace: holds = text.allSatisfy { $0.isPythonSpace }
        case .isidentifier:
            holds =
                text.first.map { $0 == "_" || $0.properties.isXIDStart } == true
                && text.allSatisfy { $0.properties.isXIDContinue }
        case .islower:
            holds =
                text.contains { $0.properties.isLowercase }
                && !text.contains { $0.properties.isUppercase || $0.isTitlecase }
        case .isupper:
            holds =
                text.contains { $0.properties.isUppercase }
                && !text.contains { $0.properties.isLowercase || $0.isTitlecase }
        case .istitle: holds = isTitle(text)
        case .isascii: return try plain(call, .bool(text.allSatisfy { $0.isASCII }))
        case .isprintable: return try plain(call, .bool(text.allSatisfy { $0.isPythonPrintable }))
        default: return nil
        }
        return try plain(call, .bool(holds && !text.isEmpty))
    }

    /// The result of a method without arguments.
    private func plain(_ call: Call, _ value: Value) throws(Fault) -> Value {
        _ = try call.exactly(0)
        return value
    }

    private func isTitle(_ text: [Unicode.Scalar]) -> Bool {
        var (isInside, hasCased) = (false, false)
        for scalar in text {
            if scalar.properties.isUppercase || scalar.isTitlecase {
                if isInside { return false }
                (isInside, hasCased) = (true, true)
            } else if scalar.properties.isLowercase {
                if !isInside { return false }
                hasCased = true
            } else {
                isInside = false
            }
        }
        return hasCased
    }

    /// The methods that make one changed string.
    private func changed(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> Value? {
        switch self {
        case .upper: return try plain(call, .string(LetterCase.upper(text)))
        case .lower: return try plain(call, .string(LetterCase.lower(text)))
        case .casefold:
            guard text.allSatisfy({ $0.isASCII }) else {
                throw Fault.outside(
                    .value, "casefold() of letters beyond ASCII is not part of the cell language; use lower()")
            }
            return try plain(call, .string(LetterCase.lower(text)))
        case .capitalize: return try plain(call, .string(LetterCase.capitalized(text)))
        case .swapcase: return try plain(call, .string(LetterCase.swapped(text)))
        case .title: return try plain(call, .string(LetterCase.titled(text)))
        case .strip, .lstrip, .rstrip:
            return .string(try stripped(text, call))
        case .removeprefix, .removesuffix:
            let part = try call.scalars(try call.exactly(1)[0])
            guard !part.isEmpty else { return .string(text) }
            if self == .removeprefix {
                return .string(text.starts(with: part) ? text.dropFirst(part.count) : text[...])
            }
            return .string(text.suffix(part.count).elementsEqual(part) ? text.dropLast(part.count) : text[...])
        case .center, .ljust, .rjust: return .string(try padded(text, call))
        case .zfill:
            let width = try call.index(try call.exactly(1)[0])
            let zeros = try zeros(width - Int64(text.count), call)
            let hasSign = text.first == "+" || text.first == "-"
            return .string(text.prefix(hasSign ? 1 : 0) + zeros + text.dropFirst(hasSign ? 1 : 0))
        case .expandtabs: return .string(try expanded(text, call))
        case .replace: return .string(try replaced(text, call))
        default: return nil
        }
    }

    private func zeros(_ count: Int64, _ call: Call) throws(Fault) -> [Unicode.Scalar] {
        try call.interpreter.make(max(count, 0) / 8)
        return Array(repeating: "0", count: try Int(size: max(count, 0)))
    }

    private func stripped(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> ArraySlice<Unicode.Scalar> {
        let given = try call.positional(["chars"], required: 0)[0] ?? .none
        var unwanted: [Unicode.Scalar]?
        if !given.isNone { unwanted = try call.scalars(given, or: "\(rawValue) arg must be None or str") }
        func goes(_ scalar: Unicode.Scalar) -> Bool { unwanted?.contains(scalar) ?? scalar.isPythonSpace }
        var rest = text[...]
        if self != .rstrip { rest = rest.drop { goes($0) } }
        if self != .lstrip {
            while let last = rest.last, goes(last) { rest.removeLast() }
        }
        return rest
    }

    private func padded(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> [Unicode.Scalar] {
        let arguments = try call.positional(["width", "fillchar"], required: 1)
        let width = try call.index(arguments[0] ?? .none)
        var fill: Unicode.Scalar = " "
        if let given = arguments[1] {
            let scalars = try call.scalars(
                given, or: "The fill character must be a unicode character, not \(given.typeName)")
            guard scalars.count == 1 else {
                throw Fault.python(.type, "The fill character must be exactly one character long")
            }
            fill = scalars[0]
        }
        let missing = max(width - Int64(text.count), 0)
        try call.interpreter.make(missing / 8)
        let count = try Int(size: missing)
        let left =
            switch self {
            case .ljust: 0
            case .rjust: count
            default: count / 2 + (count & Int(width & 1))
            }
        return Array(repeating: fill, count: left) + text + Array(repeating: fill, count: count - left)
    }

    private func expanded(_ text: [Unicode.Scalar], _ call: Call) throws(Fault) -> [Unicode.Scalar] {
        let given = try call.bound(["tabsize"], required: 0)[0] ?? .int(8)
        let size = try call.index(given)
        var (result, column) = ([Unicode.Scalar](), Int64(0))
        for scalar in text {
            if scalar == "\t" {
                let missing = size > 0 ? size - column % size : 0
                try call.interpreter.make(missing / 8)
                result += Array(repeating: " ", count: try Int(size: missing))
                column += missing
            } else {
                column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
                result.append(scalar)
            }
        }
        return result
    }
}

extension Value {
    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value { .string(String(scalars: scalars)) }
}

extension String {
    init(scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

extension Call {
    /// As `bound`, for parameters that take no names.
    func positional(_ parameters: [String], required: Int) throws(Fault) -> [Value?] {
        try refuseNames()
        return try bound(parameters, required: required)
    }

    /// The characters of a string argument.
    func scalars(_ value: Value, or python: String? = nil) throws(Fault) -> [Unicode.Scalar] {
        guard case .string(let text) = value else {
            throw Fault(
                .type, "\(function)() takes a string, not \(value.quotedType)",
                python: python ?? "must be str, not \(value.typeName)")
        }
        return Array(text.unicodeScalars)
    }

    /// The whole number that an argument is, or gives by `__index__`.
    func index(_ value: Value) throws(Fault) -> Int64 {
        if let number = try interpreter.index(value) { return number }
        throw Fault(
            .type, "\(function)() takes a whole number, not \(value.quotedType)",
            python: value.noIndexWords)
    }
}
