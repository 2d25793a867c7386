import Diagnostics
import Foundation
import Testing

@testable import Cells

/// Runs with a small stack, as a thread of a server or a browser has one.
func withSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        body()
        done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
}

/// No text exhausts the stack: what nests too deep is a diagnostic.
@Suite struct StackTests {
    @Test(arguments: [
        ("(", "1", ")"), ("not ", "1", ""), ("-", "1", ""), ("lambda: ", "1", ""), ("1 if 1 else ", "1", ""),
        ("a+", "a", ""), ("[", "1", "]"), ("{1: ", "1", "}"), ("f(", "1", ")"), ("x[", "1", "]"),
        ("(lambda x=", "1", ": 1)"),
        ("a.", "a", ""), ("a**", "a", ""), ("[x for x in ", "a", "]"), ("a[0]", "", ""), ("a()", "", ""),
        ("(yield ", "1", ")"),
        ("f(*", "a", ")"), ("f(**", "a", ")"), ("f(a=", "a", ")"), ("x[a:", "a", "]"), ("{**", "a", "}"),
        ("a if a if a else a else ", "a", ""),
        ("a<(", "a", ")"), ("a and (", "a", ")"), ("[a for b in c if [", "a", "]]"), ("((),", "a", ")"),
        ("f'{", "1", "}'"), ("f\"{f'{", "1", "}'}\""),
    ])
    func deepExpressions(_ open: String, _ middle: String, _ close: String) {
        for count in [99, 498, 10_000] {
            let text = String(repeating: open, count: count) + middle + String(repeating: close, count: count)
            withSmallStack {
                for text in [text, "def f():\n  " + text + "\n"] {
                    let (cell, diagnostics) = parseCell(excerpt(text))
                    #expect((cell == nil) == !diagnostics.isEmpty)
                    _ = cell?.freeNames
                    _ = cell?.boundNames
                    let expression = parseExpression(excerpt(text)).0
                    _ = expression?.freeNames
                }
            }
        }
    }

    @Test(arguments: ["if a:", "while a:", "for a in b:", "def f():", "class A:", "try:", "with a:", "else:"])
    func deepBlocks(_ head: String) {
        for count in [98, 99, 100, 1_000] {
            var text = ""
            for level in 0..<count { text += String(repeating: " ", count: level) + head + "\n" }
            text +=
                String(repeating: " ", count: count) + "x = " + String(repeating: "(", count: 97) + "1"
                + String(repeating: ")", count: 97)
            let source = excerpt(text)
            withSmallStack {
                let (cell, diagnostics) = parseCell(source)
                #expect((cell == nil) == !diagnostics.isEmpty)
                _ = cell?.freeNames
            }
        }
    }

    @Test(arguments: ["a+", "not ", "(", "a = "])
    func aMegabyteOnOneLine(_ part: String) {
        let source = excerpt(String(repeating: part, count: (1 << 20) / part.utf8.count) + "a")
        withSmallStack {
            let (cell, diagnostics) = parseCell(source)
            #expect((cell == nil) == !diagnostics.isEmpty)
            _ = cell?.freeNames
        }
    }
}
