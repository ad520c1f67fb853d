/**
 * Fills the fields of a province's own template and leaves all else as it is; fields that do not fit are reported in
 * sentences.
 */
import { type BookDraft, draftEntries } from '../../sheet/workbook/xlsx/draft.ts';
import { guarded } from '../../sheet/workbook/xlsx/fault.ts';
import { findPart, openPackage, readPart } from '../../sheet/workbook/xlsx/package.ts';
import { writeZip } from '../../sheet/workbook/xlsx/zip-write.ts';
import type { PaperFacts } from '../facts.ts';
import { BLANK, type Paper } from '../paper.ts';
import { fieldsOf } from './fields.ts';
import { fillXml, type Met } from './fill-xml.ts';

/** Parts that hold text of the page. */
const PARTS = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/i;

interface Filled {
  /** null when the template cannot be used: our own paper stands in its place. */
  readonly bytes: Uint8Array | null;
  /** Vietnamese sentences. */
  readonly notes: readonly string[];
}

export function fillTemplate(template: Uint8Array, paper: Paper, facts: PaperFacts): Filled {
  const fields = fieldsOf(paper, facts);
  const met: Met = { used: new Set(), unknown: new Set() };
  const name = `Mẫu ${paper.kind}.docx`;
  const made = guarded(() => {
    const pack = openPackage(template);
    if (!findPart(pack, 'word/document.xml')) return null;
    const draft: BookDraft = { pack, changes: new Map(), strict: false };
    for (const entry of pack.entries) {
      if (!PARTS.test(entry.name)) continue;
      const xml = readPart(pack, entry.name);
      if (xml !== undefined) draft.changes.set(entry.name, fillXml(xml, fields, met));
    }
    return writeZip(draftEntries(draft));
  });
  if (!made.ok || made.value === null) {
    return { bytes: null, notes: [`${name} không phải tệp Word (.docx) đọc được: dùng văn bản của chương trình.`] };
  }
  const blank = [...met.used].filter(
    (field) => (fields.single.get(field) ?? '-').trim() === '' || fields.single.get(field) === BLANK,
  );
  const left = [...fields.lists.keys()].filter((list) => !met.used.has(list));
  return {
    bytes: made.value,
    notes: [
      ...sentence([...met.unknown], (all) => `${name}: chương trình không có trường ${all}, giữ nguyên trong văn bản.`),
      ...sentence(blank.map(braced), (all) => `${name}: trường ${all} chưa có giá trị, để trống.`),
      ...sentence(left.map(braced), (all) => `${name}: mẫu không có bảng ${all}, nên danh sách đó không vào văn bản.`),
    ],
  };
}

function braced(name: string): string {
  return `{${name}}`;
}

function sentence(names: readonly string[], words: (all: string) => string): readonly string[] {
  return names.length === 0 ? [] : [words(names.join(', '))];
}
