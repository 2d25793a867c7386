import Figures
import Networks
import Tensors

/// An operation as a graph shows it and as words count it.
struct GraphOperation {
    var sign: Label
    var word: String
    var words: String
    /// Whether its operands cannot change places.
    var keepsOrder = false

    init(_ sign: Label, _ word: String, _ words: String? = nil, keepsOrder: Bool = false) {
        self.sign = sign
        self.word = word
        self.words = words ?? word + "s"
        self.keepsOrder = keepsOrder
    }

    init(_ sign: String, _ word: String, _ words: String? = nil, keepsOrder: Bool = false) {
        self.init(Label(sign), word, words, keepsOrder: keepsOrder)
    }

    /// A power with a fixed exponent.
    static func raised(to exponent: Double, _ text: String) -> GraphOperation {
        let sign = Label([.init("( )"), .init(text, level: .raised)])
        return exponent == 2 ? GraphOperation(sign, "square") : GraphOperation(sign, "power")
    }
}

extension Operation {
    /// - Precondition: not `constant`.
    var inGraph: GraphOperation {
        switch self {
        case .constant: preconditionFailure("a constant is no operation")
        case .add: GraphOperation("+", "addition")
        case .subtract: GraphOperation("−", "subtraction", keepsOrder: true)
        case .multiply: GraphOperation("×", "multiplication")
        case .divide: GraphOperation("÷", "division", keepsOrder: true)
        case .power: GraphOperation("power", "power", keepsOrder: true)
        case .negate: GraphOperation("−", "negation")
        case .square: .raised(to: 2, "2")
        case .reciprocal: GraphOperation("1 ÷", "reciprocal")
        case .sqrt: GraphOperation("√", "square root")
        case .abs: GraphOperation("| |", "absolute value")
        case .exp: GraphOperation("exp", "exponential")
        case .log: GraphOperation("ln", "logarithm")
        case .tanh: GraphOperation("tanh", "hyperbolic tangent")
        case .sigmoid: GraphOperation(Label([.init("σ", style: .italic)]), "sigmoid")
        case .relu: GraphOperation("relu", "relu")
        case .leakyRelu: GraphOperation("leaky relu", "leaky relu")
        case .softplus: GraphOperation("softplus", "softplus", "softplus functions")
        }
    }
}

extension TensorOperation {
    /// nil for a constant.
    func inGraph(_ style: NumberStyle) -> GraphOperation? {
        switch self {
        case .constant: nil
        case .elementwise(let operation): operation.inGraph
        case .raise(let exponent): .raised(to: exponent, style.text(exponent))
        case .clamp: GraphOperation("clamp", "clamping")
        case .choose: GraphOperation("where", "choice")
        case .matrixProduct: GraphOperation("@", "matrix product", keepsOrder: true)
        case .sum: GraphOperation("Σ", "sum")
        case .mean: GraphOperation("mean", "mean")
        case .extreme: GraphOperation("extreme", "extreme")
        case .pick: GraphOperation("[ ]", "selection")
        case .same: GraphOperation("copy", "copy", "copies")
        case .join: GraphOperation("join", "joining")
        case .replace: GraphOperation("[ ] =", "replacement", keepsOrder: true)
        case .squaredError(let isMean): GraphOperation(isMean ? "mse" : "sse", "squared error")
        }
    }
}
