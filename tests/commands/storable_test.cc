// SPDX-License-Identifier: MIT
#include "commands/storable.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

using namespace std::string_view_literals;

/// The reason where `message` is refused.
std::string Refusal(std::string_view message) {
  try {
    RequireStorable(message, "testing");
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(Storable, IsUtf8) {
  for (const std::string_view message :
       {""sv, "doc: x\n"sv, "caf\u00E9 \u20AC \U0001F600"sv,
        "\uFDCF\uFDF0\uFFFD"sv, "\uFEFFdoc: x"sv, "\U0001FFFD"sv,
        "\xEF\xBF\xBD"sv}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Refusal(message), "");
  }
}

TEST(Storable, IsNothingThatGitTakesForLatin1) {
  for (const std::string_view message :
       {"caf\xE9\n"sv, "\xEF"sv, "\xEF\xBF"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv,
        "\uFDD0"sv, "x\uFDEF"sv, "\uFFFE\n"sv, "\n\uFFFF"sv}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Refusal(message),
              "testing: the message is not in UTF-8, so that git would store "
              "other bytes");
  }
}

TEST(Storable, HasNoNul) {
  for (const std::string_view message : {"\0"sv, "doc: x\n\0\n"sv}) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Refusal(message),
              "testing: the message has a NUL, which git stores in none");
  }
}

}  // namespace
}  // namespace commitgate::testing
