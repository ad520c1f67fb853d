/**
 * The page of a province over all its communes. Opened by an invitation (`#book.code`) it asks to take part; once
 * admitted it shows what the communes sent, and refreshes when something new arrives.
 */
import '../ui/no-eval.ts';
import { comparisonNumber } from '../core/share/entry.ts';
import { ROLE_NAMES } from '../core/share/role.ts';
import type { Standing } from '../core/share/standing.ts';
import { element } from '../ui/element.ts';
import { openBook, type ProvinceBook } from './book.ts';
import { openedBook, ownSigner, rememberBook } from './own-key.ts';

const main = document.getElementById('tinh') ?? document.body;
addEventListener('hashchange', () => location.reload());
const LOOK_AGAIN = 5_000;

function say(text: string, ...rest: readonly Node[]): void {
  main.replaceChildren(element('h1', {}, 'Tỉnh xem các xã'), element('p', { role: 'alert' }, text), ...rest);
}

async function start(): Promise<void> {
  const [, named = null, code = null] = /^#([0-9a-f]{64})(?:\.([0-9a-f]{32}))?$/.exec(location.hash) ?? [];
  if (location.hash !== '' && named === null)
    return say('Liên kết mời bị thiếu hoặc thừa ký tự: hãy chép lại cả liên kết.');
  const space = named ?? (await openedBook());
  if (space === null) return say('Hãy mở trang này bằng liên kết mời của người lập sổ tỉnh.');
  const signer = await ownSigner(space);
  if (!signer)
    return say('Trình duyệt này không giữ được khóa (chế độ ẩn danh, hoặc hết chỗ): hãy mở ở trình duyệt khác.');
  const book = openBook(space, code, signer);
  const first = await book.look();
  if (!first.ok) return say(first.refusal.message, again());
  const { standing } = first.value;
  if (!standing.founding)
    return say('Liên kết mời đã dùng cho máy khác, đã quá 7 ngày, hoặc sai: nhờ người lập sổ mời lại.');
  await rememberBook(space);
  // The invitation is spent or waits in this browser: it need not stand in the address any longer.
  history.replaceState(null, '', `${location.pathname}#${space}${isKnown(book, standing) || !code ? '' : `.${code}`}`);
  if (isKnown(book, standing)) return follow(book);
  askFor(book, standing);
}

function isKnown({ device }: ProvinceBook, { devices }: Standing): boolean {
  return devices.some((item) => item.device === device);
}

function again(): HTMLElement {
  return element('button', { type: 'button', class: 'main', click: () => location.reload() }, 'Thử lại');
}

function askFor(book: ProvinceBook, standing: Standing): void {
  const name = element('input', { id: 'ten', required: true, maxlength: '200', autocomplete: 'name' });
  const status = element('p', { role: 'status' });
  const send = element('button', { class: 'main' }, 'Xin xem');
  const submit = async (event: Event) => {
    event.preventDefault();
    send.disabled = true;
    const done = await book.ask(standing, name.value.normalize('NFC').trim().slice(0, 200) || 'Máy của tỉnh');
    send.disabled = false;
    if (done.ok) await follow(book);
    else status.textContent = done.refusal.message;
  };
  const title = titleOf(standing);
  main.replaceChildren(
    element('h1', {}, title),
    element('p', {}, 'Máy này chưa được xem sổ. Ghi tên để người lập sổ biết là ai.'),
    element(
      'form',
      { submit: (event) => void submit(event) },
      element('label', { for: 'ten' }, 'Tên máy và người dùng, ví dụ “Máy Sở Nội vụ, Lò Thị B”'),
      name,
      element('div', { class: 'actions' }, send),
      status,
    ),
  );
}

function titleOf({ founding }: Standing): string {
  return founding?.content.fact?.kind === 'founding' ? founding.content.fact.title : 'Tỉnh xem các xã';
}

/** Shows what there is, waits for news, shows it again; ends with the page. */
async function follow(book: ProvinceBook): Promise<never> {
  const { openOverview } = await import('./overview.ts');
  let show: ReturnType<typeof openOverview> | null = null;
  let isTold: boolean | null = null;
  for (;;) {
    const looked = await book.look();
    if (!looked.ok) {
      if (!show) say(looked.refusal.message, again());
      await new Promise((done) => setTimeout(done, LOOK_AGAIN));
      continue;
    }
    const { standing, notes } = looked.value;
    const own = standing.devices.find(({ device }) => device === book.device);
    const isReader = own !== undefined && own.roles.length > 0 && !own.revoked;
    if (isReader) {
      show ??= openOverview(main, titleOf(standing));
      isTold = null;
      show(standing, notes);
      await book.news();
    } else {
      const isRevoked = own?.revoked ?? false;
      // Written once, not at every look: otherwise screen readers would repeat it, and a selection in it would be lost.
      if (isTold !== isRevoked) waiting(book, standing, isRevoked);
      isTold = isRevoked;
      show = null;
      await new Promise((done) => setTimeout(done, LOOK_AGAIN));
    }
  }
}

function waiting({ device }: ProvinceBook, standing: Standing, isRevoked: boolean): void {
  if (isRevoked) {
    say('Máy này đã bị thôi quyền xem.');
    return;
  }
  const code = device.slice(0, 16);
  const title = element('h1', { tabindex: '-1' }, titleOf(standing));
  main.replaceChildren(
    title,
    element('p', { role: 'status' }, 'Đã xin xem. Gọi điện cho người lập sổ, đối chiếu số này:'),
    element('p', { class: 'number' }, comparisonNumber(device)),
    element(
      'p',
      {},
      `Người lập sổ mở mục “Dùng chung” ở Bàn chấm, chọn vai trò “${ROLE_NAMES.viewer}” cho máy này rồi bấm “Số đúng, cho tham gia”; hoặc chạy lệnh:`,
    ),
    element('p', {}, element('code', {}, `thi-dua-so sync --server ${location.origin} --admit ${code} --role viewer`)),
    element('p', { class: 'faint' }, 'Được đồng ý thì bảng tự hiện, không phải mở lại.'),
  );
  // The button that was pressed is gone.
  title.focus();
}

start().catch(() => say('Chưa mở được trang: hãy xem lại mạng rồi tải lại trang.', again()));
