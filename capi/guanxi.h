/* Guanxi: customers, for products that embed them. The C interface, which is the one that stays binary compatible.
 *
 *   gx_store *store; gx_session *session; gx_record *account; gx_error *err;
 *   gx_store_open("crm.gx", -1, NULL, &store, &err);
 *   gx_session_open(store, "admin", -1, GX_ENGLISH, &session, &err);
 *
 * What holds for every function:
 *
 * Codes.     GX_OK, and where there are rows GX_ROW and GX_DONE; a negative number is an error. On an error every output is zeroed.
 *            `err` may be NULL; else it is set, to NULL where there is no error. An error belongs to the caller: gx_error_free.
 *            Beside the codes that a function names, any may give GX_E_MISUSE (a handle that is NULL or something else, a
 *            size that cannot be, text that is not UTF-8), GX_E_FORKED, GX_E_MEMORY and GX_E_INTERNAL; whatever touches the
 *            store may give GX_E_BUSY, GX_E_IO, GX_E_FULL and GX_E_CORRUPT; and whatever calls the host may give GX_E_HOST.
 * Text.      UTF-8, a pointer and a length in bytes; length -1: it ends with NUL. NULL is the empty text. What is given is
 *            copied before the call returns. What comes back as gx_str is borrowed, and is not followed by NUL.
 * Ownership. Whatever comes out as a pointer to a handle is the caller's and is freed by the function of its name, which takes
 *            NULL. A handle keeps what it needs: a session may be freed before its cursors, a store before its sessions.
 * Structs.   Options and tables of callbacks begin with struct_size, which the caller sets to sizeof; zero is the default of every other
 *            member. A shorter or longer struct of another version of this file is understood.
 * Callbacks. Run on the thread of the call they belong to, may call the library but not with the session, record, cursor or
 *            transaction that is being used, and return GX_OK or a negative code, with an error of gx_error_create if they like. A C++
 *            exception that leaves a callback is taken for GX_E_HOST. `destroy` is called once, when the store has ended,
 *            or when the call that was given the table fails.
 * Threads.   A store is used from any thread at once. A session, and with it its transactions, queries, cursors and cards, is used
 *            by one thread at a time; so is a record. A function with const for its object may run beside others of that kind.
 * Processes. A child made by fork cannot use a store of its parent: every call is GX_E_FORKED, and freeing closes nothing.
 */
#ifndef GUANXI_H
#define GUANXI_H

#include <stdint.h>

#define GX_VERSION_MAJOR 0
#define GX_VERSION_MINOR 1
#define GX_VERSION_PATCH 0
/* Grows when something that programs were compiled against changes; the shared library is called after it. */
#define GX_ABI_VERSION 0

#if defined(_WIN32)
#define GX_API
#elif defined(__GNUC__)
#define GX_API __attribute__((visibility("default")))
#else
#define GX_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Codes ---- */

#define GX_OK 0
#define GX_ROW 1
#define GX_DONE 2
#define GX_E_INVALID (-1)         /* the input is wrong; mending it and trying again may work */
#define GX_E_NOT_FOUND (-2)       /* no such row, field, command, file */
#define GX_E_DUPLICATE (-3)       /* a record that must be unique exists already */
#define GX_E_DENIED (-4)          /* the principal may not do this */
#define GX_E_CONFLICT (-5)        /* the row was changed since it was read */
#define GX_E_BUSY (-6)            /* somebody else holds what is needed; try again */
#define GX_E_CORRUPT (-7)         /* the stored data are damaged */
#define GX_E_IO (-8)              /* reading or writing a file failed */
#define GX_E_FULL (-9)            /* no room left on the device */
#define GX_E_UNSUPPORTED (-10)    /* this backend or build cannot do it */
#define GX_E_TOO_NEW (-11)        /* the file was written by a newer version */
#define GX_E_CANCELLED (-12)      /* the caller's progress callback asked to stop */
#define GX_E_LIMIT (-13)          /* a documented limit was passed */
#define GX_E_MISUSE (-14)         /* the call breaks the contract of the function */
#define GX_E_NOT_A_DATABASE (-15) /* the file is something else */
#define GX_E_INTERNAL (-16)       /* a fault of the library; please report it */
#define GX_E_FORKED (-17)         /* the store was opened by the parent of this process */
#define GX_E_MEMORY (-18)         /* the process has no memory left */
#define GX_E_HOST (-19)           /* a callback of the host failed or threw */

/* ---- Constants ---- */

/* Languages of sentences and labels. */
#define GX_ENGLISH 0
#define GX_CHINESE 1

/* Types of values. */
#define GX_TYPE_NONE 0
#define GX_TYPE_BOOLEAN 1
#define GX_TYPE_INTEGER 2
#define GX_TYPE_DECIMAL 3   /* integer x 10^-length */
#define GX_TYPE_MONEY 4     /* integer: minor units; length: ISO 4217 number */
#define GX_TYPE_DATE 5      /* days since 1970-01-01 */
#define GX_TYPE_INSTANT 6   /* microseconds UTC since 1970 */
#define GX_TYPE_TEXT 16     /* UTF-8 */
#define GX_TYPE_PICKLIST 17 /* the code */
#define GX_TYPE_SET 18      /* codes, sorted, each between bars: "|bank|customer|" */
#define GX_TYPE_ID 19       /* 16 bytes */

/* What is known about a value. */
#define GX_STATE_ABSENT 0
#define GX_STATE_NULL 1
#define GX_STATE_SET 2
#define GX_STATE_MASKED 3 /* there, but not for this principal; cannot be written */

/* What an acknowledged commit is worth. */
#define GX_DURABLE_FULL 0   /* it survives power loss */
#define GX_DURABLE_NORMAL 1 /* it survives a crash of the process; power loss may take the last commits */

/* What to do when a record seems to exist already. */
#define GX_DUPLICATE_REFUSE 0
#define GX_DUPLICATE_WARN 1  /* certain ones are refused, others stored and counted in the outcome */
#define GX_DUPLICATE_ALLOW 2

/* Operators of conditions. */
#define GX_OP_ALWAYS 0
#define GX_OP_ALL 1           /* every condition below holds */
#define GX_OP_ANY 2           /* one of those below holds */
#define GX_OP_NOT 3           /* the condition below is false; one that meets a null is neither true nor false, and so is its negation */
#define GX_OP_EQUAL 4
#define GX_OP_NOT_EQUAL 5
#define GX_OP_LESS 6
#define GX_OP_LESS_EQUAL 7
#define GX_OP_GREATER 8
#define GX_OP_GREATER_EQUAL 9
#define GX_OP_IN 10           /* one of the literals below */
#define GX_OP_LITERAL 11
#define GX_OP_IS_NULL 12
#define GX_OP_CONTAINS 13     /* a set holds a code; a text holds a piece of text */
#define GX_OP_STARTS_WITH 14
#define GX_OP_THROUGH 15      /* the condition below holds on the record that the reference points to */
#define GX_OP_EXISTS 16       /* a record of `entity` points here by `field`, and the condition below holds on it */

/* Parts of a customer card; the account itself is gx_card_account. */
#define GX_CARD_CHILDREN 1
#define GX_CARD_CONTACTS 2
#define GX_CARD_CONTACT_ROLES 3 /* in step with the contacts: what part each plays */
#define GX_CARD_CONTACT_POINTS 4
#define GX_CARD_IDENTIFIERS 5
#define GX_CARD_OPPORTUNITIES 6
#define GX_CARD_REQUESTS 7
#define GX_CARD_CONTRACTS 8
#define GX_CARD_ACTIVITIES 9
#define GX_CARD_DOCUMENTS 10
#define GX_CARD_PROJECTS 11
#define GX_CARD_COUNTS 12       /* rows of GX_ROW_CARD_COUNT */
#define GX_CARD_TIMELINE 13     /* rows of GX_ROW_TIMELINE */
#define GX_CARD_FACTS 14        /* rows of GX_ROW_FACT */

/* Forms of an exported file. */
#define GX_EXPORT_CSV 0
#define GX_EXPORT_JSON_LINES 1 /* UTF-8, a JSON object a line */

/* How grave an entry of the log is. */
#define GX_LOG_FAULT 0
#define GX_LOG_WARNING 1
#define GX_LOG_NOTICE 2

/* What a storage of the host's own is, gx_storage_vtable.flags. */
#define GX_STORAGE_CONCURRENT 1 /* its functions may be called by several threads at once, and from within gx_storage_rows_add */

