/** The shared book of the office on a server: taking part, what waits, what went there, leaving. */
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { hanoiTime } from '../../../core/period/hanoi-time.ts';
import { ROLE_NAMES } from '../../../core/share/role.ts';
import { readInvitation } from '../../../session/share/invitation.ts';
import { useLive } from '../../live/use-store.ts';
import type { Input as Asked } from '../../messages/contract.ts';
import { Notice } from '../../panel/notice.tsx';
import { send } from '../../panel/send.ts';
import { ERROR_TEXT } from '../../panel/words.ts';
import { instantText } from '../../reading/time.ts';
import { sentCounts } from '../../share/waiting.ts';
import type { Store } from '../../store/db.ts';
import type { SharedBookRecord } from '../../store/records.ts';
import { Section } from './section.tsx';
import { type Told, useWork, type Work } from './use-work.ts';

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
  'Số liệu đã xác nhận được gửi vào sổ chung của cơ quan, để Bàn chấm và Excel ở các máy khác cùng dùng. Chỉ gửi số liệu và nguồn của nó; ảnh chụp và bản sao trang ở lại máy này. Mất mạng thì chờ, có mạng tự gửi.';

export function SharedSection() {
  const work = useWork();
  const kept = useLive(keptOf);
  if (kept === undefined) return null;
  return (
    <Section title="Gửi vào sổ chung" lead={LEAD} work={work}>
      {kept.book ? <Taking kept={{ ...kept, book: kept.book }} work={work} /> : <Joining kept={kept} work={work} />}
    </Section>
  );
}

interface Kept {
  readonly book: SharedBookRecord | undefined;
  readonly waiting: number;
  readonly sent: number;
}

async function keptOf(db: Store): Promise<Kept> {
  const book = await db.sharedBook.get('book');
  return { book, ...(await sentCounts(db, book?.since ?? '')) };
}

function Joining({ kept, work }: { readonly kept: Kept; readonly work: Work }) {
  const styles = useStyles();
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [past, setPast] = useState(true);
  const join = () => {
    const read = readInvitation(link);
    if (!read.ok) return work.run(async () => ({ kind: 'error', text: read.refusal.message }), '');
    // Asked for while the press is fresh: the browser gives no right otherwise.
    const asked = chrome.permissions.request({ origins: [`${read.value.origin}/*`] });
    return work.run(async () => {
      if (!(await asked)) return { kind: 'warning', text: notAllowed(read.value.origin) };
      return told('shared.join', { link, name, past }, 'Đã xin tham gia sổ chung.');
    }, FAILED);
  };
  return (
    <div className={styles.form}>
      <Field
        className={styles.wide}
        label="Liên kết mời"
        hint="Do chủ tịch Hội đồng gửi: Bàn chấm, “Dùng chung”, “Mời một máy”."
      >
        <Input type="url" value={link} onChange={(_, { value }) => setLink(value)} />
      </Field>
      <Field className={styles.wide} label="Tên máy và người dùng">
        <Input value={name} placeholder="Máy Văn phòng, Lò Văn A" onChange={(_, { value }) => setName(value)} />
      </Field>
      {kept.waiting === 0 ? null : (
        <Field className={styles.wide} label={`${kept.waiting} bản chụp đã xác nhận trước đây`}>
          <Select value={past ? 'send' : 'keep'} onChange={(_, { value }) => setPast(value === 'send')}>
            <option value="send">Gửi cả vào sổ chung</option>
            <option value="keep">Để lại máy này, chỉ gửi từ nay</option>
          </Select>
        </Field>
      )}
      <Button disabled={work.done !== null || link.trim() === '' || name.trim() === ''} onClick={join}>
        Xin tham gia
      </Button>
    </div>
  );
}

function Taking({ kept, work }: { readonly kept: Kept & { readonly book: SharedBookRecord }; readonly work: Work }) {
  const styles = useStyles();
  const [leaving, setLeaving] = useState(false);
  const { book, waiting, sent } = kept;
  const { origin, space, name, number, part, sentAt, trouble } = book;
  const sendNow = () => {
    const asked = chrome.permissions.request({ origins: [`${origin}/*`] });
    work.run(async () => {
      if (!(await asked)) return { kind: 'warning', text: notAllowed(origin) };
      const end = await told(
        'shared.send',
        {},
        `Đã nối với sổ chung lúc ${instantText(hanoiTime(new Date(Date.now())))}.`,
      );
      // Why it did not go stands in the book's record, also when nobody pressed.
      return end.kind === 'warning' ? null : end;
    }, FAILED);
  };
  const leave = () => {
    setLeaving(false);
    work.run(async () => {
      const end = await told('shared.leave', {}, 'Máy này đã thôi gửi. Những gì đã gửi còn nguyên trong sổ chung.');
      // Needed no more; refused where the machine's policy gave it.
      await chrome.permissions.remove({ origins: [`${origin}/*`] }).catch(() => false);
      return end;
    }, FAILED);
  };
  return (
    <div className={styles.form}>
      <p className={styles.text}>{part?.title ? `“${part.title}” ở ${origin}` : origin}</p>
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

const FAILED = 'Không làm được. Hãy thử lại; bản chụp vẫn còn ở máy này.';

function notAllowed(origin: string): string {
  return `Trình duyệt chưa được phép nối tới ${origin}: hãy bấm lại rồi chọn “Cho phép”.`;
}

function partText(part: SharedBookRecord['part']): string {
  if (part === null || part.roles.length === 0) return '';
  return ` · ${part.roles.map((role) => ROLE_NAMES[role]).join(', ')}${part.ended ? ' (đã thôi quyền)' : ''}`;
}

type Name = 'shared.join' | 'shared.send' | 'shared.leave';

async function told<N extends Name>(name: N, input: Asked<N>, text: string): Promise<Told> {
  const reply = await send(name, input);
  if (!reply.ok) return { kind: 'error', text: ERROR_TEXT[reply.code] };
  return reply.data.kind === 'refused' ? { kind: 'warning', text: reply.data.reason } : { kind: 'done', text };
}
