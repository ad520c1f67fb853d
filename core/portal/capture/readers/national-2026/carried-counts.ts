/** Counts that an answer carries beside its points: what was settled, how late, how long it took, how it is offered. */
import { holds } from '../../must.ts';
import { ratioReading } from '../../ratio.ts';
import type { CaptureReading, Must } from '../../reader.ts';
import type { UnitRow } from './answer.ts';
import { type Call, scoreMust, shareMust } from './musts.ts';

type Carried = Omit<CaptureReading, 'unit' | 'period'>;

/** Longer no dossier takes on average. */
const MOST_DAYS = 365;

/**
 * Those the row has; a list of a province leaves most of them out, the answer about one commune has them. No equation of
 * their own proves them: they are believed only of a row in which all else holds, and the points say what does not.
 */
export function carriedCounts(call: Call, row: UnitRow): readonly Carried[] {
  if (!rowMust(call, row).every(holds)) return [];
  switch (call.group) {
    case 'TDGQ':
      return [...settled(row), ...late(row), ...days(row)];
    case 'CLGQ':
      return [
        ...onlineOnTime(row),
        ...count('thu-tuc-toan-trinh', row.fullCount),
        ...count('thu-tuc-mot-phan', row.partialCount),
      ];
  }
  return [];
}

function rowMust(call: Call, row: UnitRow): readonly Must[] {
  const most = row.totalMaxScore ?? row.maxScore ?? call.max;
  const score = row.totalScore ?? row.score ?? null;
  return [
    { what: 'điểm tối đa của nhóm khác danh mục', left: most, right: call.max },
    ...scoreMust(call, row, score),
    ...shareMust(call, row),
  ];
}

function count(indicator: string, value: number | null | undefined, must: readonly Must[] = []): readonly Carried[] {
  return value == null ? [] : [{ indicator, value, must }];
}

function settled({ totalCompleted: done, totalReceived: received }: UnitRow): readonly Carried[] {
  if (done == null) return [];
  const right = Math.min(done, received ?? done);
  return count('da-giai-quyet', done, [{ what: 'đã giải quyết nhiều hơn tiếp nhận', left: done, right }]);
}

/** Only beside the two counts it makes up the whole with. */
function late({ totalOverdue: overdue, totalOnTime: onTime, totalReceived: received }: UnitRow): readonly Carried[] {
  return onTime == null || received == null ? [] : count('qua-han', overdue);
}

function days({ avgProcessingDays: mean }: UnitRow): readonly Carried[] {
  if (mean == null) return [];
  const right = Math.min(mean, MOST_DAYS);
  return count('ngay-giai-quyet', mean, [{ what: 'số ngày quá lớn', left: mean, right }]);
}

/** Only where the two are all that came online. */
function onlineOnTime(row: UnitRow): readonly Carried[] {
  const { onlineOnTimeSum: onTime, onlineOverdueSum: overdue, channelOnlineSum: online } = row;
  if (onTime == null || overdue == null || online == null) return [];
  const must = { what: 'đúng hạn + quá hạn khác số hồ sơ trực tuyến', left: onTime + overdue, right: online };
  return ratioReading('truc-tuyen-dung-han', onTime, onTime + overdue, [must]);
}
