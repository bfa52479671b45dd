// SPDX-License-Identifier: MIT
#include "validator/people/mailmap.h"

#include <optional>

#include "validator/message/lower_case.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

/// Takes `Name <address>` off the front of `text`, or nothing.
std::optional<Mailbox> TakeMailbox(std::string_view& text) {
  const size_t open = text.find('<');
  if (open == text.npos)
    return std::nullopt;
  const size_t close = text.find('>', open);
  if (close == text.npos)
    return std::nullopt;
  const Mailbox mailbox = {Trim(text.substr(0, open)),
                           text.substr(open + 1, close - open - 1)};
  text.remove_prefix(close + 1);
  return mailbox;
}

}  // namespace

Mailmap Mailmap::Read(std::string_view text) {
  Mailmap mailmap;
  while (!text.empty())
    mailmap.ReadLine(TakeLine(text));
  mailmap.IndexReplaced();
  return mailmap;
}

void Mailmap::IndexReplaced() {
  for (const auto& [used, address] : addresses_) {
    if (address.of_all)
      AddReplaced(used, *address.of_all);
    for (const auto& [name, proper] : address.of_name)
      AddReplaced(used, proper);
  }
}

/// The entries of one address come one behind the other.
void Mailmap::AddReplaced(const std::string& used, const Proper& proper) {
  if (proper.email.empty())
    return;
  auto& replaced = replaced_[proper.email];
  const bool is_there = !replaced.empty() && replaced.back() == used;
  if (!is_there && replaced.size() < kMostReplaced)
    replaced.push_back(used);
}

Mailmap::Proper& Mailmap::EntryFor(const Mailbox& used) {
  Address& address = addresses_[LowerCase(used.email)];
  if (!used.name.empty())
    return address.of_name[std::string(used.name)];
  if (!address.of_all)
    address.of_all.emplace();
  return *address.of_all;
}

void Mailmap::ReadLine(std::string_view line) {
  if (line.starts_with('#'))
    return;
  const auto proper = TakeMailbox(line);
  if (!proper || proper->email.empty())
    return;
  const auto used = TakeMailbox(line);
  if (!used) {
    Proper& entry = EntryFor({"", proper->email});
    if (!proper->name.empty())
      entry.name = proper->name;
    return;
  }
  Proper& entry = EntryFor(*used);
  // Lines for an address add up, one for a name replaces the one before it.
  if (!proper->name.empty() || !used->name.empty())
    entry.name = proper->name;
  entry.email = proper->email;
}

const Mailmap::Proper* Mailmap::Find(const Mailbox& mailbox) const {
  const auto found = addresses_.find(mailbox.email);
  if (found == addresses_.end())
    return nullptr;
  const auto& [of_name, of_all] = found->second;
  const auto entry = of_name.find(mailbox.name);
  if (entry != of_name.end())
    return &entry->second;
  return of_all ? &*of_all : nullptr;
}

Mailbox Mailmap::Resolve(const Mailbox& mailbox) const {
  const Proper* const proper = Find(mailbox);
  if (proper == nullptr)
    return mailbox;
  return {proper->name.empty() ? mailbox.name : proper->name,
          proper->email.empty() ? mailbox.email : proper->email};
}

const std::vector<std::string>& Mailmap::ReplacedBy(
    std::string_view email) const {
  static const std::vector<std::string> kNone;
  const auto found = replaced_.find(email);
  return found == replaced_.end() ? kNone : found->second;
}

}  // namespace commitgate
