internal import CMarkGFM
internal import Synchronization

typealias CNode = UnsafeMutablePointer<cmark_node>

/// Why cmark-gfm gives no tree.
enum CommonMarkFailure: Error, Equatable {
    case missingExtension(String)
    /// cmark-gfm ends the process when a buffer outgrows an `int`, so it never gets that far.
    case tooLong(bytes: Int)
    case noTree
}

/// The tree that cmark-gfm made of one text; frees it at the end of its life.
struct ParsedTree: ~Copyable {
    let root: CNode

    var firstChild: CNode? { cmark_node_first_child(root) }

    deinit { cmark_node_free(root) }
}

/// cmark-gfm with its extensions and Longhand's math.
///
/// The library keeps tables of special characters in static memory, written at the start and the end of every parse, so
/// parses run one at a time; a chapter takes some tenths of a millisecond, and reading the tree needs no lock.
///
/// `@unchecked Sendable`: `extensions` and `math` are set once, and all that C writes to is written under `lock`.
final class CommonMark: @unchecked Sendable {
    static let shared = Result { () throws(CommonMarkFailure) in
        try CommonMark(extensions: ["table", "strikethrough", "autolink", "tasklist"])
    }
    static let longest = 16 << 20
    /// Registers the extensions once, which the library does not do safely by itself.
    private static let register: Void = cmark_gfm_core_extensions_ensure_registered()

    private let extensions: [OpaquePointer]
    let math: OpaquePointer
    private let lock = Mutex(())

    init(extensions names: [String]) throws(CommonMarkFailure) {
        CommonMark.register
        var found = [OpaquePointer]()
        for name in names {
            guard let one = cmark_find_syntax_extension(name) else { throw .missingExtension(name) }
            found.append(one)
        }
        extensions = found
        guard let math = makeMathExtension() else { throw .missingExtension("math") }
        self.math = math
    }

    deinit { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), math) }

    /// The tree of a whole document.
    func document(_ bytes: ArraySlice<UInt8>) throws(CommonMarkFailure) -> ParsedTree {
        guard bytes.count <= CommonMark.longest else { throw .tooLong(bytes: bytes.count) }
        return try tree { parser in
            bytes.withUnsafeBytes {
                cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
            }
        }
    }

    /// A document of one heading whose content is `bytes`: of all blocks the heading alone reads its text as inlines and
    /// nothing else, no reference definitions and no table.
    func inlines(_ bytes: [UInt8]) throws(CommonMarkFailure) -> ParsedTree {
        guard bytes.count <= CommonMark.longest else { throw .tooLong(bytes: bytes.count) }
        return try tree { parser in
            let heading = cmark_parser_add_child(parser, parser.pointee.root, CMARK_NODE_HEADING, 1)
            (bytes + [0]).withUnsafeBytes {
                _ = cmark_node_set_string_content(heading, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
    }

    private func tree(
        _ feed: (UnsafeMutablePointer<cmark_parser>) -> Void
    ) throws(CommonMarkFailure) -> ParsedTree {
        let root = lock.withLock { _ -> CNode? in
            guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE) else { return nil }
            defer { cmark_parser_free(parser) }
            for one in [math] + extensions where cmark_parser_attach_syntax_extension(parser, one) == 0 { return nil }
            feed(parser)
            return cmark_parser_finish(parser)
        }
        guard let root else { throw .noTree }
        return ParsedTree(root: root)
    }
}
