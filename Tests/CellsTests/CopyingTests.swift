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
}
