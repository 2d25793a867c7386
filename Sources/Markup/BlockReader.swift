internal import CMarkGFM
import Diagnostics

/// Reads the tree of cmark-gfm into Longhand's own, with the place of every node.
struct BlockReader {
    /// What a line of a block inside starts with.
    enum Container {
        case quote
        /// The line that holds the item's marker.
        case item(line: Int)
        /// The line that holds the footnote's label.
        case footnote(line: Int)
    }

    static let depthLimit = 100

    let lines: SourceLines
    let math: OpaquePointer
    var containers: [Container] = []
    var diagnostics: [Diagnostic] = []
    /// Whether every byte of every leaf block was found in the source; false would be a bug of ours.
    var isAligned = true
    /// Where the paragraph ends that was last split from the table in its last lines.
    var splitParagraphEnd = 0
    private var isTooDeep = false

    init(lines: SourceLines, math: OpaquePointer) {
        self.lines = lines
        self.math = math
    }

    mutating func document(_ root: CNode) -> Document {
        var document = Document(blocks: [])
        var child = cmark_node_first_child(root)
        while let node = child {
            if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
                document.footnotes.append(footnote(node))
            } else {
                document.blocks.append(block(node))
            }
            child = cmark_node_next(node)
        }
        return document
    }

    /// The blocks in a container.
    mutating func blocks(of parent: CNode, in container: Container) -> [Block] {
        guard containers.count < BlockReader.depthLimit else {
            noteDepth(lines.range(place(of: parent), place(of: parent) + 1))
            return []
        }
        containers.append(container)
        defer { containers.removeLast() }
        var result = [Block]()
        var child = cmark_node_first_child(parent)
        while let node = child {
            result.append(block(node))
            child = cmark_node_next(node)
        }
        return result
    }

    private mutating func block(_ node: CNode) -> Block {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: return paragraph(node)
        case CMARK_NODE_HEADING: return heading(node)
        case CMARK_NODE_BLOCK_QUOTE: return quote(node)
        case CMARK_NODE_LIST: return list(node)
        case CMARK_NODE_CODE_BLOCK: return code(node)
        case CMARK_NODE_HTML_BLOCK: return html(node)
        case CMARK_NODE_THEMATIC_BREAK: return Block(.thematicBreak, range: wholeLine(from: place(of: node)))
        default: return table(node)
        }
    }

    /// The offset of a block's first byte.
    func place(of node: CNode) -> Int {
        let line = lines[Int(cmark_node_get_start_line(node))]
        return min(line.lowerBound + max(Int(cmark_node_get_start_column(node)) - 1, 0), line.upperBound)
    }

    /// From a place to the end of its line, without the blanks there.
    func wholeLine(from start: Int) -> SourceRange {
        lines.range(start, lines.trimmedEnd(of: lines.number(at: start), from: start))
    }

    mutating func noteDepth(_ range: SourceRange) {
        if isTooDeep { return }
        isTooDeep = true
        diagnostics.append(depthDiagnostic(at: range))
    }

    // MARK: Containers

    private mutating func footnote(_ node: CNode) -> Footnote {
        let start = place(of: node)
        let blocks = blocks(of: node, in: .footnote(line: Int(cmark_node_get_start_line(node))))
        let end = max(blocks.last?.range.end ?? 0, lines.trimmedEnd(of: lines.number(at: start), from: start))
        return Footnote(
            label: String(decoding: node.literal, as: UTF8.self), blocks: blocks, range: lines.range(start, end))
    }

    private mutating func quote(_ node: CNode) -> Block {
        let start = place(of: node)
        let blocks = blocks(of: node, in: .quote)
        return Block(.quote(blocks), range: lines.range(start, max(start + 1, blocks.last?.range.end ?? 0)))
    }

    private mutating func list(_ node: CNode) -> Block {
        var items = [List.Item]()
        var child = cmark_node_first_child(node)
        while let item = child {
            items.append(self.item(item))
            child = cmark_node_next(item)
        }
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let list = List(
            start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
            isTight: cmark_node_get_list_tight(node) != 0,
            items: items)
        let start = items.first?.range.start ?? place(of: node)
        return Block(.list(list), range: lines.range(start, max(start, items.last?.range.end ?? start)))
    }

    private mutating func item(_ node: CNode) -> List.Item {
        let start = place(of: node)
        let blocks = blocks(of: node, in: .item(line: Int(cmark_node_get_start_line(node))))
        let isTask = node.pointee.extension != nil && node.typeName == "tasklist"
        let checked = isTask ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
        let end = blocks.last?.range.end ?? lines.markerEnd(at: start)
        return List.Item(blocks: blocks, checked: checked, range: lines.range(start, max(start, end)))
    }
}
