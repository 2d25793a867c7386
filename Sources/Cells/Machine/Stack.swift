/// The registers and frames of the functions that are running, one above the other.
final class Stack {
    /// How deep functions may call one another, as in CPython.
    static let frameLimit = 1000
    /// How often the library may call back into the program within one another.
    static let entryLimit = 100
    private static let registerLimit = 1 << 17

    private(set) var frames: UnsafeMutablePointer<Frame>
    private let registers: UnsafeMutablePointer<Value>
    /// Registers before this one hold values; those behind it are raw memory.
    private var made: UnsafeMutablePointer<Value>
    private let limit: UnsafeMutablePointer<Value>
    var frameCount = 0
    /// How often the machine has been entered and not yet left.
    var entries = 0
    /// The first register that no running function uses.
    var top: UnsafeMutablePointer<Value>

    init() {
        frames = .allocate(capacity: Stack.frameLimit + 1)
        registers = .allocate(capacity: Stack.registerLimit)
        made = registers
        top = registers
        limit = registers + Stack.registerLimit
    }

    deinit {
        registers.deinitialize(count: made - registers)
        registers.deallocate()
        frames.deallocate()
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
    /// The register of the caller that takes the result.
    var result: Int32
    var kind: Kind
}
