import Diagnostics

extension Builtins {
    /// Why a built-in name of Python is not part of the cell language; nil for any other name.
    static func refusal(of name: String) -> String? {
        switch name {
        case "input": "nobody answers while a chapter is built"
        case "open": "cells read and write no files"
        case "eval", "exec", "compile": "cells do not run text as a program"
        case "globals", "locals", "vars", "dir": "names are not to be had as a dict"
        case "id": "places in memory differ from run to run"
        case "hash": "the hash of a string differs from run to run"
        case "bytes", "bytearray", "memoryview": "there are strings, but no bytes"
        case "complex": "there are no complex numbers"
        case "frozenset": "there are only sets that change"
        case "property", "staticmethod", "classmethod": "methods have no decorators"
        case "breakpoint", "help", "exit", "quit": "nobody sits at a prompt"
        case "aiter", "anext": "nothing runs at the same time"
        case "__import__": "write import"
        default: nil
        }
    }

    /// A name that is bound nowhere.
    static func missing(_ name: String, known: [String]) -> Fault {
        if let reason = refusal(of: name) {
            return Fault(.name, "'\(name)' is not part of the cell language: \(reason)")
        }
        return Fault(
            .name, "name '\(name)' is not defined", suggestion: nearestName(to: name, in: known + names),
            python: "name '\(name)' is not defined")
    }
}
