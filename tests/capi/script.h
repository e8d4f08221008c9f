/* A day's work through guanxi.h, in C: whatever fails on the way ends it, and nothing is left behind. */
#ifndef GUANXI_TEST_SCRIPT_H
#define GUANXI_TEST_SCRIPT_H

#include "guanxi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Works in a new store at `path` (":memory:" for one in memory). GX_OK, or the code of what failed and its error. */
int32_t run_script(const char *path, gx_error **err);
/* The same in the store that is there, with an import of the file `csv`. Whatever that came to, `mend` is called then and the store
 * is used once more: `again` is what went wrong then, the caller's to free; NULL where nothing did, or it could not be opened. */
int32_t run_script_again(const char *path, const char *csv, void (*mend)(void), gx_error **again, gx_error **err);

#ifdef __cplusplus
}
#endif

#endif
