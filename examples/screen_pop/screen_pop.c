/* What pops up when a customer calls: from the caller's number to the customer card.
 *
 *   screen_pop STORE NUMBER     looks the number up in a store
 *   screen_pop --demo NUMBER    in a store in memory with two sample customers
 */
#include <stdio.h>
#include <string.h>

#include "guanxi_commands.h"

#define TRY(call)             \
  do {                        \
    code = (call);            \
    if (code < 0) goto ended; \
  } while (0)

static void print_field(const gx_record *row, uint32_t field, const char *label) {
  gx_text *text = NULL;
  gx_str shown;
  if (gx_record_show(row, field, &text, NULL) < 0) return;
  gx_text_view(text, &shown);
  if (shown.len > 0) printf("  %-10s %.*s\n", label, (int)shown.len, shown.ptr);
  gx_text_free(text);
}

/* The newest entries of the customer's timeline, and what is open. */
static int32_t print_part(const gx_card *card, int32_t part, uint32_t field, uint32_t detail, const char *title, gx_error **err) {
  gx_cursor *rows = NULL;
  const gx_record *row = NULL;
  gx_str text, more;
  int32_t code = GX_OK;
  TRY(gx_card_part(card, part, &rows, err));
  for (;;) {
    TRY(gx_cursor_next(rows, &row, err));
    if (code == GX_DONE) break;
    TRY(gx_record_get_text(row, field, &text, err));
    TRY(gx_record_get_text(row, detail, &more, err));
    printf("%s: %.*s %.*s\n", title, (int)text.len, text.ptr, (int)more.len, more.ptr);
  }
ended:
  gx_cursor_free(rows);
  return code;
}

static int32_t print_card(gx_session *session, const uint8_t *account16, gx_error **err) {
  gx_card *card = NULL;
  const gx_record *account = NULL;
  gx_str owner;
  int32_t code = GX_OK;
  TRY(gx_session_card(session, account16, &card, err));
  TRY(gx_card_account(card, &account, err));
  TRY(gx_card_names(card, &owner, NULL, NULL, err));
  print_field(account, GX_FIELD_ACCOUNT_NAME, "customer");
  print_field(account, GX_FIELD_ACCOUNT_TIER, "tier");
  print_field(account, GX_FIELD_ACCOUNT_PHONE, "phone");
  printf("  %-10s %.*s\n", "owner", (int)owner.len, owner.ptr);
  TRY(print_part(card, GX_CARD_REQUESTS, GX_FIELD_SERVICE_REQUEST_SUBJECT, GX_FIELD_SERVICE_REQUEST_STATUS, "request", err));
  TRY(print_part(card, GX_CARD_TIMELINE, GX_COLUMN_TIMELINE_TITLE, GX_COLUMN_TIMELINE_WHO, "timeline", err));
ended:
  gx_card_free(card);
  return code;
}

/* Several customers may share a switchboard: each of them gets its card. */
static int32_t pop(gx_session *session, const char *number, gx_error **err) {
  gx_cursor *callers = NULL;
  const gx_record *caller = NULL;
  gx_str name, entity;
  uint8_t account[16];
  int known = 0;
  int32_t code = GX_OK;
  TRY(gx_ask_callers(session, number, -1, &callers, err));
  for (;;) {
    TRY(gx_cursor_next(callers, &caller, err));
    if (code == GX_DONE) break;
    TRY(gx_record_get_text(caller, GX_COLUMN_CALLER_NAME, &name, err));
    TRY(gx_record_get_text(caller, GX_COLUMN_CALLER_ENTITY, &entity, err));
    printf("%s calls: %.*s (%.*s)\n", number, (int)name.len, name.ptr, (int)entity.len, entity.ptr);
    TRY(gx_record_get_id(caller, entity.len == 7 && memcmp(entity.ptr, "account", 7) == 0 ? GX_COLUMN_CALLER_RECORD : GX_COLUMN_CALLER_ACCOUNT,
                         account, err));
    if (code == GX_OK) TRY(print_card(session, account, err));
    known = 1;
  }
  if (!known) printf("%s calls: nobody we know\n", number);
ended:
  gx_cursor_free(callers);
  return code;
}

static int32_t add_samples(gx_store *store, gx_session *session, gx_error **err) {
  gx_record *account = NULL;
  gx_record *contact = NULL;
  gx_record *request = NULL;
  uint8_t id[16];
  int32_t code = GX_OK;
  TRY(gx_record_new(store, GX_ENTITY_ACCOUNT, &account, err));
  TRY(gx_record_from_json(account, "{\"name\":\"Sample Trading Ltd\",\"tier\":\"A\",\"phone\":\"021-6100 0001\"}", -1, err));
  TRY(gx_session_create(session, account, NULL, NULL, err));
  TRY(gx_record_get_id(account, GX_FIELD_ACCOUNT_ID, id, err));
  TRY(gx_record_new(store, GX_ENTITY_CONTACT, &contact, err));
  TRY(gx_record_from_json(contact, "{\"name\":\"Kim Sample\",\"mobile\":\"138 0000 0001\"}", -1, err));
  TRY(gx_record_set_id(contact, GX_FIELD_CONTACT_ACCOUNT, id, err));
  TRY(gx_session_create(session, contact, NULL, NULL, err));
  TRY(gx_record_new(store, GX_ENTITY_SERVICE_REQUEST, &request, err));
  TRY(gx_record_from_json(request, "{\"subject\":\"The printer does not print\",\"type\":\"repair\"}", -1, err));
  TRY(gx_record_set_id(request, GX_FIELD_SERVICE_REQUEST_ACCOUNT, id, err));
  TRY(gx_session_create(session, request, NULL, NULL, err));
ended:
  gx_record_free(request);
  gx_record_free(contact);
  gx_record_free(account);
  return code;
}

static int32_t run(const char *path, const char *number, gx_error **err) {
  const int demo = strcmp(path, "--demo") == 0;
  gx_store_options options;
  gx_store *store = NULL;
  gx_session *session = NULL;
  int32_t code = GX_OK;
  gx_options_init(&options, sizeof options);
  options.administrator_name.ptr = "Sample Admin";
  options.administrator_name.len = -1;
  options.administrator_login.ptr = "admin";
  options.administrator_login.len = -1;
  TRY(demo ? gx_store_create(":memory:", -1, &options, &store, err) : gx_store_open(path, -1, NULL, &store, err));
  TRY(gx_session_open_system(store, "call centre", -1, GX_ENGLISH, &session, err));
  if (demo) TRY(add_samples(store, session, err));
  TRY(pop(session, number, err));
ended:
  gx_session_free(session);
  gx_store_free(store);
  return code;
}

int main(int argc, char **argv) {
  gx_error *error = NULL;
  gx_str message;
  if (argc != 3) {
    fprintf(stderr, "usage: screen_pop STORE NUMBER, or screen_pop --demo NUMBER\n");
    return 2;
  }
  if (run(argv[1], argv[2], &error) >= 0) return 0;
  gx_error_message(error, &message);
  fprintf(stderr, "%.*s\n", (int)message.len, message.ptr);
  gx_error_free(error);
  return 1;
}
