/** What the commune wrote in "Số liệu của xã", as papers print it. */
import { periodDays, periodKey } from '../base/period/period.ts';
import { formatNumber } from '../base/quantity/points.ts';
import type { CommuneFigure } from '../commune/calendar/journal.ts';
import { ofPeriod } from '../commune/result/commune.ts';
import { formatDate } from '../sheet/grid/date.ts';
import type { PaperFacts } from './facts.ts';
import { inside } from './words.ts';

type Facts = Pick<PaperFacts, 'journal' | 'run' | 'commune' | 'lastYear'>;

/** Rows of the papers' period on a target, content, field or role; of a phase those of its last year and of the whole. */
export function ownFigures(
  { journal, run: { period }, commune, lastYear }: Facts,
  code: string,
): readonly CommuneFigure[] {
  const last = lastYear === undefined ? null : String(lastYear);
  const rows = ofPeriod(journal.figures ?? [], [period && periodKey(period), commune?.period, last]);
  return rows.filter(({ target }) => target === code);
}

/** Rows on a content, field or role as sentences; of a phase those of its years too, the year before each. */
export function ownFigureLines(facts: Facts, code: string): readonly string[] {
  const { journal, run, lastYear } = facts;
  const now = ownFigures(facts, code);
  const { from, to } = lastYear !== undefined && run.period ? periodDays(run.period) : { from: '', to: '' };
  return (journal.figures ?? []).flatMap((row) => {
    const isYear = row.period.length === 4 && from.slice(0, 4) <= row.period && row.period <= to;
    if (row.target !== code || !(isYear || now.includes(row))) return [];
    return [`${isYear ? `Năm ${row.period}: ` : ''}${figureWords(row, row.evidence)}.`];
  });
}

/** Behind a target's figure in the table: the remark, the evidence, and who wrote it when. */
export function remarkWords(row: CommuneFigure): string {
  const { value, remark, evidence, who, day } = row;
  const by = [evidence && `theo ${inside(evidence)}`, who, day && formatDate(day)].filter(Boolean).join(', ');
  return remark === '' ? by : figureWords({ value, remark }, by);
}

function figureWords({ value, remark }: Pick<CommuneFigure, 'value' | 'remark'>, behind: string): string {
  const words = [value === null ? '' : formatNumber(value), inside(remark)].filter(Boolean).join('; ');
  return behind === '' ? words : `${words} (${inside(behind)})`;
}
