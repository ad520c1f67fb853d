/**
 * Turns a document of `movements --json` back into the shape of a movement: points as hundredths, deadlines as the
 * calendar. Any other value is returned unchanged, so that the schema reports what is wrong with it.
 */
import { toPoints } from '../../core/base/quantity/points.ts';

type Json = Readonly<Record<string, unknown>>;

/** The value for `movementSchema` to check. A movement in its own shape stays as it is. */
export function fromDocument(content: unknown): unknown {
  if (!isObject(content) || !Array.isArray(content.deadlines)) return content;
  const { deadlines, outOfTurn, ...rest } = content;
  return {
    ...rest,
    ...each(rest, 'phases', withSource),
    ...each(rest, 'audiences', withSource),
    ...each(rest, 'standards', withSource),
    ...each(rest, 'quotas', withSource),
    ...(isObject(outOfTurn) ? { outOfTurn: withSource(outOfTurn) } : {}),
    calendar: deadlines.map((deadline) => (isObject(deadline) ? calendarEntry(deadline) : deadline)),
    ...each(rest, 'criteriaSets', criteriaSet),
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list under a key with each object of it changed; nothing when there is no list. */
function each(holder: Json, key: string, change: (row: Json) => Json): Json {
  const list = holder[key];
  return Array.isArray(list) ? { [key]: list.map((item) => (isObject(item) ? change(item) : item)) } : {};
}

/** `section` is what people change; what else is known of the place stays. */
function withSource({ section, source, ...row }: Json): Json {
  return { ...row, source: { ...(isObject(source) ? source : {}), ...(section === undefined ? {} : { section }) } };
}

function calendarEntry(content: Json): Json {
  const { date, monthDay, quarter, month, year, every, day, next, exclusive, ...rest } = content;
  const when =
    date !== undefined
      ? { kind: 'date', date, exclusive: exclusive ?? false }
      : every !== undefined
        ? { kind: 'recurring', every, day, next: next ?? false, exclusive: exclusive ?? false }
        : monthDay !== undefined
          ? { kind: 'month-day', monthDay, exclusive: exclusive ?? false }
          : quarter !== undefined
            ? { kind: 'quarter', quarter, year }
            : month !== undefined
              ? { kind: 'month', month, year: year ?? null }
              : year !== undefined
                ? { kind: 'year', year }
                : { kind: 'unspecified' };
  return { ...withSource(rest), when };
}

function criteriaSet({ points: _, bonus, ...set }: Json): Json {
  return {
    ...set,
    ...(bonus === undefined ? {} : { bonusCap: hundredths(bonus) }),
    ...each(set, 'criteria', criterion),
  };
}

function criterion({ points, numerator, denominator, rule, ...content }: Json): Json {
  return {
    ...withSource(content),
    ...(numerator === null || numerator === undefined ? {} : { numerator }),
    ...(denominator === null || denominator === undefined ? {} : { denominator }),
    maxPoints: hundredths(points),
    rule: ruleOf(rule),
  };
}

/** The keys under which the rules of all kinds hold points. */
const POINTS = ['points', 'cap', 'late', 'first', 'upTo', 'gain', 'loss', 'lossCap', 'others'];

/** Every number of points in the tree of a rule; its parts carry theirs as `maxPoints`. */
function ruleOf(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(ruleOf);
  if (!isObject(content)) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => {
      if (key === 'parts' && Array.isArray(value))
        return [key, value.map((item) => (isObject(item) ? part(item) : item))];
      return [key, POINTS.includes(key) ? hundredths(value) : ruleOf(value)];
    }),
  );
}

function part({ points, rule, ...rest }: Json): Json {
  return { ...rest, maxPoints: hundredths(points), rule: ruleOf(rule) };
}

/** A third decimal is not rounded away: the schema refuses it. */
function hundredths(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  const points = toPoints(value);
  return Math.abs(points - value * 100) < 1e-6 ? points : value * 100;
}