/* What a storage has done of a scan, gx_storage_rows_did. */
#define GX_SCAN_FILTERED 1 /* every row given meets the condition */
#define GX_SCAN_ORDERED 2  /* the rows come in the order asked for, and only those behind the place asked for */

/* What a change did to a record. */
#define GX_CHANGE_CREATE 1
#define GX_CHANGE_UPDATE 2
#define GX_CHANGE_ARCHIVE 3
#define GX_CHANGE_RESTORE 4
#define GX_CHANGE_ERASE 5

/* ---- Types ---- */

typedef struct gx_store gx_store;
typedef struct gx_session gx_session;
typedef struct gx_tx gx_tx;
typedef struct gx_record gx_record;
typedef struct gx_batch gx_batch;
typedef struct gx_query gx_query;
typedef struct gx_cursor gx_cursor;
typedef struct gx_card gx_card;
typedef struct gx_text gx_text;
typedef struct gx_error gx_error;

/* A text: bytes and how many; -1 in what is given: up to NUL. */
typedef struct gx_str {
  const char *ptr;
  int64_t len;
} gx_str;

/* One value, 16 bytes. From GX_TYPE_TEXT on the payload is a pointer to `length` bytes, which are borrowed. */
typedef struct gx_value {
  uint16_t type;
  uint16_t state;
  uint32_t length; /* bytes; of a decimal its scale, of money its ISO 4217 number */
  union {
    int64_t integer;
    const char *bytes;
  } as;
} gx_value;

/* One term of a condition in prefix order: "all" of two comparisons is three terms, the first of size 3. Unused members are 0. */
typedef struct gx_term {
  uint16_t op;
  uint16_t entity;  /* the owner of the field */
  uint16_t field;
  uint16_t reserved;
  uint32_t size;    /* the term and all below it */
  uint32_t reserved2;
  gx_value literal; /* of a comparison, or of GX_OP_LITERAL below GX_OP_IN */
} gx_term;

typedef struct gx_command_options {
  uint32_t struct_size;
  int32_t on_duplicate;      /* GX_DUPLICATE_... */
  int64_t expected_revision; /* 0: whatever it is; else a row changed since is GX_E_CONFLICT */
  gx_str idempotency_key;    /* a repeat with the same key changes nothing and gives the first outcome */
  gx_str reason;             /* kept in the change log */
  gx_str source;             /* where the record comes from ("web", "erp"), for the rules of the duplicate check; empty: the command's name */
} gx_command_options;

typedef struct gx_outcome {
  uint32_t struct_size;
  int32_t repeated;     /* 1: the idempotency key was known */
  uint8_t record[16];   /* created or changed; zeros where the command has no single one */
  int64_t revision;
  int64_t change_set;   /* for gx_session_undo; 0 where nothing changed */
  int64_t affected;     /* rows changed */
  int64_t duplicates;   /* existing records that this one may be a duplicate of; gx_session_duplicates names them */
} gx_outcome;

/* A name and what belongs to it. */
typedef struct gx_pair {
  gx_str name;
  gx_str value;
} gx_pair;

/* How a CSV file becomes records; what is zero or empty is guessed or left at its default. */
typedef struct gx_import_options {
  uint32_t struct_size;
  uint32_t entity;           /* by its number; 0: accounts */
  int32_t on_duplicate;      /* GX_DUPLICATE_... */
  int32_t dry_run;           /* 1: everything is done and undone again */
  int32_t strict_codes;      /* 1: a picklist value that no item is like is refused; 0: it is added, where the user may */
  int32_t create_references; /* 1: accounts, contacts, users, departments and territories that are named and not found are created */
  int32_t start_anew;        /* 1: an interrupted import of the same file is not gone on with */
  int32_t offset_minutes;    /* how far the clocks of times without a zone are ahead of UTC */
  int64_t batch;             /* rows per commit; 0: 1000 */
  int64_t mapping_count;
  const gx_pair *mapping;    /* header and field name, over the guess; an empty field leaves the column out */
  int64_t defaults_count;
  const gx_pair *defaults;   /* field name and the text of every row whose own cell is blank; "{Header}" stands for that column's value */
  gx_str key;                /* the fields that together name a record, comma separated: it is updated; empty: create only */
  gx_str external_system;    /* update by external key: the system's name ... */
  gx_str external_column;    /* ... and the header of the column with the key */
  gx_str encoding;           /* "utf-8", "gb18030", "utf-16" ... */
  gx_str separator;          /* one of , ; | and tab */
  gx_str date_order;         /* "ymd", "mdy", "dmy", "roc", "excel" */
  gx_str currency;           /* of amounts that name none; empty: CNY */
  gx_str error_file;         /* refused rows with row, column, value and reason go there; an older file is replaced */
  gx_str reason;             /* kept in the change log */
} gx_import_options;

/* What of the records is written to a file, and how. */
typedef struct gx_export_options {
  uint32_t struct_size;
  uint32_t entity;        /* by its number; 0: accounts */
  int32_t format;         /* GX_EXPORT_... */
  int32_t labels;         /* 1: headers, picklist values and names of references for people, in the session's language */
  int32_t bom;            /* 1: a byte order mark, for spreadsheets that need it */
  int32_t reserved;
  const uint32_t *fields; /* by number */
  int64_t fields_count;   /* 0: all but the library's own */
  const gx_term *terms;   /* the condition in prefix order */
  int64_t terms_count;    /* 0: all records */
  gx_str encoding;        /* of CSV; empty: UTF-8 */
} gx_export_options;

/* Called now and then on long work; total 0: unknown. 0 asks to stop, which ends the work with GX_E_CANCELLED. */
typedef int32_t (*gx_progress)(void *user_data, int64_t done, int64_t total);

/* ---- What a host may bring ---- */

/* Memory of what is handed out: handles, texts, errors of a store. Blocks are aligned for any type; NULL: there is none left. */
typedef struct gx_allocator {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  void *(*allocate)(void *user_data, int64_t size);
  void (*release)(void *user_data, void *block, int64_t size);
} gx_allocator;

/* The time in microseconds UTC. Any thread. */
typedef struct gx_clock {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  int32_t (*now)(void *user_data, int64_t *out_us, gx_error **err);
} gx_clock;

/* Ids of new records: 16 bytes, never given twice, better growing. Any thread, several at once. */
typedef struct gx_ids {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  int32_t (*next)(void *user_data, int64_t now_us, uint8_t *out16, gx_error **err);
} gx_ids;

/* What the library would otherwise keep to itself, such as an event sink that failed. Any thread. */
typedef struct gx_log {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  void (*write)(void *user_data, int32_t level, const char *text, int64_t len);
} gx_log;

/* The host's users, who need not be rows of the store: asked when the store opens and by gx_store_reload. The callback calls
 * gx_principal_add on `list` for each. */
typedef struct gx_principal_list gx_principal_list;
typedef struct gx_principal {
  uint32_t struct_size;
  int32_t blocked;       /* 1: may not act */
  int32_t administrator; /* 1: may do everything */
  int32_t level;         /* up to which sensitivity records are seen, 0 to 100 */
  uint8_t id[16];
  uint8_t department[16]; /* zeros: none */
  gx_str login;
  gx_str name;
  gx_str roles;          /* codes of roles in the store, between commas */
} gx_principal;
typedef struct gx_principals {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  int32_t (*list)(void *user_data, gx_principal_list *list, gx_error **err);
} gx_principals;

/* The host's departments, asked as the users are; the callback calls gx_department_add on `list` for each. */
typedef struct gx_department_list gx_department_list;
typedef struct gx_org_chart {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  int32_t (*list)(void *user_data, gx_department_list *list, gx_error **err);
} gx_org_chart;

/* Facts about a customer from another system, asked when a card is made; the callback calls gx_fact_add on `list` for each. An
 * error is shown on the card in place of the facts and does not spoil the card. */
typedef struct gx_fact_list gx_fact_list;
typedef struct gx_facts {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  gx_str source; /* such as "finance" */
  int32_t (*ask)(void *user_data, const uint8_t *account16, gx_fact_list *list, gx_error **err);
} gx_facts;

/* A hint that something was committed; GX_QUERY_CHANGES never misses one. The event lives until the callback returns. */
typedef struct gx_event {
  uint32_t struct_size;
  uint32_t entity;
  int64_t seq;
  int64_t change_set;
  uint8_t record[16];
  gx_str command;
} gx_event;
typedef struct gx_events {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  void (*committed)(void *user_data, const gx_event *event);
} gx_events;

