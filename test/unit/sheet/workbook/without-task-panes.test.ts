/** A workbook loses the task panes it brings along, and nothing else. */
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { withoutTaskPanes } from '../../../../core/sheet/workbook/xlsx/without-task-panes.ts';

const BOOK = newBook([{ name: 'Biểu', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'Bản Nà Đắng' } }] }]);
const OFFICE = 'http://schemas.microsoft.com/office/2011/relationships';
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const bytes = (words: string) => new TextEncoder().encode(words);

/** As Excel saves it when an add-in's pane is open. */
function withPanes(): Uint8Array {
  const files = unzipSync(BOOK);
  const relation = `<Relationship Id="rId9" Type="${OFFICE}/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>`;
  const types = ['taskpanes', 'webextension1'].map(
    (name) =>
      `<Override PartName="/xl/webextensions/${name}.xml" ContentType="application/vnd.ms-office.${name}+xml"/>`,
  );
  return zipSync({
    ...files,
    '_rels/.rels': bytes(text(files['_rels/.rels']).replace('</Relationships>', `${relation}</Relationships>`)),
    '[Content_Types].xml': bytes(text(files['[Content_Types].xml']).replace('</Types>', `${types.join('')}</Types>`)),
    'xl/webextensions/taskpanes.xml': bytes('<wetp:taskpanes xmlns:wetp="x"/>'),
    'xl/webextensions/_rels/taskpanes.xml.rels': bytes(
      `<Relationships xmlns="x"><Relationship Id="rId1" Type="${OFFICE}/webextension" Target="webextension1.xml"/></Relationships>`,
    ),
    'xl/webextensions/webextension1.xml': bytes('<we:webextension xmlns:we="x"/>'),
  });
}

describe('a workbook with task panes', () => {
  it('has none of their parts, types and relations any more, and all of its own', () => {
    const files = unzipSync(withoutTaskPanes(withPanes()));
    expect(Object.keys(files).sort()).toEqual(Object.keys(unzipSync(BOOK)).sort());
    for (const name of ['_rels/.rels', '[Content_Types].xml'])
      expect(text(files[name])).toBe(text(unzipSync(BOOK)[name]));
    expect(readBook(withoutTaskPanes(withPanes()))).toEqual(readBook(BOOK));
  });

  it('is the same bytes where it has none', () => {
    expect(withoutTaskPanes(BOOK)).toBe(BOOK);
  });
});
