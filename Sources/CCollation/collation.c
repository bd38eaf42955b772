#include "CCollation.h"

#include <stdlib.h>
#include <unicode/ucol.h>

struct annals_collator {
  UCollator *order;
};

struct annals_collator *annals_collator_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *order = ucol_open(locale, &status);
  if (U_FAILURE(status) || order == NULL) return NULL;
  struct annals_collator *collator = malloc(sizeof *collator);
  if (collator == NULL) {
    ucol_close(order);
    return NULL;
  }
  collator->order = order;
  return collator;
}

void annals_collator_close(struct annals_collator *collator) {
  if (collator == NULL) return;
  ucol_close(collator->order);
  free(collator);
}

int32_t annals_collator_key(
    struct annals_collator *collator, const uint16_t *text, int32_t length, uint8_t *key,
    int32_t capacity) {
  int32_t size = ucol_getSortKey(collator->order, (const UChar *)text, length, key, capacity);
  return size > 0 ? size - 1 : 0;
}
