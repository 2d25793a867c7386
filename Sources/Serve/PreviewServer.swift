internal import CSoup
internal import Glibc

import Files
import Synchronization

/// Why a preview cannot be served.
public enum ServeError: Error, Sendable, Equatable, CustomStringConvertible {
    case portInUse(Int)
    case refused(operation: String, message: String)

    public var description: String {
        switch self {
        case .portInUse(let port):
            "cannot serve on port \(port): another program does, perhaps another 'longhand serve'; choose a port with --port"
        case .refused(let operation, let message): "cannot \(operation): \(message)"
        }
    }
}

/// Serves a preview to browsers of this machine, by libsoup on a thread of its own.
///
/// Sendable because libsoup's objects are used by that thread alone once ``start(onSignal:)`` was called, and all else is behind
/// a lock.
public final class PreviewServer: @unchecked Sendable {
    public let port: Int
    private let preview: Mutex<Preview>
    private let context: OpaquePointer
    private let loop: OpaquePointer
    private let server: UnsafeMutablePointer<SoupServer>
    /// Pages that wait for messages; used on the server's thread alone.
    private var listeners: [OpaquePointer] = []
    private var thread: UnsafeMutablePointer<GThread>?
    private var onSignal: (@Sendable () -> Void)?
    private var handlesSignals: Bool { onSignal != nil }

    public var address: String { "http://localhost:\(port)/" }

    /// Takes a port of the loopback interface: of IPv4, and of IPv6 where there is one.
    ///
    /// - Parameter port: 0 for any that is free.
    public init(port: Int, preview: Preview) throws(ServeError) {
        self.preview = Mutex(preview)
        guard let context = g_main_context_new(), let loop = g_main_loop_new(context, 0), let server = new_server()
        else {
            preconditionFailure("GLib makes objects or ends the program")
        }
        (self.context, self.loop, self.server) = (context, loop, server)
        g_main_context_push_thread_default(context)
        defer { g_main_context_pop_thread_default(context) }
        var error: UnsafeMutablePointer<GError>?
        guard soup_server_listen_local(server, guint(port), SoupServerListenOptions(0), &error) != 0 else {
            let isTaken = error?.pointee.code == Int32(G_IO_ERROR_ADDRESS_IN_USE.rawValue)
            let failure: ServeError =
                isTaken ? .portInUse(port) : .refused(operation: "serve on port \(port)", message: take(error))
            self.port = port
            throw failure
        }
        let uris = soup_server_get_uris(server)
        let first = uris?.pointee.data.map { OpaquePointer($0) }
        self.port = Int(g_uri_get_port(first))
        g_slist_free_full(uris) { g_uri_unref(OpaquePointer($0)) }
    }

    deinit {
        g_object_unref(server)
        g_main_loop_unref(loop)
        g_main_context_unref(context)
    }

    /// Serves until ``close()``.
    ///
    /// - Parameter onSignal: called when somebody interrupts or ends the program, which then has two seconds to end by itself;
    ///   nil leaves signals alone.
    public func start(onSignal: (@Sendable () -> Void)?) {
        let own = Unmanaged.passUnretained(self).toOpaque()
        soup_server_add_handler(
            server, nil, { _, message, _, _, own in PreviewServer.of(own).handle(message) }, own, nil)
        if let onSignal {
            self.onSignal = onSignal
            for signal in endingSignals {
                attach(g_unix_signal_source_new(signal), own) { own in
                    PreviewServer.of(own).end()
                    return 0
                }
            }
        }
        // What has gone away without a word is noticed when something is sent.
        attach(g_timeout_source_new_seconds(15), own) { own in
            PreviewServer.of(own).send(": still here\n\n")
            return 1
        }
        thread = g_thread_new(
            "serve",
            { own in
                let server = PreviewServer.of(own)
                if server.handlesSignals { server.hearSignals() }
                g_main_context_push_thread_default(server.context)
                g_main_loop_run(server.loop)
                g_main_context_pop_thread_default(server.context)
                return nil
            }, own)
    }

