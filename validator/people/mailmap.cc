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

/// The entries of one address stand side by side.
void Mailmap::IndexReplaced() {
  for (const auto& [used, proper] : entries_) {
    if (proper.email.empty())
      continue;
    auto& replaced = replaced_[LowerCase(proper.email)];
    const bool is_there = !replaced.empty() && replaced.back() == used.first;
    if (!is_there && replaced.size() < kMostReplaced)
      replaced.push_back(used.first);
  }
}

void Mailmap::ReadLine(std::string_view line) {
  if (line.starts_with('#'))
    return;
  const auto proper = TakeMailbox(line);
  if (!proper || proper->email.empty())
    return;
  const auto used = TakeMailbox(line);
  if (!used) {
    Proper& entry = entries_[{LowerCase(proper->email), ""}];
    if (!proper->name.empty())
      entry.name = proper->name;
    return;
  }
  Proper& entry = entries_[{LowerCase(used->email), LowerCase(used->name)}];
  // Lines for an address add up, one for a name replaces the one before it.
  if (!proper->name.empty() || !used->name.empty())
    entry.name = proper->name;
  entry.email = proper->email;
}

const Mailmap::Proper* Mailmap::Find(const Mailbox& mailbox) const {
  if (entries_.empty())
    return nullptr;
  std::pair key(LowerCase(mailbox.email), LowerCase(mailbox.name));
  auto entry = entries_.find(key);
  if (entry == entries_.end()) {
    key.second.clear();
    entry = entries_.find(key);
  }
  return entry == entries_.end() ? nullptr : &entry->second;
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
  const auto found = replaced_.find(LowerCase(email));
  return found == replaced_.end() ? kNone : found->second;
}

}  // namespace commitgate
