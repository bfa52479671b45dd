// SPDX-License-Identifier: MIT
#include "validator/git/config_file.h"

#include <algorithm>

#include "validator/git/config_value.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

bool IsOfName(char c) {
  return IsAlphanumeric(c) || c == '-';
}

bool IsOddControl(char c) {
  return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t';
}

void SkipBlanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// In lower case, as git lists it; empty where there is none.
std::string TakeName(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, IsOfName);
  std::string name(text.begin(), end);
  text.remove_prefix(name.size());
  std::ranges::transform(name, name.begin(), ToLower);
  return name;
}

/// Takes what stands in quotes, with the quotes.  Nothing: no quotes.
std::optional<std::string> TakeQuoted(std::string_view& text) {
  std::string quoted;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') {
      text.remove_prefix(i + 1);
      return quoted;
    }
    if (text[i] == '\\' && ++i == text.size())
      break;
    quoted += text[i];
  }
  return std::nullopt;
}

class ConfigReader {
 public:
  std::optional<std::string> Run(std::string_view content) {
    if (std::ranges::any_of(content, IsOddControl))
      return std::nullopt;
    while (!content.empty())
      if (!Read(TakeLine(content)))
        return std::nullopt;
    return std::move(list_);
  }

 private:
  bool Read(std::string_view line) {
    SkipBlanks(line);
    if (line.starts_with('[') && !TakeHeader(line))
      return false;
    SkipBlanks(line);
    if (line.empty() || line.starts_with('#') || line.starts_with(';'))
      return true;
    return AddVariable(line);
  }

  /// `[section]` or `[section "subsection"]`.
  bool TakeHeader(std::string_view& line) {
    line.remove_prefix(1);
    section_ = TakeName(line);
    if (section_.empty() || section_ == "include" || section_ == "includeif" ||
        section_ == "extensions")
      return false;
    const bool has_blank = line.starts_with(' ') || line.starts_with('\t');
    if (has_blank && !TakeSubsection(line))
      return false;
    if (!line.starts_with(']'))
      return false;
    line.remove_prefix(1);
    section_ += '.';
    return true;
  }

  bool TakeSubsection(std::string_view& line) {
    SkipBlanks(line);
    if (!line.starts_with('"'))
      return false;
    const auto subsection = TakeQuoted(line);
    if (!subsection || subsection->empty())
      return false;
    section_ += '.' + *subsection;
    return true;
  }

  bool AddVariable(std::string_view line) {
    const bool is_name = IsLetter(line.front());
    const std::string name = TakeName(line);
    if (section_.empty() || !is_name)
      return false;
    list_ += section_ + name;
    SkipBlanks(line);
    if (!line.empty() && !AddValue(line))
      return false;
    list_ += '\0';
    return true;
  }

  bool AddValue(std::string_view text) {
    if (!text.starts_with('='))
      return false;
    const auto value = ReadPlainValue(text.substr(1));
    if (!value)
      return false;
    list_ += '\n' + *value;
    return true;
  }

  /// With a dot at the end.
  std::string section_;
  std::string list_;
};

}  // namespace

std::optional<std::string> ListPlainConfig(std::string_view content) {
  return ConfigReader().Run(content);
}

}  // namespace commitgate
