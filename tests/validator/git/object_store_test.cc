// SPDX-License-Identifier: MIT
#include "validator/git/object_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <thread>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/pack_writer.h"
#include "validator/git/alternates.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

using Objects = std::map<ObjectId, std::pair<std::string, std::string>>;

const char* NameOf(ObjectType type) {
  const char* const kNames[] = {"commit", "tree", "blob", "tag"};
  return kNames[static_cast<int>(type)];
}

/// All objects of a repository as git reads them.
Objects ReadWithGit(const std::string& repository) {
  std::istringstream out(
      Git(repository, {"cat-file", "--batch", "--batch-all-objects"}) + '\n');
  Objects objects;
  std::string hex, type;
  size_t size = 0;
  while (out >> hex >> type >> size) {
    std::string content(size, '\0');
    out.get();
    out.read(content.data(), static_cast<std::streamsize>(size));
    objects[*ObjectId::FromHex(hex)] = {type, content};
  }
  return objects;
}

std::string Noise(size_t size) {
  std::string noise;
  for (uint32_t state = 1; noise.size() < size;
       state = state * 1664525 + 1013904223)
    noise += static_cast<char>(state >> 24);
  return noise;
}

/// For git-fast-import(1).
std::string Data(const std::string& content) {
  return "data " + std::to_string(content.size()) + '\n' + content + '\n';
}

std::string File(const std::string& path, const std::string& content) {
  return "M 100644 inline " + path + '\n' + Data(content);
}

std::string Commit(const std::string& message, const std::string& files) {
  return "commit refs/heads/main\ncommitter C <c@example.com> 1 +0000\n" +
         Data(message) + files + '\n';
}

