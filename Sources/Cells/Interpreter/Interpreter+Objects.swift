import Diagnostics

/// What objects of the program's own classes do: attributes, operators, and everything else by their special methods.
extension Interpreter {
    // MARK: Attributes

    /// Puts an attribute of an object itself into a register, found where it was found the last time.
    ///
    /// - Returns: false when it is to be looked for.
    @inline(__always)
    func copyAttribute(
        of object: Unmanaged<InstanceObject>, _ site: Int, to register: UnsafeMutablePointer<Value>
    ) -> Bool {
        let linkage = stack.frames[stack.frameCount - 1].linkage
        let found = linkage._withUnsafeGuaranteedRef { $0.sites } + site
        return object._withUnsafeGuaranteedRef { object in
            guard found.pointee.identity == object.identity, found.pointee.place >= 0,
                found.pointee.place < object.attributes.count
            else { return false }
            let value = object.attributes.at(found.pointee.place)
            if case .unbound = value.pointee { return false }
            register.copy(value)
            return true
        }
    }

    /// Sets an attribute of an object, where it was set the last time.
    ///
    /// - Returns: false when its place is to be looked for.
    @inline(__always)
    func setAttribute(
        of object: Unmanaged<InstanceObject>, _ site: Int, to value: UnsafeMutablePointer<Value>
    ) -> Bool {
        let found = stack.frames[stack.frameCount - 1].linkage._withUnsafeGuaranteedRef { $0.sites } + site
        return object._withUnsafeGuaranteedRef { object in
            guard found.pointee.identity == object.identity, found.pointee.place >= 0,
                found.pointee.place < object.attributes.count
            else { return false }
            object.attributes.at(found.pointee.place).copy(value)
            return true
        }
    }

    @inline(never)
    func loadAttribute(_ object: Value, _ site: Int) throws(Fault) -> Value {
        let linkage = linkage
        let name = linkage.unit.siteNames[site]
        if case .object(let instance) = object, let place = instance.classObject.place(of: name),
            place < instance.attributes.count
        {
            if case .unbound = instance.attributes[place] {
            } else {
                linkage.sites[site] = Linkage.Site(identity: instance.classObject.identity, place: place)
                return instance.attributes[place]
            }
        }
        switch object {
        case .object(let instance):
            if let method = linkage.method(of: instance, site, session) {
                return .method(BoundMethod(.closure(method), of: object))
            }
        case .array(let array) where name == "T":
            try make(Weight.view)
            return .array(array.transposed)
        default: break
        }
        return try attribute(name, of: object)
    }

    @inline(never)
    func storeAttribute(_ object: Value, _ site: Int, _ value: Value) throws(Fault) {
        let linkage = linkage
        guard case .object(let instance) = object else {
            return try setAttribute(linkage.unit.siteNames[site], of: object, to: value)
        }
        let found = linkage.sites + site
        if found.pointee.identity == instance.identity, found.pointee.place < instance.attributes.count,
            found.pointee.place >= 0
        {
            instance.attributes[found.pointee.place] = value
            return
        }
        if found.pointee.identity == instance.identity, found.pointee.place == instance.attributes.count {
            try makeItem(value)
            instance.attributes.append(value)
            return
        }
        try makeRoom(for: linkage.unit.siteNames[site], in: instance, value)
        let place = instance.classObject.makePlace(for: linkage.unit.siteNames[site])
        instance.set(place, to: value)
        linkage.sites[site] = Linkage.Site(identity: instance.classObject.identity, place: place)
    }

    /// An attribute of an object, a class, or what belongs to them; nil when there is none.
    func programAttribute(_ name: String, of value: Value) throws(Fault) -> Value? {
        switch value {
        case .object(let object):
            if let found = object.value(of: name) { return found }
            try step(object.classObject.depth / 4)
            if let found = object.classObject.value(of: name) { return bound(found, to: value) }
            switch name {
            case "__class__": return .classObject(object.classObject)
            case "args" where object.classObject.isException:
                throw wordless(object)
            default: return inherited(name, of: value)
            }
        case .classObject(let classObject):
            try step(classObject.depth / 4)
            if let found = classObject.value(of: name) { return found }
            switch name {
            case "__name__", "__qualname__": return .string(classObject.name)
            default: return inherited(name, of: nil)
            }
        case .parent(let parent):
            if let found = parent.classObject.base?.value(of: name) { return bound(found, to: parent.object) }
            return inherited(name, of: parent.object)
        case .closure(let closure):
            switch name {
            case "__name__": return .string(closure.code.name)
            case "__qualname__": return .string(closure.code.qualifiedName)
            default: return nil
            }
        case .method(let method):
            switch name {
            case "__self__": return method.object
            case "__func__": return method.function
            default: return try programAttribute(name, of: method.function)
            }
        default: return nil
        }
    }

