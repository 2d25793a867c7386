/// The operators of an expression that still wait for their last operand, the innermost last.
///
/// - Source: Dijkstra's shunting-yard algorithm, with chains of comparisons, `and` and `or` kept together.
struct OperatorStack {
    enum Symbol {
        case unary(UnaryOperator)
        case binary(BinaryOperator)
        case relation(Relation)
        case logic(LogicOperator)

        /// How tightly it binds, from 1 for `or` to 12 for `**`.
        var level: Int {
            switch self {
            case .logic(.or): 1
            case .logic(.and): 2
            case .unary(.not): OperatorStack.not
            case .relation: OperatorStack.comparison
            case .binary(let symbol): symbol.precedence.map { OperatorStack.comparison + $0 } ?? 12
            case .unary: 11
            }
        }
    }

    static let not = 3
    static let comparison = 4

    private struct Entry {
        var symbol: Symbol
        /// The first token of the first operand or of the prefix.
        var start: Int
        var operands: [Expression]
        /// The steps of a comparison before the last.
        var relations: [Relation] = []
    }

    private var entries: [Entry] = []
    /// The operand read last, or what was made of it.
    var operand: Expression?
    var operandStart = 0

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }
    var topLevel: Int { entries.last?.symbol.level ?? 0 }

    mutating func pushPrefix(_ symbol: UnaryOperator, at start: Int) {
        entries.append(Entry(symbol: .unary(symbol), start: start, operands: []))
    }

    /// Takes a minus off that stands before the next operand, and gives its place.
    mutating func popMinus() -> Int? {
        guard case .unary(.minus)? = entries.last?.symbol, operand == nil else { return nil }
        return entries.removeLast().start
    }

    /// Whether the innermost operator takes the operand before `symbol` does.
    func bindsBefore(_ symbol: Symbol) -> Bool {
        guard let last = entries.last else { return false }
        if last.symbol.level != symbol.level { return last.symbol.level > symbol.level }
        // `**` groups to the right, and chains stay open for another operand.
        switch symbol {
        case .relation, .logic, .binary(.power): return false
        case .unary, .binary: return true
        }
    }

    /// Takes the operand as the left one of an operator, or as one more of an open chain.
    mutating func push(_ symbol: Symbol) {
        guard let operand else { return }
        self.operand = nil
        if let last = entries.indices.last, entries[last].symbol.level == symbol.level {
            switch (entries[last].symbol, symbol) {
            case (.relation(let relation), .relation):
                entries[last].relations.append(relation)
                entries[last].operands.append(operand)
                entries[last].symbol = symbol
                return
            case (.logic, .logic):
                entries[last].operands.append(operand)
                return
            default: break
            }
        }
        entries.append(Entry(symbol: symbol, start: operandStart, operands: [operand]))
    }

    /// Takes the innermost operator off: its node, and where that starts.
    mutating func pop() -> (Expression.Kind, start: Int) {
        precondition(!entries.isEmpty && operand != nil, "an operator with its last operand is combined")
        let entry = entries.removeLast()
        let operands = entry.operands + (operand.map { [$0] } ?? [])
        switch entry.symbol {
        case .unary(let symbol): return (.unary(symbol, operands[0]), entry.start)
        case .binary(let symbol): return (.binary(symbol, operands[0], operands[1]), entry.start)
        case .logic(let symbol): return (.logic(symbol, operands), entry.start)
        case .relation(let relation):
            let steps = zip(entry.relations + [relation], operands.dropFirst()).map {
                Expression.ComparisonStep(relation: $0, right: $1)
            }
            return (.comparison(operands[0], steps), entry.start)
        }
    }
}
