// Which column is which field: by exact, similar and equivalent headers, and by content.
#include "crm/import/content.h"
#include "crm/import/guess.h"
#include "crm/import/header_form.h"
#include "crm/import/template.h"
#include "crm/import/width.h"
#include "desk.h"

using namespace guanxi;
using namespace guanxi::test;

namespace {

// The field of the entity that a lone header means, with the reason.
std::string guess(const AnyEntity& entity, const std::string& header, std::vector<std::string_view> values = {}) {
  const auto schema = Schema::builtin();
  const auto guesses = import::guess_columns(schema->of(entity), {header}, {std::move(values)});
  return guesses[0].field == nullptr ? "" : std::string(guesses[0].field->name) + " (" + std::string(guesses[0].how) + ")";
}

}  // namespace

TEST_CASE("a header is a label or alias in either language, however it is written") {
  CHECK(guess(Account, "客户名称") == "name (header)");
  CHECK(guess(Account, "公司名稱") == "name (header)");
  CHECK(guess(Account, "COMPANY_NAME") == "name (header)");
  CHECK(guess(Account, " company name ") == "name (header)");
  CHECK(guess(Account, "companyName") == "name (header)");
  CHECK(guess(Account, "客户名称（必填）") == "name (header)");
  CHECK(guess(Account, "客户名称*") == "name (header)");
  CHECK(guess(Account, "ＴＡＸ ＩＤ") == "tax_id (header)");
  CHECK(guess(Account, "tax_id") == "tax_id (header)");
  CHECK(guess(Account, "營利事業統一編號") == "tax_id (header)");
  CHECK(guess(Account, "postalCode") == "postcode (header)");
  CHECK(guess(Account, "e-mail") == "email (header)");
  CHECK(guess(Account, "region") == "province (header)");
  CHECK(guess(Account, "負責人") == "owner (header)");
  CHECK(guess(Opportunity, "deal_stage") == "stage (header)");
  CHECK(guess(Opportunity, "sales_agent") == "owner (header)");
  CHECK(guess(Opportunity, "engage_date") == "opened_on (header)");
  CHECK(guess(Contact, "出生日期") == "birthday (header)");
}

TEST_CASE("a header may say the same in other words, or be misspelt") {
  CHECK(guess(Account, "客户全称") == "name (header (similar))");
  CHECK(guess(Account, "企业全称") == "name (header (similar))");
  CHECK(guess(Account, "客户电话") == "phone (header (similar))");
  CHECK(guess(Account, "公司代號") == "number (header (similar))");
  CHECK(guess(Account, "customerID") == "number (header (similar))");
  CHECK(guess(Account, "Client No.") == "number (header (similar))");
  CHECK(guess(Account, "联系电话号码") == "phone (header (similar))");
  CHECK(guess(Account, "主要联系电话") == "phone (header (similar))");
  CHECK(guess(Account, "Adress") == "address (header (similar))");
  CHECK(guess(Account, "Comapny name") == "name (header (similar))");
  CHECK(guess(Account, "Billing address") == "address (header (similar))");  // the head is too small a part to be sure
  CHECK(guess(Contact, "dob") == "birthday (header (similar))");
  CHECK(guess(Contact, "account_id") == "account (header (similar))");
  CHECK(guess(Contact, "客户编号") == "account (header (similar))");
  CHECK(guess(Opportunity, "Owner name") == "owner (header (similar))");
}

TEST_CASE("a header that only sounds like a field is left alone") {
  CHECK(guess(Account, "County") == "");
  CHECK(guess(Account, "产品名称") == "");
  CHECK(guess(Account, "Program Name") == "");
  CHECK(guess(Account, "contactName") == "");
  CHECK(guess(Account, "Center Director") == "");
  CHECK(guess(Account, "冻结") == "");        // changed by a command of its own
  CHECK(guess(Account, "创建时间") == "");    // kept by the library
  CHECK(guess(Account, "Column 3") == "");
  CHECK(guess(Account, "") == "");
}

