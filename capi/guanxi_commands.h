/* A typed function for each command (gx_account_suspend ...) and query (gx_ask_timeline ...). Printed by guanxi_generate from the
 * descriptors: do not edit. All are inline calls of gx_session_command and gx_query_open: codes, ownership and threads are theirs.
 * C99 or C++.
 *
 * Arguments that may be left out: NULL for text and ids, NULL in place of a pointer to a number.
 */
#ifndef GUANXI_COMMANDS_H
#define GUANXI_COMMANDS_H

#include <string.h>

#include "guanxi.h"
#include "guanxi_fields.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gx_arguments_ {
  int64_t count;
  uint32_t numbers[16];
  gx_value values[16];
} gx_arguments_;

static inline gx_value *gx_put_(gx_arguments_ *all, uint32_t number, uint16_t type, uint32_t length) {
  gx_value *value = &all->values[all->count];
  all->numbers[all->count++] = number;
  value->type = type;
  value->state = GX_STATE_SET;
  value->length = length;
  return value;
}
static inline void gx_put_number_(gx_arguments_ *all, uint32_t number, uint16_t type, const int64_t *given) {
  if (given != NULL) gx_put_(all, number, type, 0)->as.integer = *given;
}
static inline void gx_put_text_(gx_arguments_ *all, uint32_t number, uint16_t type, const char *text, int64_t len) {
  if (text != NULL) gx_put_(all, number, type, len < 0 ? (uint32_t)strlen(text) : (uint32_t)len)->as.bytes = text;
}
static inline void gx_put_id_(gx_arguments_ *all, uint32_t number, const uint8_t *id16) {
  if (id16 != NULL) gx_put_(all, number, GX_TYPE_ID, 16)->as.bytes = (const char *)id16;
}
static inline int32_t gx_ask_(gx_session *session, uint32_t number, const gx_arguments_ *all, gx_cursor **out, gx_error **err) {
  gx_query *query = NULL;
  int32_t code = gx_query_new(session, number, &query, err);
  if (out != NULL) *out = NULL;
  if (code >= 0) code = gx_query_set(query, all->numbers, all->count, all->values, err);
  if (code >= 0) code = gx_query_open(query, out, err);
  gx_query_free(query);
  return code;
}

/** Change owner.
 * @param entity Entity
 * @param record Record
 * @param owner New owner */
