/// What `with` enters and leaves: `torch.no_grad()`.
public final class ContextObject {
    /// As Python's `repr` begins to call it.
    let kind: String
    /// Gives the value that `as` binds.
    let enter: (Interpreter) throws(Fault) -> Value
    /// Runs whether the body ended or failed.
    let exit: (Interpreter) throws(Fault) -> Void

    init(
        _ kind: String, enter: @escaping (Interpreter) throws(Fault) -> Value,
        exit: @escaping (Interpreter) throws(Fault) -> Void
    ) {
        self.kind = kind
        self.enter = enter
        self.exit = exit
    }
}
