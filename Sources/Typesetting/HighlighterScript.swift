/// The JavaScript between `Typesetter` and highlight.js.
///
/// The library brings 185 languages, and making them all takes 90 ms; the one or two a book needs take a few. So its script
/// is taken apart into the library itself and the statements that each define a language, and a language is made when it
/// is asked for. A script of another form is one piece and works the same, only slower.
///
/// A language is made after those its definition names (code within code), so that what was coloured before never matters;
/// one that guesses among all languages gets them all.
enum HighlighterScript {
    static let functions = #"""
        var self = this;
        var longhandDefinitions = Object.create(null);

        function longhandLoadHighlighter(scripts) {
            var marker = 'hljs.registerLanguage("';
            scripts[0].split(marker).forEach(function (piece, index) {
                if (index === 0) (0, eval)(piece);
                else longhandDefinitions[piece.slice(0, piece.indexOf('"'))] = marker + piece;
            });
            return [];
        }

        function longhandCanonicalName(name) {
            if (name in longhandDefinitions) return name;
            return Object.keys(longhandDefinitions).find(function (candidate) {
                var aliases = /aliases:(\[[^\]]*\])/.exec(longhandDefinitions[candidate]);
                return aliases && aliases[1].includes('"' + name + '"');
            });
        }

        function longhandNamesIn(definition) {
            if (definition.includes("subLanguage:[]")) return Object.keys(longhandDefinitions);
            var places = definition.match(/subLanguage:\[[^\]]*\]|(?:subLanguage:|requireLanguage\()"[^"]*"/g) || [];
            return places.flatMap(function (place) {
                return place.match(/"[^"]*"/g).map(function (quoted) { return quoted.slice(1, -1); });
            });
        }

        function longhandMakeLanguage(written) {
            if (hljs.getLanguage(written)) return true;
            var name = longhandCanonicalName(written.toLowerCase());
            if (name === undefined) return false;
            var definition = longhandDefinitions[name];
            delete longhandDefinitions[name];
            longhandNamesIn(definition).forEach(longhandMakeLanguage);
            (0, eval)(definition);
            return true;
        }

        /* The code's markup, or nothing for a language the library does not know. */
        function longhandHighlight(codes, names) {
            return longhandMakeLanguage(names[0]) ? [hljs.highlight(names[0], codes[0], true).value] : [];
        }
        """#
}
