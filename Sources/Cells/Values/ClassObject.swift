/// A class of the program, or one of the built-in classes of exceptions.
public final class ClassObject {
    let name: String
    let base: ClassObject?
    /// How many classes stand above it.
    let depth: Int
    /// A second class above it, which `AxisError` has.
    var otherBase: ClassObject?
    /// Told apart from every other class of the session, and from the same class before it was changed.
    private(set) var identity: Int
    /// Whether it is `BaseException` or stands below it.
    let isException: Bool
    private let session: Session
    private var foundInitializer: (closure: Closure?, epoch: Int)?
    private var operators: [BinaryOperator: Closure] = [:]
    private var operatorEpoch = -1
    /// The names bound in the class, oldest first.
    private(set) var names: [String] = []
    private var values: [String: Value] = [:]
    /// Where objects of this class keep the attributes that any of them has had so far.
    private var places: [String: Int] = [:]
    private(set) var attributeNames: [String] = []

    init(_ name: String, base: ClassObject?, _ session: Session) {
        self.name = name
        self.base = base
        depth = base.map { $0.depth + 1 } ?? 0
        self.session = session
        isException = base?.isException ?? (name == "BaseException")
        identity = session.nextIdentity()
    }

    /// What the class itself or the nearest class above it binds to a name.
    func value(of name: String) -> Value? {
        var current: ClassObject? = self
        while let found = current {
            if let value = found.values[name] { return value }
            current = found.base
        }
        return nil
    }

    /// The function of the program that an operator calls for an object of the class on its left.
    func function(for symbol: BinaryOperator) -> Closure? {
        if operatorEpoch != session.lookupEpoch {
            operators = [:]
            operatorEpoch = session.lookupEpoch
        }
        if let known = operators[symbol] { return known }
        guard case .closure(let found)? = value(of: symbol.specialName) else { return nil }
        operators[symbol] = found
        return found
    }

    /// The `__init__` of its objects, when it is a function of the program.
    var initializer: Closure? {
        if let found = foundInitializer, found.epoch == session.lookupEpoch { return found.closure }
        var closure: Closure?
        if case .closure(let found)? = value(of: "__init__"), !found.code.isGenerator { closure = found }
        foundInitializer = (closure, session.lookupEpoch)
        return closure
    }

    /// What the class itself binds.
    func ownValue(of name: String) -> Value? { values[name] }

    /// Special methods of Python that the cell language does not call, so that a class with one would behave differently.
    static func isRefused(_ name: String) -> Bool {
        switch name {
        case "__new__", "__del__", "__setattr__", "__delattr__", "__getattribute__", "__slots__", "__get__", "__set__",
            "__delete__", "__set_name__", "__init_subclass__", "__class_getitem__", "__instancecheck__",
            "__subclasscheck__", "__subclasshook__", "__prepare__", "__mro_entries__", "__array__", "__array_ufunc__",
            "__array_function__", "__array_priority__":
            true
        default: false
        }
    }

    func bind(_ name: String, to value: Value) {
        if values.updateValue(value, forKey: name) == nil { names.append(name) }
        session.forgetLookups()
    }

    /// - Returns: whether the name was bound here.
    func unbind(_ name: String) -> Bool {
        guard values.removeValue(forKey: name) != nil else { return false }
        names.removeAll { $0 == name }
        session.forgetLookups()
        return true
    }

    func isKind(of other: ClassObject) -> Bool {
        var current: ClassObject? = self
        while let found = current {
            if found === other || found.otherBase?.isKind(of: other) == true { return true }
            current = found.base
        }
        return false
    }

    // MARK: The attributes of objects

    /// The place of an attribute, if any object of the class has had it.
    func place(of name: String) -> Int? { places[name] }

    func makePlace(for name: String) -> Int {
        if let place = places[name] { return place }
        // An attribute may hide a method that was found before.
        if value(of: name) != nil { session.forgetLookups() }
        places[name] = attributeNames.count
        attributeNames.append(name)
        return attributeNames.count - 1
    }

    /// Forgets everything; the end of a session, which breaks every cycle of objects.
    func removeAll() {
        values = [:]
        names = []
        foundInitializer = nil
        operators = [:]
    }
}

/// An object of a class of the program, or an exception.
public final class InstanceObject {
    let classObject: ClassObject
    /// That of its class.
    let identity: Int
    var attributes: Attributes
    /// What was thrown, when this is an exception that was.
    var fault: Fault?
    /// What it says where that is not in its arguments.
    var words: String?
    /// A number of the session by which its cycles are broken at the end.
    private let session: Session
    fileprivate(set) var previous: Unmanaged<InstanceObject>?
    fileprivate(set) var next: Unmanaged<InstanceObject>?

    init(_ classObject: ClassObject, _ session: Session) {
        self.classObject = classObject
        identity = classObject.identity
        self.session = session
        // More than that is made, and accounted for, when it is needed.
        attributes = Attributes(expecting: min(classObject.attributeNames.count, 8))
        session.enlist(self)
    }

    deinit { session.dismiss(self) }

    func value(at place: Int) -> Value { place < attributes.count ? attributes[place] : .unbound }

    func value(of name: String) -> Value? {
        guard let place = classObject.place(of: name), place < attributes.count else { return nil }
        if case .unbound = attributes[place] { return nil }
        return attributes[place]
    }

    func set(_ name: String, to value: Value) { set(classObject.makePlace(for: name), to: value) }

    func set(_ place: Int, to value: Value) {
        while attributes.count <= place { attributes.append(.unbound) }
        attributes[place] = value
    }
}

extension Session {
    /// Adds an object to the list of those that live.
    fileprivate func enlist(_ object: InstanceObject) {
        object.next = newest
        newest?.takeUnretainedValue().previous = Unmanaged.passUnretained(object)
        newest = Unmanaged.passUnretained(object)
    }

    fileprivate func dismiss(_ object: InstanceObject) {
        if let previous = object.previous {
            previous.takeUnretainedValue().next = object.next
        } else {
            newest = object.next
        }
        object.next?.takeUnretainedValue().previous = object.previous
    }

    /// Takes all attributes from all living objects, so that those that refer to one another go.
    func breakCycles() {
        var living: [InstanceObject] = []
        var current = newest
        while let object = current?.takeUnretainedValue() {
            living.append(object)
            current = object.next
        }
        for object in living { object.attributes.removeAll() }
    }
}
