/// The file of the site that the path of an address names, such as `a b.html` for `/a%20b.html`; nil for one that can name none.
///
/// A path has no empty step, none that starts with a dot, and no character that steers.
func sitePath(ofAddress address: String) -> String? {
    guard address.hasPrefix("/"), let bytes = percentDecoded(address.utf8.dropFirst()),
        let path = String(validating: bytes, as: UTF8.self)
    else { return nil }
    if path.isEmpty { return "index.html" }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return nil }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return steps.contains { $0.isEmpty || $0.hasPrefix(".") } ? nil : path
}

private func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = text.makeIterator()
    while let byte = rest.next() {
        guard byte == UInt8(ascii: "%") else {
            bytes.append(byte)
            continue
        }
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else { return nil }
        bytes.append(high << 4 | low)
    }
    return bytes
}

private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}

/// Whether a request names this machine itself as its host. A page of another site can have its own name lead here, and would
/// then be let read everything; but it cannot have a browser send another name than its own.
func isLoopback(host: String, port: Int) -> Bool {
    let host = host.lowercased()
    return ["localhost", "127.0.0.1", "[::1]"].contains { host == "\($0):\(port)" || host == $0 && port == 80 }
}

/// The content type of a file by the ending of its name.
func contentType(ofFile path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "application/octet-stream" }
    return contentTypes[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
}

private let contentTypes = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "ipynb": "application/x-ipynb+json", "xml": "application/xml",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "py": "text/x-python; charset=utf-8", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf",
    "epub": "application/epub+zip", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
    "wasm": "application/wasm",
    "zip": "application/zip",
]
