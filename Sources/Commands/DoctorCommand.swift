import Build
import JSON

/// Tells what is installed: problems first, each with what mends it.
func runDoctor(_ line: ParsedLine, _ report: Report) throws(UsageError) -> Exit {
    if report.format == .github { throw UsageError("'longhand doctor --format' is text or json, not 'github'") }
    let inspection = Inspection()
    let book = line.arguments.first ?? "chapters"
    let cache = Inspection.cacheSize(ofBook: book)
    let said =
        report.format == .json ? say(json(inspection, cache).indented) : say(text(inspection, book: book, cache))
    return said == .clean && !inspection.problems.isEmpty ? .systemRefused : said
}

/// The compiler that built this program.
private var swiftVersion: String {
    #if compiler(>=6.4)
        "6.4 or later"
    #elseif compiler(>=6.3)
        "6.3"
    #else
        "6.2"
    #endif
}

private func text(_ inspection: Inspection, book: String, _ cache: Int?) -> String {
    let problems = inspection.problems
    var lines = problems.map { "missing: \($0.name): \($0.remedy ?? "")" }
    lines.append(problems.isEmpty ? "Everything is here." : "")
    var rows = [("Longhand", version), ("Swift (built with)", swiftVersion)]
    rows += inspection.parts.filter { $0.remedy == nil }.map { part in
        (part.name, part.version ?? part.path ?? "")
    }
    if let cache { rows.append(("cache of '\(book)'", "\((cache + 1023) / 1024) KiB")) }
    let width = rows.map(\.0.count).max() ?? 0
    lines += rows.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.count) + "  " + $0.1 }
    return lines.joined(separator: "\n") + "\n"
}

private func json(_ inspection: Inspection, _ cache: Int?) -> JSON {
    let parts = inspection.parts.map { part in
        let texts = [("version", part.version), ("path", part.path), ("remedy", part.remedy)]
        return JSON.object(
            [JSON.Member("name", .string(part.name))]
                + texts.compactMap { key, value in value.map { JSON.Member(key, .string($0)) } })
    }
    var members = [
        JSON.Member("longhand", .string(version)), JSON.Member("swift", .string(swiftVersion)),
        JSON.Member("parts", .array(parts)),
    ]
    if let cache { members.append(JSON.Member("cacheBytes", .integer(cache))) }
    return .object(members)
}
