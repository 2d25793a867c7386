// glibc has this function since 2.28, but hides its declaration behind _GNU_SOURCE, which Swift's Glibc module does not set.
int renameat2(int oldDirectory, const char *oldPath, int newDirectory, const char *newPath, unsigned int flags);

// Swift's Glibc module leaves this header out.
#include <malloc.h>
