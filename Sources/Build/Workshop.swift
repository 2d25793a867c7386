import Book
import Canvas
import Diagnostics
import Files
import Synchronization
import Typesetting

/// Where sites are made, one after the other. What takes long to start stays ready between them: KaTeX and its engine, which
/// warms as it works, and the fonts.
///
/// ```swift
/// let workshop = Workshop(share: try .ofProgram(), threads: Threads())
/// let site = try workshop.build("chapters", to: "output")
/// ```
/// What comes out does not depend on what was made before.
public final class Workshop: Sendable {
    let share: ShareFolder
    let threads: Threads
    let typesetter: Workbench<Typesetter, TypesettingError>
    let renderers = RendererShelf()
    /// The program and its libraries.
    let program = filesOfProcess()

    public init(share: ShareFolder, threads: Threads) {
        self.share = share
        self.threads = threads
        let scripts = share.scripts
        typesetter = Workbench { () throws(TypesettingError) in try Typesetter(scripts: scripts) }
    }

    /// Loads a book, makes its site and puts it in its place.
    ///
    /// - Parameters:
    ///   - output: where the site goes; nil when it is only to be checked.
    ///   - illegible: how grave it is when something in a figure cannot be read.
    public func build(
        _ path: String, to output: String?, illegible: Diagnostic.Severity = .warning, progress: Progress? = nil
    ) throws(BuildError) -> BuiltSite {
        var usesRecord = true
        while true {
            let (folder, sources) = try refusingFiles { () throws(FileError) in
                let folder = try BookFolder(path)
                return (folder, try folder.load())
            }
            let cache = BuildCache(of: folder, output: output)
            let site = try makeSite(
                sources, illegible: illegible, cache: cache, usesRecord: usesRecord, progress: progress)
            guard let output else { return site }
            let isWritten = try refusingFiles { () throws(FileError) in try write(site, to: output, cache: cache) }
            if isWritten { return site }
            // Another build replaced what was to be kept.
            usesRecord = false
        }
    }

    /// Lets the engine of formulas start and warm up while nobody waits for it.
    public func warmUp() {
        typesetter.later { (typesetter) throws(TypesettingError) in
            let formulas = (1...40).flatMap { number in
                [
                    Formula("w_{\(number)} = \\frac{\\partial L}{\\partial x_{\(number)}} \\cdot 0.5"),
                    Formula("\\sum_{i=1}^{\(number)} \\left(y_i - t_i\\right)^2 \\approx -1.25", isDisplay: true),
                ]
            }
            _ = try typesetter.typeset(formulas)
            _ = try typesetter.highlight("x = 1", language: "python")
        }
    }
}

/// Renderers that nobody uses just now.
///
/// Sendable because a renderer lies on the shelf or is with the one thread that took it; none is tied to the thread that
/// made it.
final class RendererShelf: @unchecked Sendable {
    private let lock = Mutex(())
    private var idle: [Renderer] = []

    func take() throws(BuildError) -> RendererLoan {
        let renderer = if let known = lock.withLock({ _ in idle.popLast() }) { known } else { try openRenderer() }
        return RendererLoan(renderer: renderer, shelf: self)
    }

    fileprivate func putBack(_ renderer: Renderer) { lock.withLock { _ in idle.append(renderer) } }
}

/// A renderer taken from a shelf, to which it returns when the loan ends.
final class RendererLoan {
    let renderer: Renderer
    private let shelf: RendererShelf

    fileprivate init(renderer: Renderer, shelf: RendererShelf) {
        self.renderer = renderer
        self.shelf = shelf
    }

    deinit { shelf.putBack(renderer) }
}
