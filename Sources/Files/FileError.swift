internal import Glibc

/// The system's refusal of an operation on a path.
public struct FileError: Error, Sendable, Equatable {
    public var operation: String
    public var path: String
    /// The system's own words, such as "No space left on device".
    public var reason: String

    public init(operation: String, path: String, reason: String) {
        self.operation = operation
        self.path = path
        self.reason = reason
    }

    /// The error that `errno` names just now.
    static func last(_ operation: String, _ path: String) -> FileError {
        FileError(operation: operation, path: path, reason: words(for: errno))
    }
}

/// The system's words for an error code.
func words(for code: Int32) -> String { String(cString: strerror(code)) }

extension FileError: CustomStringConvertible {
    public var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
