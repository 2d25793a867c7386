import Cache
import Canvas
import Files
import Site

/// Everything a site depends on beside its book: the program, its libraries, style sheets, scripts and fonts.
///
/// Known by what the system says of their files, so that a program that was built anew or a library that was upgraded takes
/// nothing from what another left.
///
/// - Parameter program: the program and its libraries, as they were before the first site was made: a process may load more as
///   it goes on.
func identity(of share: ShareFolder, program: [String]) throws(FileError) -> Digest {
    var digester = Digester()
    let shared = try files(below: share.path).map { "\(share.path)/\($0)" }
    for path in program + Renderer.fontFiles + shared {
        digester.add(path)
        let stamp = FileStamp(of: path) ?? FileStamp(size: -1, inode: -1, modified: -1)
        for number in [stamp.size, stamp.inode, stamp.modified] { digester.add(number) }
    }
    return digester.finished()
}
