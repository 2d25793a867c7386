import Cells
import Diagnostics
import Evaluation
import Tensors
import YAMLReader

extension ArgumentReader {
    mutating func scalar(_ node: Node, of key: String) -> Node.Scalar? {
        guard case .scalar(let scalar) = node.kind else {
            report("form", "'\(key)' is a single value here", at: node.range)
            return nil
        }
        if scalar.isPlain, scalar.text.bytes.isEmpty {
            report("form", "'\(key)' has no value", at: node.range)
            return nil
        }
        return scalar
    }

    mutating func expression(_ text: Excerpt) -> Expression? {
        let (expression, diagnostics) = parseExpression(text)
        add(diagnostics)
        return expression
    }

    mutating func formatted(_ text: Excerpt) -> FormattedExpression? {
        let (formatted, diagnostics) = parseFormatted(text)
        add(diagnostics)
        return formatted
    }

    mutating func name(_ node: Node, of key: String) -> Located<String>? {
        guard let scalar = scalar(node, of: key) else { return nil }
        let name = Located(scalar.text.text, node.range)
        return isName(name) ? name : nil
    }

    /// Names joined by `->`, each with its own place.
    mutating func path(_ node: Node, of key: String) -> [Located<String>]? {
        guard let text = scalar(node, of: key)?.text else { return nil }
        var names: [Located<String>] = []
        var start = 0
        while true {
            let arrow = text.bytes[start...].indices.first { text.bytes[$0...].starts(with: "->".utf8) }
            let part = text.excerpt(start..<(arrow ?? text.bytes.count)).trimmed
            // Where a name is missing, the place is the arrow's.
            let place = part.bytes.isEmpty && !text.bytes.isEmpty ? text.range : part.range
            let name = Located(part.text, place)
            guard isName(name) else { return nil }
            names.append(name)
            guard let arrow else { return names }
            start = arrow + 2
        }
    }

    /// Whether a word can be a name in an expression; says so if not.
    mutating func isName(_ word: Located<String>) -> Bool {
        if isIdentifier(word.value) { return true }
        report(
            "name", "'\(word.value)' is not a name: letters, digits and '_', not starting with a digit", at: word.range)
        return false
    }

    mutating func flag(_ node: Node, of key: String) -> Bool? {
        if let scalar = scalar(node, of: key) {
            if case .bool(let value) = scalar.resolved { return value }
            report("form", "'\(key)' is true or false, not '\(scalar.text.text)'", at: node.range)
        }
        return nil
    }

    mutating func integer(_ node: Node, _ bounds: ClosedRange<Int>, of key: String) -> Int? {
        if let scalar = scalar(node, of: key) {
            if case .int(let value) = scalar.resolved, bounds.contains(value) { return value }
            report(
                "form",
                "'\(key)' is a whole number from \(bounds.lowerBound) to \(bounds.upperBound), not '\(scalar.text.text)'",
                at: node.range)
        }
        return nil
    }

    mutating func number(_ node: Node, of key: String) -> Located<Double>? {
        guard let scalar = scalar(node, of: key) else { return nil }
        if let number = Double(decimal: scalar.text.bytes), number.isFinite { return Located(number, node.range) }
        report("form", "'\(key)' holds numbers, not '\(scalar.text.text)'", at: node.range)
        return nil
    }

    mutating func width(_ node: Node, of key: String) -> Located<String>? {
        guard let scalar = scalar(node, of: key) else { return nil }
        if isWidth(scalar.text.text) { return Located(scalar.text.text, node.range) }
        report("width", "\(widthRule), not '\(scalar.text.text)'", at: node.range)
        return nil
    }

    mutating func choice(_ node: Node, _ choices: [String], of key: String) -> Located<String>? {
        guard let scalar = scalar(node, of: key) else { return nil }
        let written = scalar.text.text
        if choices.contains(written) { return Located(written, node.range) }
        report(
            key, "unknown \(key) '\(written)'; known: \(choices.joined(separator: ", "))", at: node.range,
            suggestion: nearestName(to: written, in: choices))
        return nil
    }

    mutating func weights(_ node: Node, of key: String) -> WeightSource? {
        guard case .sequence(let items) = node.kind else {
            return scalar(node, of: key).flatMap { expression($0.text) }.map(WeightSource.expression)
        }
        var read: [[Expression]] = []
        // All biases of a layer stand in one list.
        let rows = key.hasPrefix("b_") ? [node] : items
        for row in rows {
            guard case .sequence(let items) = row.kind else {
                report("form", "a row of a matrix is a list: \(key): [[…, …], […, …]]", at: row.range)
                return nil
            }
            var expressions: [Expression] = []
            for item in items {
                guard let scalar = scalar(item, of: key), let expression = expression(scalar.text) else { return nil }
                expressions.append(expression)
            }
            read.append(expressions)
        }
        return .rows(read)
    }

    /// `NAME in EXPRESSION`.
    mutating func rows(_ text: Excerpt) -> TableBody.Rows? {
        let words = text.bytes
        var index = 0
        func skipBlanks() { while index < words.count, words[index] == 0x20 { index += 1 } }
        skipBlanks()
        let start = index
        while index < words.count, words[index] != 0x20 { index += 1 }
        let name = text.excerpt(start..<index)
        skipBlanks()
        guard isIdentifier(name.text), words[index...].starts(with: Array("in ".utf8)) else {
            report("rows", "'rows' is a name and the values it takes: k in EXPRESSION", at: text.range)
            return nil
        }
        index += 3
        return expression(text.excerpt(index..<words.count)).map {
            TableBody.Rows(variable: Located(name.text, name.range), values: $0)
        }
    }
}

let widthRule = "a width is a part of the column, from 1% to 100%"

/// Whether a word is a whole number of percent.
func isWidth(_ word: String) -> Bool {
    guard word.hasSuffix("%"), let number = Int(word.dropLast()) else { return false }
    return (1...100).contains(number) && !word.hasPrefix("+")
}

/// Whether a word can stand as a name in an expression.
func isIdentifier(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return word.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
}
