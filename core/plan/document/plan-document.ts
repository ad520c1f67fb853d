/** A plan's file as laid out on its pages: paragraphs and grids in their order, from any kind of file. */

/** Words of one look. */
export interface Run {
  readonly text: string;
  /** Struck out: visible, but withdrawn by its author. */
  readonly struck?: boolean;
  /** Above the line, as the mark of a note or the 2 of m². */
  readonly raised?: boolean;
  /** Not shown on the page. */
  readonly hidden?: boolean;
  /** Words of the note whose mark stands here. */
  readonly note?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Its automatic number (`2.1.`, `a)`, `-`); '' = none, or typed by hand as words of the first run. */
  readonly label: string;
  readonly runs: readonly Run[];
}

/** A cell and the stretch of columns and rows it covers. */
export interface GridCell {
  /** Its first column, from 0. */
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly blocks: readonly Block[];
}

export interface GridBlock {
  readonly kind: 'grid';
  /** Each cell stands in the first row it covers. */
  readonly rows: readonly (readonly GridCell[])[];
}

export type Block = Paragraph | GridBlock;

export interface PlanDocument {
  readonly blocks: readonly Block[];
}
