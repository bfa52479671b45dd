// SPDX-License-Identifier: MIT
#include "validator/git/difference.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "tests/validator/git/history.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// A history whose answers are also found in the simplest way.
class KnownHistory {
 public:
  explicit KnownHistory(const std::vector<Planned>& commits,
                        History::Storage storage = History::Storage::kLoose)
      : history_(commits, storage),
        repository_(Repository::Open(history_.path(), "")) {
    for (const Planned& commit : commits) {
      names_[history_.Id(commit.name)] = commit.name;
      parents_[commit.name] = commit.parents;
    }
  }

  Names Find(const std::string& tip, const Names& hidden) const {
    return NamesOf(Difference(repository_, history_.Id(tip), IdsOf(hidden)));
  }

  /// Where the later ones are told once more than `few` were found.
  struct AskedLater {
    Names found;
    int asked = 0;
  };
  AskedLater FindAskedLater(const std::string& tip, const Names& hidden,
                            const Names& later, size_t few) const {
    AskedLater answer;
    DifferenceWatcher watcher;
    watcher.more_hidden =
        [&](const ObjectId& last,
            size_t found) -> std::optional<std::vector<ObjectId>> {
      EXPECT_TRUE(IsAncestor(names_.at(last), tip));
      if (found <= few)
        return std::nullopt;
      ++answer.asked;
      return IdsOf(later);
    };
    answer.found = NamesOf(
        WatchDifference(repository_, history_.Id(tip), IdsOf(hidden), watcher)
            .value()
            .commits);
    return answer;
  }

  /// What was told on the way, and which hidden ones were seen to be reached.
  struct Watched {
    Names found;
    Names told;
    Names ends;
    Names reached;
  };
  Watched Watch(const std::string& tip, const Names& hidden) const {
    Watched watched;
    DifferenceWatcher watcher;
    watcher.on_the_way = [&](const ObjectId& id, const Bytes& object) {
      EXPECT_EQ(object, repository_.ReadCommit(id));
      watched.told.push_back(names_.at(id));
    };
    const WatchedDifference difference =
        WatchDifference(repository_, history_.Id(tip), IdsOf(hidden), watcher)
            .value();
    watched.found = NamesOf(difference.commits);
    watched.ends = NamesOf(difference.ends);
    watched.reached = NamesOf(difference.reached);
    return watched;
  }

  /// To its end.
  bool IsWalked(const std::string& tip, const Names& hidden,
                const std::function<bool()>& gives_up) const {
    return WatchDifference(repository_, history_.Id(tip), IdsOf(hidden),
                           {.gives_up = gives_up})
        .has_value();
  }

  bool Leads(const std::string& descendant, const std::string& ancestor) const {
    return Reaches(repository_, history_.Id(descendant), history_.Id(ancestor));
  }

  /// Sorted by name.
  Names Expected(const std::string& tip, const Names& hidden) const {
    std::set<std::string> reach = Reach(tip);
    for (const std::string& name : hidden)
      for (const std::string& reached : Reach(name))
        reach.erase(reached);
    return {reach.begin(), reach.end()};
  }

  bool IsAncestor(const std::string& a, const std::string& of) const {
    return Reach(of).contains(a);
  }

  const Names& Parents(const std::string& name) const {
    return parents_.at(name);
  }

  const History& history() const { return history_; }
  const Repository& repository() const { return repository_; }
  ObjectId Id(const std::string& name) const { return history_.Id(name); }

 private:
  std::vector<ObjectId> IdsOf(const Names& names) const {
    std::vector<ObjectId> ids;
    for (const std::string& name : names)
      ids.push_back(history_.Id(name));
    return ids;
  }

  Names NamesOf(const std::vector<ObjectId>& ids) const {
    Names names;
    for (const ObjectId& id : ids)
      names.push_back(names_.at(id));
    return names;
  }

  std::set<std::string> Reach(const std::string& name) const {
    std::set<std::string> reach;
    Names left{name};
    while (!left.empty()) {
      const std::string next = left.back();
      left.pop_back();
      const Names& parents = parents_.at(next);
      if (reach.insert(next).second)
        left.insert(left.end(), parents.begin(), parents.end());
    }
    return reach;
  }

  History history_;
  Repository repository_;
  std::map<ObjectId, std::string> names_;
  std::map<std::string, Names> parents_;
};

