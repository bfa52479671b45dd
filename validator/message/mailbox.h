// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace commitgate {

/// A person as git writes one: `Name <local@domain>`.  Views into the text.
struct Mailbox {
  std::string_view name;
  std::string_view email;
};

/// What is wrong with a mailbox.
enum class MailboxFault {
  kNone,
  kEmpty,
  kNoAddress,  ///< No `<…>` at all.
  kUnclosed,   ///< `<` without `>`.
  kTextAfter,  ///< Something follows the `>`; two people on one line, too.
  kNoName,
  kBadName,  ///< `<`, `>` or `@` in the name.
  kBlankInAddress,
  kNoAt,           ///< Not exactly one `@`, or nothing on one side of it.
  kNoDotInDomain,  ///< Also a domain that starts or ends with a dot.
  kBadAddress,     ///< `<` or `>` in the address.
};

struct ParsedMailbox {
  /// As much as could be made out, whatever the fault.
  Mailbox mailbox;
  MailboxFault fault = MailboxFault::kNone;
  /// The offending part of the text, or all of it.
  std::string_view culprit;
};

ParsedMailbox ParseMailbox(std::string_view text);

/// What is wrong with an address alone.  REQUIRES: it has no `>`.
MailboxFault FaultOfAddress(std::string_view email);

/// A sentence's end for people: "has no address in angle brackets".
std::string_view Describe(MailboxFault fault);

}  // namespace commitgate