typedef struct gx_store_options {
  uint32_t struct_size;
  int32_t durability;      /* GX_DURABLE_... */
  int32_t busy_timeout_ms; /* how long to wait for another process; 0: ten seconds, -1: not at all */
  int32_t log_reads;       /* 1: keep who read which record */
  int32_t claim_limit;     /* accounts one user may hold from the pool; 0: 50 */
  int32_t language;        /* of errors of the store's own functions */
  gx_str administrator_name;  /* who may do everything in a new store; needed to make one */
  gx_str administrator_login;
  const gx_allocator *allocator;
  const gx_clock *clock;
  const gx_ids *ids;
  const gx_log *log;
  const gx_principals *principals;
  const gx_org_chart *org_chart;
  const gx_events *events;
  const gx_facts *const *facts; /* at most 16 */
  int64_t facts_count;
  int32_t save_indexes; /* -1: the indexes of the duplicate check are not saved beside the store's file ("crm.db-match-account") */
} gx_store_options;

/* ---- A storage of the host's own: the store's rows, log and settings in whatever the host keeps its data in ----
 *
 * A host fills in a gx_storage_vtable and opens it with gx_store_open_storage. Ten functions are needed; the others may be NULL:
 * then the library does their work with the ten, more slowly (gx_storage_lacks says which, and what follows).
 *
 * Writing.  The library opens one transaction at a time. Until it is committed its changes are seen by reading through its handle
 *           alone; when commit or rollback returns it is over, whatever they returned, and one not committed has left nothing behind.
 * Reading.  `at` says what is read: a transaction (with its own changes), a view of open_view, or NULL for what is committed now.
 *           One call sees one state.
 * Threads.  The library calls one function at a time, on the thread of whoever needs it; none of them may use the store. With
 *           GX_STORAGE_CONCURRENT several threads call at once, though never with the same transaction or view, and gx_storage_rows_add
 *           may call any function from within.
 * Values.   A row is an array of values, one for each field of its entity in the order that `prepare` tells, the first two
 *           being id and revision. What is missing at its end is null. A storage that outlives the process keeps values by
 *           field number: the order may change with the version of the library. The library trusts the bytes that it is given back;
 *           only types and sizes are checked.
 * Lifetime. What is given to a function lives until it returns, and what a function hands over by gx_storage_..._add is copied.
 * Failing.  A function that fails returns a negative code, and an error of gx_error_create if it likes. GX_E_BUSY of begin,
 *           GX_E_DUPLICATE and GX_E_CONFLICT of put are said in the library's own words.
 */

/* A field of an entity, as a storage needs to know it. */
typedef struct gx_storage_field {
  uint32_t number;
  uint16_t type;    /* GX_TYPE_... */
  uint16_t indexed; /* 1: often asked for by its value */
  gx_str name;
} gx_storage_field;

/* An entity with its fields in the order of the values of a row. */
typedef struct gx_storage_entity {
  uint32_t struct_size;
  uint32_t number;
  gx_str name;
  int64_t count;
  const gx_storage_field *fields;
} gx_storage_entity;

/* An exact key under which a row is found, whatever its entity. Equal are keys of one space whose values have the same type, the same
 * length and the same bytes or number. */
typedef struct gx_storage_key {
  int32_t space;
  uint32_t reserved;
  gx_value value;
} gx_storage_key;

/* A row to be kept. */
typedef struct gx_storage_put {
  uint32_t struct_size;
  uint32_t entity;
  uint8_t id[16];
  int64_t rid;             /* the number of a stored row; 0: a new one */
  int64_t count;
  const gx_value *values;  /* the whole row; absent ones are null */
  int64_t before_count;    /* 0: a new one */
  const gx_value *before;  /* as it was read in this transaction */
  int64_t before_revision; /* what the stored row must have, else it is GX_E_CONFLICT; 0: a new one */
  int64_t added_count;
  const gx_storage_key *added;
  int64_t removed_count;
  const gx_storage_key *removed;
  gx_str search_before;    /* the text by which it was found ... */
  gx_str search;           /* ... and is from now on, a line for each field; empty: none */
} gx_storage_put;

/* A row as it is kept. */
typedef struct gx_storage_row {
  uint32_t struct_size;
  uint32_t reserved;
  int64_t rid;
  int64_t count;
  const gx_value *values;
  gx_str search; /* as it was put; NULL: not kept, the library makes it again */
} gx_storage_row;

/* One step of an order: values ascending or descending, null first or last; numbers by value, amounts by currency and then by value,
 * texts and ids byte by byte. Rows that are equal in all steps come by their rid, in the direction of the last step. */
typedef struct gx_storage_order {
  uint32_t field;
  int32_t descending;
} gx_storage_order;

/* Rows of an entity. All members are a wish: a storage may give any rows that contain the wanted ones, says by gx_storage_rows_did what
 * it has done, and the library does the rest. The order without a step is by rid. */
typedef struct gx_storage_scan {
  uint32_t struct_size;
  uint32_t entity;
  const gx_term *terms;          /* the condition in prefix order; a comparison with null is neither true nor false; none where it
                                  * cannot be said in terms, such as a formula in FEEL: the library looks at every row then */
  int64_t terms_count;           /* 0: all rows */
  const gx_storage_order *order;
  int64_t order_count;
  const gx_value *after;         /* a value for each step: only rows behind these and behind after_rid */
  int64_t after_rid;             /* 0: from the beginning */
  int64_t limit;                 /* so many rows are wanted; 0: all. Of a storage that has filtered and ordered, the last of them only shows
                                  * that there are more: it is not looked at, and may be a row of no values */
  const uint32_t *fields;        /* only these are looked at, and the rid; the others may be left null */
  int64_t fields_count;          /* 0: all */
} gx_storage_scan;

/* Rows whose text has the words; the library looks at each again, so that more may be given, by rid. */
typedef struct gx_storage_search {
  uint32_t struct_size;
  uint32_t entity;
  gx_str text;          /* as a person typed it */
  const gx_term *terms; /* the rows must meet this condition too; it may be passed over */
  int64_t terms_count;
} gx_storage_search;

/* The fields of one grouping; none: all rows together. */
typedef struct gx_storage_grouping {
  const uint32_t *fields; /* an amount stands for its currency */
  int64_t count;
} gx_storage_grouping;

/* Counts and sums by groups, of the rows that meet the condition: for each grouping apart. */
typedef struct gx_storage_count {
  uint32_t struct_size;
  uint32_t entity;
  const gx_term *terms;
  int64_t terms_count;
  const gx_storage_grouping *groupings;
  int64_t groupings_count;
  const uint32_t *sums; /* fields of integers, decimals and amounts, whose integers are added up; null counts as 0 */
  int64_t sums_count;
} gx_storage_count;

/* One row of the change log. */
typedef struct gx_storage_change {
  uint32_t struct_size;
  uint32_t entity;
  int64_t seq;   /* greater than all before; 0 when it is appended: the storage gives it */
  int64_t set;   /* changes that belong together; 0 when it is appended: its own seq */
  int64_t at_us;
  int64_t rid;
  uint8_t record[16];
  uint8_t actor[16];
  uint8_t on_behalf[16];
  int32_t kind;  /* GX_CHANGE_... */
  int32_t reserved;
  gx_str command;
  gx_str reason;
  gx_str delta;  /* bytes */
} gx_storage_change;

/* Changes of the log, oldest first. */
typedef struct gx_storage_changes {
  uint32_t struct_size;
  int32_t newest_first; /* 1: the other way round */
  int64_t after;        /* only a greater seq; newest first: only a smaller one, or 0: all */
  int64_t set;          /* only of this set; 0: all */
  int64_t rid;          /* only of this row of `entity`; 0: all */
  uint32_t entity;
  uint32_t reserved;
  int64_t limit;        /* so many at most */
} gx_storage_changes;

/* What a storage says of itself. */
typedef struct gx_storage_info {
  uint32_t struct_size;
  uint32_t reserved;
  int64_t bytes;     /* what it holds, roughly */
  int64_t log_bytes; /* of a log of its own; 0: none */
} gx_storage_info;

/* Where the functions of a storage put what they find. */
typedef struct gx_storage_rows gx_storage_rows;
typedef struct gx_storage_hits gx_storage_hits;
typedef struct gx_storage_groups gx_storage_groups;
typedef struct gx_storage_log gx_storage_log;
typedef struct gx_storage_bytes gx_storage_bytes;

