// SPDX-License-Identifier: MIT
#include "validator/people/roster.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "validator/error.h"
#include "validator/message/printable.h"
#include "validator/message/text.h"
#include "validator/people/near_member.h"
#include "validator/people/readme_roster.h"
#include "validator/people/toml_roster.h"

namespace commitgate {
namespace {

using Words = std::vector<std::string>;
using Index = std::map<std::string, size_t, LessIgnoringCase>;

bool Contains(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

void AddWord(Words& words, std::string_view word) {
  if (!Contains(words, word))
    words.emplace_back(word);
}

/// Of equal words the first stays: in a set, for a file may list thousands.
void RemoveRepeated(Words& words) {
  std::set<std::string> seen;
  std::erase_if(words, [&](const std::string& word) {
    return !seen.insert(word).second;
  });
}

/// Whoever is or was on the TSC is or was a collaborator.
void AddCollaborators(Words& groups) {
  if (Contains(groups, kTsc) || Contains(groups, kTscRegular))
    AddWord(groups, kCollaborators);
}

/// Somebody who left and came back is no former member.
void Settle(Member& member) {
  RemoveRepeated(member.other_emails);
  AddCollaborators(member.groups);
  AddCollaborators(member.former_groups);
  std::erase_if(member.former_groups,
                [&](const std::string& group) { return member.IsIn(group); });
  std::ranges::sort(member.groups);
  std::ranges::sort(member.former_groups);
}

/// Another section lists the same person.
void Merge(Member& member, const Member& again) {
  if (!EqualsIgnoringCase(member.email, again.email))
    member.other_emails.push_back(again.email);
  member.other_emails.insert(member.other_emails.end(),
                             again.other_emails.begin(),
                             again.other_emails.end());
  for (const std::string& group : again.groups)
    AddWord(member.groups, group);
  for (const std::string& group : again.former_groups)
    AddWord(member.former_groups, group);
}

std::vector<Member> ReadListed(const std::string& name, std::string_view text) {
  return name.ends_with(".toml") ? ReadTomlRoster(name, text)
                                 : ReadReadmeRoster(name, text);
}

const Member* Find(const Index& index, const std::vector<Member>& members,
                   std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &members[found->second];
}

}  // namespace

bool Member::IsIn(std::string_view group) const {
  return Contains(groups, group);
}

bool Member::WasIn(std::string_view group) const {
  return Contains(former_groups, group);
}

std::string Member::Contact() const {
  return fmt::format("{} <{}>", name, email);
}

Roster Roster::Read(const std::string& name, std::string_view text) {
  Roster roster;
  for (Member& member : ReadListed(name, text))
    roster.Add(std::move(member));
  if (roster.members_.empty())
    throw Error(fmt::format("{}: lists nobody", Printable(name)));
  std::ranges::for_each(roster.members_, Settle);
  // An address that two people share is that of the one who is still there.
  for (const bool is_former : {false, true})
    for (size_t i = 0; i < roster.members_.size(); ++i)
      if (roster.members_[i].groups.empty() == is_former)
        roster.IndexAddresses(i);
  return roster;
}

void Roster::Add(Member member) {
  const auto [known, is_new] = by_login_.emplace(member.login, members_.size());
  if (is_new)
    members_.push_back(std::move(member));
  else
    Merge(members_[known->second], member);
}

void Roster::IndexAddresses(size_t member) {
  by_email_.emplace(members_[member].email, member);
  for (const std::string& email : members_[member].other_emails)
    by_email_.emplace(email, member);
}

const Member* Roster::FindByLogin(std::string_view login) const {
  return Find(by_login_, members_, login);
}

const Member* Roster::FindByEmail(std::string_view email) const {
  return Find(by_email_, members_, email);
}

const Member* Roster::FindNear(const Mailbox& mailbox) const {
  return FindNearMember(members_, mailbox);
}

}  // namespace commitgate
