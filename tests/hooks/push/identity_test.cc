// SPDX-License-Identifier: MIT
#include "hooks/push/identity.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;

class IdentityTest : public ::testing::Test {
 protected:
  IdentityTest() : repository_(OpenNew(folder_)) {}

  Identity Ask(std::string_view provider, Environment::Values values,
               bool is_receive_hook = true) {
    const Environment environment(std::move(values));
    return Identify({.provider = provider,
                     .environment = environment,
                     .policy = policy_,
                     .roster_groups = roster_groups_,
                     .uid = uid_,
                     .is_receive_hook = is_receive_hook,
                     .updates = {},
                     .repository = repository_});
  }

  /// `id`, `id for delegate`, or why it is nobody.
  std::string Who(std::string_view provider, Environment::Values values,
                  bool is_receive_hook = true) {
    const Identity identity = Ask(provider, std::move(values), is_receive_hook);
    if (!identity.pusher)
      return "nobody, " + identity.why_nobody;
    if (!identity.refusal.empty())
      return identity.pusher->id + ", refused: " + identity.refusal;
    EXPECT_EQ(identity.pusher->provider, provider);
    EXPECT_EQ(identity.why_nobody, "");
    if (!identity.delegate)
      return identity.pusher->id;
    EXPECT_EQ(identity.delegate->provider, provider);
    return identity.pusher->id + " by " + identity.delegate->id;
  }

  std::string Error(std::string_view provider) {
    try {
      return "no error, " + Who(provider, {});
    } catch (const commitgate::Error& error) {
      return error.what();
    }
  }

  PushPolicy policy_;
  std::function<std::vector<std::string>(const std::string&)> roster_groups_;
  unsigned uid_ = 0;

 private:
  static Repository OpenNew(const TempDir& folder) {
    Git(folder.path(), {"init", "--quiet", "--bare", "."});
    return Repository::Open(folder.path(), "");
  }

  TempDir folder_;
  Repository repository_;
};

TEST_F(IdentityTest, ComesFromTheConfiguredProvider) {
  const struct {
    const char* provider;
    Environment::Values values;
  } kRows[] = {
      {"gitolite", {{"GL_USER", "alice"}}},
      {"gitlab", {{"GL_USERNAME", "alice"}, {"GL_ID", "user-7"}}},
      {"gitlab", {{"GL_USERNAME", "alice"}, {"GL_ID", "key-7"}}},
      {"github", {{"GITHUB_USER_LOGIN", "alice"}}},
      {"gitea", {{"GITEA_PUSHER_NAME", "alice"}, {"GITEA_PUSHER_ID", "7"}}},
      {"gitea",
       {{"GITEA_PUSHER_NAME", "alice"},
        {"GITEA_PUSHER_ID", "70"},
        {"GITEA_DEPLOY_KEY_ID", "0"}}},
      {"http", {{"REMOTE_USER", "alice"}}},
      {"env:WHO", {{"WHO", "alice"}}},
      {"env:_W_2", {{"_W_2", "alice"}}},
      {"env:REMOTE_USER", {{"REMOTE_USER", "alice"}}},
      {"env:SSH_USER", {{"SSH_USER", "alice"}}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.provider);
    EXPECT_EQ(Who(row.provider, row.values), "alice");
    EXPECT_EQ(Who(row.provider, row.values, false), "alice");
  }
}

