// SPDX-License-Identifier: MIT
#include "validator/engine/settings.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "validator/message/text.h"

namespace commitgate {
namespace {

int64_t ParseNumber(std::string_view text) {
  int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Settings::Names Normalized(Settings::Names names) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Settings::Value Fallback(const Option& option) {
  switch (option.kind) {
    case Option::Kind::kNumber:
      return ParseNumber(option.fallback);
    case Option::Kind::kText:
    case Option::Kind::kChoice:
      return std::string(option.fallback);
    case Option::Kind::kNames: {
      const auto names = SplitAtBlanks(option.fallback);
      return Normalized({names.begin(), names.end()});
    }
    case Option::Kind::kPattern:
      break;
  }
  std::optional<Pattern> pattern;
  if (!option.fallback.empty())
    pattern.emplace(std::string(option.fallback));
  return pattern;
}

/// Rules ask for each commit, most of them with the very literal.
bool AreSame(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.data() == b.data() || a == b);
}

size_t IndexOf(std::span<const Option> options, std::string_view name) {
  size_t index = 0;
  while (index < options.size() && !AreSame(options[index].name, name))
    ++index;
  return index;
}

}  // namespace

std::vector<std::string_view> SplitAtBlanks(std::string_view text) {
  std::vector<std::string_view> words;
  for (text = Trim(text); !text.empty(); text = Trim(text)) {
    words.push_back(text.substr(0, text.find(' ')));
    text.remove_prefix(words.back().size());
  }
  return words;
}

Settings::Settings(std::span<const Option> options) : options_(options) {
  values_.reserve(options.size());
  for (const Option& option : options)
    values_.push_back(Fallback(option));
}

// `at` and `get` rather than undefined behaviour for a rule that asks for what
// it has not declared.
const Settings::Value& Settings::Get(std::string_view option) const {
  return values_.at(IndexOf(options_, option));
}

int64_t Settings::Number(std::string_view option) const {
  return std::get<int64_t>(Get(option));
}

const std::string& Settings::Text(std::string_view option) const {
  return std::get<std::string>(Get(option));
}

const std::string& Settings::Choice(std::string_view option) const {
  return std::get<std::string>(Get(option));
}

Level Settings::ChosenLevel(std::string_view option) const {
  return ParseLevel(Choice(option)).value_or(Level::kError);
}

const Settings::Names& Settings::List(std::string_view option) const {
  return std::get<Names>(Get(option));
}

bool Settings::Lists(std::string_view option, std::string_view name) const {
  return std::ranges::binary_search(List(option), name);
}

const Pattern* Settings::Find(std::string_view option) const {
  const auto& pattern = std::get<std::optional<Pattern>>(Get(option));
  return pattern ? &*pattern : nullptr;
}

void Settings::Set(std::string_view option, Value value) {
  if (auto* names = std::get_if<Names>(&value))
    value = Normalized(std::move(*names));
  values_.at(IndexOf(options_, option)) = std::move(value);
}

}  // namespace commitgate
