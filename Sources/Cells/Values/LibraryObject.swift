/// An object of a built-in module that is neither an array nor a function, such as `a.dtype` or a random generator.
public class LibraryObject {
    /// What Python calls its type.
    var typeName: String { preconditionFailure("every kind of library object has a name") }
    var repr: String { "<\(typeName)>" }
    var text: String { repr }
    var attributeNames: [String] { [] }

    /// An attribute, or a method bound to the object; nil when there is none of that name.
    func attribute(_ name: String) throws(Fault) -> Value? { nil }

    /// Whether the object equals another value; without a rule of its own, whether it is the same object.
    func isEqual(to other: Value) -> Bool {
        if case .library(let object) = other { return object === self }
        return false
    }

    /// An object that shares nothing changeable with this one.
    func copied() -> LibraryObject { self }
}
