import Diagnostics

/// Code while it is being written: instructions, constants, and where each name lives.
final class CodeBuilder {
    /// What is compiled; it decides where names live.
    enum Kind {
        /// A cell or an expression, whose names are the chapter's.
        case cell
        case function
        case classBody
    }

    /// Where the value of a name stands.
    enum Home {
        case register(Int)
        /// In a variable, which stands in this register.
        case variable(Int)
        /// Among the names of the chapter, by number.
        case global
        /// Among the names of the class that is being made.
        case className
    }

    /// How many instructions a function may have before no more are added.
    static let longest = 1 << 20

    let kind: Kind
    let name: String
    let unit: Unit
    let parent: CodeBuilder?
    let file: String

    private(set) var instructions: [Instruction] = []
    private(set) var places: [Code.Place] = []
    private(set) var constants: [Value] = []
    private var numberConstants: [NumberKey: Int] = [:]
    private(set) var inner: [Code] = []
    var handlers: [Code.Handler] = []
    private(set) var shapes: [CallShape] = []
    var signature = Signature()
    var isGenerator = false
    private(set) var localNames: [String] = []
    private(set) var captures: [Int] = []
    private(set) var captureStart = 0
    private(set) var registerCount = 0
    /// The first register that is free.
    private(set) var nextRegister = 0

    /// Where names live: those of the function, and those of each comprehension that is open.
    private var homes: [[String: Home]] = [[:]]
    private var declaredGlobals: Set<String> = []
    /// Registers of names that certainly have a value at this point of the code.
    var bound: Set<Int> = []
    /// Registers of names that are unbound somewhere, and so are checked wherever they are used.
    private var doubtful: Set<Int> = []
    /// The registers of the exceptions whose handlers are being compiled, outermost first.
    var caught: [Int] = []
    /// What a jump out of the code must do first, outermost first.
    var exits: [Exit] = []
    /// Mistakes that only the compiler finds, such as a `return` that nothing can be returned from.
    var fault: Fault?

    private enum NumberKey: Hashable {
        case int(Int64)
        case float(UInt64)
    }

    init(_ kind: Kind, _ name: String, unit: Unit, parent: CodeBuilder?, file: String) {
        self.kind = kind
        self.name = name
        self.unit = unit
        self.parent = parent
        self.file = file
    }

    /// The name with those of the classes and functions around it, as Python writes it.
    var qualifiedName: String {
        guard let parent, parent.kind != .cell else { return name }
        return parent.qualifiedName + (parent.kind == .function ? ".<locals>." : ".") + name
    }

    // MARK: Names

    /// Gives registers to the names of a function or class body: parameters first, then what it binds, then what it shares
    /// with the code around it.
    func makeHomes(_ scan: NameScan) {
        declaredGlobals = scan.globals
        isGenerator = scan.hasYield && kind == .function
        if kind == .classBody { localNames = ["class"] }
        let parameters = kind == .function ? signature.names : []
        let own = kind == .function ? scan.own : []
        for name in parameters + own where homes[0][name] == nil {
            let register = localNames.count
            localNames.append(name)
            homes[0][name] = scan.shared.contains(name) ? .variable(register) : .register(register)
            if scan.unboundNames.contains(name) { doubtful.insert(register) }
            if register < parameters.count { noteBound(register) }
        }
        if kind == .classBody {
            for name in scan.own { homes[0][name] = .className }
            // What `super()` in a method refers to.
            localNames.append("__class__")
            homes[0]["__class__"] = .variable(1)
        }
        captureStart = localNames.count
        for name in scan.free { capture(name) }
        if kind == .classBody {
            for name in scan.own { capture(name, as: outerName(name)) }
        }
        nextRegister = localNames.count
        registerCount = max(registerCount, nextRegister)
        for register in 0..<captureStart where isVariable(register) { emit(.makeVariable, register, at: nil) }
    }

    /// A name that a class body binds may stand further out as well, for the functions inside it.
    private func outerName(_ name: String) -> String { "outer " + name }

    private func isVariable(_ register: Int) -> Bool {
        if case .variable(register)? = homes[0][localNames[register]] { return true }
        return false
    }

    /// Shares a variable of the code around this one, if there is one of that name.
    private func capture(_ name: String, as alias: String? = nil) {
        guard homes[0][alias ?? name] == nil, let parent, let register = parent.sharedRegister(of: name) else { return }
        captures.append(register)
        homes[0][alias ?? name] = .variable(localNames.count)
        localNames.append(name)
    }

