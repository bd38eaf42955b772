#include <sqlite3.h>

/// Reads a text in double quotes as a name, never as a string; the variadic function behind it
/// cannot be called from Swift.
static inline void annals_refuse_double_quoted_strings(sqlite3 *database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, (void *)0);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, (void *)0);
}
