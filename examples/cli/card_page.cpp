#include "card_page.h"

#include <algorithm>
#include <array>

#include "format.h"
#include "guanxi/text.h"
#include "listing.h"
#include "sentences.h"
#include "timeline.h"

namespace cli {

namespace {

// Fields that the page shows at their own place.
constexpr std::array<std::string_view, 16> placed{"name", "english_name", "short_name", "tier", "status", "industry", "size", "province",
                                                  "city", "parent", "owner", "department", "suspended", "suspend_reason", "note", "sensitivity"};

class Page {
 public:
  Page(const Context& c, const Schema& schema, Names& names, const CustomerCard& card)
      : c_(c), schema_(schema), names_(names), card_(card), type_(schema.of(Account)) {}

  std::string text() {
    head();
    facts_of_account();
    counts();
    people();
    rows(say::card_opportunities, card_.opportunities, Opportunity, {"name", "stage", "amount", "probability", "close_on"});
    rows(say::card_next, card_.next_activities, Activity, {"due_at", "type", "subject", "owner"});
    rows(say::card_requests, card_.requests, ServiceRequest, {"number", "subject", "status", "priority", "due_at"});
    rows(say::card_contracts, card_.contracts, Contract, {"number", "name", "status", "amount", "ends_on"});
    rows(say::card_children, card_.children, Account, {"name", "tier", "status", "city"});
    rows(say::card_points, card_.contact_points, ContactPoint, {"type", "value", "purpose", "consent"});
    rows(say::card_identifiers, card_.identifiers, PartyIdentifier, {"type", "system", "value"});
    rows(say::card_documents, card_.documents, DocumentLink, {"title", "type", "uri"});
    rows(say::card_projects, card_.projects, ProjectLink, {"title", "key", "status"});
    if (!card_.timeline.empty()) section(say::card_timeline, timeline_table(c_, card_.timeline).text(c_, 2));
    facts_of_host();
    foot();
    return std::move(out_);
  }

 private:
  std::string of(const AnyRecord& row, const AnyField& field) const { return shown(c_, schema_, names_, field, row.get(field)); }
  std::string of(std::string_view field) const { return of(card_.account, *type_.find(field)); }

  static std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
    std::string out;
    for (const auto& piece : pieces)
      if (!piece.empty()) out.append(out.empty() ? "" : between).append(piece);
    return clean(out);
  }

  void head() {
    const auto page = c_.page();
    const auto badge = joined({of("tier"), of("status")}, " · ");
    const auto name = cut(clean(of("name")), page - std::min(page - 10, text::width(badge) + 2));
    const auto gap = page - std::min(page, text::width(name) + text::width(badge));
    out_ += c_.paint(Style::bold, name) + std::string(gap, ' ') + c_.paint(Style::accent, badge) + "\n";
    const auto place = joined({of("province"), of("city") == of("province") ? "" : of("city")}, " ");
    const auto line = joined({of("english_name"), of("short_name"), of("industry"), place, of("size")}, " · ");
    if (!line.empty()) out_ += c_.paint(Style::faint, cut(line, page)) + "\n";
    out_ += c_.paint(Style::faint, repeat("━", page)) + "\n";
    if (card_.account[Account.suspended])
      out_ += c_.paint(Style::bad, "! " + c_.say(say::is_suspended, {clean(of("suspend_reason"))})) + "\n";
  }

  void facts_of_account() {
    Sheet sheet;
    const auto owner = card_.owner_name.empty() ? std::string(c_.pick(say::in_the_pool)) : card_.owner_name;
    sheet.line(label_of(Account.owner, c_.language), joined({owner, card_.department_name}, " · "));
    sheet.line(label_of(Account.parent, c_.language), card_.parent_name);
    for (const auto* field : type_.fields()) {
      if (field->has(system_only) || std::find(placed.begin(), placed.end(), field->name) != placed.end()) continue;
      sheet.line(label_of(*field, c_.language), of(card_.account, *field));
    }
    out_ += sheet.text(c_, 2, 2);
    Sheet note;
    note.line(label_of(Account.note, c_.language), of("note"));
    out_ += note.text(c_, 2);
  }

  void counts() {
    std::string line;
    for (const auto& count : card_.counts) {
      if (count.count == 0) continue;
      const auto piece = count.label + " " + grouped(count.count) + (count.amounts.empty() ? "" : " (" + short_amounts(count.amounts, c_.language) + ")");
      line.append(line.empty() ? "" : "  ·  ").append(piece);
    }
    if (line.empty()) return;
    out_ += "\n";
    for (const auto& piece : wrap(line, c_.page() - 2)) out_ += "  " + c_.paint(Style::bold, piece) + "\n";
  }

  void people() {
    if (card_.contacts.empty()) return;
    Table table;
    table.column("").column(c_.pick(say::word_name));
    const std::initializer_list<const AnyField*> columns{&Contact.title, &AccountContact.role, &Contact.mobile, &Contact.phone, &Contact.email};
    for (const auto* field : columns) table.column(label_of(*field, c_.language));
    for (const auto& [link, person] : card_.contacts)
      table.row({link[AccountContact.primary] ? "★" : "", of(person, Contact.name), of(person, Contact.title), of(link, AccountContact.role),
                 of(person, Contact.mobile), of(person, Contact.phone), of(person, Contact.email)});
    table.drop_empty_columns();
    section(say::card_contacts, table.text(c_, 2));
  }

  template <class Rows>
  void rows(const Phrase& title, const Rows& records, const AnyEntity& entity, std::initializer_list<std::string_view> fields) {
    if (records.empty()) return;
    const auto& type = schema_.of(entity);
    std::vector<const AnyField*> columns;
    for (const auto field : fields) columns.push_back(&field_named(c_, type, field));
    const std::vector<AnyRecord> plain(records.begin(), records.end());
    section(title, listing(c_, schema_, names_, type, plain, columns).text(c_, 2));
  }

  void facts_of_host() {
    Sheet sheet;
    for (const auto& fact : card_.facts) sheet.line(fact.label.empty() ? fact.name : fact.label, fact.value + "  (" + fact.source + ")");
    for (const auto& error : card_.fact_errors) sheet.line("!", error, Style::warn);
    if (!sheet.empty()) section(say::card_facts, sheet.text(c_, 2));
  }

  void foot() {
    const auto text = card_.account.id().text() + "  ·  " +
                      c_.say(say::card_foot, {grouped(card_.account.revision()), of("created_at"), of("updated_at")});
    out_ += "\n";
    for (const auto& line : wrap(text, c_.width == 0 ? text.size() : c_.width)) out_ += c_.paint(Style::faint, line) + "\n";
  }

  void section(const Phrase& title, const std::string& body) { out_ += "\n" + c_.paint(Style::bold, c_.pick(title)) + "\n" + body; }

  const Context& c_;
  const Schema& schema_;
  Names& names_;
  const CustomerCard& card_;
  const EntityType& type_;
  std::string out_;
};

}  // namespace

std::string card_page(const Context& c, const Schema& schema, Names& names, const CustomerCard& card) {
  return Page(c, schema, names, card).text();
}

}  // namespace cli
