/// The registers and frames of the functions that are running, one above the other.
final class Stack {
    /// How deep functions may call one another, as in CPython.
    static let frameLimit = 1000
    /// How often the library may call back into the program within one another.
    static let entryLimit = 100
    private static let registerLimit = 1 << 17

    private(set) var frames: UnsafeMutablePointer<Frame>
    private var registers: UnsafeMutablePointer<Value>
    /// Registers before this one hold values; those behind it are raw memory.
    private var made: UnsafeMutablePointer<Value>
    private var limit: UnsafeMutablePointer<Value>
    private var isReady = false
    var frameCount = 0
    /// How often the machine has been entered and not yet left.
    var entries = 0
    /// The first register that no running function uses.
    var top: UnsafeMutablePointer<Value>
    private(set) var layout = RegisterLayout.unknown

    /// A stack without memory until it is needed; most chapters only show values.
    init() {
        frames = .allocate(capacity: 0)
        registers = .allocate(capacity: 0)
        made = registers
        top = registers
        limit = registers
    }

    deinit {
        registers.deinitialize(count: made - registers)
        registers.deallocate()
        frames.deallocate()
    }

    /// Makes room before the first function runs.
    func prepare() {
        if isReady { return }
        isReady = true
        layout = RegisterLayout()
        frames.deallocate()
        registers.deallocate()
        frames = .allocate(capacity: Stack.frameLimit + 1)
        registers = .allocate(capacity: Stack.registerLimit)
        made = registers
        top = registers
        limit = registers + Stack.registerLimit
    }

    /// Makes sure that all registers before `end` can be used.
    @inline(__always)
    func reserve(_ end: UnsafeMutablePointer<Value>) throws(Fault) {
        if end > made { try grow(end) }
    }

    private func grow(_ end: UnsafeMutablePointer<Value>) throws(Fault) {
        if end > limit { throw Stack.tooDeep }
        made.initialize(repeating: .unbound, count: end - made)
        made = end
    }

    static var tooDeep: Fault {
        Fault(
            .recursion, "functions call one another too deep here; does the recursion end?",
            python: "maximum recursion depth exceeded")
    }
}

/// A function that is running.
struct Frame {
    enum Kind {
        case function
        /// `__init__`: what it returns is not the result of the call, but the object two registers before its own.
        case initializer
    }

    var code: Unmanaged<Code>
    var linkage: Unmanaged<Linkage>
    var registers: UnsafeMutablePointer<Value>
    /// The instruction after the one that runs.
    var next: UnsafeMutablePointer<Instruction>
    /// How many registers the function has.
    var registerCount: Int32
    /// The register of the caller that takes the result.
    var result: Int32
    var kind: Kind
}

/// Where an object stands inside a register, so that the machine can look at it without counting a reference.
///
/// A `Value` is 8 bytes of content and a byte that says which. That is tried out once with a list and a function; where it
/// should not hold, the marks match nothing and the slower way is taken.
struct RegisterLayout {
    private let listMark: UInt8
    private let closureMark: UInt8
    private let objectMark: UInt8
    private let arrayMark: UInt8
    private static var none: UInt8 { 0xFF }

    /// What holds before it was tried out.
    static var unknown: RegisterLayout {
        RegisterLayout(listMark: none, closureMark: none, objectMark: none, arrayMark: none)
    }

    private init(listMark: UInt8, closureMark: UInt8, objectMark: UInt8, arrayMark: UInt8) {
        self.listMark = listMark
        self.closureMark = closureMark
        self.objectMark = objectMark
        self.arrayMark = arrayMark
    }

    init() {
        let list = ListObject([])
        listMark = RegisterLayout.mark(of: .list(list), holding: Unmanaged.passUnretained(list).toOpaque())
        let closure = Closure.sample
        closureMark = RegisterLayout.mark(of: .closure(closure), holding: Unmanaged.passUnretained(closure).toOpaque())
        let session = closure.linkage.scope.session
        let object = InstanceObject(ClassObject("", base: nil, session), session)
        objectMark = RegisterLayout.mark(of: .object(object), holding: Unmanaged.passUnretained(object).toOpaque())
        let array = ArrayObject(unfilled: .float64, Axes())
        arrayMark = RegisterLayout.mark(of: .array(array), holding: Unmanaged.passUnretained(array).toOpaque())
    }