void ExpectParentsFirst(const KnownHistory& known, const Names& names) {
  std::set<std::string> later(names.begin(), names.end());
  for (const std::string& name : names) {
    later.erase(name);
    for (const std::string& parent : known.Parents(name))
      EXPECT_FALSE(later.contains(parent)) << parent << " comes after " << name;
  }
}

Names Sorted(Names names) {
  std::ranges::sort(names);
  return names;
}

/// How a hostile pusher, or a broken clock, may date the commit number `i`.
using Dating = int64_t (*)(int i, std::mt19937& random);

struct Shape {
  const char* what;
  Dating date;
  /// Parents are at most so far away.
  int reach;
  /// At most so many.
  int parents;
};

const Shape kShapes[] = {
    {"honest dates", [](int i, std::mt19937&) { return int64_t{100} + i; }, 9,
     2},
    {"equal dates", [](int, std::mt19937&) { return int64_t{100}; }, 9, 2},
    {"reversed dates", [](int i, std::mt19937&) { return int64_t{9999} - i; },
     9, 2},
    {"random dates",
     [](int, std::mt19937& random) { return int64_t(random() % 100); }, 9, 3},
    {"extreme dates",
     [](int, std::mt19937& random) {
       constexpr int64_t kDates[] = {0, 1, 1'700'000'000, 4'200'000'000,
                                     int64_t{1} << 40};
       return kDates[random() % std::size(kDates)];
     },
     9, 2},
    {"one long line with random dates",
     [](int, std::mt19937& random) { return int64_t(random() % 100); }, 1, 1},
    {"far-away parents",
     [](int i, std::mt19937& random) {
       return random() % 10 == 0 ? 1 : int64_t{100} + i;
     },
     120, 2},
};

std::vector<Planned> MakeHistory(const Shape& shape, int count,
                                 std::mt19937& random) {
  std::vector<Planned> commits;
  for (int i = 0; i < count; ++i) {
    Planned commit{fmt::format("c{}", i), shape.date(i, random)};
    std::set<std::string> parents;
    const int wanted = random() % 40 == 0 ? 0 : 1 + random() % shape.parents;
    for (int p = 0; p < wanted && i > 0; ++p)
      parents.insert(
          fmt::format("c{}", i - 1 - random() % std::min(i, shape.reach)));
    commit.parents.assign(parents.begin(), parents.end());
    commits.push_back(std::move(commit));
  }
  return commits;
}

constexpr int kCount = 200;

/// Any commit of a history that MakeHistory has made with kCount of them.
std::string AnyName(std::mt19937& random) {
  return fmt::format("c{}", random() % kCount);
}

struct Question {
  std::string tip;
  Names hidden;
};

Question AnyQuestion(std::mt19937& random) {
  Question question{AnyName(random), {}};
  for (int h = random() % 4; h > 0; --h)
    question.hidden.push_back(AnyName(random));
  return question;
}

using Check = void (*)(const KnownHistory& known, const std::string& tip,
                       const Names& hidden);

/// Asks of histories of each shape, so many times.
void AskOfEachShape(unsigned seed, int times, Check check) {
  for (const Shape& shape : kShapes) {
    SCOPED_TRACE(shape.what);
    std::mt19937 random(++seed);
    const KnownHistory known(MakeHistory(shape, kCount, random),
                             History::Storage::kPacked);
    for (int i = 0; i < times; ++i) {
      const auto [tip, hidden] = AnyQuestion(random);
      SCOPED_TRACE(fmt::format("{} ^{}", tip, fmt::join(hidden, " ^")));
      ASSERT_NO_FATAL_FAILURE(check(known, tip, hidden));
    }
  }
}

void ExpectExact(const KnownHistory& known, const std::string& tip,
                 const Names& hidden) {
  const Names found = known.Find(tip, hidden);
  ASSERT_EQ(Sorted(found), known.Expected(tip, hidden));
  ExpectParentsFirst(known, found);
  const std::string& other = hidden.empty() ? tip : hidden[0];
  ASSERT_EQ(known.Leads(tip, other), known.IsAncestor(other, tip));
}

TEST(Difference, IsExactWhateverTheDatesAre) {
  AskOfEachShape(0, 150, ExpectExact);
}

