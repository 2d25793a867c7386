/// The network of the tutorial, its data, a pass, and its gradients; nothing is displayed.
public let declarations = """
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
