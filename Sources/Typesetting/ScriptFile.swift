internal import Glibc

/// Reads a script whole.
func readScript(_ path: String, package: String) throws(TypesettingError) -> String {
    func refusal() -> TypesettingError {
        .missing(path: path, package: package, reason: String(cString: strerror(errno)))
    }
    guard let file = fopen(path, "rb") else { throw refusal() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&block, 1, block.count, file)
        if count == 0 { break }
        bytes.append(contentsOf: block[..<count])
    }
    if ferror(file) != 0 { throw refusal() }
    return String(decoding: bytes, as: UTF8.self)
}
