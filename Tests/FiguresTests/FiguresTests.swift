import Testing

@Suite struct FiguresTests {}
