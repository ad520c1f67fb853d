/**
 * Units × criteria of a run, audience by audience in the order of the ranking: each criterion's share of its points and
 * whether something open still stands on it. Plain data for the first sheet of the results and for the pane.
 */

import { formatPoints } from '../base/quantity/points.ts';
import { shownShare } from '../base/quantity/shown-figure.ts';
import type { Severity } from '../judge/flag/flag.ts';
import type { ReportResult, RunResult } from '../judge/run/run-result.ts';
import type { CriterionScore, RankedUnit } from '../judge/score/score-sheet.ts';
import { audienceName } from './council/unit-words.ts';

/**
 * full = all points · high = 90 % or more · middle = 50 % or more · low = less · none = not applicable · open = nothing
 * before the council grades it.
 */
type HeatLevel = 'full' | 'high' | 'middle' | 'low' | 'none' | 'open';

export const HEAT_NAME: Readonly<Record<HeatLevel, string>> = {
  full: 'đủ điểm',
  high: 'từ 90 %',
  middle: 'từ 50 đến dưới 90 %',
  low: 'dưới 50 %',
  none: 'không phát sinh',
  open: 'chờ Hội đồng chấm',
};
/** Pale enough to print and to read through; the text says the same. */
export const HEAT_FILL: Readonly<Record<HeatLevel, string | null>> = {
  full: 'C6E0B4',
  high: 'E2EFDA',
  middle: 'FFF2CC',
  low: 'FFC7CE',
  none: null,
  open: null,
};

/** What is open on a criterion: an error or a warning in doubt, or points only the council can give. */
type HeatSign = 'error' | 'warning' | 'to-grade' | null;

export const HEAT_SIGN: Readonly<Record<NonNullable<HeatSign>, string>> = { error: '!', warning: '?', 'to-grade': '…' };

export interface HeatCell {
  readonly criterion: string;
  readonly level: HeatLevel;
  readonly sign: HeatSign;
  /** `92`, `●` for all points, `–` where it does not arise, with the sign behind: `92!`. */
  readonly text: string;
  /** `2.4: 9,2/10 điểm; có lỗi chưa xử lý`. */
  readonly words: string;
}

export interface HeatRow {
  readonly place: RankedUnit;
  /** Shares still possible, hundredths of a percent. */
  readonly low: number;
  readonly high: number;
  /** A cell for each criterion of the map; null = not in this unit's set. */
  readonly cells: readonly (HeatCell | null)[];
}

export interface HeatMap {
  readonly audience: string;
  readonly name: string;
  readonly criteria: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly HeatRow[];
}

/** One map for each audience that is ranked, in the movement's order. Bonus and deductions are not in it. */
export function heatMaps(result: RunResult): readonly HeatMap[] {
  const ranked = new Set(result.rankings.map(({ audience }) => audience));
  const known = result.movement.audiences.map(({ kind }) => kind).filter((kind) => ranked.has(kind));
  const severities = new Map(result.flags.map(({ id, severity }) => [id, severity] as const));
  return [...new Set([...known, ...ranked])].map((audience) => {
    const places = result.rankings.filter((place) => place.audience === audience).toSorted((x, y) => x.rank - y.rank);
    const scored = places.map((place) => ({ place, score: scoreOf(place, result.reports) }));
    const titles = new Map(
      scored.flatMap(({ score }) =>
        (score?.points ?? []).filter(isMain).map((point) => [point.criterion, point.title]),
      ),
    );
    const criteria = [...titles].map(([code, title]) => ({ code, title }));
    const rows = scored.map(({ place, score }): HeatRow => {
      const points = new Map((score?.points ?? []).map((point) => [point.criterion, point]));
      const share = (total: number) => (score && score.max > 0 ? Math.round((10_000 * total) / score.max) : 0);
      return {
        place,
        low: score ? share(score.low) : place.share,
        high: score ? share(score.high) : place.share,
        cells: criteria.map(({ code }) => {
          const point = points.get(code);
          return point ? heatCell(point, severities) : null;
        }),
      };
    });
    return { audience, name: audienceName(result, audience), criteria, rows };
  });
}

/** A deduction has no maximum. */
function isMain({ bonus, max, status }: CriterionScore): boolean {
  return !bonus && (max > 0 || status === 'not-applicable');
}

/** Of several reports of a unit, the report that earned its place. */
function scoreOf(place: RankedUnit, reports: readonly ReportResult[]): ReportResult['score'] {
  const own = reports.filter(({ unit, report }) => unit === place.unit && report.audience === place.audience);
  return (
    (own.find(({ score }) => score?.total === place.points && score.share === place.share) ?? own[0])?.score ?? null
  );
}

/** The number that stands for a share. */
const SHARE_TEXT: Readonly<Partial<Record<HeatLevel, string>>> = { none: '–', full: '●', open: '' };

function heatCell(point: CriterionScore, severities: ReadonlyMap<string, Severity>): HeatCell {
  const { criterion, points, max } = point;
  const level = levelOf(point);
  const sign = signOf(point, severities);
  const share = SHARE_TEXT[level] ?? String(Math.max(0, shownShare(points, max, LEVELS, 0)));
  const figures = level === 'none' ? 'không phát sinh' : `${formatPoints(points)}/${formatPoints(max)} điểm`;
  return {
    ...{ criterion, level, sign },
    text: `${share}${sign === null ? '' : HEAT_SIGN[sign]}`,
    words: `${criterion}: ${figures}${sign === null ? '' : `; ${SIGN_WORDS[sign]}`}`,
  };
}

export const SIGN_WORDS: Readonly<Record<NonNullable<HeatSign>, string>> = {
  error: 'có lỗi chưa xử lý',
  warning: 'có cảnh báo chưa xử lý',
  'to-grade': 'chờ Hội đồng chấm',
};

/** Percents where a level begins. */
const LEVELS = [90, 50] as const;

function levelOf({ points, max, status }: CriterionScore): HeatLevel {
  if (max <= 0) return 'none';
  if (status === 'to-grade' && points === 0) return 'open';
  if (points >= max) return 'full';
  if (100 * points >= LEVELS[0] * max) return 'high';
  return 100 * points >= LEVELS[1] * max ? 'middle' : 'low';
}

function signOf({ status, flags }: CriterionScore, severities: ReadonlyMap<string, Severity>): HeatSign {
  const open = flags.map((id) => severities.get(id));
  if (open.includes('error')) return 'error';
  if (open.includes('warning')) return 'warning';
  return status === 'to-grade' ? 'to-grade' : null;
}