typedef struct gx_storage_vtable {
  uint32_t struct_size;
  void *user_data;
  void (*destroy)(void *user_data);
  uint32_t flags;  /* GX_STORAGE_... */
  uint32_t reserved;
  gx_str name;     /* such as "host", for gx_store_info */

  /* Needed. */

  /* Opens the transaction. GX_E_BUSY: another process holds what is stored. */
  int32_t (*begin)(void *user_data, void **tx, gx_error **err);
  /* Makes its changes durable and seen by all, or on an error none of them. */
  int32_t (*commit)(void *user_data, void *tx, gx_error **err);
  /* Undoes them. */
  void (*rollback)(void *user_data, void *tx);
  /* Keeps a row. A new one gets a rid greater than all of its entity before. GX_E_DUPLICATE: its id is there already; GX_E_CONFLICT: the stored
   * row has another revision, or is not there. */
  int32_t (*put)(void *user_data, void *tx, const gx_storage_put *put, int64_t *out_rid, gx_error **err);
  /* Gives the row with this id or, where `id16` is NULL, with this rid; nothing where there is none. */
  int32_t (*get)(void *user_data, void *at, uint32_t entity, const uint8_t *id16, int64_t rid, gx_storage_rows *out, gx_error **err);
  /* Gives rows of an entity: at the very least all of them. */
  int32_t (*scan)(void *user_data, void *at, const gx_storage_scan *scan, gx_storage_rows *out, gx_error **err);
  /* Appends to the change log and gives the seq. */
  int32_t (*append)(void *user_data, void *tx, const gx_storage_change *change, int64_t *out_seq, gx_error **err);
  /* Gives changes of the log. */
  int32_t (*changes)(void *user_data, void *at, const gx_storage_changes *asked, gx_storage_log *out, gx_error **err);
  /* Keeps bytes under a name; NULL for their address: forgets them. */
  int32_t (*save)(void *user_data, void *tx, const char *name, int64_t name_len, const void *bytes, int64_t len, gx_error **err);
  /* Gives the bytes under a name; nothing where there are none. */
  int32_t (*load)(void *user_data, void *at, const char *name, int64_t name_len, gx_storage_bytes *out, gx_error **err);

  /* May be NULL. */

  /* Opens savepoint `mark` in the transaction: 1, and within it 2, and so on. */
  int32_t (*savepoint)(void *user_data, void *tx, int32_t mark, gx_error **err);
  /* Ends it, and those within it; their changes belong to the one around it. */
  int32_t (*release)(void *user_data, void *tx, int32_t mark, gx_error **err);
  /* Undoes all since it was opened; those within it are gone, it stays. */
  int32_t (*rollback_to)(void *user_data, void *tx, int32_t mark, gx_error **err);
  /* A view that keeps showing the state of its first use, until it is closed. */
  int32_t (*open_view)(void *user_data, void **view, gx_error **err);
  void (*close_view)(void *user_data, void *view);
  /* Gives the rows under each key. */
  int32_t (*probe)(void *user_data, void *at, const gx_storage_key *keys, int64_t count, gx_storage_hits *out, gx_error **err);
  /* Gives every key and its row, for gx_store_integrity. */
  int32_t (*keys)(void *user_data, void *at, gx_storage_hits *out, gx_error **err);
  /* Gives rows that may have the words, by rid. */
  int32_t (*search)(void *user_data, void *at, const gx_storage_search *search, gx_storage_rows *out, gx_error **err);
  /* Gives each group that has a row. GX_DONE before the first one: it cannot, the library counts. GX_E_LIMIT: a sum does not fit. */
  int32_t (*count)(void *user_data, void *at, const gx_storage_count *asked, gx_storage_groups *out, gx_error **err);
  /* Tells all entities, before anything else and again when custom ones or custom fields come. */
  int32_t (*prepare)(void *user_data, const gx_storage_entity *entities, int64_t count, gx_error **err);
  int32_t (*info)(void *user_data, gx_storage_info *out, gx_error **err);
  /* A number that changes when another process has committed; needed where several share what is stored. */
  int32_t (*version)(void *user_data, int64_t *out, gx_error **err);
  /* Copies what is stored to a new file. */
  int32_t (*backup)(void *user_data, const char *path, int64_t len, gx_progress progress, void *progress_data, gx_error **err);
  /* An import of many rows begins (1), or has ended (0). */
  int32_t (*bulk)(void *user_data, int32_t begins, gx_error **err);
} gx_storage_vtable;

/* ---- The library ---- */

/** The version of the library as a number: 1,000,000 x major + 1,000 x minor + patch. @thread any @since 0.1 */
GX_API uint32_t gx_version_number(void);
/** The version as text, "0.1.0". @valid-until the end of the process @thread any @since 0.1 */
GX_API const char *gx_version_text(void);
/** GX_ABI_VERSION of the library: a binding that was made for another one must not go on. @thread any @since 0.1 */
GX_API uint32_t gx_abi_version(void);
/** Whether this build can do something: "lent_connection", "host_storage", "arrow", "json", "batches". @return 1 or 0 @thread any @since 0.1 */
GX_API int32_t gx_has_feature(const char *name, int64_t len);
/** The stable name of a code, such as "not_found". @valid-until the end of the process @thread any @since 0.1 */
GX_API const char *gx_code_name(int32_t code);
/** Reads an id as text, with or without dashes. @return GX_OK, GX_E_INVALID @thread any @since 0.1 */
GX_API int32_t gx_id_parse(const char *text, int64_t len, uint8_t *out16, gx_error **err);
/** Writes an id as 36 characters and NUL. @return GX_OK @thread any @since 0.1 */
GX_API int32_t gx_id_text(const uint8_t *id16, char *out37, gx_error **err);

/* ---- Errors and texts ---- */

/** Which error it is. @return its code, GX_OK for NULL @thread any @since 0.1 */
GX_API int32_t gx_error_code(const gx_error *error);
/** Whether the same call may succeed when tried again without change. @return 1 or 0 @thread any @since 0.1 */
GX_API int32_t gx_error_retryable(const gx_error *error);
/** The sentence for people: what was wrong, where, and what to do. In the language of the session, or of the store's options.
 * @return GX_OK @valid-until the error is freed @thread any @since 0.1 */
GX_API int32_t gx_error_message(const gx_error *error, gx_str *out);
/** The stable name of the sentence, such as "field.required". @return GX_OK @valid-until the error is freed @thread any @since 0.1 */
GX_API int32_t gx_error_id(const gx_error *error, gx_str *out);
/** The field that caused it, or empty. @return GX_OK @valid-until the error is freed @thread any @since 0.1 */
GX_API int32_t gx_error_field(const gx_error *error, gx_str *out);
/** All of it as a JSON object: code, id, field, message; the sentence in both languages, message_en and message_zh; arguments, in the
 * language of the message; retryable.
 * @return GX_OK @valid-until the error is freed @thread any @since 0.1 */
GX_API int32_t gx_error_detail(const gx_error *error, gx_str *out);
/** Makes the error that a callback gives: a code and a sentence for people. Never fails: without memory it is GX_E_MEMORY.
 * @owns the caller, until a callback gives it away @thread any @since 0.1 */
GX_API gx_error *gx_error_create(int32_t code, const char *text, int64_t len);
/** Frees an error. @thread any @since 0.1 */
GX_API void gx_error_free(gx_error *error);
/** The bytes of a text. @return GX_OK @valid-until the text is freed @thread any @since 0.1 */
GX_API int32_t gx_text_view(const gx_text *text, gx_str *out);
/** Frees a text. @thread any @since 0.1 */
GX_API void gx_text_free(gx_text *text);

/* ---- Stores ---- */

/** Makes a struct of options or callbacks its defaults: zeros, and its size. @return GX_OK @thread any @since 0.1 */
GX_API int32_t gx_options_init(void *options, uint32_t struct_size);
/** Makes a new store; the options name the administrator. A file that exists stays as it is; ":memory:" makes a store in memory.
 * @return GX_OK, GX_E_INVALID, GX_E_MISUSE where the file exists @owns the caller: gx_store_free @thread any @since 0.1 */
GX_API int32_t gx_store_create(const char *path, int64_t len, const gx_store_options *options, gx_store **out, gx_error **err);
/** Opens a store. An older file is brought up to date after a backup beside it. `options` may be NULL.
 * @return GX_OK, GX_E_NOT_FOUND, GX_E_NOT_A_DATABASE, GX_E_TOO_NEW @owns the caller: gx_store_free @thread any @since 0.1 */
