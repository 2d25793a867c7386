public import Diagnostics

/// The program of a `{python}` cell.
public struct Cell: Sendable {
    public let statements: [Statement]
    public let range: SourceRange
}

/// Reads a whole program.
///
/// Reading goes on behind a mistake with the next statement, so one run reports the mistakes of several.
///
/// - Returns: the program, or nil and what is wrong with it.
public func parseCell(_ excerpt: Excerpt) -> (Cell?, [Diagnostic]) {
    let parser = Parser(excerpt, mode: .program)
    let statements = parser.program()
    let faults = parser.faults.isEmpty ? ScopeRules(statements).faults : parser.faults
    if faults.isEmpty { return (Cell(statements: statements, range: excerpt.range), []) }
    let found = faults.compactMap { $0.diagnostic(at: excerpt.range) }
    return (nil, found.inSourceOrder(of: [excerpt.file]))
}
