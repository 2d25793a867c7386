public import Diagnostics
import Tensors

/// A value as Python's prompt prints it; faults are placed at `range`.
public func repr(_ value: Value, at range: SourceRange, limits: Limits = .expression) throws(Failure) -> String {
    do throws(Fault) {
        return try Interpreter(limits).repr(value)
    } catch {
        throw Failure(
            diagnostic: error.diagnostic(at: range)
                ?? Diagnostic(code: "cell.unknown", "the value is unknown", at: range))
    }
}

extension Interpreter {
    /// Python's `repr`.
    func repr(_ value: Value) throws(Fault) -> String {
        try step()
        try stepForDigits(of: value)
        switch value {
        case .none: return "None"
        case .bool(let value): return value ? "True" : "False"
        case .int(let value): return decimal(value)
        case .float(let value): return pythonRepr(value)
        case .string(let text):
            try step(2 + text.utf8.count)
            return quoted(text)
        case .ellipsis: return "Ellipsis"
        case .notImplemented: return "NotImplemented"
        case .type(let type): return "<class '\(type.rawValue)'>"
        case .view(let view): return "\(view.part.rawValue)([\(try view.items.joinedReprs(self))])"
        case .tuple(let items):
            if items.isEmpty { return "()" }
            return try reprOnce(items.address, "(...)") { () throws(Fault) in
                "(\(try items.joinedReprs(self))\(items.count == 1 ? "," : ""))"
            }
        case .list(let list):
            return try reprOnce(UInt(bitPattern: ObjectIdentifier(list)), "[...]") { () throws(Fault) in
                "[\(try list.items.joinedReprs(self))]"
            }
        case .set(let set):
            if set.count > 1 { throw Interpreter.setWithoutOrder }
            return set.count == 0 ? "set()" : "{\(try set.members.joinedReprs(self))}"
        case .dict(let dict):
            return try reprOnce(UInt(bitPattern: ObjectIdentifier(dict)), "{...}") { () throws(Fault) in try repr(dict)
            }
        case .range(let range):
            let step = range.step == 1 ? "" : ", \(decimal(range.step))"
            return "range(\(decimal(range.start)), \(decimal(range.stop))\(step))"
        case .slice(let slice):
            let parts = [slice.start, slice.stop, slice.step].map { $0.map { decimal($0) } ?? "None" }
            return "slice(\(parts[0]), \(parts[1]), \(parts[2]))"
        case .scalar(let scalar): return repr(scalar)
        case .array(let array): return try repr(array)
        case .tensor(let tensor): return try repr(tensor)
        case .torch(let torch): return try repr(torch)
        case .context: throw withAddress(value)
        case .function(let function):
            if function.owner != nil { throw withAddress(value) }
            return try repr(function)
        case .object: return try text(ofObject: value, isRepr: true)
        case .classObject(let classObject):
            let isBuiltin = classObject.isBuiltin(session)
            return
                "<class '\(isBuiltin ? ExceptionNames.fullName(of: classObject.name) : "__main__." + classObject.name)'>"
        case .module, .iterator, .closure, .method, .parent: throw withAddress(value)
        case .unbound, .variable: preconditionFailure("a program never holds these")
        case .library(let object): return object.repr
        case .network, .dataSet, .instance, .pass, .gradients, .run, .unknown: return "<\(value.typeName)>"
        }
    }

    /// The digits of a float far from 1 take long to find.
    func stepForDigits(of value: Value) throws(Fault) {
        switch value {
        case .float(let number), .scalar(.float64(let number)): try step(digitSteps(number))
        default: break
        }
    }

    func digitSteps(_ number: Double) -> Int {
        number.isFinite && number != 0 ? 6 + Int(number.exponent.magnitude / 6) : 1
    }

    /// Python shows these with their address in memory, which differs from run to run.
    private func withAddress(_ value: Value) -> Fault {
        let hint =
            switch value {
            case .iterator: "; make a list of it with list(…)"
            case .function: "; call it with parentheses"
            default: ""
            }
        return Fault.outside(
            .value, "Python shows \(value.typeWithArticle) with its place, which differs from run to run\(hint)")
    }

    private func repr(_ function: FunctionObject) throws(Fault) -> String {
        let parts = function.name.split(separator: ".")
        if function.shortName.hasPrefix("__") {
            throw Fault(
                .value, "'\(function.shortName)', a method that Python brings along, is not shown in the cell language",
                isOutside: true)
        }
        if parts.count < 2 || parts[0] == "math" { return "<built-in function \(function.shortName)>" }
        if BuiltinType(rawValue: String(parts[0])) != nil {
            return "<method '\(function.shortName)' of '\(parts[0])' objects>"
        }
        throw withAddress(.function(function))
    }

    /// Python's `str`.
    func text(of value: Value) throws(Fault) -> String {
        try step()
        switch value {
        case .string(let text): return text
        case .scalar(.bool(let value)): return value ? "True" : "False"
        case .scalar(.int64(let value)): return decimal(value)
        case .scalar(.float32(let value)):
            try step(digitSteps(Double(value)))
            return numpyText(value)
        case .scalar(.float64(let number)):
            try stepForDigits(of: value)
            return pythonRepr(number)
        case .array(let array): return try text(of: array)
        case .object: return try text(ofObject: value, isRepr: false)
        case .library(let object): return object.text
        case .torch(let torch): return try text(of: torch)
        default: return try repr(value)
        }
    }

    private func repr(_ dict: DictObject) throws(Fault) -> String {
        var parts: [String] = []
        for (key, value) in dict.items { parts.append("\(try repr(key)): \(try repr(value))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    private func repr(_ scalar: ArrayScalar) -> String {
        switch scalar {
        case .bool(let value): value ? "np.True_" : "np.False_"
        case .int64(let value): "np.int64(\(decimal(value)))"
        case .float32(let value): "np.float32(\(numpyText(value)))"
        case .float64(let value): "np.float64(\(pythonRepr(value)))"
        }
    }
}

extension [Value] {
    /// Where the items of a tuple lie; the same place means the same tuple, unless there are none.
    var address: UInt { withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } }

    fileprivate func joinedReprs(_ interpreter: Interpreter) throws(Fault) -> String {
        var parts: [String] = []
        try interpreter.step(count)
        for item in self { parts.append(try interpreter.repr(item)) }
        return parts.joined(separator: ", ")
    }
}

/// A string literal as Python's `repr` writes it: in single quotes unless there are only single quotes inside.
func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar = text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var result = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
        case "\n": result.append(contentsOf: "\\n".unicodeScalars)
        case "\r": result.append(contentsOf: "\\r".unicodeScalars)
        case "\t": result.append(contentsOf: "\\t".unicodeScalars)
        case quote: result.append(contentsOf: ["\\", quote])
        default:
            if scalar.isPythonPrintable {
                result.append(scalar)
            } else {
                result.append(contentsOf: escaped(scalar.value).unicodeScalars)
            }
        }
    }
    result.append(quote)
    return String(result)
}

/// `\x7f`, `\u2028` or `\U0010ffff`.
func escaped(_ value: UInt32) -> String {
    let (letter, width) = value <= 0xFF ? ("x", 2) : value <= 0xFFFF ? ("u", 4) : ("U", 8)
    let digits = String(value, radix: 16)
    return "\\\(letter)" + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
