// SPDX-License-Identifier: MIT
#include "validator/repair/line_break.h"

#include <algorithm>

#include "validator/message/text.h"
#include "validator/message/trailers.h"
#include "validator/repair/joining_words.h"
#include "validator/repair/paragraph.h"

namespace commitgate {
namespace {

/// People break lines at fewer columns, too.
constexpr size_t kNarrow = 56;

std::string_view FirstWord(std::string_view line) {
  const std::string_view text = Trim(line);
  return text.substr(0, text.find(' '));
}

/// `V8`, `JavaScript`, `I`: a capital that starts no sentence.
bool IsName(std::string_view word) {
  return word == "I" || std::ranges::any_of(word.substr(1), [](char c) {
           return IsUpper(c) || IsDigit(c) || c == '.' || c == '(';
         });
}

/// Whether the prose may go on with `next` on a line of its own.
bool HasSameIndent(std::string_view line, std::string_view next) {
  const size_t indent = IndentOf(next);
  if (const auto item = ItemIndent(line))
    return indent > 0 && indent <= *item;
  return indent == IndentOf(line);
}

bool IsFull(std::string_view line, std::string_view next, size_t columns) {
  const size_t width = Columns(line) + 1 + Columns(FirstWord(next));
  if (width > columns)
    return true;
  return width > kNarrow && !EndsSentence(line) &&
         !IsUpper(FirstWord(next).front());
}

}  // namespace

LineBreak WhyBroken(std::string_view line, std::string_view next,
                    size_t columns) {
  if (ItemIndent(next) || ParseTrailerLine(next) ||
      !HasSameIndent(line, next) || !IsFull(line, next, columns))
    return LineBreak::kMeant;
  if (line.ends_with('-') || line.ends_with('/'))
    return LineBreak::kUnclear;
  const std::string_view word = FirstWord(next);
  if (!IsUpper(word.front()) || EndsInTheMiddle(line) || EndsSentence(line) ||
      IsName(word))
    return LineBreak::kFull;
  return LineBreak::kUnclear;
}

}  // namespace commitgate
