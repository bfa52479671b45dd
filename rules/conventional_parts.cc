// SPDX-License-Identifier: MIT
#include "rules/conventional_parts.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {
namespace {

using Fault = ConventionalParts::Fault;

/// What is left of a title, from its start on.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }

  bool Take(char c) {
    if (!text_.starts_with(c))
      return false;
    text_.remove_prefix(1);
    return true;
  }

  /// Whether there was any.
  bool TakeBlanks() {
    const size_t size = std::min(text_.find_first_not_of(' '), text_.size());
    text_.remove_prefix(size);
    return size > 0;
  }

  /// All before the first of `ends`.
  std::string_view TakeUpTo(std::string_view ends) {
    const std::string_view taken = text_.substr(0, text_.find_first_of(ends));
    text_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view text_;
};

// Both go as far as they can, and return why not to the end.

Fault ParseTypeAndScope(Rest& rest, ConventionalParts& parts) {
  parts.type = rest.TakeUpTo("(!: ");
  if (parts.type.empty())
    return Fault::kNoType;
  const Rest opening = rest;
  if (rest.Take('(')) {
    parts.scope = rest.TakeUpTo(")");
    if (!rest.Take(')')) {
      rest = opening;
      return Fault::kOpenScope;
    }
  }
  rest.Take('!');
  return Fault::kNone;
}

Fault ParseFromColon(Rest& rest, ConventionalParts& parts) {
  const Rest start = rest;
  const bool has_blank = rest.TakeBlanks();
  if (!rest.Take(':')) {
    rest = start;
    return Fault::kNoColon;
  }
  parts.description = Trim(rest.text());
  if (parts.description.empty())
    return Fault::kNoDescription;
  if (has_blank) {
    rest = start;
    return Fault::kBlankBeforeColon;
  }
  return rest.Take(' ') ? Fault::kNone : Fault::kNoSpace;
}

}  // namespace

ConventionalParts ParseConventional(std::string_view text) {
  ConventionalParts parts;
  Rest rest(text);
  parts.fault = ParseTypeAndScope(rest, parts);
  if (parts.fault == Fault::kNone)
    parts.fault = ParseFromColon(rest, parts);
  if (parts.fault != Fault::kNone)
    parts.culprit = rest.text().substr(0, rest.text().find(' ', 1));
  return parts;
}

}  // namespace commitgate
