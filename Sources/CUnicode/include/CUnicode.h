#ifndef ANNALS_CUNICODE_H
#define ANNALS_CUNICODE_H

#include <stdint.h>

/* A line breaker of one locale. Not safe to share between threads. */
struct annals_breaker;

/* Opens a breaker for an ICU locale such as "en" or "zh@lb=strict"; NULL when ICU has no rules. */
struct annals_breaker *_Nullable annals_breaker_open(const char *_Nonnull locale);

/* Frees a breaker; NULL is fine. */
void annals_breaker_close(struct annals_breaker *_Nullable breaker);

/*
 * Finds the places where a line may start in UTF-16 text (UAX 14). `breaks` has room for length + 1
 * marks, cleared by the caller; a mark becomes 1 where a break is allowed before the unit at that
 * index and 2 where it is required. Returns 0, or ICU's error code.
 */
int32_t annals_line_breaks(
    struct annals_breaker *_Nonnull breaker, const uint16_t *_Nonnull text, int32_t length,
    uint8_t *_Nonnull breaks);

/* The state of the bidirectional algorithm (UAX 9). Not safe to share between threads. */
struct annals_bidi;

/* Opens it; NULL when memory is short. */
struct annals_bidi *_Nullable annals_bidi_open(void);

/* Frees it; NULL is fine. */
void annals_bidi_close(struct annals_bidi *_Nullable bidi);

/*
 * Finds the embedding level of each unit of a paragraph of UTF-16 text (UAX 9 up to L1, as if it
 * were one line). `base` is 0 for left to right, 1 for right to left, 2 for the direction of the
 * first strong character. `levels` has room for `length` levels. Returns the paragraph's level, or
 * -1 where ICU refuses the text.
 */
int32_t annals_bidi_levels(
    struct annals_bidi *_Nonnull bidi, const uint16_t *_Nonnull text, int32_t length, uint8_t base,
    uint8_t *_Nonnull levels);

/* The script of a code point as an ISO 15924 tag, 'Zyyy' for what is common to scripts. */
uint32_t annals_script(uint32_t code_point);

/* Whether a code point is a letter or a mark that joins a letter. */
int32_t annals_is_letter(uint32_t code_point);

/* Whether a code point is an upper-case letter. */
int32_t annals_is_upper(uint32_t code_point);

/* Whether a code point joins the one before it: a combining mark or a variation selector. */
int32_t annals_is_mark(uint32_t code_point);

/* The simple lower-case form of a code point. */
uint32_t annals_lower(uint32_t code_point);

#endif
