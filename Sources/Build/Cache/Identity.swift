import Cache
import Canvas
import Files
import Site

/// Everything a site depends on beside its book: the program, its libraries, style sheets, scripts and fonts.
///
/// Known by what the system says of their files, so that a program that was built anew or a library that was upgraded takes
/// nothing from what another left.
func identity(of share: ShareFolder) throws(FileError) -> Digest {
    var digester = Digester()
    let shared = try files(below: share.path).map { "\(share.path)/\($0)" }
    for path in filesOfProcess() + Renderer.fontFiles + shared {
        digester.add(path)
        let stamp = FileStamp(of: path) ?? FileStamp(size: -1, inode: -1, modified: -1)
        for number in [stamp.size, stamp.inode, stamp.modified] { digester.add(number) }
    }
    return digester.finished()
}
