/**
 * Every code of the catalogue: a planted fault yields exactly its flag at exactly its cell; correct content yields
 * none.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import { CHECKS } from '../../../../core/judge/check/registry.ts';
import { CASE_CODES, CASES } from './check-cases.ts';
import { meaningOf } from './meaning-of.ts';
import { context } from './reports.ts';

describe('registry', () => {
  it('has one check for every code, and a case for each', () => {
    const codes = CHECKS.map(({ code }) => code);
    expect([...new Set(codes)]).toEqual(codes);
    expect(CASE_CODES.sort()).toEqual([...codes].sort());
  });

  it.each(CASES)('$check.code is explained and has a case', ({ check, faults, planters }) => {
    expect(check.name).not.toBe('');
    expect(meaningOf(check.code)).toMatch(/\.$/);
    expect(check.todo).toMatch(/\.$/);
    expect(faults.length).toBeGreaterThan(0);
    expect(planters.length).toBeGreaterThan(0);
    expect(new Set(planters.map(({ code }) => code))).toEqual(new Set([check.code]));
  });
});

describe.each(CASES.filter(({ faults }) => faults.length > 0))('$check.code', ({ check, faults }) => {
  it.each(faults.map((fault) => [fault.name, fault] as const))('%s', (_, fault) => {
    const { flags } = checkFiles(fault.files, fault.context ?? context());
    expect(flags.map((flag) => [flag.code, flag.criterion, flag.cell, flag.message])).toEqual([
      [check.code, fault.criterion ?? null, fault.cell, flags[0]?.message],
    ]);
    const [flag] = flags;
    expect(flag?.severity).toBe(fault.more?.severity ?? check.severity);
    expect(flag?.doubt).toBe(fault.more?.doubt ?? check.doubt);
    expect(flag?.suggestion).toBe(check.todo);
    expect(flag?.message).toMatch(/^\S.*\.$/);
    expect(flag?.message).toBe(flag?.message.normalize('NFC'));
    expect(flag?.message).not.toMatch(/undefined|NaN|null|\[object/);
    if (fault.file !== undefined) expect(flag?.file).toBe(fault.file);
    if (fault.more !== undefined) expect(flag).toMatchObject(fault.more);
  });
});
