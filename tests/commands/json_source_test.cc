// SPDX-License-Identifier: MIT
#include "commands/json_source.h"

#include <gtest/gtest.h>

#include <vector>

#include "validator/error.h"

namespace commitgate {
namespace {

/// Each candidate as `id|title|author|parents` or `id: error`.
std::vector<std::string> Read(std::string text) {
  JsonSource source(std::move(text));
  std::vector<std::string> seen;
  while (const auto candidate = source.Next()) {
    const Commit& commit = candidate->commit;
    if (!candidate->error.empty()) {
      seen.push_back(commit.id + ": " + candidate->error);
      continue;
    }
    std::string line = commit.id + "|";
    if (!commit.message.IsEmpty())
      line += commit.message.title.line.text;
    line += "|";
    if (commit.author)
      line += std::string(commit.author->name) + "," +
              std::string(commit.author->email);
    line += "|" + (commit.parents ? std::to_string(*commit.parents) : "?");
    seen.push_back(line);
  }
  return seen;
}

using Lines = std::vector<std::string>;

TEST(JsonSource, ReadsWhatItIsGiven) {
  struct Case {
    const char* what;
    const char* json;
    Lines seen;
  };
  const Case kCases[] = {
      {"an array",
       R"([{"id":"a","message":"doc: x\n\nbody"}])",
       {"a|doc: x||?"}},
      {"sha for id", R"([{"sha":"a","message":"m"}])", {"a|m||?"}},
      {"id before sha", R"([{"sha":"b","id":"a","message":"m"}])", {"a|m||?"}},
      {"no id",
       R"([{"message":"m"},{"message":"n"}])",
       {"element 1|m||?", "element 2|n||?"}},
      {"an author as text",
       R"([{"id":"a","message":"m","author":"A <a@b>"}])",
       {"a|m|A,a@b|?"}},
      {"an author as object",
       R"([{"id":"a","message":"m","author":{"name":"A","email":"a@b"}}])",
       {"a|m|A,a@b|?"}},
      {"null for what is unknown",
       R"([{"id":"a","message":"m","author":null,"parents":null}])",
       {"a|m||?"}},
      {"parents counted",
       R"([{"id":"a","message":"m","parents":2}])",
       {"a|m||2"}},
      {"parents listed",
       R"([{"id":"a","message":"m","parents":["p"]}])",
       {"a|m||1"}},
      {"unknown keys",
       R"([{"id":"a","message":"m","more":[1,2]}])",
       {"a|m||?"}},
      {"an empty message", R"([{"id":"a","message":""}])", {"a|||?"}},
      {"an empty array", "[]", {}},
      {"a byte order mark", "\xEF\xBB\xBF[]", {}},
      {"one object", "{\n\"id\":\"a\",\n\"message\":\"m\"}", {"a|m||?"}},
      {"lines",
       "{\"id\":\"a\",\"message\":\"m\"}\n\n{\"id\":\"b\",\"message\":\"n\"}"
       "\r\n",
       {"a|m||?", "b|n||?"}},
  };
  for (const Case& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Read(row.json), row.seen);
  }
}

TEST(JsonSource, NamesBadElementsAndReadsTheRest) {
  EXPECT_EQ(Read(R"([3, {"id":4,"message":"m"}, {"id":"c"},
                     {"id":"d","message":[]}, {"id":"e","message":"m","author":1},
                     {"id":"f","message":"m","author":{"name":1}},
                     {"id":"g","message":"m","parents":-1},
                     {"id":"h","message":"m","parents":1.5},
                     {"id":"i","message":"m"}])"),
            (Lines{"element 1: it is a number, an object is wanted",
                   "element 2: 'id' is a number, a string is wanted",
                   "c: 'message' is missing",
                   "d: 'message' is an array, a string is wanted",
                   "e: 'author' is a number, a string is wanted",
                   "f: 'name' is a number, a string is wanted",
                   "g: 'parents' is neither a count nor a list",
                   "h: 'parents' is neither a count nor a list", "i|m||?"}));
}

TEST(JsonSource, NamesBadLinesAndReadsTheRest) {
  const Lines seen = Read(
      "{\"id\":\"a\",\"message\":\"m\"}\n{oops\n[]\n{\"id\":\"b\",\"message\":"
      "\"n\"}");
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(seen[0], "a|m||?");
  EXPECT_TRUE(seen[1].starts_with("line 2: malformed JSON: "));
  EXPECT_EQ(seen[2], "line 3: it is an array, an object is wanted");
  EXPECT_EQ(seen[3], "b|n||?");
}

TEST(JsonSource, RefusesWhatIsNoJson) {
  for (const char* text : {"", " \n", "[", "[{\"id\":\"a\"", "nonsense", "3",
                           "\"text\"", "[\"\xFF\"]", "[1,]", "[1] [2]"}) {
    SCOPED_TRACE(text);
    EXPECT_THROW(Read(text), Error);
  }
}

TEST(JsonSource, IsNotBroughtDownByDepth) {
  EXPECT_THROW(Read(std::string(1'000'000, '[')), Error);
  EXPECT_EQ(Read(std::string(100'000, '[') + std::string(100'000, ']')),
            Lines{"element 1: it is an array, an object is wanted"});
}

TEST(JsonSource, PassesOverWhatIsNoPartOfACommit) {
  const std::string deep =
      std::string(100'000, '[') + std::string(100'000, ']');
  for (const std::string& more :
       {deep, "{\"message\":" + deep + "}", "[" + deep + "," + deep + "]",
        std::string("[{\"message\":\"n\"},{\"id\":[{}]}]")}) {
    SCOPED_TRACE(more.substr(0, 20));
    EXPECT_EQ(Read("[{\"id\":\"a\",\"more\":" + more +
                   ",\"message\":\"m\",\"parents\":[" + deep + ",\"p\"]}]"),
              Lines{"a|m||2"});
  }
}

TEST(JsonSource, RefusesAllWhereAnythingIsMalformed) {
  try {
    Read(R"([{"id":"a","message":"m"}, {"id":b}])");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()).substr(0, 86),
              "reading JSON from standard input: parse error at line 1, column "
              "34: syntax error while");
  }
}

}  // namespace
}  // namespace commitgate
