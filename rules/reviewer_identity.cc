// SPDX-License-Identifier: MIT
#include <map>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/ignoring_case.h"
#include "validator/message/mailbox.h"

namespace commitgate {
namespace {

/// The reviewers met so far, with the line of each.
class Reviewers {
 public:
  explicit Reviewers(const People& people) : people_(people) {}

  /// Returns the line where the person was met before, or adds it.
  std::optional<int> MetOn(const Mailbox& mailbox, int line);

 private:
  using Lines = std::map<std::string_view, int, LessIgnoringCase>;

  std::optional<int> Find(const Person& person, std::string_view name) const;

  People people_;
  /// As they were written, and under the mailmap.
  Lines by_email_;
  Lines by_name_;
  std::map<const Member*, int> by_member_;
};

template <typename Lines, typename Key>
std::optional<int> LineOf(const Lines& lines, const Key& key) {
  const auto found = lines.find(key);
  if (found == lines.end())
    return std::nullopt;
  return found->second;
}

std::optional<int> Reviewers::Find(const Person& person,
                                   std::string_view name) const {
  if (const auto line = LineOf(by_email_, person.email))
    return line;
  if (const auto line = LineOf(by_name_, name))
    return line;
  if (const auto line = LineOf(by_email_, person.proper_email))
    return line;
  return LineOf(by_member_, person.member);
}

std::optional<int> Reviewers::MetOn(const Mailbox& mailbox, int line) {
  const Person person = people_.Identify(mailbox);
  if (const auto first = Find(person, mailbox.name))
    return first;
  by_email_.try_emplace(person.email, line);
  by_email_.try_emplace(person.proper_email, line);
  by_name_.try_emplace(mailbox.name, line);
  if (person.member != nullptr)
    by_member_.try_emplace(person.member, line);
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
                 const ParsedMailbox& parsed, Reporter& reporter) {
  const std::string_view part =
      parsed.culprit.empty() ? trailer.key : parsed.culprit;
  reporter.Error({message.SpanOf(trailer, part),
                  fmt::format("reviewer {}, wanted 'Name <local@domain>'",
                              Describe(parsed.fault)),
                  std::string(parsed.culprit), Repair(parsed)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  Reviewers reviewers(context.people());
  for (const Trailer* trailer : message.Metadata("Reviewed-By")) {
    const ParsedMailbox parsed = ParseMailbox(trailer->value);
    if (parsed.fault != MailboxFault::kNone) {
      ReportFault(message, *trailer, parsed, reporter);
      continue;
    }
    const int line = message.lines[trailer->first_line].number;
    if (const auto first = reviewers.MetOn(parsed.mailbox, line))
      reporter.Error(
          {message.SpanOf(*trailer, trailer->value),
           fmt::format("reviewer is the one on line {} again", *first),
           std::string(trailer->value)});
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
