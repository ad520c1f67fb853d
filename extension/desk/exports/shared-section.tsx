/** The shared book of the office, on a server or in a folder: taking part, what waits, what went there, leaving. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { ROLE_NAMES } from '../../../core/share/role.ts';
import { readInvitation } from '../../../session/share/invitation.ts';
import { canChooseFolder, chooseFolder } from '../../../ui/choose-folder.ts';
import type { BookNamed } from '../../../ui/share/books-in.ts';
import { mayUse } from '../../../ui/share/chosen-folder.ts';
import type { Way } from '../../../ui/share/stored-spaces.ts';
import { useLive, useStore } from '../../live/use-store.ts';
import type { MessageInput as Asked } from '../../messages/contract.ts';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { ERROR_TEXT } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import { sentCounts } from '../../share/waiting.ts';
import type { Store } from '../../store/db.ts';
import type { SharedBookRecord } from '../../store/records.ts';
import { Section } from './section.tsx';
import { useWork, type Work, type WorkNotice } from './use-work.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '12px',
    width: '100%',
    maxWidth: '640px',
  },
  wide: { width: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  state: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

const LEAD =
  'Số liệu đã xác nhận được gửi vào sổ chung của cơ quan, để Bàn chấm và Excel ở các máy khác cùng dùng. Chỉ gửi số liệu và nguồn của nó; ảnh chụp và bản sao trang ở lại máy này. Mất mạng thì chờ, có mạng tự gửi; thư mục mà trình duyệt khóa lại thì chờ cán bộ bấm “Gửi ngay”.';

export function SharedSection() {
  const work = useWork();
  const pending = useLive(keptOf);
  if (pending === undefined) return null;
  return (
    <Section title="Gửi vào sổ chung" lead={LEAD} work={work}>
      {pending.book ? (
        <Taking pending={{ ...pending, book: pending.book }} work={work} />
      ) : (
        <Joining pending={pending} work={work} />
      )}
    </Section>
  );
}

interface SendState {
  readonly book: SharedBookRecord | undefined;
  readonly waiting: number;
  readonly sent: number;
}

async function keptOf(db: Store): Promise<SendState> {
  const book = await db.sharedBook.get('book');
  return { book, ...(await sentCounts(db, book?.since ?? '')) };
}

function Joining({ pending, work }: { readonly pending: SendState; readonly work: Work }) {
  const styles = useStyles();
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [past, setPast] = useState(true);
  const [books, setBooks] = useState<readonly BookNamed[]>([]);
  const db = useStore();
  const takeFolder = () => {
    const chosen = chooseFolder('so-chung');
    work.run(async () => {
      const handle = await chosen;
      if (handle === null) return null;
      await db.chosenFolder.put({ id: 'folder', handle });
      const reply = await send('shared.books', {});
      if (!reply.ok) return { kind: 'error', text: ERROR_TEXT[reply.code] };
      if (reply.data.kind === 'refused') return { kind: 'warning', text: reply.data.reason };
      setBooks(reply.data.books);
      return reply.data.books.length > 0 ? null : { kind: 'warning', text: NO_BOOK };
    }, FAILED);
  };
  const joinBook = (space: string) =>
    work.run(() => asked('shared.join', { book: { space }, name, past }, ASKED), FAILED);
  const join = () => {
    const read = readInvitation(link);
    if (!read.ok) return work.run(async () => ({ kind: 'error', text: read.refusal.message }), '');
    const right = askRight({ kind: 'server', origin: read.value.origin });
    return work.run(async () => {
      if (!(await right)) return { kind: 'warning', text: notAllowed(read.value.origin) };
      return asked('shared.join', { book: { link }, name, past }, ASKED);
    }, FAILED);
  };
  return (
    <div className={styles.form}>
      <Field className={styles.wide} label="Tên máy và người dùng">
        <Input value={name} placeholder="Máy Văn phòng, Lò Văn A" onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field
        className={styles.wide}
        label="Liên kết mời"
        hint="Do chủ tịch Hội đồng gửi: Bàn chấm, “Dùng chung”, “Mời một máy”."
      >
        <Input type="url" value={link} onChange={(_, { value }) => setLink(value)} />
      </Field>
      {pending.waiting === 0 ? null : (
        <Field className={styles.wide} label={`${pending.waiting} bản chụp đã xác nhận trước đây`}>
          <Select value={past ? 'send' : 'keep'} onChange={(_, { value }) => setPast(value === 'send')}>
            <option value="send">Gửi cả vào sổ chung</option>
            <option value="keep">Để lại máy này, chỉ gửi từ nay</option>
          </Select>
        </Field>
      )}
      <Button disabled={work.done !== null || link.trim() === '' || name.trim() === ''} onClick={join}>
        Xin tham gia
      </Button>
      {canChooseFolder() ? (
        <Button disabled={work.done !== null || name.trim() === ''} onClick={takeFolder}>
          Hoặc chọn thư mục chung
        </Button>
      ) : null}
      {books.map(({ space, title }) => (
        <div key={space} className={styles.row}>
          <Button disabled={work.done !== null || name.trim() === ''} onClick={() => joinBook(space)}>
            {`Xin tham gia “${title}”`}
          </Button>
          <span className={styles.quiet}>{`Mã sổ ${space.slice(0, 16)}: đối chiếu với người lập sổ.`}</span>
        </div>
      ))}
    </div>
  );
}

function Taking({
  pending,
  work,
}: {
  readonly pending: SendState & { readonly book: SharedBookRecord };
  readonly work: Work;
}) {
  const styles = useStyles();
  const [leaving, setLeaving] = useState(false);
  const { book, waiting, sent } = pending;
  const { way, space, name, number, part, sentAt, trouble } = book;
  const place = placeOf(way);
  const sendNow = () => {
    const right = askRight(way);
    work.run(async () => {
      if (!(await right)) return { kind: 'warning', text: notAllowed(place) };
      const end = await asked(
        'shared.send',
        {},
        `Đã nối với sổ chung lúc ${instantText(hanoiTime(new Date(Date.now())))}.`,
      );
      // The book's record shows the reason of a failure even when nobody pressed the button.
      return end.kind === 'warning' ? null : end;
    }, FAILED);
  };
  const leave = () => {
    setLeaving(false);
    work.run(async () => {
      const end = await asked('shared.leave', {}, 'Máy này đã thôi gửi. Những gì đã gửi còn nguyên trong sổ chung.');
      // Needed no more; refused where the machine's policy gave it.
      if (way.kind === 'server') await chrome.permissions.remove({ origins: [`${way.origin}/*`] }).catch(() => false);
      return end;
    }, FAILED);
  };
  return (
    <div className={styles.form}>
      <p className={styles.text}>{part?.title ? `“${part.title}” ở ${place}` : place}</p>
      <p className={styles.quiet}>{`Mã sổ ${space.slice(0, 16)} · ${name}${partText(part)}`}</p>
      {part === null || (part.roles.length === 0 && !part.ended) ? (
        <p className={styles.text}>
          {`Chờ chủ tịch cho tham gia với vai trò cán bộ. Số đối chiếu ${number}: đọc số này qua điện thoại.`}
        </p>
      ) : null}
      <p className={styles.state} role="status">
        {waiting === 0 ? 'Không còn bản chụp nào chờ gửi.' : `${waiting} bản chụp chờ gửi.`}
        {sent === 0 ? '' : ` Đã gửi: ${sent}.`}
      </p>
      {sentAt === null ? null : <p className={styles.quiet}>{`Lần gần nhất: ${instantText(sentAt)}.`}</p>}
      {trouble === '' || work.done !== null ? null : <Notice kind="warning">{trouble}</Notice>}
      <div className={styles.row}>
        <Button disabled={work.done !== null} onClick={sendNow}>
          Gửi ngay
        </Button>
        {leaving ? (
          <>
            <Button disabled={work.done !== null} onClick={leave}>
              Thôi hẳn, hủy khóa của máy này
            </Button>
            <Button appearance="subtle" onClick={() => setLeaving(false)}>
              Không thôi
            </Button>
          </>
        ) : (
          <Button appearance="subtle" disabled={work.done !== null} onClick={() => setLeaving(true)}>
            Thôi gửi vào sổ này
          </Button>
        )}
      </div>
    </div>
  );
}

const ASKED = 'Đã xin tham gia sổ chung.';
const NO_BOOK = 'Trong thư mục này chưa có sổ chung nào: chủ tịch lập sổ ở Bàn chấm, phần “Dùng chung”, rồi chọn lại.';
const FAILED = 'Không làm được. Hãy thử lại; bản chụp vẫn còn ở máy này.';

function notAllowed(place: string): string {
  return `Trình duyệt chưa được phép dùng ${place}: hãy bấm lại rồi chọn “Cho phép”.`;
}

function placeOf(way: Way): string {
  return way.kind === 'server' ? way.origin : `thư mục “${way.handle.name}”`;
}

/** Only while the press is fresh: the browser gives no right otherwise. */
function askRight(way: Way): Promise<boolean> {
  return way.kind === 'server'
    ? chrome.permissions.request({ origins: [`${way.origin}/*`] })
    : mayUse(way.handle).catch(() => false);
}

function partText(part: SharedBookRecord['part']): string {
  if (part === null || part.roles.length === 0) return '';
  return ` · ${part.roles.map((role) => ROLE_NAMES[role]).join(', ')}${part.ended ? ' (đã thôi quyền)' : ''}`;
}

type Name = 'shared.join' | 'shared.send' | 'shared.leave';

async function asked<N extends Name>(name: N, input: Asked<N>, text: string): Promise<WorkNotice> {
  const reply = await send(name, input);
  if (!reply.ok) return { kind: 'error', text: ERROR_TEXT[reply.code] };
  return reply.data.kind === 'refused' ? { kind: 'warning', text: reply.data.reason } : { kind: 'done', text };
}
