/**
 * The movement of a workbook: its own, where the workbook holds the sheets of a dossier, else a bundled one. The code
 * that reads dossiers is not fetched while there is no dossier.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { dossierHeading } from '../../core/dossier/dossier-heading.ts';
import type { CellFault } from '../../core/dossier/table.ts';
import type { Movement, MovementHeading } from '../../core/movement/movement.ts';
import { findHeading } from '../../core/movements/headings.ts';
import { loadMovement } from '../../core/movements/load-movement.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import type { HostBook } from '../host/port.ts';
import { findTable, OWN_TABLES } from './own-tables.ts';

/** A place of a dossier to look at: a fault costs something, a question only the officer can answer. */
export interface CellToCheck extends CellFault {
  readonly kind: 'fault' | 'question';
  /** The row it speaks of in officers' words, without a cell. */
  readonly name: string;
  /** For a finding about a criterion: its set by Vietnamese names, its code, and the content of its row. */
  readonly criterion: CriterionAsWritten | null;
}

export interface CriterionAsWritten {
  readonly audience: string;
  readonly phase: string;
  readonly code: string;
  readonly title: string;
  /** Column “Cách chấm” as it stands. */
  readonly rule: string;
  /** Column “Điểm tối đa” as it stands. */
  readonly points: string;
}

/** A criteria set edited since it was used; versions in words. */
export interface ChangedSet {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Sets of a dossier edited under a version number that is in use: the used versions count until the edited sets have a
 * new number.
 */
export interface ChangedSets {
  readonly inForce: Movement;
  /** As edited, each under its next number. */
  readonly next: Movement;
  readonly sets: readonly ChangedSet[];
  /** A Vietnamese sentence; while it stands, no forms are made. */
  readonly text: string;
}

export interface MovementHeld {
  /** With the criteria in force as the workbook has them. */
  readonly movement: Movement;
  /** Faults of the dossier, each a Vietnamese sentence with its cell. */
  readonly faults: readonly string[];
  /**
   * For the workbook's own movement: faults, then questions, each in reading order; null = it is a bundled movement.
   */
  readonly toCheck: readonly CellToCheck[] | null;
  /** How many findings wait for a fault to be put right: they may only follow from it. */
  readonly held?: number;
  /** For the workbook's own movement: as its rows are now, whatever is in force. */
  readonly edited?: Movement;
  readonly changed: ChangedSets | null;
}

/** A movement that can be chosen in this workbook. */
export function headingIn(book: Book, id: string): MovementHeading | undefined {
  const own = dossierHeading(book);
  return own?.id === id ? own : findHeading(id);
}

/** Refused when there is no such movement (code `no-movement`), or its dossier cannot be used (code `dossier`). */
export async function movementIn(book: HostBook, id: string | null): Promise<Result<MovementHeld>> {
  if (id !== null && dossierHeading(book.book)?.id === id) {
    const { readOwn } = await import('./own-dossier.ts');
    const read = readOwn(book);
    return read.ok ? read : refuse('dossier', `Hồ sơ phong trào: ${read.refusal.message}`);
  }
  const bundled = id === null ? undefined : await loadMovement(id);
  if (!bundled) return refuse('no-movement', 'Hãy chọn phong trào ở mục Báo cáo trước.');
  if (!findTable(book, OWN_TABLES.criteria.table))
    return done({ movement: bundled, faults: [], toCheck: null, changed: null });
  const { movementInForce } = await import('./criteria.ts');
  return done({ ...movementInForce(book, bundled), toCheck: null, changed: null });
}
