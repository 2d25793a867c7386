import Testing

@Suite struct CellsTests {}
