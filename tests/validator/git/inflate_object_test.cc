// SPDX-License-Identifier: MIT
#include "validator/git/inflate_object.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>

#include "validator/error.h"

namespace commitgate {
namespace {

using namespace std::string_literals;

std::string Deflate(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::string file(size, '\0');
  compress(reinterpret_cast<Bytef*>(file.data()), &size,
           reinterpret_cast<const Bytef*>(text.data()), text.size());
  file.resize(size);
  return file;
}

TEST(InflateObject, ReadsWhatIsWhole) {
  for (const size_t size : {0u, 1u, 63u, 64u, 65u, 100'000u}) {
    SCOPED_TRACE(size);
    const std::string content(size, 'x');
    const LooseObject object = InflateObject(
        Deflate("commit " + std::to_string(size) + "\0"s + content),
        Inflate::kAll);
    EXPECT_EQ(object.type, "commit");
    EXPECT_EQ(object.content, content);
  }
}

TEST(InflateObject, ReadsAHeaderAlone) {
  const LooseObject object =
      InflateObject(Deflate("tree 9999\0rest"s), Inflate::kHeaderOnly);
  EXPECT_EQ(object.type, "tree");
  EXPECT_EQ(object.size, 9999u);
}

TEST(InflateObject, RefusesWhatIsCutOffAnywhere) {
  const std::string whole = Deflate("commit 5\0hello"s);
  for (size_t size = 0; size < whole.size(); ++size) {
    SCOPED_TRACE(size);
    EXPECT_THROW(InflateObject(whole.substr(0, size), Inflate::kAll), Error);
  }
}

TEST(InflateObject, RefusesWhatIsNotAsLongAsItSays) {
  for (const std::string& text :
       {"commit 4\0hello"s, "commit 6\0hello"s, "commit 0\0hello"s,
        "commit 18446744073709551615\0hello"s,
        "commit 4\0"s + std::string(100'000, 'x')}) {
    SCOPED_TRACE(text.substr(0, 30));
    EXPECT_THROW(InflateObject(Deflate(text), Inflate::kAll), Error);
  }
}

TEST(InflateObject, RefusesWhatHasNoHeader) {
  for (const std::string& text :
       {""s, "commit"s, "commit 5"s, "commit\0hello"s, "commit five\0hello"s,
        "commit 5 \0hello"s, "commit -1\0hello"s,
        "commit 99999999999999999999999\0hello"s,
        "a type that is far too long for git 5\0hello"s}) {
    SCOPED_TRACE(text);
    EXPECT_THROW(InflateObject(Deflate(text), Inflate::kAll), Error);
  }
}

TEST(InflateObject, RefusesDamage) {
  EXPECT_THROW(InflateObject("not zlib at all, not by far", Inflate::kAll),
               Error);
  std::string file = Deflate("commit 5\0hello"s);
  file.back() ^= 1;
  EXPECT_THROW(InflateObject(file, Inflate::kAll), Error);
}

}  // namespace
}  // namespace commitgate
