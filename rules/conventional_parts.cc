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

  /// All before the first of `ends`.
  std::string_view TakeUpTo(std::string_view ends) {
    const std::string_view taken = text_.substr(0, text_.find_first_of(ends));
    text_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view text_;
};

/// Goes as far as it can; returns why not to the end.
Fault Parse(Rest& rest, ConventionalParts& parts) {
  parts.type = rest.TakeUpTo("(!: ");
  if (parts.type.empty())
    return Fault::kNoType;
  const std::string_view opening = rest.text();
  if (rest.Take('(')) {
    parts.scope = rest.TakeUpTo(")");
    if (!rest.Take(')')) {
      rest = Rest(opening);
      return Fault::kOpenScope;
    }
  }
  rest.Take('!');
  if (!rest.Take(':'))
    return Fault::kNoColon;
  parts.description = Trim(rest.text());
  if (parts.description.empty())
    return Fault::kNoDescription;
  return rest.Take(' ') ? Fault::kNone : Fault::kNoSpace;
}

}  // namespace

ConventionalParts ParseConventional(std::string_view text) {
  ConventionalParts parts;
  Rest rest(text);
  parts.fault = Parse(rest, parts);
  if (parts.fault != Fault::kNone)
    parts.culprit = rest.text().substr(0, rest.text().find(' ', 1));
  return parts;
}

}  // namespace commitgate
