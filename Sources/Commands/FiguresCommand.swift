import Build
import Diagnostics
import Files

/// `longhand figures BOOK -o FOLDER`: every figure of a book, or of one chapter.
func runFigures(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let path = line.arguments.first ?? "chapters"
    guard let folder = line["output"] else { throw UsageError("where to? longhand figures \(path) -o FOLDER") }
    let options = try figureOptions(line)
    let threads = Threads(count: try line.integer("threads", in: 1...256))
    try checkBook(path)
    do throws(BuildError) {
        let (sources, only) = try refusing { () throws(FileError) in
            let folder = try BookFolder(path)
            return (try folder.load(), folder.chapter)
        }
        let computed = compute(sources, threads: threads)
        report.write(computed.diagnostics, computed.sources)
        if computed.diagnostics.hasErrors { return .bookHasErrors }
        let chapters = computed.book.chapters.indices.filter { index in
            only == nil || only == "\(computed.book.chapters[index].stem).md"
        }
        let figures = chapters.flatMap { computed.shownFigures(chapter: $0) }
        let drawn = try pictures(figures, options, threads: threads)
        try refusing { () throws(FileError) in try write(drawn, figures.map(\.name), options, into: folder) }
        if isTerminal { complain("\(folder): \(figures.count) figures, \(figures.count * options.count) files\n") }
        return .clean
    } catch {
        return refuse(error)
    }
}

/// Each file whole or not at all; nothing else in the folder is touched.
private func write(
    _ drawn: [[Picture]], _ names: [String], _ options: [PictureOptions], into folder: String
) throws(FileError) {
    try makeFolder(folder)
    for (name, pictures) in zip(names, drawn) {
        for (picture, option) in zip(pictures, options) {
            let file = "\(folder)/\(name)\(option.isDark ? "-dark" : "").\(option.format.rawValue)"
            try writeFile(picture.bytes, to: file)
            if option.format == options[0].format, option.format != .csv { warn(of: picture, file) }
        }
    }
}

private func figureOptions(_ line: ParsedLine) throws(UsageError) -> [PictureOptions] {
    let words = (line["formats"] ?? "png").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var formats: [PictureFormat] = []
    for word in words {
        guard let format = PictureFormat(rawValue: word) else {
            throw UsageError("'--formats' lists png, svg, pdf, json and csv, not '\(word)'")
        }
        if !formats.contains(format) { formats.append(format) }
    }
    if line.has("dpi"), !formats.contains(.png) { throw UsageError("'--dpi' means nothing without png") }
    let dpi = try line.number("dpi", in: 18...2400) ?? 192
    let width = try pictureWidth(line)
    return formats.map { format in
        let isList = format == .json || format == .csv
        return PictureOptions(
            format: format, isDark: line.has("dark") && !isList, dpi: dpi, width: isList ? .asLaidOut : width)
    }
}
