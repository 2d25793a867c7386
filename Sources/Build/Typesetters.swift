import Book
import Cache
import Diagnostics
import HTML
import Site
import Typesetting

/// What some pages ask for, with what earlier builds answered.
typealias AskedTypesetting = (requests: TypesettingRequests, store: ResultStore)

/// Sets every formula and listing of the pages once, unless an earlier build has.
func typeset(
    _ asked: [AskedTypesetting], macros: [(name: String, body: String)],
    _ typesetter: Workbench<Typesetter, TypesettingError>
) throws(TypesettingError) -> (typeset: Typeset, diagnostics: [Diagnostic]) {
    var work = TypesettingWork(asked: asked, macros: macros)
    work.recall()
    if work.isDone { return (work.typeset, []) }
    let errors = try work.doRest(typesetter)
    return (work.typeset, diagnostics(for: errors, in: asked.map(\.requests)))
}

/// Formulas and listings, known and still to be set.
private struct TypesettingWork {
    let asked: [AskedTypesetting]
    let macros: [(name: String, body: String)]
    var typeset = Typeset(formulas: [:], listings: [:])
    private var formulas: [FormulaKey] = []
    private var listings: [ListingKey] = []
    /// Where what is still to be set is kept for later builds.
    private var formulaPlaces: [FormulaKey: [(ResultStore, Digest)]] = [:]
    private var listingPlaces: [ListingKey: [(ResultStore, Digest)]] = [:]

    init(asked: [AskedTypesetting], macros: [(name: String, body: String)]) {
        self.asked = asked
        self.macros = macros
    }

    var isDone: Bool { formulas.isEmpty && listings.isEmpty }

    /// Takes what earlier builds have set.
    mutating func recall() {
        for (requests, store) in asked {
            for formula in Set(requests.formulas.map(\.key)) { recall(formula, store) }
            for listing in Set(requests.listings) { recall(listing, store) }
        }
        // Which thread asked first must not decide the order in which the engine gets its work.
        let wanted = asked.flatMap { $0.requests.formulas.map(\.key) }
        var seen: Set<FormulaKey> = []
        formulas = wanted.filter { formulaPlaces[$0] != nil && typeset.formulas[$0] == nil && seen.insert($0).inserted }
        var known: Set<ListingKey> = []
        listings = asked.flatMap(\.requests.listings).filter {
            listingPlaces[$0] != nil && typeset.listings[$0] == nil && known.insert($0).inserted
        }
    }

    private mutating func recall(_ formula: FormulaKey, _ store: ResultStore) {
        let key = store.key("formula") { digester in
            digester.add(macros.count)
            for macro in macros {
                digester.add(macro.name)
                digester.add(macro.body)
            }
            digester.add(formula.tex)
            digester.add(formula.isDisplay ? "display" : "inline")
        }
        if let html = store.result(key) {
            typeset.formulas[formula] = String(decoding: html, as: UTF8.self)
        } else {
            formulaPlaces[formula, default: []].append((store, key))
        }
    }

    private mutating func recall(_ listing: ListingKey, _ store: ResultStore) {
        let key = store.key("listing") { digester in
            digester.add(listing.code)
            digester.add(listing.language)
        }
        if let html = store.result(key) {
            typeset.listings[listing] = .trusted(String(decoding: html, as: UTF8.self))
        } else {
            listingPlaces[listing, default: []].append((store, key))
        }
    }

    /// Sets the rest and hands it to the stores.
    mutating func doRest(
        _ typesetter: Workbench<Typesetter, TypesettingError>
    ) throws(TypesettingError) -> [FormulaKey: FormulaError] {
        let (formulas, listings) = (formulas, listings)
        let macros = macros.map { TeXMacro(name: $0.name, body: $0.body) }
        let (results, coloured) = try typesetter { (typesetter) throws(TypesettingError) in
            let results = try typesetter.typeset(
                formulas.map { Formula($0.tex, isDisplay: $0.isDisplay) }, macros: macros)
            var coloured: [HTMLNode] = []
            for listing in listings {
                coloured.append(try typesetter.highlight(listing.code, language: listing.language))
            }
            return (results, coloured)
        }
        var errors: [FormulaKey: FormulaError] = [:]
        for (formula, result) in zip(formulas, results) {
            switch result {
            case .success(let html): typeset.formulas[formula] = html
            case .failure(let error): errors[formula] = error
            }
        }
        for (listing, html) in zip(listings, coloured) { typeset.listings[listing] = html }
        keep()
        return errors
    }

    private func keep() {
        for (formula, places) in formulaPlaces {
            guard let html = typeset.formulas[formula] else { continue }
            for (store, key) in places { store.add(Array(html.utf8), for: key) }
        }
        for (listing, places) in listingPlaces {
            guard let html = typeset.listings[listing]?.serialized() else { continue }
            for (store, key) in places { store.add(Array(html.utf8), for: key) }
        }
    }
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
