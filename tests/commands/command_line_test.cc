// SPDX-License-Identifier: MIT
#include "commands/command_line.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

using Words = std::vector<std::string>;

enum class Fruit { kApple, kPear };

const std::map<std::string, Fruit> kFruit = {{"apple", Fruit::kApple},
                                             {"pear", Fruit::kPear}};

/// A command that has one option of each kind.
struct Eater {
  CommandLine line{"Eats.", "commitgate eat"};
  bool loud = false;
  bool quiet = false;
  std::string name;
  std::optional<std::string> place;
  Words guests;
  Words dishes;
  std::optional<Fruit> fruit;

  Eater() {
    const auto is_loud = line.AddFlag("-l,--loud", loud, "be heard");
    line.AddFlag("--quiet", quiet, "be not heard").Excludes(is_loud);
    const auto is_named =
        line.AddOption("--name", name, "who eats").TypeName("NAME");
    line.AddOption("--place", place, "where").Needs(is_named);
    line.AddOption("guests", guests, "who else eats");
    line.AddOption("--dishes", dishes, "what").SplitAt(',');
    line.AddChoice("--fruit", fruit, kFruit, "what else").TypeName("FRUIT");
  }

  std::string ErrorOf(Words arguments) {
    try {
      line.Parse(std::move(arguments));
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
};

TEST(CommandLine, WritesWhatWasGivenWhereItBelongs) {
  Eater eater;
  EXPECT_EQ(
      eater.line.Parse({"ann", "-l", "--name=eve", "--place", "here",
                        "--dishes", "soup,cake", "--fruit", "pear", "bob"}),
      std::nullopt);
  EXPECT_TRUE(eater.loud);
  EXPECT_EQ(eater.name, "eve");
  EXPECT_EQ(eater.place, "here");
  EXPECT_EQ(eater.guests, (Words{"ann", "bob"}));
  EXPECT_EQ(eater.dishes, (Words{"soup", "cake"}));
  EXPECT_EQ(eater.fruit, Fruit::kPear);
  EXPECT_EQ(eater.line.Given(), (Words{"--loud", "--name", "--place", "guests",
                                       "--dishes", "--fruit"}));
}

TEST(CommandLine, LeavesTheRestAsItWas) {
  Eater eater;
  eater.name = "nobody";
  EXPECT_EQ(eater.line.Parse({}), std::nullopt);
  EXPECT_EQ(eater.name, "nobody");
  EXPECT_EQ(eater.place, std::nullopt);
  EXPECT_EQ(eater.fruit, std::nullopt);
  EXPECT_EQ(eater.line.Given(), Words{});
}

TEST(CommandLine, RefusesWhatWasNotDeclared) {
  const struct {
    Words arguments;
    const char* reason;
  } kCases[] = {
      {{"--loudly"}, "the following argument was not expected: --loudly"},
      {{"-x"}, "the following argument was not expected: -x"},
      {{"--name"}, "--name: 1 required NAME missing"},
      {{"--loud", "--quiet"}, "--loud excludes --quiet"},
      {{"--place", "here"}, "--place requires --name"},
      {{"--fruit", "plum"}, "could not convert: --fruit = plum"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.reason);
    EXPECT_EQ(Eater().ErrorOf(row.arguments),
              std::string("reading the command line: ") + row.reason +
                  "; see 'commitgate eat --help'");
  }
}

TEST(CommandLine, RefusesToGoWithoutWhatIsRequired) {
  CommandLine line("Eats.", "commitgate eat");
  std::string name;
  line.AddOption("--name", name, "who eats").Required();
  EXPECT_THROW(line.Parse({}), Error);
  EXPECT_EQ(line.Parse({"--name", "eve"}), std::nullopt);
}

TEST(CommandLine, PrintsHelp) {
  Eater eater;
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(eater.line.Parse({"--help"}), ExitStatus::kAccepted);
  const std::string help = ::testing::internal::GetCapturedStdout();
  EXPECT_NE(help.find("Eats."), help.npos);
  EXPECT_NE(help.find("--fruit FRUIT:{apple->0,pear->1}"), help.npos) << help;
}

}  // namespace
}  // namespace commitgate::testing
