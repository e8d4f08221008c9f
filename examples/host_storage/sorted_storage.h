/* A storage of one's own for Guanxi, as small as can be: everything in one sorted array in memory. */
#ifndef SORTED_STORAGE_H
#define SORTED_STORAGE_H

#include "guanxi.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Fills in a table whose storage is new and empty; its `destroy` frees it. 0 where there is no memory. */
int sorted_storage(gx_storage_vtable *table);

#ifdef __cplusplus
}
#endif

#endif
