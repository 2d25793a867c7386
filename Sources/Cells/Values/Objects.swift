/// A list: a thing that several names can share, as in Python.
public final class ListObject {
    public var items: [Value]

    public init(_ items: [Value]) {
        self.items = items
    }

    /// Puts the item at a place into a register.
    ///
    /// - Returns: false when there is none.
    @inline(__always)
    func copy(_ place: Int, to register: UnsafeMutablePointer<Value>) -> Bool {
        if place >= items.count { return false }
        switch items[place] {
        case .float(let value): register.put(value)
        case .int(let value): register.put(value)
        default: register.pointee = items[place]
        }
        return true
    }

    /// Puts the value in a register in the place of an item.
    ///
    /// - Returns: false when there is no such item.
    @inline(__always)
    func set(_ place: Int, to register: UnsafeMutablePointer<Value>) -> Bool {
        if place >= items.count { return false }
        items[place] = register.pointee
        return true
    }
}

/// Python's `range`: `start, start + step, …`, without `stop`.
public struct RangeValue: Sendable, Hashable {
    public let start: Int64
    public let stop: Int64
    public let step: Int64
    public let count: Int64

    /// A bound by its name; nil for another name.
    func bound(_ name: String) -> Int64? {
        switch name {
        case "start": start
        case "stop": stop
        case "step": step
        default: nil
        }
    }

    /// - Returns: nil for a step of 0 or more elements than a whole number counts.
    init?(_ start: Int64, _ stop: Int64, _ step: Int64) {
        if step == 0 { return nil }
        let (distance, overflow) = stop.subtractingReportingOverflow(start)
        if overflow || step == Int64.min { return nil }
        self.start = start
        self.stop = stop
        self.step = step
        let isEmpty = step > 0 ? distance <= 0 : distance >= 0
        self.count = isEmpty ? 0 : (distance - (step > 0 ? 1 : -1)) / step + 1
    }

    public subscript(index: Int64) -> Int64 { start + index * step }

    /// The number at a place that may lie just outside the range, and so outside the whole numbers.
    func place(_ index: Int64) -> (number: Int64, overflow: Bool) {
        let (distance, isLong) = index.multipliedReportingOverflow(by: step)
        let (number, isFar) = start.addingReportingOverflow(distance)
        return (number, isLong || isFar)
    }
}

/// A built-in function, or a method bound to its object.
public final class FunctionObject {
    /// As it is called, `np.exp` for one.
    let name: String
    /// Its name without the module or type in front.
    var shortName: String { name.split(separator: ".").last.map { String($0) } ?? name }
    /// What a method is bound to.
    let owner: Value?
    let body: (Call) throws(Fault) -> Value
    /// The mathematical function it is, if it is one of those that are the same for a number and for every element.
    let elementary: ElementFunction?

    init(
        _ name: String, of owner: Value? = nil, elementary: ElementFunction? = nil,
        _ body: @escaping (Call) throws(Fault) -> Value
    ) {
        self.name = name
        self.elementary = elementary
        self.owner = owner
        self.body = body
    }
}

/// What is left of a sequence that is walked once: a generator, `zip(…)`, `enumerate(…)`.
public final class IteratorObject {
    enum Source {
        case items([Value])
        /// A list that grows while it is walked is walked to its new end.
        case list(ListObject)
        /// The next items of several iterators are together the next item, as with `zip`.
        case together([IteratorObject])
        case made(() throws(Fault) -> Value?)
    }

    /// What Python calls its type.
    let kind: String
    let source: Source
    /// Whether its own memory has been counted.
    var isAccountedFor = false
    private var place = 0

    init(_ kind: String, _ source: Source) {
        self.kind = kind
        self.source = source
    }

    convenience init(_ kind: String, _ advance: @escaping () throws(Fault) -> Value?) {
        self.init(kind, .made(advance))
    }

    func next() throws(Fault) -> Value? {
        switch source {
        case .items(let items):
            if place >= items.count { return nil }
            place += 1
            return items[place - 1]
        case .list(let list):
            if place >= list.items.count {
                // What is added after the end was met is not walked.
                place = Int.max
                return nil
            }
            place += 1
            return list.items[place - 1]
        case .together(let iterators):
            var items: [Value] = []
            items.reserveCapacity(iterators.count)
            for iterator in iterators {
                guard let item = try iterator.next() else { return nil }
                items.append(item)
            }
            return .tuple(items)
        case .made(let advance): return try advance()
        }
    }
}

/// A built-in module.
public enum Module: String, Sendable {
    case math
    case numpy
    case numpyRandom = "numpy.random"
    case numpyLinearAlgebra = "numpy.linalg"
    case torch
    case torchNN = "torch.nn"
    case torchFunctional = "torch.nn.functional"
}
