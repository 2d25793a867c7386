import Tensors

/// What the cells and expressions of one chapter share besides their names: settings, the classes of exceptions, the
/// stack, and the list of living objects.
///
/// Every scope belongs to a session; scopes inside another one share its session.
public final class Session {
    /// What `np.set_printoptions` says.
    var printOptions = PrintOptions()
    /// What `torch` remembers.
    let torch = TorchState()
    /// The object made last of those that live, at the head of their list.
    var newest: Unmanaged<InstanceObject>?
    /// A generator whose `finally` should have run.
    var leftBehind: Fault?
    private var identities = 0
    /// Changes whenever a class changes, so that what was looked up before is looked up anew.
    private(set) var lookupEpoch = 0
    let stack = Stack()
    let meter = MemoryMeter()
    private var exceptionClasses: [String: ClassObject] = [:]

    public init() {}

    /// Ends the session: every cycle of objects is broken, so that they go with the last names that hold them.
    func close() {
        breakCycles()
        for classObject in exceptionClasses.values { classObject.removeAll() }
        exceptionClasses = [:]
    }

    func nextIdentity() -> Int {
        identities += 1
        return identities
    }

    /// A NaN that is no other one: its payload, which nothing shows, tells it apart.
    func newNaN() -> Double { Double(nan: Double.RawSignificand(nextIdentity()), signaling: false) }

    func forgetLookups() { lookupEpoch += 1 }

    /// A built-in class of exceptions; nil for another name.
    func exceptionClass(_ name: String) -> ClassObject? {
        if let known = exceptionClasses[name] { return known }
        guard let base = ExceptionNames.base(of: name) else { return nil }
        let made = ClassObject(name, base: base.isEmpty ? nil : exceptionClass(base), self)
        made.otherBase = name == "AxisError" ? exceptionClass("IndexError") : nil
        exceptionClasses[name] = made
        return made
    }
}

/// The built-in exceptions of Python that the cell language has, with the class above each.
enum ExceptionNames {
    static let all = [
        "BaseException", "Exception", "ArithmeticError", "AssertionError", "AttributeError", "FloatingPointError",
        "ImportError", "IndexError", "KeyError", "LookupError", "ModuleNotFoundError", "NameError",
        "NotImplementedError", "OverflowError", "RecursionError", "RuntimeError", "StopIteration", "TypeError",
        "UnboundLocalError", "ValueError", "ZeroDivisionError",
    ]

    /// The name of one as a traceback has it: with the module in front, unless it is Python's own.
    static func fullName(of name: String) -> String {
        switch name {
        case "AxisError": "numpy.exceptions.AxisError"
        case "UFuncTypeError": "numpy._core._exceptions._UFuncOutputCastingError"
        default: name
        }
    }

    /// The name of the class above; empty for the topmost, nil for what is no built-in exception.
    static func base(of name: String) -> String? {
        switch name {
        case "BaseException": ""
        case "Exception": "BaseException"
        case "ArithmeticError", "AssertionError", "AttributeError", "ImportError", "LookupError", "NameError",
            "RuntimeError", "StopIteration", "TypeError", "ValueError":
            "Exception"
        case "FloatingPointError", "OverflowError", "ZeroDivisionError": "ArithmeticError"
        case "IndexError", "KeyError": "LookupError"
        case "ModuleNotFoundError": "ImportError"
        case "NotImplementedError", "RecursionError": "RuntimeError"
        case "UnboundLocalError": "NameError"
        // NumPy's own, which a program has by catching them.
        case "AxisError": "ValueError"
        case "UFuncTypeError": "TypeError"
        default: nil
        }
    }
}

extension Fault.Kind {
    /// The exception a program catches; nil for what no program catches, such as a limit.
    var exceptionName: String? {
        switch self {
        case .name: "NameError"
        case .unboundLocal: "UnboundLocalError"
        case .attribute: "AttributeError"
        case .type: "TypeError"
        case .index: "IndexError"
        case .key: "KeyError"
        case .value, .format: "ValueError"
        case .overflow: "OverflowError"
        case .zeroDivision: "ZeroDivisionError"
        case .assertion: "AssertionError"
        case .runtime: "RuntimeError"
        case .recursion: "RecursionError"
        case .import: "ModuleNotFoundError"
        case .stopIteration: "StopIteration"
        case .notImplemented: "NotImplementedError"
        case .axis: "AxisError"
        case .casting: "UFuncTypeError"
        case .raised, .syntax, .limit, .unknown: nil
        }
    }
}
