import Testing

@Suite struct BookTests {}
