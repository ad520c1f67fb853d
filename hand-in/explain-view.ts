/** What the appraisal left of the unit's points, and the unit's answer: words kept as they are typed, sent when pressed. */
import { formatPoints, type Points } from '../core/base/quantity/points.ts';
import {
  type AppraisalNotice,
  explanationBytes,
  LONGEST_EXPLANATION,
  readNotice,
} from '../core/share/appraisal-notice.ts';
import { FINAL } from '../session/hand-in/sending.ts';
import { type askLink, handInAs, type LinkState, type Receipt } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';
import type { LinkStore } from './link-store.ts';
import { receivedAt } from './receipt.ts';

interface Explaining {
  readonly door: Parameters<typeof askLink>[0];
  readonly store: LinkStore;
  readonly notice: NonNullable<LinkState['notice']>;
  readonly receipts: readonly Receipt[];
  /** Milliseconds after which what waits is tried again. */
  readonly again: number;
}

export function explainView({ door, store, notice, receipts, again }: Explaining): HTMLElement {
  const appraisal = readNotice(notice.text);
  if (!appraisal) return element('p', { role: 'alert' }, 'Kết quả thẩm định không đọc được: hãy hỏi cán bộ xã.');
  const isOpen = Date.parse(notice.until) > Date.now();
  const key = (criterion: string) => `giai-trinh/${notice.hash.slice(0, 16)}/${criterion}`;
  const says = element('p', { role: 'status' });
  const say = (text: string) => says.replaceChildren(text);
  const sent = element('ul');
  const arrived = ({ at }: Receipt) => sent.append(element('li', {}, `Đã gửi giải trình lúc ${receivedAt(at)}`));
  for (const receipt of receipts) if (receipt.explains === notice.hash) arrived(receipt);
  const criteria = ['', ...appraisal.lines.map(({ criterion }) => criterion)];
  const written = () => {
    const answers = store.answers();
    return criteria.map((criterion) => ({ criterion, text: (answers.get(key(criterion)) ?? '').trim() }));
  };
  let isSending = false;
  /** Pressed and not on the server yet: `chờ` under its own key, so that it is sent when the page is opened again. */
  const waits = (text: string) => store.keepAnswer(key('/gui'), text);
  const send = async (): Promise<void> => {
    if (isSending || store.answers().get(key('/gui')) !== 'chờ') return;
    isSending = true;
    say('Đang gửi giải trình…');
    const done = await handInAs(door, 'giai-trinh.json', explanationBytes(written()), { explains: notice.hash });
    isSending = false;
    if (done.ok || FINAL.has(done.refusal.code)) waits('');
    if (done.ok) {
      arrived(done.value);
      say('Đã gửi. Có thể sửa rồi gửi lại đến hết hạn: xã thấy cả hai lần.');
    } else if (FINAL.has(done.refusal.code)) say(`${done.refusal.message} Nội dung đã ghi vẫn còn ở máy này.`);
    else {
      say(
        `${done.refusal.code === 'away' ? 'Chưa có mạng' : done.refusal.message}: giải trình còn ở máy này và tự gửi lại khi trang đang mở.`,
      );
      setTimeout(() => void send(), again);
    }
  };
  const press = () => {
    if (written().every(({ text }) => text === '')) return say('Hãy ghi giải trình ở ít nhất một tiêu chí.');
    if (!waits('chờ')) say('Trình duyệt không giữ được nội dung: đừng đóng trang cho đến khi gửi xong.');
    void send();
  };
  addEventListener('online', () => void send());
  void send();
  const field = (criterion: string, label: string) => fieldOf(store, key(criterion), label, say);
  return element(
    'section',
    { 'aria-label': 'Kết quả thẩm định' },
    element('h2', {}, 'Kết quả thẩm định'),
    element('p', {}, totalText(appraisal)),
    element(
      'p',
      { class: 'faint' },
      `Gửi lúc ${receivedAt(notice.at)}. ${isOpen ? `Nhận giải trình, minh chứng bổ sung đến ${receivedAt(notice.until)}.` : 'Đã hết hạn giải trình.'}`,
    ),
    ...appraisal.lines.map((line) =>
      element(
        'article',
        { class: 'line' },
        element('h3', {}, `${line.criterion}. ${line.title}`),
        element(
          'p',
          {},
          `Tự chấm ${shown(line.self)} · thẩm định ${shown(line.points)} · tối đa ${shown(line.max)} điểm`,
        ),
        element('p', { class: 'faint' }, line.reason),
        ...(isOpen ? [field(line.criterion, `Giải trình tiêu chí ${line.criterion}`)] : []),
      ),
    ),
    ...(isOpen ? [field('', 'Ý kiến về cả kết quả (nếu có)')] : []),
    says,
    sent,
    ...(isOpen
      ? [
          element(
            'div',
            { class: 'actions' },
            element('button', { type: 'button', class: 'main', click: press }, 'Gửi giải trình'),
          ),
        ]
      : []),
  );
}

function fieldOf(store: LinkStore, key: string, label: string, say: (text: string) => void): HTMLElement {
  const id = `o-${key.replace(/[^0-9A-Za-z]+/g, '-')}`;
  const typed = () => {
    say(
      store.keepAnswer(key, area.value)
        ? 'Đã giữ trên máy này, chưa gửi.'
        : 'Trình duyệt không giữ được nội dung đang ghi: hãy gửi trước khi đóng trang.',
    );
  };
  const area = element(
    'textarea',
    { id, rows: '2', maxlength: String(LONGEST_EXPLANATION), input: typed },
    store.answers().get(key) ?? '',
  );
  return element('div', {}, element('label', { for: id }, label), area);
}

function totalText({ total, lines }: AppraisalNotice): string {
  const cut = lines.length === 0 ? 'không tiêu chí nào bị bớt' : `${lines.length} tiêu chí chưa đủ điểm`;
  return `Tổng điểm: tự chấm ${shown(total.self)}, thẩm định ${shown(total.points)}/${shown(total.max)}; ${cut}.`;
}

function shown(points: Points | null): string {
  return points === null ? 'chưa ghi' : formatPoints(points);
}
