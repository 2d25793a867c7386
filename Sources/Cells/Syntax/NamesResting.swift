import Diagnostics

extension Cell {
    /// The names that rest on others once the cell has run, directly or through other names.
    ///
    /// A statement that uses one of `names` makes what it binds one of them; a statement that uses none takes what it
    /// binds from them.
    public func namesResting(on names: Set<String>) -> Set<String> {
        var resting = names
        for statement in statements {
            let part = Cell(statements: [statement], range: statement.range)
            let bound = part.boundNames.map { $0.value }
            if part.freeNames.contains(where: resting.contains) {
                resting.formUnion(bound)
            } else {
                resting.subtract(bound)
            }
        }
        return resting
    }
}
