public import Diagnostics

/// What came of running a cell.
public struct CellOutcome: Sendable {
    /// What the cell printed.
    public var output: String
    /// Why it stopped before its end; nil when it did not, or when the reason was reported before.
    public var diagnostic: Diagnostic?
    /// When a name without a value stopped it: the other names that nothing binds, each where the cell uses it first.
    public var further: [Diagnostic] = []
    /// How Python names what went wrong, `ValueError: negative rate`, in Longhand's words where Python's are not known; nil when nothing did, or nothing that a program catches.
    public var exception: String?
    /// Whether it ran to its end.
    public var isComplete: Bool
}

/// Runs a cell in a scope, which takes the names it binds.
///
/// - Parameters:
///   - showsLast: whether the value of a last bare expression is printed, as a notebook does.
///   - boundLater: the names that are bound when the cell has run, which its functions may use already.
public func run(
    _ cell: Cell, in scope: Scope, limits: Limits = .cell, showsLast: Bool = false, boundLater: Set<String> = []
) -> CellOutcome {
    let interpreter = Interpreter(limits, session: scope.session)
    var fault: Fault?
    do throws(Fault) {
        try interpreter.run(cell, in: scope, showsLast: showsLast)
    } catch {
        fault = error
    }
    scope.noteBound(cell.boundNames.map { $0.value })
    guard let fault else {
        return CellOutcome(output: interpreter.output, diagnostic: nil, exception: nil, isComplete: true)
    }
    let further = Interpreter.furtherMissingNames(of: cell, after: fault, in: scope, boundLater: boundLater)
    return CellOutcome(
        output: interpreter.output, diagnostic: fault.diagnostic(at: cell.range),
        further: further.compactMap { $0.diagnostic(at: cell.range) }, exception: interpreter.lastLine(of: fault),
        isComplete: false)
}

extension Interpreter {
    /// The value of an expression with the names of a scope.
    func evaluate(_ expression: Expression, in scope: Scope) throws(Fault) -> Value {
        let builder = CodeBuilder(
            .cell, "<expression>", unit: Unit(isExpression: true), parent: nil, file: expression.range.file)
        builder.makeHomes(NameScan())
        builder.emit(.return, Int(builder.operand(expression)), at: expression.range)
        let value = try run(builder, in: scope)
        if case .unknown = value { throw Fault(.unknown, "") }
        return value
    }

    func run(_ cell: Cell, in scope: Scope, showsLast: Bool) throws(Fault) {
        let builder = CodeBuilder(.cell, "<cell>", unit: Unit(isExpression: false), parent: nil, file: cell.range.file)
        builder.makeHomes(NameScan())
        var statements = cell.statements[...]
        if showsLast, let last = statements.last, case .expression(let value) = last.kind {
            statements = statements.dropLast()
            builder.compile(Array(statements))
            builder.emit(.show, Int(builder.operand(value)), at: value.range)
        } else {
            builder.compile(cell.statements)
        }
        builder.emit(.return, Int(builder.constant(.none)), at: cell.range)
        _ = try run(builder, in: scope)
    }

    private func run(_ builder: CodeBuilder, in scope: Scope) throws(Fault) -> Value {
        if let fault = builder.fault { throw fault }
        let code = Code(builder)
        let linkage = Linkage(builder.unit, scope)
        stack.prepare()
        let depth = stack.frameCount
        return try withExtendedLifetime((code, linkage)) { () throws(Fault) in
            try push(
                Unmanaged.passUnretained(code), Unmanaged.passUnretained(linkage), stack.top, result: 0, .function)
            do throws(Fault) {
                let value = try execute(downTo: depth)
                try checkGenerators()
                return value
            } catch {
                throw described(error)
            }
        }
    }

    /// Gives a fault of `body` a place.
    func located<Result>(_ range: Diagnostics.SourceRange, _ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        do throws(Fault) {
            return try body()
        } catch {
            throw error.located(at: range)
        }
    }

    func set(of items: [Value]) throws(Fault) -> Value {
        let made = SetObject()
        for item in items { made.insert(item, try hashKey(item)) }
        return .set(made)
    }

    /// The last line of Python's traceback.
    fileprivate func lastLine(of fault: Fault) -> String? {
        if fault.kind == .raised { return fault.message }
        if fault.isOutside { return nil }
        guard let name = fault.kind.exceptionName.map({ ExceptionNames.fullName(of: $0) }) else { return nil }
        // Where Python's words are not known they are not made up.
        guard let text = fault.python else { return "\(name) (in Longhand's words): \(fault.message)" }
        return text.isEmpty ? name : "\(name): \(text)"
    }
}
