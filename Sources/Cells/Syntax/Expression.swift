public import Diagnostics

/// An expression of the cell language, with the place of every part.
public final class Expression: Sendable {
    public let kind: Kind
    public let range: SourceRange
    /// The number of nodes on the longest way down; the parser bounds it, so walks may recurse.
    let height: Int

    /// Each case in a box, so that a walk down a deep tree needs little of the stack.
    public indirect enum Kind: Sendable {
        case none
        case bool(Bool)
        case int(Int64)
        case float(Double)
        case string(String)
        /// An f-string.
        case formatted([FormattedPiece])
        case ellipsis
        case name(String)
        case tuple([Expression])
        case list([Expression])
        case set([Expression])
        case dict([DictEntry])
        /// `*x` in a display or a call.
        case starred(Expression)
        case comprehension(Comprehension)
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `first < a <= b …`
        case comparison(Expression, [ComparisonStep])
        /// `a and b and c`, `a or b or c`: two or more operands.
        case logic(LogicOperator, [Expression])
        case conditional(Conditional)
        case call(Expression, [Argument])
        case attribute(Expression, Located<String>)
        case item(Expression, Expression)
        case slice(Slice)
        case lambda(Parameters, Expression)
        /// `yield`, `yield x`
        case yield(Expression?)
    }

    public struct DictEntry: Sendable {
        /// Nil for `**value`.
        public var key: Expression?
        public var value: Expression
    }

    public struct ComparisonStep: Sendable {
        public var relation: Relation
        public var right: Expression
    }

    /// `value if test else otherwise`
    public struct Conditional: Sendable {
        public var test: Expression
        public var value: Expression
        public var otherwise: Expression
    }

    public struct Argument: Sendable {
        /// The name before `=`; nil for an argument given by place and for `**value`.
        public var name: Located<String>?
        public var value: Expression
        /// Whether this is `**value`.
        public var isNamedRest = false
    }

    public struct Slice: Sendable {
        public var lower: Expression?
        public var upper: Expression?
        public var step: Expression?
    }

    /// `[element for target in source if test …]` and its relatives.
    public struct Comprehension: Sendable {
        public enum Form: Sendable { case list, set, dict, generator }

        public struct Clause: Sendable {
            public var target: Expression
            public var source: Expression
            public var tests: [Expression]
        }

        public var form: Form
        public var element: Expression
        /// The value after `:` in a dict comprehension, whose `element` is the key.
        public var value: Expression?
        /// At least one.
        public var clauses: [Clause]
    }

    /// A name that stands for something the author wrote at `range`.
    public static func name(_ name: String, at range: SourceRange) -> Expression { Expression(.name(name), range) }

    /// One of the items of `list`.
    public static func item(_ index: Int64, of list: Expression) -> Expression {
        Expression(.item(list, Expression(.int(index), list.range)), list.range)
    }

    init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
        self.height = 1 + kind.children.reduce(0) { max($0, $1.height) }
    }
}

/// A stretch of an f-string.
public enum FormattedPiece: Sendable {
    case literal(String)
    case field(Field)

    public struct Field: Sendable {
        public var expression: Expression
        public var conversion: FormattedExpression.Conversion
        /// The format after `:`, which may hold fields of its own; empty when there is none.
        public var format: [FormattedPiece]
        public var formatRange: SourceRange
    }

    var children: [Expression] {
        switch self {
        case .literal: []
        case .field(let field): [field.expression] + field.format.flatMap { $0.children }
        }
    }
}

extension Expression.Kind {
    /// The expressions directly inside, in the order of their evaluation where Python has one.
    var children: [Expression] {
        switch self {
        case .none, .bool, .int, .float, .string, .ellipsis, .name: []
        case .formatted(let pieces): pieces.flatMap { $0.children }
        case .tuple(let items), .list(let items), .set(let items), .logic(_, let items): items
        case .dict(let entries): entries.flatMap { entry in (entry.key.map { [$0] } ?? []) + [entry.value] }
        case .starred(let operand), .unary(_, let operand), .attribute(let operand, _): [operand]
        case .comprehension(let comprehension): comprehension.children
        case .binary(_, let left, let right), .item(let left, let right): [left, right]
        case .comparison(let first, let steps): [first] + steps.map { $0.right }
        case .conditional(let conditional): [conditional.test, conditional.value, conditional.otherwise]
        case .call(let function, let arguments): [function] + arguments.map { $0.value }
        case .slice(let slice): [slice.lower, slice.upper, slice.step].compactMap { $0 }
        case .lambda(let parameters, let body): parameters.defaults + [body]
        case .yield(let value): value.map { [$0] } ?? []
        }
    }
}

extension Expression.Comprehension {
    var children: [Expression] {
        clauses.flatMap { [$0.source, $0.target] + $0.tests } + [element] + (value.map { [$0] } ?? [])
    }
}
