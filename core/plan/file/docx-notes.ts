/** What the notes of a Word file say, by the id their marks name: `word/footnotes.xml`, `word/endnotes.xml`. */
import { CLOSE, OPEN, XmlScanner } from '../../sheet/workbook/xlsx/xml-scan.ts';

export type Notes = ReadonlyMap<string, string>;

/** Separators between text and notes are notes too, without words. `leftOut` = elements that are no text of the page. */
export function notesIn(xml: string, leftOut: ReadonlySet<string>): Notes {
  if (xml === '') return new Map();
  const scanner = new XmlScanner(xml);
  const notes = new Map<string, string>();
  let id = '';
  let words = '';
  for (let token = scanner.next(); token; token = scanner.next()) {
    const { name } = scanner;
    const isNote = name === 'footnote' || name === 'endnote';
    if (token === OPEN) {
      if (isNote) [id, words] = [scanner.linked('id') ?? '', ''];
      else if (leftOut.has(name)) scanner.skip();
      else if (name === 't') words += scanner.content();
      else if (name === 'tab' || name === 'br') words += ' ';
    } else if (token === CLOSE) {
      const text = words.replace(/\s+/g, ' ').trim();
      if (isNote && text !== '') notes.set(id, text);
      if (name === 'p') words += ' ';
    }
  }
  return notes;
}
