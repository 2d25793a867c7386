/// A folder's whole contents, to be put in place at once.
public struct Tree: Sendable {
    public enum Contents: Sendable {
        case bytes([UInt8])
        /// The file at this path, copied.
        case copy(of: String)
    }

    public struct File: Sendable {
        public var path: String
        public var contents: Contents

        public init(path: String, contents: Contents) {
            self.path = path
            self.contents = contents
        }
    }

    public var files: [File]

    public init(files: [File]) { self.files = files }
}
