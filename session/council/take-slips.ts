/**
 * What the appraisers filled in, as appraisals of the council's log: each with its reason, nothing over another's points,
 * nothing by an older version of a workbook, nothing on figures that changed since.
 */
import { formatPoints, type Points } from '../../core/base/quantity/points.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { groundsOf } from '../../core/council/subject.ts';
import { readSlip, type SlipRow } from '../../core/sheets/read-slip.ts';
import type { NamedFile } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import type { Scored, Unscored } from '../run/check-and-score.ts';
import { type LoadedBook, load } from '../run/load.ts';
import { runOver, type SessionRun } from '../run/run.ts';
import { toAppraise } from '../run/to-appraise.ts';
import { type DecisionWanted, decideAll } from './review.ts';

type SlipsTaken = { readonly messages: readonly string[]; readonly left: readonly string[] } & (
  | { readonly scored: Scored | Unscored }
  | { readonly scored: null }
);

/** Nothing is recorded of a row that has to be asked about; each such row is named with why. */
export async function takeSlips(host: Host, files: readonly NamedFile[], at: string): Promise<Result<SlipsTaken>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const run = await runOver(loaded.value);
  const code = await import('../../core/sheet/workbook/xlsx/read-book.ts').catch(() => null);
  if (!code) return refuse('offline', 'Chưa tải được phần đọc tệp. Hãy kiểm tra mạng rồi chọn lại.');
  const judge = judgeOf(loaded.value, run);
  const left: string[] = [];
  const wanted = new Map<string, SlipDecision>();
  let [same, empty, read] = [0, 0, 0];
  for (const { name, bytes } of files) {
    const book = code.readBook(bytes);
    const slip = book.ok ? readSlip(book.value) : null;
    if (slip === null) {
      left.push(`“${name}”: ${book.ok ? 'không phải phiếu thẩm định' : book.refusal.message}`);
      continue;
    }
    read += 1;
    empty += slip.empty;
    left.push(...slip.faults.map((fault) => `“${name}”, ${fault}.`));
    for (const row of slip.rows) {
      const judged = judge(row);
      const key = JSON.stringify([row.unit, row.criterion]);
      const before = wanted.get(key);
      if (judged.kind === 'same') same += 1;
      else if (judged.kind === 'asked') left.push(`“${name}”, ${row.place}: ${judged.why}`);
      else if (before && (before.row.points !== row.points || before.row.appraiser !== row.appraiser)) {
        wanted.delete(key);
        left.push(
          `${row.unit}, tiêu chí ${row.criterion}: “${before.file}” ghi ${formatPoints(before.row.points)}, “${name}” ghi ${formatPoints(row.points)}; chưa ghi điểm nào, hãy chọn ở vòng Thẩm định.`,
        );
      } else wanted.set(key, { file: name, row, wanted: judged.wanted });
    }
  }
  if (read === 0) return refuse('no-slip', left.join(' '));
  const entries = [...wanted.values()].map((placed) => placed.wanted);
  const messages = [
    `Đã đọc ${read} phiếu: ghi ${entries.length} điểm thẩm định, ${same} điểm đã có, ${empty} dòng còn trống.`,
  ];
  if (entries.length === 0) return done({ messages, left, scored: null });
  const scored = await decideAll(host, entries, at);
  return scored.ok ? done({ messages, left, scored: scored.value }) : scored;
}

interface SlipDecision {
  readonly file: string;
  readonly row: SlipRow;
  readonly wanted: DecisionWanted;
}

type Judged =
  | { readonly kind: 'wanted'; readonly wanted: DecisionWanted }
  /** It stands in the log already. */
  | { readonly kind: 'same' }
  /** A Vietnamese sentence. */
  | { readonly kind: 'asked'; readonly why: string };

const AGREED = 'Thống nhất với điểm đang tính.';

function judgeOf({ reports, log }: LoadedBook, run: SessionRun): (row: SlipRow) => Judged {
  const grounds = groundsOf(reports, run.result.flags);
  const open = new Map(
    toAppraise(run).map(({ unit, item }) => [JSON.stringify([unit, item.criterion]), item] as const),
  );
  const standing = run.current.entries.filter(({ state, entry }) => state === 'in-force' && entry.kind === 'appraise');
  return (row) => {
    const { unit, criterion, appraiser, points, why, subject } = row;
    const asked = (text: string): Judged => ({ kind: 'asked', why: `${unit}, tiêu chí ${criterion}: ${text}` });
    const item = open.get(JSON.stringify([unit, criterion]));
    const own = log.filter(
      (entry) => entry.kind === 'appraise' && entry.unit === unit && entry.criterion === criterion,
    );
    const last = standing.find(({ target }) => target.unit === unit && target.criterion === criterion)?.entry;
    const isOwn = (who: string) => squashKey(who) === squashKey(appraiser);
    const isAs = (known: { points: Points | null; reason: string }) =>
      known.points === points && (why === '' || squashKey(known.reason) === squashKey(why));
    if (last && isOwn(last.who) && isAs(last)) return { kind: 'same' };
    if (!item) return asked('báo cáo không còn, hoặc Hội đồng đã quyết định điểm; không ghi.');
    if (subject !== grounds.subjectOf({ unit, flag: null, criterion }))
      return asked('số liệu của đơn vị đã đổi từ khi xuất phiếu; hãy xuất phiếu mới.');
    if (last && !isOwn(last.who))
      return asked(
        `${last.who} đã thẩm định ${formatPoints(last.points ?? 0)}, phiếu của ${appraiser} ghi ${formatPoints(points)}; hãy chọn ở vòng Thẩm định.`,
      );
    if (last && own.some((entry) => entry !== last && isOwn(entry.who) && isAs(entry)))
      return asked(`phiếu là bản cũ, sau đó ${appraiser} đã ghi ${formatPoints(last.points ?? 0)}; giữ điểm ghi sau.`);
    if (points < item.bounds.least || points > item.bounds.most)
      return asked(
        `điểm ${formatPoints(points)} nằm ngoài ${formatPoints(item.bounds.least)} đến ${formatPoints(item.bounds.most)}.`,
      );
    const isChanged =
      (item.self !== null && item.self !== points) || (item.reckoned !== null && item.reckoned !== points);
    if (why === '' && (isChanged || item.reckoned === null))
      return asked(`ghi ${formatPoints(points)} điểm mà chưa ghi lý do.`);
    const wanted = {
      unit,
      flag: null,
      criterion,
      kind: 'appraise',
      points,
      reason: why || AGREED,
      who: appraiser,
    } as const;
    return { kind: 'wanted', wanted };
  };
}
