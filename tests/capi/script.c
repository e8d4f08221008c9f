#include "script.h"

#include <stddef.h>

#include "guanxi_commands.h"

/* Goes on where the call gave no error. */
#define TRY(call)             \
  do {                        \
    code = (call);            \
    if (code < 0) goto ended; \
  } while (0)

static int32_t add_account(gx_store *store, gx_session *session, const char *name, uint8_t *out16, gx_error **err) {
  gx_record *record = NULL;
  gx_command_options options;
  gx_outcome outcome;
  int32_t code = GX_OK;
  gx_options_init(&outcome, sizeof outcome);
  gx_options_init(&options, sizeof options);
  options.on_duplicate = GX_DUPLICATE_ALLOW;
  TRY(gx_record_new(store, GX_ENTITY_ACCOUNT, &record, err));
  TRY(gx_record_set_text(record, GX_FIELD_ACCOUNT_NAME, name, -1, err));
  TRY(gx_record_set_text(record, GX_FIELD_ACCOUNT_PHONE, "021-61000000", -1, err));
  TRY(gx_record_set_money(record, GX_FIELD_ACCOUNT_REVENUE, 123450, 156, err));
  TRY(gx_record_parse(record, GX_FIELD_ACCOUNT_EMPLOYEES, "1,200", -1, err));
  TRY(gx_record_from_json(record, "{\"tags\":[\"key\",\"east\"],\"founded\":\"1999-03-01\"}", -1, err));
  TRY(gx_session_create(session, record, &options, &outcome, err));
  TRY(gx_record_get_id(record, GX_FIELD_ACCOUNT_ID, out16, err));
ended:
  gx_record_free(record);
  return code;
}

static int32_t read_back(gx_session *session, const uint8_t *account16, gx_error **err) {
  static const uint32_t fields[] = {GX_FIELD_ACCOUNT_NAME, GX_FIELD_ACCOUNT_REVENUE, GX_FIELD_ACCOUNT_FOUNDED};
  gx_record *record = NULL;
  gx_card *card = NULL;
  gx_text *json = NULL;
  gx_value values[3];
  int32_t code = GX_OK;
  TRY(gx_session_get(session, GX_ENTITY_ACCOUNT, account16, &record, err));
  TRY(gx_record_view(record, fields, 3, values, err));
  TRY(gx_record_to_json(record, &json, err));
  TRY(gx_session_card(session, account16, &card, err));
ended:
  gx_text_free(json);
  gx_card_free(card);
  gx_record_free(record);
  return code;
}

static int32_t ask(gx_session *session, gx_error **err) {
  gx_query *query = NULL;
  gx_cursor *cursor = NULL;
  gx_cursor *callers = NULL;
  const gx_record *row = NULL;
  gx_term term = {0};
  int64_t count = 0;
  int32_t code = GX_OK;
  term.op = GX_OP_GREATER;
  term.entity = GX_ENTITY_ACCOUNT;
  term.field = GX_FIELD_ACCOUNT_EMPLOYEES;
  term.size = 1;
  term.literal.type = GX_TYPE_INTEGER;
  term.literal.state = GX_STATE_SET;
  term.literal.as.integer = 100;
  TRY(gx_query_new(session, GX_ENTITY_ACCOUNT, &query, err));
  TRY(gx_query_where(query, &term, 1, err));
  TRY(gx_query_order(query, GX_FIELD_ACCOUNT_NAME, 0, err));
  TRY(gx_query_count(query, &count, err));
  TRY(gx_query_open(query, &cursor, err));
  do {
    TRY(gx_cursor_next(cursor, &row, err));
  } while (code == GX_ROW);
  TRY(gx_ask_callers(session, "+86 21 6100 0000", -1, &callers, err));
  TRY(gx_cursor_next(callers, &row, err));
ended:
  gx_cursor_free(callers);
  gx_cursor_free(cursor);
  gx_query_free(query);
  return code;
}

