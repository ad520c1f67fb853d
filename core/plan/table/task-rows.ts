/** `TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn`: each row is a task, with its time in another column. */

import type { Section } from '../layout/section.ts';
import { horizonsOf } from '../time/horizon.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { tokensOf } from '../words/token.ts';
import type { Table, TextCell } from './tables.ts';

interface TaskRow {
  /** What is to be done, wanted by the row's time. */
  readonly task: Section;
  /** What is to come of it, in other columns. */
  readonly more: readonly Section[];
  /** The cell of its time; null = it has none. */
  readonly time: Section | null;
}

/** The rows of such a table as parts of the plan; null = it is none. */
export function taskRows(table: Table, section: Section, period: PlanPeriod): readonly TaskRow[] | null {
  const at = (role: Table['columns'][number]['role']): number =>
    table.columns.findIndex((column) => column.role === role);
  const [indexAt, nameAt, timeAt, amendedAt] = [at('index'), at('name'), at('time'), at('amended')];
  if (nameAt < 0 || at('value') >= 0 || at('award') >= 0) return null;
  let group = '';
  return table.rows.flatMap((row): readonly TaskRow[] => {
    const [name, own = null, was] = [filled(row[nameAt]), filled(row[timeAt]), filled(row[amendedAt])];
    // "giữ nguyên"
    const time = was && own && !/\d/.test(own.text) ? was : own;
    const isGroup = row.every((cell, place) => place === indexAt || place === nameAt || cell.text === '');
    const index = row[indexAt]?.text.replace(/[.)]$/, '') ?? '';
    if (!name || (timeAt >= 0 && !time) || isGroup) {
      if (isGroup) group = index;
      return [];
    }
    const path = [section.section, group, index].filter((part) => part !== '').join('.');
    const part = { ...section, section: path, heading: '', opener: null, neighbour: null, carried: null };
    const stated = time && dayIn(time.text, period);
    const horizon = stated ?? section.horizon;
    const works = table.columns.flatMap(({ role }, place) => (role === 'work' ? (filled(row[place]) ?? []) : []));
    const made = (cell: TextCell): Section => ({
      ...part,
      ...stretchOf(cell),
      topic: 'tasks',
      topics: ['tasks'],
      horizon,
    });
    return [
      {
        task: made(name),
        more: works.map(made),
        time: time && { ...part, ...stretchOf(time), topic: 'calendar', topics: ['calendar'] },
      },
    ];
  });
}

/** The name and the time of each row of a table of targets that has a column for times. */
export function timedRows(
  { columns, rows }: Table,
  section: Section,
): readonly (Pick<TaskRow, 'task'> & { readonly time: Section })[] {
  const at = (role: Table['columns'][number]['role']): number => columns.findIndex((column) => column.role === role);
  const [nameAt, timeAt] = [at('name'), at('time')];
  const part = { ...section, heading: '', opener: null, neighbour: null, carried: null };
  return rows.flatMap((row) => {
    const [name, time] = [filled(row[nameAt]), filled(row[timeAt])];
    if (!name || !time) return [];
    const task: Section = { ...part, ...stretchOf(name), topic: 'tasks', topics: ['tasks'] };
    return [{ task, time: { ...part, ...stretchOf(time), topic: 'calendar', topics: ['calendar'] } }];
  });
}

/** `Tháng 4` in a column of times is by the end of it. */
function dayIn(words: string, period: PlanPeriod): string | undefined {
  const within = `trong ${words.toLowerCase()}`;
  return (
    horizonsOf(tokensOf(words, 0, words.length), period)[0] ?? horizonsOf(tokensOf(within, 0, within.length), period)[0]
  )?.day;
}

function stretchOf({ start, text }: TextCell): Pick<Section, 'start' | 'body' | 'end'> {
  return { start, body: start, end: start + text.length };
}

function filled(cell: TextCell | undefined): TextCell | undefined {
  return cell?.text === '' ? undefined : cell;
}
