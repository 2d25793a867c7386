/// A stretch of a source file: the file's path and UTF-8 byte offsets, half open.
///
/// This is the only form in which a place is stored; lines and columns are worked out when one is printed.
public struct SourceRange: Hashable, Sendable {
    public let file: String
    public let start: Int
    public let end: Int

    public init(file: String, start: Int, end: Int) {
        precondition(start >= 0 && end >= start, "a range runs forwards from a place in the file")
        self.file = file
        self.start = start
        self.end = end
    }

    /// The smallest range that covers both; they must lie in one file.
    public func union(_ other: SourceRange) -> SourceRange {
        precondition(file == other.file, "ranges of two files have no union")
        return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}

/// A value with the place where the author wrote it.
public struct Located<Value> {
    public var value: Value
    public var range: SourceRange

    public init(_ value: Value, _ range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
