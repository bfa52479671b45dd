// SPDX-License-Identifier: MIT
#include "validator/report/json_output.h"
#include "validator/report/words.h"
#include "validator/report/writers.h"

namespace commitgate {
namespace {

void WriteText(std::string_view key, std::string_view text, JsonOutput& json) {
  json.Key(key);
  json.String(text);
}

void WriteNumber(std::string_view key, uint64_t number, JsonOutput& json) {
  json.Key(key);
  json.Number(number);
}

void WriteFinding(const Finding& finding, JsonOutput& json) {
  json.Open('{');
  WriteText("rule", finding.rule, json);
  WriteText("level", Word(finding.level), json);
  WriteNumber("line", finding.span.line, json);
  WriteNumber("column", finding.span.column, json);
  WriteNumber("length", finding.span.length, json);
  WriteText("message", finding.message, json);
  if (!finding.found.empty())
    WriteText("found", finding.found, json);
  if (!finding.suggestion.empty())
    WriteText("suggestion", finding.suggestion, json);
  json.Close('}');
}

void WriteSkip(const Skip& skip, JsonOutput& json) {
  json.Open('{');
  WriteText("rule", skip.rule, json);
  WriteText("why", skip.why, json);
  json.Close('}');
}

void WriteTrailer(const Trailer& trailer, const Message& message,
                  JsonOutput& json) {
  json.Open('{');
  WriteText("key", trailer.key, json);
  WriteText("value", trailer.value, json);
  WriteNumber("line", message.lines[trailer.first_line].number, json);
  json.Close('}');
}

/// One object on one line, without a line feed.
void WriteCommit(const commitgate::Commit& commit, const Verdict& verdict,
                 std::string& out) {
  JsonOutput json(out);
  json.Open('{');
  WriteText("commit", commit.id, json);
  WriteText("title", TitleOf(commit), json);
  WriteText("verdict", Word(verdict.kind), json);
  if (verdict.kind == Verdict::Kind::kError)
    WriteText("error", verdict.error, json);
  json.Key("findings");
  json.Open('[');
  for (const Finding& finding : verdict.findings)
    WriteFinding(finding, json);
  json.Close(']');
  json.Key("skipped");
  json.Open('[');
  for (const Skip& skip : verdict.skipped)
    WriteSkip(skip, json);
  json.Close(']');
  json.Key("trailers");
  json.Open('[');
  for (const Trailer& trailer : commit.message.block.trailers)
    WriteTrailer(trailer, commit.message, json);
  json.Close(']');
  json.Close('}');
}

class JsonLinesWriter : public ReportWriter {
 public:
  void Commit(const commitgate::Commit& commit, const Verdict& verdict,
              std::string& out) override {
    WriteCommit(commit, verdict, out);
    out += '\n';
  }
};

class JsonWriter : public ReportWriter {
 public:
  void Begin(std::string& out) override { out += "{\"commits\":[\n"; }

  void Commit(const commitgate::Commit& commit, const Verdict& verdict,
              std::string& out) override {
    if (!is_first_)
      out += ",\n";
    is_first_ = false;
    WriteCommit(commit, verdict, out);
  }

  void End(const Summary& summary, std::string& out) override {
    out += "\n],\"summary\":";
    JsonOutput json(out);
    json.Open('{');
    WriteNumber("commits", summary.commits, json);
    WriteNumber("rejected", summary.rejected, json);
    WriteNumber("warned", summary.warned, json);
    WriteNumber("errors", summary.errors, json);
    json.Close('}');
    out += "}\n";
  }

 private:
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeJsonLinesWriter(const ReportOptions&) {
  return std::make_unique<JsonLinesWriter>();
}

std::unique_ptr<ReportWriter> MakeJsonWriter(const ReportOptions&) {
  return std::make_unique<JsonWriter>();
}

}  // namespace commitgate
