#ifndef ANNALS_CCOLLATION_H
#define ANNALS_CCOLLATION_H

#include <stdint.h>

/* The order of words in one language (UTS 10). Not safe to share between threads. */
struct annals_collator;

/*
 * Opens the order of a locale that the caller names, such as "en" or "zh@collation=pinyin": never the
 * machine's own, so that every machine sorts alike. NULL when ICU has no such order.
 */
struct annals_collator *_Nullable annals_collator_open(const char *_Nonnull locale);

/* Frees it; NULL is fine. */
void annals_collator_close(struct annals_collator *_Nullable collator);

/*
 * Writes the sort key of UTF-16 text: keys compare as bytes as the texts do. Returns the length of
 * the key without a closing zero, which may be more than `capacity`; then the key is not whole.
 */
int32_t annals_collator_key(
    struct annals_collator *_Nonnull collator, const uint16_t *_Nullable text, int32_t length,
    uint8_t *_Nullable key, int32_t capacity);

#endif