bool HasTwice(const Names& names) {
  return std::set<std::string>(names.begin(), names.end()).size() !=
         names.size();
}

bool Has(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

bool IsEndOf(const KnownHistory& known, const Names& found,
             const std::string& name) {
  const Names& parents = known.Parents(name);
  return parents.empty() ||
         !std::ranges::all_of(
             parents, [&](const std::string& p) { return Has(found, p); });
}

void ExpectTheSameWatched(const KnownHistory& known, const std::string& tip,
                          const Names& hidden) {
  const auto watched = known.Watch(tip, hidden);
  ASSERT_EQ(Sorted(watched.found), known.Expected(tip, hidden));
  ExpectParentsFirst(known, watched.found);
  for (const std::string& name : watched.found)
    ASSERT_EQ(Has(watched.ends, name), IsEndOf(known, watched.found, name));
  ASSERT_FALSE(HasTwice(watched.told));
  for (const std::string& told : watched.told)
    ASSERT_TRUE(known.IsAncestor(told, tip));
  for (const std::string& reached : watched.reached)
    ASSERT_TRUE(known.IsAncestor(reached, tip));
}

TEST(WatchedDifference, IsTheSameWhateverTheDatesAre) {
  AskOfEachShape(10, 100, ExpectTheSameWatched);
}

void ExpectTheSameAskedLater(const KnownHistory& known, const std::string& tip,
                             const Names& hidden) {
  const auto early = hidden.begin() + (hidden.empty() ? 0 : 1);
  const Names first(hidden.begin(), early);
  const Names later(early, hidden.end());
  for (const size_t few : {0, 3, 40}) {
    SCOPED_TRACE(few);
    const auto [found, asked] = known.FindAskedLater(tip, first, later, few);
    ASSERT_LE(asked, 1);
    ASSERT_EQ(Sorted(found), known.Expected(tip, asked ? hidden : first));
    ASSERT_TRUE(asked || found.size() <= few);
    ExpectParentsFirst(known, found);
  }
}

TEST(WatchedDifference, IsTheSameWhereSomeAreHiddenLater) {
  AskOfEachShape(20, 60, ExpectTheSameAskedLater);
}

TEST(WatchedDifference, AsksWhatElseIsHiddenOnlyWhereMuchIsFound) {
  const KnownHistory known(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"d", 4, {"c"}}});
  const auto few = known.FindAskedLater("d", {"a"}, {"b"}, 3);
  EXPECT_EQ(few.asked, 0);
  EXPECT_EQ(few.found, (Names{"b", "c", "d"}));
  const auto much = known.FindAskedLater("d", {"a"}, {"b"}, 2);
  EXPECT_EQ(much.asked, 1);
  EXPECT_EQ(much.found, (Names{"c", "d"}));
}

TEST(WatchedDifference, TellsAllOfAnOrdinaryPush) {
  const KnownHistory known({{"a", 1},
                            {"b", 2, {"a"}},
                            {"c", 3, {"b"}},
                            {"side", 3, {"b"}},
                            {"merge", 4, {"c", "side"}}});
  const auto push = known.Watch("merge", {"b"});
  EXPECT_EQ(push.told, (Names{"merge", "c", "side"}));
  EXPECT_EQ(push.reached, Names{"b"});
  const auto first = known.Watch("b", {});
  EXPECT_EQ(first.told, (Names{"b", "a"}));
  EXPECT_EQ(first.reached, Names{});
}

TEST(WatchedDifference, TellsNothingThatIsOlderThanWhatIsHidden) {
  const KnownHistory known(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"other", 1, {"a"}}});
  const auto back = known.Watch("a", {"c"});
  EXPECT_EQ(back.told, Names{});
  EXPECT_EQ(back.reached, Names{});
  const auto aside = known.Watch("other", {"c"});
  EXPECT_EQ(aside.found, Names{"other"});
  EXPECT_EQ(aside.told, Names{});
}

TEST(WatchedDifference, KnowsOnlyWhatIsReallyReached) {
  const KnownHistory known(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"away", 9, {"a"}}});
  EXPECT_EQ(known.Watch("c", {"away", "b"}).reached, Names{"b"});
  EXPECT_EQ(known.Watch("c", {"away"}).reached, Names{});
  EXPECT_EQ(known.Watch("c", {"c"}).reached, Names{"c"});
}

