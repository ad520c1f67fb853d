/** The few looks of paragraphs and characters that decide what the text is: lists, tables, hidden and deleted words. */
import { type RowCells, rowCells } from './row-cells.ts';
import { numberOf, sprmsOf } from './sprms.ts';

export interface ParagraphLook {
  readonly style: number;
  /** Number of its list from 1; 0 = no list, whatever the style; null = as in the style. */
  readonly list: number | null;
  readonly level: number | null;
  readonly inTable: boolean;
  /** The mark behind the last cell of a row. */
  readonly endsRow: boolean;
  /** Of a row's end: its cells' edges and merges; null = the file does not say. */
  readonly cells: RowCells | null;
  /** Where its looks really stand, when they are too many: a place in the stream `Data`. */
  readonly elsewhere: number | null;
}

export interface CharacterLook {
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** The character is a mark of Word's, not text. */
  readonly special: boolean;
  readonly symbol: number | null;
  readonly capitals: boolean;
  readonly raised: boolean;
  readonly struck: boolean;
}

export const PLAIN_CHARACTER: CharacterLook = {
  hidden: false,
  deleted: false,
  special: false,
  symbol: null,
  capitals: false,
  raised: false,
  struck: false,
};

/** `looks` changed by the paragraph's sprms. */
export function paragraphLook(looks: ParagraphLook, bytes: Uint8Array): ParagraphLook {
  const changed = { ...looks };
  for (const sprm of sprmsOf(bytes)) {
    const value = numberOf(sprm);
    if (sprm.code === 0x4600) changed.style = value;
    else if (sprm.code === 0x260a) changed.level = value;
    else if (sprm.code === 0x460b) changed.list = value;
    else if (sprm.code === 0x2416) changed.inTable = value !== 0;
    else if (sprm.code === 0x2417) changed.endsRow = value !== 0;
    else if (sprm.code === 0x6649) changed.inTable ||= value > 0;
    else if (sprm.code === 0xd608) changed.cells = rowCells(sprm.operand);
    else if (sprm.code === 0x6646)
      changed.elsewhere = value + numberOf({ ...sprm, operand: sprm.operand.subarray(2) }) * 65536;
  }
  return changed;
}

export function characterLook(looks: CharacterLook, bytes: Uint8Array): CharacterLook {
  const changed = { ...looks };
  for (const sprm of sprmsOf(bytes)) {
    // 80 = as the style has it, 81 = the other way round: no style hides the words of a plan.
    const isOn = numberOf(sprm) === 1 || numberOf(sprm) === 0x81;
    if (sprm.code === 0x0800) changed.deleted = isOn;
    else if (sprm.code === 0x083c) changed.hidden = isOn;
    else if (sprm.code === 0x083a || sprm.code === 0x083b) changed.capitals = isOn || changed.capitals;
    else if (sprm.code === 0x2a48) changed.raised = numberOf(sprm) === 1;
    else if (sprm.code === 0x0837 || sprm.code === 0x2a53) changed.struck = isOn;
    else if (sprm.code === 0x0855) changed.special = isOn;
    else if (sprm.code === 0x6a09) changed.symbol = numberOf({ ...sprm, operand: sprm.operand.subarray(2) });
  }
  return changed;
}
