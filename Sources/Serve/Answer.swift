import Files

/// A request as far as it matters.
struct Request: Sendable {
    var method: String
    /// As it was sent, with escapes.
    var path: String
    /// Every host that was named.
    var hosts: [String]
    /// The tags of what the browser has.
    var knownTag: String?
}

/// What a request is answered with.
struct Answer: Sendable {
    enum Body: Sendable, Equatable {
        case bytes([UInt8])
        /// Messages, as they come.
        case messages
    }

    var status: Int
    var type = "text/plain; charset=utf-8"
    var body: Body
    var headers: [(name: String, value: String)] = []

    static func refusal(_ status: Int, _ reason: String) -> Answer {
        Answer(status: status, body: .bytes(Array("\(reason)\n".utf8)))
    }
}

extension Preview {
    /// The answer to a request.
    ///
    /// - Parameter port: the one this is served on, which the request has to name.
    func answer(to request: Request, port: Int) -> Answer {
        guard !request.hosts.isEmpty, request.hosts.allSatisfy({ isLoopback(host: $0, port: port) }) else {
            return .refusal(403, "This is a preview for this machine alone: http://localhost:\(port)/")
        }
        guard ["GET", "HEAD"].contains(request.method) else {
            var answer = Answer.refusal(405, "Only GET and HEAD are answered")
            answer.headers.append(("Allow", "GET, HEAD"))
            return answer
        }
        switch request.path {
        case "/-/events": return Answer(status: 200, type: "text/event-stream", body: .messages)
        case "/-/preview.js":
            return Answer(
                status: 200, type: contentType(ofFile: "preview.js"), body: .bytes(Array(PreviewScript.source.utf8)))
        default: return file(request)
        }
    }

    private func file(_ request: Request) -> Answer {
        let path = sitePath(ofAddress: request.path)
        guard build > 0 else {
            let isPage = path.map { $0.hasSuffix(".html") } ?? false
            return isPage ? page(503, waitingPage) : .refusal(503, "The book was not built yet")
        }
        guard let path, let stamp = files[path], let bytes = read(path) else { return page(404, missingPage) }
        if path.hasSuffix(".html") { return page(200, withScript(bytes, isOfBook: true)) }
        let tag =
            "\"\(String(stamp.size, radix: 36))-\(String(stamp.inode, radix: 36))-\(String(stamp.modified, radix: 36))\""
        if request.knownTag == tag {
            return Answer(status: 304, type: contentType(ofFile: path), body: .bytes([]), headers: [("ETag", tag)])
        }
        return Answer(
            status: 200, type: contentType(ofFile: path), body: .bytes(bytes), headers: [("ETag", tag)])
    }

    private func page(_ status: Int, _ bytes: [UInt8]) -> Answer {
        Answer(status: status, type: contentType(ofFile: "page.html"), body: .bytes(bytes))
    }

    /// A file of the site; a link that somebody put in its place is not followed out of the folder.
    private func read(_ path: String) -> [UInt8]? {
        guard let root = resolved(folder), let real = resolved("\(folder)/\(path)"), real == "\(root)/\(path)" else {
            return nil
        }
        return try? readFile(real, limit: 1 << 30)
    }
}
