/** Every code of the catalogue: one planted fault gives exactly its flag at exactly its cell; what is correct gives none. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/check/check.ts';
import { CHECKS } from '../../../core/check/registry.ts';
import { CATALOGUE } from '../../../core/flag/catalogue.ts';
import { FLAG_CODES } from '../../../core/flag/flag.ts';
import { GUIDE } from '../../../core/flag/guide.ts';
import { FAULTS } from './faults.ts';
import { context } from './reports.ts';

describe('registry', () => {
  it('has a check for every code and none besides', () => {
    expect([...new Set(CHECKS.map(({ code }) => code))].sort()).toEqual([...FLAG_CODES].sort());
  });

  it.each(FLAG_CODES)('%s is explained and has a case', (code) => {
    expect(CATALOGUE[code].name).not.toBe('');
    expect(GUIDE[code].meaning).toMatch(/\.$/);
    expect(GUIDE[code].todo).toMatch(/\.$/);
    expect(FAULTS[code].length).toBeGreaterThan(0);
  });
});

describe.each(FLAG_CODES)('%s', (code) => {
  it.each(FAULTS[code].map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
    const { flags } = checkFiles(fault.files, fault.context ?? context());
    expect(flags.map((flag) => [flag.code, flag.criterion, flag.cell, flag.message])).toEqual([
      [code, fault.criterion ?? null, fault.cell, flags[0]?.message],
    ]);
    const [flag] = flags;
    expect(flag?.severity).toBe(fault.more?.severity ?? CATALOGUE[code].severity);
    expect(flag?.suggestion).toBe(GUIDE[code].todo);
    expect(flag?.message).toMatch(/^\S.*\.$/);
    expect(flag?.message).toBe(flag?.message.normalize('NFC'));
    expect(flag?.message).not.toMatch(/undefined|NaN|null|\[object/);
    if (fault.file !== undefined) expect(flag?.file).toBe(fault.file);
    if (fault.more !== undefined) expect(flag).toMatchObject(fault.more);
  });
});
