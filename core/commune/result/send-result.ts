/** The commune's result as it goes to the province: counts and figures of one run, nobody's name. */
import { parsePeriod } from '../../base/period/period.ts';
import { periodOrder } from '../../base/period/period-order.ts';
import { type Result, refuse } from '../../base/result.ts';
import { squashKey } from '../../base/text/text.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import { isLate, isReceived, type ListedUnit, unitList } from '../../judge/run/unit-list.ts';
import { dueDay } from '../../movement/due-day.ts';
import { waitsForNumbers } from '../../movement/waits-for-numbers.ts';
import { INDICATORS } from '../../portal/indicator/catalogue.ts';
import { communeRank } from '../../portal/indicator/indicator-name.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import { type CommuneResult, ownTargets, type TargetResult } from './commune-result.ts';
import { communeNames } from './portal-figure.ts';
import { LARGEST_RESULT, LONGEST_COURSE, type SentResult, type SentTarget, sentResultSchema } from './sent-result.ts';

/**
 * `asOf`: ISO day. Refused where the run names no period, the movement is larger than one entry takes, or numbers of its
 * scanned plan are not confirmed.
 */
export function sendResult(run: RunResult, commune: CommuneResult, asOf: string): Result<SentResult> {
  const { issuer, id, title } = run.movement;
  const waits = waitsForNumbers(run.movement, 'gửi kết quả cho tỉnh');
  if (waits) return waits;
  if (commune.period === null) return refuse('no-result', 'Chưa rõ kỳ của kết quả: hãy ghi --period.');
  const sent = sentResultSchema.safeParse({
    commune: tidy(issuer.commune, 200),
    province: tidy(issuer.province, 200),
    movement: { id, title: tidy(title, 500) },
    period: commune.period,
    asOf,
    targets: ownTargets(commune.targets).map(targetOf),
    reports: reportsOf(run),
    indicators: indicatorsOf(run),
  });
  if (!sent.success || JSON.stringify(sent.data).length > LARGEST_RESULT)
    return refuse('no-result', 'Kết quả của xã vượt quá một mục của sổ chung, hoặc phong trào chưa ghi xã, tỉnh.');
  return { ok: true, value: sent.data };
}

function targetOf({ code, text, unit, level, state, figure, low, high, units }: TargetResult): SentTarget {
  const { gave, missing, doubtful } = units;
  return {
    code: tidy(code, 200),
    text: tidy(text, 300),
    unit: unit === null ? null : tidy(unit, 200),
    level: tidy(level, 200),
    state,
    ...{ a: figure.a, b: figure.b, value: figure.value, low, high },
    units: { gave: gave.length, missing: missing.length, doubtful: doubtful.length },
  };
}

/** Counts of received reports: neither a report of another period nor a blank form was received for this period. */
function reportsOf(run: RunResult): SentResult['reports'] {
  const { movement, period, register } = run;
  const isOther = (unit: ListedUnit) => unit.report?.flags.some(({ code }) => code === 'wrong-period') ?? false;
  const units = unitList(run).filter(({ entry }) => register === null || entry?.registered);
  const received = units.filter((unit) => isReceived(unit) && !isOther(unit));
  const due = period && dueDay(movement, period);
  return {
    asked: register && units.length,
    received: received.length,
    late: due ? received.filter((listedUnit) => isLate(run, listedUnit)).length : null,
    undated: received.filter(({ entry, report }) => entry?.received == null && !report?.report.date?.date).length,
    due: due?.last ?? null,
  };
}

/** What the portal shows of the commune itself; of each period the latest capture. */
function indicatorsOf({ observations, movement }: RunResult): SentResult['indicators'] {
  const names = communeNames(movement.issuer.commune);
  const shown = (observations ?? []).filter(({ unit }) => names.has(squashKey(unit.name)));
  return INDICATORS.flatMap(({ code }) => {
    const places = latestByPeriod(shown, communeRank(code));
    const course = [...latestByPeriod(shown, code)]
      .map(([period, { value }]) => {
        const rank = places.get(period);
        return { period, value, place: whole(rank?.value), placed: whole(rank?.max) };
      })
      .sort((x, y) => (periodOrder(x.period) < periodOrder(y.period) ? -1 : 1));
    return course.length === 0 ? [] : [{ code, course: course.slice(-LONGEST_COURSE) }];
  });
}

interface MeasuredObservation extends Observation {
  readonly value: number;
}

function latestByPeriod(observations: readonly Observation[], code: string): ReadonlyMap<string, MeasuredObservation> {
  const latest = new Map<string, MeasuredObservation>();
  for (const observation of observations) {
    const { indicator, value, period, provenance } = observation;
    if (indicator !== code || value === null || period === null || !parsePeriod(period)) continue;
    const held = latest.get(period);
    if (!held || Date.parse(provenance.capturedAt) > Date.parse(held.provenance.capturedAt))
      latest.set(period, { ...observation, value });
  }
  return latest;
}

function whole(value: number | null | undefined): number | null {
  return value != null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function tidy(text: string, most: number): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, most);
}
