/// A scalar after the core schema of YAML 1.2.
public enum Resolved: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
}

extension Node.Scalar {
    /// What the core schema makes of the scalar: quoted and block scalars are strings, as is a plain one that is no number,
    /// boolean or null (`y`, `no`, `on` are strings; `1e-07`, `0x1F` and `.inf` are numbers).
    public var resolved: Resolved {
        isPlain ? resolvedPlain(text.text) : .string(text.text)
    }
}

private func resolvedPlain(_ text: String) -> Resolved {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .float(.infinity)
    case "-.inf", "-.Inf", "-.INF": .float(-.infinity)
    case ".nan", ".NaN", ".NAN": .float(.nan)
    default: resolvedNumber(text) ?? .string(text)
    }
}

/// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+` and `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`.
private func resolvedNumber(_ text: String) -> Resolved? {
    if text.hasPrefix("0x") || text.hasPrefix("0o") {
        let radix = text.hasPrefix("0x") ? 16 : 8
        let digits = text.dropFirst(2)
        guard let first = digits.first, first != "+", first != "-" else { return nil }
        return Int(digits, radix: radix).map(Resolved.int)
    }
    guard let isWhole = isWholeNumber(Array(text.utf8)) else { return nil }
    if isWhole, let value = Int(text) { return .int(value) }
    return Double(text).map(Resolved.float)
}

/// Whether decimal digits are all there is; nil when the text is no decimal number.
private func isWholeNumber(_ bytes: [UInt8]) -> Bool? {
    var rest = bytes[...]
    func digits() -> Int {
        let count = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        rest = rest.dropFirst(count)
        return count
    }
    func sign() {
        if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
    }
    sign()
    var isWhole = true
    var count = digits()
    if rest.first == 0x2E {
        rest = rest.dropFirst()
        count += digits()
        isWhole = false
    }
    guard count > 0 else { return nil }
    if rest.first == 0x65 || rest.first == 0x45 {
        rest = rest.dropFirst()
        sign()
        guard digits() > 0 else { return nil }
        isWhole = false
    }
    return rest.isEmpty ? isWhole : nil
}
