import MarkedBooks
import Testing

/// A marked book and what must be said at its marks: `code: message → suggestion`.
struct Mistake: Sendable, CustomTestStringConvertible {
    let name: String
    let book: MarkedBook
    var expected: [String]

    init(_ name: String, _ chapter: String, _ expected: String...) {
        self.name = name
        book = MarkedBook(chapter)
        self.expected = expected
    }

    init(_ name: String, files: KeyValuePairs<String, String>, _ expected: String...) {
        self.name = name
        book = MarkedBook(files)
        self.expected = expected
    }

    var testDescription: String { name }

    /// Fails for every diagnostic that is missing, unexpected or elsewhere.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(book.differences(from: expected) == [], sourceLocation: sourceLocation)
    }
}

/// The network of the tutorial, its data, a pass, gradients, and a run; nothing is displayed.
let declarations = """
    ```{network} toy
    #| display: none
    inputs: [x1, x2]
    layers:
      - h: {activation: sigmoid, W: [[6, -3], [-2, 5]]}
      - y: {activation: sigmoid, V: [[1, -2], [0.25, 2]]}
    ```

    ```{data} train
    #| display: none
    #| targets: t1, t2
    x1, x2, t1, t2
     3,  1,  1,  0
    -1,  4,  0,  1
    ```

    ```{forward} first
    #| display: none
    network: toy
    input: train[0]
    ```

    ```{backward} G
    #| display: none
    pass: first
    ```

    """
