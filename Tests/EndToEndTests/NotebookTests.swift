import Foundation
import Support
import Testing

/// Every chapter as a notebook and as a Python file: both run outside of Longhand, with NumPy alone.
struct NotebookTests {
    /// Runs notebooks in Jupyter, from which nothing may come but what they hold; then the Python files.
    private func expectToRun(
        _ folder: String, in scratch: Scratch, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        guard let python = Jupyter.python else {
            try #require(
                ProcessInfo.processInfo.environment["CI"] == nil, "CI runs the notebooks; 'make venv' installs Jupyter")
            print("skipped: there is no Jupyter in .build/venv to run notebooks; 'make venv' installs it")
            return
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch(folder)).sorted()
        let notebooks = names.filter { $0.hasSuffix(".ipynb") }.map { scratch("\(folder)/\($0)") }
        #expect(!notebooks.isEmpty)
        let script = "\(repository)/Tests/EndToEndTests/run_notebooks.py"
        let run = try Jupyter.run(python, [script] + notebooks)
        #expect(run.output == "" && run.exit == 0, "\(run.errors)", sourceLocation: sourceLocation)
        for name in names where name.hasSuffix(".py") {
            let run = try Jupyter.run(python, [scratch("\(folder)/\(name)")])
            #expect(run.exit == 0 && run.errors == "", "\(name): \(run.errors)", sourceLocation: sourceLocation)
        }
    }

    @Test func thoseOfTheTutorialPrintWhatItsPagesShow() throws {
        try expectToRun("out", in: Tutorial.built.get().scratch)
    }

    @Test func thoseOfTheGallery() throws {
        let scratch = try Scratch()
        #expect(try Program.run("build", "docs/gallery", "-o", scratch("out")).exit == 0)
        try expectToRun("out", in: scratch)
    }

    /// What the generated library computes, against the engine: a cell prints the same in both.
    @Test func theLibraryAgreesWithTheEngine() throws {
        let scratch = try Scratch()
        try scratch.write("book/01-library.md", Self.library)
        try scratch.write("book/02-used.md", Self.used)
        let run = try Program.run(["build", "book", "-o", "out"], in: scratch.path)
        #expect(run.exit == 0, "\(run.errors)")
        try expectToRun("out", in: scratch)
    }

    @Test func aNotebookHoldsProseFormulasFiguresAndPrograms() throws {
        let scratch = try Scratch()
        try Fixture.write(to: scratch)
        #expect(try Program.run(["build", "book", "-o", "out"], in: scratch.path).exit == 0)
        let file = try JSONSerialization.jsonObject(with: scratch.bytes("out/01-net.ipynb")) as? [String: Any]
        let cells = try #require(file?["cells"] as? [[String: Any]])
        let text = cells.flatMap { $0["source"] as? [String] ?? [] }.joined()
        #expect(text.contains("# The network"))
        #expect(text.contains("\\newcommand{\\R}{\\mathbb{R}}"))
        #expect(text.contains("toy = BookNetwork("))
        #expect(text.contains("](attachment:fig-toy.png)"))
        #expect(text.contains("The first output is 0.7319."))
        let attached = cells.compactMap { $0["attachments"] as? [String: [String: String]] }
        let pngs: [String] = attached.compactMap { $0["fig-toy.png"]?["image/png"] }
        let png = try #require(pngs.first)
        #expect(try #require(Data(base64Encoded: png)).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let page = try scratch.read("out/01-net.html")
        #expect(page.contains("href=\"01-net.ipynb\"") && page.contains("href=\"01-net.py\""))
    }

    private static let library = #"""
        # The library

        ```{data} rows
        #| targets: t1, t2
        x1, x2, t1, t2
        3, 1, 1, 0
        -1, 4, 0, 1
        0.5, -2, 0, 1
        ```

        \#(networks)

        ```{forward} first
        network: softly
        input: rows[0]
        ```

        ```{backward} grad
        pass: first
        ```

        ```{network} other
        from: softly
        b_a: [0.5, 0.25, 0]
        set: {w12: 7}
        ```

        ```{update} better
        network: tanhy
        gradients: ["tanhy.forward(rows[0]).backward()", "tanhy.forward(rows[1]).backward()"]
        rate: 1/4
        freeze: [W]
        reduce: mean
        ```

        ```{train} run
        network: leaky
        data: rows
        epochs: 5
        rate: 0.05
        batch: 2
        reduce: mean
        shuffle: true
        seed: 4
        ```

        ```{train} adam
        network: softly
        data: rows
        epochs: 3
        rate: 0.1
        optimizer: adam
        ```

        ```{train} moving
        network: tanhy
        data: rows
        epochs: 4
        rate: 0.1
        optimizer: momentum
        momentum: 0.5
        ```

        ```{python}
        for network in [softly, tanhy, leaky, halved, crossed]:
            for i in range(len(rows)):
                pass_ = network.forward(rows[i])
                grad_ = pass_.backward()
                print(pass_.loss, pass_.outputs, pass_.errors, pass_.e1, pass_.t2)
                print(grad_.x1, grad_.a_in, grad_.a_out, grad_.y, grad_.b_a)
                print((2 * grad_ + grad_ - grad_).w12)
                print([grad_[name] for name in network.names][:4])
            print(network.names, network.parameter_count)
        ```

        ```{python}
        print(other.b_a, other.w12, better.W, better.b_y1, better)
        print(run.loss, run.losses[1], run.epoch(2).w11, run.step(3).v21, run.network.V)
        print(adam.loss, adam.network.w11, moving.loss, moving.epochs, moving.rate)
        print(rows.x1, rows.X, rows["t1"], rows[1].targets, rows[2].x2)
        print(softly.replace(v11=2).v11, softly.forward([1, 2]).y1, softly["w21"])
        print(grad.w21, grad["y1_in"], first.instance.inputs, first.a2_out)
        first.loss
        ```

        ```{python}
        #| error: true
        softly.w11 / 0
        ```

        <details class="solution">
        <summary>A solution with names of its own</summary>

        ```{python}
        pass_ = 3
        print(pass_)
        ```

        </details>

        ```{python}
        print(pass_.loss)
        ```

        """#

    private static let networks = [
        ("softly", "softplus", "softmax", "softmax-ce"), ("tanhy", "tanh", "linear", "mse"),
        ("leaky", "leaky-relu", "sigmoid", "sse"), ("halved", "relu", "softmax", "half-sse"),
        ("crossed", "sigmoid", "sigmoid", "bce"),
    ].map { name, hidden, output, loss in
        """
        ```{network} \(name)
        #| display: none
        inputs: [x1, x2]
        layers:
          - a: {activation: \(hidden), W: xavier, units: 3, bias: 0.1}
          - y: {activation: \(output), V: he, units: 2, bias: [0.2, -0.1]}
        loss: \(loss)
        seed: 5
        ```
        """
    }.joined(separator: "\n\n")

    private static let used = """
        ---
        title: What others made
        use: [{from: library, names: [rows, softly, first, grad, run, adam, better, moving]}]
        ---

        `{=} first.loss` is a number.

        ```{python}
        print(grad.w21, first.loss, run.loss, adam.network.w11, better.W, moving.loss, softly.W, rows.T)
        ```

        """
}

/// Jupyter in the environment that `make venv` makes.
enum Jupyter {
    static let python: String? = {
        let path = ProcessInfo.processInfo.environment["LONGHAND_PYTHON"] ?? "\(repository)/.build/venv/bin/python3"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let check = try? run(path, ["-c", "import nbclient, nbformat, ipykernel, numpy"])
        return check?.exit == 0 ? path : nil
    }()

    static func run(_ path: String, _ arguments: [String]) throws -> (exit: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let scratch = try Scratch()
        let files = try ["output", "errors"].map { name in
            try scratch.write(name, "")
            return try FileHandle(forWritingTo: URL(fileURLWithPath: scratch(name)))
        }
        process.standardOutput = files[0]
        process.standardError = files[1]
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try scratch.read("output"), try scratch.read("errors"))
    }
}