static int32_t change(gx_store *store, gx_session *session, const uint8_t *account16, gx_error **err) {
  gx_tx *tx = NULL;
  gx_tx *inner = NULL;
  gx_record *patch = NULL;
  gx_outcome outcome;
  int32_t code = GX_OK;
  gx_options_init(&outcome, sizeof outcome);
  TRY(gx_tx_begin(session, &tx, err));
  TRY(gx_record_new(store, GX_ENTITY_ACCOUNT, &patch, err));
  TRY(gx_record_set_text(patch, GX_FIELD_ACCOUNT_CITY, "Shanghai", -1, err));
  TRY(gx_session_update(session, account16, patch, NULL, &outcome, err));
  TRY(gx_tx_begin(session, &inner, err));
  TRY(gx_account_suspend(session, account16, "unpaid", -1, NULL, NULL, err));
  TRY(gx_tx_rollback(inner, err));
  TRY(gx_tx_commit(tx, err));
  TRY(gx_session_undo(session, outcome.change_set, 0, NULL, NULL, NULL, err));
ended:
  gx_tx_free(inner);
  gx_tx_free(tx);
  gx_record_free(patch);
  return code;
}

static int32_t many(gx_store *store, gx_session *session, gx_error **err) {
  gx_batch *batch = NULL;
  gx_record *record = NULL;
  gx_command_options options;
  int32_t code = GX_OK;
  gx_options_init(&options, sizeof options);
  options.on_duplicate = GX_DUPLICATE_ALLOW;
  TRY(gx_batch_new(session, &batch, err));
  TRY(gx_record_new(store, GX_ENTITY_CONTACT, &record, err));
  TRY(gx_record_set_text(record, GX_FIELD_CONTACT_NAME, "Sam Sample", -1, err));
  TRY(gx_batch_create(batch, record, err));
  TRY(gx_record_set_text(record, GX_FIELD_CONTACT_NAME, "Kim Sample", -1, err));
  TRY(gx_batch_create(batch, record, err));
  TRY(gx_batch_run(batch, &options, NULL, 0, NULL, err));
ended:
  gx_record_free(record);
  gx_batch_free(batch);
  return code;
}

static int32_t search(gx_session *session, gx_error **err) {
  gx_query *query = NULL;
  gx_cursor *cursor = NULL;
  const gx_record *row = NULL;
  int32_t code = GX_OK;
  TRY(gx_query_new(session, GX_ENTITY_ACCOUNT, &query, err));
  TRY(gx_query_search(query, "sample trad", -1, err));
  TRY(gx_query_open(query, &cursor, err));
  TRY(gx_cursor_next(cursor, &row, err));
ended:
  gx_cursor_free(cursor);
  gx_query_free(query);
  return code;
}

static int32_t work(gx_store *store, const char *name, const char *csv, gx_error **err) {
  gx_session *session = NULL;
  gx_text *report = NULL;
  uint8_t account[16];
  int32_t code = GX_OK;
  TRY(gx_session_open(store, "admin", -1, GX_ENGLISH, &session, err));
  TRY(add_account(store, session, name, account, err));
  TRY(read_back(session, account, err));
  TRY(ask(session, err));
  TRY(change(store, session, account, err));
  TRY(many(store, session, err));
  TRY(search(session, err));
  if (csv != NULL) TRY(gx_session_import(session, csv, -1, NULL, NULL, NULL, &report, err));
ended:
  gx_text_free(report);
  gx_session_free(session);
  return code;
}

int32_t run_script(const char *path, gx_error **err) {
  gx_store_options options;
  gx_store *store = NULL;
  int32_t code = GX_OK;
  gx_options_init(&options, sizeof options);
  options.durability = GX_DURABLE_NORMAL;
  options.administrator_name.ptr = "Sample Admin";
  options.administrator_name.len = -1;
  options.administrator_login.ptr = "admin";
  options.administrator_login.len = -1;
  TRY(gx_store_create(path, -1, &options, &store, err));
  TRY(work(store, "Sample Trading Ltd", NULL, err));
ended:
  gx_store_free(store);
  return code < 0 ? code : GX_OK;
}

int32_t run_script_again(const char *path, const char *csv, void (*mend)(void), gx_error **again, gx_error **err) {
  gx_store_options options;
  gx_store *store = NULL;
  int32_t code = GX_OK;
  *again = NULL;
  gx_options_init(&options, sizeof options);
  options.durability = GX_DURABLE_NORMAL;
  TRY(gx_store_open(path, -1, &options, &store, err));
  code = work(store, "Sample Harbour Inc", csv, err);
  mend();
  work(store, "Sample Lighthouse Inc", NULL, again);
ended:
  gx_store_free(store);
  return code < 0 ? code : GX_OK;
}
