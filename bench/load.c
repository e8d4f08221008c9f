/* load LIBRARY: loads the library in this fresh process, calls it, and prints the microseconds that took. */
#define _POSIX_C_SOURCE 199309L
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

int main(int argc, char **argv) {
  struct timespec before, after;
  uint32_t (*version)(void) = NULL;
  void *library;
  clock_gettime(CLOCK_MONOTONIC, &before);
  library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
  if (library != NULL) *(void **)&version = dlsym(library, "gx_version_number");
  if (version == NULL || version() == 0) {
    fprintf(stderr, "load LIBRARY: %s\n", argc == 2 ? dlerror() : "no library was named");
    return 1;
  }
  clock_gettime(CLOCK_MONOTONIC, &after);
  printf("%.1f\n", (double)(after.tv_sec - before.tv_sec) * 1e6 + (double)(after.tv_nsec - before.tv_nsec) / 1e3);
  return 0;
}
