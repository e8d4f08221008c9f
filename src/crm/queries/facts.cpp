#include "crm/queries/facts.h"

#include <exception>

namespace guanxi::queries {
namespace {

constexpr Message no_answer{"facts.no_answer", "\"{0}\" could not answer: {1}", "“{0}”未能提供信息：{1}"};
constexpr Message broke_off{"facts.exception", "\"{0}\" broke off while answering; its facts are missing.",
                            "“{0}”查询时异常中断，信息缺失。"};
constexpr Message absent{"facts.absent", "\"{0}\" has no function that could be asked: set FactProvider::facts.",
                         "“{0}”没有可调用的查询函数：请设置 FactProvider::facts。"};

std::string sentence(const Message& message, std::vector<std::string> arguments, Language language) {
  return Error(Code::io, message, std::move(arguments)).text(language);
}

void ask(const FactProvider& provider, const Id& account, Language language, CustomerCard& card) {
  auto facts = provider.facts(account);
  if (!facts) {
    card.fact_errors.push_back(sentence(no_answer, {provider.source, facts.error().text(language)}, language));
    return;
  }
  for (Fact& fact : *facts) {
    if (fact.source.empty()) fact.source = provider.source;
    card.facts.push_back(std::move(fact));
  }
}

}  // namespace

void add_facts(const std::vector<FactProvider>& providers, const Id& account, Language language, CustomerCard& card) {
  for (const FactProvider& provider : providers) {
    if (!provider.facts) {
      card.fact_errors.push_back(sentence(absent, {provider.source}, language));
      continue;
    }
    try {
      ask(provider, account, language, card);
    } catch (const std::exception& e) {
      card.fact_errors.push_back(sentence(no_answer, {provider.source, e.what()}, language));
    } catch (...) {
      card.fact_errors.push_back(sentence(broke_off, {provider.source}, language));
    }
  }
}

}  // namespace guanxi::queries
