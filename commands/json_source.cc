// SPDX-License-Identifier: MIT
#include "commands/json_source.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "commands/json_array.h"
#include "validator/error.h"
#include "validator/message/mailbox.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

using Json = nlohmann::json;

/// The parser's reason without its own name and number in front.
std::string Reason(const Json::exception& error) {
  const std::string_view what = error.what();
  const size_t bracket = what.find("] ");
  return std::string(bracket == what.npos ? what : what.substr(bracket + 2));
}

const Json* Find(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

/// What a value is, for people: "an array".
std::string Kind(const Json& value) {
  const std::string_view name = value.type_name();
  const bool vowel = name == "array" || name == "object";
  return fmt::format("{} {}", vowel ? "an" : "a", name);
}

const std::string& Text(const Json& value, const char* key) {
  if (!value.is_string())
    throw Error(
        fmt::format("'{}' is {}, a string is wanted", key, Kind(value)));
  return value.get_ref<const std::string&>();
}

void ReadAuthor(const Json& author, Commit& commit) {
  if (!author.is_object()) {
    const Mailbox mailbox = ParseMailbox(Text(author, "author")).mailbox;
    SetAuthor(commit, mailbox.name, mailbox.email);
    return;
  }
  const Json* name = Find(author, "name");
  const Json* email = Find(author, "email");
  SetAuthor(commit, name ? Text(*name, "name") : "",
            email ? Text(*email, "email") : "");
}

int CountParents(const Json& parents) {
  if (parents.is_array())
    return static_cast<int>(parents.size());
  if (parents.is_number_unsigned() && parents.get<uint64_t>() <= 1'000'000)
    return parents.get<int>();
  throw Error("'parents' is neither a count nor a list");
}

Commit ReadCommit(const Json& element, const std::string& id) {
  const Json* message = Find(element, "message");
  if (!message)
    throw Error("'message' is missing");
  Commit commit = MakeCommit(id, Text(*message, "message"));
  if (const Json* author = Find(element, "author"))
    ReadAuthor(*author, commit);
  if (const Json* parents = Find(element, "parents"))
    commit.parents = CountParents(*parents);
  return commit;
}

/// `name` is what the element is called as long as it has no id.
UnjudgedCommit ReadElement(const Json& element, std::string name) {
  try {
    if (!element.is_object())
      throw Error(fmt::format("it is {}, an object is wanted", Kind(element)));
    for (const char* key : {"id", "sha"}) {
      if (const Json* id = Find(element, key)) {
        name = Text(*id, key);
        break;
      }
    }
    UnjudgedCommit unjudged;
    unjudged.commit = ReadCommit(element, name);
    return unjudged;
  } catch (const Error& error) {
    return Unreadable(std::move(name), error.what());
  }
}

/// Refuses what is malformed as a whole, without keeping any of it.
void RequireJson(std::string_view text) {
  if (Json::accept(text))
    return;
  try {
    const auto keep_nothing = [](int, Json::parse_event_t, Json&) {
      return false;
    };
    const Json nothing = Json::parse(text, keep_nothing);
  } catch (const Json::exception& error) {
    throw Error("reading JSON from standard input: " + Reason(error));
  }
}

/// What stands too deep for a commit is left out: nesting takes many times the
/// memory of its brackets.
Json ParseElement(std::string_view text) {
  constexpr int kDeepest = 2;
  return Json::parse(text, [](int depth, Json::parse_event_t, Json&) {
    return depth <= kDeepest;
  });
}

}  // namespace

/// Either the elements of an array, or lines that are parsed one by one.
struct JsonSource::Elements {
  explicit Elements(std::string all) : text(std::move(all)) {}

  std::optional<UnjudgedCommit> NextOfArray();
  std::optional<UnjudgedCommit> NextLine();

  const std::string text;
  std::optional<JsonArray> array;
  /// Where there is no array: what is left of the lines.
  std::string_view lines;
  /// How many elements or lines were read.
  size_t count = 0;
};

std::optional<UnjudgedCommit> JsonSource::Elements::NextOfArray() {
  const auto element = array->Next();
  if (!element)
    return std::nullopt;
  return ReadElement(ParseElement(*element),
                     fmt::format("element {}", ++count));
}

std::optional<UnjudgedCommit> JsonSource::Elements::NextLine() {
  std::string_view line;
  while (Trim(line).empty()) {
    if (lines.empty())
      return std::nullopt;
    line = TrimEnd(TakeLine(lines));
    ++count;
  }
  const std::string name = fmt::format("line {}", count);
  try {
    return ReadElement(ParseElement(line), name);
  } catch (const Json::exception& error) {
    return Unreadable(name, "malformed JSON: " + Reason(error));
  }
}

JsonSource::JsonSource(std::string text)
    : elements_(std::make_unique<Elements>(std::move(text))) {
  std::string_view rest = elements_->text;
  if (rest.starts_with("\xEF\xBB\xBF"))
    rest.remove_prefix(3);
  const std::string_view trimmed = Trim(rest);
  if (trimmed.empty())
    throw Error("reading JSON from standard input: there is none");
  if (trimmed.front() == '[') {
    RequireJson(trimmed);
    elements_->array.emplace(trimmed);
  } else if (trimmed.front() != '{') {
    throw Error(
        "reading JSON from standard input: an array or objects are wanted");
  } else if (Json::accept(trimmed)) {
    elements_->array = JsonArray::OfOne(trimmed);
  } else {
    elements_->lines = rest;
  }
}

JsonSource::~JsonSource() = default;

std::optional<UnjudgedCommit> JsonSource::Next() {
  return elements_->array ? elements_->NextOfArray() : elements_->NextLine();
}

}  // namespace commitgate
