// SPDX-License-Identifier: MIT
#include "hooks/push/ref_update.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

const std::string kA(40, 'a');
const std::string kB(40, 'b');
const std::string kZeros(40, '0');

std::optional<ObjectId> Id(const std::string& hex) {
  return ObjectId::FromHex(hex);
}

template <typename Function>
std::string ErrorOf(Function function) {
  try {
    function();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::string ParsingError(const std::string& lines) {
  return ErrorOf([&] { ParseRefUpdates(lines); });
}

TEST(RefUpdates, AreReadAsGitWritesThem) {
  EXPECT_EQ(ParseRefUpdates(""), std::vector<RefUpdate>{});
  EXPECT_EQ(ParseRefUpdates(kA + " " + kB + " refs/heads/main\n" + kZeros +
                            " " + kB + " refs/tags/v1.0.0\n" + kA + " " +
                            kZeros + " refs/heads/caf\xc3\xa9\n" + kZeros +
                            " " + kZeros + " refs/heads/none\n"),
            (std::vector<RefUpdate>{
                {"refs/heads/main", Id(kA), Id(kB)},
                {"refs/tags/v1.0.0", std::nullopt, Id(kB)},
                {"refs/heads/caf\xc3\xa9", Id(kA), std::nullopt},
                {"refs/heads/none", std::nullopt, std::nullopt},
            }));
}

TEST(RefUpdates, AreRefusedWhereALineIsNotAsGitWritesIt) {
  const std::string good = kA + " " + kB + " refs/heads/main";
  const std::string kNoId =
      "' is no object id: 40 lower-case hexadecimal digits are wanted";
  const struct {
    const char* what;
    std::string line;
    std::string error;
  } kCases[] = {
      {"nothing", "\n", "it is not 'old new ref'"},
      {"no blanks", kA + "\n", "it is not 'old new ref'"},
      {"no ref", kA + " " + kB + "\n", "it is not 'old new ref'"},
      {"an empty ref", kA + " " + kB + " \n", "'' is no name of a ref"},
      {"no old", " " + kB + " refs/heads/main\n", "'" + kNoId},
      {"two blanks", kA + "  " + kB + " refs/heads/main\n", "'" + kNoId},
      {"tabs", kA + "\t" + kB + "\trefs/heads/main\n",
       "it is not 'old new ref'"},
      {"a blank first", " " + good + "\n", "'" + kNoId},
      {"a blank behind", good + " \n",
       "'refs/heads/main ' is no name of a ref"},
      {"two refs", good + " refs/heads/side\n",
       "'refs/heads/main refs/heads/side' is no name of a ref"},
      {"a carriage return", good + "\r\n",
       "'refs/heads/main\\r' is no name of a ref"},
      {"a NUL", good + std::string("\0report-status\n", 15),
       "'refs/heads/main\\x00report-status' is no name of a ref"},
      {"no line feed", good, "it is cut off"},
      {"an escape", kA + " " + kB + " refs/heads/\x1b[31m\n",
       "'refs/heads/\\x1b[31m' is no name of a ref"},
      {"dots", kA + " " + kB + " refs/heads/../x\n",
       "'refs/heads/../x' is no name of a ref"},
      {"not below refs", kA + " " + kB + " HEAD\n",
       "'HEAD' is no name of a ref"},
      {"a branch's short name", kA + " " + kB + " main\n",
       "'main' is no name of a ref"},
      {"upper case", std::string(40, 'A') + " " + kB + " refs/heads/main\n",
       "'" + std::string(40, 'A') + kNoId},
      {"a short id", kA.substr(1) + " " + kB + " refs/heads/main\n",
       "'" + kA.substr(1) + kNoId},
      {"a long id", kA + " " + kB + "b refs/heads/main\n",
       "'" + kB + "b" + kNoId},
      {"no digits", kA + " " + std::string(40, 'g') + " refs/heads/main\n",
       "'" + std::string(40, 'g') + kNoId},
      {"SHA-256",
       std::string(64, '0') + " " + std::string(64, 'b') + " refs/heads/main\n",
       "object ids of SHA-256 are not known here"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(ParsingError(test.line),
              "reading the ref updates: line 1: " + test.error);
    EXPECT_EQ(ParsingError(kA + " " + kB + " refs/heads/x\n" + test.line),
              "reading the ref updates: line 2: " + test.error);
  }
}

TEST(RefUpdates, AreRefusedWhereALineFeedInANameMakesTwo) {
  EXPECT_EQ(ParsingError(kZeros + " " + kB + " refs/heads/x\n" + kA + " " + kB +
                         " refs/heads/main\n" + "\n"),
            "reading the ref updates: line 3: it is not 'old new ref'");
}

TEST(RefUpdates, AreRefusedWhereARefIsThereTwice) {
  const std::string good = kA + " " + kB + " refs/heads/main\n";
  const std::string kError =
      "reading the ref updates: line 3: 'refs/heads/main' is there twice";
  const std::string other = kA + " " + kB + " refs/heads/other\n";
  for (const std::string& again :
       {good, kB + " " + kA + " refs/heads/main\n",
        kZeros + " " + kZeros + " refs/heads/main\n"})
    EXPECT_EQ(ParsingError(good + other + again), kError);
  EXPECT_EQ(ParsingError(good + kA + " " + kB + " refs/heads/Main\n"),
            "no error");
}

TEST(RefUpdates, AreRefusedWhereThereIsTooMuch) {
  EXPECT_EQ(ParsingError(std::string((64 << 20) + 1, 'a')),
            "reading the ref updates: there are 67108865 bytes, limit is "
            "67108864");
  EXPECT_EQ(ParsingError(std::string(64 << 20, '\n')),
            "reading the ref updates: line 1: it is not 'old new ref'");
  const std::string error = ParsingError(
      kA + " " + kB + " " + std::string(10'000'000, '\x1b') + "\n");
  EXPECT_LT(error.size(), 1000u);
}

TEST(RefUpdates, MayBeMany) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i)
    lines += kA + " " + kB + " refs/heads/" + std::to_string(i) + "\n";
  EXPECT_EQ(ParseRefUpdates(lines).size(), 20'000u);
}

TEST(RefUpdates, ComeAsArgumentsToo) {
  EXPECT_EQ(ParseUpdateArguments({"refs/heads/main", kA, kB}),
            (RefUpdate{"refs/heads/main", Id(kA), Id(kB)}));
  EXPECT_EQ(ParseUpdateArguments({"refs/heads/main", kZeros, kB}),
            (RefUpdate{"refs/heads/main", std::nullopt, Id(kB)}));
  EXPECT_EQ(ParseUpdateArguments({"refs/heads/main", kA, kZeros}),
            (RefUpdate{"refs/heads/main", Id(kA), std::nullopt}));
}

TEST(RefUpdates, AreThreeArguments) {
  const auto error = [](const std::vector<std::string>& arguments) {
    return ErrorOf([&] { ParseUpdateArguments(arguments); });
  };
  EXPECT_EQ(error({}),
            "reading the ref updates: there are 0 arguments, wanted are 'ref "
            "old new'");
  EXPECT_EQ(error({"refs/heads/main", kA, kB, ""}),
            "reading the ref updates: there are 4 arguments, wanted are 'ref "
            "old new'");
  EXPECT_EQ(error({kA, kB, "refs/heads/main"}),
            "reading the ref updates: the arguments: 'refs/heads/main' is no "
            "object id: 40 lower-case hexadecimal digits are wanted");
  EXPECT_EQ(error({"refs/heads/main\n", kA, kB}),
            "reading the ref updates: the arguments: 'refs/heads/main\\n' is "
            "no name of a ref");
  EXPECT_EQ(error({"refs/heads/main", kA, "HEAD"}),
            "reading the ref updates: the arguments: 'HEAD' is no object id: "
            "40 lower-case hexadecimal digits are wanted");
}

}  // namespace
}  // namespace commitgate::testing
