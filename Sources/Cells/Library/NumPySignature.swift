/// What a function of NumPy takes, here or not.
///
/// A call is read as NumPy reads it, and what the cell language leaves out is told from what NumPy does not know either.
/// - Source: `inspect.signature` of NumPy 2.4.
struct NumPySignature {
    let parameters: [String]
    /// How many may be given by place; the others have names only.
    let placed: Int

    /// Names in their order; behind `*` stand those that are given by name only.
    private init(_ text: String) {
        let words = text.split(separator: " ").map { String($0) }
        parameters = words.filter { $0 != "*" }
        placed = words.firstIndex(of: "*") ?? words.count
    }

    /// By the name of the function, or by type and name of a method.
    static let all: [String: NumPySignature] = {
        var all: [String: NumPySignature] = [:]
        for (names, text) in functions { add(names, "np.", text, to: &all) }
        for (names, text) in methods { add(names, "ndarray.", text, to: &all) }
        for (names, text) in draws { add(names, "Generator.", text, to: &all) }
        return all
    }()

    private static func add(_ names: String, _ owner: String, _ text: String, to all: inout [String: NumPySignature]) {
        let signature = NumPySignature(text)
        for name in names.split(separator: " ") { all[owner + name] = signature }
    }

    private static let ofUniversal = "out * where casting order dtype subok signature"

    private static let functions: [(String, String)] = [
        (
            "abs absolute arccos arcsin arctan ceil cos cosh deg2rad degrees exp expm1 fabs floor invert isfinite isinf "
                + "isnan log log10 log1p log2 logical_not negative positive rad2deg radians reciprocal rint sign sin "
                + "sinh sqrt square tan tanh trunc", "x " + ofUniversal
        ),
        (
            "add arctan2 bitwise_and bitwise_or bitwise_xor divide equal floor_divide greater greater_equal less "
                + "less_equal logical_and logical_or logical_xor maximum minimum mod multiply not_equal power "
                + "remainder subtract true_divide", "x1 x2 " + ofUniversal
        ),
        ("arange", "start stop step * dtype device like"),
        ("array", "object dtype * copy order subok ndmin ndmax like"),
        ("asarray", "a dtype order * device copy like"), ("copy", "a order subok"),
        ("zeros ones empty", "shape dtype order * device like"), ("full", "shape fill_value dtype order * device like"),
        ("zeros_like ones_like", "a dtype order subok shape * device"),
        ("empty_like", "prototype dtype order subok shape * device"),
        ("full_like", "a fill_value dtype order subok shape * device"),
        ("eye", "N M k dtype order * device like"), ("identity", "n dtype * like"),
        ("linspace", "start stop num endpoint retstep dtype axis * device"),
        ("round around", "a decimals out"), ("clip", "a a_min a_max out * min max \(ofUniversal)"),
        ("allclose isclose", "a b rtol atol equal_nan"), ("array_equal", "a1 a2 equal_nan"), ("where", "condition x y"),
        ("all any", "a axis out keepdims * where"), ("argmax argmin", "a axis out * keepdims"),
        ("max min amax amin", "a axis out keepdims initial where"),
        ("sum prod", "a axis dtype out keepdims initial where"), ("mean", "a axis dtype out keepdims * where"),
        ("std var", "a axis dtype out ddof keepdims * where mean correction"), ("ptp", "a axis out keepdims"),
        ("count_nonzero", "a axis * keepdims"), ("cumsum cumprod", "a axis dtype out"),
        ("median", "a axis out overwrite_input keepdims"),
        ("broadcast_to", "array shape subok"), ("expand_dims squeeze size", "a axis"), ("flip", "m axis"),
        ("fliplr flipud", "m"), ("moveaxis", "a source destination"), ("ndim shape", "a"), ("ravel", "a order"),
        ("reshape", "a shape order * copy"), ("roll", "a shift axis"), ("swapaxes", "a axis1 axis2"),
        ("transpose", "a axes"),
        ("append", "arr values axis"), ("split array_split", "ary indices_or_sections axis"), ("column_stack", "tup"),
        ("concatenate stack", "arrays axis out * dtype casting"), ("hstack vstack", "tup * dtype casting"),
        ("meshgrid", "* copy sparse indexing"), ("repeat", "a repeats axis"), ("tile", "A reps"),
        ("sort argsort", "a axis kind order * stable"), ("argwhere flatnonzero nonzero", "a"),
        ("diff", "a n axis prepend append"), ("isin", "element test_elements assume_unique invert * kind"),
        ("searchsorted", "a v side sorter"),
        ("unique", "ar return_index return_inverse return_counts axis * equal_nan sorted"),
        ("diag", "v k"), ("diagonal", "a offset axis1 axis2"), ("dot outer", "a b out"), ("inner vdot", "a b"),
        ("matmul", "x1 x2 out * axes axis keepdims casting order dtype subok signature"),
        ("trace", "a offset axis1 axis2 dtype out"), ("tril triu", "m k"), ("linalg.norm", "x ord axis keepdims"),
        (
            "array2string",
            "a max_line_width precision suppress_small separator prefix * formatter threshold edgeitems sign floatmode "
                + "suffix legacy"
        ),
        ("array_repr", "arr max_line_width precision suppress_small"),
        ("array_str", "a max_line_width precision suppress_small"),
        (
            "set_printoptions",
            "precision threshold edgeitems linewidth suppress nanstr infstr formatter sign floatmode * legacy "
                + "override_repr"
        ),
        ("random.default_rng", "seed"),
    ]

    private static let methods: [(String, String)] = [
        ("all any", "axis out keepdims * where"), ("argmax argmin", "axis out * keepdims"),
        ("max min", "axis out keepdims initial where"), ("sum prod", "axis dtype out keepdims initial where"),
        ("mean", "axis dtype out keepdims * where"),
        ("std var", "axis dtype out ddof keepdims * where mean correction"),
        ("cumsum cumprod", "axis dtype out"), ("astype", "dtype order casting subok copy"),
        ("clip", "min max out * \(ofUniversal)"), ("copy flatten ravel", "order"), ("fill", "value"),
        ("reshape", "* order copy"), ("sort", "axis kind order * stable"), ("squeeze", "axis"),
        ("take", "indices axis out mode"),
    ]

    private static let draws: [(String, String)] = [
        ("choice", "a size replace p axis shuffle"), ("integers", "low high size dtype endpoint"),
        ("normal", "loc scale size"), ("uniform", "low high size"), ("permutation shuffle", "x axis"),
        ("random standard_normal", "size dtype out"),
    ]
}
