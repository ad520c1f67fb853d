/**
 * Giấy khen onto the commune's own blanks: a page for each award with only what the blank lacks, and before it a test
 * print on plain paper, with a grid, to hold against the blank.
 */
import type { BlankField, CertificateBlank } from '../certificate-blank.ts';
import type { PaperFacts } from '../facts.ts';
import { chairSignature, decisionDay, officeOf } from '../office.ts';
import { BLANK, type Paper } from '../paper.ts';
import { fitted, type PlacedLine, type PlacedPages } from '../placed-pages.ts';
import { dayWords } from '../words.ts';
import { certificateTexts } from './announcements.ts';
import { givesOwn } from './decision.ts';

/** None without the size of the blank in the settings. */
export function printedCertificates(facts: PaperFacts): readonly Paper[] {
  const { blank } = facts.settings;
  if (blank === null || !givesOwn(facts)) return [];
  const given = certificateTexts(facts);
  const texts = given.length > 0 ? given : [{ unit: BLANK, deed: BLANK }];
  const pages = texts.map((text) => linesOf(facts, blank, text));
  const [first = []] = pages;
  return [
    paperOf('giay-khen-in-thu', 'Giấy khen: in thử trên giấy trắng', { ...sizeOf(blank), grid: true, pages: [first] }),
    paperOf('giay-khen-in-phoi', 'Giấy khen: in lên phôi', { ...sizeOf(blank), grid: false, pages }),
  ];
}

function sizeOf({ width, height }: CertificateBlank) {
  return { width, height };
}

function paperOf(file: string, title: string, placed: PlacedPages): Paper {
  return {
    ...{ kind: 'giay-khen-phoi', file, title, heading: null, type: '', about: '', to: [], body: [] },
    ...{ signatures: [], recipients: [], fields: new Map(), placed },
  };
}

function linesOf(
  facts: PaperFacts,
  { fields }: CertificateBlank,
  { unit, deed }: { readonly unit: string; readonly deed: string },
): readonly PlacedLine[] {
  const { authority, name } = chairSignature(facts);
  const { settings } = facts;
  const day = dayWords(decisionDay(facts));
  const texts: Readonly<Record<BlankField, string>> = {
    name: unit,
    deed,
    decision: `Số: ${settings.numbers['quyet-dinh'] ?? `${BLANK}/QĐ-UBND`}, ${day}`,
    place: `${officeOf(facts).place}, ${day}`,
    authority: authority.join(' '),
    signer: name,
  };
  return (Object.keys(texts) as BlankField[]).flatMap((field) => {
    const at = fields[field];
    if (at === null || texts[field] === '') return [];
    return fitted({
      ...{ text: texts[field], ...at, whole: field !== 'deed' },
      align: field === 'decision' ? 'left' : 'center',
      bold: field === 'name' || field === 'authority' || field === 'signer',
    });
  });
}
