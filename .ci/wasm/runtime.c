// What Embedded Swift expects of the C library, for a bare WebAssembly machine: memory, and a `putchar` that reaches
// the host through WASI. Only `make core-wasm` uses it.

typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;

extern byte __heap_base;
extern void longhand_core_smoke(void);

// Memory comes in blocks of 2^class bytes. A freed block waits in the list of its class; nothing is given back.
// Before every payload stands where its block starts and which class it is.
typedef struct header { byte *block; size_t class; } header;

static byte *freed[32];
static byte *next = &__heap_base;

static byte *take(size_t class) {
    byte *block = freed[class];
    if (block) {
        freed[class] = *(byte **)block;
        return block;
    }
    block = next;
    next += (size_t)1 << class;
    size_t have = __builtin_wasm_memory_size(0) << 16, need = (size_t)next;
    if (need > have && __builtin_wasm_memory_grow(0, (need - have + 0xFFFF) >> 16) == (size_t)-1) __builtin_trap();
    return block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment < 16) alignment = 16;
    size_t whole = size + alignment + sizeof(header), class = 5;
    while (((size_t)1 << class) < whole) class++;
    byte *block = take(class);
    size_t payload = ((size_t)block + sizeof(header) + alignment - 1) & ~(alignment - 1);
    ((header *)payload)[-1] = (header){block, class};
    *result = (void *)payload;
    return 0;
}

void *malloc(size_t size) {
    void *payload;
    posix_memalign(&payload, 16, size);
    return payload;
}

void free(void *payload) {
    if (!payload) return;
    header h = ((header *)payload)[-1];
    *(byte **)h.block = freed[h.class];
    freed[h.class] = h.block;
}

// With bulk memory operations these are single instructions.
void *memcpy(void *to, const void *from, size_t n) { return __builtin_memcpy(to, from, n); }
void *memmove(void *to, const void *from, size_t n) { return __builtin_memmove(to, from, n); }
void *memset(void *to, int value, size_t n) { return __builtin_memset(to, value, n); }

int memcmp(const void *left, const void *right, size_t n) {
    const byte *a = left, *b = right;
    for (size_t i = 0; i < n; i++)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

// Half away from zero, the one way of rounding that is no instruction. Exact: the fraction of a double is a double.
double round(double x) {
    double whole = __builtin_trunc(x);
    return __builtin_fabs(x - whole) >= 0.5 ? whole + __builtin_copysign(1, x) : __builtin_copysign(whole, x);
}
float roundf(float x) { return (float)round(x); }

// Arithmetic on 128 bits, which the compiler calls for in halves of 64.
typedef unsigned long long u64;
typedef union { __int128 whole; struct { u64 low, high; } half; } wide;

__int128 __multi3(__int128 left, __int128 right) {
    wide a = {left}, b = {right}, product;
    u64 al = (unsigned)a.half.low, ah = a.half.low >> 32, bl = (unsigned)b.half.low, bh = b.half.low >> 32;
    u64 middle = ah * bl + (al * bl >> 32), other = al * bh + (unsigned)middle;
    product.half.low = a.half.low * b.half.low;
    product.half.high = ah * bh + (middle >> 32) + (other >> 32) + a.half.high * b.half.low + a.half.low * b.half.high;
    return product.whole;
}

__int128 __ashlti3(__int128 value, int by) {
    wide a = {value};
    if (by == 0) return value;
    a.half.high = by < 64 ? a.half.high << by | a.half.low >> (64 - by) : a.half.low << (by - 64);
    a.half.low = by < 64 ? a.half.low << by : 0;
    return a.whole;
}

__int128 __lshrti3(__int128 value, int by) {
    wide a = {value};
    if (by == 0) return value;
    a.half.low = by < 64 ? a.half.low >> by | a.half.high << (64 - by) : a.half.high >> (by - 64);
    a.half.high = by < 64 ? a.half.high >> by : 0;
    return a.whole;
}

__int128 __ashrti3(__int128 value, int by) {
    wide a = {value};
    u64 sign = a.half.high >> 63 ? ~0ull : 0;
    if (by == 0) return value;
    a.half.low = by < 64 ? a.half.low >> by | a.half.high << (64 - by) : (u64)((long long)a.half.high >> (by - 64));
    a.half.high = by < 64 ? (u64)((long long)a.half.high >> by) : sign;
    return a.whole;
}

// Seeds the hashing of dictionaries; no result may depend on it, so any bytes will do.
void arc4random_buf(void *buffer, size_t n) { memset(buffer, 0x5A, n); }

typedef struct { const byte *bytes; size_t count; } piece;
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write")))
extern int fd_write(int descriptor, const piece *pieces, size_t count, size_t *written);

int putchar(int character) {
    byte letter = (byte)character;
    size_t written;
    piece one = {&letter, 1};
    return fd_write(1, &one, 1, &written) == 0 ? character : -1;
}

__attribute__((export_name("_start"))) void start(void) { longhand_core_smoke(); }