GX_API int32_t gx_store_open(const char *path, int64_t len, const gx_store_options *options, gx_store **out, gx_error **err);
/** Opens the store in the database of the host's own SQLite connection, so that its rows and the host's commit together. Where there
 * is none and the options name an administrator it is made. `connection` is an sqlite3 without an open transaction; `library` is the
 * host's sqlite3_libversion, by which it is seen that both run on one SQLite. Tables of the library are called gx_...; the host's pragmas,
 * tables and hooks stay as they are. While the host has a transaction open, commands are savepoints in it, and
 * gx_store_outcome must be called when it has ended: schema, permissions and events follow that.
 * @return GX_OK, GX_E_UNSUPPORTED where there are two SQLite libraries, GX_E_NOT_FOUND where there is no store and no administrator, GX_E_TOO_NEW
 * @owns the caller: gx_store_free, before the connection is closed
 * @thread the store, its sessions and the connection are used by one thread at a time @since 0.1 */
GX_API int32_t gx_store_lend(void *connection, const char *(*library)(void), const gx_store_options *options, gx_store **out,
                             gx_error **err);
/** Opens the store that the host's own storage holds; where it holds none and the options name an administrator one is made. The table is copied.
 * @return GX_OK, GX_E_MISUSE where a needed function is NULL, GX_E_NOT_FOUND where there is no store and no administrator
 * @owns the caller: gx_store_free. The storage's `destroy` is called when the store has ended, or when this call fails @thread any @since 0.1 */
GX_API int32_t gx_store_open_storage(const gx_storage_vtable *storage, const gx_store_options *options, gx_store **out, gx_error **err);
/** What a table of a storage leaves to the library: a JSON array with an object for each function that is NULL: function, needed (then the
 * table cannot be opened) and what follows, in the language asked for.
 * @return GX_OK @owns the caller: gx_text_free @thread any @since 0.1 */
GX_API int32_t gx_storage_lacks(const gx_storage_vtable *storage, int32_t language, gx_text **out, gx_error **err);
/** The host's transaction on a lent connection has ended. What the tables hold decides; a host that says otherwise is told so.
 * @return GX_OK, GX_E_MISUSE where it is still open, or ended otherwise @thread as the connection @since 0.1 */
GX_API int32_t gx_store_outcome(gx_store *store, int32_t committed, gx_error **err);
/** The host's users or departments have changed: asks for them again. @return GX_OK @thread any @since 0.1 */
GX_API int32_t gx_store_reload(gx_store *store, gx_error **err);
/** What is open, as a JSON object: backend, engine_version, path, library_version, schema_version, bytes, log_bytes, last_change.
 * @return GX_OK @owns the caller: gx_text_free @thread any @since 0.1 */
GX_API int32_t gx_store_info(const gx_store *store, gx_text **out, gx_error **err);
/** Everything that can be named, as a JSON object: entities with their fields, picklists, commands, queries. NULL for the store: what
 * is built in. @return GX_OK @owns the caller: gx_text_free @thread any @since 0.1 */
GX_API int32_t gx_store_describe(const gx_store *store, gx_text **out, gx_error **err);
/** The data dictionary for people, in Markdown. NULL for the store: what is built in.
 * @return GX_OK @owns the caller: gx_text_free @thread any @since 0.1 */
GX_API int32_t gx_store_dictionary(const gx_store *store, int32_t language, gx_text **out, gx_error **err);
/** Copies the store to a new file while it is in use. `progress` may be NULL.
 * @return GX_OK, GX_E_CANCELLED, GX_E_UNSUPPORTED, GX_E_MISUSE where the file exists @thread any @since 0.1 */
GX_API int32_t gx_store_backup(const gx_store *store, const char *path, int64_t len, gx_progress progress, void *user_data,
                               gx_error **err);
/** Checks file, indexes, search and keys against the rows: a JSON array with a sentence for each finding, "[]" where all is well.
 * @return GX_OK, GX_E_CANCELLED @owns the caller: gx_text_free @thread any @since 0.1 */
GX_API int32_t gx_store_integrity(const gx_store *store, gx_progress progress, void *user_data, gx_text **out, gx_error **err);
/** Housekeeping that a host calls now and then, once a day say. @return GX_OK @thread any @since 0.1 */
GX_API int32_t gx_store_tick(gx_store *store, gx_error **err);
/** The number of an entity, command, query or kind of row by its name, custom entities too. @return GX_OK, GX_E_NOT_FOUND @thread any @since 0.1 */
GX_API int32_t gx_store_entity(const gx_store *store, const char *name, int64_t len, uint32_t *out, gx_error **err);
/** The number of a field by its name, custom fields too. @return GX_OK, GX_E_NOT_FOUND @thread any @since 0.1 */
GX_API int32_t gx_store_field(const gx_store *store, uint32_t entity, const char *name, int64_t len, uint32_t *out, gx_error **err);
/** Frees the store; it closes when the last of its sessions, records, cursors and texts is freed too. @thread any @since 0.1 */
GX_API void gx_store_free(gx_store *store);

/* ---- Called by the host's callbacks ---- */

/** Adds a user to what gx_principals.list gives. @return GX_OK @thread the callback's @since 0.1 */
GX_API int32_t gx_principal_add(gx_principal_list *list, const gx_principal *principal, gx_error **err);
/** Adds a department, and the one above it (NULL: none), to what gx_org_chart.list gives. @return GX_OK @thread the callback's @since 0.1 */
GX_API int32_t gx_department_add(gx_department_list *list, const uint8_t *id16, const uint8_t *parent16, gx_error **err);
/** Adds a fact to what gx_facts.ask gives: stable name, label and value for people, and as of when.
 * @return GX_OK @thread the callback's @since 0.1 */
GX_API int32_t gx_fact_add(gx_fact_list *list, const gx_str *name, const gx_str *label, const gx_str *value, int64_t as_of_us,
                           gx_error **err);

/** Says what the storage does of a scan itself, GX_SCAN_... joined by |; before the first row. A search is always filtered again.
 * @return GX_OK, GX_E_MISUSE after a row @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_rows_did(gx_storage_rows *rows, uint32_t done);
/** Gives a row to whoever asked the storage. @return GX_OK, GX_DONE where no more are wanted, or the code of an error to be returned
 * @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_rows_add(gx_storage_rows *rows, const gx_storage_row *row);
/** Gives a row under the key with this index (of `probe`), or under the key itself (of `keys`, where `index` is passed over).
 * @return GX_OK, GX_DONE where no more rows under this key are wanted, or the code of an error to be returned @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_hits_add(gx_storage_hits *hits, int64_t index, const gx_storage_key *key, uint32_t entity, int64_t rid);
/** Gives a group of the grouping with this index: a value for each of its fields (of an amount the integer is 0), how many rows, and the sums.
 * @return GX_OK, or the code of an error to be returned @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_groups_add(gx_storage_groups *groups, int64_t index, const gx_value *values, int64_t rows, const int64_t *sums);
/** Gives a change of the log. @return GX_OK, GX_DONE where no more are wanted, or the code of an error to be returned
 * @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_log_add(gx_storage_log *log, const gx_storage_change *change);
/** Gives the bytes under a name. @return GX_OK, or the code of an error to be returned @thread the callback's @since 0.1 */
GX_API int32_t gx_storage_bytes_give(gx_storage_bytes *bytes, const void *data, int64_t len);

/* ---- Sessions ---- */

/** A session of the user with this login, in the language in which its errors and labels are said.
 * @return GX_OK, GX_E_DENIED where there is no such user, or none who may act @owns the caller: gx_session_free @thread any @since 0.1 */
GX_API int32_t gx_session_open(gx_store *store, const char *login, int64_t len, int32_t language, gx_session **out, gx_error **err);
/** The same, by the user's id. @return GX_OK, GX_E_DENIED @owns the caller: gx_session_free @thread any @since 0.1 */
GX_API int32_t gx_session_open_user(gx_store *store, const uint8_t *user16, int32_t language, gx_session **out, gx_error **err);
/** A session of the host itself, which decides who may do what: no permission is checked, the change log says "system" and `reason`.
 * @return GX_OK @owns the caller: gx_session_free @thread any @since 0.1 */
GX_API int32_t gx_session_open_system(gx_store *store, const char *reason, int64_t len, int32_t language, gx_session **out,
                                      gx_error **err);
/** The user of the session; zeros for one of the host itself. @return GX_OK @thread session @since 0.1 */
GX_API int32_t gx_session_user(const gx_session *session, uint8_t *out16, gx_error **err);
/** Frees a session. Its open transactions stay open until they are freed. @thread session @since 0.1 */
GX_API void gx_session_free(gx_session *session);

