// SPDX-License-Identifier: MIT
#include "validator/message/mailbox.h"

#include <algorithm>

#include "validator/message/character_set.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr CharacterSet kInNames([](char c) {
  return c != '<' && c != '>' && c != '@';
});
/// On either side of the `@`.
constexpr CharacterSet kInAddresses([](char c) {
  return kInNames.Has(c) && !IsSpace(c);
});

bool IsDotted(std::string_view domain) {
  return domain.find('.') != std::string_view::npos &&
         !domain.starts_with('.') && !domain.ends_with('.');
}

/// Most are, so that they are looked at once only.
bool IsFaultless(std::string_view email) {
  const size_t at = kInAddresses.RunIn(email);
  if (at == 0 || at == email.size() || email[at] != '@')
    return false;
  const std::string_view domain = email.substr(at + 1);
  return IsDotted(domain) && kInAddresses.RunIn(domain) == domain.size();
}

}  // namespace

MailboxFault FaultOfAddress(std::string_view email) {
  if (IsFaultless(email))
    return MailboxFault::kNone;
  if (std::ranges::any_of(email, IsSpace))
    return MailboxFault::kBlankInAddress;
  const size_t at = email.find('@');
  if (at == 0 || at == email.npos || at + 1 == email.size() ||
      email.find('@', at + 1) != email.npos)
    return MailboxFault::kNoAt;
  if (!IsDotted(email.substr(at + 1)))
    return MailboxFault::kNoDotInDomain;
  if (email.find('<') != email.npos)
    return MailboxFault::kBadAddress;
  return MailboxFault::kNone;
}

ParsedMailbox ParseMailbox(std::string_view text) {
  constexpr size_t kNowhere = std::string_view::npos;
  text = Trim(text);
  if (text.empty())
    return {{text, text}, MailboxFault::kEmpty, text};
  const size_t open = text.find('<');
  if (open == kNowhere)
    return {{text, text.substr(text.size())}, MailboxFault::kNoAddress, text};
  const std::string_view name = Trim(text.substr(0, open));
  const size_t close = text.find('>', open);
  if (close == kNowhere)
    return {{name, text.substr(open + 1)},
            MailboxFault::kUnclosed,
            text.substr(open)};
  const std::string_view email = text.substr(open + 1, close - open - 1);
  const std::string_view after = Trim(text.substr(close + 1));
  const Mailbox mailbox{name, email};
  if (!after.empty())
    return {mailbox, MailboxFault::kTextAfter, after};
  if (name.empty())
    return {mailbox, MailboxFault::kNoName, text};
  if (kInNames.RunIn(name) < name.size())
    return {mailbox, MailboxFault::kBadName, name};
  const MailboxFault fault = FaultOfAddress(email);
  if (fault == MailboxFault::kNone)
    return {mailbox, fault, email.substr(0, 0)};
  return {mailbox, fault, text.substr(open, close - open + 1)};
}

std::string_view Describe(MailboxFault fault) {
  switch (fault) {
    case MailboxFault::kNone:
      return "is well-formed";
    case MailboxFault::kEmpty:
      return "is empty";
    case MailboxFault::kNoAddress:
      return "has no address in angle brackets";
    case MailboxFault::kUnclosed:
      return "has a '<' without '>'";
    case MailboxFault::kTextAfter:
      return "has text behind the address";
    case MailboxFault::kNoName:
      return "has no name";
    case MailboxFault::kBadName:
      return "has '<', '>' or '@' in the name";
    case MailboxFault::kBlankInAddress:
      return "has a blank in the address";
    case MailboxFault::kNoAt:
      return "has an address that is not 'local@domain'";
    case MailboxFault::kNoDotInDomain:
      return "has an address without a dot inside its domain";
    case MailboxFault::kBadAddress:
      return "has '<' or '>' in the address";
  }
  return "is malformed";
}

}  // namespace commitgate
