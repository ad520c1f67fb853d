/**
 * What the numbering of a table means for the codes of a set. Sheets number in three ways: by the codes themselves
 * (1.1, 1.2), from 1 in each group (I: 1, 2; II: 1, 2), or running through the whole table. Which one holds is learnt
 * from the rows whose titles are beyond doubt; a numbering that agrees with none of the three is not used at all.
 */
import type { Criterion } from '../../movement/criteria-set.ts';
import type { BodyRow } from './rows.ts';
import { codeKey, type SetIndex } from './set-index.ts';

/** For each row the criterion its number names, or undefined; and whether the numbering has proved right. */
interface RowCodes {
  readonly named: readonly (Criterion | undefined)[];
  readonly trusted: boolean;
}

const ENOUGH_ROWS = 2;
const ENOUGH_SHARE = 0.8;

/** `sure` holds for each row the criterion its title names without doubt. */
export function learnNumbering(
  rows: readonly BodyRow[],
  sure: readonly (Criterion | undefined)[],
  index: SetIndex,
): RowCodes {
  const schemes = [byDirectCode(rows, index), byGroup(rows, index), byOrder(rows, index)];
  let best: RowCodes = { named: schemes[0] ?? [], trusted: false };
  let bestAgreeing = 0;
  for (const named of schemes) {
    let agreeing = 0;
    let compared = 0;
    sure.forEach((criterion, at) => {
      if (!criterion || !named[at]) return;
      compared += 1;
      if (named[at] === criterion) agreeing += 1;
    });
    if (agreeing > bestAgreeing && agreeing >= ENOUGH_ROWS && agreeing >= ENOUGH_SHARE * compared) {
      best = { named, trusted: true };
      bestAgreeing = agreeing;
    }
  }
  return best;
}

/** `1.2` is the code 1.2. A number cell 1.1 after 1.9 is 1.10, whose last zero a number cannot keep. */
function byDirectCode(rows: readonly BodyRow[], index: SetIndex): readonly (Criterion | undefined)[] {
  let before = '';
  return rows.map((row) => {
    const { numbering } = row;
    if (numbering?.kind !== 'decimal' && numbering?.kind !== 'code') return undefined;
    let path = numbering.kind === 'decimal' ? numbering.path : codeKey(numbering.code);
    const tenth = `${path}0`;
    if (
      /^\d+\.\d$/.test(path) &&
      index.byCode.has(tenth) &&
      before === `${path.split('.')[0]}.${Number(path.split('.')[1]) * 10 - 1}`
    ) {
      path = tenth;
    }
    before = path;
    return index.byCode.get(path);
  });
}

/** A single number counts within the group row above it. */
function byGroup(rows: readonly BodyRow[], index: SetIndex): readonly (Criterion | undefined)[] {
  let group: string | undefined;
  return rows.map((row) => {
    const { numbering } = row;
    const titled = row.titles.flatMap((title) => index.groups.equal(title))[0];
    if (titled !== undefined) group = titled;
    else if (numbering?.kind === 'group') group = index.set.groups[numbering.order - 1]?.code;
    if (numbering?.kind !== 'decimal' || numbering.depth !== 1 || group === undefined) return undefined;
    const members = index.set.criteria.filter((criterion) => criterion.group === group);
    return members[Number(numbering.path) - 1];
  });
}

/** A single number counts through the whole set. */
function byOrder(rows: readonly BodyRow[], index: SetIndex): readonly (Criterion | undefined)[] {
  return rows.map(({ numbering }) =>
    numbering?.kind === 'decimal' && numbering.depth === 1 ? index.set.criteria[Number(numbering.path) - 1] : undefined,
  );
}
