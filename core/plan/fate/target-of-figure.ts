/** A target made of a figure that was left over: its clause, with the comparator and the time its part sets. */

import { type Figure, figuresOf } from '../figure/figure.ts';
import { boundsOf } from '../figure/figure-bounds.ts';
import { plainNumber } from '../figure/figure-value.ts';
import type { Wordless } from '../figure/wordless.ts';
import type { PlanTarget } from '../finding.ts';
import type { LaidOut } from '../laid-out.ts';
import { referenceOf } from '../targets/reference.ts';
import { subjectOf } from '../targets/subject.ts';
import { horizonsOf } from '../time/horizon.ts';
import { cueBefore } from '../words/comparator.ts';
import { type WrittenFigure, writtenFigures } from './written-figures.ts';

/** `offset` = of the figure, as a leftover's. null = no number stands there that a target could have. */
export function targetOfFigure(laid: LaidOut, offset: number): PlanTarget | null {
  const { text, period } = laid;
  const written = writtenFigures(laid).find(({ token }) => text.offsetOf(token.start) === offset);
  if (!written) return null;
  const { tokens, token, at, section, wordless } = written;
  const figure = written.figure ?? (wordless && asFigure(wordless));
  const number = plainNumber(token.text);
  if (figure === null && Number.isNaN(number)) return null;
  const figures = figuresOf(tokens);
  const own = wordless ? figure : figures.find((figure) => figure.at === at);
  const bounds = wordless ?? (own && boundsOf(tokens, figures).get(own)) ?? { from: 0, to: tokens.length };
  const [first, last] = [tokens[bounds.from] ?? token, tokens[bounds.to - 1] ?? token];
  const { carried } = section ?? { carried: null };
  const taken = carried && !figure?.compared ? cueBefore([...carried, token], carried.length).comparator : null;
  const stated = horizonsOf(tokens, period).at(-1)?.day;
  const subject = own ? subjectOf(text.flat, tokens, own, bounds) : { subject: '', qualifier: null, exclusion: null };
  const words = text.flat.slice(first.start, last.end).replace(/[\s,:;.(]+$/, '');
  const value = figure?.value ?? number;
  const unit = figure?.unit ?? '';
  return {
    text: words,
    section: section?.section ?? '',
    offset: text.offsetOf(first.start),
    comparator: taken ?? figure?.comparator ?? '=',
    value,
    valueMax: figure?.valueMax ?? null,
    unit,
    subject: subject.subject,
    qualifier: subject.qualifier,
    exclusion: subject.exclusion,
    perSector: false,
    deadline: stated ?? section?.horizon ?? period.to,
    kind: 'numeric',
    figureOffset: offset,
    goesOn: false,
    relativeTo: wordless ? referenceIn(text.flat, written) : referenceOf(words, { value, unit }),
    under: section?.under ?? '',
  };
}

/** `không để …` is 0, `toàn bộ …` is 100 %, `cao hơn năm trước` is a change of more than 0. */
function asFigure({ kind, at, comparator }: Wordless): Figure {
  const isAll = kind === 'all';
  return {
    ...{ from: at, at, to: at + 1, kind: isAll ? 'percent' : 'unknown', comparator, compared: true },
    ...{ value: isAll ? 100 : 0, valueMax: null, unit: isAll ? '%' : '', fromWord: false, fraction: false },
  };
}

function referenceIn(flat: string, { tokens, wordless }: WrittenFigure): string | null {
  if (!wordless?.reference) return null;
  const { from, to } = wordless.reference;
  return flat.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/^so với /iu, '');
}