/// Trees and files that look like those before, so that git makes deltas.
std::string Change(int number) {
  std::string text = Noise(5'000) + std::to_string(number);
  for (int line = 0; line < number; ++line)
    text += "line " + std::to_string(line) + '\n';
  std::string files = File("file", text);
  for (int file = number; file < 40; ++file)
    files += File("lib/f" + std::to_string(file), std::to_string(number));
  return Commit("change " + std::to_string(number), files);
}

std::string History() {
  std::string stream;
  for (int i = 0; i < 30; ++i)
    stream += Change(i);
  return stream +
         Commit("last", File("noise", Noise(200'000)) + File("empty", "") +
                            File("long", std::string(1'000'000, 'x'))) +
         "tag v1\nfrom refs/heads/main\ntagger C <c@example.com> 1 +0000\n" +
         Data("a tag");
}

class ObjectStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Git(folder_.path(), {"init", "-q", "r"});
    Git(path(),
        {"-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet"},
        History());
  }

  std::string path() const { return folder_ / "r"; }

  std::vector<fs::path> Packs(const std::string& ending) const {
    std::vector<fs::path> paths;
    for (const auto& file :
         fs::directory_iterator(path() + "/.git/objects/pack"))
      if (file.path().extension() == ending)
        paths.push_back(file.path());
    return paths;
  }

  void Overwrite(const fs::path& file, const std::string& content) const {
    fs::permissions(file, fs::perms::owner_all);
    fs::remove(file);
    folder_.Write(file.string().substr(folder_.path().size() + 1), content);
  }

  /// How many objects the packs have that are deltas.
  size_t CountDeltas() const {
    std::istringstream lines(Git(path(), {"cat-file", "--batch-all-objects",
                                          "--batch-check=%(deltabase)"}));
    size_t count = 0;
    for (std::string base; lines >> base;)
      count += base == std::string(40, '0') ? 0 : 1;
    return count;
  }

  static ObjectStore Open(const std::string& repository) {
    return ObjectStore(ObjectFolders(repository + "/.git/objects"));
  }

  /// The store has all that git has, twice, for it remembers some.
  static void ExpectAll(const ObjectStore& store, const Objects& objects) {
    for (const int round : {1, 2})
      for (const auto& [id, expected] : objects) {
        SCOPED_TRACE(id.Hex() + " in round " + std::to_string(round));
        const auto object = store.Read(id);
        ASSERT_TRUE(object);
        EXPECT_EQ(NameOf(object->type), expected.first);
        EXPECT_TRUE(View(object->content) == expected.second);
        const auto header = store.ReadHeader(id);
        ASSERT_TRUE(header);
        EXPECT_EQ(NameOf(header->type), expected.first);
        EXPECT_EQ(header->size, expected.second.size());
      }
  }

  static size_t CountFound(const ObjectStore& store, const Objects& objects) {
    size_t found = 0;
    for (const auto& [id, expected] : objects) {
      const auto object = store.Read(id);
      const bool is_right =
          object && NameOf(object->type) == expected.first &&
          View(object->content) == std::string_view(expected.second);
      EXPECT_TRUE(!object || is_right) << id.Hex();
      store.ReadHeader(id);
      found += object ? 1 : 0;
    }
    return found;
  }

  void ExpectAll() const { ExpectAll(Open(path()), ReadWithGit(path())); }

  TempDir folder_;
};

TEST_F(ObjectStoreTest, ReadsLooseObjects) {
  ASSERT_TRUE(Packs(".pack").empty());
  ExpectAll();
}

TEST_F(ObjectStoreTest, ReadsPacks) {
  const std::vector<std::vector<std::string>> kWays = {
      {"repack", "-adfq", "--window=0"},
      {"repack", "-adfq", "--depth=1"},
      {"repack", "-adfq", "--depth=200", "--window=100"},
      {"-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq"},
      {"-c", "pack.compression=0", "repack", "-adfFq"},
      {"-c", "pack.compression=9", "repack", "-adfFq"},
      {"repack", "-adq", "--max-pack-size=1m"},
  };
  for (const auto& way : kWays) {
    SCOPED_TRACE(::testing::PrintToString(way));
    Git(path(), way);
    ASSERT_FALSE(Packs(".pack").empty());
    ExpectAll();
  }
  EXPECT_GT(CountDeltas(), 30u);
}

TEST_F(ObjectStoreTest, ReadsLargeOffsets) {
  Git(path(), {"repack", "-adfq"});
  const fs::path pack = Packs(".pack").at(0);
  const Objects objects = ReadWithGit(path());
  fs::remove(Packs(".idx").at(0));
  Git(path(), {"index-pack", "--index-version=2,0x100", pack});
  ExpectAll(Open(path()), objects);
}

TEST_F(ObjectStoreTest, LeavesOldIndexesToOthers) {
  Git(path(), {"repack", "-adfq"});
  const fs::path pack = Packs(".pack").at(0);
  const Objects objects = ReadWithGit(path());
  fs::remove(Packs(".idx").at(0));
  Git(path(), {"index-pack", "--index-version=1", pack});
  EXPECT_EQ(CountFound(Open(path()), objects), 0u);
}

TEST_F(ObjectStoreTest, ReadsWhatWasFetched) {
  Git(folder_.path(), {"init", "-q", "fetched"});
  const std::string fetched = folder_ / "fetched";
  const std::string url = "file://" + path();
  for (const char* revision : {"HEAD~5", "HEAD"})
    Git(fetched, {"-c", "fetch.unpackLimit=1", "fetch", "-q", url,
                  Git(path(), {"rev-parse", revision})});
  ExpectAll(Open(fetched), ReadWithGit(fetched));
}

TEST_F(ObjectStoreTest, ReadsAlternatesAndManyPacks) {
  Git(path(), {"repack", "-adfq"});
  Git(folder_.path(), {"clone", "-q", "--shared", "r", "second"});
  const std::string second = folder_ / "second";
  for (int i = 0; i < 5; ++i) {
    Git(second, {"commit", "-q", "--allow-empty", "-m", std::to_string(i)});
    Git(second, {"repack", "-dlq"});
  }
  Git(second, {"commit", "-q", "--allow-empty", "-m", "loose"});
  ExpectAll(Open(second), ReadWithGit(second));
}

TEST_F(ObjectStoreTest, ReadsAQuarantine) {
  const Objects before = ReadWithGit(path());
  const ProcessOptions options{
      .directory = path(),
      .input = "pushed",
      .environment = {
          {"GIT_OBJECT_DIRECTORY", folder_ / "quarantine"},
          {"GIT_ALTERNATE_OBJECT_DIRECTORIES", path() + "/.git/objects"}}};
  fs::create_directory(folder_ / "quarantine");
  const std::string hex =
      testing::Run({"git", "hash-object", "-w", "--stdin"}, options).out;
  const ObjectStore store(
      ObjectFolders(path() + "/.git/objects",
                    {.objects = folder_ / "quarantine",
                     .alternates = path() + "/.git/objects"},
                    path() + "/.git"));
  Objects all = before;
  all[*ObjectId::FromHex(hex.substr(0, 40))] = {"blob", "pushed"};
  ExpectAll(store, all);
}

/// More than what is kept of a pack in memory, by two threads at once.
TEST_F(ObjectStoreTest, ReadsALargePackAgainAndAgain) {
  std::vector<std::pair<ObjectId, std::string>> blobs;
  for (int i = 0; i < 5; ++i) {
    std::string content(3 << 20, static_cast<char>('a' + i));
    const std::string hex =
        Git(path(), {"hash-object", "-w", "--stdin"}, content);
    blobs.emplace_back(*ObjectId::FromHex(hex), std::move(content));
    Git(path(), {"tag", std::to_string(i), hex});
  }
  Git(path(), {"repack", "-adfq"});
  const ObjectStore store = Open(path());
  const auto read_all = [&] {
    for (int round = 0; round < 3; ++round)
      for (const auto& [id, content] : blobs)
        EXPECT_EQ(View(store.Read(id).value().content), content);
  };
  std::jthread other(read_all);
  read_all();
}

TEST_F(ObjectStoreTest, FindsWhatCameLater) {
  const ObjectStore store = Open(path());
  ExpectAll(store, ReadWithGit(path()));
  Git(path(), {"commit", "-q", "--allow-empty", "-m", "loose"});
  ExpectAll(store, ReadWithGit(path()));
  Git(path(), {"commit", "-q", "--allow-empty", "-m", "packed"});
  Git(path(), {"repack", "-adfq"});
  ExpectAll(store, ReadWithGit(path()));
}

TEST_F(ObjectStoreTest, ReadsPacksThatWereReplaced) {
  Git(path(), {"repack", "-adfq"});
  const Objects objects = ReadWithGit(path());
  const ObjectStore opened = Open(path());
  ExpectAll(opened, objects);
  for (const fs::path& file : Packs(".pack"))
    fs::remove(file);
  for (const fs::path& file : Packs(".idx"))
    fs::remove(file);
  ExpectAll(opened, objects);
  EXPECT_EQ(CountFound(Open(path()), objects), 0u);
}

TEST_F(ObjectStoreTest, PassesOverPacksThatWereGoneBeforeTheyWereOpened) {
  for (const bool becomes_loose : {false, true}) {
    SCOPED_TRACE(becomes_loose);
    Git(path(), {"repack", "-adfq"});
    const fs::path pack = Packs(".pack").at(0);
    Git(path(), {"commit", "-q", "--allow-empty", "-m", "in another pack"});
    Git(path(), {"repack", "-dq"});
    const Objects objects = ReadWithGit(path());
    const ObjectStore store = Open(path());
    ASSERT_TRUE(
        store.Read(*ObjectId::FromHex(Git(path(), {"rev-parse", "HEAD"}))));
    const std::string content = ReadFile(pack);
    if (!becomes_loose)
      Git(path(), {"repack", "-adfq"});
    fs::remove(pack);
    fs::remove(fs::path(pack).replace_extension(".idx"));
    if (becomes_loose)
      Git(path(), {"unpack-objects", "-q"}, content);
    ExpectAll(store, objects);
  }
}

TEST_F(ObjectStoreTest, HasNothingThatIsNotThere) {
  for (const bool packed : {false, true}) {
    if (packed)
      Git(path(), {"repack", "-adfq"});
    const ObjectStore store = Open(path());
    for (const char digit : {'0', '1', 'f'}) {
      const auto id = ObjectId::FromHex(std::string(40, digit));
      EXPECT_FALSE(store.Read(*id));
      EXPECT_FALSE(store.ReadHeader(*id));
    }
  }
  const ObjectStore nowhere({folder_ / "none", folder_ / "r/file", ""});
  EXPECT_FALSE(nowhere.Read(ObjectId{}));
  EXPECT_FALSE(ObjectStore({}).ReadHeader(ObjectId{}));
}

TEST_F(ObjectStoreTest, KnowsTheEmptyTreeEverywhere) {
  const std::string hex = Git(path(), {"hash-object", "-t", "tree", "--stdin"});
  const ObjectStore store({folder_ / "none"});
  const auto tree = store.Read(*ObjectId::FromHex(hex));
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->type, ObjectType::kTree);
  EXPECT_TRUE(tree->content.empty());
  EXPECT_EQ(store.ReadHeader(*ObjectId::FromHex(hex))->type, ObjectType::kTree);
}

