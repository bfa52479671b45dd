// SPDX-License-Identifier: MIT
#include "validator/report/json_output.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

using namespace std::string_literals;

std::string Quoted(std::string_view text) {
  std::string out;
  JsonOutput(out).String(text);
  return out;
}

TEST(JsonOutput, PutsCommas) {
  std::string out;
  JsonOutput json(out);
  json.Open('{');
  json.Key("a");
  json.Number(1);
  json.Key("b");
  json.Open('[');
  json.String("x");
  json.String("y");
  json.Open('{');
  json.Close('}');
  json.Open('[');
  json.Close(']');
  json.Close(']');
  json.Key("c");
  json.Open('[');
  json.Close(']');
  json.Close('}');
  EXPECT_EQ(out, R"({"a":1,"b":["x","y",{},[]],"c":[]})");
}

TEST(JsonOutput, EscapesStrings) {
  const struct {
    std::string text;
    std::string quoted;
  } kCases[] = {
      {"", R"("")"},
      {"plain / text", R"("plain / text")"},
      {"\"\\", R"("\"\\")"},
      {"\n\t\r\b", R"("\n\t\u000d\u0008")"},
      {"\0"s, R"("\u0000")"},
      {"\x1b\x7f", R"("\u001b\u007f")"},
      {"\xc2\x9b", R"("\u009b")"},
      {"\xe2\x80\xae", R"("\u202e")"},
      {"\xe2\x80\xa8", R"("\u2028")"},
      {"\xf3\xa0\x81\x81", R"("\udb40\udc41")"},
      {"\xc3\xa9 \xf0\x9f\x90\xa2", "\"\xc3\xa9 \xf0\x9f\x90\xa2\""},
      {"\xe9"
       "a",
       "\"\xef\xbf\xbd"
       "a\""},
      {"\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(Quoted(test.text), test.quoted);
}

TEST(JsonOutput, IsReadBack) {
  for (const std::string& text : HostileTexts()) {
    const auto json = nlohmann::json::parse(Quoted(text), nullptr, false);
    ASSERT_TRUE(json.is_string()) << Quoted(text);
    const bool is_utf8 =
        text.find('\xff') == text.npos && !text.ends_with('\x82');
    EXPECT_TRUE(json.get<std::string>() == text || !is_utf8) << text;
  }
}

TEST(JsonOutput, IsReadBackWhateverTheBytes) {
  std::string text;
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; second += 5) {
      text += static_cast<char>(first);
      text += static_cast<char>(second);
    }
  EXPECT_TRUE(nlohmann::json::accept(Quoted(text)));
}

}  // namespace
}  // namespace commitgate::testing
