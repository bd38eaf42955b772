#include <libxml/xmlversion.h>
/* The headers would draw in the system's ICU, whose types clash with those of Foundation's own.
   Only the tail of a struct that is always behind a pointer depends on it. */
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
