import Testing

@testable import Cells

/// Every built-in function and method with arguments that nobody would write, so that mistakes are the same ones too.
@Suite struct RandomCallTests {
    private static let values = [
        "0", "1", "-3", "7", "2.5", "-0.0", "1e300", "True", "None", "''", "'a'", "'ab,c'", "'12'", "' x '", "[]",
        "[1, 2, 3]",
        "['b', 'a']", "[[1, 2], [3, 4]]", "()", "(2, 'x')", "{}", "{'a': 1, 'b': 2}", "{1}", "set()", "range(4)", "len",
        "int",
        "float('nan')", "float('inf')", "(1,)", "'é😀'",
    ]
    private static let functions = [
        "abs", "all", "any", "ascii", "bin", "bool", "callable", "chr", "dict", "divmod", "enumerate", "filter",
        "float", "format",
        "getattr", "hasattr", "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min",
        "next", "oct",
        "ord", "pow", "range", "repr", "reversed", "round", "set", "sorted", "str", "sum", "tuple", "type", "zip",
        "math.floor", "math.gcd", "math.fsum", "math.sqrt", "math.prod", "math.hypot", "math.comb", "math.isclose",
        "math.ldexp",
    ]
    private static let methods = [
        "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort", "get",
        "items", "keys",
        "popitem", "setdefault", "update", "values", "add", "discard", "union", "difference", "intersection",
        "issubset",
        "symmetric_difference", "isdisjoint", "capitalize", "center", "endswith", "find", "join", "ljust", "lower",
        "partition",
        "replace", "rfind", "rsplit", "split", "splitlines", "startswith", "strip", "title", "upper", "zfill", "format",
        "removeprefix", "isdigit", "rindex", "expandtabs", "is_integer", "bit_length", "as_integer_ratio", "fromkeys",
    ]
    private static let operators = [
        "+", "-", "*", "/", "//", "%", "**", "<", "<=", "==", "!=", "in", "&", "|", "^", "<<", "@",
    ]

    private func pick(_ choices: [String], _ random: inout Random) -> String { choices[random.below(choices.count)] }

    private func expression(_ random: inout Random) -> String {
        let arguments = (0..<random.below(4)).map { _ in pick(Self.values, &random) }.joined(separator: ", ")
        switch random.below(5) {
        case 0, 1: return "\(pick(Self.functions, &random))(\(arguments))"
        case 2, 3:
            let object = pick(Self.values, &random)
            return "[(a.\(pick(Self.methods, &random))(\(arguments)), a) for a in [\(object)]]"
        default:
            return "\(pick(Self.values, &random)) \(pick(Self.operators, &random)) \(pick(Self.values, &random))"
        }
    }

    @Test func agreeWithPython() throws {
        var random = Random(state: 777)
        let expressions = (0..<12_000).map { _ in expression(&random) }
        // Python ends what Longhand bounds, shows places in memory, and has whole numbers of any size and complex ones.
        let refused = ["cell.limit", "cell.overflow", "cell.syntax"]
        try expectAsPython(
            expressions.filter { text in
                guard case .failure(let code, let message, _, _) = outcome(text) else { return true }
                return !refused.contains(code) && !message.hasPrefix("Python shows") && !message.contains("complex")
                    && !message.contains("no order") && !message.contains("cell language")
            })
    }
}
