/// Where the scripts are.
public struct Scripts: Sendable, Equatable {
    public let katex: String
    public let highlighter: String

    public init(katex: String, highlighter: String) {
        self.katex = katex
        self.highlighter = highlighter
    }

    /// In a folder that `build-share.sh` filled.
    public init(folder: String) {
        self.init(katex: "\(folder)/katex.min.js", highlighter: "\(folder)/highlight.min.js")
    }

    /// Where Debian's packages `libjs-katex` and `libjs-highlight.js` put them.
    public static let debian = Scripts(
        katex: "/usr/share/javascript/katex/katex.min.js",
        highlighter: "/usr/share/javascript/highlight.js/highlight.min.js")
}
