/** The form to fill in: a card for each line of the paper form, its words above, its cells as fields. */
import type { Answers } from '../session/hand-in/filled-form.ts';
import { DATE_KEY, type Field, type FormItem, type FormPage } from '../session/hand-in/form-items.ts';
import type { FormDoubt } from '../session/hand-in/review.ts';
import { element } from '../ui/element.ts';

type FormLine = Extract<FormItem, { kind: 'line' }>;

interface FormView {
  readonly root: HTMLElement;
  /** Shows doubts at the fields: at all of them, or only at those that were typed in. */
  readonly show: (doubts: readonly FormDoubt[], atAll: boolean) => void;
  /** Goes to the next field with a doubt, after the field it went to last. */
  readonly next: () => void;
}

/** Columns with room for a sentence. */
const LONG: ReadonlySet<Field['role']> = new Set(['evidence', 'explanation']);
const PAIR: ReadonlySet<Field['role']> = new Set(['numerator', 'denominator']);

export function formView(page: FormPage, answers: Answers, typed: (key: string, text: string) => void): FormView {
  const touched = new Set<string>();
  const places = new Map<string, { readonly key: string; readonly input: HTMLElement; readonly note: HTMLElement }>();
  const lines = new Map<string, HTMLElement>();
  const change =
    (key: string) =>
    ({ target }: Event) => {
      touched.add(key);
      if (target !== null && 'value' in target) typed(key, String(target.value));
    };
  const place = (key: string, address: string, label: string, input: HTMLElement): HTMLElement => {
    const note = element('p', { class: 'doubt', id: `doubt-${address}` });
    input.id = `cell-${address}`;
    input.setAttribute('aria-describedby', note.id);
    places.set(address, { key, input, note });
    return element('div', {}, element('label', { for: input.id }, label), input, note);
  };
  const field = (field: Field): HTMLElement =>
    place(field.key, field.address, field.label, inputFor(field, answers.get(field.key) ?? '', change(field.key)));
  const line = (item: FormLine): HTMLElement => {
    const note = element('p', { class: 'doubt', tabindex: '-1' });
    lines.set(item.code, note);
    return lineCard(item, field, note);
  };
  const date = element('input', {
    ...{ type: 'text', inputmode: 'numeric', autocomplete: 'off', placeholder: 'ngày/tháng/năm' },
    ...{ value: answers.get(DATE_KEY) ?? '', input: change(DATE_KEY) },
  });
  const root = element(
    'form',
    { autocomplete: 'off', submit: (event) => event.preventDefault() },
    element(
      'details',
      {},
      element('summary', {}, 'Hướng dẫn điền (như in trên biểu)'),
      ...page.guide.map((text) => element('p', { class: 'faint' }, text)),
    ),
    element('section', {}, place(DATE_KEY, page.date.address, page.date.label, date)),
    ...page.items.map((item) =>
      item.kind === 'group' ? element('h2', {}, `${item.code}. ${item.title}`) : line(item),
    ),
  );
  let went: Element | null = null;
  return {
    root,
    show: (doubts, atAll) => {
      const at = new Map<string, FormDoubt[]>();
      const about = new Map<string, FormDoubt[]>();
      for (const doubt of doubts) {
        const isPlaced = doubt.cell !== null && places.has(doubt.cell);
        const map = isPlaced ? at : about;
        const key = (isPlaced ? doubt.cell : doubt.criterion) ?? '';
        map.set(key, [...(map.get(key) ?? []), doubt]);
      }
      for (const [address, { key, input, note }] of places) {
        const own = atAll || touched.has(key) || answers.has(key) ? (at.get(address) ?? []) : [];
        input.setAttribute('aria-invalid', String(own.length > 0));
        note.replaceChildren(words(own));
      }
      const isTyped = (code: string) =>
        page.items.some((item) => isOf(item, code) && item.fields.some(({ key }) => touched.has(key)));
      for (const [code, note] of lines)
        note.replaceChildren(words(atAll || isTyped(code) ? (about.get(code) ?? []) : []));
    },
    next: () => {
      const all = [...root.querySelectorAll<HTMLElement>('[aria-invalid="true"], .line > .doubt:not(:empty)')];
      const behind = all.find((item) => went && went.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
      const to = behind ?? all[0];
      went = to ?? null;
      to?.scrollIntoView({ block: 'center' });
      to?.focus({ preventScroll: true });
    },
  };
}

/** A line of the paper form: its words as printed, its cells as fields, a and b of a share side by side. */
function lineCard(
  { code, title, fields, printed }: FormLine,
  field: (field: Field) => HTMLElement,
  note: HTMLElement,
): HTMLElement {
  const pair = fields.filter(({ role }) => PAIR.has(role));
  const rest = fields.filter(({ role }) => !PAIR.has(role));
  return element(
    'article',
    { class: 'line' },
    element('h3', {}, `${code}. ${title}`),
    element('dl', {}, ...printed.flatMap(({ label, text }) => [element('dt', {}, label), element('dd', {}, text)])),
    ...(pair.length > 0 ? [element('div', { class: 'pair' }, ...pair.map(field))] : []),
    ...rest.map(field),
    note,
  );
}

function isOf(item: FormItem, code: string): item is FormLine {
  return item.kind === 'line' && item.code === code;
}

function words(doubts: readonly FormDoubt[]): string {
  return doubts.map(({ message }) => message).join(' ');
}

function inputFor({ role, options }: Field, value: string, input: (event: Event) => void): HTMLElement {
  if (options) {
    const choices = ['', ...options].map((text) =>
      element('option', { value: text, selected: text === value }, text || '—'),
    );
    return element('select', { change: input }, ...choices);
  }
  if (LONG.has(role)) return element('textarea', { rows: '2', input }, value);
  // Not `number`: 1.234,5 and KPS are answers too.
  return element('input', { type: 'text', inputmode: 'text', autocomplete: 'off', value, input });
}
