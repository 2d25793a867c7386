import Diagnostics
import Tensors

@testable import Cells

/// A program as text in the manner of Lisp, one statement a line: `(= x (+ 1 (* y 2)))`.
struct TreeText {
    /// Whether `@START:END` stands behind every expression and statement.
    var withRanges = false

    func text(_ statements: [Statement]) -> String { statements.map(text).joined(separator: "\n") }

    private func form(_ parts: [String]) -> String { "(" + parts.joined(separator: " ") + ")" }

    private func block(_ statements: [Statement]) -> String { form(statements.map(text)) }

    private func ranged(_ text: String, _ range: SourceRange) -> String {
        withRanges ? "\(text)@\(range.start):\(range.end)" : text
    }

    func text(_ statement: Statement) -> String {
        if case .expression(let value) = statement.kind { return text(value) }
        return ranged(text(statement.kind), statement.range)
    }

    private func text(_ kind: Statement.Kind) -> String {
        switch kind {
        case .expression(let value): text(value)
        case .assign(let targets, let value): form(["="] + (targets + [value]).map(text))
        case .augmented(let target, let symbol, let value): form(["\(symbol.rawValue)=", text(target), text(value)])
        case .delete(let targets): form(["del"] + targets.map(text))
        case .pass: "pass"
        case .break: "break"
        case .continue: "continue"
        case .return(let value): form(["return"] + optional(value))
        case .raise(let raised, let cause): form(["raise"] + optional(raised) + optional(cause))
        case .assert(let claim, let message): form(["assert", text(claim)] + optional(message))
        case .global(let names): form(["global"] + names.map { $0.value })
        case .nonlocal(let names): form(["nonlocal"] + names.map { $0.value })
        case .importModules(let modules): form(["import"] + modules.map(text))
        case .importNames(let module, let names): form(["from", module.value] + names.map(text))
        default: blockText(kind)
        }
    }

    private func blockText(_ kind: Statement.Kind) -> String {
        switch kind {
        case .if(let branches, let otherwise): text(branches[...], otherwise)
        case .while(let test, let body, let otherwise):
            form(["while", text(test), block(body)] + rest("else", otherwise))
        case .for(let target, let source, let body, let otherwise):
            form(["for", text(target), text(source), block(body)] + rest("else", otherwise))
        case .try(let parts):
            form(
                ["try", block(parts.body)] + parts.handlers.map(text) + rest("else", parts.otherwise)
                    + rest("finally", parts.finally))
        case .with(let contexts, let body):
            form(["with", form(contexts.map { form([text($0.value)] + optional($0.target)) }), block(body)])
        case .function(let function):
            form(["def", function.name.value, text(function.parameters), block(function.body)])
        case .class(let definition):
            form(["class", definition.name.value, form(definition.bases.map(text)), block(definition.body)])
        default: "?"
        }
    }

    private func optional(_ expression: Cells.Expression?) -> [String] { expression.map { [text($0)] } ?? [] }

    private func rest(_ word: String, _ body: [Statement]) -> [String] {
        body.isEmpty ? [] : [form([word] + body.map(text))]
    }

    /// `elif` as an `if` inside `else`.
    private func text(_ branches: ArraySlice<Statement.Branch>, _ otherwise: [Statement]) -> String {
        guard let first = branches.first else { return "" }
        let others = branches.count == 1 ? rest("else", otherwise) : ["(else \(text(branches.dropFirst(), otherwise)))"]
        return form(["if", text(first.test), block(first.body)] + others)
    }

    private func text(_ handler: Statement.Handler) -> String {
        form(
            ["except"] + optional(handler.type) + (handler.name.map { ["as", $0.value] } ?? []) + [block(handler.body)])
    }

    private func text(_ name: Statement.Import) -> String {
        name.name.value + (name.alias.map { ":" + $0.value } ?? "")
    }

    private func text(_ parameters: Parameters) -> String {
        var parts = parameters.placed.map(text)
        if parameters.placedOnly > 0 { parts.insert("/", at: parameters.placedOnly) }
        if let rest = parameters.rest { parts.append("*" + rest.value) }
        if parameters.rest == nil, !parameters.named.isEmpty { parts.append("*") }
        parts += parameters.named.map(text)
        if let rest = parameters.namedRest { parts.append("**" + rest.value) }
        return form(parts)
    }

