import Tensors

/// Every elementary function over a sweep of arguments, folded into one number each: a bit that differs shows.
func tensorsReport() -> String {
    let functions: [(name: String, of: (Double) -> Double)] = [
        ("exp", Double.exp), ("expm1", Double.expm1), ("log", Double.log), ("log1p", Double.log1p),
        ("sigmoid", Double.sigmoid), ("softplus", Double.softplus), ("tanh", Double.tanh), ("sinh", Double.sinh),
        ("cosh", Double.cosh), ("sin", Double.sin), ("cos", Double.cos), ("tan", Double.tan), ("asin", Double.asin),
        ("acos", Double.acos), ("atan", Double.atan), ("pow", { Double.pow(1.25, $0) }), ("sqrt", { $0.squareRoot() }),
    ]
    var out = ""
    for function in functions {
        // Which NaN a machine makes is its own affair.
        let bits = (-400...400).map { step in
            let value = function.of(Double(step) * 0.0731)
            return value.isNaN ? 0 : value.bitPattern
        }
        out += "\(function.name) \(hexadecimal(digest(bits)))\n"
    }
    return out
}

/// Words folded into one, by FNV-1a.
func digest(_ words: some Sequence<some UnsignedInteger>) -> UInt64 {
    words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// The 16 hexadecimal digits of a word.
func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
