/// The world's refusal: a script that is not there or does not run. An author's mistake is a `FormulaError` instead.
public enum TypesettingError: Error, Equatable, Sendable {
    /// A script could not be read; the Debian package that brings it.
    case missing(path: String, package: String, reason: String)
    /// JavaScriptCore or a script in it failed.
    case refused(operation: String, message: String)
}

extension TypesettingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path, let package, let reason):
            "cannot read '\(path)': \(reason); install the Debian package '\(package)'"
        case .refused(let operation, let message):
            "cannot \(operation): \(message)"
        }
    }
}