/// Without the objects of commits that need not be read.
TEST(WatchedDifference, ReadsNoHiddenHistoryBehindAnOrdinaryPush) {
  std::vector<Planned> commits{{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}};
  for (int i = 0; i < 12; ++i)
    commits.push_back({fmt::format("n{}", i), 4 + i, {commits.back().name}});
  const KnownHistory known(commits);
  std::filesystem::remove(known.history().ObjectFile("a"));
  std::filesystem::remove(known.history().ObjectFile("b"));
  EXPECT_EQ(known.Watch("n11", {"c"}).found.size(), 12u);
}

TEST(WatchedDifference, IsGivenUpWhileItWalks) {
  std::vector<Planned> commits{{"n0", 1}};
  for (int i = 1; i < 300; ++i)
    commits.push_back({fmt::format("n{}", i), 1 + i, {commits.back().name}});
  const KnownHistory known(commits, History::Storage::kPacked);
  const struct {
    const char* what;
    const char* tip;
    Names hidden;
  } kCases[] = {{"what is found", "n299", {}}, {"hidden", "n0", {"n299"}}};
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    int asked = 0;
    EXPECT_FALSE(
        known.IsWalked(test.tip, test.hidden, [&] { return ++asked == 2; }));
    EXPECT_EQ(asked, 2);
    EXPECT_TRUE(known.IsWalked(test.tip, test.hidden, [] { return false; }));
  }
  EXPECT_TRUE(known.IsWalked("n20", {}, [] { return true; }));
}

TEST(Difference, IsInTheSameOrderEachTime) {
  const KnownHistory known({{"a", 1},
                            {"b", 2, {"a"}},
                            {"c", 2, {"a"}},
                            {"d", 2, {"a"}},
                            {"e", 3, {"b", "c", "d"}}});
  EXPECT_EQ(known.Find("e", {}), (Names{"a", "d", "c", "b", "e"}));
  EXPECT_EQ(known.Find("e", {"a"}), (Names{"d", "c", "b", "e"}));
  EXPECT_EQ(known.Find("e", {"c"}), (Names{"d", "b", "e"}));
}