    /// A function of a class becomes a method of the object it is asked of.
    private func bound(_ value: Value, to object: Value) -> Value {
        if case .closure = value { return .method(BoundMethod(value, of: object)) }
        return value
    }

    /// The names an object or class has, for suggestions.
    func programNames(of value: Value) -> [String] {
        switch value {
        case .object(let object):
            object.classObject.attributeNames.filter { object.value(of: $0) != nil } + object.classObject.allNames
        case .classObject(let classObject): classObject.allNames
        case .parent(let parent): parent.classObject.base?.allNames ?? []
        default: []
        }
    }

    func setAttribute(_ name: String, of object: Value, to value: Value) throws(Fault) {
        switch object {
        case .object(let instance):
            try makeRoom(for: name, in: instance, value)
            instance.set(name, to: value)
        case .tensor(let tensor): try setTensorAttribute(name, of: tensor, to: value)
        case .classObject(let classObject):
            if classObject.isBuiltin(session) {
                throw Fault(.type, "a built-in class cannot be changed")
            }
            if ClassObject.isRefused(name) {
                throw Fault.outside(.limit, "'\(name)' of a class is not part of the cell language")
            }
            try make(Weight.name)
            classObject.bind(name, to: value)
        default:
            throw Fault(
                .attribute, "the attributes of \(object.typeWithArticle) cannot be set here",
                python: "'\(object.typeName)' object has no attribute '\(name)'")
        }
    }

    func deleteAttribute(_ name: String, of object: Value) throws(Fault) {
        if case .object(let instance) = object, let place = instance.classObject.place(of: name),
            instance.value(of: name) != nil
        {
            instance.set(place, to: .unbound)
            return
        }
        if case .classObject(let classObject) = object, classObject.unbind(name) { return }
        throw Fault(
            .attribute, "there is no attribute '\(name)' here that could be deleted",
            python: "'\(object.typeName)' object has no attribute '\(name)'")
    }

    // MARK: Special methods

    /// What a special method of an object's class gives; nil when the class has none.
    func special(_ name: String, _ value: Value, _ arguments: [Value] = []) throws(Fault) -> Value? {
        guard case .object(let object) = value, let method = object.classObject.value(of: name) else { return nil }
        if case .closure(let closure) = method, arguments.count < 2,
            let result = try callPlain(closure, value, arguments.first)
        {
            return result
        }
        return try call(method, [value] + arguments)
    }

    /// An operator by the methods of its operands; nil when neither takes it.
    func binaryObjects(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        // Both of one class, or the other one no object: the left one is asked first.
        if case .object(let object) = left, let function = object.classObject.function(for: symbol) {
            var isFirst = true
            if case .object(let other) = right { isFirst = other.classObject === object.classObject }
            if isFirst, let result = try callPlain(function, left, right) {
                if case .notImplemented = result {} else { return result }
                return try implemented(special(symbol.reflectedName, right, [left]))
            }
        }
        return try either(left, right, name: symbol.specialName, reflected: symbol.reflectedName)
    }

    func inPlaceObject(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        if let result = try special("__i" + symbol.specialName.dropFirst(2), left, [right]) {
            if case .notImplemented = result { return nil }
            return result
        }
        return nil
    }

    func compareObjects(_ relation: Relation, _ left: Value, _ right: Value) throws(Fault) -> Value? {
        let result =
            switch relation {
            case .less: try either(left, right, name: "__lt__", reflected: "__gt__")
            case .lessEqual: try either(left, right, name: "__le__", reflected: "__ge__")
            case .greater: try either(left, right, name: "__gt__", reflected: "__lt__")
            case .greaterEqual: try either(left, right, name: "__ge__", reflected: "__le__")
            case .equal: try either(left, right, name: "__eq__", reflected: "__eq__")
            case .notEqual: try either(left, right, name: "__ne__", reflected: "__ne__")
            case .isIn, .isNotIn, .isSame, .isNotSame: Value?.none
            }
        if result == nil, relation == .notEqual,
            let equal = try either(left, right, name: "__eq__", reflected: "__eq__")
        {
            return .bool(try !truth(equal))
        }
        return result
    }