TEST_CASE("a column whose header says nothing is known by its values") {
  CHECK(guess(Account, "x", {"info@sample.example", "sales@another.example"}) == "email (content)");
  CHECK(guess(Account, "x", {"https://www.sample.example", "www.another.example"}) == "website (content)");
  CHECK(guess(Account, "x", {"(021) 5555-0101", "+44 20 7946 0018", "", "030-5550101"}) == "phone (content)");
  CHECK(guess(Contact, "x", {"13800138000", "139 1234 5678"}) == "mobile (content)");
  CHECK(guess(Account, "x", {"91310000607232606T", "91110000600037341L"}) == "tax_id (content)");
  CHECK(guess(Account, "x", {"2020-01-31", "31/12/2019"}) == "founded (content)");
  CHECK(guess(Account, "x", {"样例一有限公司", "样例二有限公司"}) == "name (content)");
  CHECK(guess(Account, "x", {"Sample One Ltd", "Sample Two Inc."}) == "name (content)");
  CHECK(guess(Account, "x", {"info@sample.example", "nothing", "at all"}) == "");
  CHECK(guess(Account, "x", {"12345", "67890"}) == "");
  CHECK(guess(Account, "x", {"one@sample.example"}) == "");  // one value proves nothing
}

TEST_CASE("each field goes to one column, the better label first") {
  const auto schema = Schema::builtin();
  const auto guesses = import::guess_columns(schema->of(Account), {"Name", "Company name", "Phone", "Office phone"}, {{}, {}, {}, {}});
  CHECK(guesses[0].field == nullptr);
  CHECK(guesses[1].field == &Account.name);
  CHECK(guesses[2].field == &Account.phone);
  CHECK(guesses[3].field == nullptr);
}

TEST_CASE("slips in typing are allowed in long words only") {
  CHECK(import::almost_equal("adress", "address"));
  CHECK(import::almost_equal("organsiation", "organisation"));
  CHECK_FALSE(import::almost_equal("nome", "name"));
  CHECK_FALSE(import::almost_equal("客户全称", "客户名称"));
  CHECK(import::almost_equal("统一社会信用码", "统一社会信用代码"));
  CHECK_FALSE(import::almost_equal("county", "country"));
}

TEST_CASE("a default is put together from the row's cells") {
  const std::vector<std::string> headers{"given", "family", "n"};
  const auto filler = need(import::Template::read("{given} {family} #{n}", headers));
  CHECK_FALSE(filler.constant());
  CHECK(filler.fill({"Ann", "Sample", "7"}) == "Ann Sample #7");
  CHECK(filler.fill({"", "Sample", "NULL"}) == "Sample #");
  CHECK(filler.fill({"", " ", ""}) == "");
  CHECK(need(import::Template::read("fixed {", headers)).fill({}) == "fixed {");
  const auto unknown = import::Template::read("{nickname}", headers);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().text() == "The default “{nickname}” names the column “nickname”, which the file does not have: its columns are given, family, n.");
  CHECK(unknown.error().text(Language::chinese) == "默认值“{nickname}”引用了文件中没有的列“nickname”：现有列为 given, family, n。");
}

TEST_CASE("a row that is too wide is put together where it is certain how") {
  using Mender = import::WidthMender;
  Mender mender(3, ',');
  std::vector<std::string_view> row{"Sample", "12", " rue du Commerce", "Lyon"};
  CHECK(mender.mend(row) == Mender::Result::mended);
  CHECK(row == std::vector<std::string_view>{"Sample", "12, rue du Commerce", "Lyon"});
  row = {"a", "b", "c", "", " "};
  CHECK(mender.mend(row) == Mender::Result::fits);
  CHECK(row.size() == 3);
  row = {"a", "b", "c", "d"};
  CHECK(mender.mend(row) == Mender::Result::too_wide);
  row = {"a", " b", " c", " d"};  // blanks behind every comma: no telling which belongs to a text
  CHECK(mender.mend(row) == Mender::Result::too_wide);
  row = {"a", "b"};
  CHECK(mender.mend(row) == Mender::Result::fits);
}
