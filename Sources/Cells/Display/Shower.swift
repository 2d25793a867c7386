import Tensors

/// The rules by which values become text.
struct Shower {
    let digits: Int
    let marks: NumberMarks
    let conversion: FormattedExpression.Conversion
    let format: FormatSpec?
    private let interpreter = Interpreter(.expression)

    init(digits: Int, marks: NumberMarks, conversion: FormattedExpression.Conversion, format: FormatSpec?) {
        self.digits = digits
        self.marks = marks
        self.conversion = conversion
        self.format = format
    }

    func show(_ value: Value) throws(Fault) -> Shown? {
        switch value {
        case .unknown: return nil
        case .network, .dataSet, .instance, .pass, .gradients, .run, .function, .module, .library, .iterator, .slice,
            .ellipsis:
            throw Fault(.value, "\(value.typeWithArticle) cannot be shown as a value; \(hint(for: value))")
        default: break
        }
        switch conversion {
        // A number keeps its digits, but not the name that NumPy's scalars print with.
        case .repr: return value.isShownAsNumber ? try number(value) : try text(try interpreter.repr(value), of: value)
        case .ascii:
            return value.isShownAsNumber
                ? try number(value) : try text(asciiOnly(try interpreter.repr(value)), of: value)
        case .string:
            return value.isShownAsNumber ? try number(value) : try text(try interpreter.text(of: value), of: value)
        case .none: return try plainly(value)
        }
    }

    private func hint(for value: Value) -> String {
        switch value {
        case .network: "show one of its weights, such as '.w11' or '.W'"
        case .dataSet: "show '.X', '.T' or an instance's value"
        case .instance: "show one of its values by name"
        case .pass: "show one of its values, such as '.loss'"
        case .gradients: "show one of their values, such as '.W'"
        case .run: "show '.loss[-1]' or a weight of '.network'"
        case .function: "call it with parentheses"
        default: "make a list of it first"
        }
    }

    private func plainly(_ value: Value) throws(Fault) -> Shown? {
        switch value {
        case .int, .float, .scalar(.int64), .scalar(.float32), .scalar(.float64): return try number(value)
        case .bool where format != nil, .scalar(.bool) where format != nil: return try number(value)
        case .list(let list): return try row(list.items, "[", "]", of: value)
        case .tuple(let items): return try row(items, "(", items.count == 1 ? ",)" : ")", of: value)
        case .array(let array): return try self.array(array)
        case .tensor(let tensor):
            if tensor.shape.rank == 0 { return try plainly(tensor.values.scalar(at: 0).item) }
            return try self.array(ArrayObject(tensor.values))
        case .string(let text):
            guard let format else { return try self.text(text, of: value) }
            return try self.text(try checked { () throws(FormatError) in try format.format(text) }, of: value)
        default:
            if format != nil {
                throw Fault(.format, "\(value.quotedType) takes no format")
            }
            return try text(try interpreter.text(of: value), of: value)
        }
    }

    /// Text as it is; it never becomes Markdown or TeX again.
    private func text(_ text: String, of value: Value) throws(Fault) -> Shown {
        let tex = "\\text{\(escapedForTeX(text))}"
        return Shown(
            plain: text, tex: tex, texParenthesised: tex, full: try interpreter.repr(value), isExact: true,
            isNumeric: false)
    }

    private func number(_ value: Value) throws(Fault) -> Shown {
        var shown = try shownNumber(value)
        // The representation of a value is Python's in any language.
        if conversion == .none { shown.marks = marks }
        return Shown(
            plain: shown.plain, tex: shown.tex, texParenthesised: shown.texInParentheses,
            full: try fullDigits(value), isExact: shown.isExact, isNumeric: true)
    }

    /// All digits of a number, without NumPy's name of the type.
    private func fullDigits(_ value: Value) throws(Fault) -> String {
        if case .scalar = value { return try interpreter.text(of: value) }
        return try interpreter.repr(value)
    }

