/** The dossier a workbook holds, read with what is to be put right and what is to be confirmed in it, each at its cell. */

import { done, type Result } from '../../core/base/result.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { findingsAfter } from '../../core/dossier/after-faults.ts';
import { type DossierQuestion, questionsOf } from '../../core/dossier/questions.ts';
import { faultText, readDossier } from '../../core/dossier/read-dossier.ts';
import { rowInWords } from '../../core/dossier/row-in-words.ts';
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import type { HostBook } from '../host/port.ts';
import type { CellToCheck, CriterionAsWritten, MovementHeld } from './own-movement.ts';
import { changedSince, setsUsed } from './set-versions.ts';

/** Refused when what the workbook holds is no movement at all. */
export function readOwn(book: HostBook): Result<MovementHeld> {
  const read = readDossier(book.book);
  if (!read.ok) return read;
  const { movement, faults, placeOf } = read.value;
  const cellToCheck = (kind: CellToCheck['kind'], sheet: string, cell: string, message: string): CellToCheck => {
    const { name, texts } = rowInWords(book.book, sheet, cell);
    return { kind, sheet, cell, message, name, criterion: sheet === CRITERIA ? criterionOf(texts) : null };
  };
  const placed = (kind: CellToCheck['kind'], found: DossierQuestion): CellToCheck => {
    const { where, message, todo } = found;
    const at = placeOf(found);
    return cellToCheck(kind, at?.sheet ?? '', at?.cell ?? '', `${at ? '' : `${where}: `}${message} ${todo}`);
  };
  const { findings, held } = findingsAfter(faults, movement);
  const open = unconfirmedText(movement);
  const used = setsUsed(book);
  const changed = changedSince(movement, used.sets);
  return done({
    movement: changed?.inForce ?? movement,
    changed,
    faults: [...(open === null ? [] : [open]), ...faults.map(faultText), ...used.faults],
    held,
    edited: movement,
    toCheck: [
      ...faults.map(({ sheet, cell, message }) => cellToCheck('fault', sheet, cell, message)),
      ...findings.map((finding) => placed('fault', finding)),
      ...questionsOf(movement).map((question) => placed('question', question)),
    ],
  });
}

const CRITERIA = 'Tiêu chí';

function criterionOf(texts: ReadonlyMap<string, string>): CriterionAsWritten | null {
  const at = (title: string) => texts.get(bareKey(title)) ?? '';
  if (at('Mã') === '') return null;
  return {
    ...{ audience: at('Đối tượng'), phase: at('Giai đoạn'), code: at('Mã'), title: at('Nội dung') },
    ...{ rule: at('Cách chấm'), points: at('Điểm tối đa') },
  };
}
