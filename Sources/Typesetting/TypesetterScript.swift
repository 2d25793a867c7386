/// The JavaScript between `Typesetter` and KaTeX.
enum TypesetterScript {
    /// One string a formula: `+` and the markup, or `-start,length,` and KaTeX's message. A position counts UTF-16 units;
    /// -1 stands for none, or for one in a macro's body, where it would mean another text.
    ///
    /// The macros are a fresh object for every formula, so a `\gdef` in one never reaches the next.
    static let formulas = #"""
        function longhandTypeset(formulas, displays, names, bodies) {
            return formulas.map(function (tex, index) {
                var macros = {};
                for (var k = 0; k < names.length; k++) macros[names[k]] = bodies[k];
                try {
                    return "+" + katex.renderToString(tex, {
                        displayMode: displays[index] === "1", output: "htmlAndMathml", throwOnError: true,
                        strict: "ignore", trust: false, maxExpand: 1000, maxSize: 50, macros: macros
                    });
                } catch (error) {
                    if (error instanceof RangeError) return "--1,0,the formula is nested too deeply";
                    if (!(error instanceof katex.ParseError)) throw error;
                    var parts = /^KaTeX parse error: ([^]*?)(?: at end of input: | at position \d+: )([^]*)$/.exec(error.message);
                    if (!parts) return "--1,0," + error.message.replace("KaTeX parse error: ", "");
                    var marks = (parts[2].match(/\u0332/g) || []).length;
                    var start = error.position, end = start + marks;
                    var shown = (start > 15 ? "…" + tex.slice(start - 15, start) : tex.slice(0, start))
                        + tex.slice(start, end).replace(/[^]/g, "$&\u0332")
                        + (end + 15 < tex.length ? tex.slice(end, end + 15) + "…" : tex.slice(end));
                    if (shown !== parts[2]) start = -1;
                    return "-" + start + "," + marks + "," + parts[1];
                }
            });
        }
        """#
}
