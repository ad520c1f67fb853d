/** The form and the file of one link: filled in, looked through by the commune's own checks, handed in, its receipt. */

import { hanoiTime } from '../core/base/period/hanoi-time.ts';
import { parsePeriod, periodName } from '../core/base/period/period.ts';
import { criteriaSetFor } from '../core/movement/criteria-set-for.ts';
import { type Movement, movementSchema } from '../core/movement/movement.ts';
import { digestOf } from '../core/share/segment.ts';
import { filledForm } from '../session/hand-in/filled-form.ts';
import { DATE_KEY, formPage } from '../session/hand-in/form-items.ts';
import { type FormDoubt, review } from '../session/hand-in/review.ts';
import { newSending } from '../session/hand-in/sending.ts';
import { askLink, type LinkState, type Receipt } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';
import { fileView, XLSX } from './file-view.ts';
import { formView } from './form-view.ts';
import { type LinkStore, parsed } from './kept.ts';
import { type AboutReceipt, receiptView, receivedAt, saveFile } from './receipt.ts';

/** After the last keystroke, in milliseconds: then the checks are made. */
const REST = 400;
/** How soon a report that waits is tried again, in milliseconds. */
const AGAIN = 15_000;

export function openForm(
  main: HTMLElement,
  door: Parameters<typeof askLink>[0],
  kept: LinkStore,
  opened: LinkState,
): void {
  let state = opened;
  const form = movementSchema.safeParse(parsed(state.form));
  const period = parsePeriod(state.period);
  const set = form.success && period ? criteriaSetFor(form.data, state.audience, period) : undefined;
  if (!form.success || !period || !set) {
    main.replaceChildren(element('p', { role: 'alert' }, 'Biểu mẫu của liên kết không đọc được: hãy hỏi cán bộ xã.'));
    return;
  }
  const movement: Movement = form.data;
  const about: AboutReceipt = { unit: state.unit, period: periodName(period), title: movement.title };
  const page = formPage({ movement, set, audience: state.audience, period, unit: state.unit });
  const answers = kept.answers();
  if (!answers.has(DATE_KEY)) answers.set(DATE_KEY, today());

  const says = element('p', { role: 'status' });
  const count = element('p', { role: 'status' });
  const receipts = element('div');
  const filled = () => filledForm(page, answers);
  const fileName = `${state.unit} ${state.period}.xlsx`;
  let [doubts, isLooked]: [readonly FormDoubt[], boolean] = [[], false];
  const look = () => {
    const bytes = filled();
    const found = review(bytes, movement, state);
    doubts = found.ok ? found.value : [];
    const isHandedIn = state.receipts.at(-1)?.sha256 === digestOf(bytes);
    count.replaceChildren(found.ok ? countText(doubts.length, isHandedIn) : found.refusal.message);
    view.show(doubts, isLooked);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const view = formView(page, answers, (key, text) => {
    answers.set(key, text);
    const isKept = kept.keepAnswer(key, text);
    says.replaceChildren(
      isKept
        ? 'Đã giữ trên máy này, chưa nộp.'
        : 'Trình duyệt không giữ được nội dung đang điền (chế độ ẩn danh hoặc hết chỗ): hãy nộp trước khi đóng trang.',
    );
    clearTimeout(resting);
    resting = setTimeout(look, REST);
  });

  const showReceipts = () => {
    const list = state.receipts.map(({ n, at, sha256 }) =>
      element('li', {}, `Lần ${n}: ${receivedAt(at)}, mã băm `, element('code', {}, sha256)),
    );
    receipts.replaceChildren(
      ...(list.length === 0
        ? []
        : [element('section', {}, element('p', {}, 'Đã nộp (bản mới thay bản trước):'), element('ul', {}, ...list))]),
    );
  };

  const say = (text: string) => says.replaceChildren(text);
  const arrived = async (receipt: Receipt) => {
    const asked = await askLink(door);
    if (asked.ok) {
      state = asked.value;
      kept.keepState(state);
    }
    showReceipts();
    look();
    say('Đã nộp. Có thể sửa rồi nộp lại: bản mới thay bản này.');
    const shown = receiptView(receipt, about);
    receipts.prepend(shown);
    shown.scrollIntoView({ block: 'start' });
    shown.querySelector('h2')?.focus({ preventScroll: true });
  };
  const later = (work: () => void) => void setTimeout(work, AGAIN);
  const sending = newSending(door, { ...kept, say, arrived, later });
  addEventListener('online', () => void sending.resume());

  const submit = async (name: string, bytes: Uint8Array, found: readonly FormDoubt[]) => {
    if (found.length > 0 && !(await isSure(main, found.length))) {
      isLooked = true;
      view.show(doubts, true);
      view.next();
      return;
    }
    // Pressed from anywhere on a long page: what comes of it is seen.
    says.scrollIntoView({ block: 'center' });
    await sending.submit({ name, bytes: new Uint8Array(bytes) });
  };

  const saveOwn = () => saveFile(new Blob([new Uint8Array(filled())], { type: XLSX }), fileName);
  const open = state.state === 'open';
  const head = [
    element('h1', {}, `Báo cáo ${about.period}: ${state.unit}`),
    element('p', {}, movement.title),
    element(
      'p',
      { class: 'faint' },
      state.state === 'open' ? `Nhận đến ${receivedAt(state.until)}` : CLOSED[state.state],
    ),
    ...(state.isTrial
      ? [element('p', { class: 'doubt' }, 'Máy chủ đang chạy thử: đừng nộp báo cáo thật qua liên kết này.')]
      : []),
    receipts,
  ];
  showReceipts();
  const saveButton = element('button', { type: 'button', click: saveOwn }, 'Tải biểu đã điền (.xlsx)');
  if (!open) {
    main.replaceChildren(...head, element('div', { class: 'actions' }, saveButton));
    return;
  }
  const fromFile = fileView(movement, state, (name, bytes, found) => void submit(name, bytes, found));
  const next = element(
    'button',
    {
      type: 'button',
      click: () => {
        isLooked = true;
        look();
        view.next();
      },
    },
    'Xem lại',
  );
  const hand = element(
    'button',
    {
      type: 'button',
      class: 'main',
      click: () => {
        clearTimeout(resting);
        look();
        void submit(fileName, filled(), doubts);
      },
    },
    'Nộp báo cáo',
  );
  const bar = element(
    'div',
    { class: 'bar' },
    element('div', {}, count, element('div', { class: 'actions' }, next, hand)),
  );
  const ways = [view.root, fromFile] as const;
  const buttons = ['Điền biểu', 'Gửi tệp Excel'].map((text, at) =>
    element('button', { type: 'button', 'aria-pressed': String(at === 0), click: () => choose(at) }, text),
  );
  const choose = (wanted: number) => {
    ways.forEach((way, at) => {
      way.hidden = at !== wanted;
      buttons[at]?.setAttribute('aria-pressed', String(at === wanted));
    });
    bar.hidden = wanted !== 0;
  };
  main.replaceChildren(
    ...head,
    element('div', { class: 'actions' }, ...buttons),
    says,
    view.root,
    fromFile,
    element('div', { class: 'actions' }, saveButton),
    bar,
  );
  choose(0);
  look();
  void sending.resume();
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
