// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

const std::string kNoDocument =
    "1:1+0: error: 'napi_new' added to Node-API, a change in "
    "'doc/api/n-api.md' is wanted";
const std::string kNoTest =
    "1:1+0: error: 'napi_new' added to Node-API, a change in "
    "'test/addons-napi/' or 'test/js-native-api/' or 'test/node-api/' is "
    "wanted";
constexpr const char* kOld = "NAPI_EXTERN int napi_old(napi_env env);\n";
constexpr const char* kNew =
    "NAPI_EXTERN int napi_old(napi_env env);\n"
    "NAPI_EXTERN int napi_new(napi_env env);\n";

class NodeApiAdditions : public ::testing::Test {
 protected:
  FakeChanges& changes() { return repository_.changes(); }

  Lines Judge(std::map<std::string, std::string> options = {}) {
    return Complaints(
        kNodeApiAdditions, "node-api: x",
        {.options = std::move(options), .views = {.repository = &repository_}});
  }

  FakeRepositoryView repository_;
};

TEST_F(NodeApiAdditions, AreDocumentedAndTested) {
  for (const char* const test :
       {"test/addons-napi/1.c", "test/js-native-api/a/b.c",
        "test/node-api/b.js"}) {
    SCOPED_TRACE(test);
    repository_ = FakeRepositoryView();
    changes().Add("src/node_api.h", kOld, kNew);
    changes().Add("doc/api/n-api.md", "", "napi_new");
    changes().Add(test, {}, "");
    EXPECT_EQ(Judge(), Lines{});
  }
}

TEST_F(NodeApiAdditions, AreNeither) {
  for (const char* const header :
       {"src/node_api.h", "src/node_api_types.h", "src/js_native_api.h",
        "src/js_native_api_types.h"}) {
    SCOPED_TRACE(header);
    repository_ = FakeRepositoryView();
    changes().Add(header, kOld, kNew);
    changes().Add("src/node_api.cc", "", "");
    changes().Add("doc/api/fs.md", "", "");
    changes().Add("test/parallel/test-fs.js", "", "");
    EXPECT_EQ(Judge(), (Lines{kNoDocument, kNoTest}));
  }
}

TEST_F(NodeApiAdditions, AreNotDocumented) {
  changes().Add("src/node_api.h", kOld, kNew);
  changes().Add("test/node-api/a.c", "", "");
  EXPECT_EQ(Judge(), Lines{kNoDocument});
}

TEST_F(NodeApiAdditions, AreNotTested) {
  changes().Add("src/node_api.h", kOld, kNew);
  changes().Add("doc/api/n-api.md", "", "");
  EXPECT_EQ(Judge(), Lines{kNoTest});
}

TEST_F(NodeApiAdditions, ComeWithANewHeader) {
  changes().Add("src/node_api.h", {}, "struct napi_new;");
  EXPECT_EQ(Judge(), (Lines{kNoDocument, kNoTest}));
}

TEST_F(NodeApiAdditions, AreCounted) {
  changes().Add("src/node_api.h", "",
                "#define NAPI_MODULE_X\nint node_api_b(void);");
  changes().Add("src/node_api_types.h", "", "napi_a NAPI_MODULE_X");
  changes().Add("doc/api/n-api.md", "", "");
  EXPECT_EQ(Judge({{"tests", "t/"}}),
            Lines{"1:1+0: error: 'NAPI_MODULE_X' and 2 more added to Node-API, "
                  "a change in 't/' is wanted"});
}

TEST_F(NodeApiAdditions, AreNoOtherChanges) {
  struct Row {
    const char* what;
    Content before;
    Content after;
  };
  for (const Row& row : std::vector<Row>{
           {"nothing new", kOld, kOld},
           {"less", kNew, kOld},
           {"a comment", kOld, "// napi_new\nint napi_old(napi_env env);"},
           {"a literal", kOld, "char x[] = \"napi_new\"; napi_old"},
           {"names of something else", kOld, "int my_napi_new; int NAPI_NEW;"},
           {"a tag", kOld, "typedef struct napi_new__* napi_old;"},
           {"another order", "napi_a napi_b", "napi_b, napi_a, napi_a"},
           {"no header any more", kNew, {}},
       }) {
    SCOPED_TRACE(row.what);
    repository_ = FakeRepositoryView();
    changes().Add("src/node_api.h", row.before, row.after);
    EXPECT_EQ(Judge(), Lines{});
  }
}

TEST_F(NodeApiAdditions, AreNotWhatMovesToAnotherHeader) {
  changes().Add("src/node_api.h", kNew, kOld);
  changes().Add("src/js_native_api.h", {}, kNew);
  EXPECT_EQ(Judge(), Lines{});
}

TEST_F(NodeApiAdditions, AreNotWhatAHeaderThatStaysHas) {
  changes().Add("src/node_api.h", kOld, kNew);
  changes().Keep("src/node_api_types.h", "typedef int napi_new;");
  EXPECT_EQ(Judge(), Lines{});
}

TEST_F(NodeApiAdditions, AreInHeadersThatThePolicySays) {
  changes().Add("src/node_api.h", kOld, kNew);
  EXPECT_EQ(Judge({{"headers", "uv.h"}}), Lines{});
  changes().Add("uv.h", "uv_a", "uv_a uv_b uw_b");
  EXPECT_EQ(Judge({{"headers", "uv.h"},
                   {"prefixes", "uv_"},
                   {"documents", "docs/"},
                   {"tests", ""}}),
            Lines{"1:1+0: error: 'uv_b' added to Node-API, a change in "
                  "'docs/' is wanted"});
}

TEST_F(NodeApiAdditions, AreNotLookedForElsewhere) {
  changes().Add("src/node_api.cc", "", kNew);
  changes().Add("doc/api/n-api.md", "", kNew);
  changes().Keep("src/node_api.h", kNew);
  EXPECT_EQ(Judge(), Lines{});
  EXPECT_EQ(changes().reads(), 0);
}

TEST_F(NodeApiAdditions, AreForLandingOnlyAndNeedChanges) {
  EXPECT_TRUE(kNodeApiAdditions.landing_only);
  EXPECT_EQ(kNodeApiAdditions.needs, static_cast<Needs>(Need::kChanges));
}

}  // namespace
}  // namespace commitgate::testing
