/// An integer in decimal digits, `-` in front of a negative one.
public func decimal(_ n: Int) -> String {
    String(n)
}
