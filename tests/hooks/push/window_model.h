// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hooks/ledger/row.h"
#include "tests/hooks/push/commit_graph.h"
#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {

/// The window's specification once more, as plainly as can be: all rows in a
/// list, every question answered by playing all of them, commits as bits.  It
/// shares no code with the program but the names of kinds.
class WindowModel {
 public:
  WindowModel();

  /// The same answers as RunEvent's.
  nlohmann::json Run(const nlohmann::json& event);

 private:
  using Name = std::optional<std::string>;

  struct ModelRow {
    int seq = 0;
    std::string push;
    std::string ref;
    RowKind kind = RowKind::kNone;
    RowHow how = RowHow::kRefused;
    RowState state = RowState::kRefused;
    Name before;
    Name after;
    Name who;
    Micros received = 0;
    Micros clock = 0;
    Micros uptime = 0;
    int boot = 0;
    Micros within = 0;
    int grant = -1;
    /// The order of events; 0: it has not landed.
    int landed = 0;
    bool tried = false;
    bool moved = false;
    bool confirmed = false;
  };

  struct ModelMark {
    Name who;
    int source = 0;
    Micros clock = -kForever;
    Micros uptime = 0;
    int boot = -1;
    Micros within = 0;
    int order = 0;
    std::string push;
  };

  struct ModelHole {
    Name who;
    size_t top = 0;
    ModelMark eldest;
    Micros received = 0;
    Micros uptime = 0;
    int boot = 0;
    Micros within = 0;
  };

  struct ModelView {
    Name value;
    Name last;
    RowHow how = RowHow::kForward;
    std::map<size_t, ModelMark> marks;
    std::map<size_t, ModelMark> memory;
    std::vector<ModelHole> holes;
    std::vector<std::pair<int, Name>> events;

    Name LastToCompare() const;
  };

  struct ModelGrant {
    std::string ref;
    Name before;
    Name after;
    std::string to;
    Micros until = 0;
  };

  struct Value {
    Name value;
    bool is_known = false;
  };

  struct Answered {
    bool yes = false;
    RowKind kind = RowKind::kNone;
    RowHow how = RowHow::kRefused;
    int grant = -1;
  };

  struct Asked {
    std::string push;
    std::string who;
    std::vector<Command> commands;
    Micros now = 0;
    bool is_behind = false;
  };

  // What there is.
  Name Real(const std::string& ref) const;
  const RefPolicy* PolicyOf(const std::string& ref) const;
  bool IsPoliced(const std::string& ref) const;
  CommitSet Reach(const Name& name) const { return graph_.Reach(name); }
  Micros Wall() const { return time_ + offset_; }
  Micros Newest() const;
  bool IsAlive(const std::string& push) const { return alive_.contains(push); }

  // What the rows say.
  std::vector<ModelRow> Settled(const std::string& ref) const;
  static Value ValueOf(const std::vector<ModelRow>& rows);
  Value Told(const std::string& ref) const { return ValueOf(Settled(ref)); }
  ModelView Play(const std::string& ref) const;
  void PlayRow(const ModelRow& row, ModelView& view) const;
  void PlayTwin(const ModelRow& row, ModelView& view) const;
  void PlayMovement(const ModelRow& row, ModelView& view) const;
  void PlayAdded(const ModelRow& row, const CommitSet& added, size_t kept,
                 const std::optional<ModelMark>& eldest, ModelView& view) const;
  CommitSet HeldElsewhere(const ModelRow& row) const;
  Micros LongestWithin(const std::string& ref) const;
  static ModelMark Eldest(const std::vector<ModelMark>& marks);

  // What changes them.
  ModelRow& Append(ModelRow row, Micros received);
  void Land(ModelRow& row, RowState state);
  void SettleAll(Micros now);
  void SettleRef(const std::string& ref, Micros now);

  // Deciding.
  std::vector<Answered> Decide(const Asked& asked);
  Answered Judge(const Asked& asked, const Command& command) const;
  Answered JudgeTag(const Asked& asked, const Command& command,
                    Answered answer) const;
  bool IsBusy(const Asked& asked, const std::string& ref, RowKind kind) const;
  bool IsRefusedByGates(const Asked& asked, const Command& command) const;
  bool IsAllowed(const Asked& asked, const Command& command,
                 const Name& before) const;
  bool IsElsewhere(const Asked& asked, const std::string& ref, size_t commit,
                   const ModelMark& mark) const;
  bool IsNewThere(const Asked& asked, const std::string& other, size_t commit,
                  const ModelMark& mark) const;
  int FindGrant(const Asked& asked, const Command& command) const;
  Micros AgeOf(const ModelMark& mark, Micros now) const;
  RowKind KindOf(const Name& before, const Name& after) const;

  // Events.
  nlohmann::json RunPush(const nlohmann::json& event);
  nlohmann::json RunMove(const std::string& push, const std::string& ref);
  void RunOther(const nlohmann::json& event);
  void Confirm(const std::string& push);
  void WriteBaselines();
  void ResetClock();
  void AddGrant(const nlohmann::json& event);
  void SetPolicy(const nlohmann::json& event);
  Name OldValue(const std::string& ref, const nlohmann::json& value) const;

  CommitGraph graph_;
  std::map<std::string, std::string> refs_;
  std::vector<RefPolicy> policies_;
  std::vector<ModelRow> rows_;
  std::vector<ModelGrant> grants_;
  std::set<std::string> alive_;
  Micros time_ = 0;
  Micros offset_ = 0;
  int boot_ = 0;
  int order_ = 0;
};

}  // namespace commitgate::testing
