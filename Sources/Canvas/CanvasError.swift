/// What kept a figure from being drawn.
public enum CanvasError: Error, Equatable, CustomStringConvertible {
    /// The face would have been drawn in another font; `package` is the Debian package that has it.
    case missingFont(family: String, package: String)
    /// No font of the book has every letter of the text.
    case missingLetter(text: String)
    /// A Cairo call ended with a status other than success.
    case cairo(operation: String, status: String)
    /// zlib could not compress a picture.
    case compression(status: Int)
    /// The picture would be empty or larger than Cairo can hold.
    case size(width: Double, height: Double)

    public var description: String {
        switch self {
        case .missingFont(let family, let package):
            "the font '\(family)' is not installed: apt-get install \(package)"
        case .missingLetter(let text):
            "no font of the book has every letter of '\(text)'"
        case .cairo(let operation, let status):
            "Cairo could not \(operation): \(status)"
        case .compression(let status):
            "zlib could not compress a picture: status \(status)"
        case .size(let width, let height):
            "cannot draw a picture of \(width) × \(height) points"
        }
    }
}
