/// One attribute of an element. Its value is unescaped; the kind of value decides how it is written.
public struct HTMLAttribute: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        case text(String)
        /// An address, percent-encoded where it holds what an address may not hold.
        case url(String)
        /// Present or absent, as `open` or `disabled`: written `open=""`.
        case present
    }

    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
        precondition(HTMLName.isValid(name), "'\(name)' is not an attribute name")
        self.name = name
        self.value = value
    }

    public init(_ name: String, _ text: String) {
        self.init(name, .text(text))
    }

    public static func id(_ text: String) -> HTMLAttribute { HTMLAttribute("id", text) }
    public static func `class`(_ text: String) -> HTMLAttribute { HTMLAttribute("class", text) }
    public static func href(_ address: String) -> HTMLAttribute { HTMLAttribute("href", .url(address)) }
    public static func src(_ address: String) -> HTMLAttribute { HTMLAttribute("src", .url(address)) }
    public static func alt(_ text: String) -> HTMLAttribute { HTMLAttribute("alt", text) }
    public static func title(_ text: String) -> HTMLAttribute { HTMLAttribute("title", text) }
    public static func lang(_ text: String) -> HTMLAttribute { HTMLAttribute("lang", text) }
    public static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }
    /// A boolean attribute that is set.
    public static func present(_ name: String) -> HTMLAttribute { HTMLAttribute(name, .present) }
}
