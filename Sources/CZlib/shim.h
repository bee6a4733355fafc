#include <zlib.h>

// deflateInit2 is a macro, which Swift cannot call.
static inline int hatata_deflate_init_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}
