internal import Glibc

import Synchronization

/// Tells of changes in a folder and all folders below it, at once; by inotify, which says when a file was written to the end.
///
/// Names that start with a dot or end in `~` are left out, and so are folders that Longhand writes and links.
public final class FolderWatch: Sendable {
    private static let folderLimit = 4096
    /// A burst of changes has ended when for so long there was none, in milliseconds.
    private static let quiet: Int32 = 12
    /// So long a burst is waited for.
    private static let patience = 150
    /// How often a folder that went away is looked for.
    private static let searching: Int32 = 200

    private let folder: String
    private let events: Int32
    /// A byte written to one end wakes who waits at the other.
    private let bell: (ear: Int32, rope: Int32)
    /// The folders below, by inotify's numbers, as they are called from the folder itself; empty when it is gone.
    private let folders = Mutex<[Int32: String]>([:])

    public init(_ folder: String) throws(FileError) {
        self.folder = folder
        events = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
        guard events >= 0 else { throw .last("watch", folder) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            close(events)
            throw .last("watch", folder)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        bell = (ends[0], ends[1])
        try watchFolders()
        if folders.withLock({ $0.isEmpty }) { throw .last("watch", folder) }
    }

    deinit { for file in [events, bell.ear, bell.rope] { close(file) } }

    /// Ends the waiting, now or when it next begins.
    public func stop() { _ = write(bell.rope, "!", 1) }

    /// Waits for changes, and then for a pause in them.
    ///
    /// - Returns: what changed, as paths below the folder in order; nil after ``stop()``.
    /// - Throws: ``FileError`` when a folder that is new cannot be watched.
    public func wait() throws(FileError) -> [String]? {
        var changed: Set<String> = []
        var first = 0
        while true {
            let isGone = folders.withLock { $0.isEmpty }
            let timeout = !changed.isEmpty ? Self.quiet : isGone ? Self.searching : -1
            var files = [
                pollfd(fd: bell.ear, events: Int16(POLLIN), revents: 0),
                pollfd(fd: events, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&files, 2, timeout)
            if count < 0, errno != EINTR { throw .last("watch", folder) }
            if count > 0, files[0].revents != 0 { return nil }
            if count > 0 {
                let wasQuiet = changed.isEmpty
                changed.formUnion(try readEvents())
                if wasQuiet { first = milliseconds() }
                if changed.isEmpty || milliseconds() - first < Self.patience { continue }
            } else if changed.isEmpty, isGone {
                try watchFolders()
                if !folders.withLock({ $0.isEmpty }) { return [] }
            }
            if !changed.isEmpty { return changed.sorted() }
        }
    }

    private func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }

    private func readEvents() throws(FileError) -> Set<String> {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let length = read(events, &buffer, buffer.count)
        var changed: Set<String> = []
        var mustLook = false
        var place = 0
        let header = MemoryLayout<inotify_event>.size
        while place + header <= length {
            let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: inotify_event.self) }
            let name = buffer[(place + header)..<(place + header + Int(event.len))].prefix { $0 != 0 }
            place += header + Int(event.len)
            let (path, isFolder) = take(event, String(decoding: name, as: UTF8.self))
            if let path { changed.insert(path) }
            mustLook = mustLook || isFolder
        }
        if mustLook { try watchFolders() }
        return changed
    }

    /// - Returns: what changed, nil for what does not count; and whether folders have to be looked at anew.
    private func take(_ event: inotify_event, _ name: String) -> (path: String?, isFolder: Bool) {
        func has(_ bits: Int32) -> Bool { event.mask & UInt32(bitPattern: bits) != 0 }
        if has(Int32(IN_Q_OVERFLOW)) { return ("", true) }
        guard let above = folders.withLock({ $0[event.wd] }) else { return (nil, false) }
        if has(Int32(IN_DELETE_SELF)) || has(Int32(IN_MOVE_SELF)) { return (above, true) }
        if name.isEmpty || name.hasPrefix(".") || name.hasSuffix("~") { return (nil, false) }
        return (above.isEmpty ? name : "\(above)/\(name)", has(Int32(IN_ISDIR)))
    }

    /// Watches the folder and what is below it now, and lets go of what is no longer there.
    private func watchFolders() throws(FileError) {
        let mask =
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR
        var found: [Int32: String] = [:]
        var waiting = [""]
        while let path = waiting.popLast() {
            let full = path.isEmpty ? folder : "\(folder)/\(path)"
            let number = inotify_add_watch(events, full, UInt32(mask))
            if number < 0 {
                // A folder may go while it is looked at.
                if errno == ENOENT || errno == ENOTDIR || errno == EACCES { continue }
                if errno == ENOSPC {
                    throw tooMany(full, "the system's limit, fs.inotify.max_user_watches, is reached")
                }
                throw .last("watch", full)
            }
            found[number] = path
            if found.count > Self.folderLimit {
                throw tooMany(folder, "it holds more than \(Self.folderLimit) folders")
            }
            for name in (try? names(inFolder: full)) ?? [] where isWatched(name, in: full) {
                waiting.append(path.isEmpty ? name : "\(path)/\(name)")
            }
        }
        let now = found
        let lost = folders.withLock { folders in
            defer { folders = now }
            return folders.keys.filter { now[$0] == nil }
        }
        for number in lost { inotify_rm_watch(events, number) }
    }

    private func tooMany(_ path: String, _ reason: String) -> FileError {
        FileError(operation: "watch", path: path, reason: reason)
    }

    private func isWatched(_ name: String, in folder: String) -> Bool {
        let path = "\(folder)/\(name)"
        return !name.hasPrefix(".") && kind(of: path) == .folder && !isLink(path) && !isOutput(path)
    }
}
