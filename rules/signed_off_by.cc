// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/backport.h"
#include "validator/message/mailbox.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"require", Option::Kind::kChoice, "always",
     "whether a commit without a sign-off is rejected", "always when-present"},
};

struct SignOff {
  const Trailer* trailer;
  Mailbox signer;
};

bool EndsIgnoringCase(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         EqualsIgnoringCase(text.substr(text.size() - end.size()), end);
}

bool IsBot(std::string_view name, std::string_view email) {
  return EndsIgnoringCase(name, "[bot]") ||
         EndsIgnoringCase(email, "[bot]@users.noreply.github.com") ||
         EndsIgnoringCase(email, "github-bot@iojs.org");
}

bool IsDeps(std::string_view subsystem) {
  return subsystem == "deps";
}

/// Code that comes from elsewhere, and commits that were signed off before.
bool IsExempt(const Message& message) {
  const auto& subsystems = message.title.subsystems;
  return (!subsystems.empty() && std::ranges::all_of(subsystems, IsDeps)) ||
         IsBackport(message);
}

/// How bad it is that nobody has signed off.
Level WithoutSignOff(const Message& message, const Settings& settings) {
  if (settings.Choice("require") == "when-present")
    return Level::kOff;
  return std::ranges::any_of(message.title.subsystems, IsDeps) ? Level::kWarning
                                                               : Level::kError;
}

void ReportBotAuthor(const Message& message, Reporter& reporter) {
  for (const Trailer* trailer : message.Metadata("Signed-off-by"))
    reporter.Warning({message.SpanOf(*trailer, trailer->key),
                      "a bot's commit has a Signed-off-by"});
}

/// The well-formed ones; reports the others.
std::vector<SignOff> ReadSignOffs(const Message& message, Reporter& reporter) {
  std::vector<SignOff> sign_offs;
  for (const Trailer* trailer : message.Metadata("Signed-off-by")) {
    const ParsedMailbox parsed = ParseMailbox(trailer->value);
    if (parsed.fault == MailboxFault::kNone) {
      sign_offs.push_back({trailer, parsed.mailbox});
      continue;
    }
    const std::string_view part =
        parsed.culprit.empty() ? trailer->key : parsed.culprit;
    reporter.Error({message.SpanOf(*trailer, part),
                    fmt::format("Signed-off-by {}, wanted 'Name "
                                "<local@domain>'",
                                Describe(parsed.fault)),
                    std::string(parsed.culprit)});
  }
  return sign_offs;
}

/// Takes bots out of `sign_offs` and reports them.
void RemoveBots(std::vector<SignOff>& sign_offs, const Message& message,
                Reporter& reporter) {
  std::erase_if(sign_offs, [&](const SignOff& sign_off) {
    const auto& [trailer, signer] = sign_off;
    if (!IsBot(signer.name, signer.email))
      return false;
    reporter.Warning({message.SpanOf(*trailer, trailer->value),
                      "Signed-off-by is a bot's, wanted a person's",
                      std::string(trailer->value)});
    return true;
  });
}

void CompareWithAuthor(const std::vector<SignOff>& sign_offs,
                       std::string_view author, const Message& message,
                       Reporter& reporter) {
  const auto is_authors = [author](const SignOff& sign_off) {
    return EqualsIgnoringCase(sign_off.signer.email, author);
  };
  if (author.empty() || std::ranges::any_of(sign_offs, is_authors))
    return;
  const auto& [trailer, signer] = sign_offs.front();
  reporter.Warning(
      {message.SpanOf(*trailer, signer.email),
       fmt::format("Signed-off-by is not the author's, <{}>", author),
       std::string(signer.email)});
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  const Signature author = context.commit.author.value_or(Signature{});
  if (IsExempt(message))
    return;
  if (IsBot(author.name, author.email))
    return ReportBotAuthor(message, reporter);
  const Level level = WithoutSignOff(message, settings);
  if (message.Metadata("Signed-off-by").empty())
    return reporter.Add(level, {Span{}, "Signed-off-by is missing"});
  std::vector<SignOff> sign_offs = ReadSignOffs(message, reporter);
  if (sign_offs.empty())
    return;
  RemoveBots(sign_offs, message, reporter);
  if (sign_offs.empty())
    return reporter.Add(level, {Span{}, "Signed-off-by a person is missing"});
  CompareWithAuthor(sign_offs, author.email, message, reporter);
}

}  // namespace

constinit const Rule kSignedOffBy = {
    .id = "signed-off-by",
    .summary = "a person has signed the commit off, the author at best",
    .why =
        "The Developer Certificate of Origin is signed with this line, by a "
        "person who can be reached.  Commits that only bring in code from "
        "elsewhere (deps), backports and commits by bots need none.",
    .options = kOptions,
    .rejected =
        "doc: fix typo\n"
        "\n"
        "Signed-off-by: Ann Other",
    .repaired =
        "doc: fix typo\n"
        "\n"
        "Signed-off-by: Ann Other <ann@example.com>",
    .check = Check,
};

}  // namespace commitgate
