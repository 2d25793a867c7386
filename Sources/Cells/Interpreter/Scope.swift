public import Diagnostics

/// Names and their values, in the order in which they were first bound; names that are not here are looked up in `parent`.
///
/// A chapter has one scope, each solution one inside it. The built-in names lie below all scopes and may be hidden.
public final class Scope {
    public let parent: Scope?
    let session: Session
    /// The names bound here, oldest first.
    public private(set) var names: [String] = []
    private var slots: [String: Slot] = [:]

    /// Where a value stands as long as the scope lives, so that compiled code needs no look-up.
    private struct Slot {
        let place: UnsafeMutablePointer<Value>
        /// Whether it holds a copy of what the name is in `parent`.
        var isInherited: Bool
        /// Whether the name is among `names`.
        var isNamed = false
    }

    public init(parent: Scope? = nil) {
        self.parent = parent
        session = parent?.session ?? Session()
    }

    deinit {
        for slot in slots.values {
            slot.place.deinitialize(count: 1)
            slot.place.deallocate()
        }
    }

    /// Binds a name here, anew or for the first time.
    public func bind(_ name: String, to value: Value) {
        slot(of: name, isBound: true).pointee = value
        noteBound([name])
    }

    /// The value of a name here or in the nearest scope around; nil for built-in and unbound names.
    public func value(of name: String) -> Value? {
        var scope: Scope? = self
        while let current = scope {
            if let slot = current.slots[name], !slot.isInherited {
                if case .unbound = slot.place.pointee {} else { return slot.place.pointee }
            }
            scope = current.parent
        }
        return nil
    }

    /// Whether a name is bound here, parents not counted.
    public func binds(_ name: String) -> Bool { slots[name]?.isNamed == true }

    /// Forgets all names; the end of an evaluation, which breaks every cycle of objects that hold their scope.
    public func removeAll() {
        names = []
        for (name, slot) in slots {
            slot.place.pointee = .unbound
            slots[name]?.isNamed = false
        }
        if parent == nil { session.close() }
    }

    /// Forgets all names, and gives what a generator should have done then but could not.
    public func end(at place: SourceRange) -> Diagnostic? {
        removeAll()
        let fault = session.leftBehind
        session.leftBehind = nil
        return fault?.diagnostic(at: place)
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

    // MARK: Slots

    /// Where the value of a name stands, for code that runs in this scope.
    ///
    /// - Parameter isBound: whether the code binds the name here.
    func slot(of name: String, isBound: Bool) -> UnsafeMutablePointer<Value> {
        if let known = slots[name] {
            if known.isInherited {
                known.place.pointee = parent?.value(of: name) ?? .unbound
                slots[name] = Slot(place: known.place, isInherited: !isBound)
            }
            return known.place
        }
        let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
        place.initialize(to: parent?.value(of: name) ?? .unbound)
        slots[name] = Slot(place: place, isInherited: parent != nil && !isBound)
        return place
    }

    /// Takes note of names that code may have bound or unbound.
    func noteBound(_ changed: [String]) {
        for name in changed {
            guard let slot = slots[name], !slot.isInherited else { continue }
            var isBound = true
            if case .unbound = slot.place.pointee { isBound = false }
            if isBound == slot.isNamed { continue }
            slots[name]?.isNamed = isBound
            if isBound { names.append(name) } else { names.removeAll { $0 == name } }
        }
    }
}
