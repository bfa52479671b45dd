// SPDX-License-Identifier: MIT
#include "validator/git/packed_refs.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr char kSorted[] = "# pack-refs with: peeled fully-peeled sorted \n";
constexpr char kUnsorted[] = "# pack-refs with: peeled fully-peeled \n";

ObjectId Id(int number) {
  return ObjectId::FromHex(fmt::format("{:040x}", number)).value();
}

std::string Line(int number, const std::string& name) {
  return Id(number).Hex() + " " + name + "\n";
}

std::string Peeled(int number) {
  return "^" + Id(number).Hex() + "\n";
}

TEST(PackedRefs, AreFoundByName) {
  const std::string kLines = Line(1, "refs/heads/a") + Line(2, "refs/heads/b") +
                             Line(3, "refs/tags/v1") + Peeled(4) +
                             Line(5, "refs/tags/v1.1") +
                             Line(6, "refs/tags/v2") + Peeled(7);
  for (const char* header :
       {kSorted, kUnsorted, "", "# a comment\n", "# pack-refs with:sorted\n",
        "# pack-refs with: sorted\n# more\n"}) {
    SCOPED_TRACE(header);
    const std::string content = header + kLines;
    EXPECT_EQ(FindPackedRef(content, "refs/heads/a"), Id(1));
    EXPECT_EQ(FindPackedRef(content, "refs/heads/b"), Id(2));
    EXPECT_EQ(FindPackedRef(content, "refs/tags/v1"), Id(3));
    EXPECT_EQ(FindPackedRef(content, "refs/tags/v1.1"), Id(5));
    EXPECT_EQ(FindPackedRef(content, "refs/tags/v2"), Id(6));
    for (const char* absent :
         {"", "refs/heads", "refs/heads/", "refs/heads/A", "refs/heads/aa",
          "refs/heads/c", "refs/tags/v", "refs/tags/v1.", "refs/tags/v3", "a"})
      EXPECT_EQ(FindPackedRef(content, absent), std::nullopt) << absent;
  }
}

TEST(PackedRefs, AreFoundWhereTheyAreNotSorted) {
  const std::string kLines = Line(3, "refs/tags/v1") + Peeled(4) +
                             Line(2, "refs/heads/b") + Line(1, "refs/heads/a") +
                             Line(5, "refs/heads/c");
  for (const char* header : {kUnsorted, "", "# pack-refs with: unsorted\n"}) {
    SCOPED_TRACE(header);
    const std::string content = header + kLines;
    EXPECT_EQ(FindPackedRef(content, "refs/heads/a"), Id(1));
    EXPECT_EQ(FindPackedRef(content, "refs/heads/b"), Id(2));
    EXPECT_EQ(FindPackedRef(content, "refs/tags/v1"), Id(3));
    EXPECT_EQ(FindPackedRef(content, "refs/heads/c"), Id(5));
  }
}

TEST(PackedRefs, AreFoundAmongMany) {
  std::string content = kSorted;
  for (int i = 0; i < 500; ++i) {
    content += Line(i, fmt::format("refs/tags/{:03}{}", i,
                                   std::string(i % 7 * 40, '\xff')));
    if (i % 3 == 0)
      content += Peeled(i);
  }
  for (int i = 0; i < 500; ++i) {
    const std::string name =
        fmt::format("refs/tags/{:03}{}", i, std::string(i % 7 * 40, '\xff'));
    EXPECT_EQ(FindPackedRef(content, name), Id(i));
    EXPECT_EQ(FindPackedRef(content, name + "\x01"), std::nullopt);
  }
}

TEST(PackedRefs, AreListed) {
  EXPECT_EQ(
      ParsePackedRefs(std::string(kUnsorted) + Line(1, "refs/tags/v1") +
                      Peeled(2) + Line(3, "refs/heads/a")),
      (std::vector<Ref>{{"refs/tags/v1", Id(1)}, {"refs/heads/a", Id(3)}}));
  EXPECT_EQ(ParsePackedRefs(kSorted), std::vector<Ref>{});
  EXPECT_EQ(ParsePackedRefs(""), std::vector<Ref>{});
}

TEST(PackedRefs, AreRefusedWhereTheyAreMalformed) {
  const std::string id(40, 'a');
  const struct {
    const char* what;
    std::string content;
  } kCases[] = {
      {"cut off", id + " refs/heads/a"},
      {"cut off behind the peeled", id + " refs/heads/a\n^" + id},
      {"cut off in the header", "# pack-refs with: sorted"},
      {"no name", id + "\n"},
      {"an empty name", id + " \n"},
      {"a tab", id + "\trefs/heads/a\n"},
      {"a short id", id.substr(1) + " refs/heads/a\n"},
      {"a long id", id + "a refs/heads/a\n"},
      {"no id", "g" + id.substr(1) + " refs/heads/a\n"},
      {"an empty line", "\n"},
      {"a peeled one first", "^" + id + "\n"},
      {"a conflict", "<<<<<<< HEAD\n"},
      {"zeros", std::string(100, '\0') + "\n"},
  };
  for (const auto& test : kCases) {
    for (const char* header : {"", kSorted}) {
      SCOPED_TRACE(test.what);
      EXPECT_THROW(ParsePackedRefs(header + test.content), Error);
      EXPECT_THROW(FindPackedRef(header + test.content, "refs/heads/a"), Error);
    }
  }
}

}  // namespace
}  // namespace commitgate::testing
