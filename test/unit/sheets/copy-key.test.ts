/** The key of a browser's copy is in the workbook's own file, and survives later writes. */
import { expect, it } from 'vitest';
import { newBook, patchBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { copyKeyIn, withCopyKey } from '../../../core/sheets/copy-key.ts';
import { markBook, readOwnMark } from '../../../core/sheets/own-mark.ts';

const KEY = 'ab'.repeat(32);
const book = newBook([{ name: 'Báo cáo', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'a' } }] }]);

it('is put in once, stays through later changes and beside our mark, and changes no cell', () => {
  expect(copyKeyIn(book)).toBeNull();
  const { bytes, key } = withCopyKey(book, KEY);
  expect([key, copyKeyIn(bytes)]).toEqual([KEY, KEY]);
  expect(readBook(bytes)).toEqual(readBook(book));
  const write = { kind: 'write', sheet: 'Báo cáo', row: 1, column: 0, value: { kind: 'text', text: 'b' } } as const;
  const patched = patchBook(bytes, [write]);
  expect(patched.ok && copyKeyIn(patched.value.bytes)).toBe(KEY);
  const marked = markBook(bytes, 'council');
  expect([copyKeyIn(marked), readOwnMark(marked)?.kind]).toEqual([KEY, 'council']);
  // Its own key stays: copies closed with it could not be opened otherwise.
  expect(withCopyKey(bytes, 'cd'.repeat(32))).toEqual({ bytes, key: KEY });
});

it('is taken for none where it is no key, and goes into no file that is no workbook', () => {
  const odd = withCopyKey(book, 'x');
  expect(copyKeyIn(odd.bytes)).toBeNull();
  expect(withCopyKey(odd.bytes, KEY).key).toBe(KEY);
  expect(copyKeyIn(withCopyKey(odd.bytes, KEY).bytes)).toBe(KEY);
  const none = new Uint8Array([1, 2, 3]);
  expect(withCopyKey(none, KEY)).toEqual({ bytes: none, key: null });
});
