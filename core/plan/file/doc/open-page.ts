/** The blocks of a .doc while its characters are read one behind the other. */
import type { Block, Paragraph, Run } from '../../document/plan-document.ts';
import { type DocRow, docTable } from './doc-table.ts';
import type { CharacterLook, ParagraphLook } from './looks.ts';

export class OpenPage {
  private readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private cell: Block[] | null = null;
  private cells: Block[][] = [];
  private rows: DocRow[] = [];
  private words = '';
  private look: CharacterLook | null = null;

  add(text: string, look: CharacterLook): void {
    if (this.look !== look) this.endRun();
    this.look = look;
    this.words += look.capitals ? text.toLocaleUpperCase('vi') : text;
  }

  /** `endsCell` = the paragraph is the last of its cell; `label` = its automatic number. */
  endParagraph(endsCell: boolean, look: ParagraphLook, label: string): void {
    this.endRun();
    const paragraph: Paragraph = { kind: 'paragraph', label, runs: this.runs };
    this.runs = [];
    if (look.endsRow) this.endRow(look);
    else if (look.inTable || endsCell) {
      this.cell = [...(this.cell ?? []), paragraph];
      if (endsCell) {
        this.cells.push(this.cell);
        this.cell = null;
      }
    } else {
      this.endTable();
      this.blocks.push(paragraph);
    }
  }

  end(): readonly Block[] {
    this.endRun();
    if (this.runs.length > 0) this.blocks.push({ kind: 'paragraph', label: '', runs: this.runs });
    this.endTable();
    return this.blocks;
  }

  private endRun(): void {
    if (this.words !== '') {
      const { hidden = false, raised = false, struck = false } = this.look ?? {};
      this.runs.push({
        text: this.words,
        ...(hidden && { hidden }),
        ...(raised && { raised }),
        ...(struck && { struck }),
      });
    }
    this.words = '';
  }

  private endRow(look: ParagraphLook | null): void {
    if (this.cell) this.cells.push(this.cell);
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, place: look?.cells ?? null });
    this.cell = null;
    this.cells = [];
  }

  private endTable(): void {
    this.endRow(null);
    if (this.rows.length > 0) this.blocks.push(docTable(this.rows));
    this.rows = [];
  }
}
