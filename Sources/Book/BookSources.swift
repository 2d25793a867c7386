import Diagnostics

/// The files a book is read from.
public struct BookSources: Sendable {
    /// `book.yml`, if the folder has one.
    public var settings: SourceText?
    /// The chapters' files in file-name order.
    public var chapters: [SourceText]
    /// Files of every chapter of the folder in file-name order, whether read or not; a chapter keeps its number when it is built alone.
    public var allChapterFiles: [String]
    /// The folder as it is shown to the author; a file within it is `FOLDER/PATH`.
    public var folder: String
    /// What the folder is called, when `folder` does not say, as `.` does not.
    public var name: String?
    /// The bytes of another file inside the book by its path within the folder, or nil when there is none.
    public var file: @Sendable (String) -> [UInt8]?

    public init(
        settings: SourceText?, chapters: [SourceText], allChapterFiles: [String], folder: String, name: String? = nil,
        file: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.settings = settings
        self.chapters = chapters
        self.allChapterFiles = allChapterFiles
        self.folder = folder
        self.name = name
        self.file = file
    }
}

/// A whole book, read and checked but not computed.
public struct Book: Sendable {
    public var settings: BookSettings
    /// In the order of reading; drafts are left out.
    public var chapters: [Chapter]
    /// Where every label leads.
    public var labels: [String: LabelTarget]
    /// The figures and tables on the companion card; empty for a book without one.
    public var companion: [LabelTarget]
    /// What stands under which heading of the contents: every chapter once, in order.
    public var parts: [BookPart]
    /// The chapters' indices, each after the chapters it uses.
    public var evaluationOrder: [Int]
    /// Files other than chapters that diagnostics may point into, such as data.
    public var otherSources: [SourceText]

    public func chapter(id: String) -> Chapter? { chapters.first { $0.id == id } }
}

/// Where a label leads: to which chapter, and what it is called there.
public struct LabelTarget: Sendable {
    public var chapter: Int
    public var target: Target
}
