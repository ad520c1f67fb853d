/** Hides sheets of a workbook in bytes, or shows them again. */
import { type BookDraft, draftPart, finishDraft, setPart } from '../../core/sheet/workbook/xlsx/draft.ts';
import { childOf, childrenAt, outlineOf, setAttribute, splice } from '../../core/sheet/workbook/xlsx/outline.ts';
import { openPackage } from '../../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';

/** Unchanged when no sheet would be left in sight; null then. */
export function withSheetState(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  state: 'visible' | 'hidden',
): Uint8Array | null {
  const draft: BookDraft = { pack: openPackage(bytes), changes: new Map(), strict: false };
  const workbook = findWorkbook(draft.pack);
  const after = workbook.sheets.map((sheet) => (names.has(sheet.name) ? state : sheet.state));
  if (!after.includes('visible')) return null;
  const { xml } = outlineOf(draftPart(draft, workbook.part) ?? workbook.xml);
  const list = childOf(outlineOf(xml), 'sheets');
  const elements = list ? childrenAt(xml, list.start) : [];
  const splices = workbook.sheets.flatMap(({ name }, index) => {
    const element = elements[index];
    return element && names.has(name) ? [setAttribute(xml, element.start, 'state', state)] : [];
  });
  setPart(draft, workbook.part, splice(xml, splices));
  return finishDraft(draft);
}
