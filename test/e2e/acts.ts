/**
 * Acts of an officer, counted by the page: a press, a field filled in or chosen from, a file
 * opened or dropped. docs/acts.md lists
 * how many each job may take; a test that walks through the job enforces it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ROOT } from '../built-for-production.ts';

declare global {
  interface Window {
    actsCounted?: number;
  }
}

/** Does the job, which must take exactly the acts in the table: more is a loss, fewer has to be recorded there. */
export async function heldActs(page: Page, job: string, walk: () => Promise<unknown>): Promise<void> {
  await page.evaluate(countActs);
  await walk();
  const counted = await page.evaluate(() => window.actsCounted);
  expect(`${job}: ${counted}`).toBe(`${job}: ${actsTold(job)}`);
}

/** The column "acts" of the job's row. */
function actsTold(job: string): number {
  const row = readFileSync(join(ROOT, 'docs/acts.md'), 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`| ${job} |`));
  if (row === undefined) throw new Error(`docs/acts.md has no job "${job}"`);
  return Number(row.split('|')[3]);
}

/** Runs in the page. Typing on in one field is one act; a press that goes on to a field of its own counts once. */
function countActs(): void {
  const isNew = window.actsCounted === undefined;
  window.actsCounted = 0;
  if (!isNew) return;
  let last: EventTarget | null = null;
  const count = (target: EventTarget | null) => {
    window.actsCounted = (window.actsCounted ?? 0) + 1;
    last = target;
  };
  const isPressed = (target: EventTarget | null) =>
    target instanceof HTMLInputElement && /^(?:checkbox|radio|button|submit)$/.test(target.type);
  document.addEventListener(
    'click',
    ({ target, isTrusted }) => {
      const pressed = target instanceof Element ? target.closest('button, summary, a, [role="tab"], input') : null;
      const isField = pressed instanceof HTMLInputElement && !isPressed(pressed);
      if (isTrusted && pressed !== null && !isField) count(null);
    },
    true,
  );
  document.addEventListener('drop', () => count(null), true);
  document.addEventListener(
    'paste',
    ({ target }) => {
      if (target !== last) count(target);
    },
    true,
  );
  document.addEventListener(
    'input',
    ({ target }) => {
      if (!isPressed(target) && target !== last) count(target);
    },
    true,
  );
}
