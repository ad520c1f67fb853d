/** The form and the file of one link: filled in, looked through by the commune's own checks, handed in, its receipt. */

import { hanoiTime } from '../core/base/period/hanoi-time.ts';
import { parsePeriod, periodName } from '../core/base/period/period.ts';
import { criteriaSetFor } from '../core/movement/criteria-set-for.ts';
import { type Movement, movementSchema } from '../core/movement/movement.ts';
import { digestOf } from '../core/share/named-bytes.ts';
import { filledForm } from '../session/hand-in/filled-form.ts';
import { DATE_KEY, type FormPage, formPage } from '../session/hand-in/form-items.ts';
import { type FormDoubt, review } from '../session/hand-in/review.ts';
import { newSending } from '../session/hand-in/sending.ts';
import { askLink, type LinkState, type Receipt } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';
import { fileView, XLSX } from './file-view.ts';
import { formView } from './form-view.ts';
import { type LinkStore, parsed } from './link-store.ts';
import { type AboutReceipt, receiptView, receivedAt, saveFile } from './receipt.ts';

/** After the last keystroke, in milliseconds: then the checks are made. */
const REST = 400;
/** How soon a report that waits is tried again, in milliseconds. */
const AGAIN = 15_000;

type Door = Parameters<typeof askLink>[0];

export function openForm(main: HTMLElement, door: Door, store: LinkStore, opened: LinkState): void {
  const read = movementSchema.safeParse(parsed(opened.form));
  const period = parsePeriod(opened.period);
  const set = read.success && period ? criteriaSetFor(read.data, opened.audience, period) : undefined;
  if (!read.success || !period || !set) {
    main.replaceChildren(element('p', { role: 'alert' }, 'Biểu mẫu của liên kết không đọc được: hãy hỏi cán bộ xã.'));
    return;
  }
  const movement: Movement = read.data;
  const { unit, audience } = opened;
  const about: AboutReceipt = { unit, period: periodName(period), title: movement.title };
  const page = formPage({ movement, set, audience, period, unit });
  const answers = store.answers();
  if (!answers.has(DATE_KEY)) answers.set(DATE_KEY, today());
  const link: OpenedLink = { door, store, state: opened, movement, about };

  const filled = () => filledForm(page, answers);
  const fileName = `${unit} ${opened.period}.xlsx`;
  const saveOwn = () => saveFile(new Blob([new Uint8Array(filled())], { type: XLSX }), fileName);
  const saveButton = element('button', { type: 'button', click: saveOwn }, 'Tải biểu đã điền (.xlsx)');
  const receipts = receiptList(link);
  const head = headOf(link, receipts.root);
  const save = element('div', { class: 'actions' }, saveButton);
  const explanations = explainSection(link);
  if (opened.state !== 'open') {
    const isTime = opened.state === 'late' && Date.parse(opened.notice?.until ?? '') > Date.now();
    main.replaceChildren(...head, explanations, ...(isTime ? [evidenceSection(link, page)] : []), save);
    return;
  }
  const form = filling(link, page, answers, filled);
  const submit = submitter(main, link, form, receipts.add);
  const fromFile = fileView(movement, opened, (name, bytes, found) => void submit(name, bytes, found));
  const bar = submitBar(form, () => submit(fileName, filled(), form.doubts()));
  main.replaceChildren(
    ...head,
    explanations,
    waysSwitch([form.view.root, fromFile], bar),
    form.says,
    form.view.root,
    fromFile,
    evidenceSection(link, page),
    save,
    bar,
  );
  form.look();
}

/** A link whose form can be read. */
interface OpenedLink {
  readonly door: Door;
  readonly store: LinkStore;
  readonly movement: Movement;
  readonly about: AboutReceipt;
  /** As the server answered last. */
  state: LinkState;
}

function reportsOf({ receipts }: LinkState): readonly Receipt[] {
  return receipts.filter(({ criterion, explains }) => criterion === null && explains === null);
}

