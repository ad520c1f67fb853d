/** Words broken over two lines: half a syllable is no word, and no officer writes it. */
import type { Page } from 'playwright-core';

/** Longer than any Vietnamese syllable: a code, an address, a figure with its unit may have to be broken. */
const LONGEST = 8;
/** What is no running text, as an address or a piece of code, is broken where the line ends. */
const CODE = '[=<>"\\\\_@]';

/** Each with the text it stands in. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([longest, code]) => {
      const isCode = new RegExp(code, 'u');
      const broken: string[] = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.textContent ?? '';
        if (node.parentElement?.closest('textarea, option, script, style')) continue;
        for (const { 0: word, index } of text.matchAll(/\p{L}{2,}/gu)) {
          const before = /\S*$/u.exec(text.slice(0, index))?.[0] ?? '';
          const behind = /^\S*/u.exec(text.slice(index))?.[0] ?? '';
          if (word.length > longest || isCode.test(before + behind)) continue;
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top));
          if (lines.size > 1) broken.push(`${word} in “${text.slice(0, 60)}”`);
        }
      }
      return broken;
    },
    [LONGEST, CODE] as const,
  );
}
