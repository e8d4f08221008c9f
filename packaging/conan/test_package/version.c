#include <stdio.h>

#include <guanxi.h>

int main(void) { return printf("guanxi %s\n", gx_version_text()) < 0; }
