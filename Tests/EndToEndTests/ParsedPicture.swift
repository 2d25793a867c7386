import Foundation
import FoundationXML

/// An SVG document read by an XML parser and held against the part of SVG that Longhand writes.
final class ParsedPicture: NSObject, XMLParserDelegate {
    static let namespace = "http://www.w3.org/2000/svg"

    /// What is not well formed, not SVG, or leads nowhere.
    private(set) var problems: [String] = []
    /// In points.
    private(set) var width = 0.0
    private(set) var height = 0.0

    private var ids: Set<String> = []
    private var references: [String] = []
    private var depth = 0

    private static let presentation: Set = [
        "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
    ]
    /// What an element may have besides.
    private static let attributes: [String: Set<String>] = [
        "svg": ["xmlns", "xmlns:xlink", "width", "height", "viewBox"], "defs": [], "g": ["id"], "path": ["id", "d"],
        "use": ["xlink:href", "x", "y"],
    ]

    init(_ document: Data) {
        super.init()
        let parser = XMLParser(data: document)
        parser.delegate = self
        // Foundation's parser goes on after many mistakes, and is content with a document that breaks off.
        if !parser.parse() || parser.parserError != nil || depth != 0 { problems.append("not well formed") }
        for name in references where !ids.contains(name) { problems.append("'#\(name)' leads nowhere") }
        if width <= 0 || height <= 0 { problems.append("no size") }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        depth += 1
        guard let known = Self.attributes[name], (name == "svg") == (depth == 1) else {
            problems.append("<\(name)> has no place here")
            return
        }
        for (key, value) in attributes.sorted(by: { $0.key < $1.key }) {
            if !known.contains(key), !Self.presentation.contains(key) || name == "svg" {
                problems.append("<\(name)> with '\(key)'")
            } else if !isRight(value, for: key) {
                problems.append("\(key)=\"\(value.prefix(60))\"")
            }
        }
        if name == "use", attributes["xlink:href"] == nil { problems.append("<use> of nothing") }
        if name == "svg" {
            width = points(attributes["width"])
            height = points(attributes["height"])
        }
        if let id = attributes["id"], !ids.insert(id).inserted { problems.append("'\(id)' twice") }
        if let href = attributes["xlink:href"] { references.append(String(href.dropFirst())) }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        depth -= 1
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if !text.allSatisfy(\.isWhitespace) { problems.append("text: \(text)") }
    }

    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) {
        problems.append("not well formed: line \(parser.lineNumber)")
    }

    private func points(_ length: String?) -> Double {
        guard let length, length.hasSuffix("pt") else { return 0 }
        return Double(length.dropLast(2)) ?? 0
    }

    // MARK: Values

    private func isRight(_ value: String, for key: String) -> Bool {
        switch key {
        case "xmlns": value == Self.namespace
        case "xmlns:xlink": value == "http://www.w3.org/1999/xlink"
        case "width", "height": points(value) > 0
        case "viewBox": Self.numbers(value)?.count == 4
        case "id": value.wholeMatch(of: #/[A-Za-z_][-\w.]*/#) != nil
        case "xlink:href": value.hasPrefix("#")
        case "fill", "stroke": value == "none" || value.wholeMatch(of: #/#[0-9a-f]{6}/#) != nil
        case "stroke-linecap": ["butt", "round", "square"].contains(value)
        case "stroke-linejoin": ["miter", "round", "bevel"].contains(value)
        case "stroke-width": Self.numbers(value).map { $0.count == 1 && $0[0] >= 0 } ?? false
        case "stroke-dasharray": Self.numbers(value).map { !$0.isEmpty && $0.allSatisfy { $0 >= 0 } } ?? false
        case "d": Self.isPath(value)
        default: Self.numbers(value)?.count == 1
        }
    }

    /// How many numbers a command takes at a time.
    private static let commands: [Character: Int] = ["m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "z": 0]

    /// Commands with as many numbers as they need, the first of them a move.
    private static func isPath(_ data: String) -> Bool {
        guard data.first?.lowercased() == "m" else { return false }
        var rest = Substring(data)
        while let command = rest.popFirst() {
            let text = rest.prefix { !$0.isLetter }
            rest = rest.dropFirst(text.count)
            guard let count = commands[Character(command.lowercased())], let numbers = numbers(String(text)) else {
                return false
            }
            if count == 0 ? !numbers.isEmpty : numbers.isEmpty || numbers.count % count != 0 { return false }
        }
        return true
    }

    /// The numbers of a list, of which a sign or a second point begins another; nil where something else stands.
    private static func numbers(_ text: String) -> [Double]? {
        var numbers: [Double] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: #/[\s,]*([-+]?(?:\d+\.?\d*|\.\d+))[\s,]*/#),
                let number = Double(match.1)
            else { return nil }
            numbers.append(number)
            rest = rest[match.range.upperBound...]
        }
        return numbers
    }
}