/** Folded, and fetched when it is opened; open at once where files still wait to be sent. */
function evidenceSection({ door, store, state }: OpenedLink, page: FormPage): HTMLElement {
  let isBegun = false;
  const begin = async () => {
    if (isBegun) return;
    isBegun = true;
    const code = await import('./evidence-view.ts').catch(() => null);
    isBegun = code !== null;
    const shown = code?.evidenceView({ door, store, page, receipts: state.receipts, again: AGAIN });
    root.append(shown ?? element('p', { role: 'alert' }, 'Chưa tải được phần này: xem lại mạng, gập lại rồi mở lại.'));
  };
  const root = element('details', { toggle: () => void begin() }, element('summary', {}, 'Minh chứng kèm báo cáo'));
  void store.waitingEvidence().then((waiting) => {
    if (waiting.length > 0) root.open = true;
  });
  return root;
}

/** What the appraisal left of the unit's points, where the commune has sent it; fetched only then. */
function explainSection({ door, store, state: { notice, receipts } }: OpenedLink): HTMLElement {
  const root = element('div');
  const show = async () => {
    if (!notice) return;
    const code = await import('./explain-view.ts').catch(() => null);
    const shown = code?.explainView({ door, store, notice, receipts, again: AGAIN });
    root.replaceChildren(
      shown ?? element('p', { role: 'alert' }, 'Chưa tải được kết quả thẩm định: hãy tải lại trang.'),
    );
  };
  void show();
  return root;
}

/** What was handed in; `shown` puts the receipt of the last above them. */
function receiptList(link: OpenedLink) {
  const root = element('div');
  const show = () => {
    const list = reportsOf(link.state).map(({ n, at, sha256 }) =>
      element('li', {}, `Lần ${n}: ${receivedAt(at)}, mã băm `, element('code', {}, sha256)),
    );
    root.replaceChildren(
      ...(list.length === 0
        ? []
        : [element('section', {}, element('p', {}, 'Đã nộp (bản mới thay bản trước):'), element('ul', {}, ...list))]),
    );
  };
  show();
  return {
    root,
    add: (receipt: Receipt) => {
      show();
      const shown = receiptView(receipt, link.about);
      root.prepend(shown);
      shown.scrollIntoView({ block: 'start' });
      shown.querySelector('h2')?.focus({ preventScroll: true });
    },
  };
}

function headOf({ state, movement, about }: OpenedLink, receipts: HTMLElement): readonly HTMLElement[] {
  const faint = state.state === 'open' ? `Nhận đến ${receivedAt(state.until)}` : CLOSED[state.state];
  return [
    element('h1', {}, `Báo cáo ${about.period}: ${about.unit}`),
    element('p', {}, movement.title),
    element('p', { class: 'faint' }, faint),
    ...(state.isTrial
      ? [element('p', { class: 'doubt' }, 'Máy chủ đang chạy thử: đừng nộp báo cáo thật qua liên kết này.')]
      : []),
    receipts,
  ];
}

type Filling = ReturnType<typeof filling>;

