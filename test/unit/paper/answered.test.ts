/**
 * Theme by theme, what the five plans ask and what a year's papers answer: from the reports and the books alone, and with
 * a line that the commune wrote under each code the papers left blank. The table stands in bench/README.md.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../core/commune/calendar/calendar.ts';
import { ownTargets } from '../../../core/commune/result/commune-result.ts';
import { outOfTurnQuotas, quotasFor } from '../../../core/judge/award/quotas.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, type Paper, type PaperBlock } from '../../../core/paper/paper.ts';
import { factsOf, SETTINGS } from './movement-run.ts';

const THEMES = [
  'who competes',
  'contents',
  'priority fields',
  'targets',
  'standards of commending',
  'forms of award',
  'numbers of awards',
  'days',
  'duties',
] as const;
type Theme = (typeof THEMES)[number];

/** Codes of what the papers answer, by theme. */
type Answers = Readonly<Record<Theme, ReadonlySet<string>>>;

const outsider = (audience: string) => ({
  ...{ name: `Người ${audience}`, audience, by: 'Hội Khuyến học', achievement: 'Ủng hộ 10 máy tính', outOfTurn: false },
});

const yearsOf = ({ period }: Movement) => {
  const last = Number(period.to.slice(0, 4));
  const first = period.from === null ? last : Number(period.from.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, at) => ({ kind: 'year' as const, year: first + at }));
};

function wantedOf(movement: Movement): Readonly<Record<Theme, readonly string[]>> {
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  return {
    'who competes': movement.audiences.map(({ kind }) => kind),
    contents: codes(movement.contents),
    'priority fields': codes(movement.priorityFields),
    targets: codes(ownTargets(movement.targets)),
    'standards of commending': codes(movement.standards),
    'forms of award': codes(movement.awards),
    'numbers of awards': codes(movement.quotas),
    days: codes(movement.calendar),
    duties: codes(movement.roles),
  };
}

function answered(facts: PaperFacts): Answers {
  const { movement } = facts.run;
  const { papers } = makePapers(facts);
  const blocks = (kind: Paper['kind']) => papers.filter((paper) => paper.kind === kind).flatMap(({ body }) => body);
  const report = blocks('bao-cao');
  const under = (head: (text: string) => boolean) => {
    const at = report.findIndex((block) => block.kind === 'heading' && head(block.text));
    const block: PaperBlock | undefined = report[at + 1];
    return block?.kind === 'items' ? block.items : [];
  };
  const hasAnswer = (own: readonly string[]) => own.some((line) => !line.includes(BLANK));
  const tasks = report.flatMap((block) => (block.kind === 'table' && block.name === 'nhiem_vu' ? block.rows : []));
  const guided = blocks('huong-dan').flatMap((block) => (block.kind === 'items' ? block.items : []));
  const isGuided = (words: string) =>
    guided.some((line) => !line.includes(BLANK) && line.toLowerCase().includes(words.toLowerCase()));
  const codes = <T>(rows: readonly T[], codeOf: (row: T) => string, holds: (row: T, at: number) => boolean) =>
    new Set(rows.filter(holds).map(codeOf));
  const lists = yearsOf(movement).flatMap((year) => [...quotasFor(movement, year), ...outOfTurnQuotas(movement, year)]);
  const known = new Set(lists.map(({ code }) => code));
  const dated = yearsOf(movement).flatMap(({ year }) => calendarOf(movement, year, `${year}-01-01`));
  return {
    'who competes': codes(
      movement.audiences,
      ({ kind }) => kind,
      ({ kind }) => facts.candidates.some(({ audience }) => audience === kind),
    ),
    contents: codes(
      movement.contents,
      ({ code }) => code,
      ({ source }, at) => hasAnswer(under((text) => text.startsWith(`${at + 1}. `) && text.includes(source.section))),
    ),
    'priority fields': codes(
      movement.priorityFields,
      ({ code }) => code,
      ({ name }) => hasAnswer(under((text) => text.startsWith(name))),
    ),
    targets: codes(
      ownTargets(facts.commune!.targets),
      ({ code }) => code,
      ({ state }) => state !== 'no-source',
    ),
    'standards of commending': codes(
      movement.standards,
      ({ code }) => code,
      ({ source }) => guided.some((line) => line.includes(`(mục ${source.section})`) && !line.includes(BLANK)),
    ),
    // Whoever is proposed for a form stands in a list of it; what another body gives is named in the guidance.
    'forms of award': codes(
      movement.awards,
      ({ code }) => code,
      ({ name, code }) => lists.some((quota) => quota.award === code) || isGuided(name),
    ),
    'numbers of awards': codes(
      movement.quotas,
      ({ code }) => code,
      ({ code, text }) => known.has(code) || isGuided(text.slice(0, 60)),
    ),
    days: codes(
      movement.calendar,
      ({ code }) => code,
      ({ code }) => dated.some((day) => day.code === code),
    ),
    duties: codes(
      movement.roles,
      ({ code }) => code,
      (_, at) => hasAnswer([tasks[at]?.[2] ?? BLANK]),
    ),
  };
}

