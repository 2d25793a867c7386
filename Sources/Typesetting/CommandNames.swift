/// The TeX commands that stand in KaTeX's script as string literals, `"\\frac"` and the like,
/// each once, those that begin with a small letter first.
///
/// KaTeX publishes no list of its commands; this one serves to guess which was meant.
func commandNames(inScript script: String) -> [String] {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    let bytes = Array(script.utf8)
    var names: Set<String> = []
    var index = 0
    while index + 3 < bytes.count {
        defer { index += 1 }
        guard bytes[index] == quote, bytes[index + 1] == backslash, bytes[index + 2] == backslash else { continue }
        var end = index + 3
        while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) { end += 1 }
        guard end > index + 3, end < bytes.count, bytes[end] == quote else { continue }
        names.insert(String(decoding: bytes[(index + 2)..<end], as: UTF8.self))
    }
    let isCapital = { (name: String) in name.dropFirst().first?.isUppercase ?? false }
    return names.sorted { (isCapital($0) ? 1 : 0, $0) < (isCapital($1) ? 1 : 0, $1) }
}
