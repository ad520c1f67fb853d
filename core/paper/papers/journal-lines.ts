/** Sentences of the report from the journal: assignments, and difficulties and proposals of units. */
import { groupBy } from '../../base/group-by.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK } from '../paper.ts';
import { inside, orBlank } from '../words.ts';

/** A blank only where the plan has somebody steer the movement and nobody is assigned. */
export function assignmentLines({ journal, run }: PaperFacts): readonly string[] {
  const assigned = journal.visits.filter(({ kind }) => kind === 'assignment');
  const isAsked = run.movement.roles.some(({ duties }) => duties.includes('steering'));
  if (assigned.length === 0) return isAsked ? [`Phân công thành viên phụ trách lĩnh vực, địa bàn: ${BLANK}.`] : [];
  const members = [...groupBy(assigned, ({ who }) => who)].map(([who, own]) => {
    const what = own.map(({ unit, what: field }) => inside(unit === '' ? field : `${field} (${unit})`));
    return `${inside(orBlank(who))}: ${what.join(', ')}`;
  });
  return [`Phân công thành viên phụ trách: ${members.join('; ')}.`];
}

/** What units met with, each with what came of it; those without an outcome wait for an answer. */
export function issueLines({ journal }: PaperFacts): readonly string[] {
  return journal.visits
    .filter(({ kind }) => kind === 'issue')
    .map(({ unit, what, outcome }) => {
      const whose = unit === '' ? 'các đơn vị' : unit;
      return `Vướng mắc, kiến nghị của ${whose}: ${inside(what)}; ${outcome.trim() === '' ? 'chưa giải quyết' : inside(outcome)}.`;
    });
}
