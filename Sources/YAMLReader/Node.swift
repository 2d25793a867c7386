import Diagnostics

/// One value of a YAML document, with the place it was written at.
public struct Node: Sendable {
    public indirect enum Kind: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    /// A scalar as written: the core schema is applied by ``Scalar/resolved``, so that `1e-07` can still become an expression.
    public struct Scalar: Sendable {
        /// Quotes taken off and escapes resolved, each byte with its place in the file.
        public var text: Excerpt
        /// Plain scalars may be numbers, booleans or null; quoted and block scalars are always strings.
        public var isPlain: Bool

        public init(text: Excerpt, isPlain: Bool) {
            self.text = text
            self.isPlain = isPlain
        }
    }

    /// A key, always a string, and its value.
    public struct Entry: Sendable {
        public var key: Located<String>
        public var value: Node

        public init(key: Located<String>, value: Node) {
            self.key = key
            self.value = value
        }
    }

    public var kind: Kind
    public var range: SourceRange

    public init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}
