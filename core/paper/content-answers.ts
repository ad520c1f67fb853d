/**
 * What was done for each content of the plan, from the criteria drawn from it or about the same matter: a of b over the
 * units, how many of them answered yes, which reported nothing; and what the commune itself wrote. A content that nobody
 * reported on says so and keeps its blank.
 */
import { groupBy } from '../base/group-by.ts';
import { percentage } from '../base/quantity/quantity.ts';
import { shownFigure } from '../base/quantity/shown-figure.ts';
import {
  asContent,
  isAbout,
  isDrawnFrom,
  isOfField,
  namesField,
  type PlanContent,
} from '../commune/result/content-criteria.ts';
import { figureText } from '../commune/result/figure-words.ts';
import type { Tied } from '../commune/result/measured-by.ts';
import { type UnitFigure, unitAnswer, unitFigure } from '../commune/result/unit-figure.ts';
import type { ReportResult } from '../judge/run/run-result.ts';
import { type ListedUnit, unitAudiences, unitList } from '../judge/run/unit-list.ts';
import { entryValue } from '../judge/score/value.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import type { Movement } from '../movement/movement.ts';
import { factsOf } from '../movement/rule.ts';
import type { PaperFacts } from './facts.ts';
import { ownFigureLines } from './own-figures.ts';
import { BLANK, inside, orBlank } from './words.ts';

/** One unit's figure for a criterion, by the unit it came from. */
interface Answer {
  readonly unit: ListedUnit;
  readonly tied: Tied;
}

type Level = Extract<Criterion['rule'], { kind: 'levels' }>['levels'][number];

/** Names in one line; those beyond are counted. */
const NAMED = 6;

/** Lines on a content that no criterion is drawn from: more would drown what they are about. */
const RELATED = 6;

/** Sentences on a content; a sentence with a blank where nobody reported on it. */
export function contentLines(facts: PaperFacts, content: PlanContent): readonly string[] {
  const own = linesOf(answersTo(facts, (criterion) => isDrawnFrom(criterion, content)));
  const related = own.length > 0 ? [] : linesOf(answersTo(facts, (criterion) => isAbout(criterion, content)));
  const lines = [...own, ...related.slice(0, RELATED), ...ownFigureLines(facts, content.code)];
  return lines.length > 0 ? lines : [`Chưa có tiêu chí nào trong biểu mẫu đo nội dung này; kết quả: ${BLANK}.`];
}

/**
 * `contentLines` for the report, which also answers the priority fields: a sentence that stands under a field of this
 * content's section is left out here, and the reader is sent to the heading of the fields.
 */
function contentLinesBeside(facts: PaperFacts, content: PlanContent, heading: string): readonly string[] {
  const lines = contentLines(facts, content);
  const fields = facts.run.movement.priorityFields.filter(({ source }) => source.section === content.source.section);
  if (fields.length === 0) return lines;
  const ofFields = new Set(fields.flatMap((field) => fieldLines(facts, field)));
  const rest = lines.filter((line) => !ofFields.has(line));
  return [...rest, `Kết quả theo từng lĩnh vực nêu ở ${heading}.`];
}

/**
 * Every content with its sentences, in the report's order. A criterion may answer several contents: its sentence stands
 * under the first, the others name it and send the reader there.
 */
export function contentsInTurn(
  facts: PaperFacts,
): readonly { readonly content: PlanContent; readonly lines: readonly string[] }[] {
  const { contents } = facts.run.movement;
  const first = new Map<string, number>();
  return contents.map((content, at) => {
    const all = contentLinesBeside(facts, content, `điểm ${contents.length + 1}`);
    const again = groupBy(
      all.filter((line) => first.has(line)),
      (line) => first.get(line) ?? 0,
    );
    const own = all.filter((line) => !first.has(line));
    for (const line of own) if (isFigure(line)) first.set(line, at + 1);
    const seen = [...again].map(
      ([number, lines]) =>
        `Đã nêu ở điểm ${number}: ${lines.map((line) => line.slice(0, line.indexOf(': '))).join('; ')}.`,
    );
    return { content, lines: [...own, ...seen] };
  });
}