/** The form while it is filled in: each answer is kept in the browser, and checked once the keys rest. */
function filling(
  link: OpenedLink,
  page: FormPage,
  answers: ReturnType<LinkStore['answers']>,
  filled: () => Uint8Array,
) {
  const says = element('p', { role: 'status' });
  const count = element('p', { role: 'status' });
  let [doubts, isLooked]: [readonly FormDoubt[], boolean] = [[], false];
  const look = () => {
    clearTimeout(resting);
    const bytes = filled();
    const found = review(bytes, link.movement, link.state);
    doubts = found.ok ? found.value : [];
    const isHandedIn = reportsOf(link.state).at(-1)?.sha256 === digestOf(bytes);
    count.replaceChildren(found.ok ? countText(doubts.length, isHandedIn) : found.refusal.message);
    view.show(doubts, isLooked);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const view = formView(page, answers, (key, text) => {
    answers.set(key, text);
    const isKept = link.store.keepAnswer(key, text);
    says.replaceChildren(
      isKept
        ? 'Đã giữ trên máy này, chưa nộp.'
        : 'Trình duyệt không giữ được nội dung đang điền (chế độ ẩn danh hoặc hết chỗ): hãy nộp trước khi đóng trang.',
    );
    clearTimeout(resting);
    resting = setTimeout(look, REST);
  });
  return {
    view,
    says,
    count,
    look,
    doubts: () => doubts,
    /** Shows every doubt, and goes to the next. */
    goThrough: () => {
      isLooked = true;
      look();
      view.next();
    },
  };
}

/** Hands a report in, after a question where something is still to be looked at. */
function submitter(main: HTMLElement, link: OpenedLink, form: Filling, add: (receipt: Receipt) => void) {
  const say = (text: string) => form.says.replaceChildren(text);
  const arrived = async (receipt: Receipt) => {
    const asked = await askLink(link.door);
    if (asked.ok) {
      link.state = asked.value;
      link.store.keepState(link.state);
    }
    form.look();
    say('Đã nộp. Có thể sửa rồi nộp lại: bản mới thay bản này.');
    add(receipt);
  };
  const later = (work: () => void) => void setTimeout(work, AGAIN);
  const sending = newSending(link.door, { ...link.store, say, arrived, later });
  addEventListener('online', () => void sending.resume());
  void sending.resume();
  return async (name: string, bytes: Uint8Array, found: readonly FormDoubt[]) => {
    if (found.length > 0 && !(await isSure(main, found.length))) return form.goThrough();
    // Pressed from anywhere on a long page: what comes of it is seen.
    form.says.scrollIntoView({ block: 'center' });
    await sending.submit({ name, bytes: new Uint8Array(bytes) });
  };
}

function submitBar({ count, goThrough, look }: Filling, submit: () => Promise<void>): HTMLElement {
  const hand = () => {
    look();
    void submit();
  };
  const next = element('button', { type: 'button', click: goThrough }, 'Xem lại');
  const button = element('button', { type: 'button', class: 'main', click: hand }, 'Nộp báo cáo');
  const actions = element('div', { class: 'actions' }, next, button);
  return element('div', { class: 'bar' }, element('div', {}, count, actions));
}

/** The form, or a file filled in elsewhere; the bar belongs to the form. */
function waysSwitch(ways: readonly HTMLElement[], bar: HTMLElement): HTMLElement {
  const buttons = ['Điền biểu', 'Gửi tệp Excel'].map((text, at) =>
    element('button', { type: 'button', click: () => choose(at) }, text),
  );
  const choose = (wanted: number) => {
    ways.forEach((way, at) => {
      way.hidden = at !== wanted;
      buttons[at]?.setAttribute('aria-pressed', String(at === wanted));
    });
    bar.hidden = wanted !== 0;
  };
  choose(0);
  return element('div', { class: 'actions' }, ...buttons);
}

const CLOSED: Readonly<Record<Exclude<LinkState['state'], 'open'>, string>> = {
  late: 'Liên kết đã hết hạn nộp: hãy liên hệ cán bộ xã.',
  ended: 'Liên kết đã bị thu hồi: hãy hỏi cán bộ xã liên kết mới.',
};

/** How much is left to look at, as shown on the form. */
function countText(left: number, isHandedIn: boolean): string {
  if (isHandedIn) return left === 0 ? 'Đã nộp bản này.' : `Đã nộp bản này; xã sẽ thấy ${left} chỗ phải xem lại.`;
  return left === 0 ? 'Không còn chỗ nào phải xem lại.' : `Còn ${left} chỗ phải xem lại.`;
}

/** Asks for confirmation while doubts remain: the commune will see them too. */
function isSure(main: HTMLElement, left: number): Promise<boolean> {
  return new Promise((done) => {
    const dialog = element(
      'dialog',
      {
        'aria-label': 'Nộp báo cáo',
        close: () => {
          done(dialog.returnValue === 'yes');
          dialog.remove();
        },
      },
      element('p', {}, `Còn ${left} chỗ phải xem lại. Xã cũng sẽ thấy các chỗ này và có thể trả lại báo cáo.`),
      element(
        'div',
        { class: 'actions' },
        element('button', { type: 'button', click: () => dialog.close('no') }, 'Xem lại'),
        element('button', { type: 'button', class: 'main', click: () => dialog.close('yes') }, 'Vẫn nộp'),
      ),
    );
    main.append(dialog);
    dialog.showModal();
  });
}

/** By the clock of Việt Nam, as people write it. */
function today(): string {
  const day = hanoiTime(new Date()).slice(0, 10);
  return day.split('-').reverse().join('/');
}
