// A customer on one page.
#include "base/json_text.h"
#include "capi/door/query.h"
#include "capi/door/rows.h"

struct gx_card : guanxi::door::Head {
  gx_card(std::shared_ptr<guanxi::door::SessionBox> of, std::shared_ptr<const guanxi::Schema> in, const guanxi::EntityType* type,
          guanxi::CustomerCard&& made)
      : Head{guanxi::door::mark_of<gx_card>}, box(std::move(of)), schema(std::move(in)), card(std::move(made)),
        account(box->core, schema, type, guanxi::AnyRecord(card.account)) {}
  std::shared_ptr<guanxi::door::SessionBox> box;
  std::shared_ptr<const guanxi::Schema> schema;
  guanxi::CustomerCard card;
  gx_record account;
};

namespace guanxi::door {
namespace {

constexpr Message no_part{"door.no_part", "A card has no part {0}: use GX_CARD_...", "客户卡片没有部分 {0}：请使用 GX_CARD_…。"};

struct Part {
  std::string_view name;
  std::uint16_t entity;
  std::vector<AnyRecord> (*rows)(const CustomerCard& card);
};

template <class R>
std::vector<AnyRecord> copied(const std::vector<R>& rows) {
  return std::vector<AnyRecord>(rows.begin(), rows.end());
}

std::vector<AnyRecord> contacts(const CustomerCard& card) {
  std::vector<AnyRecord> rows;
  for (const auto& [link, contact] : card.contacts) rows.push_back(contact);
  return rows;
}

std::vector<AnyRecord> contact_roles(const CustomerCard& card) {
  std::vector<AnyRecord> rows;
  for (const auto& [link, contact] : card.contacts) rows.push_back(link);
  return rows;
}

// In the order of GX_CARD_..., from 1.
const Part parts[] = {
    {"children", number_of(Account), [](const CustomerCard& card) { return copied(card.children); }},
    {"contacts", number_of(Contact), contacts},
    {"contact_roles", number_of(AccountContact), contact_roles},
    {"contact_points", number_of(ContactPoint), [](const CustomerCard& card) { return copied(card.contact_points); }},
    {"identifiers", number_of(PartyIdentifier), [](const CustomerCard& card) { return copied(card.identifiers); }},
    {"opportunities", number_of(Opportunity), [](const CustomerCard& card) { return copied(card.opportunities); }},
    {"requests", number_of(ServiceRequest), [](const CustomerCard& card) { return copied(card.requests); }},
    {"contracts", number_of(Contract), [](const CustomerCard& card) { return copied(card.contracts); }},
    {"activities", number_of(Activity), [](const CustomerCard& card) { return copied(card.next_activities); }},
    {"documents", number_of(DocumentLink), [](const CustomerCard& card) { return copied(card.documents); }},
    {"projects", number_of(ProjectLink), [](const CustomerCard& card) { return copied(card.projects); }},
    {"counts", number_of(CardCountRow), [](const CustomerCard& card) { return rows_of(card.counts); }},
    {"timeline", number_of(TimelineRow), [](const CustomerCard& card) { return rows_of(card.timeline); }},
    {"facts", number_of(FactRow), [](const CustomerCard& card) { return rows_of(card.facts, card.fact_errors); }},
};

Result<std::string> card_json(const gx_card& card) {
  JsonText json;
  json.open('{').raw("account", record_to_json(*card.account.type, card.account.row)).text("owner_name", card.card.owner_name)
      .text("department_name", card.card.department_name).text("parent_name", card.card.parent_name);
  for (const Part& part : parts) {
    GUANXI_ASSIGN(const EntityType* type, card.box->core->type(*card.schema, part.entity));
    json.name(part.name).list(part.rows(card.card), [&](const AnyRecord& row) { json.raw(record_to_json(*type, row)); });
  }
  return json.close('}').take();
}

}  // namespace
}  // namespace guanxi::door

using namespace guanxi;
using door::check_place;
using door::on;
using door::Status;

int32_t gx_session_card(gx_session* session, const uint8_t* account16, gx_card** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return door::in_session(session, err, [&](Session& in) -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const Id id, door::id_in(account16));
    GUANXI_ASSIGN(CustomerCard card, in.card(id));
    std::shared_ptr<const Schema> schema = in.schema();
    const EntityType* type = &schema->of(Account);
    *out = door::make<gx_card>(session->box->core, session->box, std::move(schema), type, std::move(card));
    return GX_OK;
  });
}

int32_t gx_card_account(const gx_card* card, const gx_record** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(card, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    *out = &card->account;
    return GX_OK;
  });
}

int32_t gx_card_names(const gx_card* card, gx_str* owner, gx_str* department, gx_str* parent, gx_error** err) {
  for (gx_str* place : {owner, department, parent})
    if (place != nullptr) *place = {"", 0};
  return on(card, err, [&]() -> Status {
    const std::pair<gx_str*, const std::string*> all[] = {
        {owner, &card->card.owner_name}, {department, &card->card.department_name}, {parent, &card->card.parent_name}};
    for (const auto& [place, name] : all)
      if (place != nullptr) *place = door::str(*name);
    return GX_OK;
  });
}

int32_t gx_card_part(const gx_card* card, int32_t part, gx_cursor** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(card, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    if (part < GX_CARD_CHILDREN || part > GX_CARD_FACTS) return Error(Code::not_found, door::no_part, {std::to_string(part)});
    const door::Part& wanted = door::parts[part - 1];
    GUANXI_ASSIGN(const EntityType* type, card->box->core->type(*card->schema, wanted.entity));
    *out = door::make_cursor(card->box, door::Rows(type, card->schema, wanted.rows(card->card)));
    return GX_OK;
  });
}

int32_t gx_card_to_json(const gx_card* card, gx_text** out, gx_error** err) {
  if (out != nullptr) *out = nullptr;
  return on(card, err, [&]() -> Status {
    GUANXI_CHECK(check_place(out, "out"));
    GUANXI_ASSIGN(const std::string text, door::card_json(*card));
    *out = door::make_text(card->box->core, text);
    return GX_OK;
  });
}

void gx_card_free(gx_card* card) { door::dispose(card); }
