/**
 * Every code of the catalogue: a planted fault yields exactly its flag at exactly its cell; correct content yields
 * none.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import { CHECKS_OF_REPORTS } from '../../../../core/judge/check/checks-of-reports.ts';
import { flagsOf } from '../../../../core/judge/check/finding.ts';
import { CHECKS } from '../../../../core/judge/check/registry.ts';
import { prepareRun } from '../../../../core/judge/check/run.ts';
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

describe('the checks that need only the reports', () => {
  const faults = CASES.flatMap(({ check, faults }) => faults.map((fault) => [check.code, fault.name, fault] as const));
  const ALONE = { register: null, previous: null, observations: null, evidence: undefined, asOf: null };

  it.each(faults)('%s: %s: find what all checks find where nothing else is there', (_code, _name, fault) => {
    const run = prepareRun(fault.files, { ...(fault.context ?? context()), ...ALONE });
    expect(flagsOf(run, CHECKS_OF_REPORTS)).toEqual(flagsOf(run, CHECKS));
  });

  it('find something in most of the planted faults', () => {
    const found = faults.filter(([, , { files, context: about }]) => {
      const run = prepareRun(files, { ...(about ?? context()), ...ALONE });
      return flagsOf(run, CHECKS_OF_REPORTS).length > 0;
    });
    expect(found.length).toBeGreaterThan(faults.length / 2);
  });
});
