import Diagnostics
import Testing

@testable import Cells

@Suite struct CopyingTests {
    @Test func copiesShareNothingWithTheOriginal() throws {
        let inner = ListObject([.int(1)])
        let array = ArrayObject(.int64([1, 2]))
        let original = Value.list(of: [.list(inner), .list(inner), .array(array), .tuple([.list(inner)])])
        guard case .list(let copy) = original.copied(), case .list(let first) = copy.items[0],
            case .list(let second) = copy.items[1], case .array(let copiedArray) = copy.items[2],
            case .tuple(let tuple) = copy.items[3], case .list(let third) = tuple[0]
        else {
            Issue.record("the copy has another shape")
            return
        }
        #expect(first !== inner && copiedArray !== array)
        #expect(first === second && second === third)
        inner.items.append(.int(2))
        #expect(first.items.count == 1)
    }

    @Test func cyclesAreCopiedAsCycles() {
        let list = ListObject([])
        list.items = [.list(list)]
        defer { list.items = [] }
        guard case .list(let copy) = Value.list(list).copied(), case .list(let inner) = copy.items[0] else {
            Issue.record("the copy has another shape")
            return
        }
        #expect(copy === inner && copy !== list)
        copy.items = []
    }

    @Test(
        arguments: [
            "f = lambda: 1", "class f: pass", "class A: pass\nf = A()", "f = iter([1])", "f = [1, (2, {'a': len})]",
            "f = {len: 1}", "f = {len}", "f = [].append",
        ])
    func whatBelongsToTheNamesOfItsChapterIsNotCopied(program: String) throws {
        let scope = Scope()
        defer { scope.removeAll() }
        let cell = try #require(parseCell(Excerpt(file: "", bytes: Array(program.utf8), offset: 0)).0)
        #expect(run(cell, in: scope).isComplete)
        #expect(try #require(scope.value(of: "f")).copied() == nil)
    }

    /// A copy would be a leaf, to which gradients flow no further.
    @Test(
        arguments: [
            ("f = w * 2", false), ("f = [w.sum()]", false), ("f = w.view(2)", false), ("f = w", true),
            ("f = (w * 2).detach()", true), ("f = w.detach().view(2)", true), ("f = [w, w]", true),
            ("f = [w, w.detach()]", false), ("f = [w.detach(), w.detach().numpy()]", false),
        ])
    func tensorsAreCopiedUnlessTheirCopiesWouldBehaveDifferently(program: String, isCopied: Bool) throws {
        let scope = Scope()
        defer { scope.removeAll() }
        let source = "import torch\nw = torch.tensor([1.0, 2.0], requires_grad=True)\n" + program
        let cell = try #require(parseCell(Excerpt(file: "", bytes: Array(source.utf8), offset: 0)).0)
        #expect(run(cell, in: scope).isComplete)
        #expect((try #require(scope.value(of: "f")).copied() != nil) == isCopied)
    }

    @Test func valuesThatShareSomethingDoSoAsCopies() throws {
        let (inner, refused) = (ListObject([.int(1)]), ListObject([.int(2)]))
        var copier = Copier()
        // What was met on the way to something that stays is not taken for its copy later.
        let iterator = IteratorObject("list_iterator") { () throws(Fault) in nil }
        #expect(copier.copy(of: .list(of: [.list(refused), .iterator(iterator)])) == nil)
        guard case .list(let first)? = copier.copy(of: .list(inner)),
            case .tuple(let second)? = copier.copy(of: .tuple([.list(inner), .list(refused)])),
            case .list(let shared) = second[0], case .list(let other) = second[1]
        else {
            Issue.record("the copies have another shape")
            return
        }
        #expect(first === shared && first !== inner && other !== refused)
    }
}
