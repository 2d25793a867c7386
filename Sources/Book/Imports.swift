import Cells
import Diagnostics

extension Book {
    /// The chapters' indices in groups, each of which uses only chapters of groups before it.
    public var levels: [[Int]] {
        var level: [Int: Int] = [:]
        for index in evaluationOrder {
            let used = chapters[index].uses.compactMap { use in chapters.firstIndex { $0.id == use.chapter.value } }
            level[index] = used.compactMap { level[$0] }.map { $0 + 1 }.max() ?? 0
        }
        let count = (level.values.max() ?? -1) + 1
        return (0..<count).map { number in chapters.indices.filter { level[$0] == number } }
    }

    /// The values a chapter brings in from others, and what is wrong with them.
    ///
    /// - Parameter scope: the names at the end of a chapter; nil for one that was not evaluated.
    public func imports(
        of index: Int, scope: (Int) -> Scope?
    ) -> (values: [(name: Located<String>, value: Value)], diagnostics: [Diagnostic]) {
        var imports = Imports()
        for use in chapters[index].uses {
            guard let used = chapters.firstIndex(where: { $0.id == use.chapter.value }), let scope = scope(used) else {
                // A chapter that is not there was reported; names it would have given are unknown.
                for name in use.names ?? [] { imports.values.append((name, .unknown)) }
                continue
            }
            imports.add(use, of: scope, isComplete: !chapters[used].program.mayLackNames)
        }
        return (imports.values, imports.diagnostics)
    }
}

/// Values of other chapters, each name once.
private struct Imports {
    var values: [(name: Located<String>, value: Value)] = []
    var diagnostics: [Diagnostic] = []

    /// - Parameter isComplete: false when a mistake, reported where it stands, may have kept names out of the scope.
    mutating func add(_ use: Use, of scope: Scope, isComplete: Bool) {
        var copier = Copier()
        for name in use.names ?? scope.names.map({ Located($0, use.chapter.range) }) {
            if let first = values.first(where: { $0.name.value == name.value }) {
                diagnostics.append(
                    Diagnostic(
                        code: "use.clash", "'\(name.value)' is brought in twice", at: name.range,
                        notes: [Diagnostic.Note("first here", at: first.name.range)]))
            } else if scope.binds(name.value), let value = scope.value(of: name.value) {
                add(name, value, by: &copier, isNamed: use.names != nil)
            } else {
                if isComplete {
                    diagnostics.append(
                        Diagnostic(
                            code: "use.name", "the chapter '\(use.chapter.value)' has no '\(name.value)'",
                            at: name.range,
                            suggestion: nearestName(to: name.value, in: scope.names)))
                }
                values.append((name, .unknown))
            }
        }
    }

    /// Functions, classes and objects belong to the names of their chapter. They are left out when a chapter is used whole, and
    /// its modules too, which each chapter imports itself.
    private mutating func add(_ name: Located<String>, _ value: Value, by copier: inout Copier, isNamed: Bool) {
        if let copy = copier.copy(of: value) {
            if case .module = copy, !isNamed { return }
            values.append((name, copy))
        } else if isNamed {
            diagnostics.append(
                Diagnostic(
                    code: "use.kind",
                    "'\(name.value)' cannot be brought in: \(reason(value)) in their chapter",
                    at: name.range))
            values.append((name, .unknown))
        }
    }

    private func reason(_ value: Value) -> String {
        if case .tensor = value {
            return "tensors that were computed with gradients, or share their elements with others, stay"
        }
        return "functions, classes and objects stay"
    }
}
