// SPDX-License-Identifier: MIT
#include <functional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/ignoring_case.h"
#include "validator/message/mailbox.h"
#include "validator/people/small_set.h"

namespace commitgate {
namespace {

/// What a reviewer is known by, and the line where that was met.
template <class Key>
struct Met {
  Key key;
  int line;
};

/// By their keys.
template <class Less>
struct LessMet {
  bool operator()(const auto& a, const auto& b) const {
    return Less()(a.key, b.key);
  }
};

/// The reviewers met so far, with the line of each.
class Reviewers {
 public:
  /// Returns the line where the person was met before, or adds it.
  std::optional<int> MetOn(const KnownReviewer& known, int line);

 private:
  using Texts = SmallSet<Met<std::string_view>, LessMet<LessIgnoringCase>>;
  using Members = SmallSet<Met<const Member*>, LessMet<std::less<>>>;

  std::optional<int> Find(const Person& person, std::string_view name) const;

  /// As they were written, and under the mailmap.
  Texts by_email_;
  Texts by_name_;
  Members by_member_;
};

template <class Set, class Key>
std::optional<int> LineOf(const Set& set, const Key& key) {
  const auto* const met = set.Find({key, 0});
  return met ? std::optional(met->line) : std::nullopt;
}

std::optional<int> Reviewers::Find(const Person& person,
                                   std::string_view name) const {
  if (const auto line = LineOf(by_email_, person.email))
    return line;
  if (const auto line = LineOf(by_name_, name))
    return line;
  if (person.IsRenamed())
    if (const auto line = LineOf(by_email_, person.proper_email))
      return line;
  return LineOf(by_member_, person.member);
}

std::optional<int> Reviewers::MetOn(const KnownReviewer& known, int line) {
  const Person& person = known.person;
  const std::string_view name = known.reviewer->mailbox.name;
  if (const auto first = Find(person, name))
    return first;
  by_email_.Add({person.email, line});
  if (person.IsRenamed())
    by_email_.Add({person.proper_email, line});
  by_name_.Add({name, line});
  if (person.member != nullptr)
    by_member_.Add({person.member, line});
  return std::nullopt;
}

/// The culprit repaired, where there is no doubt how.
std::string Repair(const ParsedMailbox& parsed) {
  if (parsed.fault != MailboxFault::kUnclosed)
    return "";
  const std::string closed = fmt::format("{}>", parsed.culprit);
  const std::string whole = fmt::format("{} {}", parsed.mailbox.name, closed);
  return ParseMailbox(whole).fault == MailboxFault::kNone ? closed : "";
}

void ReportFault(const Message& message, const Trailer& trailer,
                 Reporter& reporter) {
  const ParsedMailbox parsed = ParseMailbox(trailer.value);
  const std::string_view part =
      parsed.culprit.empty() ? trailer.key : parsed.culprit;
  reporter.Error({message.SpanOf(trailer, part),
                  fmt::format("reviewer {}, wanted 'Name <local@domain>'",
                              Describe(parsed.fault)),
                  std::string(parsed.culprit), Repair(parsed)});
}

void ReportAgain(const Message& message, const Trailer& trailer, int first,
                 Reporter& reporter) {
  reporter.Error({message.SpanOf(trailer, trailer.value),
                  fmt::format("reviewer is the one on line {} again", first),
                  std::string(trailer.value)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  Reviewers reviewers;
  auto next = context.reviewers.begin();
  for (const Trailer* const trailer : message.Metadata("Reviewed-By")) {
    const bool is_well_formed =
        next != context.reviewers.end() && next->reviewer->trailer == trailer;
    if (!is_well_formed) {
      ReportFault(message, *trailer, reporter);
      continue;
    }
    const int line = message.lines[trailer->first_line].number;
    if (const auto first = reviewers.MetOn(*next++, line))
      ReportAgain(message, *trailer, *first, reporter);
  }
}

}  // namespace

constinit const Rule kReviewerIdentity = {
    .id = "reviewer-identity",
    .summary = "each reviewer has a name and a mail address, and stands once",
    .why =
        "Who reviewed what is counted by name and address.  A mailbox that "
        "programs cannot read counts for nobody.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kMailmap),
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Reviewed-By: Ann Other <ann@example.com",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Reviewed-By: Ann Other <ann@example.com>",
    .check = Check,
};

}  // namespace commitgate