    private func either(
        _ left: Value, _ right: Value, name: String, reflected: String
    ) throws(Fault) -> Value? {
        var left = left
        if case .object = right {
            switch left {
            case .array:
                throw Fault.outside(
                    .type,
                    "NumPy hands the elements of an array to an object one by one, which the cell language does not; put the object on the left"
                )
            // NumPy hands its scalars over as Python's numbers.
            case .scalar(let scalar): left = scalar.item
            default: break
            }
        }
        // The right operand comes first when its class stands below the left one's.
        if case .object(let a) = left, case .object(let b) = right, a.classObject !== b.classObject,
            b.classObject.isKind(of: a.classObject), b.classObject.value(of: reflected) != nil
        {
            if let result = try implemented(special(reflected, right, [left])) { return result }
            return try implemented(special(name, left, [right]))
        }
        if let result = try implemented(special(name, left, [right])) { return result }
        return try implemented(special(reflected, right, [left]))
    }

    private func implemented(_ result: Value?) -> Value? {
        if case .notImplemented? = result { return nil }
        return result
    }

    /// The items of an object by its `__iter__`, or by `__getitem__` from 0 on.
    func iterator(overObject value: Value) throws(Fault) -> IteratorObject? {
        guard case .object(let object) = value else { return nil }
        if let result = try special("__iter__", value) {
            if case .object(let iterator) = result {
                guard iterator.classObject.value(of: "__next__") != nil else {
                    throw Fault(
                        .type, "'__iter__' gives \(result.typeWithArticle), which has no '__next__'",
                        python: "iter() returned non-iterator of type '\(result.typeName)'")
                }
                return IteratorObject(result.typeName) { () throws(Fault) in try self.next(of: result) }
            }
            guard case .iterator(let iterator) = result else {
                throw Fault(
                    .type, "'__iter__' gives \(result.typeWithArticle), which is no iterator",
                    python: "iter() returned non-iterator of type '\(result.typeName)'")
            }
            return iterator
        }
        guard object.classObject.value(of: "__getitem__") != nil else { return nil }
        var place: Int64 = 0
        return IteratorObject("iterator") { () throws(Fault) in
            defer { place += 1 }
            do throws(Fault) {
                return try self.special("__getitem__", value, [.int(place)])
            } catch {
                if self.isRaised(error, "IndexError") { return nil }
                throw error
            }
        }
    }

    /// The next item of an object with `__next__`.
    func next(of value: Value) throws(Fault) -> Value? {
        do throws(Fault) {
            return try special("__next__", value)
        } catch {
            if isRaised(error, "StopIteration") { return nil }
            throw error
        }
    }

    /// Whether a fault is an exception of a built-in class, or of one below it.
    func isRaised(_ fault: Fault, _ name: String) -> Bool {
        guard let wanted = session.exceptionClass(name), let exception = exception(for: fault) else { return false }
        return exception.classObject.isKind(of: wanted)
    }

    /// `repr` or `str` of an object.
    func text(ofObject value: Value, isRepr: Bool) throws(Fault) -> String {
        guard case .object(let object) = value else { preconditionFailure("only objects have texts of their own") }
        let names = isRepr ? ["__repr__"] : ["__str__", "__repr__"]
        for name in names {
            guard let result = try special(name, value) else { continue }
            guard case .string(let text) = result else {
                throw Fault(
                    .type, "'\(name)' gives a text, and this one gives \(result.typeWithArticle)",
                    python: "\(name) returned non-string (type \(result.typeName))")
            }
            return text
        }
        return try plainText(of: object, isRepr: isRepr)
    }
}

extension Value {
    /// Whether it is an object of a class of the program.
    var isObject: Bool {
        if case .object = self { return true }
        return false
    }
}

extension ClassObject {
    /// Whether it is one of Python's own exceptions.
    func isBuiltin(_ session: Session) -> Bool { isException && session.exceptionClass(name) === self }

    /// The names this class and those above it bind.
    var allNames: [String] { names + (base?.allNames ?? []) }
}
