/* A host that keeps the customers in a storage of its own: sorted_storage.c is the storage, this is the host. */
#include <stdio.h>

#include "guanxi_commands.h"
#include "sorted_storage.h"

static int failed(gx_error *err) {
  gx_str text;
  gx_error_message(err, &text);
  fprintf(stderr, "%.*s\n", (int)text.len, text.ptr);
  gx_error_free(err);
  return 1;
}

static int32_t add_account(gx_store *store, gx_session *session, const char *name, gx_error **err) {
  gx_record *account = NULL;
  int32_t code = gx_record_new(store, GX_ENTITY_ACCOUNT, &account, err);
  if (code >= 0) code = gx_record_set_text(account, GX_FIELD_ACCOUNT_NAME, name, -1, err);
  if (code >= 0) code = gx_session_create(session, account, NULL, NULL, err);
  gx_record_free(account);
  return code;
}

static int32_t print_found(gx_session *session, const char *words, gx_error **err) {
  gx_query *query = NULL;
  gx_cursor *cursor = NULL;
  const gx_record *row = NULL;
  int32_t code = gx_query_new(session, GX_ENTITY_ACCOUNT, &query, err);
  if (code >= 0) code = gx_query_search(query, words, -1, err);
  if (code >= 0) code = gx_query_open(query, &cursor, err);
  while (code >= 0 && (code = gx_cursor_next(cursor, &row, err)) == GX_ROW) {
    gx_str name;
    code = gx_record_get_text(row, GX_FIELD_ACCOUNT_NAME, &name, err);
    if (code >= 0) printf("%s: %.*s\n", words, (int)name.len, name.ptr);
  }
  gx_cursor_free(cursor);
  gx_query_free(query);
  return code;
}

/* A transaction that is given up leaves nothing. */
static int32_t change_of_mind(gx_store *store, gx_session *session, gx_error **err) {
  gx_tx *tx = NULL;
  int32_t code = gx_tx_begin(session, &tx, err);
  if (code >= 0) code = add_account(store, session, "Sample Phantom Ltd", err);
  gx_tx_free(tx);
  return code;
}

static int32_t work(gx_store *store, gx_error **err) {
  gx_session *session = NULL;
  int32_t code = gx_session_open(store, "admin", -1, GX_ENGLISH, &session, err);
  if (code >= 0) code = add_account(store, session, "Sample Trading Ltd", err);
  if (code >= 0) code = add_account(store, session, "\xe6\xa0\xb7\xe5\x93\x81\xe8\xb4\xb8\xe6\x98\x93\xe5\x85\xac\xe5\x8f\xb8", err);
  if (code >= 0) code = change_of_mind(store, session, err);
  if (code >= 0) code = print_found(session, "sample", err);
  if (code >= 0) code = print_found(session, "yangpin", err);
  gx_session_free(session);
  return code;
}

int main(void) {
  gx_storage_vtable storage;
  gx_store_options options;
  gx_store *store = NULL;
  gx_text *text = NULL;
  gx_str view;
  gx_error *err = NULL;
  if (!sorted_storage(&storage)) return 1;
  if (gx_storage_lacks(&storage, GX_ENGLISH, &text, &err) < 0) return failed(err);
  gx_text_view(text, &view);
  printf("left to the library: %.*s\n", (int)view.len, view.ptr);
  gx_text_free(text);

  gx_options_init(&options, sizeof options);
  options.administrator_name.ptr = "Sample Admin";
  options.administrator_name.len = -1;
  options.administrator_login.ptr = "admin";
  options.administrator_login.len = -1;
  if (gx_store_open_storage(&storage, &options, &store, &err) < 0) return failed(err);
  const int32_t code = work(store, &err);
  gx_store_free(store);
  return code < 0 ? failed(err) : 0;
}
