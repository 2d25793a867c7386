import Files

/// Starts a small book that builds.
func runNew(_ line: ParsedLine) throws(UsageError) -> Exit {
    let folder = line.arguments[0]
    do throws(FileError) {
        try checkEmpty(folder)
        try makeFolder(folder)
        try writeFile(Array(settings.utf8), to: "\(folder)/book.yml")
        try writeFile(Array(first.utf8), to: "\(folder)/01-first.md")
        try writeFile(Array(second.utf8), to: "\(folder)/02-program.md")
    } catch {
        return refuse(error)
    }
    return say("\(folder): a book of two chapters. Build it with: longhand build \(folder)\n")
}

private func checkEmpty(_ folder: String) throws(FileError) {
    let reason: String
    switch kind(of: folder) {
    case .missing: return
    case .folder where try names(inFolder: folder).isEmpty: return
    case .folder: reason = "It is not empty"
    case .file, .other: reason = "Not a folder"
    }
    throw FileError(operation: "start a book in", path: folder, reason: reason)
}

private let settings = """
    title: A small book
    description: Two chapters that compute.
    language: en

    """

private let first = #"""
    ---
    title: One unit
    description: A network that can be worked out on the back of an envelope.
    ---

    Here is a network with two inputs and one output.

    ```{network} net
    #| label: fig-net
    #| caption: The network and its `{=} net.parameter_count` weights.
    inputs: [x1, x2]
    layers:
      - y: {activation: sigmoid, W: [[2], [-1]]}
    loss: sse
    ```

    ```{data} points
    #| targets: t1
    x1, x2, t1
     1,  3,  1
     2,  1,  0
    ```

    Feed the first instance forward. What arrives at the output is `{=} first.y1_in`, and what leaves it is `{=} first.y1`.

    ```{forward} first
    #| label: eq-first
    network: net
    input: points[0]
    ```

    It should have been `{=} first.t1`, so the loss is $L = \val{first.loss:.4f}$.
    `{check} first.y1 < 0.5`

    ## Training

    ```{train} run
    #| label: fig-loss
    #| caption: The loss falls from `{=} run.loss[0]:.2f` to `{=} run.loss[-1]:.2f`.
    network: net
    data: points
    epochs: 100
    rate: 0.5
    ```

    After `{=} run.epochs` epochs the network gives `{=} run.network.forward(points[0]).y1` for the first instance. See @fig-loss.

    <details class="question">
    <summary>Why does the loss never reach zero?</summary>

    The sigmoid comes close to 0 and to 1, but gives neither.

    </details>

    """#

private let second = #"""
    ---
    title: The same in a program
    description: What the network does, in four lines of NumPy.
    use: [first]
    ---

    The network of @fig-net multiplies, adds and applies the sigmoid
    $\sigma(x) = 1 / (1 + e^{-x})$. So does this program, which ran when the page was made:

    ```{python}
    #| label: lst-forward
    #| caption: The forward pass.
    import numpy as np

    arriving = np.array([1, 3]) @ net.W
    leaving = 1 / (1 + np.exp(-arriving))
    print(leaving)
    ```

    The number is that of the first chapter, `{=} first.y1:.4f`, and Longhand holds us to it:
    `{check} abs(leaving[0] - first.y1) < 1e-12`

    """#