/** A criterion's sentence, "title: figure.", not a blank to fill in. */
function isFigure(line: string): boolean {
  return line.includes(': ') && !line.includes(BLANK);
}

/** Sentences on a priority field: from the criteria whose words name it, and the models that do. */
export function fieldLines(facts: PaperFacts, field: Movement['priorityFields'][number]): readonly string[] {
  const measured = linesOf(answersTo(facts, (criterion) => isOfField(criterion, field)));
  const about =
    measured.length > 0 ? [] : linesOf(answersTo(facts, (criterion) => isAbout(criterion, asContent(field))));
  const models = facts.journal.models
    .filter(({ name, summary }) => namesField(`${name} ${summary}`, field))
    .map(({ name, unit, summary }) => `Mô hình “${inside(name)}” (${unit}): ${inside(orBlank(summary))}.`);
  const lines = [...measured, ...about.slice(0, RELATED), ...models, ...ownFigureLines(facts, field.code)];
  return lines.length > 0 ? lines : [`Chưa có tiêu chí nào trong biểu mẫu đo lĩnh vực này; kết quả: ${BLANK}.`];
}

/** Contents and priority fields of which neither the reports nor the commune tell anything, as contents. */
export function openContents(facts: PaperFacts): readonly PlanContent[] {
  const { contents, priorityFields } = facts.run.movement;
  const isBlank = (lines: readonly string[]) => lines.some((line) => line.endsWith(`${BLANK}.`));
  return [
    ...contents.filter((content) => isBlank(contentLines(facts, content))),
    ...priorityFields.filter((field) => isBlank(fieldLines(facts, field))).map(asContent),
  ];
}

/** What a unit did for a content, in its own figures, what costs it points left out; empty where it reported none. */
export function unitLines(facts: PaperFacts, content: PlanContent, unit: string): readonly string[] {
  const isAchieved = (criterion: Criterion) => factsOf(criterion.rule).deducts === null;
  const own = answersTo(facts, (criterion) => isDrawnFrom(criterion, content) && isAchieved(criterion)).filter(
    (answer) => answer.unit.name === unit,
  );
  return own.flatMap(({ unit: { report }, tied }) => {
    const { criterion } = tied;
    if (report === null) return [];
    if (isYesNo(tied)) return unitAnswer(report, tied) === 'yes' ? [`${inside(criterion.title)}: có`] : [];
    const level = levelOf(report, criterion);
    if (level !== null) return level.points > 0 ? [`${inside(criterion.title)}: ${inside(level.label)}`] : [];
    const figure = unitFigure(report, tied, null);
    if (figure.kind === 'pair') return [`${inside(criterion.title)}: ${pairWords(figure.a, figure.b)}`];
    if (figure.kind === 'count' && figure.value > 0)
      return [`${inside(criterion.title)}: ${figureText({ a: null, b: null, value: figure.value }, criterion.unit)}`];
    return [];
  });
}

/** Every unit whose report counts, for each criterion of its set that `isAsked` selects. */
function answersTo({ run }: PaperFacts, isAsked: (criterion: Criterion) => boolean): readonly Answer[] {
  const isUnit = unitAudiences(run.movement);
  return unitList(run)
    .filter(({ audience, state }) => isUnit(audience) && state === 'received')
    .flatMap((unit) => {
      const set = unit.report ? setOfReport(run.movement, unit.report.report, run.period) : undefined;
      return (set?.criteria ?? []).filter(isAsked).map((criterion): Answer => {
        const parts = yesParts(criterion);
        return { unit, tied: { set: set as NonNullable<typeof set>, criterion, parts } };
      });
    });
}

function yesParts({ rule }: Criterion): readonly string[] {
  return factsOf(rule)
    .parts.filter(({ measure }) => measure === 'yes-no')
    .map(({ code }) => code);
}

function isYesNo({ criterion, parts }: Tied): boolean {
  return criterion.rule.kind === 'yes-no' || parts.length > 0;
}

