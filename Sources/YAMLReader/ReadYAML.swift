import Diagnostics

/// A YAML document as a tree, nil when it is empty or cannot be read, and what is wrong with it.
///
/// The text is one document without anchors, aliases and tags; keys are strings whatever they look like.
public func readYAML(_ excerpt: Excerpt) -> (node: Node?, diagnostics: [Diagnostic]) {
    let text = excerpt.withoutByteOrderMark
    guard text.bytes.count <= longestYAML else {
        let message = "\(text.bytes.count) bytes of YAML are too many: \(longestYAML) can be read"
        return (nil, [Diagnostic(code: "yaml.size", message, at: text.range(0..<1))])
    }
    do throws(EventFailure) {
        var builder = try TreeBuilder(text)
        return builder.reading()
    } catch {
        return (nil, [error.diagnostic(in: text)])
    }
}

let longestYAML = 1 << 20

extension Excerpt {
    fileprivate var withoutByteOrderMark: Excerpt {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? excerpt(3..<bytes.count) : self
    }
}
