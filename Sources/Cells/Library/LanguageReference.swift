/// The names of the cell language, read from the tables by which they are found.
///
/// `docs/cell-language.md` prints them; tests compare them with what Python, NumPy and PyTorch have.
public enum LanguageReference {
    /// Names that are found in one place.
    public struct Names: Sendable {
        /// What the page calls the list.
        public let title: String
        /// How one of them is written, with `NAME` for the name: `np.NAME`.
        public let written: String
        public let names: [String]
    }

    public static var lists: [Names] {
        builtins + methods + mathematics + numpy + torch
    }

    /// What a program may not use, with the reason.
    public static var refusals: [(names: [String], reason: String)] { Builtins.refusals }

    private static var builtins: [Names] {
        [
            Names(title: "functions", written: "NAME", names: Builtins.functions),
            Names(title: "types", written: "NAME", names: Builtins.types.map { $0.name }),
            Names(title: "constants", written: "NAME", names: Builtins.constants),
            Names(title: "exceptions", written: "NAME", names: ExceptionNames.all),
            Names(title: "expressions", written: "NAME", names: Builtins.mathematics.sorted()),
            Names(title: "operators", written: "__NAME__", names: SpecialMethods.operators),
            Names(title: "specials", written: "__NAME__", names: SpecialMethods.others),
        ]
    }

    private static var methods: [Names] {
        let types: [BuiltinType] = [.str, .list, .tuple, .dict, .set, .int, .float]
        return types.map { Names(title: $0.name, written: "\($0.name).NAME", names: $0.methodNames.sorted()) }
    }

    private static var mathematics: [Names] {
        [Names(title: "math", written: "math.NAME", names: MathModule.names.sorted())]
    }

    private static var numpy: [Names] {
        let groups: [(String, [String])] = [
            ("creation", NumPyCreation.allCases.map { $0.rawValue }),
            (
                "elementwise",
                ElementFunction.allCases.compactMap { $0.numpyName } + NumPyElementwise.allCases.map { $0.rawValue }
            ),
            ("combination", NumPyCombination.allCases.map { $0.rawValue }),
            ("reduction", NumPyReduction.allCases.map { $0.rawValue }),
            ("shaping", NumPyShaping.allCases.map { $0.rawValue }),
            ("joining", NumPyJoining.allCases.map { $0.rawValue }),
            ("order", NumPyOrder.allCases.map { $0.rawValue }),
            ("matrices", NumPyMatrix.allCases.map { $0.rawValue }),
            ("printing", NumPySetting.allCases.map { $0.rawValue }),
            ("types", NumPyNames.types.map { $0.name }),
            ("constants", NumPyNames.constants.map { $0.name }),
        ]
        let attributes = ArrayProperty.allCases.map { $0.rawValue }
        let methods = ArrayMethod.allNames.filter { !attributes.contains($0) }
        return groups.map { Names(title: "numpy \($0.0)", written: "np.NAME", names: $0.1.sorted()) } + [
            Names(
                title: "numpy linalg", written: "np.linalg.NAME",
                names: NumPyLinearAlgebra.allCases.map { $0.rawValue }),
            Names(
                title: "numpy generator", written: "rng.NAME",
                names: GeneratorObject.Method.allCases.map { $0.rawValue }.sorted()),
            Names(title: "array attributes", written: "array.NAME", names: attributes),
            Names(title: "array methods", written: "array.NAME", names: methods.sorted()),
        ]
    }

    private static var torch: [Names] {
        let shared = TensorMethod.shared
        let making = TorchModule.making + TorchModule.combining
        return [
            Names(title: "torch making", written: "torch.NAME", names: making.sorted()),
            Names(title: "torch functions", written: "torch.NAME", names: shared.sorted()),
            Names(title: "torch modes", written: "torch.NAME", names: TorchModule.modes),
            Names(title: "torch types", written: "torch.NAME", names: TorchModule.types + ["Size", "Tensor"]),
            Names(title: "torch constants", written: "torch.NAME", names: TorchModule.constants),
            Names(title: "torch functional", written: "torch.nn.functional.NAME", names: TorchModule.functional),
            Names(title: "tensor attributes", written: "tensor.NAME", names: Interpreter.tensorProperties),
            Names(
                title: "tensor methods", written: "tensor.NAME",
                names: (TensorMethod.own + TensorMethod.changing).sorted()),
        ]
    }

    /// What an evaluation may use, for the page: what is counted, for an expression, for a cell.
    public static var bounds: [(what: String, expression: Int?, cell: Int)] {
        [
            ("steps: operations, elements computed", Limits.expression.steps, Limits.cell.steps),
            (
                "items of lists and tuples made, kept or not; an entry of a dict or a set counts as 6, a container, a function or "
                    + "an object as 2 to 32 more, by the memory it takes", Limits.expression.elements,
                Limits.cell.elements
            ),
            ("bytes that arrays hold at a time", Int(MemoryMeter.limit), Int(MemoryMeter.limit)),
            ("bytes printed", nil, Limits.cell.output),
            ("calls of functions within one another", Stack.frameLimit, Stack.frameLimit),
            (
                "calls of functions by built-in ones, such as `sorted`, within one another", Stack.entryLimit,
                Stack.entryLimit
            ),
            ("depth of nested values shown or compared", Interpreter.deepestNesting, Interpreter.deepestNesting),
            (
                "depth of brackets and operators before a value, as in `((-x))`", Parser.maximumDepth,
                Parser.maximumDepth
            ),
            (
                "operators, calls and items one after the other, as in a long sum", Parser.maximumHeight,
                Parser.maximumHeight
            ),
            ("depth of nested blocks", nil, Lexer.maximumIndents - 1),
            ("axes of an array", Axes.limit, Axes.limit),
        ]
    }
}

/// The names, without underscores, of the methods by which objects take part in the language.
enum SpecialMethods {
    static var operators: [String] { BinaryOperator.allCases.map { $0.methodName } }
    static let others = [
        "init", "repr", "str", "format", "eq", "ne", "lt", "le", "gt", "ge", "bool", "len", "getitem", "setitem",
        "delitem", "contains", "iter", "next", "reversed", "call", "neg", "pos", "invert", "abs", "round", "divmod",
        "int", "index", "trunc", "float", "enter", "exit",
    ]
}
