/// Names and their values, in the order in which they were first bound; names that are not here are looked up in `parent`.
///
/// A chapter has one scope, each solution one inside it. The built-in names lie below all scopes and may be hidden.
public final class Scope {
    public let parent: Scope?
    let session: Session
    /// The names bound here, oldest first.
    public private(set) var names: [String] = []
    private var values: [String: Value] = [:]

    public init(parent: Scope? = nil) {
        self.parent = parent
        session = parent?.session ?? Session()
    }

    /// Binds a name here, anew or for the first time.
    public func bind(_ name: String, to value: Value) {
        if values.updateValue(value, forKey: name) == nil { names.append(name) }
    }

    /// The value of a name here or in the nearest scope around; nil for built-in and unbound names.
    public func value(of name: String) -> Value? {
        var scope: Scope? = self
        while let current = scope {
            if let value = current.values[name] { return value }
            scope = current.parent
        }
        return nil
    }

    /// Whether a name is bound here, parents not counted.
    public func binds(_ name: String) -> Bool { values[name] != nil }

    /// Forgets all names; the end of an evaluation, which breaks every cycle of objects that hold their scope.
    public func removeAll() {
        names = []
        values = [:]
    }

    /// Every name that can be seen from here, inner ones first.
    var visibleNames: [String] {
        var found = names
        var scope = parent
        while let current = scope {
            found += current.names
            scope = current.parent
        }
        return found
    }
}
