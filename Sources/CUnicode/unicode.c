#include "CUnicode.h"

#include <stdlib.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

struct annals_breaker {
  UBreakIterator *iterator;
};

struct annals_breaker *annals_breaker_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  if (U_FAILURE(status) || iterator == NULL) return NULL;
  struct annals_breaker *breaker = malloc(sizeof *breaker);
  if (breaker == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

void annals_breaker_close(struct annals_breaker *breaker) {
  if (breaker == NULL) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t annals_line_breaks(
    struct annals_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *breaks) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return (int32_t)status;
  int32_t at = ubrk_first(breaker->iterator);
  while (at != UBRK_DONE) {
    if (at >= 0 && at <= length) {
      breaks[at] = ubrk_getRuleStatus(breaker->iterator) >= UBRK_LINE_HARD ? 2 : 1;
    }
    at = ubrk_next(breaker->iterator);
  }
  return 0;
}

struct annals_bidi {
  UBiDi *paragraph;
};

struct annals_bidi *annals_bidi_open(void) {
  UBiDi *paragraph = ubidi_open();
  if (paragraph == NULL) return NULL;
  struct annals_bidi *bidi = malloc(sizeof *bidi);
  if (bidi == NULL) {
    ubidi_close(paragraph);
    return NULL;
  }
  bidi->paragraph = paragraph;
  return bidi;
}

void annals_bidi_close(struct annals_bidi *bidi) {
  if (bidi == NULL) return;
  ubidi_close(bidi->paragraph);
  free(bidi);
}

int32_t annals_bidi_levels(
    struct annals_bidi *bidi, const uint16_t *text, int32_t length, uint8_t base,
    uint8_t *levels) {
  if (length <= 0) return base == 1;
  UErrorCode status = U_ZERO_ERROR;
  UBiDiLevel level = base > 1 ? UBIDI_DEFAULT_LTR : base;
  ubidi_setPara(bidi->paragraph, (const UChar *)text, length, level, NULL, &status);
  const UBiDiLevel *found = ubidi_getLevels(bidi->paragraph, &status);
  if (U_FAILURE(status) || found == NULL) return -1;
  for (int32_t i = 0; i < length; i++) levels[i] = found[i];
  return ubidi_getParaLevel(bidi->paragraph);
}

uint32_t annals_script(uint32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)code_point, &status);
  const char *name = U_FAILURE(status) ? NULL : uscript_getShortName(script);
  if (name == NULL) name = "Zyyy";
  uint32_t tag = 0;
  for (int i = 0; i < 4 && name[i] != 0; i++) tag = tag << 8 | (uint8_t)name[i];
  return tag;
}

int32_t annals_is_letter(uint32_t code_point) { return u_isUAlphabetic((UChar32)code_point); }

int32_t annals_is_upper(uint32_t code_point) { return u_isUUppercase((UChar32)code_point); }

int32_t annals_is_mark(uint32_t code_point) {
  uint32_t mask = U_GET_GC_MASK((UChar32)code_point);
  return (mask & U_GC_M_MASK) != 0 || code_point == 0x200D;
}

uint32_t annals_lower(uint32_t code_point) { return (uint32_t)u_tolower((UChar32)code_point); }
