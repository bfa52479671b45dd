// SPDX-License-Identifier: MIT
#include "validator/people/authors.h"

#include "validator/message/text.h"

namespace commitgate {
namespace {

/// Whether `word` may be an address: a name is on either side of the `@`.
bool IsAddress(std::string_view word) {
  const size_t at = word.find('@');
  return at != word.npos && at > 0 && at + 1 < word.size();
}

/// The one word of `text` that may be an address; empty where there is none, or
/// it is not clear which.
std::string_view BareAddress(std::string_view text) {
  std::string_view address;
  while (!text.empty()) {
    size_t end = 0;
    while (end < text.size() && !IsSpace(text[end]))
      ++end;
    const std::string_view word = text.substr(0, end);
    text = Trim(text.substr(end));
    if (!IsAddress(word))
      continue;
    if (!address.empty())
      return "";
    address = word;
  }
  return address;
}

/// Whom `value` credits, even where it lacks the angle brackets.
Mailbox CreditedIn(std::string_view value) {
  const ParsedMailbox parsed = ParseMailbox(value);
  if (parsed.fault != MailboxFault::kNoAddress)
    return parsed.mailbox;
  const std::string_view address = BareAddress(Trim(value));
  if (address.empty())
    return parsed.mailbox;
  return {Trim(value.substr(0, address.data() - value.data())), address};
}

void AddKnown(const Mailbox& mailbox, PersonSet& authors) {
  if (!mailbox.email.empty())
    authors.Add(mailbox);
}

}  // namespace

PersonSet AuthorsOf(const Commit& commit, const People& people) {
  PersonSet authors(people);
  if (commit.author)
    AddKnown({commit.author->name, commit.author->email}, authors);
  for (const Trailer* trailer : commit.message.Metadata("Co-authored-by"))
    AddKnown(CreditedIn(trailer->value), authors);
  return authors;
}

}  // namespace commitgate
