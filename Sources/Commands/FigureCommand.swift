import Build
import Diagnostics
import Files

func runFigure(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    let parts = line.arguments[0].split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw UsageError("a figure is named CHAPTER.md#LABEL, not '\(line.arguments[0])'") }
    guard let output = line["output"] else {
        throw UsageError("where to? longhand figure \(line.arguments[0]) -o FILE")
    }
    let ending = output.split(separator: ".").last.map(String.init) ?? ""
    guard let format = PictureFormat(rawValue: ending) else {
        throw UsageError("a figure is written as .png, .svg, .pdf or .json, not '\(output)'")
    }
    let options = PictureOptions(
        format: format, isDark: line.has("dark"), dpi: try line.number("dpi", in: 18...2400) ?? 192,
        width: try line.number("width", in: 18...14_400))
    return try compute(chapter: parts[0], report) { (computed, index) throws(UsageError) in
        let figures = computed.figures(chapter: index)
        guard let figure = figures.first(where: { $0.name == parts[1] }) else {
            let hint = nearestName(to: parts[1], in: figures.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            complain("longhand: '\(parts[0])' has no figure '\(parts[1])'\(hint)\n")
            return .bookHasErrors
        }
        switch Result(catching: { () throws(BuildError) in try picture(figure.display, options) }) {
        case .failure(let error): return refuse(error)
        case .success(let bytes):
            do throws(FileError) {
                try writeFile(bytes, to: output)
                return .clean
            } catch {
                return refuse(error)
            }
        }
    }
}
