/**
 * What a flag means, as officers read it in docs/flags.md: the words above its check. No screen shows them, so no
 * screen loads them.
 */
import { readFileSync } from 'node:fs';

export function meaningOf(code: string): string {
  const source = readFileSync(new URL(`../../../../core/judge/check/checks/${code}.ts`, import.meta.url), 'utf8');
  const [, words = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Check</.exec(source) ?? [];
  return words.replace(/\s*\n \*\s/g, ' ').trim();
}
