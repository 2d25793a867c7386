public import Diagnostics

/// How much one evaluation may use.
public struct Limits: Sendable {
    /// Nodes evaluated and elements computed.
    public var steps: Int
    /// List items, array elements and the like that are made, whether kept or not.
    public var elements: Int
    /// Bytes of printed text.
    public var output: Int

    public init(steps: Int, elements: Int, output: Int = 0) {
        self.steps = steps
        self.elements = elements
        self.output = output
    }

    /// Ample for any inline value, and used up within a fraction of a second.
    public static let expression = Limits(steps: 2_000_000, elements: 4_000_000)
    /// Ample for a listing that trains a small network, and used up within seconds.
    public static let cell = Limits(steps: 50_000_000, elements: 16_000_000, output: 1 << 20)
}

/// Why an expression has no value.
public struct Failure: Error, Sendable, Hashable {
    public let diagnostic: Diagnostic
}

/// The value of an expression, with the names of `scope` and the built-in ones.
///
/// - Returns: `unknown`, silently, when the expression uses an unknown value.
/// - Throws: one diagnostic: a name at the name, an attribute at the attribute, all else at the whole operation that failed.
public func evaluate(
    _ expression: Expression, in scope: Scope, limits: Limits = .expression
) throws(Failure) -> Value {
    do throws(Fault) {
        return try Interpreter(limits, session: scope.session).evaluate(expression, in: scope)
    } catch {
        guard let diagnostic = error.diagnostic(at: expression.range) else { return .unknown }
        throw Failure(diagnostic: diagnostic)
    }
}

/// Evaluates expressions and keeps account of what they use.
final class Interpreter {
    let session: Session
    private let limits: Limits
    var stepsLeft: Int64
    private var elementsLeft: Int64
    /// What was printed so far.
    private(set) var output = ""
    private var outputLeft: Int
    /// The key that was looked for in vain last, and its text.
    var missedKey: (key: Value, text: String)?
    /// How deep the value stands in others that is worked on.
    var nesting = 0
    /// Where the lists, dicts and tuples lie that are being shown, the innermost last.
    var shown: [UInt] = []
    let stack: Stack
    /// The exception that the program raised last.
    var raised: InstanceObject?
    /// The exception on its way to the handler that was found for it.
    var caught: InstanceObject?
    /// The exception that was caught and is raised again, until the next handler has it.
    var rethrown: InstanceObject?

    init(_ limits: Limits, session: Session = Session()) {
        self.session = session
        self.limits = limits
        stack = session.stack
        outputLeft = limits.output
        stepsLeft = Int64(limits.steps)
        elementsLeft = Int64(limits.elements)
    }

    /// Accounts for work.
    func step() throws(Fault) { try step(Int64(1)) }

    func step(_ count: Int) throws(Fault) { try step(Int64(count)) }

    func step(_ count: Int64) throws(Fault) {
        if count > stepsLeft { throw Interpreter.tooManySteps }
        stepsLeft -= count
    }

    /// Accounts for list items, array elements and the like before they are made.
    func make(_ count: Int) throws(Fault) { try make(Int64(count)) }

    func make(_ count: Int64) throws(Fault) {
        if count > elementsLeft {
            if count > limits.elements { throw Interpreter.tooMany(count) }
            throw Fault(.limit, "this makes too many elements: more than \(limits.elements) in all")
        }
        elementsLeft -= count
        try step(count / 16)
    }

    /// Takes back what was accounted for, of something that is gone again.
    func giveBack(_ count: Int) { elementsLeft += Int64(count) }

    /// Accounts for entries of dicts and sets, which take the memory of several items.
    func makeEntries(_ count: Int) throws(Fault) { try make(6 * Int64(count)) }

    /// Prints a text.
    func write(_ text: String) throws(Fault) {
        try checkGenerators()
        outputLeft -= text.utf8.count
        if outputLeft < 0 {
            throw Fault(
                .limit,
                limits.output == 0 ? "an expression prints nothing; print in a {python} cell" : "this prints too much")
        }
        output += text
    }

    /// What a generator that was left early should have done would be missing from here on.
    func checkGenerators() throws(Fault) {
        guard let fault = session.leftBehind else { return }
        session.leftBehind = nil
        throw fault
    }

    static var tooManySteps: Fault { Fault(.limit, "this takes too many steps; does it come to an end?") }

    static func tooMany(_ count: Int64) -> Fault { Fault(.limit, "this makes too many elements (\(count))") }
}