TEST(Difference, AnswersTheQuestionsOfAWindow) {
  const KnownHistory known({{"base", 1},
                            {"old1", 2, {"base"}},
                            {"old2", 3, {"old1"}},
                            {"new1", 9, {"base"}},
                            {"other", 5}});
  const struct {
    const char* what;
    const char* tip;
    Names hidden;
    Names found;
  } kCases[] = {
      {"what a rewrite takes", "old2", {"new1"}, {"old1", "old2"}},
      {"what a rewrite adds", "new1", {"old2"}, {"new1"}},
      {"nothing changes", "old2", {"old2"}, {}},
      {"a step back takes", "old2", {"base"}, {"old1", "old2"}},
      {"a step back adds", "base", {"old2"}, {}},
      {"unrelated histories", "old2", {"other"}, {"base", "old1", "old2"}},
      {"a creation", "old1", {}, {"base", "old1"}},
      {"hidden twice", "old2", {"old1", "old1"}, {"old2"}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(known.Find(test.tip, test.hidden), test.found);
  }
}

/// A commit, a line of commits behind it dated before all others, and a merge
/// of the line's end with the commit.
std::vector<Planned> LongOldLine(int length) {
  std::vector<Planned> commits{{"root", 1'600'000'000},
                               {"a", 1'600'000'001, {"root"}}};
  for (int i = 0; i < length; ++i)
    commits.push_back({fmt::format("old{}", i), i, {commits.back().name}});
  commits.push_back({"cur", 1'600'000'002, {commits.back().name}});
  commits.push_back({"merge", 1'600'000'003, {"cur", "a"}});
  return commits;
}

TEST(Difference, OutlastsALineDatedBeforeAllOthers) {
  const KnownHistory known(LongOldLine(1000), History::Storage::kPacked);
  EXPECT_EQ(known.Find("merge", {"cur"}), Names{"merge"});
}

TEST(Difference, LooksAtAllThatIsNewerThanWhatItFound) {
  std::vector<Planned> commits{{"old1", 1}, {"old2", 2, {"old1"}}, {"root", 3}};
  commits.push_back({"merge", 4, {"root", "old2"}});
  for (int i = 0; i < 1500; ++i)
    commits.push_back({fmt::format("m{}", i), 5 + i, {commits.back().name}});
  commits.push_back({"again", 9999, {commits.back().name, "old2"}});
  const KnownHistory known(commits, History::Storage::kPacked);
  EXPECT_EQ(known.Find("again", {"m1499"}), Names{"again"});
}

TEST(Difference, IsNeverTooSmallBeyondItsBound) {
  const KnownHistory known(LongOldLine(3000), History::Storage::kPacked);
  const Names found = known.Find("merge", {"cur"});
  EXPECT_NE(std::ranges::find(found, "merge"), found.end());
  EXPECT_EQ(std::ranges::find(found, "cur"), found.end());
  ExpectParentsFirst(known, found);
}

TEST(Difference, IsEmptyForWhatIsHiddenHoweverFarAway) {
  const KnownHistory known(LongOldLine(3000), History::Storage::kPacked);
  EXPECT_TRUE(known.Leads("cur", "a"));
  EXPECT_TRUE(known.Leads("merge", "root"));
  EXPECT_FALSE(known.Leads("a", "cur"));
  EXPECT_EQ(known.Find("a", {"cur"}), Names{});
}

TEST(Difference, DoesNotGuess) {
  const KnownHistory known({{"a", 1},
                            {"b", 2, {"a"}},
                            {"c", 3, {"b"}},
                            {"d", 4, {"b"}},
                            {"e", 5, {"d"}}});
  const std::string id = known.Id("b").Hex();
  std::filesystem::remove(known.history().ObjectFile("b"));
  const std::string kNone =
      "reading commit " + id + ": there is no such object";
  const struct {
    const char* what;
    const char* tip;
    Names hidden;
  } kCases[] = {
      {"on the tip's side", "c", {"a"}},
      {"on the hidden side", "a", {"c"}},
      {"the tip", "b", {"a"}},
      {"a hidden one", "c", {"b"}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    try {
      known.Find(test.tip, test.hidden);
      ADD_FAILURE() << "no error";
    } catch (const Error& error) {
      EXPECT_EQ(error.what(), kNone);
    }
  }
}

TEST(Difference, NeedsCommits) {
  const KnownHistory known({{"a", 1}});
  const auto tree =
      ObjectId::FromHex(known.history().Git({"rev-parse", "a^{tree}"}));
  EXPECT_THROW(Difference(known.repository(), *tree, {}), Error);
  EXPECT_THROW(Difference(known.repository(), known.Id("a"), {*tree}), Error);
  EXPECT_THROW(Difference(known.repository(), ObjectId{}, {}), Error);
}

TEST(Difference, EndsWhereAShallowCloneDoes) {
  const KnownHistory known(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"d", 4, {"c"}}});
  const TempDir clone;
  known.history().Git({"update-ref", "refs/heads/main", "d"});
  known.history().Git({"clone", "-q", "--bare", "--depth=3", "--branch=main",
                       "file://" + known.history().path(), clone.path()});
  const Repository repository = Repository::Open(clone.path(), "");
  EXPECT_EQ(Difference(repository, known.Id("d"), {}),
            (std::vector{known.Id("b"), known.Id("c"), known.Id("d")}));
}

/// Without the objects of commits that need not be read.
TEST(Difference, ReadsLittleForAnOrdinaryPush) {
  const KnownHistory known(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"d", 4, {"c"}}});
  std::filesystem::remove(known.history().ObjectFile("a"));
  std::filesystem::remove(known.history().ObjectFile("b"));
  EXPECT_TRUE(known.Leads("d", "c"));
  EXPECT_EQ(known.Find("d", {"c"}), Names{"d"});
}

TEST(Difference, ReadsLittleWhateverTheDates) {
  const KnownHistory known({{"a", 900},
                            {"b", 800, {"a"}},
                            {"c", 700, {"b"}},
                            {"d", 600, {"c"}},
                            {"e", 1, {"d"}},
                            {"f", 2, {"e"}}});
  std::filesystem::remove(known.history().ObjectFile("a"));
  std::filesystem::remove(known.history().ObjectFile("b"));
  EXPECT_EQ(known.Find("f", {"d"}), (Names{"e", "f"}));
  EXPECT_TRUE(known.Leads("e", "d"));
}

}  // namespace
}  // namespace commitgate::testing
