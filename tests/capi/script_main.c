/* The script as a C program; under the address sanitizer it shows that nothing is lost or left. */
#include <stdio.h>

#include "script.h"

int main(void) {
  gx_error *error = NULL;
  gx_str message;
  const int32_t code = run_script(":memory:", &error);
  gx_error_message(error, &message);
  if (code != GX_OK) fprintf(stderr, "%s: %.*s\n", gx_code_name(code), (int)message.len, message.ptr);
  gx_error_free(error);
  return code == GX_OK ? 0 : 1;
}
