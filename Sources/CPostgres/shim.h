#include <libpq-fe.h>

/* Of OpenSSL, which libpq uses and says nothing of: how many bytes are decrypted and not taken yet. */
int SSL_pending(const void *connection);