    private func shownNumber(_ value: Value) throws(Fault) -> ShownNumber {
        switch value {
        case .int(let number), .scalar(.int64(let number)):
            guard let format else { return ShownNumber(number) }
            return try checked { () throws(FormatError) in try ShownNumber(number, format: format) }
        case .bool(let flag), .scalar(.bool(let flag)): return try shownNumber(.int(flag ? 1 : 0))
        case .scalar(.float32(let number)) where format == nil:
            // Nine digits tell any two floats of single precision apart.
            let count = conversion == .none ? digits : 9
            guard let shown = ShownNumber(number, digits: count) else { throw nonFinite(Double(number)) }
            return shown
        default:
            let number = value.anyNumber?.double ?? .nan
            guard let format else {
                if conversion != .none {
                    guard let shown = ShownNumber(repr: number) else { throw nonFinite(number) }
                    return shown
                }
                guard let shown = ShownNumber(number, digits: digits) else { throw nonFinite(number) }
                return shown
            }
            let shown = try checked { () throws(FormatError) in try ShownNumber(number, format: format) }
            guard let shown else { throw nonFinite(number) }
            return shown
        }
    }

    private func nonFinite(_ number: Double) -> Fault {
        let name = number.isNaN ? "not a number (nan)" : number < 0 ? "minus infinity" : "infinity"
        return Fault(.value, "the value of this expression is \(name) and cannot be shown")
    }

    /// What the format says about a value that it does not fit.
    private func checked<Result>(_ body: () throws(FormatError) -> Result) throws(Fault) -> Result {
        do throws(FormatError) {
            return try body()
        } catch {
            throw Fault(.format, error.message, suggestion: error.suggestion)
        }
    }
}

extension Shower {
    /// A list or tuple, item by item.
    private func row(_ items: [Value], _ open: String, _ close: String, of value: Value) throws(Fault) -> Shown? {
        var shown: [Shown] = []
        for item in items {
            guard let item = try show(quotingStrings: item) else { return nil }
            shown.append(item)
        }
        let rows = items.isEmpty ? [] : items.map { rowItems(of: $0) }
        let isMatrix = !rows.isEmpty && rows.allSatisfy { $0 != nil && $0?.count == rows[0]?.count }
        var tex = "\\left\(open == "[" ? "[" : "(")\(joined(shown.map { $0.tex }))\\right\(open == "[" ? "]" : ")")"
        if isMatrix { tex = try matrixTeX(rows.compactMap { $0 }) }
        return Shown(
            plain: open + joined(shown.map { $0.plain }) + close, tex: tex, texParenthesised: tex,
            full: try interpreter.repr(value), isExact: shown.allSatisfy { $0.isExact },
            isNumeric: shown.allSatisfy { $0.isNumeric })
    }

    /// Strings inside lists keep their quotes, as in Python.
    private func show(quotingStrings item: Value) throws(Fault) -> Shown? {
        if case .string(let text) = item, format == nil { return try self.text(quoted(text), of: item) }
        return try show(item)
    }

    private func rowItems(of value: Value) -> [Value]? {
        guard case .list(let list) = value else { return nil }
        let isFlat = list.items.allSatisfy { $0.anyNumber != nil }
        return isFlat && !list.items.isEmpty ? list.items : nil
    }

    private func array(_ array: ArrayObject) throws(Fault) -> Shown? {
        guard var shown = try show(array.lists) else { return nil }
        if array.rank == 1 {
            shown.tex = try matrixTeX([(0..<array.count).map { array.item($0) }])
        }
        shown.texParenthesised = shown.tex
        return shown
    }

    private func matrixTeX(_ rows: [[Value]]) throws(Fault) -> String {
        var lines: [String] = []
        for row in rows {
            var cells: [String] = []
            for item in row { cells.append(try number(item).tex) }
            lines.append(cells.joined(separator: " & "))
        }
        return "\\begin{bmatrix} \(lines.joined(separator: " \\\\ ")) \\end{bmatrix}"
    }

    private func joined(_ parts: [String]) -> String {
        parts.joined(separator: conversion == .none ? marks.separator : ", ")
    }
}

extension Value {
    /// Whether it is an int, a float or a NumPy scalar, which show as numbers; bools show as words.
    fileprivate var isShownAsNumber: Bool {
        switch self {
        case .int, .float, .scalar(.int64), .scalar(.float32), .scalar(.float64): true
        default: false
        }
    }
}

/// Text for the inside of TeX's `\text{…}`.
func escapedForTeX(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "\\": result += "\\textbackslash{}"
        case "{", "}", "$", "&", "#", "%", "_": result += "\\" + String(character)
        case "^": result += "\\textasciicircum{}"
        case "~": result += "\\textasciitilde{}"
        default: result.append(character)
        }
    }
    return result
}