    private func text(_ parameter: Parameters.Parameter) -> String {
        parameter.name.value + (parameter.defaultValue.map { "=" + text($0) } ?? "")
    }
}

extension TreeText {
    func text(_ expression: Cells.Expression) -> String {
        if case .comprehension(let made) = expression.kind, made.form == .generator { return text(expression.kind) }
        return ranged(text(expression.kind), expression.range)
    }

    private func text(_ kind: Cells.Expression.Kind) -> String {
        switch kind {
        case .none: "None"
        case .bool(let value): value ? "True" : "False"
        case .int(let value): "\(value)"
        case .float(let value): pythonRepr(value)
        case .string(let value): quoted(value)
        case .formatted(let pieces): form(["f"] + self.pieces(pieces))
        case .ellipsis: "..."
        case .name(let name): name
        case .tuple(let items): form(["tuple"] + items.map(text))
        case .list(let items): form(["list"] + items.map(text))
        case .set(let items): form(["set"] + items.map(text))
        case .dict(let entries):
            form(["dict"] + entries.map { form([$0.key.map(text) ?? "**", text($0.value)]) })
        case .starred(let operand): form(["*", text(operand)])
        case .comprehension(let comprehension): text(comprehension)
        case .unary(let symbol, let operand): form([symbol.rawValue, text(operand)])
        case .binary(let symbol, let left, let right): form([symbol.rawValue, text(left), text(right)])
        case .comparison(let first, let steps):
            form(["compare", text(first)] + steps.flatMap { [$0.relation.rawValue, text($0.right)] })
        case .logic(let symbol, let operands): form([symbol.rawValue] + operands.map(text))
        case .conditional(let parts): form(["if", text(parts.test), text(parts.value), text(parts.otherwise)])
        case .call(let function, let arguments):
            form(
                ["call", text(function)] + arguments.filter(isPlaced).map(text)
                    + arguments.filter { !isPlaced($0) }.map(text))
        case .attribute(let object, let name): form([".", text(object), name.value])
        case .item(let object, let index): form(["[]", text(object), text(index)])
        case .slice(let slice): form([":"] + [slice.lower, slice.upper, slice.step].map { $0.map(text) ?? "_" })
        case .lambda(let parameters, let body): form(["lambda", text(parameters), text(body)])
        case .yield(let value): form(["yield"] + optional(value))
        }
    }

    private func isPlaced(_ argument: Cells.Expression.Argument) -> Bool {
        argument.name == nil && !argument.isNamedRest
    }

    private func text(_ argument: Cells.Expression.Argument) -> String {
        if argument.isNamedRest { return "**" + text(argument.value) }
        return (argument.name.map { $0.value + "=" } ?? "") + text(argument.value)
    }

    private func text(_ comprehension: Cells.Expression.Comprehension) -> String {
        let clauses = comprehension.clauses.map { clause in
            form(["for", text(clause.target), text(clause.source)] + clause.tests.map(text))
        }
        return form(
            [comprehension.form.name.replacing(" ", with: "-"), text(comprehension.element)]
                + optional(comprehension.value) + clauses)
    }

    /// Neighbouring texts of an f-string stand as one; inside it there are no ranges.
    private func pieces(_ pieces: [FormattedPiece]) -> [String] {
        var parts: [String] = []
        var literal = ""
        for piece in pieces {
            switch piece {
            case .literal(let text): literal += text
            case .field(let field):
                if !literal.isEmpty { parts.append(quoted(literal)) }
                literal = ""
                parts.append(text(field))
            }
        }
        return literal.isEmpty ? parts : parts + [quoted(literal)]
    }

    private func text(_ field: FormattedPiece.Field) -> String {
        let inner = TreeText()
        let conversion: [String] =
            switch field.conversion {
            case .none: []
            case .repr: ["!r"]
            case .string: ["!s"]
            case .ascii: ["!a"]
            }
        let format = field.format.isEmpty ? [] : [form(inner.pieces(field.format))]
        return "{" + ([inner.text(field.expression)] + conversion + format).joined(separator: " ") + "}"
    }
}
