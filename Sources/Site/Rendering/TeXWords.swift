/// A formula in plain characters, for places that hold no formulas: alternative texts, captions inside pictures.
///
/// `\frac{a+b}{2}` becomes `(a+b)/2`, `\mathbf{W}_1^\top` becomes `W1ᵀ`, `\sigma` becomes `σ`. A command that is not known
/// stays as its name, which is what `\exp` and the like mean.
struct TeXWords {
    private var rest: Substring

    static func words(_ tex: String) -> String {
        var reader = TeXWords(rest: Substring(tex))
        return reader.group(until: nil).split(separator: " ").joined(separator: " ")
    }

    private mutating func group(until end: Character?) -> String {
        var out = ""
        while let next = rest.first, next != end {
            out = next == "^" || next == "_" ? out + mark() : out + piece()
        }
        if end != nil, !rest.isEmpty { rest.removeFirst() }
        return out
    }

    /// One character, command or group.
    private mutating func piece() -> String {
        guard let first = rest.popFirst() else { return "" }
        switch first {
        case "{": return group(until: "}")
        case "}": return ""
        case "&", "~": return " "
        case "-": return "−"
        case "\\": return command()
        default: return String(first)
        }
    }

    /// What TeX takes as one argument.
    private mutating func argument() -> String {
        rest = rest.drop { $0 == " " }
        return piece()
    }

    /// An index or an exponent.
    private mutating func mark() -> String {
        let sign = rest.removeFirst()
        let words = argument()
        if sign == "_" { return words.allSatisfy { $0.isLetter || $0.isNumber } ? words : "_\(words)" }
        if let raised = Self.raised[words] { return raised }
        return words.count > 1 && Self.isCompound(words) ? "^(\(words))" : "^\(words)"
    }

    private mutating func command() -> String {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        if name.isEmpty {
            guard let sign = rest.popFirst() else { return "" }
            return "{}%#&$_".contains(sign) ? String(sign) : " "
        }
        rest = rest.dropFirst(name.count)
        switch String(name) {
        case "frac", "dfrac", "tfrac": return "\(bracketed(argument()))/\(bracketed(argument()))"
        case "sqrt": return "√\(bracketed(argument()))"
        case "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "limits", "nolimits": return ""
        case "quad", "qquad": return " "
        case "begin", "end":
            _ = argument()
            return " "
        case let style where Self.styles.contains(style): return argument()
        case let accent where Self.accents[accent] != nil: return argument() + (Self.accents[accent] ?? "")
        case let symbol: return Self.symbols[symbol] ?? symbol
        }
    }

    private func bracketed(_ words: String) -> String { Self.isCompound(words) ? "(\(words))" : words }

    private static func isCompound(_ words: String) -> Bool {
        words.contains { "+−=·× /".contains($0) } && !(words.hasPrefix("(") && words.hasSuffix(")"))
    }

    private static let styles: Set<String> = [
        "mathbf", "mathrm", "mathit", "mathsf", "mathtt", "mathcal", "mathbb", "boldsymbol", "bm", "text", "textbf",
        "textit", "operatorname", "underbrace", "overbrace", "underline",
    ]

    private static let accents = [
        "hat": "\u{302}", "bar": "\u{304}", "tilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}",
    ]

    private static let raised = [
        "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "T": "ᵀ",
        "⊤": "ᵀ",
        "′": "′",
    ]

    private static let symbols = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η",
        "theta": "θ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ",
        "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
        "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "cdot": "·", "times": "×", "odot": "⊙",
        "otimes": "⊗", "partial": "∂", "nabla": "∇", "sum": "Σ", "prod": "∏", "int": "∫", "infty": "∞", "approx": "≈",
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "pm": "±", "to": "→", "rightarrow": "→",
        "mapsto": "↦", "leftarrow": "←", "gets": "←", "in": "∈", "top": "⊤", "prime": "′", "ldots": "…", "cdots": "…",
        "dots": "…", "vdots": "⋮", "mid": "|", "lvert": "|", "rvert": "|", "lVert": "‖", "rVert": "‖", "Vert": "‖",
    ]
}
