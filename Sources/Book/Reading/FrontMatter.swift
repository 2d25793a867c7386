import Diagnostics
import Markup
import YAMLReader

extension FrontMatterKeys {
    static func read(_ yaml: Excerpt?) -> (FrontMatterKeys, [Diagnostic]) {
        var reader = ArgumentReader(subject: "front-matter")
        var keys = Arguments()
        if let yaml {
            let (node, found) = readYAML(yaml)
            reader.add(found)
            keys = reader.mapping(node, schema, place: yaml.range)
        }
        let uses = (keys["use"]?.list ?? []).compactMap { argument -> Use? in
            if let chapter = argument.words { return Use(chapter: chapter, names: nil) }
            guard let mapping = argument.mapping, let chapter = mapping.words("from") else { return nil }
            return Use(chapter: chapter, names: mapping.key("names") == nil ? nil : mapping.allWords("names"))
        }
        let front = FrontMatterKeys(
            title: keys.markdown("title"), description: keys.markdown("description"), digits: keys.integer("digits"),
            uses: uses,
            isDraft: keys.flag("draft") ?? false)
        return (front, reader.diagnostics)
    }
}

/// `forward` of `chapters/02-forward.md`, and `02-forward`.
func chapterNames(ofFile path: String) -> (id: String, stem: String) {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    let digits = stem.prefix { ("0"..."9").contains($0) }
    let rest = stem.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix("-"), rest.count > 1 else { return (stem, stem) }
    return (String(rest.dropFirst()), stem)
}

/// The ids of the chapters that a chapter's front matter says it uses.
public func chaptersUsed(by source: SourceText) -> [String] {
    FrontMatterKeys.read(FrontMatter.split(source).frontMatter?.yaml).0.uses.map(\.chapter.value)
}

/// `forward` of `02-forward.md`.
public func chapterID(ofFile name: String) -> String { chapterNames(ofFile: name).id }
