// SPDX-License-Identifier: MIT
#include "validator/git/config_value.h"

namespace commitgate {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}

/// What stands for a character behind a backslash.
std::optional<char> Unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case '"':
    case '\\':
      return c;
    default:
      return std::nullopt;
  }
}

class ValueReader {
 public:
  explicit ValueReader(std::string_view text) : text_(text) {}

  std::optional<std::string> Run() {
    for (; at_ < text_.size() && !IsComment(); ++at_)
      if (!Take(text_[at_]))
        return std::nullopt;
    if (is_quoted_)
      return std::nullopt;
    value_.resize(kept_);
    return std::move(value_);
  }

 private:
  bool IsComment() const {
    return !is_quoted_ && (text_[at_] == '#' || text_[at_] == ';');
  }

  bool Take(char c) {
    if (IsBlank(c) && !is_quoted_)
      return TakeBlank(c);
    // Versions of git differ in what becomes of a tab.
    if (had_tab_)
      return false;
    if (c == '"') {
      is_quoted_ = !is_quoted_;
      had_quotes_ = true;
    } else if (c == '\\') {
      return TakeEscape();
    } else {
      value_ += c;
    }
    kept_ = value_.size();
    return true;
  }

  /// Blanks count where something follows.
  bool TakeBlank(char c) {
    if (value_.empty())
      return !had_quotes_;
    had_tab_ |= c == '\t';
    value_ += c;
    return true;
  }

  bool TakeEscape() {
    if (++at_ == text_.size())
      return false;
    const auto c = Unescaped(text_[at_]);
    if (!c)
      return false;
    value_ += *c;
    kept_ = value_.size();
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  std::string value_;
  /// Without the blanks at the end.
  size_t kept_ = 0;
  bool is_quoted_ = false;
  bool had_quotes_ = false;
  bool had_tab_ = false;
};

}  // namespace

std::optional<std::string> ReadPlainValue(std::string_view text) {
  // Which backslashes hide a comment is taken in more than one way.
  const bool has_escapes = text.find('\\') != text.npos;
  if (has_escapes && text.find_first_of("#;") != text.npos)
    return std::nullopt;
  return ValueReader(text).Run();
}

}  // namespace commitgate
