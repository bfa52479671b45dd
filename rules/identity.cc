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

constexpr bool EndsLabel(char c) {
  return c == '@' || c == '.';
}

/// What stands behind the last dot of the domain.
std::string_view LastLabel(std::string_view email) {
  while (email.ends_with('.'))
    email.remove_suffix(1);
  const auto end = std::find_if(email.rbegin(), email.rend(), EndsLabel);
  return end == email.rend() ? "" : email.substr(email.rend() - end);
}

/// Whether it ends with one of `domains`, which are in lower case.
bool IsOfMachine(std::string_view email, const Settings::Names& domains) {
  const std::string_view label = LastLabel(email);
  return std::ranges::any_of(domains, [label](const std::string& domain) {
    return std::ranges::equal(label, domain, {}, ToLower);
  });
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
std::string_view FindFault(const Signature& person, const Settings& settings) {
  if (person.name.empty())
    return "has no name";
  if (person.email.empty())
    return "has no mail address";
  if (IsOfMachine(person.email, settings.List("machine-domains")))
    return "has the address of a machine, where no mail arrives";
  if (!IsSeenWhole(person))
    return "has invisible characters, or what is no text";
  if (std::ranges::any_of(person.name, IsBracket))
    return Describe(MailboxFault::kBadName);
  const MailboxFault fault = FaultOf(person.email);
  return fault == MailboxFault::kNone ? "" : Describe(fault);
}

std::string Found(const Signature& person) {
  return std::string(Trim(MailboxOf(person)));
}

/// Returns whether nothing is wrong.
bool Judge(std::string_view role, const std::optional<Signature>& person,
           const Settings& settings, Reporter& reporter) {
  if (!person) {
    reporter.Error({Span{}, fmt::format("{} is missing in the commit", role)});
    return false;
  }
  const std::string_view fault = FindFault(*person, settings);
  if (!fault.empty()) {
    reporter.Error(
        {Span{},
         fmt::format("{} {}, wanted 'Name <local@domain>'", role, fault),
         Found(*person)});
    return false;
  }
  if (person->name.find('@') == person->name.npos)
    return true;
  reporter.Warning(
      {Span{}, fmt::format("{} has a name with '@', wanted a person's", role),
       Found(*person)});
  return false;
}

bool AreSame(const Signature& a, const std::optional<Signature>& b) {
  return b && a.name == b->name && a.email == b->email;
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
  const auto& author = context.commit.author;
  const auto& committer = context.commit.committer;
  const bool is_object = IsObject(context);
  const bool author_is_fine =
      (is_object || author) && Judge("author", author, settings, reporter);
  // Most who make a commit are both.
  const bool is_known = author_is_fine && AreSame(*author, committer);
  if (is_object && !is_known)
    Judge("committer", committer, settings, reporter);
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
