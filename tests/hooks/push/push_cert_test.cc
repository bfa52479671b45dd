// SPDX-License-Identifier: MIT
#include "hooks/push/push_cert.h"

#include <gtest/gtest.h>

#include "tests/support/process.h"
#include "tests/support/process_line.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;
using Lines = std::vector<std::string_view>;

const std::string kZeros(40, '0');
const std::string kOnes(40, '1');
const std::string kTwos(40, '2');
constexpr char kHeaders[] =
    "certificate version 0.1\n"
    "pusher SHA256:abc 1700000000 +0000\n"
    "pushee ssh://example.com/r.git\n"
    "nonce 1700000000-abc\n"
    "push-option x\n"
    "\n";
constexpr char kSignature[] =
    "-----BEGIN SSH SIGNATURE-----\nabc\n-----END SSH SIGNATURE-----\n";

TEST(ParsePushCert, FindsTheNonceAndTheUpdates) {
  const std::string text = std::string(kHeaders) + "a b refs/heads/c\n" +
                           "d e refs/heads/f\n" + kSignature;
  const PushCert certificate = ParsePushCert(text);
  EXPECT_EQ(certificate.nonce, "1700000000-abc");
  EXPECT_EQ(certificate.updates,
            (Lines{"a b refs/heads/c", "d e refs/heads/f"}));
}

TEST(ParsePushCert, TakesAnyBytes) {
  const struct {
    const char* what;
    const char* text;
    const char* nonce;
    Lines updates;
  } kRows[] = {
      {"nothing", "", "", {}},
      {"another version", "certificate version 0.2\nnonce n\n\na\n", "", {}},
      {"headers only", "certificate version 0.1\nnonce n\n", "n", {}},
      {"no line feed", "certificate version 0.1\nnonce n", "n", {}},
      {"no signature", "certificate version 0.1\n\na\n\nb", "", {"a", "", "b"}},
      {"two nonces", "certificate version 0.1\nnonce a\nnonce b\n", "a", {}},
      {"a nonce among the updates",
       "certificate version 0.1\n\nnonce a\n",
       "",
       {"nonce a"}},
      {"updates behind the signature",
       "certificate version 0.1\n\na\n-----BEGIN PGP SIGNATURE-----\nb\n",
       "",
       {"a"}},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    const PushCert certificate = ParsePushCert(row.text);
    EXPECT_EQ(certificate.nonce, row.nonce);
    EXPECT_EQ(certificate.updates, row.updates);
  }
}

/// A push that creates `a` and deletes `b`, signed; tests spoil it.
class PushCertTest : public ::testing::Test {
 protected:
  PushCertTest() : repository_(OpenNew(folder_)) {
    Sign(std::string(kHeaders) + kZeros + " " + kOnes + " refs/heads/a\n" +
         kTwos + " " + kZeros + " refs/heads/b\n" + kSignature);
  }

  /// Makes `text` the certificate.
  void Sign(const std::string& text) {
    values_["GIT_PUSH_CERT"] =
        Git(folder_.path(), {"hash-object", "-w", "--stdin"}, text);
  }

  /// The id, or why there is none, for a hook below processes of these names.
  std::string AskBelow(const std::vector<std::string>& names) {
    return testing::InLine(
        names, [](const std::string&) {}, [this] { return AskHere(); });
  }
  std::string Ask() { return AskBelow({"git-receive-pac", "sh"}); }

 private:
  std::string AskHere() {
    const Environment environment(values_);
    const Claim claim = AskPushCert({.provider = "push-cert",
                                     .environment = environment,
                                     .policy = policy_,
                                     .is_receive_hook = is_receive_hook_,
                                     .updates = updates_,
                                     .repository = repository_},
                                    "");
    return claim.id ? *claim.id : "none: " + claim.why_none;
  }

 protected:
  TempDir folder_;
  bool is_receive_hook_ = true;
  Environment::Values values_ = {
      {"GIT_PUSH_CERT_STATUS", "G"},
      {"GIT_PUSH_CERT_NONCE_STATUS", "OK"},
      {"GIT_PUSH_CERT_NONCE", "1700000000-abc"},
      {"GIT_PUSH_CERT_SIGNER", "alice"},
      {"GIT_PUSH_CERT_KEY", "SHA256:key"},
  };
  std::vector<RefUpdate> updates_ = {
      {"refs/heads/a", std::nullopt, ObjectId::FromHex(kOnes)},
      {"refs/heads/b", ObjectId::FromHex(kTwos), std::nullopt},
  };

 private:
  static Repository OpenNew(const TempDir& folder) {
    Git(folder.path(), {"init", "--quiet", "--bare", "."});
    return Repository::Open(folder.path(), "");
  }

  PushPolicy policy_;
  Repository repository_;
};

TEST_F(PushCertTest, ClaimsTheKeyThatSignedThePush) {
  EXPECT_EQ(Ask(), "SHA256:key");
  std::swap(updates_[0], updates_[1]);
  EXPECT_EQ(Ask(), "SHA256:key");
}