    /// The register of the variable that functions inside share under a name; nil when the name is the chapter's.
    private func sharedRegister(of name: String) -> Int? {
        if declaredGlobals.contains(name) { return nil }
        for block in homes.reversed() {
            switch block[name] {
            case .variable(let register): return register
            case .className:
                // Functions inside a class do not see its names, but those around it.
                if case .variable(let register)? = block[outerName(name)] { return register }
                return nil
            case .register, .global, nil: break
            }
        }
        return nil
    }

    func home(of name: String) -> Home {
        if declaredGlobals.contains(name) { return .global }
        for block in homes.reversed() {
            // Inside a comprehension the names of the class around it are not seen.
            if case .className? = block[name], homes.count > 1 {
                return outerHome(of: name).map { .variable($0) } ?? .global
            }
            if let home = block[name] { return home }
        }
        return .global
    }

    /// The variable in which a name of the class body stands further out.
    private func outerHome(of name: String) -> Int? {
        if case .variable(let register)? = homes[0][outerName(name)] { return register }
        return nil
    }

    /// Opens the block of a comprehension, whose targets live in registers of their own.
    func openBlock(_ names: [String], shared: Set<String>) {
        var block: [String: Home] = [:]
        for name in names {
            let register = makeRegister()
            if shared.contains(name) {
                block[name] = .variable(register)
                emit(.move, register, constant(.unbound), at: nil)
                emit(.makeVariable, register, at: nil)
            } else {
                block[name] = .register(register)
                emit(.move, register, constant(.unbound), at: nil)
            }
        }
        homes.append(block)
    }

    func closeBlock() { homes.removeLast() }

    /// From here on a name has a value.
    func noteBound(_ register: Int) {
        if !doubtful.contains(register) { bound.insert(register) }
    }

    // MARK: Registers and constants

    func makeRegister() -> Int {
        nextRegister += 1
        registerCount = max(registerCount, nextRegister)
        return nextRegister - 1
    }

    /// Frees all registers from one on.
    func release(to register: Int) { nextRegister = register }

    /// A constant as an operand.
    func constant(_ value: Value) -> Int32 {
        switch value {
        case .int(let number): return numbered(.int(number), value)
        case .float(let number): return numbered(.float(number.bitPattern), value)
        default:
            constants.append(value)
            return ~Int32(constants.count - 1)
        }
    }

    private func numbered(_ key: NumberKey, _ value: Value) -> Int32 {
        if let known = numberConstants[key] { return ~Int32(known) }
        constants.append(value)
        numberConstants[key] = constants.count - 1
        return ~Int32(constants.count - 1)
    }

    func add(_ code: Code) -> Int {
        inner.append(code)
        return inner.count - 1
    }

    func add(_ shape: CallShape) -> Int {
        shapes.append(shape)
        return shapes.count - 1
    }

    // MARK: Instructions

    /// Goes back to the start of a loop. A round costs steps by its length, a step for 32 simple instructions.
    func emitLoop(to start: Int, at range: SourceRange) {
        emit(.loop, start, Int32(1 + (position - start) / 32), at: range)
    }

    /// Ends a call, which costs steps by the length of the function up to here.
    func emitReturn(_ value: Int32, at range: SourceRange) {
        emit(.return, Int(value), Int32(position / 32), at: range)
    }

    /// Where the next instruction will stand.
    var position: Int { instructions.count }

    func emit(
        _ opcode: Opcode, _ a: Int = 0, _ b: Int32 = 0, _ c: Int32 = 0, scratch: UInt8 = 0,
        at range: Diagnostics.SourceRange?
    ) {
        instructions.append(Instruction(opcode: opcode, scratch: scratch, a: Int32(a), b: b, c: c))
        places.append(
            range.map { Code.Place(start: Int32($0.start), end: Int32($0.end)) }
                ?? places.last ?? Code.Place(start: 0, end: 0))
    }

    /// Lets the jump at a position lead to the next instruction.
    func land(_ jump: Int) { land(jump, at: position) }

    func land(_ jump: Int, at target: Int) {
        if instructions[jump].opcode == .nextItem {
            instructions[jump].c = Int32(target)
        } else {
            instructions[jump].a = Int32(target)
        }
    }
}
