/**
 * Where the commune's figure of a target comes from, in words: `cộng “Thôn”; vì “…”`, `đếm “Thôn” đạt tiêu chí 1.2 ý a,
 * b`, `không có; vì “…”`.
 */

import type { Result } from '../base/result.ts';
import type { Target } from '../movement/movement.ts';
import { textValue } from '../sheets/council/look.ts';
import { type Codec, type ListedCode, reference, text } from './codec.ts';
import { clauses, NAME, named, notUnderstood, QUOTED, quoted, readName, understood, unquoted } from './words.ts';

type Figure = NonNullable<Target['figure']>;

const LIST = `(${NAME}(?:, ${NAME})*)`;
const COUNT = new RegExp(`^đếm (${QUOTED}) đạt tiêu chí (${NAME})(?: ý ${LIST})?$`, 'iu');
const SUM = new RegExp(`^cộng (${QUOTED}(?:, ${QUOTED})*)$`, 'iu');
const WHY = new RegExp(`^vì (${QUOTED})$`, 'iu');

export function figureCodec(audiences: readonly ListedCode[]): Codec<Figure | undefined> {
  const audience = reference(audiences);
  const nameOf = (kind: string) => {
    const value = audience.write(kind);
    return quoted(value.kind === 'text' ? value.text : kind);
  };
  const kindOf = (quote: string): string | null => {
    const read = audience.read({ text: unquoted(quote) ?? '', number: null, date1904: false });
    return read.ok ? read.value : null;
  };
  return {
    ...text,
    write: (figure) => textValue(figure === undefined ? null : figureWords(figure, nameOf)),
    read: (content): Result<Figure | undefined> => {
      if (content === null) return understood(undefined);
      const figure = readFigure(content.text, kindOf);
      return figure === null
        ? notUnderstood(
            `Không hiểu “${content.text}”: ghi như cộng “Thôn”; vì “…”, đếm “Thôn” đạt tiêu chí 1.2, không có; vì “…”.`,
          )
        : understood(figure);
    },
  };
}

function figureWords(figure: Figure, nameOf: (kind: string) => string): string {
  switch (figure.kind) {
    case 'sum':
      return `cộng ${figure.audiences.map(nameOf).join(', ')}; vì ${quoted(figure.why)}`;
    case 'unit-count': {
      const parts = figure.parts.length === 0 ? '' : ` ý ${figure.parts.map(named).join(', ')}`;
      return `đếm ${nameOf(figure.audience)} đạt tiêu chí ${named(figure.criterion)}${parts}`;
    }
    case 'none':
      return `không có; vì ${quoted(figure.why)}`;
  }
}

function readFigure(words: string, kindOf: (quote: string) => string | null): Figure | null {
  const [head = '', reason, more] = clauses(words, ';');
  if (more !== undefined) return null;
  const why = reason === undefined ? '' : unquoted(WHY.exec(reason)?.[1] ?? '');
  if (why === null) return null;
  if (/^không có$/iu.test(head)) return { kind: 'none', why };
  const sum = SUM.exec(head)?.[1];
  if (sum !== undefined) {
    const kinds = clauses(sum, ',').map(kindOf);
    return kinds.includes(null) ? null : { kind: 'sum', audiences: kinds.flatMap((kind) => kind ?? []), why };
  }
  const count = COUNT.exec(head);
  const audience = count && kindOf(count[1] ?? '');
  if (!count || !audience) return null;
  const parts = count[3] === undefined ? [] : clauses(count[3], ',').map(readName);
  return { kind: 'unit-count', audience, criterion: readName(count[2] ?? ''), parts };
}
