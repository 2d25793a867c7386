/// A folder's whole contents, to be put in place at once.
public struct Tree: Sendable {
    public enum Contents: Sendable {
        case bytes([UInt8])
        /// The file at this path, copied.
        case copy(of: String)
        /// As it stands in the folder that is replaced, where it has this stamp.
        case kept(FileStamp)
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