TEST_F(PushCertTest, ClaimsNothingWhereGitDoesNotVouchForTheSignature) {
  const struct {
    const char* variable;
    const char* value;
    const char* why;
  } kRows[] = {
      {"GIT_PUSH_CERT", "", "the push is not signed"},
      {"GIT_PUSH_CERT_STATUS", "B", "GIT_PUSH_CERT_STATUS is 'B', not 'G'"},
      {"GIT_PUSH_CERT_STATUS", "U", "GIT_PUSH_CERT_STATUS is 'U', not 'G'"},
      {"GIT_PUSH_CERT_STATUS", "", "GIT_PUSH_CERT_STATUS is '', not 'G'"},
      {"GIT_PUSH_CERT_STATUS", "G\n",
       "GIT_PUSH_CERT_STATUS is 'G\\n', not 'G'"},
      {"GIT_PUSH_CERT_NONCE_STATUS", "SLOP",
       "GIT_PUSH_CERT_NONCE_STATUS is 'SLOP', not 'OK'"},
      {"GIT_PUSH_CERT_NONCE_STATUS", "UNSOLICITED",
       "GIT_PUSH_CERT_NONCE_STATUS is 'UNSOLICITED', not 'OK'"},
      {"GIT_PUSH_CERT_NONCE", "1700000001-abc",
       "the push certificate has another nonce"},
      {"GIT_PUSH_CERT_KEY", "", "GIT_PUSH_CERT_KEY is empty"},
  };
  const Environment::Values kGood = values_;
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.why);
    values_ = kGood;
    values_[row.variable] = row.value;
    EXPECT_EQ(Ask(), std::string("none: ") + row.why);
  }
}

TEST_F(PushCertTest, ClaimsNothingWhereAVariableIsMissing) {
  const Environment::Values kGood = values_;
  for (const char* variable :
       {"GIT_PUSH_CERT", "GIT_PUSH_CERT_STATUS", "GIT_PUSH_CERT_NONCE_STATUS",
        "GIT_PUSH_CERT_NONCE", "GIT_PUSH_CERT_KEY"}) {
    SCOPED_TRACE(variable);
    values_ = kGood;
    values_.erase(variable);
    EXPECT_TRUE(Ask().starts_with("none: ")) << Ask();
  }
}

TEST_F(PushCertTest, ClaimsNothingWhereReceivePackIsNotSeen) {
  const auto kRefused =
      "none: it cannot be seen whether the push certificate was there before "
      "the push";
  EXPECT_EQ(AskBelow({}), kRefused);
  EXPECT_EQ(AskBelow({"git", "sh"}), kRefused);
  EXPECT_EQ(AskBelow({"git-receive-pa"}), kRefused);
}

TEST_F(PushCertTest, ClaimsNothingOutsideOfReceiveHooks) {
  is_receive_hook_ = false;
  EXPECT_EQ(Ask(), "none: only pre-receive is told of push certificates");
}

TEST_F(PushCertTest, ClaimsNothingWhereTheCertificateIsNotThere) {
  const std::string tree = Git(folder_.path(), {"mktree"});
  Git(folder_.path(), {"update-ref", "refs/x", values_["GIT_PUSH_CERT"]});
  for (const std::string& name :
       {kOnes, kZeros, tree, std::string("refs/x"), std::string("HEAD"),
        std::string("-x"), "\n" + values_["GIT_PUSH_CERT"]}) {
    SCOPED_TRACE(name);
    values_["GIT_PUSH_CERT"] = name;
    EXPECT_EQ(Ask(), "none: the push certificate is not in the repository");
  }
}

TEST_F(PushCertTest, ClaimsNothingForOtherUpdates) {
  const std::vector<RefUpdate> kGood = updates_;
  const auto kRefused = "none: the push certificate is for other updates";
  updates_.pop_back();
  EXPECT_EQ(Ask(), kRefused);
  updates_.clear();
  EXPECT_EQ(Ask(), kRefused);

  updates_ = kGood;
  updates_.push_back({"refs/heads/c", std::nullopt, ObjectId::FromHex(kOnes)});
  EXPECT_EQ(Ask(), kRefused);

  updates_ = kGood;
  updates_[0].ref = "refs/heads/main";
  EXPECT_EQ(Ask(), kRefused);

  updates_ = kGood;
  updates_[0].claimed = ObjectId::FromHex(kTwos);
  EXPECT_EQ(Ask(), kRefused);

  updates_ = kGood;
  updates_[0].target = ObjectId::FromHex(kTwos);
  EXPECT_EQ(Ask(), kRefused);
}

TEST_F(PushCertTest, ClaimsNothingForACertificateWithoutANonce) {
  const std::string updates = kZeros + " " + kOnes + " refs/heads/a\n" + kTwos +
                              " " + kZeros + " refs/heads/b\n";
  values_["GIT_PUSH_CERT_NONCE"] = "";
  Sign("certificate version 0.1\n\n" + updates + kSignature);
  EXPECT_EQ(Ask(), "none: the push certificate has another nonce");
}

}  // namespace
}  // namespace commitgate
