/** How this browser comes to take part: a folder all reach, or a server by invitation. */

import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import type { Result } from '../../../core/base/result.ts';
import { tidyName } from '../../../core/share/tidy-name.ts';
import { readInvitation } from '../../../session/share/invitation.ts';
import { canChooseFolder, chooseFolder } from '../../choose-folder.ts';
import { type BookNamed, booksIn } from '../../share/books-in.ts';
import { invitation, spendInvitation } from '../../share/invited.ts';
import { askHere, type BrowserMachine, foundHere } from '../../share/machine.ts';
import type { Way } from '../../share/stored-spaces.ts';
import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import type { Servers } from './servers.ts';

/** The way is known; which book is meant is not yet. */
interface BooksOnWay {
  readonly way: Way;
  readonly code: string | null;
  /** Books this machine can ask to join; on a server the invitation names the book. */
  readonly books: readonly BookNamed[];
  readonly canFound: boolean;
}

interface BeginFormProps {
  /** null = this page reaches none. */
  readonly servers: Servers | null;
  readonly onBegun: (machine: BrowserMachine) => void;
}

export function BeginForm(props: BeginFormProps) {
  const { servers } = props;
  const styles = usePaneStyles();
  const { state } = usePane();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [link, setLink] = useState(invitation);
  const { found, ask, start, takeFolder, takeLink } = useBegin(props, { name, title, link });
  const busy = state.work !== null;
  return (
    <>
      <p className={styles.quiet}>
        Nhiều máy cùng làm một sổ chung: báo cáo, quyết định, số liệu Cổng. Mất mạng vẫn làm tiếp; có mạng bấm Đồng bộ
        là đủ. Không mục nào bị xóa, hai bản khác nhau đứng cạnh nhau.
      </p>
      <TextField label="Tên máy và người dùng" value={name} placeholder="Máy Văn phòng, Lò Văn A" onType={setName} />
      {canChooseFolder() ? (
        <span>
          <Button disabled={busy} onClick={() => void takeFolder()}>
            Chọn thư mục chung
          </Button>
        </span>
      ) : (
        <p className={styles.quiet}>
          Trình duyệt này không ghi được vào thư mục chung: hãy dùng Edge hoặc Chrome trên máy tính.
        </p>
      )}
      {servers === null ? (
        <p className={styles.quiet}>
          Trang này không nối mạng. Muốn dùng máy chủ, hãy mở Bàn chấm ở địa chỉ của máy chủ đó, hoặc Bàn chấm trong
          tiện ích trình duyệt.
        </p>
      ) : (
        <>
          <TextField label="Hoặc liên kết mời của máy chủ" value={link} type="url" onType={setLink} />
          <span>
            <Button disabled={busy || link.trim() === ''} onClick={() => void takeLink()}>
              Dùng liên kết
            </Button>
          </span>
        </>
      )}
      {found === null ? null : (
        <FoundBooks {...{ found, busy, title }} onTitle={setTitle} onAsk={ask} onStart={start} />
      )}
    </>
  );
}

interface BeginInput {
  /** Of the machine and whoever uses it. */
  readonly name: string;
  /** Of a new book. */
  readonly title: string;
  /** Of an invitation. */
  readonly link: string;
}

/** The ways to take part. Each is refused with what is missing. */
function useBegin({ servers, onBegun }: BeginFormProps, { name, title, link }: BeginInput) {
  const { actions } = usePane();
  const [found, setFound] = useState<BooksOnWay | null>(null);
  const begin = (label: string, run: () => Promise<Result<BrowserMachine>>) => {
    if (tidyName(name) === '') return actions.refuse('Hãy ghi tên máy và người dùng, ví dụ: Máy Văn phòng, Lò Văn A.');
    return void actions.act(label, async () => {
      const made = await run();
      if (!made.ok) return made;
      spendInvitation();
      onBegun(made.value);
      return { ok: true, value: { workspace: null, message: '', left: '' } };
    });
  };
  const ask = (way: Way, space: string, code: string | null) =>
    begin('Đang xin tham gia', () =>
      askHere(way, servers, { space, code, name: tidyName(name) }, hanoiTime(new Date())),
    );
  const start = ({ way, code }: BooksOnWay) => {
    if (tidyName(title) === '') return actions.refuse('Hãy ghi tên sổ chung, ví dụ: Xã Ta Ma, chuyển đổi số.');
    return begin('Đang lập sổ chung', async () => {
      const made = await foundHere(
        way,
        servers,
        code,
        { name: tidyName(name), title: tidyName(title) },
        hanoiTime(new Date()),
      );
      return made.ok ? { ok: true, value: { ...made.value.machine, recovery: made.value.recovery } } : made;
    });
  };
  const takeFolder = async () => {
    const handle = await chooseFolder('so-chung').catch(() => undefined);
    if (handle === undefined)
      return actions.refuse('Ở đây trình duyệt không cho dùng thư mục: hãy mở Bàn chấm trong Edge hoặc Chrome.');
    if (handle === null) return;
    const there = await booksIn(handle);
    if (!there.ok) return actions.refuse(there.refusal.message);
    setFound({ way: { kind: 'folder', handle }, code: null, books: there.value, canFound: true });
  };
  const takeLink = async () => {
    const read = readInvitation(link);
    if (!read.ok) return actions.refuse(read.refusal.message);
    const { origin, space, code } = read.value;
    const why = servers?.whyNot(origin) ?? (code === null ? 'Cần cả liên kết mời, có phần sau dấu #.' : null);
    if (why !== null) return actions.refuse(why);
    if (!(await servers?.mayReach(origin)))
      return actions.refuse(`Trình duyệt chưa được phép nối tới ${origin}: hãy bấm lại rồi chọn “Cho phép”.`);
    const way = { kind: 'server', origin } as const;
    if (space !== null) return ask(way, space, code);
    return setFound({ way, code, books: [], canFound: true });
  };
  return { found, ask, start, takeFolder, takeLink };
}

interface FoundBooksProps {
  readonly found: BooksOnWay;
  readonly busy: boolean;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  readonly onAsk: (way: Way, space: string, code: string | null) => void;
  readonly onStart: (found: BooksOnWay) => void;
}

/** Books to take part in, and a new one to found. */
function FoundBooks({ found, busy, title, onTitle, onAsk, onStart }: FoundBooksProps) {
  const styles = usePaneStyles();
  return (
    <>
      {found.books.map(({ space, title: called }) => (
        <div key={space} className={styles.row}>
          <Button disabled={busy} onClick={() => onAsk(found.way, space, found.code)}>
            Xin tham gia
          </Button>
          <span className={styles.text}>{`“${called}”, mã ${space.slice(0, 16)}: đối chiếu mã với người lập sổ`}</span>
        </div>
      ))}
      {found.canFound ? (
        <>
          <TextField
            label="Lập sổ chung mới, tên sổ"
            value={title}
            placeholder="Xã Ta Ma, chuyển đổi số"
            onType={onTitle}
          />
          <span>
            <Button disabled={busy} onClick={() => onStart(found)}>
              Lập sổ chung
            </Button>
          </span>
        </>
      ) : null}
    </>
  );
}
