import Diagnostics
import Testing

@testable import Cells

/// A source that stands alone in a file called `test`.
func excerpt(_ text: String) -> Excerpt {
    Excerpt(file: "test", bytes: Array(text.utf8), offset: 0)
}

/// What a source comes to: the `repr` of its value, or the diagnostic.
enum Outcome: Equatable {
    case value(String)
    case failure(code: String, message: String, start: Int, end: Int)

    var code: String? {
        if case .failure(let code, _, _, _) = self { return code }
        return nil
    }
}

func outcome(_ text: String, in scope: Scope = Scope(), limits: Limits = .expression) -> Outcome {
    let (expression, diagnostics) = parseExpression(excerpt(text))
    guard let expression else {
        guard diagnostics.count == 1 else { return .failure(code: "not one diagnostic", message: "", start: 0, end: 0) }
        return Outcome(diagnostics[0])
    }
    do {
        let value = try evaluate(expression, in: scope, limits: limits)
        return .value(try representation(value))
    } catch {
        return Outcome(error.diagnostic)
    }
}

private func representation(_ value: Value) throws(Failure) -> String {
    do throws(Fault) {
        return try Interpreter(.expression).repr(value)
    } catch {
        let range = SourceRange(file: "test", start: 0, end: 0)
        throw Failure(diagnostic: error.diagnostic(at: range) ?? Diagnostic(code: "unknown", "", at: range))
    }
}

extension Outcome {
    init(_ diagnostic: Diagnostic) {
        self = .failure(
            code: diagnostic.code, message: diagnostic.message, start: diagnostic.range.start, end: diagnostic.range.end
        )
    }
}

/// A source in which `«…»` marks the range that a diagnostic must have.
struct MarkedSource {
    var text: String
    var range: Range<Int>

    init(_ marked: String) {
        let bytes = Array(marked.utf8)
        let (open, close) = (Array("«".utf8), Array("»".utf8))
        var text: [UInt8] = []
        var (start, end, index) = (0, 0, 0)
        while index < bytes.count {
            if bytes[index...].starts(with: open) {
                start = text.count
                index += open.count
            } else if bytes[index...].starts(with: close) {
                end = text.count
                index += close.count
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.range = start..<end
    }
}

/// Expects that a marked source gives exactly one diagnostic, with the code, at the mark.
func expectDiagnostic(
    _ marked: String, _ code: String, _ part: String, in scope: Scope = Scope(),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let source = MarkedSource(marked)
    let found = outcome(source.text, in: scope)
    guard case .failure(let foundCode, let message, let start, let end) = found else {
        Issue.record("no diagnostic, but \(found)", sourceLocation: sourceLocation)
        return
    }
    #expect(foundCode == code, sourceLocation: sourceLocation)
    #expect((part.isEmpty || message.contains(part)), sourceLocation: sourceLocation)
    #expect(start..<end == source.range, "\(message)", sourceLocation: sourceLocation)
}

/// The expression in a source that has no mistakes.
func parsed(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Cells.Expression {
    try #require(parseExpression(excerpt(text)).0, sourceLocation: sourceLocation)
}

/// The formatted expression in a source that has no mistakes.
func parsedFormatted(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> FormattedExpression {
    try #require(parseFormatted(excerpt(text)).0, sourceLocation: sourceLocation)
}
