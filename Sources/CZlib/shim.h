#include <zlib.h>

// deflateInit2 is a macro, which Swift cannot call.
static inline int hatata_deflate_init_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}

// Of a stream without any head, as ZIP archives hold it.
static inline int hatata_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -15);
}
