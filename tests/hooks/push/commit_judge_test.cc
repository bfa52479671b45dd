// SPDX-License-Identifier: MIT
#include "hooks/push/commit_judge.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr Room kRoom{.refusals = 50, .warnings = 50};

class CommitJudgeTest : public ::testing::Test {
 protected:
  CommitJudgeTest()
      : rules_(PolicyOf("[rules.line-after-title]\n"
                        "level = \"error\"\n"
                        "[rules.line-length]\n"
                        "level = \"error\"\n"
                        "max = 60\n")) {}

  JudgedCommit Judge(const std::string& name, const Room& room = kRoom,
                     size_t max_message = 1'000) {
    const Repository repository = repository_.Open();
    return CommitJudge(repository, max_message)
        .Judge(repository_[name], {&rules_, &views_}, room);
  }

  Lines Told(const JudgedCommit& judged) const {
    Lines lines;
    for (const Remark& remark : judged.remarks) {
      lines.push_back(repository_.Named(remark.what));
      lines.insert(lines.end(), remark.more.begin(), remark.more.end());
    }
    return lines;
  }

  PushedRepository repository_;
  const Policy rules_;
  const Views views_;
};

TEST_F(CommitJudgeTest, SaysNothingOfAGoodCommit) {
  repository_.Good("root");
  repository_.Good("merge", {"root", "root"});
  const JudgedCommit root = Judge("root");
  EXPECT_EQ(root.kind, Verdict::Kind::kPass);
  EXPECT_FALSE(root.IsRefused());
  EXPECT_EQ(root.parents, 0);
  EXPECT_EQ(root.findings, 0u);
  EXPECT_EQ(Told(root), Lines{});
  EXPECT_EQ(Judge("merge").parents, 2);
}

TEST_F(CommitJudgeTest, MakesEachFindingARemarkThatFits) {
  repository_.Commit("bad", "doc: a title too long\nthen " +
                                std::string(60, 'x') + " and more words\n");
  const JudgedCommit judged = Judge("bad");
  EXPECT_TRUE(judged.IsRefused());
  EXPECT_EQ(judged.findings, 3u);
  EXPECT_EQ(judged.remarks.size(), 3u);
  const Lines lines = Told(judged);
  EXPECT_EQ(Lines(lines.begin(), lines.begin() + 5),
            (Lines{"<bad> doc: a title too long",
                   "  1:21: error: title is 21 columns long, limit is 20 "
                   "[title-length]",
                   "      doc: a title too long", "                          ^",
                   "<bad> doc: a title too long"}));
  for (const std::string& line : lines)
    EXPECT_LE(line.size(), 70u) << line;
}

TEST_F(CommitJudgeTest, KeepsNoMoreRemarksThanThereIsRoomFor) {
  repository_.Commit("bad", "doc: a title too long\nx\n");
  repository_.Commit("odd", "doc: sixteen cols\n");
  const Room kNoRefusals{.refusals = 0, .warnings = 9};
  EXPECT_EQ(Judge("bad", {.refusals = 1, .warnings = 0}).remarks.size(), 1u);
  EXPECT_EQ(Judge("bad", kNoRefusals).remarks.size(), 0u);
  EXPECT_EQ(Judge("bad", kNoRefusals).findings, 2u);
  EXPECT_EQ(Judge("odd", kNoRefusals).remarks.size(), 1u);
  EXPECT_EQ(Judge("odd", {.refusals = 9, .warnings = 0}).remarks.size(), 0u);
  EXPECT_EQ(Judge("odd", {.refusals = 9, .warnings = 0}).findings, 1u);
}

