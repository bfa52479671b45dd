// SPDX-License-Identifier: MIT
#include "tests/support/complaints.h"

#include <fmt/core.h>

#include <memory>
#include <sstream>

namespace commitgate::testing {
namespace {

Settings::Value ParseValue(const Option& option, const std::string& text) {
  switch (option.kind) {
    case Option::Kind::kNumber:
      return int64_t{std::stoll(text)};
    case Option::Kind::kText:
    case Option::Kind::kChoice:
      return text;
    case Option::Kind::kPattern:
      return std::optional<Pattern>(Pattern(text));
    case Option::Kind::kNames:
      break;
  }
  Settings::Names names;
  std::istringstream words(text);
  for (std::string word; words >> word;)
    names.push_back(word);
  return names;
}

Settings MakeSettings(const Rule& rule, const Given& given) {
  Settings settings(rule.options);
  for (const auto& [name, text] : given.options) {
    bool known = false;
    for (const Option& option : rule.options) {
      if (option.name != name)
        continue;
      settings.Set(name, ParseValue(option, text));
      known = true;
    }
    if (!known)
      throw std::invalid_argument("no option " + name);
  }
  return settings;
}

std::shared_ptr<const Changes> ChangesFor(const Rule& rule,
                                          const Commit& commit,
                                          const Views& views) {
  const bool are_needed = Has(rule.needs, Need::kChanges) && views.repository;
  return are_needed ? views.repository->ChangesOf(commit) : nullptr;
}

std::vector<KnownReviewer> ReviewersFor(const Rule& rule,
                                        const Context& context) {
  if (!Has(rule.needs, Need::kMailmap))
    return {};
  return Identify(context.message().reviewers, context.people());
}

Lines ComplaintsOf(const Rule& rule, const Commit& commit, const Given& given) {
  const Settings settings = MakeSettings(rule, given);
  Verdict verdict;
  Reporter reporter(rule.id, Level::kError, verdict);
  const auto changes = ChangesFor(rule, commit, given.views);
  Context context{commit, given.stage, given.views, changes.get()};
  const auto reviewers = ReviewersFor(rule, context);
  context.reviewers = reviewers;
  rule.check(context, settings, reporter);

  Lines lines;
  for (const Finding& finding : verdict.findings) {
    std::string line = fmt::format(
        "{}:{}+{}: {}: {}", finding.span.line, finding.span.column,
        finding.span.length,
        finding.level == Level::kError ? "error" : "warning", finding.message);
    if (!finding.found.empty())
      line += fmt::format(" [{}]", finding.found);
    if (!finding.suggestion.empty())
      line += fmt::format(" -> {}", finding.suggestion);
    lines.push_back(std::move(line));
  }
  if (!verdict.error.empty())
    lines.push_back("gave up: " + verdict.error);
  return lines;
}

}  // namespace

Lines Complaints(const Rule& rule, std::string_view message,
                 const Given& given) {
  Commit commit = MakeCommit("test", message);
  commit.parents = given.parents;
  SetAuthor(commit, given.author_name, given.author_email);
  return ComplaintsOf(rule, commit, given);
}

Lines ComplaintsOfObject(const Rule& rule, std::string_view object,
                         const Given& given) {
  const Commit commit =
      ParseCommitObject("test", Bytes(object.begin(), object.end()));
  return ComplaintsOf(rule, commit, given);
}

}  // namespace commitgate::testing