/** The same run with a line of the commune's own under each code. */
function withOwnLines(facts: PaperFacts, codes: readonly string[]): PaperFacts {
  const figures = codes.map((target) => ({
    ...{ target, period: '', value: 95, remark: `Hoàn thành (${target})`, who: 'Vì Thị Hoa', day: null, evidence: '' },
  }));
  return gatherFacts(facts.run, {
    ...{ council: facts.council, settings: SETTINGS, nominations: nomineesOf(facts.run.movement) },
    journal: { ...facts.journal, figures },
  });
}

const nomineesOf = ({ audiences }: Movement) =>
  audiences.filter(({ kind }) => kind.startsWith('outside-')).map(({ kind }) => outsider(kind));

const judged = MOVEMENTS.map((movement) => {
  const facts = factsOf(movement, 11, [], nomineesOf(movement));
  const wanted = wantedOf(movement);
  const alone = answered(facts);
  const blank = THEMES.flatMap((theme) => wanted[theme].filter((code) => !alone[theme].has(code)));
  return { wanted, alone, written: answered(withOwnLines(facts, blank)), id: movement.id };
});

type Judged = (typeof judged)[number];

const share = (part: number, whole: number) => `${Math.floor((100 * part) / whole)} %`;

const rows = [...THEMES, 'all' as const].map((theme) => {
  const own: readonly Theme[] = theme === 'all' ? THEMES : [theme];
  const count = (holds: (plan: Judged, theme: Theme, code: string) => boolean) =>
    judged.reduce(
      (sum, plan) =>
        sum + own.reduce((part, each) => part + plan.wanted[each].filter((code) => holds(plan, each, code)).length, 0),
      0,
    );
  const all = count(() => true);
  const alone = count((plan, each, code) => plan.alone[each].has(code));
  const written = count((plan, each, code) => plan.written[each].has(code));
  const line = `| ${theme} | ${all} | ${alone} | ${written} | ${all - written} | ${share(written, all)} |`;
  return { theme, all, alone, written, line };
});

describe('what the five plans ask', () => {
  it('is answered to nine tenths and more, in every theme', () => {
    for (const { theme, all, written } of rows) expect(written / all, theme).toBeGreaterThanOrEqual(0.9);
  });

  it('is answered to nine tenths and more without a word of the commune', () => {
    const { all, alone } = rows.at(-1)!;
    expect(alone / all).toBeGreaterThanOrEqual(0.9);
  });

  it('stands in the table of the benches', () => {
    const readme = readFileSync(new URL('../../../bench/README.md', import.meta.url), 'utf8');
    expect(rows.map(({ line }) => line).filter((line) => !readme.includes(line))).toEqual([]);
  });
});