    /// Whoever started the program may have had signals blocked, which is inherited.
    private func hearSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in endingSignals { sigaddset(&signals, signal) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Stops serving, and waits until that is done.
    public func close() {
        onServerThread { server in
            soup_server_disconnect(server.server)
            g_main_loop_quit(server.loop)
        }
        if let thread { g_thread_join(thread) }
        thread = nil
    }

    /// Changes the preview and tells the pages.
    public func update(_ change: (inout Preview) -> Void) {
        preview.withLock { change(&$0) }
        onServerThread { server in
            server.send(server.event)
        }
    }

    // MARK: On the server's thread

    private static func of(_ pointer: gpointer?) -> PreviewServer {
        guard let pointer else { preconditionFailure("callbacks get the server they belong to") }
        return Unmanaged<PreviewServer>.fromOpaque(pointer).takeUnretainedValue()
    }

    private func attach(_ source: UnsafeMutablePointer<GSource>?, _ own: gpointer, _ call: GSourceFunc) {
        g_source_set_callback(source, call, own, nil)
        g_source_attach(source, context)
        g_source_unref(source)
    }

    private func onServerThread(_ work: @escaping @Sendable (PreviewServer) -> Void) {
        let errand = Unmanaged.passRetained(Errand(server: self, work: work)).toOpaque()
        let source = g_idle_source_new()
        g_source_set_priority(source, G_PRIORITY_DEFAULT)
        g_source_set_callback(
            source,
            { errand in
                if let errand {
                    let errand = Unmanaged<Errand>.fromOpaque(errand).takeRetainedValue()
                    errand.work(errand.server)
                }
                return 0
            }, errand, nil)
        g_source_attach(source, context)
        g_source_unref(source)
    }

    private func end() {
        onSignal?()
        let own = Unmanaged.passUnretained(self).toOpaque()
        // A chapter that computes for long must not keep the program; what is half written is removed by the next build.
        attach(g_timeout_source_new_seconds(2), own) { _ in _exit(0) }
    }

    private func handle(_ message: OpaquePointer?) {
        guard let message else { return }
        let answer = preview.withLock { $0 }.answer(to: Request(message), port: port)
        let headers = soup_server_message_get_response_headers(message)
        soup_server_message_set_status(message, guint(answer.status), nil)
        for (name, value) in standardHeaders + answer.headers { soup_message_headers_replace(headers, name, value) }
        switch answer.body {
        case .bytes(let bytes):
            if answer.status == 304 { return }
            soup_server_message_set_response(message, answer.type, SOUP_MEMORY_COPY, bytes, gsize(bytes.count))
        case .messages: listen(message, headers, answer.type)
        }
    }

    /// Keeps a connection open for messages.
    private func listen(_ message: OpaquePointer, _ headers: OpaquePointer?, _ type: String) {
        soup_message_headers_replace(headers, "Content-Type", type)
        soup_message_headers_set_encoding(headers, SOUP_ENCODING_CHUNKED)
        if String(cString: soup_server_message_get_method(message)) == "HEAD" { return }
        soup_message_body_set_accumulate(soup_server_message_get_response_body(message), 0)
        listeners.append(message)
        g_object_ref(gpointer(message))
        on_finished(
            message, { message, own in PreviewServer.of(own).forget(message) },
            Unmanaged.passUnretained(self).toOpaque())
        append("retry: 300\n" + event, to: message)
    }

    private func forget(_ message: OpaquePointer?) {
        guard let place = listeners.firstIndex(where: { $0 == message }) else { return }
        listeners.remove(at: place)
        g_object_unref(gpointer(message))
    }

    private var event: String { "data: \(preview.withLock { $0.message })\n\n" }

    private func send(_ text: String) {
        for listener in listeners {
            append(text, to: listener)
            soup_server_message_unpause(listener)
        }
    }

    private func append(_ text: String, to message: OpaquePointer) {
        let bytes = Array(text.utf8)
        soup_message_body_append(
            soup_server_message_get_response_body(message), SOUP_MEMORY_COPY, bytes, gsize(bytes.count))
    }
}

private let endingSignals = [SIGINT, SIGTERM, SIGHUP]

/// Nothing may be kept without asking, and no other site may use what is served here.
private let standardHeaders = [
    ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Referrer-Policy", "same-origin"),
]

private final class Errand {
    let server: PreviewServer
    let work: @Sendable (PreviewServer) -> Void

    init(server: PreviewServer, work: @escaping @Sendable (PreviewServer) -> Void) {
        self.server = server
        self.work = work
    }
}

extension Request {
    fileprivate init(_ message: OpaquePointer) {
        let uri = soup_server_message_get_uri(message)
        method = String(cString: soup_server_message_get_method(message))
        path = g_uri_get_path(uri).map { String(cString: $0) } ?? ""
        hosts = []
        let headers = soup_server_message_get_request_headers(message)
        if let list = soup_message_headers_get_list(headers, "Host") {
            hosts = String(cString: list).split(separator: ",").map { $0.filter { $0 != " " } }
        }
        knownTag = soup_message_headers_get_one(headers, "If-None-Match").map { String(cString: $0) }
    }
}

/// The words of an error, which is freed.
private func take(_ error: UnsafeMutablePointer<GError>?) -> String {
    defer { if let error { g_error_free(error) } }
    return error?.pointee.message.map { String(cString: $0) } ?? "no reason was given"
}

/// Opens an address in the reader's browser.
public func openInBrowser(_ address: String) throws(ServeError) {
    var error: UnsafeMutablePointer<GError>?
    guard g_app_info_launch_default_for_uri(address, nil, &error) != 0 else {
        throw .refused(operation: "open a browser", message: take(error))
    }
}