/* ---- Transactions ---- */

/** Begins a transaction of the session, or within one a savepoint: all commands until its end commit together, and other writers wait.
 * @return GX_OK @owns the caller: gx_tx_free @thread session @since 0.1 */
GX_API int32_t gx_tx_begin(gx_session *session, gx_tx **out, gx_error **err);
/** Commits. When it fails nothing of the transaction stays; the handle is still to be freed.
 * @return GX_OK, GX_E_MISUSE where it is over, or one within it is open @thread session @since 0.1 */
GX_API int32_t gx_tx_commit(gx_tx *tx, gx_error **err);
/** Undoes all of the transaction. @return GX_OK, GX_E_MISUSE where it is over, or one within it is open @thread session @since 0.1 */
GX_API int32_t gx_tx_rollback(gx_tx *tx, gx_error **err);
/** Frees a transaction; one that was not committed is rolled back. @thread session @since 0.1 */
GX_API void gx_tx_free(gx_tx *tx);

/* ---- Records ---- */

/** An empty record of an entity, or empty arguments of a command or query. @return GX_OK, GX_E_NOT_FOUND
 * @owns the caller: gx_record_free @thread any @since 0.1 */
GX_API int32_t gx_record_new(const gx_store *store, uint32_t entity, gx_record **out, gx_error **err);
/** A copy. @return GX_OK @owns the caller: gx_record_free @thread record @since 0.1 */
GX_API int32_t gx_record_copy(const gx_record *record, gx_record **out, gx_error **err);
/** The number of the record's entity. @return GX_OK @thread record @since 0.1 */
GX_API int32_t gx_record_entity(const gx_record *record, uint32_t *out, gx_error **err);
/** The values of `count` fields in one call.
 * @return GX_OK, GX_E_NOT_FOUND for a number that is no field @valid-until the record is next written or freed @thread record @since 0.1 */
GX_API int32_t gx_record_view(const gx_record *record, const uint32_t *fields, int64_t count, gx_value *out, gx_error **err);
/** Sets `count` fields in one call, all or none. Absent ones are cleared; null ones will be emptied by a command; masked ones are refused.
 * @return GX_OK, GX_E_NOT_FOUND for a number that is no field, GX_E_INVALID for a value of another type @thread record @since 0.1 */
GX_API int32_t gx_record_apply(gx_record *record, const uint32_t *fields, int64_t count, const gx_value *values, gx_error **err);
/** Clears every field. @return GX_OK @thread record @since 0.1 */
GX_API int32_t gx_record_clear(gx_record *record, gx_error **err);
/** A text, code or set of codes. @return GX_OK; GX_DONE and the empty text where it is not set; GX_E_NOT_FOUND, GX_E_INVALID for another type
 * @valid-until the record is next written or freed @thread record @since 0.1 */
GX_API int32_t gx_record_get_text(const gx_record *record, uint32_t field, gx_str *out, gx_error **err);
/** A number, yes or no (1, 0), date or instant. @return as gx_record_get_text @thread record @since 0.1 */
GX_API int32_t gx_record_get_integer(const gx_record *record, uint32_t field, int64_t *out, gx_error **err);
/** A decimal: coefficient x 10^-scale. @return as gx_record_get_text @thread record @since 0.1 */
GX_API int32_t gx_record_get_decimal(const gx_record *record, uint32_t field, int64_t *coefficient, int32_t *scale, gx_error **err);
/** An amount in minor units and its ISO 4217 number. @return as gx_record_get_text @thread record @since 0.1 */
GX_API int32_t gx_record_get_money(const gx_record *record, uint32_t field, int64_t *minor, int32_t *currency, gx_error **err);
/** An id, 16 bytes. @return as gx_record_get_text @thread record @since 0.1 */
GX_API int32_t gx_record_get_id(const gx_record *record, uint32_t field, uint8_t *out16, gx_error **err);
/** Sets a text, code or set of codes. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_set_text(gx_record *record, uint32_t field, const char *text, int64_t len, gx_error **err);
/** Sets a number, yes or no, date or instant. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_set_integer(gx_record *record, uint32_t field, int64_t value, gx_error **err);
/** Sets a decimal; scale 0 to 18. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_set_decimal(gx_record *record, uint32_t field, int64_t coefficient, int32_t scale, gx_error **err);
/** Sets an amount. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_set_money(gx_record *record, uint32_t field, int64_t minor, int32_t currency, gx_error **err);
/** Sets an id; NULL or zeros: null. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_set_id(gx_record *record, uint32_t field, const uint8_t *id16, gx_error **err);
/** Sets a field to null. @return GX_OK, GX_E_NOT_FOUND @thread record @since 0.1 */
GX_API int32_t gx_record_set_null(gx_record *record, uint32_t field, gx_error **err);
/** Sets any field from text as people type it: "1,234.50", "2026年3月1日", a label of a picklist. Amounts without a currency are in CNY.
 * @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID with what would be right @thread record @since 0.1 */
GX_API int32_t gx_record_parse(gx_record *record, uint32_t field, const char *text, int64_t len, gx_error **err);
/** Any field as text: numbers and dates in ISO forms, ids with dashes, sets with commas; empty where it is not set.
 * @return GX_OK, GX_E_NOT_FOUND @owns the caller: gx_text_free @thread record @since 0.1 */
GX_API int32_t gx_record_show(const gx_record *record, uint32_t field, gx_text **out, gx_error **err);
/** What is set, as a JSON object by field name: numbers and yes or no as JSON has them, decimals and dates as text, sets as arrays,
 * money as {"amount","currency"}. @return GX_OK @owns the caller: gx_text_free @thread record @since 0.1 */
GX_API int32_t gx_record_to_json(const gx_record *record, gx_text **out, gx_error **err);
/** Sets what a JSON object of that form names, all or none; what the library keeps itself (id, revision ...) is passed over.
 * @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread record @since 0.1 */
GX_API int32_t gx_record_from_json(gx_record *record, const char *json, int64_t len, gx_error **err);
/** Frees a record. @thread record @since 0.1 */
GX_API void gx_record_free(gx_record *record);

/* ---- Commands: everything that changes is one. All of one call commits together, or nothing does. ----
 *
 * `options` and `out` may be NULL. Every one may give GX_E_INVALID, GX_E_DENIED, GX_E_CONFLICT, GX_E_DUPLICATE and GX_E_NOT_FOUND. */

/** Stores a new record and fills in its id, revision and dates. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_session_create(gx_session *session, gx_record *record, const gx_command_options *options, gx_outcome *out,
                                 gx_error **err);
/** Changes the fields that are set or null in the patch. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_session_update(gx_session *session, const uint8_t *id16, const gx_record *patch, const gx_command_options *options,
                                 gx_outcome *out, gx_error **err);
/** Takes a record out of sight; it can be restored. @return GX_OK @thread session @since 0.1 */
GX_API int32_t gx_session_archive(gx_session *session, uint32_t entity, const uint8_t *id16, const gx_command_options *options,
                                  gx_outcome *out, gx_error **err);
/** Brings an archived record back. @return GX_OK @thread session @since 0.1 */
GX_API int32_t gx_session_restore(gx_session *session, uint32_t entity, const uint8_t *id16, const gx_command_options *options,
                                  gx_outcome *out, gx_error **err);
/** Updates the record that `system` knows as `key`, or creates it and remembers the key. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_session_upsert(gx_session *session, const char *system, int64_t system_len, const char *key, int64_t key_len,
                                 gx_record *record, const gx_command_options *options, gx_outcome *out, gx_error **err);
/** The record of the entity that `system` knows as `key`. @return GX_OK; GX_DONE and zeros where there is none @thread session @since 0.1 */
GX_API int32_t gx_session_resolve(gx_session *session, uint32_t entity, const char *system, int64_t system_len, const char *key,
                                  int64_t key_len, uint8_t *out16, gx_error **err);
/** Runs the command of this name, such as "account.suspend", with `count` arguments by number. guanxi_commands.h has a typed
 * function for each. @return GX_OK @thread session @since 0.1 */
GX_API int32_t gx_session_command(gx_session *session, const char *name, int64_t len, const uint32_t *arguments, int64_t count,
                                  const gx_value *values, const gx_command_options *options, gx_outcome *out, gx_error **err);
