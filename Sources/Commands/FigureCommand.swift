import Build
import Diagnostics
import Evaluation
import Files

/// `longhand figure CHAPTER.md#LABEL` and `longhand figure NETWORK.yml`.
func runFigure(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let asked = line.arguments[0]
    guard let output = line["output"] else {
        throw UsageError("where to? longhand figure \(asked) -o FILE, or -o - for standard output")
    }
    let options = try pictureOptions(line, output)
    if isNetworkFile(asked) { return try drawNetwork(asked, options, to: output, report) }
    guard let hash = asked.lastIndex(of: "#") else {
        throw UsageError("a figure is named CHAPTER.md#LABEL, or is a file NETWORK.yml, not '\(asked)'")
    }
    let chapter = String(asked[..<hash])
    let name = String(asked[asked.index(after: hash)...])
    return try compute(chapter: chapter, report) { (computed, index) throws(UsageError) in
        let figures = computed.figures(chapter: index)
        guard let figure = figures.first(where: { $0.name == name }) else {
            let hint = nearestName(to: name, in: figures.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            throw UsageError("'\(chapter)' has no figure '\(name)'\(hint)")
        }
        return draw(figure.display, options, to: output)
    }
}

private func isNetworkFile(_ path: String) -> Bool { path.hasSuffix(".yml") || path.hasSuffix(".yaml") }

private func drawNetwork(
    _ path: String, _ options: PictureOptions, to output: String, _ report: Report
) throws(UsageError) -> Exit {
    if path.split(separator: "/").last == "book.yml" {
        throw UsageError("'\(path)' holds the settings of a book; 'longhand figures' draws a book's figures")
    }
    let source: SourceText
    do throws(FileError) {
        source = SourceText(path: path, bytes: try readFile(path))
    } catch {
        return refuse(error)
    }
    let (figure, diagnostics) = figure(ofNetworkFile: source)
    report.write(diagnostics, [source])
    guard let figure else { return .bookHasErrors }
    return draw(figure, options, to: output)
}

private func draw(_ display: FigureDisplay, _ options: PictureOptions, to output: String) -> Exit {
    do throws(BuildError) {
        let picture = try picture(display, options)
        try refusing { () throws(FileError) in
            if output == "-" { try writeStandard(picture.bytes) } else { try writeFile(picture.bytes, to: output) }
        }
        if options.format != .csv { warn(of: picture, output) }
        return .clean
    } catch {
        return refuse(error)
    }
}

/// Says when letters come out too small to read.
func warn(of picture: Picture, _ name: String) {
    guard let smallest = picture.smallestText, let width = picture.readableWidth else { return }
    let size = (smallest * 10).rounded(.down) / 10
    complain(
        "longhand: warning: the smallest text in '\(name)' has \(size) points; 7 points need a width of \(Int(width))\n"
    )
}

/// The options of a picture; one that its format has no use for is a slip.
private func pictureOptions(_ line: ParsedLine, _ output: String) throws(UsageError) -> PictureOptions {
    let format = try pictureFormat(line, output)
    for (option, formats) in [("dpi", [.png]), ("width", [.png, .pdf, .svg]), ("dark", [.png, .svg, .pdf])]
        as [(String, [PictureFormat])]
    where line.has(option) && !formats.contains(format) {
        throw UsageError("'--\(option)' means nothing for \(format.rawValue)")
    }
    return PictureOptions(
        format: format, isDark: line.has("dark"), dpi: try line.number("dpi", in: 18...2400) ?? 192,
        width: try pictureWidth(line))
}

/// By `--format`, or else by the ending of the file.
private func pictureFormat(_ line: ParsedLine, _ output: String) throws(UsageError) -> PictureFormat {
    let name = output.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "") : ""
    guard let written = line["format"] else {
        if let format = PictureFormat(rawValue: ending) { return format }
        throw UsageError(
            output == "-"
                ? "which format? --format png, svg, pdf, json or csv"
                : "a figure is written as .png, .svg, .pdf, .json or .csv, not '\(output)'")
    }
    guard let format = PictureFormat(rawValue: written) else {
        throw UsageError("'--format' is png, svg, pdf, json or csv, not '\(written)'")
    }
    if let other = PictureFormat(rawValue: ending), other != format, output != "-" {
        throw UsageError("'\(output)' is no name for a picture in the format \(written)")
    }
    return format
}

/// A number of points or one of the usual widths.
func pictureWidth(_ line: ParsedLine) throws(UsageError) -> PictureWidth {
    switch line["width"] {
    case nil: return .asLaidOut
    case "column": return .column
    case "page": return .page
    case "slide": return .slide
    case let text?:
        guard let points = Double(text), (18...14_400).contains(points) else {
            throw UsageError("'--width' is column, page, slide, or a number of points from 18 to 14400, not '\(text)'")
        }
        return .points(points)
    }
}
