public func runCommandLine() {}