/** Runs the command whose arguments these are. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_session_run(gx_session *session, const gx_record *arguments, const gx_command_options *options, gx_outcome *out,
                              gx_error **err);
/** Takes back all that one change set did; rows edited since stay. `report` is a JSON object: change_set, undone, skipped_count, skipped.
 * `progress` and `report` may be NULL. @return GX_OK, GX_E_CANCELLED @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_undo(gx_session *session, int64_t change_set, int32_t dry_run, gx_progress progress, void *user_data,
                               gx_text **report, gx_error **err);

/* Duplicates: what gx_session_duplicates and the commands record.merge, record.unmerge and duplicate.dismiss do not say.
 * Reports are JSON objects that belong to the caller: gx_text_free. */

/** What gx_session_duplicates finds, and whether it saw everything: `report`: verdict (of the best hit, or "new"), partial (the effort ended the
 * search), hits (record, name, masked, certain, strong, reason, verdict, score, explanation). `source` as in gx_command_options, NULL: none.
 * `limit`: hits, 1 to 100. `effort`: how much of the index may be read, in entries of its lists, 64 to 1,000,000; 0: as the rule says.
 * @return GX_OK, GX_E_LIMIT @owns the caller: gx_text_free @thread session, record @since 0.1 */
GX_API int32_t gx_session_check_duplicates(gx_session *session, const gx_record *record, const char *source, int64_t len, int64_t limit,
                                           int64_t effort, gx_text **report, gx_error **err);
/** Compares all records of an entity that the principal may read, and stores the pairs that may be duplicates as records of
 * GX_DUPLICATE_PAIR, where `queue` is not 0. `related` is not 0: branches, subsidiaries and doubtful pairs too. `report`: records, pairs, groups,
 * oversize (groups so large that only a part of their pairs is known), queued, dismissed, change_set, listed (at most `listed` pairs, best
 * first). @return GX_OK, GX_E_CANCELLED, GX_E_UNSUPPORTED
 * @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_find_duplicates(gx_session *session, uint32_t entity, int32_t related, int32_t queue, int64_t listed,
                                          gx_progress progress, void *user_data, gx_text **report, gx_error **err);
/** Why two records are, or are not, the same. `report`: verdict, score, text. @return GX_OK, GX_E_NOT_FOUND, GX_E_UNSUPPORTED
 * @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_explain_duplicates(gx_session *session, uint32_t entity, const uint8_t *a16, const uint8_t *b16, gx_text **report,
                                             gx_error **err);
/** Builds the index of an entity, which the first check would do else; `train` is not 0: and learns from the records how much each agreement
 * says, which the store keeps. The index is saved beside the store's file. `report`: records, bytes, read (rows, to make it), trained.
 * @return GX_OK, GX_E_CANCELLED, GX_E_DENIED, GX_E_MISUSE where training would be part of a transaction, GX_E_UNSUPPORTED
 * @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_prepare_duplicates(gx_session *session, uint32_t entity, int32_t train, gx_progress progress, void *user_data,
                                             gx_text **report, gx_error **err);
/** Merges as the command record.merge does, whose arguments these are; dry_run: shows the outcome and stores nothing. `report`: record,
 * change_set, affected, values (field, label, text, from, rule, changes, others: what does not survive), children. @return GX_OK, or as the command @owns the caller: gx_text_free @thread session, record @since 0.1 */
GX_API int32_t gx_session_merge(gx_session *session, const gx_record *arguments, const gx_command_options *options, int32_t dry_run,
                                gx_text **report, gx_error **err);
/** Takes back as the command record.unmerge does. `report`: record, change_set, affected, conflicts (what was changed since, and stays).
 * @return GX_OK, or as the command @owns the caller: gx_text_free @thread session, record @since 0.1 */
GX_API int32_t gx_session_unmerge(gx_session *session, const gx_record *arguments, const gx_command_options *options, int32_t dry_run,
                                  gx_text **report, gx_error **err);
/** The record that this one was merged into, directly or through others; itself where it was not. @return GX_OK, GX_E_NOT_FOUND
 * @thread session @since 0.1 */
GX_API int32_t gx_session_canonical(gx_session *session, uint32_t entity, const uint8_t *id16, uint8_t *out16, gx_error **err);

/** A list of commands to be run in one transaction. They commit together, but each is a change set of its own, with an outcome of
 * its own: gx_session_undo takes back one at a time. @return GX_OK @owns the caller: gx_batch_free @thread session @since 0.1 */
GX_API int32_t gx_batch_new(gx_session *session, gx_batch **out, gx_error **err);
/** Adds the creation of a record, which is copied. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_batch_create(gx_batch *batch, const gx_record *record, gx_error **err);
/** Adds the change of a record by a patch, which is copied. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_batch_update(gx_batch *batch, const uint8_t *id16, const gx_record *patch, gx_error **err);
/** Adds the command whose arguments these are; they are copied. @return GX_OK @thread session, record @since 0.1 */
GX_API int32_t gx_batch_run_command(gx_batch *batch, const gx_record *arguments, gx_error **err);
/** Runs the list, all or nothing, and empties it. `outs` is NULL or has room for `count` outcomes, one for each. When a command fails,
 * `failed_at` (NULL, or set to -1 before) tells which. @return GX_OK, or the code of the one that failed @thread session @since 0.1 */
GX_API int32_t gx_batch_run(gx_batch *batch, const gx_command_options *options, gx_outcome *outs, int64_t count, int64_t *failed_at,
                            gx_error **err);
/** Frees a list; what was not run never is. @thread session @since 0.1 */
GX_API void gx_batch_free(gx_batch *batch);

/* ---- Files ---- */

/** How an import of a CSV file would go, from its first 1,000 rows; nothing is stored. `plan` is a JSON object: entity, encoding, separator,
 * columns (header, field, how, date_order, samples) and warnings. `options` may be NULL; their mapping changes the plan.
 * @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID where the file has no header or the options name what is not there
 * @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_plan_import(gx_session *session, const char *path, int64_t len, const gx_import_options *options,
                                      gx_text **plan, gx_error **err);
/** Imports a CSV file as gx_session_plan_import says, a batch a transaction, all of it one change set for gx_session_undo. `progress` is told bytes
 * of the file; when it asks to stop, what was committed stays, is gone on with by the next call, and the report says so. A row's own faults
 * refuse that row alone. `report` is a JSON object: change_set, rows, created, updated, unchanged, refused, warned, mended, resumed, stopped,
 * milliseconds, and problems, the first 100 (row, line, column, value, reason). `options`, `progress` and `report` may be NULL.
 * @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID where the plan cannot be carried out @owns the caller: gx_text_free
 * @thread session @since 0.1 */
GX_API int32_t gx_session_import(gx_session *session, const char *path, int64_t len, const gx_import_options *options,
                                 gx_progress progress, void *user_data, gx_text **report, gx_error **err);
/** Writes what the user may both read and export to a file, which is replaced as a whole when all is written, or left as it was.
 * `progress` is told records; `options`, `progress` and `out` (how many records) may be NULL.
 * @return GX_OK, GX_E_CANCELLED, GX_E_DENIED, GX_E_NOT_FOUND, GX_E_INVALID @thread session @since 0.1 */
GX_API int32_t gx_session_export(gx_session *session, const char *path, int64_t len, const gx_export_options *options,
                                 gx_progress progress, void *user_data, int64_t *out, gx_error **err);

/* ---- Queries ---- */

/** One record, archived or not. @return GX_OK, GX_E_NOT_FOUND also where the principal may not see it
 * @owns the caller: gx_record_free @thread session @since 0.1 */
GX_API int32_t gx_session_get(gx_session *session, uint32_t entity, const uint8_t *id16, gx_record **out, gx_error **err);
/** The records that this one may be a duplicate of: rows of GX_ROW_DUPLICATE. Nothing is stored.
 * @return GX_OK @owns the caller: gx_cursor_free @thread session, record @since 0.1 */
GX_API int32_t gx_session_duplicates(gx_session *session, const gx_record *record, gx_cursor **out, gx_error **err);
/** Changes with a greater seq, oldest first, of what the principal may see: rows of GX_ROW_CHANGE, at most `limit`.
 * @return GX_OK @owns the caller: gx_cursor_free @thread session @since 0.1 */
GX_API int32_t gx_session_changes(gx_session *session, int64_t since, int64_t limit, gx_cursor **out, gx_error **err);
/** A question: about records of an entity (its number), or one of GX_QUERY_... by its number.
 * @return GX_OK, GX_E_NOT_FOUND @owns the caller: gx_query_free @thread session @since 0.1 */