TEST_F(IdentityTest, IsNobodyWhereTheProviderDoesNotSay) {
  const struct {
    const char* provider;
    Environment::Values values;
    const char* why;
  } kRows[] = {
      {"gitolite", {}, "GL_USER is not set"},
      {"gitolite", {{"GL_USER", ""}}, "GL_USER is empty"},
      {"gitolite", {{"GL_USERNAME", "alice"}}, "GL_USER is not set"},
      {"gitlab", {{"GL_USERNAME", "alice"}}, "GL_ID is not set"},
      {"gitlab", {{"GL_ID", "user-7"}}, "GL_USERNAME is not set"},
      {"gitlab", {{"GL_ID", "key-7"}}, "a deploy key is nobody"},
      {"gitlab",
       {{"GL_ID", "key-7"}, {"GL_USERNAME", ""}},
       "a deploy key is nobody"},
      {"github", {{"GL_USER", "alice"}}, "GITHUB_USER_LOGIN is not set"},
      {"gitea", {{"GITEA_PUSHER_NAME", "alice"}}, "GITEA_PUSHER_ID is not set"},
      {"gitea", {{"GITEA_PUSHER_ID", "7"}}, "GITEA_PUSHER_NAME is not set"},
      {"gitea",
       {{"GITEA_PUSHER_NAME", "alice"}, {"GITEA_PUSHER_ID", "0"}},
       "GITEA_PUSHER_ID is no user's"},
      {"gitea",
       {{"GITEA_PUSHER_NAME", "alice"}, {"GITEA_PUSHER_ID", "-1"}},
       "GITEA_PUSHER_ID is no user's"},
      {"gitea",
       {{"GITEA_PUSHER_NAME", "alice"}, {"GITEA_PUSHER_ID", "7x"}},
       "GITEA_PUSHER_ID is no user's"},
      {"gitea",
       {{"GITEA_PUSHER_NAME", "owner"},
        {"GITEA_PUSHER_ID", "7"},
        {"GITEA_DEPLOY_KEY_ID", "3"}},
       "a deploy key is nobody"},
      {"http", {{"HTTP_REMOTE_USER", "alice"}}, "REMOTE_USER is not set"},
      {"http", {{"REMOTE_USER", "anonymous"}}, "'anonymous' is nobody"},
      {"env:WHO", {{"USER", "alice"}}, "WHO is not set"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.why);
    EXPECT_EQ(Who(row.provider, row.values),
              "nobody, '" + std::string(row.provider) +
                  "' does not say who pushes: " + row.why);
  }
}

TEST_F(IdentityTest, IsNobodyWithoutAProvider) {
  EXPECT_EQ(Who("", {{"GL_USER", "alice"}, {"REMOTE_USER", "alice"}}),
            "nobody, this server is not told how to know who pushes: git "
            "config commitgate.identity is not set");
}

TEST_F(IdentityTest, RefusesProvidersThatThereAreNot) {
  const std::string kWords =
      "there is no such provider, it is one of gitolite, gitlab, github, "
      "gitea, http, unix, push-cert, env:NAME";
  const std::string kNoName = "that is no name of a variable";
  const std::string kOfPushers = "pushers can set that variable themselves";
  const struct {
    const char* provider;
    const std::string& why;
  } kRows[] = {
      {"gitosis", kWords},
      {"Gitolite", kWords},
      {" unix", kWords},
      {"unix:", kWords},
      {"unix:alice", kWords},
      {"gitolite,unix", kWords},
      {"env", kWords},
      {":", kWords},
      {":WHO", kWords},
      {"env:", kNoName},
      {"env:2WHO", kNoName},
      {"env:WHO AM I", kNoName},
      {"env:WHO=", kNoName},
      {"env:env:WHO", kNoName},
      {"env:W\xc3\x96", kNoName},
      {"env:GIT_PUSH_CERT_SIGNER", kOfPushers},
      {"env:GIT_PUSH_OPTION_0", kOfPushers},
      {"env:GIT_PROTOCOL", kOfPushers},
      {"env:HTTP_X_REMOTE_USER", kOfPushers},
      {"env:LC_WHO", kOfPushers},
      {"env:LANG", kOfPushers},
      {"env:SSH_ORIGINAL_COMMAND", kOfPushers},
      {"env:TERM", kOfPushers},
      {"env:QUERY_STRING", kOfPushers},
      {"env:PATH_INFO", kOfPushers},
      {"env:CONTENT_TYPE", kOfPushers},
      {"env:CONTENT_LENGTH", kOfPushers},
      {"env:REQUEST_URI", kOfPushers},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.provider);
    EXPECT_TRUE(Error(row.provider).ends_with(": " + row.why))
        << Error(row.provider);
  }
}

TEST_F(IdentityTest, TakesOnlyVisibleAsciiForAName) {
  const std::string longest(255, 'a');
  for (const std::string& name :
       {longest, std::string("a"), std::string("alice@example.com"),
        std::string("DOMAIN\\alice"), std::string("-rf"),
        std::string("anonymous2"), std::string("$(id);'\"`~!")})
    EXPECT_EQ(Who("gitolite", {{"GL_USER", name}}), name);

  const std::string kBad = "' has characters that no name can have";
  const std::pair<std::string, std::string> kRefused[] = {
      {std::string(256, 'a'), "the name is longer than 255 bytes"},
      {"alice smith", "'alice smith" + kBad},
      {" alice", "' alice" + kBad},
      {"alice\n", "'alice\\n" + kBad},
      {"ali\tce", "'ali\\tce" + kBad},
      {"\x1b[2J", "'\\x1b[2J" + kBad},
      {"alice\x7f", "'alice\\x7f" + kBad},
      {"Zo\xc3\xab", "'Zo\xc3\xab" + kBad},
      {"al\xffice", "'al\\xffice" + kBad},
      {"Anonymous", "'Anonymous' is nobody"},
      {"ANONYMOUS", "'ANONYMOUS' is nobody"},
  };
  for (const auto& [name, why] : kRefused)
    EXPECT_EQ(Who("gitolite", {{"GL_USER", name}}),
              "nobody, 'gitolite' does not say who pushes: " + why);
}

