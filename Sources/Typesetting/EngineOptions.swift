internal import CJavaScriptCore

/// How JavaScriptCore runs in this process; the options hold for every machine and are fixed before the first.
enum EngineOptions {
    static func settled() {
        _ = once
    }

    private static let once: Void = {
    }()
}
