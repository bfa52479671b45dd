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
  /// Returns the line where the person was met before, or adds it.
  std::optional<int> MetOn(const Mailbox& mailbox, int line) {
    for (const auto& [lines, key] : {std::pair(&by_email_, mailbox.email),
                                     std::pair(&by_name_, mailbox.name)}) {
      if (const auto found = lines->find(key); found != lines->end())
        return found->second;
    }
    by_email_.emplace(mailbox.email, line);
    by_name_.emplace(mailbox.name, line);
    return std::nullopt;
  }

 private:
  using Lines = std::map<std::string_view, int, LessIgnoringCase>;

  Lines by_email_;
  Lines by_name_;
};

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
  Reviewers reviewers;
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