TEST_F(ObjectStoreTest, ServesManyThreads) {
  Git(path(), {"repack", "-adfq"});
  const Objects objects = ReadWithGit(path());
  const ObjectStore store = Open(path());
  std::vector<std::thread> threads;
  std::atomic<size_t> found = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] { found += CountFound(store, objects); });
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(found, 4 * objects.size());
}

TEST_F(ObjectStoreTest, HasNothingOfPacksThatAreCutOff) {
  Git(path(), {"repack", "-adfq"});
  const Objects objects = ReadWithGit(path());
  for (const char* ending : {".pack", ".idx"}) {
    const fs::path file = Packs(ending).at(0);
    const std::string whole = ReadFile(file);
    for (const size_t size : {whole.size() - 1, whole.size() / 2, size_t{1100},
                              size_t{21}, size_t{8}, size_t{0}}) {
      SCOPED_TRACE(file.string() + " of size " + std::to_string(size));
      Overwrite(file, whole.substr(0, size));
      EXPECT_EQ(CountFound(Open(path()), objects), 0u);
    }
    Overwrite(file, whole);
  }
  ExpectAll(Open(path()), objects);
}

TEST_F(ObjectStoreTest, HasNothingWhereFilesAreMixedUp) {
  Git(path(), {"repack", "-adfq"});
  const Objects objects = ReadWithGit(path());
  const std::string other_pack = ReadFile(Packs(".pack").at(0));
  const std::string other_index = ReadFile(Packs(".idx").at(0));
  Git(path(), {"-c", "pack.compression=0", "repack", "-adfFq", "--window=0"});
  const fs::path pack = Packs(".pack").at(0);
  const fs::path index = Packs(".idx").at(0);
  const std::string own_pack = ReadFile(pack);
  const std::string own_index = ReadFile(index);
  const struct {
    const char* what;
    const std::string& pack;
    const std::string& index;
  } kCases[] = {
      {"another pack of the same objects", other_pack, own_index},
      {"another index of the same objects", own_pack, other_index},
      {"an index for a pack", own_index, own_index},
      {"a pack for an index", own_pack, own_pack},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    Overwrite(pack, test.pack);
    Overwrite(index, test.index);
    EXPECT_EQ(CountFound(Open(path()), objects), 0u);
  }
}

