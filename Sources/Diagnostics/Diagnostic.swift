/// Something the author should know or must mend, with the smallest place that shows it.
///
/// `message` starts in lower case, has no full stop, quotes what was written, and says the rule.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error, warning
    }

    /// A second place or a sentence that helps to understand the first.
    public struct Note: Sendable, Hashable {
        public var message: String
        public var range: SourceRange?

        public init(_ message: String, at range: SourceRange? = nil) {
            self.message = message
            self.range = range
        }
    }

    public var severity: Severity
    /// A stable dotted name of the rule, such as `network.activation`.
    public var code: String
    public var message: String
    public var range: SourceRange
    public var notes: [Note]
    /// What should probably stand at `range` instead.
    public var suggestion: String?

    public init(
        _ severity: Severity = .error, code: String, _ message: String, at range: SourceRange, notes: [Note] = [],
        suggestion: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.range = range
        self.notes = notes
        self.suggestion = suggestion
    }
}

extension [Diagnostic] {
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of files given by `paths`, then of place; the order in which they were found breaks ties. What is said of a
    /// file that several chapters include is said once.
    public func inSourceOrder(of paths: [String]) -> [Diagnostic] {
        let rank = { (path: String) in paths.firstIndex(of: path) ?? paths.count }
        let ordered = enumerated().sorted { left, right in
            let (a, b) = (left.element.range, right.element.range)
            let ranks = (rank(a.file), rank(b.file))
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            if a.file != b.file { return a.file < b.file }
            return (a.start, a.end, left.offset) < (b.start, b.end, right.offset)
        }.map { $0.element }
        return ordered.enumerated().filter { index, diagnostic in
            !ordered[..<index].reversed().prefix { $0.range == diagnostic.range }.contains(diagnostic)
        }.map { $0.element }
    }
}