/** A sentence for each title, in the order of the forms. */
function linesOf(answers: readonly Answer[]): readonly string[] {
  const titles = [...new Set(answers.map(({ tied }) => tied.criterion.title))];
  return titles.flatMap((title) => {
    const own = answers.filter(({ tied }) => tied.criterion.title === title);
    const [first] = own;
    if (!first) return [];
    const words = isYesNo(first.tied) ? yesWords(own) : (levelWords(own) ?? sumWords(own, first.tied.criterion));
    // What each unit gained has no sum: what the units have reached has.
    const now = first.tied.criterion.rule.kind === 'improvement' ? 'hiện nay ' : '';
    return words === null ? [] : [`${inside(title)}: ${now}${words}.`];
  });
}

function yesWords(own: readonly Answer[]): string | null {
  const rows = own.map(({ unit, tied }) => ({
    name: unit.name,
    answer: unit.report ? unitAnswer(unit.report, tied) : 'unknown',
  }));
  const concerned = rows.filter(({ answer }) => answer !== 'none-arose');
  if (concerned.length === 0) return null;
  const yes = concerned.filter(({ answer }) => answer === 'yes').length;
  const others = concerned.filter(({ answer }) => answer !== 'yes').map(({ name }) => name);
  return `${yes}/${concerned.length} đơn vị thực hiện đủ${others.length === 0 ? '' : `; chưa đủ: ${names(others)}`}`;
}

/** The level a unit chose, where that is beyond doubt. */
function levelOf({ report, flags }: ReportResult, { code: criterion, measure, rule }: Criterion): Level | null {
  const entry = report.entries.find((item) => item.criterion === criterion);
  const isOpen = flags.some((flag) => flag.severity === 'error' && flag.criterion === criterion);
  if (!entry || isOpen || rule.kind !== 'levels') return null;
  const value = entryValue(entry, measure, false);
  return rule.levels.find(({ code }) => value.kind === 'level' && value.code === code) ?? null;
}

/** `2 đơn vị “Thường xuyên”; 1 đơn vị “Chưa ứng dụng”`; null where no unit chose a level that is beyond doubt. */
function levelWords(own: readonly Answer[]): string | null {
  const chosen = own.flatMap(({ unit: { report }, tied: { criterion } }) =>
    report === null ? [] : (levelOf(report, criterion) ?? []),
  );
  if (chosen.length === 0) return null;
  const byLabel = groupBy(chosen, ({ label }) => label);
  const counted = [...byLabel].sort(([, x], [, y]) => (y[0]?.points ?? 0) - (x[0]?.points ?? 0));
  const words = counted.map(([label, units]) => `${units.length} đơn vị “${inside(label)}”`);
  return `${words.join('; ')} (${chosen.length}/${own.length} đơn vị có số liệu)`;
}

function sumWords(own: readonly Answer[], { unit }: Criterion): string | null {
  const rows = own.map(({ unit: { name, report }, tied }) => ({
    name,
    figure: report ? unitFigure(report, tied, null) : ({ kind: 'unknown', why: '' } satisfies UnitFigure),
  }));
  const concerned = rows.filter(({ figure }) => figure.kind !== 'none-arose');
  const pairs = concerned.flatMap(({ figure }) => (figure.kind === 'pair' ? [figure] : []));
  const counts = concerned.flatMap(({ figure }) => (figure.kind === 'count' ? [figure.value] : []));
  const gave = pairs.length + counts.length;
  if (gave === 0) return null;
  const missing = concerned
    .filter(({ figure }) => figure.kind !== 'pair' && figure.kind !== 'count')
    .map(({ name }) => name);
  const sum = (list: readonly number[]) => list.reduce((all, number) => all + number, 0);
  const total =
    pairs.length > 0
      ? pairWords(sum(pairs.map(({ a }) => a)), sum(pairs.map(({ b }) => b)))
      : figureText({ a: null, b: null, value: sum(counts) }, unit);
  const who = `${gave}/${concerned.length} đơn vị có số liệu${missing.length === 0 ? '' : `; chưa có: ${names(missing)}`}`;
  return `${total} (${who})`;
}

function pairWords(a: number, b: number): string {
  return figureText({ a, b, value: shownFigure(percentage(a, b)) }, '%');
}

function names(list: readonly string[]): string {
  const more = list.length - NAMED;
  return `${list.slice(0, NAMED).join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''}`;
}
