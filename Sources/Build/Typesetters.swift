import Book
import Diagnostics
import HTML
import Site
import Typesetting

/// Sets every formula and listing of the pages once.
func typeset(
    _ requests: [TypesettingRequests], macros: [(name: String, body: String)], scripts: Scripts
) throws(TypesettingError) -> (typeset: Typeset, diagnostics: [Diagnostic]) {
    var seen: Set<FormulaKey> = []
    var keys: [FormulaKey] = []
    for request in requests.flatMap(\.formulas) where seen.insert(request.key).inserted { keys.append(request.key) }
    let typesetter = try Typesetter(scripts: scripts)
    let results =
        keys.isEmpty
        ? []
        : try typesetter.typeset(
            keys.map { Formula($0.tex, isDisplay: $0.isDisplay) },
            macros: macros.map { TeXMacro(name: $0.name, body: $0.body) })
    var formulas: [FormulaKey: String] = [:]
    var errors: [FormulaKey: FormulaError] = [:]
    for (key, result) in zip(keys, results) {
        switch result {
        case .success(let html): formulas[key] = html
        case .failure(let error): errors[key] = error
        }
    }
    var listings: [ListingKey: HTMLNode] = [:]
    for key in requests.flatMap(\.listings) where listings[key] == nil {
        listings[key] = try typesetter.highlight(key.code, language: key.language)
    }
    return (Typeset(formulas: formulas, listings: listings), diagnostics(for: errors, in: requests))
}

/// A formula that stands in several places is wrong in each of them; one that is shown in several, as a heading, in one.
private func diagnostics(
    for errors: [FormulaKey: FormulaError], in requests: [TypesettingRequests]
) -> [Diagnostic] {
    if errors.isEmpty { return [] }
    var seen: Set<Diagnostic> = []
    return requests.flatMap(\.formulas).compactMap { request in
        guard let error = errors[request.key] else { return nil }
        let diagnostic = Diagnostic(
            code: "math.tex", error.message, at: request.origin.range(of: error.range), suggestion: error.suggestion)
        return seen.insert(diagnostic).inserted ? diagnostic : nil
    }
}
