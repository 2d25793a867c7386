import Evaluation

/// The reference page of all directives, options and settings, in Markdown, made from the tables that check them.
public func directiveReference() -> String {
    var page = """
        # Directives and settings

        This page is made from the tables by which Longhand checks a book; `make golden` rewrites it. What a chapter is made
        of stands in [the chapter format](chapter-format.md).


        """
    page += "## Options of every directive\n\nThey stand on `#|` lines at the top of the directive.\n\n"
    page += keyTable(DirectiveSchema.commonOptions)
    for schema in DirectiveSchema.all { page += section(schema) }
    page += "\n## Front matter of a chapter\n\n" + keyTable(FrontMatterKeys.schema)
    page += "\n## The file of a single network\n\n"
    page += "`longhand figure net.yml` draws it without any book.\n\n" + keyTable(NetworkFile.keys)
    page += "\n## `book.yml`\n\n" + keyTable(BookSettings.schema)
    return page
}

private func section(_ schema: DirectiveSchema) -> String {
    let header =
        switch schema.argument {
        case .freshName: "{\(schema.kind.rawValue)} NAME"
        case .expression: "{\(schema.kind.rawValue)} EXPRESSION"
        case .none: "{\(schema.kind.rawValue)}"
        }
    var section = "\n## `\(header)`\n\n\(schema.summary) \(schema.bodyForm.sentence)"
    if schema.displays.count > 1 {
        let modes = schema.displays.map { "`\($0.rawValue)`" }
        section += " It displays \(modes[0]), or by `display:` \(modes.dropFirst().joined(separator: ", "))."
    }
    section += "\n"
    if !schema.options.isEmpty { section += "\nOptions of its own:\n\n" + keyTable(schema.options) }
    if !schema.keys.isEmpty { section += "\nKeys of the body:\n\n" + keyTable(schema.keys) }
    return section + "\n````markdown\n\(schema.example)\n````\n"
}

extension DirectiveSchema.BodyForm {
    fileprivate var sentence: String {
        switch self {
        case .yaml: "The body is YAML."
        case .csv: "The body is CSV: the names of the columns, then an instance a line."
        case .expressions: "The body holds one expression a line."
        case .code: "The body is a program in the cell language."
        }
    }
}

private func keyTable(_ keys: [KeySchema]) -> String {
    "| key | value | meaning |\n|---|---|---|\n" + keys.flatMap { rows($0, path: "") }.joined()
}

/// The row of a key, and below it those of the keys inside its value.
private func rows(_ key: KeySchema, path: String) -> [String] {
    let name = path + "`\(key.name)`"
    let meaning = key.summary + (key.isRequired ? "; **required**" : "")
    let row = "| \(name) | \(key.type.words) | \(meaning) |\n"
    return [row] + key.type.innerKeys.flatMap { rows($0, path: name + " › ") }
}

extension ValueType {
    /// What may stand behind a key, in words.
    fileprivate var words: String {
        switch self {
        case .expression: "expression"
        case .formatted: "expression, with a format if you like"
        case .name: "name"
        case .path: "name, or names joined by `->`"
        case .text: "text"
        case .pieces: "text with values"
        case .markdown: "Markdown"
        case .flag: "`true` or `false`"
        case .integer(let bounds): "\(bounds.lowerBound) to \(bounds.upperBound)"
        case .number: "number"
        case .width: "`1%` to `100%`"
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .weights: "matrix, expression or initialiser"
        case .rows: "`NAME in EXPRESSION`"
        case .list(let element): "list: \(element.words)"
        case .either(let first, let second): "\(first.words); or \(second.words)"
        case .mapping: "mapping"
        case .entries(let element): "mapping of names: \(element.words)"
        case .panel: "a directive: `KIND: EXPRESSION` with the keys of its body"
        case .named: "list of names, each with a mapping"
        }
    }

    /// The keys of a mapping, or of the mappings in a list.
    fileprivate var innerKeys: [KeySchema] {
        switch self {
        case .mapping(let keys, _), .panel(let keys): keys
        case .list(let element), .named(let element), .entries(let element): element.innerKeys
        case .either(let first, let second): first.innerKeys + second.innerKeys
        default: []
        }
    }
}
