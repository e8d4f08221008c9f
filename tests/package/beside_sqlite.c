/* A host with an SQLite of its own: the library's static archive uses the one that it holds, and says so when the host lends a connection. */
#include <stdio.h>

#include "guanxi_commands.h"

const char *sqlite3_libversion(void);

static int say(gx_error *error) {
  gx_str message;
  gx_error_message(error, &message);
  printf("%.*s\n", (int)message.len, message.ptr);
  gx_error_free(error);
  return 0;
}

int main(void) {
  gx_str name = {"Sample Admin", -1}, login = {"admin", -1};
  gx_store_options options;
  gx_store *store = NULL, *lent = NULL;
  gx_session *session = NULL;
  gx_record *account = NULL;
  gx_query *query = NULL;
  gx_error *error = NULL;
  int64_t count = 0;
  int place = 0;
  gx_options_init(&options, sizeof options);
  options.administrator_name = name;
  options.administrator_login = login;
  if (gx_store_create("beside.gx", -1, &options, &store, &error) < 0 || gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &error) < 0 ||
      gx_record_new(store, GX_ENTITY_ACCOUNT, &account, &error) < 0 ||
      gx_record_set_text(account, GX_FIELD_ACCOUNT_NAME, "Sample Trading Ltd", -1, &error) < 0 ||
      gx_session_create(session, account, NULL, NULL, &error) < 0 || gx_query_new(session, GX_ENTITY_ACCOUNT, &query, &error) < 0 ||
      gx_query_count(query, &count, &error) < 0)
    return say(error);
  printf("%d customer in a file\n", (int)count);
  if (gx_store_lend(&place, sqlite3_libversion, &options, &lent, &error) == GX_E_UNSUPPORTED) say(error);
  gx_query_free(query);
  gx_record_free(account);
  gx_session_free(session);
  gx_store_free(store);
  return 0;
}
