import Diagnostics
import Markup

extension ChapterReader {
    /// `![Caption](taps.svg){#fig-x width=60%}` alone in a paragraph; nil for any other.
    mutating func readImageFigure(_ inlines: [Inline]) -> ImageFigure? {
        let joined = joiningTexts(inlines)
        guard joined.count == 2, case .image(let image, let title, let alt) = joined[0].kind,
            case .text(let text) = joined[1].kind, let attributes = Attributes(atEndOf: text, orKey: "width"),
            attributes.start == 0
        else { return nil }
        images.append(image)
        if !title.isEmpty {
            report(
                "image.title", "a figure has its caption in the brackets; '\(title)' would not be seen",
                at: joined[0].range)
        }
        reject(attributes.others, known: ["width"])
        let label = attributes.label.flatMap { self.label($0, fits: .figure, "a figure") }
        let caption = readAlternative(alt, of: joined[0])
        number(.figure, label)
        return ImageFigure(source: image.value, caption: caption, label: label, width: readWidth(attributes))
    }

    /// What stands for an image where it cannot be seen; there must be something.
    mutating func readAlternative(_ inlines: [Inline], of image: Inline) -> [Span] {
        if inlines.isEmpty {
            report(
                "image.alt", "an image says in its brackets what it shows, for those who cannot see it", at: image.range
            )
        }
        return read(inlines)
    }

    private mutating func readWidth(_ attributes: Attributes) -> String? {
        guard let (key, value) = attributes.others.first(where: { $0.key.value == "width" }) else { return nil }
        if let value, isWidth(value.value) { return value.value }
        report("attribute.width", "\(widthRule), not '\(value?.value ?? "")'", at: value?.range ?? key.range)
        return nil
    }
}
