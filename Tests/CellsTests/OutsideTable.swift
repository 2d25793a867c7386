extension OutsideTests {
    /// Python, NumPy or PyTorch does each of these.
    static let left: [String] = [
        // Names and attributes.
        "hasattr(np, 'linspace_of_the_future')", "hasattr(np.ones(2), 'tobytes')", "hasattr('a', 'encode')",
        "hasattr(1.5, 'hex')", "hasattr([], '__sizeof__')", "hasattr(A(), '__dict__')", "getattr(A, '__doc__', None)",
        "open('x')", "eval('1')", "int.from_bytes", "np.einsum", "np.linalg.inv(a)", "np.random.seed(0)",
        "np.dtype('int8')",
        "np.int32(3)", "a.tofile", "t.norm()", "torch.optim", "torch.nn.Linear(1, 2)", "t.register_hook(print)",
        "torch.randn(2)", "np.random.default_rng(0).exponential()", "a.dtype.itemsize_", "Raised('x').__cause__",
        "'a'.translate({})", "iter([]).__length_hint__()",
        // Numbers.
        "2 ** 64", "9223372036854775807 + 1", "-9223372036854775808 - 1", "3 << 62", "math.factorial(30)",
        "int('9' * 30)",
        "int(1e30)", "round(1e300)", "abs(-9223372036854775807 - 1)", "(-8) ** 0.5", "range(-2 ** 62, 2 ** 62 + 1)",
        "int('\\u0663')", "float('\\u0663.5')", "math.floor(Two())", "pow(Two(), 2, 3)", "'%d' % Two()",
        "'%.1f' % Two()",
        "math.sqrt(Two())",
        // Texts and types.
        "object()", "'%s' % object()", "str(A())", "f'{A()}'", "chr(0xD800)", "'\\u00c4'.casefold()",
        "OSError", "KeyboardInterrupt", "__file__", "{math: 1}", "{torch.float32: 1}", "repr([].append)",
        "repr(Exception.__str__)", "int | str", "isinstance(1, int | str)", "type('B', (), {})", "super(A, A())",
        "{Keyed(): 1}", "list({1, 2})",
        "print(1, file=A())", "type(None)()",
        "lambda: 1", "iter([])", "A.__init__", "str(len.__call__)", "repr(lambda: 1)",
        "(torch.ones(2, requires_grad=True) * 2).grad_fn", "str(torch.ones(2, requires_grad=True).sum().grad_fn)",
        // Arrays.
        "np.array(['a'])", "np.array(None)", "np.array({})", "np.array([None, 1])", "np.array(x for x in [1])",
        "np.array([A()])", "np.arange(3, dtype=bool)", "a.fill([1, 2])", "a + 'a'", "a < 'a'", "np.tile(a, 'a')",
        "np.zeros(2, dtype='int32')", "a.astype('int32')", "a.astype(np.complex128)", "a.astype(object)",
        "np.zeros((1,) * 9)", "a[True]", "np.add(a, A())", "a * A()", "np.exp(flags)",
        "np.random.default_rng()", "np.random.default_rng(0).random(2, dtype='float32')",
        "-np.zeros(2, dtype='uint8')",
        "np.sum(a, where=[True, False])", "np.sum(a, initial=3)", "a.sum(initial=3)", "np.exp(a, out=a)",
        "np.exp(a, a)",
        "np.exp(a, where=a > 1)", "np.add(a, a, a)", "np.add(a, a, dtype='float32')", "np.array([1], ndmin=2)",
        "np.zeros(2, order='F')", "np.zeros(2, float, 'F')", "np.concatenate([a, a], dtype='float32')",
        "np.concatenate([a, a], 0, a)", "a.astype(int, casting='safe')", "a.astype(int, 'C')", "np.max(a, 0, a)",
        "a.max(initial=9)", "np.median(a, 0, a)", "np.unique(a, axis=0)", "np.diff(a, prepend=0)", "a.flatten('F')",
        "a.reshape(4, order='F')", "np.reshape(a, 4, 'F')", "np.linspace(0, 1, 3, axis=0)", "np.linalg.norm(a, 2)",
        "np.linalg.norm(a, 'nuc')", "np.trace(a, 1)", "np.diagonal(a, 0, 1, 0)", "np.isin(a, a, invert=True)",
        "np.stack([a, a], out=a)", "np.vstack([a, a], dtype=float)", "np.clip(a, 0, 1, out=a)", "a.clip(0, 1, a)",
        "np.meshgrid([1], [2], sparse=True)", "np.std(a, correction=1)", "np.cumsum(a, out=a)", "np.round(a, 1, a)",
        "np.array_equal(a, a, equal_nan=True)", "np.searchsorted([1], 1, sorter=[0])", "np.matmul(a, a, a)",
        "np.array2string(a, formatter={})", "np.float64(A())", "a < A()",
        // Tensors.
        "torch.zeros(2, dtype=torch.int32)", "torch.zeros(2, device='cuda')", "torch.zeros(2, dtype='int32')",
        "torch.tensor([1.0], device='cpu')", "t.sum(0, False, dtype=torch.float16)", "t.to('cuda')", "t.max(t)",
        "t.clone(memory_format=1)", "t.flatten(0, 1)", "torch.add(t, t, out=t)", "torch.cat([t, t], out=t)",
        "t[True]", "torch.tensor(['a'])", "torch.Tensor([1])", "torch.softmax(t, 0)", "t.backward(create_graph=True)",
        "t // t", "t.cpu(1)", "t.unfold",
    ]
}