/// Damage is mostly found, for streams have checksums; never may it lead
/// anywhere else.
TEST_F(ObjectStoreTest, SurvivesAnyDamage) {
  Git(path(), {"-c", "repack.useDeltaBaseOffset=false", "repack", "-adfq"});
  const Objects objects = ReadWithGit(path());
  const fs::path file = Packs(".idx").at(0);
  const std::string whole = ReadFile(file);
  for (size_t at = 0; at < whole.size() - 40; at += 97) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
    Overwrite(file, damaged);
    const ObjectStore store = Open(path());
    for (const auto& [id, expected] : objects) {
      store.Read(id);
      store.ReadHeader(id);
    }
  }
}

TEST_F(ObjectStoreTest, HasNothingOfLooseObjectsThatAreDamaged) {
  const std::string hex = Git(path(), {"rev-parse", "HEAD"});
  const ObjectId id = *ObjectId::FromHex(hex);
  const std::string file =
      path() + "/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2);
  const std::string whole = ReadFile(file);
  for (size_t size = 0; size < whole.size(); ++size) {
    SCOPED_TRACE(size);
    Overwrite(file, whole.substr(0, size));
    EXPECT_FALSE(Open(path()).Read(id));
  }
  Overwrite(file, whole);
  EXPECT_TRUE(Open(path()).Read(id));
  fs::remove(file);
  fs::create_directory(file);
  EXPECT_FALSE(Open(path()).Read(id));
  EXPECT_FALSE(Open(path()).ReadHeader(id));
}

TEST_F(ObjectStoreTest, LeavesWhatIsHugeToOthers) {
  const ObjectId id = IdOf(1);
  const std::string hex = id.Hex();
  for (const size_t size : {kMostObjectBytes, kMostObjectBytes + 1}) {
    const std::string content(size, 'x');
    folder_.Write("r/.git/objects/" + hex.substr(0, 2) + "/" + hex.substr(2),
                  Deflate("blob " + std::to_string(size) + '\0' + content));
    const bool is_small = size == kMostObjectBytes;
    EXPECT_EQ(Open(path()).Read(id).has_value(), is_small);
    EXPECT_EQ(Open(path()).ReadHeader(id).has_value(), is_small);
  }
}

}  // namespace
}  // namespace commitgate::testing