TEST_F(CommitJudgeTest, DoesNotReadMessagesThatAreTooLarge) {
  repository_.Good("root");
  repository_.Commit("large", std::string(101, 'x'), {"root", "root"});
  EXPECT_NE(Judge("large", kRoom, 101).kind, Verdict::Kind::kError);
  const JudgedCommit judged = Judge("large", kRoom, 100);
  EXPECT_EQ(judged.kind, Verdict::Kind::kError);
  EXPECT_TRUE(judged.IsRefused());
  EXPECT_EQ(judged.parents, 2);
  EXPECT_EQ(judged.findings, 1u);
  EXPECT_EQ(Told(judged), (Lines{"<large>",
                                 "  error: could not judge: the message has "
                                 "101 bytes, limit is 100"}));
}

TEST_F(CommitJudgeTest, JudgesEachCommitOnceForEachSetOfRules) {
  repository_.Bad("bad");
  const Policy others = PolicyOf("");
  const Repository repository = repository_.Open();
  CommitJudge judge(repository, 1'000);
  const auto at = [&](const HeldTo& held_to, const Room& room = kRoom) {
    return &judge.Judge(repository_["bad"], held_to, room);
  };
  const Views others_see;
  const JudgedCommit* first = at({&rules_, &views_});
  EXPECT_EQ(at({&rules_, &views_}, {}), first);
  EXPECT_NE(at({&others, &views_}), first);
  EXPECT_NE(at({&rules_, &others_see}), first);
  EXPECT_NE(at({&rules_, &views_, true}), first);
}

TEST_F(CommitJudgeTest, JudgesAgainWhereThereIsMoreToTell) {
  repository_.Bad("bad");
  const Repository repository = repository_.Open();
  CommitJudge judge(repository, 1'000);
  const HeldTo held_to{&rules_, &views_};
  const ObjectId& id = repository_["bad"];
  judge.Learn(id, held_to,
              judge.JudgeObject(id, repository.ReadCommit(id), held_to, {}));
  EXPECT_EQ(judge.Judge(id, held_to, {}).remarks.size(), 0u);
  EXPECT_EQ(
      judge.Judge(id, held_to, {.refusals = 0, .warnings = 9}).remarks.size(),
      0u);
  EXPECT_EQ(judge.Judge(id, held_to, kRoom).remarks.size(), 1u);
  EXPECT_EQ(judge.Judge(id, held_to, {}).remarks.size(), 1u);
}

TEST_F(CommitJudgeTest, ReadsNothingThatItWasToldBefore) {
  repository_.Good("good");
  const Repository repository = repository_.Open();
  CommitJudge judge(repository, 1'000);
  const HeldTo held_to{&rules_, &views_};
  judge.Learn(ObjectId{}, held_to, {.kind = Verdict::Kind::kWarn});
  EXPECT_EQ(judge.Judge(ObjectId{}, held_to, kRoom).kind, Verdict::Kind::kWarn);
  const ObjectId kept{.bytes = {1}};
  judge.Keep(kept, repository.ReadCommit(repository_["good"]));
  EXPECT_EQ(judge.Judge(kept, held_to, kRoom).kind, Verdict::Kind::kPass);
  const ObjectId unknown{.bytes = {2}};
  EXPECT_THROW(judge.Judge(unknown, held_to, kRoom), Error);
}

TEST_F(CommitJudgeTest, ShowsRulesWhatTheyAreToLookAt) {
  repository_.Good("good");
  const Policy dates = PolicyOf("[rules.dates]\nlevel = \"error\"\n");
  const Repository repository = repository_.Open();
  CommitJudge judge(repository, 1'000);
  const Views then{.now = 1'600'000'000};
  const Views now{.now = 1'800'000'000};
  const auto is_refused = [&](const Views& views) {
    return judge.Judge(repository_["good"], {&dates, &views}, kRoom)
        .IsRefused();
  };
  EXPECT_TRUE(is_refused(then));
  EXPECT_FALSE(is_refused(now));
  EXPECT_FALSE(is_refused(views_));
}

TEST_F(CommitJudgeTest, ThrowsForWhatIsNoCommit) {
  repository_.Name("gone", std::string(40, '1'));
  EXPECT_THROW(Judge("gone"), Error);
  EXPECT_THROW(Judge("tree"), Error);
}

}  // namespace
}  // namespace commitgate::testing
