import Build
import Diagnostics
import Files

func runFigure(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let asked = line.arguments[0]
    guard let hash = asked.lastIndex(of: "#") else {
        throw UsageError("a figure is named CHAPTER.md#LABEL, not '\(asked)'")
    }
    let chapter = String(asked[..<hash])
    let name = String(asked[asked.index(after: hash)...])
    guard let output = line["output"] else { throw UsageError("where to? longhand figure \(asked) -o FILE") }
    let options = try pictureOptions(line, output)
    return try compute(chapter: chapter, report) { (computed, index) throws(UsageError) in
        let figures = computed.figures(chapter: index)
        guard let figure = figures.first(where: { $0.name == name }) else {
            let hint = nearestName(to: name, in: figures.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            throw UsageError("'\(chapter)' has no figure '\(name)'\(hint)")
        }
        do throws(BuildError) {
            let bytes = try picture(figure.display, options)
            try refusing { () throws(FileError) in try writeFile(bytes, to: output) }
            return .clean
        } catch {
            return refuse(error)
        }
    }
}

/// The options of a picture; one that its format has no use for is a slip.
private func pictureOptions(_ line: ParsedLine, _ output: String) throws(UsageError) -> PictureOptions {
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    guard let format = PictureFormat(rawValue: ending) else {
        throw UsageError("a figure is written as .png, .svg, .pdf or .json, not '\(output)'")
    }
    for (option, formats) in [("dpi", [.png]), ("width", [.png, .pdf]), ("dark", [.png, .svg, .pdf])]
        as [(String, [PictureFormat])]
    where line.has(option) && !formats.contains(format) {
        throw UsageError("'--\(option)' means nothing for a .\(ending) file")
    }
    return PictureOptions(
        format: format, isDark: line.has("dark"), dpi: try line.number("dpi", in: 18...2400) ?? 192,
        width: try line.number("width", in: 18...14_400))
}
