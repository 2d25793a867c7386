import Synchronization

/// How far a build has come; threads add to it, and another may read it at any time.
public final class Progress: Sendable {
    public struct Counts: Sendable, Equatable {
        /// Chapters that are computed, of those that have to be.
        public var chapters = 0
        public var allChapters = 0
        /// Pictures drawn so far.
        public var figures = 0
    }

    private let state = Mutex(Counts())

    public init() {}

    public var counts: Counts { state.withLock { $0 } }

    /// Begins anew, as a build does that has to read more than it thought.
    func begin(chapters: Int) { state.withLock { $0 = Counts(allChapters: chapters) } }

    func addChapter() { state.withLock { $0.chapters += 1 } }

    func addFigure() { state.withLock { $0.figures += 1 } }
}
