extension Interpreter {
    /// How deep values may be nested that are shown, compared or looked up; CPython gives up some hundred levels later.
    static let deepestNesting = 400

    /// Does something for a value inside another one, on the machine's own stack.
    ///
    /// - Parameter activity: what is being done, in CPython's words.
    func nested<Result>(_ activity: String, _ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        if nesting == Interpreter.deepestNesting {
            throw Fault(
                .recursion, "values are nested too deep here", python: "maximum recursion depth exceeded\(activity)")
        }
        nesting += 1
        defer { nesting -= 1 }
        return try body()
    }

    /// The text of a list, dict or tuple; three dots where it stands inside itself.
    func reprOnce(
        _ identity: UInt, _ dots: String, _ body: () throws(Fault) -> String
    ) throws(Fault) -> String {
        if shown.contains(identity) { return dots }
        shown.append(identity)
        defer { shown.removeLast() }
        return try nested(" while getting the repr of an object", body)
    }
}