static inline int32_t gx_change_owner(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *record, const uint8_t *owner, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_CHANGE_OWNER_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_CHANGE_OWNER_RECORD, record);
  gx_put_id_(&all, GX_ARGUMENT_CHANGE_OWNER_OWNER, owner);
  return gx_session_command(session, "change_owner", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Hand over.
 * @param from From
 * @param to To
 * @param entities Entities (optional) */
static inline int32_t gx_hand_over(gx_session *session, const uint8_t *from, const uint8_t *to, const char *entities, int64_t entities_len, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_HAND_OVER_FROM, from);
  gx_put_id_(&all, GX_ARGUMENT_HAND_OVER_TO, to);
  gx_put_text_(&all, GX_ARGUMENT_HAND_OVER_ENTITIES, GX_TYPE_SET, entities, entities_len);
  return gx_session_command(session, "hand_over", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Suspend account.
 * @param account Account
 * @param reason Reason */
static inline int32_t gx_account_suspend(gx_session *session, const uint8_t *account, const char *reason, int64_t reason_len, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_ACCOUNT_SUSPEND_ACCOUNT, account);
  gx_put_text_(&all, GX_ARGUMENT_ACCOUNT_SUSPEND_REASON, GX_TYPE_TEXT, reason, reason_len);
  return gx_session_command(session, "account.suspend", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Reinstate account.
 * @param account Account */
static inline int32_t gx_account_reinstate(gx_session *session, const uint8_t *account, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_ACCOUNT_REINSTATE_ACCOUNT, account);
  return gx_session_command(session, "account.reinstate", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Claim from pool.
 * @param account Account */
static inline int32_t gx_pool_claim(gx_session *session, const uint8_t *account, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_POOL_CLAIM_ACCOUNT, account);
  return gx_session_command(session, "pool.claim", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Release to pool.
 * @param account Account */
static inline int32_t gx_pool_release(gx_session *session, const uint8_t *account, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_POOL_RELEASE_ACCOUNT, account);
  return gx_session_command(session, "pool.release", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Link contact.
 * @param account Account
 * @param contact Contact
 * @param role Role, a code of contact_role (optional)
 * @param is_primary Primary (optional)
 * @param since Since (optional)
 * @param until Until (optional) */
static inline int32_t gx_contact_link(gx_session *session, const uint8_t *account, const uint8_t *contact, const char *role, int64_t role_len, const int64_t *is_primary, const int64_t *since, const int64_t *until, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_CONTACT_LINK_ACCOUNT, account);
  gx_put_id_(&all, GX_ARGUMENT_CONTACT_LINK_CONTACT, contact);
  gx_put_text_(&all, GX_ARGUMENT_CONTACT_LINK_ROLE, GX_TYPE_PICKLIST, role, role_len);
  gx_put_number_(&all, GX_ARGUMENT_CONTACT_LINK_IS_PRIMARY, GX_TYPE_BOOLEAN, is_primary);
  gx_put_number_(&all, GX_ARGUMENT_CONTACT_LINK_SINCE, GX_TYPE_DATE, since);
  gx_put_number_(&all, GX_ARGUMENT_CONTACT_LINK_UNTIL, GX_TYPE_DATE, until);
  return gx_session_command(session, "contact.link", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Merge records.
 * @param entity Entity
 * @param winner Winner
 * @param losers Losers
 * @param rules Rules (optional) */
static inline int32_t gx_record_merge(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *winner, const char *losers, int64_t losers_len, const char *rules, int64_t rules_len, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_RECORD_MERGE_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_RECORD_MERGE_WINNER, winner);
  gx_put_text_(&all, GX_ARGUMENT_RECORD_MERGE_LOSERS, GX_TYPE_SET, losers, losers_len);
  gx_put_text_(&all, GX_ARGUMENT_RECORD_MERGE_RULES, GX_TYPE_TEXT, rules, rules_len);
  return gx_session_command(session, "record.merge", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Unmerge records.
 * @param entity Entity
 * @param record Merged record */
static inline int32_t gx_record_unmerge(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *record, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_RECORD_UNMERGE_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_RECORD_UNMERGE_RECORD, record);
  return gx_session_command(session, "record.unmerge", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Not a duplicate.
 * @param entity Entity
 * @param first First record
 * @param second Second record
 * @param note Note (optional) */
static inline int32_t gx_duplicate_dismiss(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *first, const uint8_t *second, const char *note, int64_t note_len, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_DUPLICATE_DISMISS_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_DUPLICATE_DISMISS_FIRST, first);
  gx_put_id_(&all, GX_ARGUMENT_DUPLICATE_DISMISS_SECOND, second);
  gx_put_text_(&all, GX_ARGUMENT_DUPLICATE_DISMISS_NOTE, GX_TYPE_TEXT, note, note_len);
  return gx_session_command(session, "duplicate.dismiss", -1, all.numbers, all.count, all.values, options, out, err);
}

/** Convert lead.
 * @param lead Lead
 * @param account Existing account (optional)
 * @param contact Existing contact (optional) */
static inline int32_t gx_lead_convert(gx_session *session, const uint8_t *lead, const uint8_t *account, const uint8_t *contact, const gx_command_options *options, gx_outcome *out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_LEAD_CONVERT_LEAD, lead);
  gx_put_id_(&all, GX_ARGUMENT_LEAD_CONVERT_ACCOUNT, account);
  gx_put_id_(&all, GX_ARGUMENT_LEAD_CONVERT_CONTACT, contact);
  return gx_session_command(session, "lead.convert", -1, all.numbers, all.count, all.values, options, out, err);
}

/** What happened with a customer before a time, newest first, across departments. Rows: row.timeline.
 * @param account Account
 * @param limit Limit (optional)
 * @param before Before (optional) */
static inline int32_t gx_ask_timeline(gx_session *session, const uint8_t *account, const int64_t *limit, const int64_t *before, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_id_(&all, GX_ARGUMENT_TIMELINE_ACCOUNT, account);
  gx_put_number_(&all, GX_ARGUMENT_TIMELINE_LIMIT, GX_TYPE_INTEGER, limit);
  gx_put_number_(&all, GX_ARGUMENT_TIMELINE_BEFORE, GX_TYPE_INSTANT, before);
  return gx_ask_(session, GX_QUERY_TIMELINE, &all, out, err);
}

/** Who changed what in a record, newest first. Rows: row.change.
 * @param entity Entity
 * @param record Record
 * @param limit Limit (optional) */
static inline int32_t gx_ask_history(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *record, const int64_t *limit, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_HISTORY_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_HISTORY_RECORD, record);
  gx_put_number_(&all, GX_ARGUMENT_HISTORY_LIMIT, GX_TYPE_INTEGER, limit);
  return gx_ask_(session, GX_QUERY_HISTORY, &all, out, err);
}

/** Every change after a number, oldest first, of what the principal may see. Rows: row.change.
 * @param since Since (optional)
 * @param limit Limit (optional) */
static inline int32_t gx_ask_changes(gx_session *session, const int64_t *since, const int64_t *limit, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_number_(&all, GX_ARGUMENT_CHANGES_SINCE, GX_TYPE_INTEGER, since);
  gx_put_number_(&all, GX_ARGUMENT_CHANGES_LIMIT, GX_TYPE_INTEGER, limit);
  return gx_ask_(session, GX_QUERY_CHANGES, &all, out, err);
}

/** Who read a record, newest first, where the store keeps it. Rows: row.read.
 * @param entity Entity
 * @param record Record
 * @param limit Limit (optional) */
static inline int32_t gx_ask_reads(gx_session *session, const char *entity, int64_t entity_len, const uint8_t *record, const int64_t *limit, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_READS_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_READS_RECORD, record);
  gx_put_number_(&all, GX_ARGUMENT_READS_LIMIT, GX_TYPE_INTEGER, limit);
  return gx_ask_(session, GX_QUERY_READS, &all, out, err);
}

/** Who has how much; the pool comes last. Rows: row.workload. */
static inline int32_t gx_ask_workload(gx_session *session, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  return gx_ask_(session, GX_QUERY_WORKLOAD, &all, out, err);
}

/** Open activities of a user that start or are due in a span of time, and what is overdue. Rows: row.agenda.
 * @param from From
 * @param to To
 * @param user User (optional)
 * @param limit Limit (optional) */
static inline int32_t gx_ask_agenda(gx_session *session, int64_t from, int64_t to, const uint8_t *user, const int64_t *limit, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_number_(&all, GX_ARGUMENT_AGENDA_FROM, GX_TYPE_INSTANT, &from);
  gx_put_number_(&all, GX_ARGUMENT_AGENDA_TO, GX_TYPE_INSTANT, &to);
  gx_put_id_(&all, GX_ARGUMENT_AGENDA_USER, user);
  gx_put_number_(&all, GX_ARGUMENT_AGENDA_LIMIT, GX_TYPE_INTEGER, limit);
  return gx_ask_(session, GX_QUERY_AGENDA, &all, out, err);
}

/** How many records have which value, for each counted dimension of an entity. Rows: row.dimension.
 * @param entity Entity
 * @param measure Measure (optional) */
static inline int32_t gx_ask_dimensions(gx_session *session, const char *entity, int64_t entity_len, const char *measure, int64_t measure_len, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_DIMENSIONS_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_text_(&all, GX_ARGUMENT_DIMENSIONS_MEASURE, GX_TYPE_TEXT, measure, measure_len);
  return gx_ask_(session, GX_QUERY_DIMENSIONS, &all, out, err);
}

/** The records of an entity by department, rolled up, parents before children. Rows: row.department.
 * @param entity Entity
 * @param measure Measure (optional) */
static inline int32_t gx_ask_departments(gx_session *session, const char *entity, int64_t entity_len, const char *measure, int64_t measure_len, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_DEPARTMENTS_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_text_(&all, GX_ARGUMENT_DEPARTMENTS_MEASURE, GX_TYPE_TEXT, measure, measure_len);
  return gx_ask_(session, GX_QUERY_DEPARTMENTS, &all, out, err);
}

/** Who calls from a telephone number, however it is written: contacts first, at most 20. Rows: row.caller.
 * @param number Number */
static inline int32_t gx_ask_callers(gx_session *session, const char *number, int64_t number_len, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_CALLERS_NUMBER, GX_TYPE_TEXT, number, number_len);
  return gx_ask_(session, GX_QUERY_CALLERS, &all, out, err);
}

/** Whether the principal may do something, and why. Rows: row.permission.
 * @param action Action
 * @param entity Entity
 * @param record Record (optional) */
static inline int32_t gx_ask_permission(gx_session *session, const char *action, int64_t action_len, const char *entity, int64_t entity_len, const uint8_t *record, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_PERMISSION_ACTION, GX_TYPE_TEXT, action, action_len);
  gx_put_text_(&all, GX_ARGUMENT_PERMISSION_ENTITY, GX_TYPE_TEXT, entity, entity_len);
  gx_put_id_(&all, GX_ARGUMENT_PERMISSION_RECORD, record);
  return gx_ask_(session, GX_QUERY_PERMISSION, &all, out, err);
}

/** The records that a document belongs to. Rows: document_link.
 * @param uri URI */
static inline int32_t gx_ask_document_links(gx_session *session, const char *uri, int64_t uri_len, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_DOCUMENT_LINKS_URI, GX_TYPE_TEXT, uri, uri_len);
  return gx_ask_(session, GX_QUERY_DOCUMENT_LINKS, &all, out, err);
}

/** The records that a project belongs to. Rows: project_link.
 * @param key Key */
static inline int32_t gx_ask_project_links(gx_session *session, const char *key, int64_t key_len, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_text_(&all, GX_ARGUMENT_PROJECT_LINKS_KEY, GX_TYPE_TEXT, key, key_len);
  return gx_ask_(session, GX_QUERY_PROJECT_LINKS, &all, out, err);
}

/** The accounts that the user owns. Rows: account.
 * @param limit Limit (optional) */
static inline int32_t gx_ask_my_customers(gx_session *session, const int64_t *limit, gx_cursor **out, gx_error **err) {
  gx_arguments_ all;
  memset(&all, 0, sizeof all);
  gx_put_number_(&all, GX_ARGUMENT_MY_CUSTOMERS_LIMIT, GX_TYPE_INTEGER, limit);
  return gx_ask_(session, GX_QUERY_MY_CUSTOMERS, &all, out, err);
}

#ifdef __cplusplus
}
#endif

#endif
