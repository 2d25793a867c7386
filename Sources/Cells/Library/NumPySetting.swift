import Tensors

/// The functions of NumPy about how arrays are written.
enum NumPySetting: String, CaseIterable {
    case set_printoptions, array2string, array_repr, array_str

    private static let options = [
        "precision", "threshold", "edgeitems", "linewidth", "suppress", "nanstr", "infstr", "sign", "floatmode",
    ]

    func call(_ call: Call) throws(Fault) -> Value {
        switch self {
        case .set_printoptions:
            let arguments = try call.arguments(NumPySetting.options, required: 0)
            call.interpreter.session.printOptions = try NumPySetting.options(
                arguments, from: 0, over: call.interpreter.session.printOptions)
            return .none
        case .array2string:
            let arguments = try call.arguments(
                [
                    "a", "max_line_width", "precision", "suppress_small", "separator", "prefix", "threshold",
                    "edgeitems",
                    "sign", "floatmode",
                ])
            return .string(try text(arguments))
        case .array_repr: return .string(try call.interpreter.repr(.array(try array(call))))
        case .array_str: return .string(try call.interpreter.text(of: .array(try array(call))))
        }
    }

    private func array(_ call: Call) throws(Fault) -> ArrayObject {
        try call.interpreter.array(of: try call.exactly(1)[0])
    }

    /// The options that `arguments` names, in the order of `options`, over others.
    private static func options(
        _ arguments: Arguments, from start: Int, over base: PrintOptions
    ) throws(Fault) -> PrintOptions {
        var options = base
        if let precision = try arguments.count(start) { options.precision = precision }
        if let threshold = arguments[start + 1] {
            options.threshold = try arguments.count(start + 1, infinite: threshold) ?? options.threshold
        }
        if let edge = try arguments.count(start + 2) { options.edge = edge }
        if let width = try arguments.count(start + 3) { options.lineWidth = width }
        if arguments[start + 4] != nil { options.suppressesExponents = try arguments.flag(start + 4) }
        if let text = try arguments.text(start + 5) { options.nan = text }
        if let text = try arguments.text(start + 6) { options.infinity = text }
        if let text = try arguments.text(start + 7) { options.sign = try sign(text) }
        if let text = try arguments.text(start + 8) { options.mode = try mode(text) }
        return options
    }

    private static func sign(_ text: String) throws(Fault) -> PrintOptions.Sign {
        guard let sign = PrintOptions.Sign(rawValue: text) else {
            throw Fault(.value, "'sign' is ' ', '+' or '-'", python: "sign option must be one of ' ', '+', or '-'")
        }
        return sign
    }

    private static func mode(_ text: String) throws(Fault) -> PrintOptions.Mode {
        guard let mode = PrintOptions.Mode(rawValue: text) else {
            throw Fault.outside(.value, "'floatmode' is 'fixed', 'unique', 'maxprec' or 'maxprec_equal'")
        }
        return mode
    }

    /// `np.array2string`
    private func text(_ arguments: Arguments) throws(Fault) -> String {
        let array = try arguments.array(0)
        var options = arguments.interpreter.session.printOptions
        if let width = try arguments.count(1) { options.lineWidth = width }
        if let precision = try arguments.count(2) { options.precision = precision }
        if arguments[3] != nil { options.suppressesExponents = try arguments.flag(3) }
        if let value = arguments[6] { options.threshold = try arguments.count(6, infinite: value) ?? options.threshold }
        if let edge = try arguments.count(7) { options.edge = edge }
        if let text = try arguments.text(8) { options.sign = try NumPySetting.sign(text) }
        if let text = try arguments.text(9) { options.mode = try NumPySetting.mode(text) }
        let (separator, prefix) = (try arguments.text(4) ?? " ", try arguments.text(5) ?? "")
        return try arguments.interpreter.text(
            of: array, options, separator: separator, prefix: prefix.unicodeScalars.count)
    }
}

extension Arguments {
    /// A number of things, never negative; a threshold may be infinite.
    fileprivate func count(_ place: Int, infinite value: Value? = nil) throws(Fault) -> Int? {
        if let number = value?.number, case .float(let double) = number, double == .infinity { return Int.max }
        guard let number = try wholeNumber(place) else { return nil }
        if number < 0 { throw Fault(.value, "a number of digits, items or letters is never negative") }
        return Int(clamping: number)
    }

    fileprivate func text(_ place: Int) throws(Fault) -> String? {
        guard let value = self[place] else { return nil }
        guard case .string(let text) = value else {
            throw Fault.outside(.type, "\(call.function)() takes a string here, not \(value.typeWithArticle)")
        }
        return text
    }
}
