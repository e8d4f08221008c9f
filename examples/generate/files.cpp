#include "files.h"

#include "guanxi/csv.h"

namespace guanxi::sample {
namespace {

using Cells = std::vector<std::string_view>;

constexpr Options chinese{.seed = 2024, .western_per_mille = 0};
constexpr Options western{.seed = 2025, .western_per_mille = 1000};

constexpr std::uint64_t chinese_rows = 500;
constexpr std::uint64_t western_rows = 300;
constexpr std::uint64_t later_first = 400;  // the second system's export repeats some customers of the first
constexpr std::uint64_t later_end = 700;

// "2023-02-30" as 2023/2/30 and as 02/30/2023.
std::string with_slashes(const std::string& date) {
  const auto part = [&](std::size_t at) { return date.substr(date[at] == '0' ? at + 1 : at, date[at] == '0' ? 1 : 2); };
  return date.substr(0, 4) + "/" + part(5) + "/" + part(8);
}

std::string american(const std::string& date) { return date.substr(5, 2) + "/" + date.substr(8, 2) + "/" + date.substr(0, 4); }

// With a byte order mark, as spreadsheets write it.
std::string customers() {
  std::string out = "\xEF\xBB\xBF" + customer_header();
  const Generator generator(chinese);
  for (std::uint64_t i = 0; i < chinese_rows; ++i) append_customer(out, generator.customer(i));
  return out;
}

std::string western_customers() {
  std::string out;
  write_csv_row(out, {"Account Number", "Company Name",   "Short Name", "VAT Number",  "Account Type", "Tier",
                      "Status",         "Industry",       "Country",    "State",       "City",         "Street",
                      "Postal Code",    "Contact Name",   "Job Title",  "Phone",       "Email",        "Website",
                      "Employees",      "Annual Revenue", "Founded",    "Lead Source", "Owner",        "Notes"});
  const Generator generator(western);
  for (std::uint64_t i = 0; i < western_rows; ++i) {
    const Customer c = generator.customer(i);
    const std::string employees = std::to_string(c.employees);
    const std::string revenue = std::to_string(c.capital);
    const std::string founded = american(c.founded);
    write_csv_row(out, {c.number,  c.name,     c.short_name, c.tax_id,  c.kind,     c.tier,    c.status, c.industry,
                        c.country, c.province, c.city,       c.address, c.postcode, c.contact, c.title,  c.phone,
                        c.email,   c.website,  employees,    revenue,   founded,    c.source,  c.owner,  c.note});
  }
  return out;
}

// Another system's export: other headers, other dates, semicolons, GB18030.
std::string later_customers() {
  std::string out;
  write_csv_row(out,
                {"客户代码", "单位名称", "税号", "级别", "状态", "所属行业", "省", "市", "详细地址", "联系人", "电话", "网址",
                 "人数", "成立日期", "客户来源", "业务员"},
                ';');
  const Generator generator(chinese);
  for (std::uint64_t i = later_first; i < later_end; ++i) {
    const Customer c = generator.customer(i);
    const std::string_view status = i < chinese_rows ? "成交客户" : std::string_view(c.status);
    const std::string employees = std::to_string(c.employees);
    const std::string founded = with_slashes(c.founded);
    write_csv_row(out,
                  {c.number, c.name, c.tax_id, c.tier, status, c.industry, c.province, c.city, c.address, c.contact, c.phone,
                   c.website, employees, founded, c.source, c.owner},
                  ';');
  }
  return encode(out, Encoding::gb18030);
}

std::string contacts() {
  std::string out;
  write_csv_row(out, {"联系人编号", "联系人姓名", "客户名称", "客户编号", "职务", "所在部门", "角色", "首要联系人", "手机",
                      "座机", "电子邮箱", "微信号"});
  const Generator generator(chinese);
  for (std::uint64_t i = 0; i < chinese_rows; ++i) {
    const Customer customer = generator.customer(i);
    for (std::size_t which = 0; which < generator.contact_count(i); ++which) {
      const Contact c = generator.contact(customer, which);
      write_csv_row(out, {c.number, c.name, customer.name, customer.number, c.title, c.department, c.role,
                          c.primary ? "是" : "否", c.mobile, c.phone, c.email, c.wechat});
    }
  }
  return out;
}

// Calls f(opportunity) for all of customers.csv.
template <class F>
void for_each_opportunity(F&& f) {
  const Generator generator(chinese);
  for (std::uint64_t i = 0; i < chinese_rows; ++i) {
    const std::size_t count = generator.opportunity_count(i);
    if (count == 0) continue;
    const Customer customer = generator.customer(i);
    for (std::size_t which = 0; which < count; ++which) f(generator.opportunity(customer, which));
  }
}

std::string opportunities() {
  std::string out;
  write_csv_row(out, {"商机编号", "商机名称", "客户名称", "产品", "销售阶段", "预计金额", "成功率", "开始日期", "预计成交日期",
                      "来源", "负责人", "输单原因"});
  for_each_opportunity([&](const Opportunity& o) {
    const std::string probability = std::to_string(o.probability);
    write_csv_row(out, {o.number, o.name, o.customer, o.product, o.stage, o.amount, probability, o.opened, o.close, o.source,
                        o.owner, o.lost_reason});
  });
  return out;
}

std::string colleagues() {
  std::string out;
  write_csv_row(out, {"姓名", "登录名", "部门", "上级", "邮箱", "电话"});
  for (std::size_t which = 0; which < colleague_count; ++which) {
    const Colleague c = colleague(which);
    write_csv_row(out, {c.name, c.login, c.department, c.manager, c.email, c.phone});
  }
  return out;
}

void append_truth(std::string& out, std::string_view file, const Generator& generator, std::uint64_t first, std::uint64_t end) {
  for (std::uint64_t i = first; i < end; ++i) {
    const Truth truth = generator.truth(i);
    const std::string number = generator.customer(i).number;
    if (truth.original) {
      write_csv_row(out, {file, number, generator.customer(*truth.original).number, name_of(truth.disguise), "", ""});
    } else if (truth.dirt != Dirt::none) {
      write_csv_row(out, {file, number, "", "", name_of(truth.dirt), column_of(truth.dirt)});
    }
  }
}

std::string truth() {
  std::string out;
  write_csv_row(out, {"file", "number", "duplicate_of", "how", "dirt", "column"});
  append_truth(out, "customers.csv", Generator(chinese), 0, chinese_rows);
  append_truth(out, "customers-western.csv", Generator(western), 0, western_rows);
  append_truth(out, "customers-gbk.csv", Generator(chinese), later_first, later_end);
  for_each_opportunity([&](const Opportunity& o) {
    constexpr std::string_view places[][2]{{"missing_customer", "account"},
                                           {"misspelt_customer", "account"},
                                           {"amount_with_unit", "amount"},
                                           {"impossible_date", "close_on"}};
    for (const auto& [dirt, column] : places) {
      if (o.dirt == dirt) write_csv_row(out, {"opportunities.csv", o.number, "", "", dirt, column});
    }
  });
  return out;
}

}  // namespace

std::string customer_header() {
  std::string out;
  write_csv_row(out, {"客户编号", "客户名称", "客户简称", "统一社会信用代码", "客户类型", "客户级别", "客户状态", "行业",
                      "省份",     "城市",     "地址",     "邮政编码",         "联系人",   "职务",     "联系电话", "手机",
                      "电子邮箱", "网址",     "员工人数", "注册资本",         "成立日期", "来源",     "负责人",   "所属部门",
                      "创建日期", "备注"});
  return out;
}

void append_customer(std::string& out, const Customer& c) {
  const std::string employees = std::to_string(c.employees);
  const std::string capital = std::to_string(c.capital);
  write_csv_row(out, {c.number,  c.name,    c.short_name, c.tax_id,  c.kind,  c.tier,       c.status,  c.industry, c.province,
                      c.city,    c.address, c.postcode,   c.contact, c.title, c.phone,      c.mobile,  c.email,    c.website,
                      employees, capital,   c.founded,    c.source,  c.owner, c.department, c.created, c.note});
}

std::vector<File> shipped_files() {
  return {
      {"customers.csv", customers()}, {"customers-western.csv", western_customers()}, {"customers-gbk.csv", later_customers()},
      {"contacts.csv", contacts()},   {"opportunities.csv", opportunities()},         {"colleagues.csv", colleagues()},
      {"truth.csv", truth()}};
}

}  // namespace guanxi::sample
