import Evaluation

extension DirectiveSchema {
    /// How the directive is written, for the reference page; each example uses the names of those before it.
    public var example: String {
        switch kind {
        case .network:
            """
            ```{network} toy
            #| label: fig-toy
            #| caption: A network with `{=} toy.parameter_count` weights.
            inputs: [x1, x2]
            layers:
              - h: {activation: sigmoid, W: [[6, -3], [-2, 5]]}
              - y: {activation: sigmoid, V: [[1, -2], [0.25, 2]]}
            loss: sse
            ```
            """
        case .data:
            """
            ```{data} train
            #| targets: t1, t2
            x1, x2, t1, t2
             3,  1,  1,  0
            -1,  4,  0,  1
            ```
            """
        case .forward:
            """
            ```{forward} first
            #| label: eq-first
            network: toy
            input: train[0]
            ```
            """
        case .backward:
            """
            ```{backward} G
            #| display: diagram
            pass: first
            ```
            """
        case .update:
            """
            ```{update} better
            network: toy
            gradients: [G]
            rate: 0.5
            freeze: W
            ```
            """
        case .train:
            """
            ```{train} run
            network: toy
            data: train
            epochs: 20
            rate: 0.5
            batch: 1
            reduce: sum
            shuffle: true
            ```
            """
        default: exampleOfShowing
        }
    }

    private var exampleOfShowing: String {
        switch kind {
        case .network, .data, .forward, .backward, .update, .train: preconditionFailure("these bind a name")
        case .python:
            """
            ```{python}
            #| label: lst-sum
            #| caption: What the first hidden unit adds up.
            x1, x2 = 3.0, 1.0
            h1_in = 6*x1 + (-2)*x2
            print(h1_in)
            ```

            ```{python}
            #| error: true
            h1_in / 0
            ```
            """
        case .derive:
            """
            ```{derive}
            #| depth: full
            G.w21
            first.loss
            ```
            """
        case .diagram:
            """
            ```{diagram}
            compare: [toy, better]
            highlight: [v11, v12]
            ```

            ```{diagram} first
            wanted: G
            layers: [h, y]
            show: [names, weights, activations, targets, loss]
            highlight: [h2 -> y1 -> loss]
            titles: [hidden, outputs]
            ```

            ```{diagram} first
            units: [h1, y1]
            rest: faded
            show: [activations, sums]
            direction: down
            legend: true
            ```
            """
        case .plot:
            """
            ```{plot} run.loss
            #| alt: The loss falls.
            x: {label: epoch}
            y: {label: loss, scale: log}
            mark: [{x: 10, text: half way}]
            ```

            ```{plot}
            series:
              - {function: "sigmoid(z)", of: z, over: [-8, 8], label: σ}
              - {tangent: "sigmoid(z)", of: z, at: [0]}
            ```

            ```{plot}
            scatter: train
            regions: toy
            mark: [{x: 1, y: 2, text: undecided}]
            ```

            ```{plot}
            heat: toy.W
            row_names: [x1, x2]
            column_names: [h1, h2]
            ```

            ```{plot}
            multiples:
              - {title: loss, series: [{area: run.loss}, {step: run.loss}]}
              - {title: instance 1, series: [{points: "run.losses[0]"}]}
            mark: [{y: [0, 0.1], text: good}]
            height: 100
            ```

            ```{plot}
            series: [{histogram: run.loss, bins: 4}]
            x: {label: loss}
            ```
            """
        case .matrix:
            """
            ```{matrix} train.X @ toy.W
            #| label: fig-product
            #| caption: Row 1 times column 1.
            cell: [0, 0]
            rows: [instance 1, instance 2]
            inner: [x1, x2]
            columns: [h1, h2]
            names: [X, W, H_in]
            ```

            ```{matrix} train.X @ toy.W
            frames: true
            ```

            ```{matrix} toy.V.T
            ```
            """
        case .graph:
            """
            ```{graph} first.h1
            #| label: fig-h1
            #| caption: How the first hidden unit is computed, and what the loss wants of it.
            gradient: G
            ```

            ```{graph} (w*x - t)**2
            highlight: [w -> result]
            legend: true
            at: {w: 3, x: 4, t: 8}
            direction: right
            ```
            """
        case .drawing:
            """
            ```{drawing}
            #| label: fig-chain
            #| caption: Two rates in a row.
            #| alt: An arrow from x to y, times `{=} 0.5`, and one from y to L, times `{=} 3`.
            gap: 90
            shapes:
              - {circle: "$x$", name: x}
              - {circle: "$y$", name: y}
              - {circle: "$L$", name: L, fill: positive-tint}
              - {arrow: [x, y], label: "× `{=} 0.5`"}
              - {arrow: [y, L], label: "× `{=} 3`"}
              - {arrow: [x, L], label: "× `{=} 0.5*3`", bend: -50, dashed: true}
            ```
            """
        case .panels:
            """
            ```{panels}
            #| label: fig-two
            #| caption: One step: the network before it, and what it does to the loss.
            columns: 2
            panels:
              - diagram: toy
                show: [names, weights]
                caption: The network.
              - plot: run.loss
                x: {label: epoch}
                caption: The loss, `{=} run.loss[0]:.2f` at first.
            ```
            """
        case .table:
            """
            ```{table}
            #| caption: Weights and their gradients.
            rows: k in toy.names
            columns: {Weight: k, Value: "toy[k]", Gradient: "G[k]:.4f"}
            ```
            """
        case .check:
            """
            ```{check}
            first.y1 > 0.7
            approx(first.loss, 0.087, 1e-3)
            ```
            """
        }
    }
}
