/** Papers into an officer's folder: never over what somebody changed, and nothing written twice. */
import { expect, it } from 'vitest';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { markBook } from '../../core/sheets/own-mark.ts';
import { type OutputFolder, writeInto } from '../../session/papers/write-into.ts';

const CHANGED = new Date('2026-11-22T03:05:00Z');

/** A folder of files by their paths, and what was written into it in order. */
function folderOf(held: Readonly<Record<string, Uint8Array>> = {}) {
  const files = new Map(Object.entries(held));
  const written: string[] = [];
  const folder: OutputFolder = {
    read: async (path) => {
      const bytes = files.get(path);
      return bytes ? { bytes, changed: CHANGED } : null;
    },
    write: async (path, bytes) => {
      files.set(path, bytes);
      written.push(path);
    },
  };
  return { folder, files, written };
}

const book = (text: string) =>
  newBook([{ name: 'Trang', cells: [{ row: 0, column: 0, value: { kind: 'text', text } }] }]);
const ours = (title: string) => markBook(book(title), 'paper');
const NEW = ours('mới');
const nothing = () => undefined;

it('writes new files, overwrites our own earlier file, and skips identical files', async () => {
  const { folder, written, files } = folderOf({ 'cu.docx': ours('cũ'), 'y.docx': NEW });
  const wanted = ['a/moi.docx', 'cu.docx', 'y.docx'].map((name) => ({ name, bytes: NEW }));
  const steps: number[] = [];
  expect(await writeInto(folder, wanted, (done) => steps.push(done))).toEqual([]);
  expect(written).toEqual(['a/moi.docx', 'cu.docx']);
  expect(files.get('cu.docx')).toEqual(NEW);
  expect(steps.at(-1)).toBe(1);
});

it('keeps what somebody gave or changed beside it, before the new one takes its name; each under a name of its own', async () => {
  const edited = book('sửa tay');
  const name = (count: string) => `phieu/bien-ban (bản trước 2026-11-22 10-05${count}).docx`;
  const { folder, files, written } = folderOf({ 'phieu/bien-ban.docx': edited, [name('')]: edited });
  expect(await writeInto(folder, [{ name: 'phieu/bien-ban.docx', bytes: NEW }], nothing)).toEqual([name(', 2')]);
  expect(written).toEqual([name(', 2'), 'phieu/bien-ban.docx']);
  expect([files.get(name('')), files.get(name(', 2')), files.get('phieu/bien-ban.docx')]).toEqual([
    edited,
    edited,
    NEW,
  ]);
});

it('writes nothing over a file that cannot be read', async () => {
  const { folder, written } = folderOf();
  const locked = { ...folder, read: () => Promise.reject(new Error('locked')) };
  await expect(writeInto(locked, [{ name: 'a.docx', bytes: NEW }], nothing)).rejects.toThrow('locked');
  expect(written).toEqual([]);
});
