import Diagnostics

extension Parser {
    /// `import_statement: 'import' module ['as' NAME] (',' module ['as' NAME])*`
    func importStatement() throws(Fault) -> Statement.Kind {
        advance()
        var modules: [Statement.Import] = []
        repeat { modules.append(.init(name: try moduleName(), alias: try alias())) } while accept(.comma)
        return .importModules(modules)
    }

    /// `from_statement: 'from' module 'import' (names | '(' names [','] ')')`, where
    /// `names: NAME ['as' NAME] (',' NAME ['as' NAME])*`
    func fromStatement() throws(Fault) -> Statement.Kind {
        advance()
        if at(.dot) || at(.ellipsis) {
            throw Fault(.syntax, "relative imports are not part of the cell language", at: place)
        }
        let module = try moduleName()
        try expect(Keyword.import)
        if at(.star) {
            throw Fault(.syntax, "'import *' is not part of the cell language; name what is imported", at: place)
        }
        let isParenthesised = accept(.openParenthesis)
        var names: [Statement.Import] = []
        repeat {
            if isParenthesised, !names.isEmpty, at(.closeParenthesis) { break }
            names.append(.init(name: try name("a name to import"), alias: try alias()))
        } while accept(.comma)
        if isParenthesised { try expect(.closeParenthesis) }
        return .importNames(module: module, names)
    }

    /// `module: NAME ('.' NAME)*`
    private func moduleName() throws(Fault) -> Located<String> {
        var module = try name("the name of a module")
        while accept(.dot) {
            let part = try name("a name after '.'")
            module = Located(module.value + "." + part.value, module.range.union(part.range))
        }
        return module
    }

    private func alias() throws(Fault) -> Located<String>? {
        accept(.as) ? try name("a name after 'as'") : nil
    }
}
