#include <jsc/jsc.h>
