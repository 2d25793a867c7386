internal import CJavaScriptCore

/// One JavaScript virtual machine with its one context: owner of a `JSCContext`.
///
/// A machine belongs to the thread that made it. Every call checks the context for an exception.
struct ScriptEngine: ~Copyable {
    private let context: UnsafeMutablePointer<JSCContext>

    init() throws(TypesettingError) {
        EngineOptions.settled()
        guard let context = jsc_context_new() else {
            throw .refused(operation: "start JavaScriptCore", message: "no context")
        }
        self.context = context
    }

    deinit {
        g_object_unref(context)
    }

    /// Runs a script for its definitions; `name` stands for it in messages.
    func run(_ script: String, name: String) throws(TypesettingError) {
        var script = script
        let result = script.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                jsc_context_evaluate_with_source_uri(context, characters.baseAddress, gssize(characters.count), name, 1)
            }
        }
        if let result { g_object_unref(result) }
        try check("run \(name)")
    }

    /// Calls a global function with lists of strings and gives the list of strings it returns.
    func call(_ function: String, _ arguments: [[String]]) throws(TypesettingError) -> [String] {
        let operation = "call \(function)"
        guard let callee = jsc_context_get_value(context, function) else {
            throw .refused(operation: operation, message: "no such value")
        }
        defer { g_object_unref(callee) }
        guard jsc_value_is_function(callee) != 0 else {
            throw .refused(operation: operation, message: "not a function")
        }
        var values: [UnsafeMutablePointer<JSCValue>?] = []
        defer { for value in values { g_object_unref(value) } }
        for argument in arguments { values.append(list(argument)) }
        let result = jsc_value_function_callv(callee, guint(values.count), &values)
        defer { if let result { g_object_unref(result) } }
        try check(operation)
        guard let result, jsc_value_is_array(result) != 0 else {
            throw .refused(operation: operation, message: "no list came back")
        }
        return strings(of: result)
    }

    /// Throws what the last call left as an exception, and clears it.
    private func check(_ operation: String) throws(TypesettingError) {
        guard let exception = jsc_context_get_exception(context) else { return }
        let text = jsc_exception_to_string(exception)
        defer { g_free(text) }
        let message = text.map { String(cString: $0) } ?? "an exception without a message"
        let line = jsc_exception_get_line_number(exception)
        jsc_context_clear_exception(context)
        throw .refused(operation: operation, message: "\(message) (line \(line))")
    }

    /// A JavaScript array of strings. NUL, which a C string cannot hold, becomes U+FFFD.
    private func list(_ strings: [String]) -> UnsafeMutablePointer<JSCValue>? {
        let array = jsc_value_new_array_from_garray(context, nil)
        for (index, string) in strings.enumerated() {
            let value = jsc_value_new_string(context, string.withoutNul)
            jsc_value_object_set_property_at_index(array, guint(index), value)
            g_object_unref(value)
        }
        return array
    }

    private func strings(of array: UnsafeMutablePointer<JSCValue>) -> [String] {
        guard let length = jsc_value_object_get_property(array, "length") else { return [] }
        defer { g_object_unref(length) }
        return (0..<max(0, jsc_value_to_int32(length))).map { index in
            guard let value = jsc_value_object_get_property_at_index(array, guint(index)) else { return "" }
            defer { g_object_unref(value) }
            guard let characters = jsc_value_to_string(value) else { return "" }
            defer { g_free(characters) }
            return String(cString: characters)
        }
    }
}

extension String {
    fileprivate var withoutNul: String {
        guard utf8.contains(0) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
}
