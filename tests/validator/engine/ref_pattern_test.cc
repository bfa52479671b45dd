// SPDX-License-Identifier: MIT
#include "validator/engine/ref_pattern.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "validator/git/ref_name.h"

namespace commitgate {
namespace {

using Taken = std::vector<std::string_view>;

std::optional<Taken> Match(const char* pattern, std::string_view ref) {
  return RefPattern(pattern).Match(ref);
}

TEST(RefPattern, MatchesWhatItsStarsCanTake) {
  const struct {
    const char* pattern;
    const char* ref;
    Taken taken;
  } kCases[] = {
      {"refs/heads/main", "refs/heads/main", {}},
      {"refs/heads/*", "refs/heads/main", {"main"}},
      {"refs/heads/*", "refs/heads/a*b", {"a*b"}},
      {"refs/heads/**", "refs/heads/main", {"main"}},
      {"refs/heads/**", "refs/heads/a/b/c", {"a/b/c"}},
      {"refs/heads/v*.x", "refs/heads/v22.x", {"22"}},
      {"refs/heads/v*.x", "refs/heads/v.x", {""}},
      {"refs/heads/v*.x", "refs/heads/v1.x.x", {"1.x"}},
      {"refs/heads/v*.x-staging", "refs/heads/v22.x-staging", {"22"}},
      {"refs/*/*", "refs/heads/main", {"heads", "main"}},
      {"refs/heads/*-*", "refs/heads/a-b-c", {"a", "b-c"}},
      {"refs/heads/*/x", "refs/heads/a/x", {"a"}},
      {"refs/**/x", "refs/heads/a/x", {"heads/a"}},
      {"refs/**/x", "refs/x/x", {"x"}},
      {"refs/**/*", "refs/heads/a/b", {"heads/a", "b"}},
      {"refs/*/**", "refs/heads/a/b", {"heads", "a/b"}},
      {"refs/heads/***", "refs/heads/a", {"", "a"}},
      {"refs/heads/\xff*", "refs/heads/\xff\xfe", {"\xfe"}},
  };
  for (const auto& [pattern, ref, taken] : kCases)
    EXPECT_EQ(Match(pattern, ref), taken) << pattern << ' ' << ref;
}

TEST(RefPattern, MatchesNothingElse) {
  const struct {
    const char* pattern;
    const char* ref;
  } kCases[] = {
      {"refs/heads/main", ""},
      {"refs/heads/main", "refs/heads/mai"},
      {"refs/heads/main", "refs/heads/main2"},
      {"refs/heads/main", "refs/heads/Main"},
      {"refs/heads/main", "x/refs/heads/main"},
      {"refs/heads/main", "refs/heads/main/x"},
      {"refs/heads/*", "refs/heads"},
      {"refs/heads/*", "refs/heads/a/b"},
      {"refs/heads/*", "refs/tags/a"},
      {"refs/heads/**", "refs/headsx/a"},
      {"refs/heads/v*.x", "refs/heads/v22.x-staging"},
      {"refs/heads/v*.x", "refs/heads/v22/a.x"},
      {"refs/heads/v*.x", "refs/heads/v22.y"},
      {"refs/heads/v*.x", "refs/heads/vx"},
      {"refs/heads/*/x", "refs/heads/x"},
      {"refs/heads/*/x", "refs/heads/a/b/x"},
      {"refs/**/x", "refs/x"},
      {"refs/heads/a.c", "refs/heads/abc"},
      {"refs/heads/*", "refs/heads/a\nrefs/heads/b"},
  };
  for (const auto& [pattern, ref] : kCases)
    EXPECT_EQ(Match(pattern, ref), std::nullopt) << pattern << ' ' << ref;
}

TEST(RefPattern, WithoutTextMatchesNoRef) {
  EXPECT_EQ(RefPattern().Match("refs/heads/main"), std::nullopt);
  EXPECT_EQ(RefPattern().Stars(), 0u);
}

/// The same, tried out: what each star takes, shortest first.
bool Try(std::string_view pattern, std::string_view ref, Taken& taken) {
  if (pattern.empty())
    return ref.empty();
  if (pattern.front() != '*')
    return ref.starts_with(pattern.front()) &&
           Try(pattern.substr(1), ref.substr(1), taken);
  const size_t stars = pattern.starts_with("**") ? 2 : 1;
  for (size_t size = 0; size <= ref.size(); ++size) {
    const std::string_view piece = ref.substr(0, size);
    if (stars == 1 && piece.find('/') != piece.npos)
      return false;
    taken.push_back(piece);
    if (Try(pattern.substr(stars), ref.substr(size), taken))
      return true;
    taken.pop_back();
  }
  return false;
}

/// All words of these letters, `length` of them at most.
std::vector<std::string> Words(std::string_view letters, size_t length) {
  std::vector<std::string> words = {""};
  for (size_t i = 0; i < words.size() && words[i].size() < length; ++i)
    for (const char letter : letters)
      words.push_back(words[i] + letter);
  return words;
}

TEST(RefPattern, AgreesWithTryingEverything) {
  const auto refs = Words("a/", 6);
  for (const std::string& text : Words("a/*", 5)) {
    const RefPattern pattern(text);
    for (const std::string& ref : refs) {
      Taken taken;
      const bool matches = Try(text, ref, taken);
      const auto match = pattern.Match(ref);
      ASSERT_EQ(match.has_value(), matches) << text << ' ' << ref;
      if (!matches)
        continue;
      ASSERT_EQ(*match, taken) << text << ' ' << ref;
      ASSERT_EQ(match->size(), pattern.Stars()) << text;
      ASSERT_EQ(pattern.Fill(*match), ref) << text;
    }
  }
}

TEST(RefPattern, TakesLittleTimeForNamesMadeToTakeMuch) {
  std::string text = "refs/heads/";
  for (int i = 0; i < 30; ++i)
    text += "a*";
  const std::string ref = "refs/heads/" + std::string(20'000, 'a') + "/";
  EXPECT_EQ(RefPattern(text + "b").Match(ref), std::nullopt);
}

TEST(RefPattern, FillsInWhatAnotherTook) {
  const struct {
    const char* pattern;
    Taken taken;
    const char* name;
  } kCases[] = {
      {"refs/heads/main", {}, "refs/heads/main"},
      {"refs/heads/v*.x-staging", {"22"}, "refs/heads/v22.x-staging"},
      {"refs/heads/**", {"a/b"}, "refs/heads/a/b"},
      {"refs/*/x/*", {"heads", "y"}, "refs/heads/x/y"},
      {"refs/heads/*", {"one", "two"}, "refs/heads/one"},
      {"refs/heads/main", {"one"}, "refs/heads/main"},
  };
  for (const auto& [pattern, taken, name] : kCases)
    EXPECT_EQ(RefPattern(pattern).Fill(taken), name) << pattern;
}

TEST(RefPattern, CountsItsStars) {
  const struct {
    const char* pattern;
    size_t stars;
  } kCases[] = {
      {"refs/heads/main", 0}, {"refs/heads/*", 1}, {"refs/heads/**", 1},
      {"refs/*/v*.x", 2},     {"refs/**/*/**", 3},
  };
  for (const auto& [pattern, stars] : kCases)
    EXPECT_EQ(RefPattern(pattern).Stars(), stars) << pattern;
}

TEST(WhyNoRefPattern, HasNothingAgainstNamesThatGitTakes) {
  for (const std::string& text :
       {std::string("refs/heads/main"), std::string("refs/*"),
        std::string("refs/**"), std::string("refs/heads/v*.x-staging"),
        std::string("refs/heads/*.*"), std::string("refs/a./b"),
        std::string("refs/heads/@"), std::string("refs/heads/{x}"),
        std::string("refs/heads/a.locked"), std::string("refs/heads/\xc3\xa9"),
        "refs/heads/" + std::string(255, 'x')})
    EXPECT_EQ(WhyNoRefPattern(text), "") << text;
}

TEST(WhyNoRefPattern, AgreesAboutNamesWithThoseWhoReadThem) {
  for (const std::string& word : Words("a./@{~", 5)) {
    const std::string name = "refs/" + word;
    EXPECT_EQ(WhyNoRefPattern(name).empty(), IsRefName(name)) << name;
  }
}

TEST(WhyNoRefPattern, NamesWhatIsWrong) {
  constexpr const char* kCharacter =
      "git accepts no ref with blanks, control characters or one of '~^:?[\\'";
  const struct {
    std::string text;
    const char* why;
  } kCases[] = {
      {"", "it does not begin with 'refs/'"},
      {"refs", "it does not begin with 'refs/'"},
      {"heads/main", "it does not begin with 'refs/'"},
      {"main", "it does not begin with 'refs/'"},
      {"**", "it does not begin with 'refs/'"},
      {"/refs/heads/main", "it does not begin with 'refs/'"},
      {"Refs/heads/main", "it does not begin with 'refs/'"},
      {"refs/heads/***", "three stars in a row mean nothing"},
      {"refs/", "it has an empty component"},
      {"refs/heads/", "it has an empty component"},
      {"refs//main", "it has an empty component"},
      {"refs/**/", "it has an empty component"},
      {"refs/heads/" + std::string(256, 'x'),
       "it has a component of more than 255 bytes"},
      {"refs/heads/.x", "a component of it begins with a dot"},
      {"refs/.*/x", "a component of it begins with a dot"},
      {"refs/heads/x.lock", "a component of it ends with '.lock'"},
      {"refs/*.lock/x", "a component of it ends with '.lock'"},
      {"refs/heads/a..b", "git accepts no ref with '..'"},
      {"refs/heads/*..*", "git accepts no ref with '..'"},
      {"refs/heads/a@{b", "git accepts no ref with '@{'"},
      {"refs/heads/main.", "git accepts no ref with a dot at the end"},
      {"refs/heads/*.", "git accepts no ref with a dot at the end"},
      {"refs/heads/a b", kCharacter},
      {"refs/heads/v?", kCharacter},
      {"refs/heads/[ab]", kCharacter},
      {"refs/heads/a~1", kCharacter},
      {"refs/heads/a^", kCharacter},
      {"refs/heads/a:b", kCharacter},
      {"refs/heads/a\\b", kCharacter},
      {"refs/heads/a\nb", kCharacter},
      {"refs/heads/a\tb", kCharacter},
      {"refs/heads/a\x7f", kCharacter},
      {std::string("refs/heads/a\0b", 14), kCharacter},
  };
  for (const auto& [text, why] : kCases)
    EXPECT_EQ(WhyNoRefPattern(text), why) << text;
}

}  // namespace
}  // namespace commitgate
