import Tensors

/// The numbers a figure shows, for those who cannot see it and for other programs.
public struct FigureTable: Sendable, Equatable {
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double, text: String)
        case empty
    }

    public var header: [String]
    public var rows: [[Cell]]

    public init(header: [String], rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }

    /// Without columns in which nothing stands.
    var withoutEmptyColumns: FigureTable {
        let kept = header.indices.filter { column in rows.contains { $0[column] != .empty } }
        return FigureTable(header: kept.map { header[$0] }, rows: rows.map { row in kept.map { row[$0] } })
    }
}

extension FigureTable {
    /// Comma-separated values (RFC 4180), numbers with every digit.
    public var csv: String {
        ([header.map(FigureTable.quoted)] + rows.map { $0.map { $0.csv } })
            .map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    fileprivate static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        if !needsQuotes { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars { quoted += scalar == "\"" ? "\"\"" : String(Character(scalar)) }
        return quoted + "\""
    }
}

extension FigureTable.Cell {
    fileprivate var csv: String {
        switch self {
        case .text(let text): FigureTable.quoted(text)
        case .number(let number, _): pythonRepr(number)
        case .empty: ""
        }
    }
}