GX_API int32_t gx_query_new(gx_session *session, uint32_t number, gx_query **out, gx_error **err);
/** Narrows it by a condition; a second one must hold too. @return GX_OK, GX_E_INVALID, GX_E_NOT_FOUND, GX_E_UNSUPPORTED where the query takes none
 * @thread session @since 0.1 */
GX_API int32_t gx_query_where(gx_query *query, const gx_term *terms, int64_t count, gx_error **err);
/* Rules: conditions and expressions in FEEL, decisions of DMN. */

/** Narrows it by a condition in FEEL, such as `tier = "A" and count(opportunity) > 2`. Errors name the character and what was expected.
 * @return GX_OK, GX_E_INVALID, GX_E_NOT_FOUND, GX_E_UNSUPPORTED where the query takes none @thread session @since 0.1 */
GX_API int32_t gx_query_where_feel(gx_query *query, const char *feel, int64_t len, gx_error **err);
/** Narrows it by a saved filter, the user's own or a shared one. @return as gx_query_where_feel @thread session @since 0.1 */
GX_API int32_t gx_query_filter(gx_query *query, const char *name, int64_t len, gx_error **err);
/** Narrows it to the records of a segment, the user's own or a shared one. @return as gx_query_where_feel @thread session @since 0.1 */
GX_API int32_t gx_query_segment(gx_query *query, const char *name, int64_t len, gx_error **err);
/** How a condition in FEEL is answered: a JSON object with "by_database" and "by_row", arrays of its terms, "sql" and its "values".
 * @return GX_OK, GX_E_INVALID, GX_E_NOT_FOUND @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_explain(gx_session *session, uint32_t entity, const char *feel, int64_t len, gx_text **out, gx_error **err);
/** What an expression in FEEL comes to on a record, stored or not, and on those that it refers to: {"value": JSON, "feel": its text, "why": of
 * a null}. @return GX_OK, GX_E_INVALID, GX_E_NOT_FOUND, GX_E_LIMIT @owns the caller: gx_text_free @thread session, record @since 0.1 */
GX_API int32_t gx_session_evaluate(gx_session *session, const gx_record *record, const char *feel, int64_t len, gx_text **out,
                                   gx_error **err);
/** The same with the names of a JSON object. @return as gx_session_evaluate @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_feel(gx_session *session, const char *feel, int64_t len, const char *json, int64_t json_len, gx_text **out,
                               gx_error **err);
/** Makes a decision of a DMN model, or runs a decision service; `model` is XML, the inputs a JSON object by their names. The result is that of
 * gx_session_evaluate with "tables": of each decision table that was asked, its "decision" and the "rules" that matched, counted from 1.
 * Models that were asked lately are kept compiled. @return GX_OK, GX_E_INVALID, GX_E_NOT_FOUND, GX_E_LIMIT, GX_E_UNSUPPORTED in a build without DMN
 * @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_session_decide(gx_session *session, const char *model, int64_t model_len, const char *decision, int64_t len,
                                 const char *json, int64_t json_len, gx_text **out, gx_error **err);

/** Full text: every word, piece of Chinese, pinyin or initials must be found. Gives at most 1000 rows, in the order in which they were created;
 * archived ones too where gx_query_archived asks for them.
 * @return GX_OK, GX_E_UNSUPPORTED where it is no query of an entity @thread session @since 0.1 */
GX_API int32_t gx_query_search(gx_query *query, const char *text, int64_t len, gx_error **err);
/** Orders by a field, and by a second one where the first is equal. @return GX_OK, GX_E_NOT_FOUND, GX_E_UNSUPPORTED @thread session @since 0.1 */
GX_API int32_t gx_query_order(gx_query *query, uint32_t field, int32_t descending, gx_error **err);
/** Gives `limit` rows at most (0: all), and those behind `after`, a token of gx_cursor_token.
 * @return GX_OK, GX_E_INVALID, GX_E_UNSUPPORTED @thread session @since 0.1 */
GX_API int32_t gx_query_page(gx_query *query, int64_t limit, const char *after, int64_t len, gx_error **err);
/** 1: archived rows too. @return GX_OK, GX_E_UNSUPPORTED @thread session @since 0.1 */
GX_API int32_t gx_query_archived(gx_query *query, int32_t archived, gx_error **err);
/** Sets `count` arguments of one of GX_QUERY_..., as gx_record_apply does. @return GX_OK, GX_E_NOT_FOUND, GX_E_INVALID @thread session @since 0.1 */
GX_API int32_t gx_query_set(gx_query *query, const uint32_t *arguments, int64_t count, const gx_value *values, gx_error **err);
/** How many records there are, whatever the page: archived ones too where gx_query_archived asked for
 * them, and of a full-text search 1000 at most. @return GX_OK, GX_E_UNSUPPORTED @thread session @since 0.1 */
GX_API int32_t gx_query_count(gx_query *query, int64_t *out, gx_error **err);
/** Runs it. Rows of an entity come in bounded memory, however many; the query may be changed and run again.
 * @return GX_OK @owns the caller: gx_cursor_free @thread session @since 0.1 */
GX_API int32_t gx_query_open(gx_query *query, gx_cursor **out, gx_error **err);
/** Runs it and gives the rows as a stream of the Arrow C data interface: `out` is an ArrowArrayStream, which is filled and belongs to
 * the caller, who calls its release. Fields by number; count 0: all. Money is a struct of minor units and currency.
 * @return GX_OK @owns the caller: out->release @thread session, also while the stream is read @since 0.1 */
GX_API int32_t gx_query_arrow(gx_query *query, const uint32_t *fields, int64_t count, void *out, gx_error **err);
/** Frees a query. @thread session @since 0.1 */
GX_API void gx_query_free(gx_query *query);

/** The next row. @return GX_ROW, GX_DONE at the end and `out` NULL @owns the cursor @valid-until the cursor is next used or freed
 * @thread session @since 0.1 */
GX_API int32_t gx_cursor_next(gx_cursor *cursor, const gx_record **out, gx_error **err);
/** The values of `count` fields of the next rows, row by row: `out` has room for `max_rows` x `count`.
 * @return GX_ROW and how many rows, GX_DONE at the end @valid-until the cursor is next used or freed @thread session @since 0.1 */
GX_API int32_t gx_cursor_fetch(gx_cursor *cursor, const uint32_t *fields, int64_t count, int64_t max_rows, gx_value *out,
                               int64_t *out_rows, gx_error **err);
/** The number of the entity or kind of row that comes. @return GX_OK @thread session @since 0.1 */
GX_API int32_t gx_cursor_entity(const gx_cursor *cursor, uint32_t *out, gx_error **err);
/** Where to go on behind the last row of a page, for gx_query_page; empty where nothing is left, or before the end of the page.
 * @return GX_OK @valid-until the cursor is next used or freed @thread session @since 0.1 */
GX_API int32_t gx_cursor_token(const gx_cursor *cursor, gx_str *out, gx_error **err);
/** Frees a cursor. @thread session @since 0.1 */
GX_API void gx_cursor_free(gx_cursor *cursor);

/** A customer on one page. @return GX_OK, GX_E_NOT_FOUND @owns the caller: gx_card_free @thread session @since 0.1 */
GX_API int32_t gx_session_card(gx_session *session, const uint8_t *account16, gx_card **out, gx_error **err);
/** The account itself. @return GX_OK @owns the card @valid-until the card is freed @thread session @since 0.1 */
GX_API int32_t gx_card_account(const gx_card *card, const gx_record **out, gx_error **err);
/** The names behind the account's references: of owner, department and parent; empty where there is none.
 * @return GX_OK @valid-until the card is freed @thread session @since 0.1 */
GX_API int32_t gx_card_names(const gx_card *card, gx_str *owner, gx_str *department, gx_str *parent, gx_error **err);
/** The rows of one part, GX_CARD_... @return GX_OK, GX_E_NOT_FOUND @owns the caller: gx_cursor_free @thread session @since 0.1 */
GX_API int32_t gx_card_part(const gx_card *card, int32_t part, gx_cursor **out, gx_error **err);
/** The whole card as a JSON object, a member for each part. @return GX_OK @owns the caller: gx_text_free @thread session @since 0.1 */
GX_API int32_t gx_card_to_json(const gx_card *card, gx_text **out, gx_error **err);
/** Frees a card. @thread session @since 0.1 */
GX_API void gx_card_free(gx_card *card);

#ifdef __cplusplus
}
#endif

#endif
