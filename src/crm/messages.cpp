#include "crm/messages.h"

#include <array>

namespace guanxi {
namespace {

// One sentence a reason, in the order of access::Reason.
constexpr std::array<Message, 8> reasons{{
    {"access.system", "The host has allowed it: this is a system session.", "宿主系统已授权：这是系统会话。"},
    {"access.administrator", "You are an administrator.", "您是管理员。"},
    {"access.granted", "One of your roles grants {0} on this {1}.", "您的角色允许{0}该{1}。"},
    {"access.open", "Everybody may {0} {1} records.", "所有人都可以{0}{1}。"},
    {"access.not_active", "You may not {0} this {1}: your user is unknown or inactive. Ask an administrator to activate it.",
     "您无权{0}该{1}：用户不存在或已停用，请联系管理员启用。"},
    {"access.no_grant", "You may not {0} {1} records: none of your roles grants it. Ask an administrator for a role that does.",
     "您无权{0}{1}：您的角色没有此权限，请联系管理员授权。"},
    {"access.out_of_scope", "You may not {0} this {1}: it lies outside the scope of your roles. Ask its owner or your manager.",
     "您无权{0}该{1}：它不在您的权限范围内，请联系其负责人或您的上级。"},
    {"access.level_too_low", "You may not {0} this {1}: its sensitivity is above your security level. Ask an administrator for a higher level.",
     "您无权{0}该{1}：它的安全级别高于您的级别，请联系管理员。"},
}};

constexpr std::array<std::string_view, access::action_count> chinese_actions{"查看", "新建", "修改", "删除", "导出", "转移"};

std::string_view first_label(std::string_view labels, Language language) noexcept {
  const std::size_t bar = labels.find('|');
  std::string_view side = language == Language::chinese || bar == std::string_view::npos ? labels.substr(0, bar) : labels.substr(bar + 1);
  return side.substr(0, side.find(','));
}

}  // namespace

std::string said(const EntityType& type) {
  return in_both(first_label(type.labels(), Language::chinese), first_label(type.labels(), Language::english));
}

std::string said(const AnyField& field) {
  return in_both(label_of(field, Language::chinese), label_of(field, Language::english));
}

std::string said(access::Action action) {
  return in_both(chinese_actions[static_cast<std::size_t>(action)], access::name_of(action));
}

Error denied(const access::Decision& decision, access::Action action, const EntityType& type) {
  return Error(Code::denied, reasons[static_cast<std::size_t>(decision.reason)], {said(action), said(type)});
}

Error no_such_record(const EntityType& type, const Id& id) {
  return Error(Code::not_found, messages::no_record, {said(type), id.text()});
}

}  // namespace guanxi
