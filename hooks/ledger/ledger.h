// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hooks/ledger/row.h"
#include "validator/error.h"

namespace commitgate {

/// A row with what became of it.
struct FoldedRow {
  Row row;
  RowState state;
  /// 40 hexadecimal digits.
  std::string previous_hash;
  std::string hash;
};

/// What to list; everything where nothing is said.
struct LedgerFilter {
  std::string ref = {};
  /// An id, or `provider:id`.
  std::string pusher = {};
  /// Of `received`, inclusive.
  std::optional<Micros> since = {};
  std::optional<Micros> until = {};
  /// Only the last so many; 0: all.
  int64_t limit = 0;
};

/// The ledger cannot be had.  That somebody else has locked it for too long is
/// another Error, and so is anything else that goes wrong.
class LedgerError : public Error {
 public:
  using Error::Error;
};

/// Refused rows of somebody, or nobody, that were counted and not written.
struct OnlyCounted {
  /// When the day began.
  Micros day = 0;
  std::optional<Pusher> pusher = {};
  int64_t count = 0;

  bool operator==(const OnlyCounted&) const = default;
};

/// What was pushed, by whom, when, and what became of it: an SQLite database.
/// The only user of sqlite3.h.  commitgate-ledger(5) describes the file.
///
/// Rows and settlements are only ever added, each with the hash of the one
/// before.  The rest of the file, tips, open rows and memory, follows from
/// them and is kept because it is asked for at each push.
///
/// All functions throw LedgerError("the ledger '...': reason"): it is locked
/// for longer than a push should wait, damaged, read-only, the disk is full.
/// After that nothing of the transaction has happened.
class Ledger {
 public:
  enum class Access {
    kWrite,
    /// To write as well, what only settles: the next hook finds it again from
    /// the refs, so nobody waits until it is on the disk.
    kSettle,
    kRead,
  };

  /// Opens the database at `path`; to write makes it, and its folder, where
  /// there is none, and brings an older one up to date.  `group_access` as
  /// core.sharedRepository asks: the mode bits 060 and 006 for others than the
  /// owner.  Throws Error also for a database of a newer version.
  static Ledger Open(const std::string& path, Access access,
                     unsigned group_access = 0);
  /// One in memory, for tests.
  static Ledger InMemory();
  /// A copy in memory of what is there, where nothing may be written.
  Ledger CopyInMemory() const;

  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  /// From the first moment the only one that writes; undone unless committed.
  class Transaction {
   public:
    explicit Transaction(Ledger& ledger);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// All of it lasts when this returns; with kSettle it may be lost with the
    /// power, as if it had never been, until the next kWrite commits.
    void Commit();

   private:
    Ledger& ledger_;
    bool open_ = true;
  };

  // Adding, inside a transaction.

  /// Writes `row`, whose seq is set; returns it.  A row written as landed,
  /// outside or baseline counts as moved as Land says.
  int64_t Append(Row& row);
  /// Says that the ref of an open row has moved.  REQUIRES: the row is as this
  /// ledger has answered it.  Returns it with its order, and whether the tip
  /// moved: its `before` was the tip's value, or it is of a kind that always
  /// does (outside, baseline).
  LandedRow Land(const Row& row);
  void Abandon(int64_t seq);
  /// post-receive has seen this row's push end.
  void Confirm(int64_t seq);
  /// Of a grant.
  void Use(int64_t seq);
  /// Remembers what went from a ref with the row that landed as `order`.
  void Remember(const std::string& ref, int64_t order, const ObjectId& commit,
                const Mark& mark);
  /// All that is remembered of the ref before `order` is final.
  void CloseMemory(const std::string& ref, int64_t order);

  // Asking.

  /// `received` of the newest row; nothing where there is none.
  std::optional<Micros> NewestReceived() const;
  /// Nothing where no landed row tells of the ref.
  std::optional<LedgerTip> Tip(const std::string& ref) const;
  /// The tip as it was before `order`; rows of the push `but_not_of` left out.
  std::optional<LedgerTip> TipBefore(const std::string& ref, int64_t order,
                                     const std::string& but_not_of = {}) const;
  /// The tip as it was before `order`, with the rows of the push `and_of`,
  /// whenever they landed.
  std::optional<LedgerTip> TipBeforeOrBy(const std::string& ref, int64_t order,
                                         const std::string& and_of) const;
  /// Names of all refs with a landed row, sorted.
  std::vector<std::string> Refs() const;
  /// Rows that are intended, by seq; of one ref, or of all with "".
  std::vector<Row> OpenRows(const std::string& ref) const;
  /// Accepted rows of the ref that no post-receive has confirmed and that were
  /// not abandoned, by seq: intended or landed, of no other boot than `boot`.
  std::vector<FoldedRow> UnconfirmedRows(const std::string& ref,
                                         const std::string& boot) const;
  /// All rows that a push wrote, by seq.
  std::vector<FoldedRow> RowsOf(const std::string& push) const;
  std::optional<FoldedRow> Find(int64_t seq) const;
  /// Landed rows of a ref in their order, from the first that either was
  /// received at `received` or later, or in the boot of `boot` at `uptime` or
  /// later; up to the last whose order is less than `order`.
  LandedHistory RecentHistory(const std::string& ref, Micros received,
                              Micros uptime, const std::string& boot,
                              int64_t order = INT64_MAX) const;
  /// The longest finite `within` of the ref's landed rows; 0 without any.
  Micros LongestWithin(const std::string& ref) const;
  /// What was remembered last of a commit by a row before `order`.
  std::optional<Mark> Recall(const std::string& ref, const ObjectId& commit,
                             int64_t order) const;
  /// Grants for exactly this that are open, not run out at `now` and not in the
  /// hands of a push that is intended or landed, by seq.  `to` is an id, or
  /// `provider:id`.
  std::vector<Row> Grants(const std::string& ref,
                          const std::optional<ObjectId>& before,
                          const std::optional<ObjectId>& after,
                          const std::string& to, Micros now) const;
  /// Counts a refused row of somebody on a day (of `received`, UTC); returns
  /// how many there were before it.
  int64_t CountRefused(const std::string& pusher, Micros received);

  /// Hands on the rows that match, oldest first.
  void List(const LedgerFilter& filter,
            const std::function<void(const FoldedRow&)>& visit) const;
  /// What CountRefused knows beyond the rows, by days, for a filter without a
  /// ref: of which refs they were is not known.
  std::vector<OnlyCounted> CountedBeyondRows(const LedgerFilter& filter) const;
  /// Hands on every row and settlement as the text whose hash is in the chain,
  /// a JSON object each, with `hash` added behind.
  void Export(const std::function<void(const std::string&)>& visit) const;
  /// Checks the chain and everything that is kept beside it; returns what is
  /// wrong, a line each, empty if nothing.
  std::vector<std::string> Verify() const;

 private:
  struct Database;
  explicit Ledger(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace commitgate