    private static func mark(of value: Value, holding object: UnsafeMutableRawPointer) -> UInt8 {
        withUnsafeBytes(of: value) { bytes in
            guard bytes.count == 9, bytes.load(as: UnsafeMutableRawPointer?.self) == object else { return none }
            return bytes[8]
        }
    }

    @inline(__always)
    private func mark(_ register: UnsafeMutablePointer<Value>) -> UInt8 {
        UnsafeRawPointer(register).load(fromByteOffset: 8, as: UInt8.self)
    }

    /// Puts the item at a place of the list in one register into another.
    ///
    /// - Returns: false when there is no list or no such item.
    @inline(__always)
    func copyItem(
        _ place: Int, of register: UnsafeMutablePointer<Value>, to target: UnsafeMutablePointer<Value>
    ) -> Bool {
        if mark(register) != listMark { return false }
        return register.withMemoryRebound(to: ListObject.self, capacity: 1) { $0.pointee.copy(place, to: target) }
    }

    /// Puts a value in the place of an item of the list in a register.
    ///
    /// - Returns: false when there is no list or no such item.
    @inline(__always)
    func setItem(_ place: Int, of register: UnsafeMutablePointer<Value>, to value: UnsafeMutablePointer<Value>) -> Bool
    {
        if mark(register) != listMark { return false }
        return register.withMemoryRebound(to: ListObject.self, capacity: 1) { $0.pointee.set(place, to: value) }
    }

    /// The array in a register, as long as the register holds it.
    @inline(__always)
    func array(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<ArrayObject>? {
        if mark(register) != arrayMark { return nil }
        return UnsafeRawPointer(register).load(as: Unmanaged<ArrayObject>.self)
    }

    /// Whether nothing but the register refers to the array in it.
    @inline(__always)
    func isUnique(_ register: UnsafeMutablePointer<Value>) -> Bool {
        register.withMemoryRebound(to: ArrayObject.self, capacity: 1) { isKnownUniquelyReferenced(&$0.pointee) }
    }

    /// The object of the program in a register, as long as the register holds it.
    @inline(__always)
    func object(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<InstanceObject>? {
        if mark(register) != objectMark { return nil }
        return UnsafeRawPointer(register).load(as: Unmanaged<InstanceObject>.self)
    }

    /// The function of the program in a register, as long as the register holds it.
    @inline(__always)
    func closure(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<Closure>? {
        if mark(register) != closureMark { return nil }
        return UnsafeRawPointer(register).load(as: Unmanaged<Closure>.self)
    }
}

extension Value {
    /// Whether it is a number or the like, which can be copied and forgotten without counting references.
    @inline(__always)
    var isPlain: Bool {
        switch self {
        case .none, .bool, .int, .float, .scalar, .ellipsis, .notImplemented, .type, .module, .unknown, .unbound: true
        default: false
        }
    }
}

/// Registers hold numbers most of the time, and these are the operations that are quick for them.
extension UnsafeMutablePointer<Value> {
    @inline(__always)
    func put(_ value: Double) {
        if pointee.isPlain { initialize(to: .float(value)) } else { pointee = .float(value) }
    }

    @inline(__always)
    func put(_ value: Int64) {
        if pointee.isPlain { initialize(to: .int(value)) } else { pointee = .int(value) }
    }

    @inline(__always)
    func put(_ value: Bool) {
        if pointee.isPlain { initialize(to: .bool(value)) } else { pointee = .bool(value) }
    }

    @inline(__always)
    func copy(_ source: UnsafeMutablePointer<Value>) {
        switch source.pointee {
        case .float(let value): put(value)
        case .int(let value): put(value)
        default: pointee = source.pointee
        }
    }

    @inline(__always)
    func letGo() {
        if !pointee.isPlain { pointee = .unbound }
    }

    @inline(__always)
    func clear() {
        if pointee.isPlain { initialize(to: .unbound) } else { pointee = .unbound }
    }
}
