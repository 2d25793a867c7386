import Evaluation
import Tensors

/// The words and marks that a page adds to the author's, in the language of the book.
public struct Language: Sendable, Equatable {
    /// As BCP 47 writes it, such as `de-CH`.
    public var tag: String
    public var marks: NumberMarks
    /// Around the title of a section that is referred to.
    public var quotes: (open: String, close: String)
    public var words: Words

    /// Every word, once for each language.
    public struct Words: Sendable, Equatable {
        public var figure, table, equation, section, listing, formula: String
        public var contents, appendices, chapters, previous, next, onThisPage: String
        public var footnote, footnotes, backToText, backToPlace, linkToSection: String
        public var output, error, code, copy, card: String
        public var skipToText, skipToContents, skipToCard, showAllSteps, numbers, colophon: String
        public var note, tip, important, warning, caution: String
    }

    /// The languages that have words of their own.
    public static let known = ["de", "en", "es", "fr"]

    /// A language whose primary tag is not known has the words of English.
    public init(_ tag: String) {
        self.tag = tag
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }.map(String.init)
        switch parts.first {
        case "de":
            (words, quotes) = (.german, ("„", "“"))
            // In Switzerland and Liechtenstein numbers have a point.
            marks = parts.contains("ch") || parts.contains("li") ? .point : .comma
            if marks == .point { quotes = ("«", "»") }
        case "fr":
            (words, quotes, marks) = (.french, ("«\u{202F}", "\u{202F}»"), .commaAndSpaces)
        case "es":
            (words, quotes) = (.spanish, ("«", "»"))
            // North of Colombia numbers have a point.
            let withPoint = ["mx", "gt", "hn", "ni", "sv", "pa", "do", "pr", "us", "pe"]
            marks = parts.contains(where: withPoint.contains) ? .point : .commaAndSpaces
        default: (words, quotes, marks) = (.english, ("“", "”"), .point)
        }
    }

    public static func == (left: Language, right: Language) -> Bool { left.tag == right.tag }

    /// Whether the words are those of the language itself.
    public var isKnown: Bool {
        Self.known.contains(tag.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? "")
    }

    /// Whether the text can be a language tag: letters and digits, eight at most between hyphens.
    static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...8).contains(first.count),
            first.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
        else { return false }
        return parts.allSatisfy { part in
            (1...8).contains(part.count)
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
    }

    /// The word in front of a number.
    public func word(_ prefix: Label.Prefix) -> String {
        switch prefix {
        case .figure: words.figure
        case .table: words.table
        case .equation: words.equation
        case .section: words.section
        case .listing: words.listing
        }
    }

    public func word(_ kind: Callout.Kind) -> String {
        switch kind {
        case .note: words.note
        case .tip: words.tip
        case .important: words.important
        case .warning: words.warning
        case .caution: words.caution
        }
    }
}

extension Language.Words {
    static let english = Language.Words(
        figure: "Figure", table: "Table", equation: "Equation", section: "Section", listing: "Listing",
        formula: "Formula", contents: "Contents", appendices: "Appendices", chapters: "Chapters",
        previous: "Previous", next: "Next", onThisPage: "On this page", footnote: "Footnote", footnotes: "Footnotes",
        backToText: "Back to the text", backToPlace: "Back to the text, place", linkToSection: "Link to this section",
        output: "Output", error: "Error", code: "Code", copy: "Copy", card: "Companion card",
        skipToText: "Skip to the text", skipToContents: "Skip to the contents", skipToCard: "Skip to the card",
        showAllSteps: "Show all steps at once", numbers: "Numbers",
        colophon:
            "The numbers in colour, in figures and in worked steps were computed by Longhand when this page was made.",
        note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution")

    static let german = Language.Words(
        figure: "Abbildung", table: "Tabelle", equation: "Gleichung", section: "Abschnitt", listing: "Listing",
        formula: "Formel", contents: "Inhalt", appendices: "Anhänge", chapters: "Kapitel", previous: "Zurück",
        next: "Weiter", onThisPage: "Auf dieser Seite", footnote: "Fußnote", footnotes: "Fußnoten",
        backToText: "Zurück zum Text", backToPlace: "Zurück zum Text, Stelle",
        linkToSection: "Link zu diesem Abschnitt",
        output: "Ausgabe", error: "Fehler", code: "Code", copy: "Kopieren", card: "Begleitkarte",
        skipToText: "Zum Text", skipToContents: "Zum Inhalt", skipToCard: "Zur Karte",
        showAllSteps: "Alle Schritte auf einmal zeigen", numbers: "Zahlen",
        colophon:
            "Die farbigen Zahlen und die in Abbildungen und Rechenschritten hat Longhand berechnet, als diese Seite entstand.",
        note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung", caution: "Vorsicht")

    static let french = Language.Words(
        figure: "Figure", table: "Tableau", equation: "Équation", section: "Section", listing: "Programme",
        formula: "Formule", contents: "Sommaire", appendices: "Annexes", chapters: "Chapitres",
        previous: "Précédent", next: "Suivant", onThisPage: "Sur cette page", footnote: "Note", footnotes: "Notes",
        backToText: "Retour au texte", backToPlace: "Retour au texte, endroit",
        linkToSection: "Lien vers cette section",
        output: "Sortie", error: "Erreur", code: "Code", copy: "Copier", card: "Carte mémo",
        skipToText: "Aller au texte", skipToContents: "Aller au sommaire", skipToCard: "Aller à la carte",
        showAllSteps: "Montrer toutes les étapes à la fois", numbers: "Nombres",
        colophon:
            "Les nombres en couleur, dans les figures et dans les calculs ont été calculés par Longhand à la création de cette page.",
        note: "Remarque", tip: "Astuce", important: "Important", warning: "Avertissement", caution: "Attention")

    static let spanish = Language.Words(
        figure: "Figura", table: "Tabla", equation: "Ecuación", section: "Sección", listing: "Programa",
        formula: "Fórmula", contents: "Contenido", appendices: "Apéndices", chapters: "Capítulos",
        previous: "Anterior", next: "Siguiente", onThisPage: "En esta página", footnote: "Nota al pie",
        footnotes: "Notas al pie", backToText: "Volver al texto", backToPlace: "Volver al texto, lugar",
        linkToSection: "Enlace a esta sección", output: "Salida", error: "Error", code: "Código", copy: "Copiar",
        card: "Ficha de consulta", skipToText: "Ir al texto", skipToContents: "Ir al contenido",
        skipToCard: "Ir a la ficha", showAllSteps: "Mostrar todos los pasos a la vez",
        numbers: "Números",
        colophon:
            "Los números en color, en las figuras y en los pasos fueron calculados por Longhand al crear esta página.",
        note: "Nota", tip: "Consejo", important: "Importante", warning: "Advertencia", caution: "Precaución")
}
