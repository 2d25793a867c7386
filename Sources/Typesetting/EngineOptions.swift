internal import CJavaScriptCore

/// How JavaScriptCore runs in this process; the options hold for every machine and are fixed before the first.
///
/// The third compiler, FTL, is off: a build is over before its code pays for its making. Measured with JavaScriptCore 2.50 on
/// two cores, KaTeX's loading included: 300 formulas take 0.23 s of processor time instead of 0.44, 3,000 take 0.85 instead of 1.27.
/// The second, DFG, stays: without it 3,000 formulas take 1.5 s.
enum EngineOptions {
    static func settled() {
        _ = once
    }

    /// Whether JavaScriptCore knew the option; another version may not, and is only slower for it.
    private static let once: Bool = jsc_options_set_boolean("useFTLJIT", 0) != 0
}
