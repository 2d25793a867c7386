import Cells
import Networks

/// An expression of the cell language; the engine's own formulas are called ``Formula`` here.
public typealias Expression = Cells.Expression

/// How the engine says a value came about.
typealias Formula = Networks.Expression
