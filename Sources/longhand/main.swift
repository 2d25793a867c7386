internal import Glibc

import Commands

exit(longhand(Array(CommandLine.arguments.dropFirst())).rawValue)
