import Foundation

/// The network of `aDeepNetworkAgreesWithAnIndependentCalculation` by the chain rule and the C library's tanh: nothing of
/// the engine is used.
struct Reference {
    private let x = [0.5, -1.5]
    private let target = 0.25
    private let weights: [[[Double]]] = [
        [[0.1, -0.2], [0.3, 0.4]], [[0.5, -0.6], [0.7, 0.8]], [[-0.9, 1], [1.1, -1.2]], [[1.3], [-1.4]],
    ]
    private let biases: [[Double]] = [[0.05, -0.1], [0.2, 0.2], [0.3, 0], [0.1]]

    /// `y1`, the loss, and its derivatives by a11, b22, c12, the second bias of `f`, and x2.
    var numbers: [Double] {
        let outputs = forward()
        let y = outputs[4][0]
        // From the output back: d[k][j] is the derivative of the loss by the sum that arrives at unit j of layer k.
        var d: [[Double]] = [[], [], [], [2 * (y - target)]]
        for k in [2, 1, 0] {
            d[k] = outputs[k + 1].indices.map { i in
                let arriving = d[k + 1].indices.map { weights[k + 1][i][$0] * d[k + 1][$0] }.reduce(0, +)
                return arriving * (1 - outputs[k + 1][i] * outputs[k + 1][i])
            }
        }
        let byX2 = (0...1).map { weights[0][1][$0] * d[0][$0] }.reduce(0, +)
        return [
            y, (y - target) * (y - target), x[0] * d[0][0], outputs[1][1] * d[1][1], outputs[2][0] * d[2][1], d[0][1],
            byX2,
        ]
    }

    /// The inputs, then the outputs of each layer.
    private func forward() -> [[Double]] {
        var outputs = [x]
        for k in weights.indices {
            let sums = biases[k].indices.map { j in
                outputs[k].indices.map { outputs[k][$0] * weights[k][$0][j] }.reduce(biases[k][j], +)
            }
            outputs.append(k == 3 ? sums : sums.map { Foundation.tanh($0) })
        }
        return outputs
    }
}
