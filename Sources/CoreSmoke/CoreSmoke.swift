import Cells
import Diagnostics
import Evaluation
import Figures
import Networks
import Tensors

/// What the core answers to a few questions, one line each.
///
/// The same lines must come out on the author's machine and in WebAssembly, to the last bit: `make core-wasm` and
/// CoreSmokeTests hold both against `Tests/CoreSmokeTests/expected.txt`.
public func coreReport() -> String {
    diagnosticsReport() + tensorsReport() + networksReport() + cellsReport() + figuresReport() + evaluationReport()
}

/// Where the WebAssembly module starts.
@_cdecl("longhand_core_smoke")
public func printCoreReport() {
    print(coreReport(), terminator: "")
}
