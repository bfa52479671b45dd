// SPDX-License-Identifier: MIT
#include <algorithm>
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/judge_pattern.h"
#include "validator/message/character.h"
#include "validator/message/mailbox.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"machine-domains", Option::Kind::kNames,
     "(none) internal lan local localdomain localhost",
     "last parts of domains that machines give themselves, in lower case"},
};

constexpr bool IsBracket(char c) {
  return c == '<' || c == '>';
}

/// What stands behind the last dot of the domain, in lower case.
std::string LastLabel(std::string_view email) {
  while (email.ends_with('.'))
    email.remove_suffix(1);
  const size_t at = email.find_last_of("@.");
  std::string label(at == email.npos ? "" : email.substr(at + 1));
  std::ranges::transform(label, label.begin(), ToLower);
  return label;
}

bool IsPlain(std::string_view text) {
  return PrintableRun(text, 0) == text.size();
}

/// Most are told at sight.  As a whole, for what joins two characters may be
/// seen alone.
bool IsSeenWhole(const Signature& person) {
  if (IsPlain(person.name) && IsPlain(person.email))
    return true;
  const std::string mailbox = MailboxOf(person);
  return Printable(mailbox) == mailbox;
}

/// As ParseMailbox finds it: some have set nothing but their address, so that
/// their name is one.
MailboxFault FaultOf(std::string_view email) {
  return email.find('>') == email.npos ? FaultOfAddress(email)
                                       : MailboxFault::kTextAfter;
}

/// What is wrong, a sentence's end; empty where nothing is.
std::string FindFault(const Signature& person, const Settings& settings) {
  if (person.name.empty())
    return "has no name";
  if (person.email.empty())
    return "has no mail address";
  if (settings.Lists("machine-domains", LastLabel(person.email)))
    return "has the address of a machine, where no mail arrives";
  if (!IsSeenWhole(person))
    return "has invisible characters, or what is no text";
  if (std::ranges::any_of(person.name, IsBracket))
    return std::string(Describe(MailboxFault::kBadName));
  const MailboxFault fault = FaultOf(person.email);
  return fault == MailboxFault::kNone ? "" : std::string(Describe(fault));
}

std::string Found(const Signature& person) {
  return std::string(Trim(MailboxOf(person)));
}

void Judge(std::string_view role, const std::optional<Signature>& person,
           const Settings& settings, Reporter& reporter) {
  if (!person)
    return reporter.Error(
        {Span{}, fmt::format("{} is missing in the commit", role)});
  const std::string fault = FindFault(*person, settings);
  if (!fault.empty())
    return reporter.Error(
        {Span{},
         fmt::format("{} {}, wanted 'Name <local@domain>'", role, fault),
         Found(*person)});
  if (person->name.find('@') != person->name.npos)
    reporter.Warning(
        {Span{}, fmt::format("{} has a name with '@', wanted a person's", role),
         Found(*person)});
}

/// Only a commit object has a committer; what was read otherwise may have said
/// nothing of people.
bool IsObject(const Context& context) {
  const RepositoryView* const repository = context.views.repository;
  return context.commit.committer.has_value() ||
         (repository != nullptr && repository->Stores(context.commit));
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const bool is_object = IsObject(context);
  if (is_object || context.commit.author)
    Judge("author", context.commit.author, settings, reporter);
  if (is_object)
    Judge("committer", context.commit.committer, settings, reporter);
}

}  // namespace

constinit const Rule kIdentity = {
    .id = "identity",
    .summary = "author and committer have a name and a mail address",
    .why =
        "The Collaborator Guide has it checked that people have set their name "
        "and mail address to their liking.  What git makes up on a machine "
        "where nobody did credits nobody, and reaches nobody.",
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