TEST_F(IdentityTest, IsTheLoginOfTheUserId) {
  EXPECT_EQ(Who("unix", {{"USER", "alice"}, {"LOGNAME", "alice"}}), "root");
  uid_ = 3'999'999'999;
  EXPECT_EQ(Who("unix", {{"USER", "alice"}}), "uid-3999999999");
}

Environment::Values Saying(std::vector<std::string> options) {
  Environment::Values values = {{"GL_USER", "bot"}};
  values["GIT_PUSH_OPTION_COUNT"] = std::to_string(options.size());
  for (size_t n = 0; n < options.size(); ++n)
    values["GIT_PUSH_OPTION_" + std::to_string(n)] = options[n];
  return values;
}

TEST_F(IdentityTest, IsWhomADelegatePushesFor) {
  policy_.delegates = {"helper", "bot"};
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"})), "alice by bot");
  EXPECT_EQ(Who("gitolite", Saying({"ci.skip", "on-behalf-of=alice", "x"})),
            "alice by bot");
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of", "on-behalf-of-x=alice",
                                    "On-Behalf-Of=alice"})),
            "bot");
  EXPECT_EQ(Who("gitolite", Saying({})), "bot");
}

TEST_F(IdentityTest, IsWhomAMemberOfTheRosterPushesFor) {
  policy_.delegates = {"@bots"};
  roster_groups_ = [](const std::string& id) {
    return std::vector<std::string>{id == "bot" ? "bots" : "people"};
  };
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"})), "alice by bot");
  policy_.delegates = {"@people"};
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"})),
            "bot, refused: 'bot' may not push on behalf of others");
}

TEST_F(IdentityTest, IsADelegatesOwnWhereGitHandsOnNoOptions) {
  policy_.delegates = {"bot"};
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"}), false), "bot");
}

TEST_F(IdentityTest, IsNobodyWhereSomebodyElsePushesForOthers) {
  const std::string kWhy =
      "bot, refused: 'bot' may not push on behalf of others";
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"})), kWhy);
  policy_.delegates = {"alice", "bots"};
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=alice"})), kWhy);
  EXPECT_EQ(Who("gitolite", Saying({"on-behalf-of=bot"})), kWhy);
}

TEST_F(IdentityTest, RefusesWhereItIsNotClearWhomADelegatePushesFor) {
  policy_.delegates = {"bot"};
  const std::pair<std::vector<std::string>, std::string> kRows[] = {
      {{"on-behalf-of=alice", "on-behalf-of=bob"},
       "a push is on behalf of one person, not of several"},
      {{"on-behalf-of=alice", "on-behalf-of=alice"},
       "a push is on behalf of one person, not of several"},
      {{"on-behalf-of="}, "the push is on behalf of nobody: the name is empty"},
      {{"on-behalf-of=anonymous"},
       "the push is on behalf of nobody: 'anonymous' is nobody"},
      {{"on-behalf-of=alice\n"},
       "the push is on behalf of nobody: 'alice\\n' has characters that no "
       "name can have"},
      {{"on-behalf-of=" + std::string(5000, 'a')},
       "the push is on behalf of nobody: the name is longer than 255 bytes"},
  };
  for (const auto& [options, why] : kRows)
    EXPECT_EQ(Who("gitolite", Saying(options)), "bot, refused: " + why);
}

TEST_F(IdentityTest, StaysNobodyWhateverIsSaidOnBehalfOfOthers) {
  policy_.delegates = {"bot", "", "anonymous"};
  Environment::Values values = Saying({"on-behalf-of=alice"});
  values.erase("GL_USER");
  EXPECT_EQ(Who("gitolite", values),
            "nobody, 'gitolite' does not say who pushes: GL_USER is not set");
}

}  // namespace
}  // namespace commitgate
