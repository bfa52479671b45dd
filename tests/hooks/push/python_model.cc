// SPDX-License-Identifier: MIT
#include "tests/hooks/push/python_model.h"

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

using nlohmann::json;

// Corrections, each where the model says something else than its specification:
// of two rows that tell of one movement the earliest clock counts (S5), a hole
// that was made where rewriting was always allowed does not live for ever, a
// tag may come with the commit that it names, and only a rewrite under way
// stands in its way (S12).
constexpr const char* kDriver = R"py(
import json, os, sys, types
folder = os.environ["WINDOW_MODEL"]
source = open(folder + "/model.py").read()
def correct(old, new):
    global source
    assert source.count(old) == 1, old
    source = source.replace(old, new)
correct("marks[c] = marks[c]._replace(within=min(marks[c].within, r.within))",
        "marks[c] = marks[c]._replace(within=min(marks[c].within, r.within), "
        "clock=min(marks[c].clock, r.clock))")
correct('"rewind": r.received + r.within,',
        '"rewind": r.received + min(r.within, self.longest(ref)),')
correct('if r.ref == other and r.state == "intended" and r.push != push and '
        'self.living(r):',
        'if r.ref == other and r.state == "intended" and r.push != push and '
        'self.living(r) and r.kind in ("rewrite", "delete"):')
model = types.ModuleType("model")
sys.modules["model"] = model
model.__dict__["__file__"] = folder + "/model.py"
exec(compile(source, "model.py", "exec"), model.__dict__)
Plain = model.Server

class Server(Plain):
    def longest(self, ref):
        withins = [r.within for r in self.settled(ref)]
        withins.append(self.policy(ref).within)
        return max([w for w in withins if w != model.INF], default=0)

    def judge_tag(self, push, who, ref, cur, new, commands, kind, no):
        found = Plain.judge_tag(self, push, who, ref, cur, new, commands, kind,
                                no)
        if found[0] or kind != "create":
            return found
        now, behind = self.now()
        for other, old, target in commands:
            if target is None or not self.policed(other) or \
                    model.is_tag(other) or \
                    not self.g.reach(target) >> self.g.ids[new] & 1:
                continue
            yes, _, _, how, _ = self.judge(push, who, other, old, target,
                                           commands, now, behind)
            if yes and how == "forward":
                return True, "tag", "create", "forward", None
        return found

model.Server = Server

def resolve(server, ref, old):
    return server.refs.get(ref) if old == "@" else old

def play(events):
    runner = model.Runner()
    answers = []
    for e in events:
        if e["op"] in ("push", "begin"):
            e["refs"] = [[r, resolve(runner.s, r, o), n]
                         for r, o, n in e["refs"]]
        if e["op"] == "grant":
            e["old"] = resolve(runner.s, e["ref"], e["old"])
        out = runner.run(e)
        if out is not None and "answers" in out:
            out = {"yes": out["yes"], "refs": out["refs"],
                   "answers": [a["yes"] for a in out["answers"]],
                   "why": [a["reason"] for a in out["answers"]]}
        elif out is not None and "moved" in out:
            out = {"moved": out["moved"]}
        else:
            out = None
        answers.append(out)
    return answers

for line in open(sys.argv[1]):
    print(json.dumps(play(json.loads(line))))
)py";

}  // namespace

std::string ModelFolder() {
  const char* folder = std::getenv("WINDOW_MODEL");
  return folder ? folder : "";
}

std::vector<json> AskPythonModel(
    const std::vector<std::vector<json>>& sequences) {
  std::string input;
  for (const std::vector<json>& events : sequences)
    input += json(events).dump() + '\n';
  const TempDir folder;
  ProcessOptions options;
  options.environment["WINDOW_MODEL"] = ModelFolder();
  const Result result =
      Run({"python3", "-c", kDriver, folder.Write("events", input)}, options);
  if (result.status != 0)
    throw std::runtime_error("asking the model: " + result.err);
  std::istringstream lines(result.out);
  std::vector<json> answers;
  for (std::string line; std::getline(lines, line);)
    answers.push_back(json::parse(line));
  return answers;
}

}  // namespace commitgate::testing
