/**
 * Every reader against its saved pages, found by listing the folders: a reader without ok, empty and changed cases
 * fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { periodKey } from '../../../../core/base/period/period.ts';
import { READERS, readCaptured } from '../../../../core/portal/capture/registry.ts';
import { sourceOf } from '../../../../core/portal/capture/source.ts';

const FOLDER = 'core/portal/capture/readers';

const caseSchema = z.object({
  url: z.string(),
  request: z.string().nullable(),
  at: z.string(),
  page: z.string(),
  expected: z.union([
    z.strictObject({ notFound: z.literal(true) }),
    z.strictObject({
      count: z.number(),
      warnings: z.array(z.string()),
      questions: z.optional(z.array(z.string())),
      readings: z.array(z.record(z.string(), z.unknown())),
    }),
  ]),
});

describe('portal readers', () => {
  it('are each in the registry, once, with a dated version', () => {
    expect(READERS.map((reader) => reader.id).sort()).toEqual(readdirSync(FOLDER).sort());
    for (const { id, source } of READERS) expect(sourceOf(id, 'https://a.vn/b')).toBe(source ?? `${id}@a.vn`);
    for (const reader of READERS) expect(reader.version).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  });

  it('of one source call it the same, and every source has a name', () => {
    const names = new Map(READERS.map(({ id, source, sourceName }) => [source ?? id, sourceName]));
    for (const { id, source, sourceName } of READERS) expect(sourceName).toBe(names.get(source ?? id));
    expect([...names.values()]).not.toContain('');
  });

  for (const id of readdirSync(FOLDER)) {
    describe(id, () => {
      const folder = `${FOLDER}/${id}/cases`;
      const cases = readdirSync(folder).filter((name) => name.endsWith('.case.json'));

      it('has a correct page, an empty page and a changed page', () => {
        expect(cases).toContain('empty.case.json');
        expect(cases).toContain('changed.case.json');
        expect(cases.length).toBeGreaterThanOrEqual(3);
      });

      it.each(cases)('%s', (name) => {
        const each = caseSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
        expect(existsSync(`${folder}/${each.page}`)).toBe(true);
        const body = readFileSync(`${folder}/${each.page}`, 'utf8');
        const { reader, outcome } = readCaptured({ url: each.url, request: each.request, at: each.at, body });
        expect(reader?.id).toBe(id);
        if ('notFound' in each.expected) {
          expect(outcome.kind).toBe('not-found');
          return;
        }
        if (outcome.kind !== 'found') throw new Error(outcome.reason);
        expect(outcome.readings).toHaveLength(each.expected.count);
        expect(outcome.warnings).toEqual(each.expected.warnings);
        expect(outcome.questions?.map(({ shown }) => shown)).toEqual(each.expected.questions ?? []);
        const readings = outcome.readings.map((reading) => ({
          ...reading,
          period: reading.period && periodKey(reading.period),
        }));
        for (const wanted of each.expected.readings) expect(readings).toContainEqual(wanted);
      });
    });
  }

  it('knows no reader for an ordinary page', () => {
    const { reader, outcome } = readCaptured({
      url: 'https://example.org/',
      request: null,
      at: '2026-01-01',
      body: '<p>Xin chào</p>',
    });
    expect(reader).toBeNull();
    expect(outcome.kind).toBe('not-found');
  });
});
