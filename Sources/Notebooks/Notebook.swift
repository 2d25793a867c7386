import JSON

/// A notebook of cells, which can be written as Jupyter reads it or as a Python program.
public struct Notebook: Sendable {
    var cells: [NotebookCell] = []
    var title: String
}

enum NotebookCell: Sendable {
    /// Markdown, with the pictures that stand in it by their names.
    case markdown(String, pictures: [(name: String, png: [UInt8])])
    case code(NotebookProgram)
}

/// A code cell.
struct NotebookProgram: Sendable {
    var text: String
    /// What it prints, and the value of its last expression.
    var output = ""
    /// The traceback of a cell that is to fail.
    var traceback: String?
    /// Made from directives, and not the author's.
    var isGenerated = false
    /// Whether the page does not show it.
    var isHidden = false
    var needsTorch = false
}

extension Notebook {
    /// The file as nbformat 4.5 has it.
    public var file: [UInt8] {
        let kernel = JSON.object([
            .init("display_name", .string("Python 3")), .init("language", .string("python")),
            .init("name", .string("python3")),
        ])
        let metadata = JSON.object([
            .init("kernelspec", kernel), .init("language_info", .object([.init("name", .string("python"))])),
            .init("title", .string(title)),
        ])
        let whole = JSON.object([
            .init("cells", .array(cells.enumerated().map { json($1, id: "cell-\($0 + 1)") })),
            .init("metadata", metadata), .init("nbformat", .integer(4)), .init("nbformat_minor", .integer(5)),
        ])
        return Array(whole.indented.utf8)
    }

    private func json(_ cell: NotebookCell, id: String) -> JSON {
        switch cell {
        case .markdown(let text, let pictures):
            let attachments = pictures.map { picture in
                JSON.Member(
                    "\(picture.name).png", .object([.init("image/png", .string(base64(picture.png)))]))
            }
            return .object(
                (attachments.isEmpty ? [] : [.init("attachments", .object(attachments))]) + [
                    .init("cell_type", .string("markdown")), .init("id", .string(id)), .init("metadata", .object([])),
                    .init("source", lines(text)),
                ])
        case .code(let program):
            return .object([
                .init("cell_type", .string("code")), .init("execution_count", .null), .init("id", .string(id)),
                .init("metadata", metadata(program)), .init("outputs", .array(outputs(program))),
                .init("source", lines(program.text)),
            ])
        }
    }

    private func metadata(_ program: NotebookProgram) -> JSON {
        var tags: [String] = []
        if program.isGenerated { tags.append("generated") }
        if program.needsTorch { tags.append("needs-torch") }
        // Without PyTorch the cell fails, and the cells below it run all the same.
        if program.needsTorch || program.traceback != nil { tags.append("raises-exception") }
        var members: [JSON.Member] = []
        if program.isHidden { members.append(.init("jupyter", .object([.init("source_hidden", .bool(true))]))) }
        if !tags.isEmpty { members.append(.init("tags", .array(tags.map(JSON.string)))) }
        return .object(members)
    }

    private func outputs(_ program: NotebookProgram) -> [JSON] {
        var outputs: [JSON] = []
        if !program.output.isEmpty {
            outputs.append(
                .object([
                    .init("name", .string("stdout")), .init("output_type", .string("stream")),
                    .init("text", lines(program.output)),
                ]))
        }
        if let traceback = program.traceback {
            let lines = traceback.split(separator: "\n").map(String.init)
            let exception = (lines.last ?? "").split(separator: ":", maxSplits: 1).map(String.init)
            outputs.append(
                .object([
                    .init("ename", .string(exception.first ?? "Exception")),
                    .init("evalue", .string(exception.count > 1 ? String(exception[1].dropFirst()) : "")),
                    .init("output_type", .string("error")), .init("traceback", .array(lines.map(JSON.string))),
                ]))
        }
        return outputs
    }

    /// Lines with their ends, as notebooks keep text.
    private func lines(_ text: String) -> JSON {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = parts.enumerated().map { $0 == parts.count - 1 ? String($1) : $1 + "\n" }
        return .array(lines.filter { !$0.isEmpty }.map(JSON.string))
    }
}

// MARK: A Python program

extension Notebook {
    /// The cells as one program; what is no code stands in comments.
    public var program: [UInt8] {
        let parts = cells.map { cell in
            switch cell {
            case .markdown(let text, _): "# %% [markdown]\n" + comment(text)
            case .code(let program): "# %%\n" + guarded(program)
            }
        }
        return Array((parts.joined(separator: "\n\n") + "\n").utf8)
    }

    private func comment(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "#" : "# \($0)" }.joined(separator: "\n")
    }

    /// A cell that is to fail, or that needs PyTorch, does not end the program.
    private func guarded(_ program: NotebookProgram) -> String {
        let text = program.text
        let caught =
            program.needsTorch ? "(ModuleNotFoundError, NameError)" : program.traceback == nil ? nil : "Exception"
        guard let caught else { return text }
        let body =
            text.contains("\"\"\"") || text.contains("'''")
            ? "    exec(\(JSON.string(text).line))"
            : text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "" : "    \($0)" }.joined(separator: "\n")
        return "try:\n\(body)\nexcept \(caught) as failure:\n    print(f\"{type(failure).__name__}: {failure}\")"
    }
}

/// Bytes in the 64 letters of RFC 4648.
public func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let whole = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
        for place in 0..<4 {
            out.append(place > group.count ? UInt8(ascii: "=") : letters[Int(whole >> UInt32(18 - 6 * place) & 63)])
        }
    }
    return String(decoding: out, as: UTF8.self)
}
