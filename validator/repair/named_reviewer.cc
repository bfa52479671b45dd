// SPDX-License-Identifier: MIT
#include "validator/repair/named_reviewer.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "validator/engine/suggest.h"
#include "validator/error.h"
#include "validator/message/ascii.h"
#include "validator/message/lower_case.h"
#include "validator/message/mailbox.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

using Members = std::vector<const Member*>;

[[noreturn]] void Refuse(std::string_view words, std::string_view reason) {
  throw Error(
      fmt::format("naming reviewers: '{}' {}", Printable(words), reason));
}

std::string Describe(const Member& member) {
  return fmt::format("'{}' ({})", Printable(member.login),
                     Printable(member.name));
}

/// One who is listed, but may not review.
[[noreturn]] void RefuseMember(std::string_view words, const Member& member) {
  Refuse(words, member.WasIn(kCollaborators)
                    ? "is no collaborator any more"
                    : "is on the roster, but no collaborator");
}

bool ContainsIgnoringCase(std::string_view text, std::string_view part) {
  const auto is_same = [](char a, char b) { return ToLower(a) == ToLower(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     is_same) != text.end();
}

Members CollaboratorsWithName(std::string_view part, const Roster& roster) {
  Members found;
  for (const Member& member : roster.members())
    if (member.IsIn(kCollaborators) && ContainsIgnoringCase(member.name, part))
      found.push_back(&member);
  return found;
}

[[noreturn]] void RefuseSeveral(std::string_view words,
                                const Members& members) {
  constexpr size_t kMost = 5;
  std::string names;
  for (size_t i = 0; i < std::min(members.size(), kMost); ++i)
    names += (i > 0 ? ", " : "") + Describe(*members[i]);
  Refuse(words, fmt::format("may be {}{}, wanted a login", names,
                            members.size() > kMost ? " and others" : ""));
}

/// The collaborator who may have been meant; null where nobody is near.
const Member* FindMeant(std::string_view words, const Roster& roster) {
  std::vector<std::string> logins;
  for (const Member& member : roster.members())
    if (member.IsIn(kCollaborators))
      logins.push_back(LowerCase(member.login));
  const std::vector<std::string_view> candidates(logins.begin(), logins.end());
  if (const auto login = Closest(LowerCase(words), candidates))
    return roster.FindByLogin(*login);
  const Member* const near = roster.FindNear({words, ""});
  return near != nullptr && near->IsIn(kCollaborators) ? near : nullptr;
}

[[noreturn]] void RefuseUnknown(std::string_view words, const Roster& roster) {
  const Member* const meant = FindMeant(words, roster);
  if (meant == nullptr)
    Refuse(words, "is no collaborator's login, nor a part of a name");
  Refuse(words,
         fmt::format("is no collaborator, did you mean {}?", Describe(*meant)));
}

std::string OfMailbox(std::string_view words, const Roster* roster) {
  const ParsedMailbox parsed = ParseMailbox(words);
  if (parsed.fault != MailboxFault::kNone)
    Refuse(words, Describe(parsed.fault));
  const Member* const member =
      roster ? roster->FindByEmail(parsed.mailbox.email) : nullptr;
  if (member == nullptr)
    return std::string(words);
  if (!member->IsIn(kCollaborators))
    RefuseMember(words, *member);
  return member->Contact();
}

}  // namespace

std::string NamedReviewer(std::string_view words, const Roster* roster) {
  words = Trim(words);
  if (words.starts_with('@'))
    words.remove_prefix(1);
  if (words.empty())
    Refuse(words, "is nobody, wanted a login");
  if (words.find_first_of("<@") != words.npos)
    return OfMailbox(words, roster);
  if (roster == nullptr)
    Refuse(words,
           "cannot be looked up without a roster, wanted "
           "'Name <address>' or a roster");
  if (const Member* const member = roster->FindByLogin(words)) {
    if (!member->IsIn(kCollaborators))
      RefuseMember(words, *member);
    return member->Contact();
  }
  const Members members = CollaboratorsWithName(words, *roster);
  if (members.empty())
    RefuseUnknown(words, *roster);
  if (members.size() > 1)
    RefuseSeveral(words, members);
  return members.front()->Contact();
}

}  // namespace commitgate
