import Book
import Cache
import Diagnostics
import Files
import Site

/// What is known of the last good build into a folder: what went in, and what came out.
struct BuildRecord: Sendable, Equatable {
    /// Of the program, its libraries, fonts and style sheets.
    var identity: Digest
    /// Of the settings, and of which chapters there are.
    var frame: Digest
    /// In the order of their files.
    var chapters: [ChapterRecord]
    /// The companion card as every page has it, and the files of the chapters it shows something of.
    var card: String
    var cardFiles: [String]
    /// Warnings.
    var diagnostics: [Diagnostic]
    var outputs: [OutputFile]

    struct OutputFile: Sendable, Equatable {
        var path: String
        var stamp: FileStamp
    }
}

/// What is known of a chapter after a good build.
struct ChapterRecord: Sendable, Equatable {
    /// Such as `02-forward.md`.
    var file: String
    var source: Digest
    /// Other files of the book it was made from; nil for one that was not there.
    var otherFiles: [OtherFile]
    /// nil for a draft.
    var page: Page?

    struct OtherFile: Sendable, Equatable {
        var path: String
        var digest: Digest?
    }

    struct Page: Sendable, Equatable {
        var outline: ChapterOutline
        var face: ChapterFace
        /// Its values as they stand in `values.json`.
        var values: String
        /// The files of the site that belong to it.
        var outputs: [String]
    }
}
