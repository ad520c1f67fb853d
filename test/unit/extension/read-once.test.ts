/** One press is read once, whoever asks for its figures; anything that may change them is read anew. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Captured, Reader } from '../../../core/portal/capture/reader.ts';
import { READERS } from '../../../core/portal/capture/registry.ts';
import { allReaders } from '../../../extension/reading/all-readers.ts';
import { readFresh } from '../../../extension/reading/read-bodies.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { keepReader, removeReader } from '../../../extension/store/readers.ts';
import type { CapturePart } from '../../../extension/store/records.ts';
import { savedCases } from '../../fixtures/mutator/mutate.ts';
import { kept } from '../portal/capture/kept-reader/pages.ts';

const FORM = savedCases().find(({ name }) => name === 'form-06a/fields-ok.case.json')?.captured as Captured;
const FILTER = '<label for="l">Lĩnh vực</label><select id="l"><option>Tất cả<option selected>Hộ tịch</select>';
const BODY = FORM.body.replace(/<body[^>]*>/, (tag) => tag + FILTER);
const PART: CapturePart = { kind: 'page', url: FORM.url, request: null, hash: 'a' };
const RECORD = { at: FORM.at, parts: [PART] };

/** Our readers, those that counted each page they read. */
function counting(): { readonly readers: readonly Reader[]; readonly read: string[] } {
  const read: string[] = [];
  const readers = READERS.map((reader) => ({
    ...reader,
    read: (captured: Captured) => {
      read.push(captured.url);
      return reader.read(captured);
    },
  }));
  return { readers, read };
}

describe('a page', () => {
  it('is read once, whatever was answered, and anew when it, its time, its address or the readers change', () => {
    const { readers, read } = counting();
    const found = readFresh(RECORD, [BODY], readers);
    if (found.kind !== 'found') throw new Error(found.reason);
    const [question] = found.questions;
    if (!question) throw new Error('nothing was asked');
    const once = read.length;
    expect(once).toBeGreaterThan(0);
    const answered = readFresh(RECORD, [BODY], readers, new Set([question.key]));
    expect(answered).toEqual({ ...found, questions: found.questions.filter(({ key }) => key !== question.key) });
    expect(readFresh(RECORD, [BODY], readers)).toEqual(found);
    expect(read).toHaveLength(once);
    const others: Parameters<typeof readFresh>[] = [
      [RECORD, [BODY.replace('Hộ tịch', 'Đất đai')], readers],
      [{ ...RECORD, at: '2020-01-01T08:00:00+07:00' }, [BODY], readers],
      [{ ...RECORD, parts: [{ ...PART, url: `${PART.url}?k=1` }] }, [BODY], readers],
      [{ ...RECORD, parts: [{ ...PART, request: '{}' }] }, [BODY], readers],
      [{ ...RECORD, parts: [PART, PART] }, [BODY, BODY], readers],
      [RECORD, [BODY], [...readers]],
    ];
    for (const [at, other] of others.entries()) {
      const before = read.length;
      readFresh(...other);
      expect(read.length, `change ${at}`).toBeGreaterThan(before);
    }
  });
});

describe('the list of readers', () => {
  let db: Store;
  beforeEach(() => {
    db = openStore('read-once');
  });
  afterEach(async () => {
    db.close();
    await Dexie.delete('read-once');
  });

  it('is the same as long as the readers in store are', async () => {
    const first = await allReaders(db);
    expect(await allReaders(db)).toBe(first);
    const definition = kept();
    await keepReader(db, definition);
    const taught = await allReaders(db);
    expect(taught).toHaveLength(first.length + 1);
    expect(await allReaders(db)).toBe(taught);
    await keepReader(db, { ...definition, label: 'Tên khác' });
    expect((await allReaders(db)).at(-1)?.label).toBe('Tên khác');
    await removeReader(db, definition.id);
    expect(await allReaders(db)).toHaveLength(first.length);
  });
});
