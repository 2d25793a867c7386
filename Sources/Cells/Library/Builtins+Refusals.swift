import Diagnostics

extension Builtins {
    /// Built-in names of Python that the cell language leaves out, with the reason.
    static let refusals: [(names: [String], reason: String)] = [
        (["input"], "nobody answers while a chapter is built"),
        (["open"], "cells read and write no files"),
        (["eval", "exec", "compile"], "cells do not run text as a program"),
        (["globals", "locals", "vars", "dir"], "names are not to be had as a dict"),
        (["id"], "places in memory differ from run to run"),
        (["hash"], "the hash of a string differs from run to run"),
        (["bytes", "bytearray", "memoryview"], "there are strings, but no bytes"),
        (["complex"], "there are no complex numbers"),
        (["frozenset"], "there are only sets that change"),
        (["property", "staticmethod", "classmethod"], "methods have no decorators"),
        (["breakpoint", "help", "exit", "quit"], "nobody sits at a prompt"),
        (["aiter", "anext"], "nothing runs at the same time"),
        (["__import__"], "write import"),
        (["super"], "a method calls super() without arguments"),
        (
            [
                "copyright", "credits", "license", "__builtins__", "__debug__", "__doc__", "__file__", "__loader__",
                "__package__", "__spec__", "__build_class__",
            ], "a program sees nothing of what runs it"
        ),
        (
            [
                "BaseExceptionGroup", "BlockingIOError", "BrokenPipeError", "BufferError", "BytesWarning",
                "ChildProcessError", "ConnectionAbortedError", "ConnectionError", "ConnectionRefusedError",
                "ConnectionResetError", "DeprecationWarning", "EOFError", "EncodingWarning", "EnvironmentError",
                "ExceptionGroup", "FileExistsError", "FileNotFoundError", "FutureWarning", "GeneratorExit", "IOError",
                "ImportWarning", "IndentationError", "InterruptedError", "IsADirectoryError", "KeyboardInterrupt",
                "MemoryError", "NotADirectoryError", "OSError", "PendingDeprecationWarning", "PermissionError",
                "ProcessLookupError", "ReferenceError", "ResourceWarning", "RuntimeWarning", "StopAsyncIteration",
                "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError",
                "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "UnicodeWarning",
                "UserWarning", "Warning",
            ], "no cell raises it"
        ),
    ]

    /// Why a built-in name of Python is not part of the cell language; nil for any other name.
    static func refusal(of name: String) -> String? {
        refusals.first { $0.names.contains(name) }?.reason
    }

    /// A name that is bound nowhere.
    static func missing(_ name: String, known: [String]) -> Fault {
        if let reason = refusal(of: name) {
            return Fault.outside(.name, "'\(name)' is not part of the cell language: \(reason)")
        }
        return Fault(
            .name, "name '\(name)' is not defined", suggestion: nearestName(to: name, in: known + names),
            python: "name '\(name)' is not defined")
    }
}
