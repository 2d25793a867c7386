import Book
import Cache
import Diagnostics
import Files
import Site

/// The record as a file, sealed, so that a damaged one is none.
extension BuildRecord {
    private static let format = "longhand build 2"

    var file: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.format)
        writer.write(identity)
        writer.write(frame)
        writer.write(chapters) { $0.write($1) }
        writer.write(card)
        writer.write(cardFiles) { $0.write($1) }
        writer.write(diagnostics) { $0.write($1) }
        writer.write(outputs) { writer, output in
            writer.write(output.path)
            for number in [output.stamp.size, output.stamp.inode, output.stamp.modified] { writer.write(number) }
        }
        return writer.bytes.sealed
    }

    /// nil when the file is damaged or another version's.
    init?(_ file: [UInt8]) {
        guard let bytes = file.unsealed else { return nil }
        var reader = ByteReader(bytes)
        do throws(DamagedBytes) {
            guard try reader.text() == Self.format else { return nil }
            identity = try reader.digest()
            frame = try reader.digest()
            chapters = try reader.list { (reader) throws(DamagedBytes) in try reader.chapter() }
            card = try reader.text()
            cardFiles = try reader.texts()
            diagnostics = try reader.list { (reader) throws(DamagedBytes) in try reader.diagnostic() }
            outputs = try reader.list { (reader) throws(DamagedBytes) in
                OutputFile(
                    path: try reader.text(),
                    stamp: FileStamp(
                        size: try reader.integer(), inode: try reader.integer(), modified: try reader.integer()))
            }
        } catch {
            return nil
        }
    }
}

// MARK: Writing

extension ByteWriter {
    fileprivate mutating func write(_ chapter: ChapterRecord) {
        write(chapter.file)
        write(chapter.source)
        write(chapter.otherFiles) { writer, file in
            writer.write(file.path)
            writer.write(file.digest) { $0.write($1) }
        }
        write(chapter.page) { $0.write($1) }
    }

    private mutating func write(_ page: ChapterRecord.Page) {
        write(page.outline)
        write(page.face)
        write(page.values)
        write(page.outputs) { $0.write($1) }
    }

    private mutating func write(_ outline: ChapterOutline) {
        write(outline.file)
        write(outline.number.value)
        write(outline.number.isAppendix ? 1 : 0)
        write(outline.uses) { $0.write($1) }
        write(outline.targets) { writer, target in
            writer.write(target.label)
            writer.write(target.number) { $0.write($1) }
            writer.write(target.title)
        }
        write(outline.anchors) { $0.write($1) }
    }

    private mutating func write(_ face: ChapterFace) {
        write(face.title)
        write(face.titleText)
        write(face.descriptionText)
        write(face.sections) { writer, section in
            writer.write(section.label)
            writer.write(section.title)
        }
    }

    fileprivate mutating func write(_ diagnostic: Diagnostic) {
        write(diagnostic.severity.rawValue)
        write(diagnostic.code)
        write(diagnostic.message)
        write(diagnostic.range)
        write(diagnostic.notes) { writer, note in
            writer.write(note.message)
            writer.write(note.range) { $0.write($1) }
        }
        write(diagnostic.suggestion) { $0.write($1) }
    }

    private mutating func write(_ range: SourceRange) {
        write(range.file)
        write(range.start)
        write(range.end)
    }
}

// MARK: Reading

extension ByteReader {
    fileprivate mutating func chapter() throws(DamagedBytes) -> ChapterRecord {
        ChapterRecord(
            file: try text(), source: try digest(),
            otherFiles: try list { (reader) throws(DamagedBytes) in
                .init(
                    path: try reader.text(),
                    digest: try reader.optional { (reader) throws(DamagedBytes) in try reader.digest() })
            }, page: try optional { (reader) throws(DamagedBytes) in try reader.page() })
    }

    private mutating func page() throws(DamagedBytes) -> ChapterRecord.Page {
        .init(outline: try outline(), face: try face(), values: try text(), outputs: try texts())
    }

    fileprivate mutating func texts() throws(DamagedBytes) -> [String] {
        try list { (reader) throws(DamagedBytes) in try reader.text() }
    }

    private mutating func outline() throws(DamagedBytes) -> ChapterOutline {
        ChapterOutline(
            file: try text(), number: ChapterNumber(try integer(), isAppendix: try integer() == 1), uses: try texts(),
            targets: try list { (reader) throws(DamagedBytes) in
                .init(
                    label: try reader.text(),
                    number: try reader.optional { (reader) throws(DamagedBytes) in try reader.integer() },
                    title: try reader.text())
            }, anchors: try texts())
    }

    private mutating func face() throws(DamagedBytes) -> ChapterFace {
        ChapterFace(
            title: try text(), titleText: try text(), descriptionText: try text(),
            sections: try list { (reader) throws(DamagedBytes) in
                .init(label: try reader.text(), title: try reader.text())
            })
    }

    fileprivate mutating func diagnostic() throws(DamagedBytes) -> Diagnostic {
        guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw DamagedBytes() }
        return Diagnostic(
            severity, code: try text(), try text(), at: try range(),
            notes: try list { (reader) throws(DamagedBytes) in
                .init(
                    try reader.text(), at: try reader.optional { (reader) throws(DamagedBytes) in try reader.range() })
            }, suggestion: try optional { (reader) throws(DamagedBytes) in try reader.text() })
    }

    private mutating func range() throws(DamagedBytes) -> SourceRange {
        let (file, start, end) = (try text(), try integer(), try integer())
        guard start >= 0, end >= start else { throw DamagedBytes() }
        return SourceRange(file: file, start: start, end: end)
    }
}
