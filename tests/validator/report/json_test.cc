// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

std::vector<Judged> MakeCommits() {
  std::vector<Judged> commits = {
      {"1111", "doc: good\n\nPR-URL: https://x.y/1\nRefs: a\n  b\n"},
      {"2222", "docs: bad",
       Found({{"alpha", Level::kError, {1, 1, 4}, "no 'docs'", "docs", "doc"},
              {"beta", Level::kWarning, {3, 73, 9}, "line is long", {}, {}}})},
      {"v9", "", Failed("unknown revision 'v9'")},
      {"3333", "src: odd",
       Found({{"beta", Level::kWarning, {1, 6, 3}, "odd", "odd", {}}})},
  };
  commits[1].verdict.skipped.push_back({"landing", "release commit"});
  return commits;
}

const std::string kLines[] = {
    R"({"commit":"1111","title":"doc: good","verdict":"pass","findings":[],)"
    R"("skipped":[],"trailers":[)"
    R"({"key":"PR-URL","value":"https://x.y/1","line":3},)"
    R"({"key":"Refs","value":"a b","line":4}]})",
    R"({"commit":"2222","title":"docs: bad","verdict":"fail","findings":[)"
    R"({"rule":"alpha","level":"error","line":1,"column":1,"length":4,)"
    R"("message":"no 'docs'","found":"docs","suggestion":"doc"},)"
    R"({"rule":"beta","level":"warning","line":3,"column":73,"length":9,)"
    R"("message":"line is long"}],)"
    R"("skipped":[{"rule":"landing","why":"release commit"}],"trailers":[]})",
    R"({"commit":"v9","title":"","verdict":"error",)"
    R"("error":"unknown revision 'v9'","findings":[],"skipped":[],)"
    R"("trailers":[]})",
    R"({"commit":"3333","title":"src: odd","verdict":"warn","findings":[)"
    R"({"rule":"beta","level":"warning","line":1,"column":6,"length":3,)"
    R"("message":"odd","found":"odd"}],"skipped":[],"trailers":[]})",
};

TEST(JsonLinesReport, HasAnObjectALine) {
  std::string expected;
  for (const std::string& line : kLines)
    expected += line + "\n";
  EXPECT_EQ(Report("jsonl", MakeCommits()), expected);
  EXPECT_EQ(Report("jsonl", {}), "");
}

TEST(JsonLinesReport, IsTheSameWhenQuiet) {
  EXPECT_EQ(Report("jsonl", MakeCommits(), {.quiet = true}),
            Report("jsonl", MakeCommits()));
}

TEST(JsonReport, IsOneDocument) {
  EXPECT_EQ(Report("json", MakeCommits()),
            "{\"commits\":[\n" + kLines[0] + ",\n" + kLines[1] + ",\n" +
                kLines[2] + ",\n" + kLines[3] +
                "\n],\"summary\":{\"commits\":4,\"rejected\":1,\"warned\":1,"
                "\"errors\":1}}\n");
}

TEST(JsonReport, IsADocumentWithoutCommits) {
  const auto json = nlohmann::json::parse(Report("json", {}));
  EXPECT_EQ(json["commits"], nlohmann::json::array());
  EXPECT_EQ(json["summary"]["commits"], 0);
}

TEST(JsonReport, IsJsonWhateverTheTextSays) {
  for (const std::string& text : HostileTexts()) {
    const std::vector<Judged> commits = {
        {text, text + "\n\nbody\n\nRefs: " + text,
         Found({{"alpha", Level::kError, {}, text, text, text}})},
        {text, text, Failed(text)}};
    EXPECT_TRUE(nlohmann::json::accept(Report("json", commits))) << text;
    std::istringstream lines(Report("jsonl", commits));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
      EXPECT_TRUE(nlohmann::json::accept(line)) << line;
    EXPECT_EQ(count, 2);
  }
}

}  // namespace
}  // namespace commitgate::testing
