// @vitest-environment jsdom
/** What the copy of a page must hold for its readers: their figures, and every condition beside them. */
import { describe, expect, it } from 'vitest';
import type { Captured } from '../../../core/portal/capture/reader.ts';
import { readCaptured } from '../../../core/portal/capture/registry.ts';
import { copyPage } from '../../../extension/capture/copy-page.ts';
import { BARE, MARKED } from '../../fixtures/mutator/drawn-mutants.ts';
import { kindTrials } from '../../fixtures/mutator/kind-trials.ts';
import { savedCases, trials } from '../../fixtures/mutator/mutate.ts';
import { stylesOnce } from './styles-once.ts';

// Where nothing is laid out styles draw no words.
const styleOf = stylesOnce();
window.getComputedStyle = (element, part) => (part ? ({ content: 'none' } as CSSStyleDeclaration) : styleOf(element));
// Each document that jsdom parses hangs listeners on the window and leaves them there: after a thousand pages the next
// spends most of its time looking through them. Nothing here waits for an event.
window.EventTarget.prototype.addEventListener = () => undefined;

/** The page as it was before its copy: a field that somebody typed into. */
function copied(captured: Captured): Captured {
  const page = new DOMParser().parseFromString(captured.body.replaceAll('data-filled=""', 'value="x"'), 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  return { ...captured, body: copyPage().html };
}

const PAGES = savedCases().filter(({ captured: { body } }) => !/^\s*[[{]/.test(body));
const FORM = PAGES.find(({ name }) => name === 'form-06a/fields-ok.case.json')?.captured as Captured;

describe('the copy of a page', () => {
  it.each(PAGES.map((saved) => [saved.name, saved] as const))('reads as the page does: %s', (_, saved) => {
    const { outcome } = readCaptured(copied(saved.captured), saved.readers);
    expect(outcome).toMatchObject({ kind: 'found', readings: saved.readings, warnings: [], questions: [] });
  });

  it.each(Object.entries({ ...MARKED, ...BARE }))('keeps a name and its value: %s', (_, drawing) => {
    const body = FORM.body.replace('<body>', `<body>${drawing('Lĩnh vực', 'Hộ tịch')}`);
    const { outcome } = readCaptured(copied({ ...FORM, body }));
    if (outcome.kind === 'not-found') throw new Error(outcome.reason);
    expect(outcome.questions?.map(({ about }) => about).join()).toMatch(/Hộ tịch/);
  });

  it('keeps none of it where it is about a person', () => {
    // Two on a page, one before its figures and one behind them: a copy takes a tenth of a second here.
    const named = [
      ['Người nộp', 'Cán bộ thụ lý'],
      ['Địa chỉ', 'Số CCCD'],
    ] as const;
    for (const drawing of Object.values({ ...MARKED, ...BARE })) {
      for (const [above, below] of named) {
        const body = FORM.body
          .replace('<body>', `<body>${drawing(above, 'Lò Thị Thử')}`)
          .replace('</body>', `${drawing(below, 'Lò Thị Mẫu').replaceAll('l9', 'l8')}</body>`);
        expect(body).toMatch(/Thị Thử[\s\S]*Thị Mẫu/);
        expect(copied({ ...FORM, body }).body).not.toMatch(/Thị (?:Thử|Mẫu)/);
      }
    }
  });

  it('never reads otherwise than the page it was made of, whatever has changed there', () => {
    const all = trials(20_251_125, 80, copied);
    expect(all.filter(({ verdict }) => verdict === 'wrong' || verdict === 'lost')).toEqual([]);
  });

  it('holds all that the kinds of change found by trials are known by', () => {
    const wrong = kindTrials(copied).filter(
      // Where nothing is laid out nothing is high, and nothing lies over or beside anything.
      ({ kind, verdict }) =>
        !['refused', 'asked', 'warned'].includes(verdict) &&
        !/as high as|high block|drawing surface|picture that the copy/.test(kind.name),
    );
    expect(wrong.map(({ kind, detail }) => [kind.name, detail])).toEqual([]);
  });
});

describe('people in a table of plain blocks', () => {
  it('are taken out of the copy by what their column means', () => {
    const row = (cells: readonly string[]) => `<div>${cells.map((cell) => `<div>${cell}</div>`).join('')}</div>`;
    const body = `<html><body><div>${row(['Đơn vị', 'Người phụ trách', 'Số hồ sơ'])}${row(['Xã Ta Ma', 'Người Thử A', '1.234'])}${row(['Xã An Minh', 'Người Thử B', '98'])}</div></body></html>`;
    const { body: copy } = copied({ ...FORM, body });
    expect(copy).toContain('Xã An Minh');
    expect(copy).toContain('1.234');
    expect(copy).not.toMatch(/Người Thử/);
  });
});

describe('what was typed', () => {
  it('stands in none of the attributes that hold words of the page', () => {
    const typed = '<input value="Lò Thị Thử">';
    const texts = ['title', 'summary', 'aria-label', 'placeholder'].map((name) => `${name}="Lò Thị Thử"`).join(' ');
    const elements = ['button', 'a', 'table', 'th', 'div'].map((tag) => `<${tag} ${texts}></${tag}>`).join('');
    const more =
      '<time datetime="Lò Thị Thử"></time><img alt="Đang lọc: Lò Thị Thử"><input type="button" value="Lò Thị Thử">';
    const body = FORM.body.replace('<body>', `<body>${typed}${elements}${more}`);
    expect(copied({ ...FORM, body }).body).not.toContain('Thị Thử');
  });
});
