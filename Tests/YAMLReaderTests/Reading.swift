import Diagnostics
import YAMLReader

struct Unexpected: Error {
    init(_: Node) {}
}

func scalarText(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node.kind else { return nil }
    return scalar.text.text
}

/// A tree without places, to compare.
indirect enum Shape: Equatable, Sendable {
    case text(String, isPlain: Bool)
    case list([Shape])
    case map([(String, Shape)])

    init(_ node: Node) {
        switch node.kind {
        case .scalar(let scalar): self = .text(scalar.text.text, isPlain: scalar.isPlain)
        case .sequence(let items): self = .list(items.map { Shape($0) })
        case .mapping(let entries): self = .map(entries.map { ($0.key.value, Shape($0.value)) })
        }
    }

    static func == (left: Shape, right: Shape) -> Bool {
        switch (left, right) {
        case (.text(let a, let p), .text(let b, let q)): a == b && p == q
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)): a.map(\.0) == b.map(\.0) && a.map(\.1) == b.map(\.1)
        default: false
        }
    }
}
