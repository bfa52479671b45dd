// SPDX-License-Identifier: MIT
#include "commands/json_source.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

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

Json ParseArray(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    throw Error("reading JSON from standard input: " + Reason(error));
  }
}

}  // namespace

/// Either the elements of an array, or lines that are parsed one by one.
struct JsonSource::Elements {
  std::string text;
  Json array;
  std::vector<Line> lines;
  size_t next = 0;
};

JsonSource::JsonSource(std::string text)
    : elements_(std::make_unique<Elements>()) {
  elements_->text = std::move(text);
  std::string_view rest = elements_->text;
  if (rest.starts_with("\xEF\xBB\xBF"))
    rest.remove_prefix(3);
  const std::string_view trimmed = Trim(rest);
  if (trimmed.empty())
    throw Error("reading JSON from standard input: there is none");
  if (trimmed.front() == '[')
    elements_->array = ParseArray(trimmed);
  else if (trimmed.front() == '{' && !Json::accept(trimmed))
    elements_->lines = SplitLines(rest);
  else if (trimmed.front() == '{')
    elements_->array = Json::array({ParseArray(trimmed)});
  else
    throw Error(
        "reading JSON from standard input: an array or objects are wanted");
}

JsonSource::~JsonSource() = default;

std::optional<UnjudgedCommit> JsonSource::Next() {
  Elements& elements = *elements_;
  if (elements.lines.empty()) {
    if (elements.next >= elements.array.size())
      return std::nullopt;
    const size_t index = elements.next++;
    return ReadElement(elements.array[index],
                       fmt::format("element {}", index + 1));
  }
  while (elements.next < elements.lines.size()) {
    const Line& line = elements.lines[elements.next++];
    if (Trim(line.text).empty())
      continue;
    const std::string name = fmt::format("line {}", line.number);
    try {
      return ReadElement(Json::parse(line.text), name);
    } catch (const Json::exception& error) {
      return Unreadable(name, "malformed JSON: " + Reason(error));
    }
  }
  return std::nullopt;
}

}  // namespace commitgate
