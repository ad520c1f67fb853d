/** A shared book this browser takes part in: what came and went, who is here and has what not yet, what to look at. */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { comparisonNumber, verified } from '../../../core/share/entry.ts';
import type { Role } from '../../../core/share/role.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { type Device, standingOf } from '../../../core/share/standing.ts';
import type { Synced } from '../../../core/share/sync.ts';
import type { NamedFile } from '../../../session/host/files.ts';
import { NOTHING_MORE, type SyncRequest, syncBook, type ToLookAt } from '../../../session/pane/sync-book.ts';
import { attention, handedInLines, heldText, titleOf } from '../../../session/share/book-texts.ts';
import { sealedLines } from '../../../session/share/sealing.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { FileButton } from '../../file-button.tsx';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../../save-file.ts';
import type { BrowserMachine } from '../../share/machine.ts';
import { keptEvidence } from '../evidence-store.ts';
import { usePane } from '../pane-context.ts';
import { SENT_KINDS } from '../sent-kinds.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { DeviceList } from './device-list.tsx';
import { ResultSection } from './result-section.tsx';
import { SealSection } from './seal-section.tsx';
import type { Servers } from './servers.ts';

const NOT_ALLOWED = 'Trình duyệt chưa được phép dùng sổ chung này: hãy bấm Đồng bộ rồi chọn “Cho phép”.';

interface SharedBookProps {
  readonly machine: BrowserMachine;
  /** null = this page reaches none. */
  readonly servers: Servers | null;
}

export function SharedBook({ machine, servers }: SharedBookProps) {
  const styles = usePaneStyles();
  const { state, actions } = usePane();
  const { synced, arrived, toLookAt, diary, sync } = useSync(machine);
  const busy = state.work !== null;
  if (synced === null) return <p className={styles.quiet}>Đang mở…</p>;
  const { standing } = synced;
  const shared = sharedOf(standing);
  const own = standing.devices.find(({ device }) => device === machine.device);
  const isWaiting = own === undefined || own.roles.length === 0;
  return (
    <>
      <h2 className={styles.heading}>{titleOf(standing) || 'Sổ chung'}</h2>
      <p className={styles.quiet}>
        {`${machine.way.kind === 'folder' ? `Thư mục “${machine.way.handle.name}”` : machine.way.origin}, mã sổ ${machine.space.slice(0, 16)}`}
      </p>
      <TrialNotice machine={machine} />
      {machine.recovery === undefined ? null : <RecoveryCode code={machine.recovery} />}
      {isWaiting ? (
        <p className={styles.note}>
          <Icon name="info" />
          {`Đã xin tham gia. Số đối chiếu ${comparisonNumber(machine.device)}: đọc số này qua điện thoại để chủ tịch cho máy tham gia, rồi bấm Đồng bộ.`}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy} onClick={() => void sync()}>
          Đồng bộ
        </Button>
        {may(own, GIVERS) ? (
          <FileButton
            label="Đưa báo cáo vào sổ chung"
            accept={SENT_KINDS}
            multiple
            disabled={busy}
            onFiles={(files: readonly NamedFile[]) => void sync({ reports: files })}
            onFault={actions.refuse}
          />
        ) : null}
      </div>
      <p className={styles.text}>{heldText(shared)}</p>
      {[...handedInLines(standing, shared), ...sealedLines(standing), ...attention(synced, own)].map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      {toLookAt.length > 0 ? <ToLookAtList reports={toLookAt} /> : null}
      {servers && machine.way.kind === 'server' && may(own, ['chair', 'officer']) ? (
        <servers.LinksSection
          {...{ origin: machine.way.origin, space: machine.space, arrived, standing, sync }}
          handedIn={shared.handedIn}
        />
      ) : null}
      {may(own, ['commune']) ? <ResultSection device={machine.device} standing={standing} sync={sync} /> : null}
      <DeviceList standing={standing} own={own} busy={busy} onFacts={(facts) => void sync({ facts })} />
      {may(own, ['chair']) ? (
        <SealSection standing={standing} busy={busy} onFact={(fact) => void sync({ facts: [fact] })} />
      ) : null}
      {servers && machine.invite && own?.roles.includes('chair') ? <servers.Invite invite={machine.invite} /> : null}
      {diary.length > 0 ? <Diary lines={diary} /> : null}
    </>
  );
}

const NO_EVIDENCE = { evidence: [], period: null };

/** What the book holds here, and how it is synchronised. */
function useSync(machine: BrowserMachine) {
  const { state, actions, session, planReaders } = usePane();
  const [synced, setSynced] = useState<Synced | null>(null);
  const [arrived, setArrived] = useState(false);
  const [toLookAt, setToLookAt] = useState<readonly ToLookAt[]>([]);
  const [diary, setDiary] = useState<readonly string[]>([]);
  const offered = useRef(new Set<string>());
  const verify = useRef(newVerify());
  useEffect(() => {
    void keptHere(machine).then((synced) => setSynced((now) => now ?? synced));
  }, [machine]);
  const note = (text: string) =>
    setDiary((before) => [`${hanoiTime(new Date()).slice(11, 19)} ${text}`, ...before].slice(0, 20));
  const sync = (wanted: Partial<SyncRequest> = {}) =>
    actions.act('Đang đồng bộ sổ chung', async (progress) => {
      if (!(await machine.mayUse())) {
        note(NOT_ALLOWED);
        return { ok: false, refusal: { code: 'not-allowed', message: NOT_ALLOWED } };
      }
      const evidence = { ...(state.workspace ?? NO_EVIDENCE), stored: keptEvidence };
      const world = { session, verify: verify.current, at: hanoiTime(new Date()), offered: offered.current, evidence };
      const done = await onlyHere(machine.space, () =>
        syncBook(machine, { ...NOTHING_MORE, ...wanted }, world, progress),
      );
      if (!done.ok) {
        setArrived(false);
        note(done.refusal.message);
        return done;
      }
      const { messages, left, workspace } = done.value;
      setSynced(done.value.synced);
      setArrived(done.value.synced.notTaken.length === 0);
      setToLookAt(done.value.toLookAt);
      note(messages.join(' '));
      const shown = workspace ?? state.workspace;
      const { shared } = done.value;
      const code = shown && shared.evidence.length > 0 && (await import('../../../session/share/shared-evidence.ts'));
      const files = code && (await code.sharedEvidenceFiles(shared, shown, machine.own.take, keptEvidence));
      if (!files || files.length === 0)
        return { ok: true, value: { workspace, message: lines(messages), left: lines(left) } };
      const { takeEvidence } = await import('../take-evidence.ts');
      const taken = await takeEvidence(files, { session, workspace: shown, planReaders }, progress);
      if (!taken.ok)
        return {
          ok: true,
          value: { workspace, message: lines(messages), left: lines([...left, taken.refusal.message]) },
        };
      const { value } = taken;
      return {
        ok: true,
        value: { ...value, message: lines([...messages, value.message]), left: lines([...left, value.left]) },
      };
    });
  return { synced, arrived, toLookAt, diary, sync };
}

function RecoveryCode({ code }: { readonly code: string }) {
  const styles = usePaneStyles();
  return (
    <>
      <p className={styles.note}>
        <Icon name="warning" />
        In mã phục hồi ra giấy, cất két, không gửi cho ai: máy này mất thì chỉ mã đó thay được máy khác làm chủ tịch. Mã
        chỉ xem được đến khi đóng trang này.
      </p>
      <details>
        <summary>Hiện mã phục hồi</summary>
        <Field label="Mã phục hồi">
          <Textarea readOnly rows={5} value={code} onFocus={({ target }) => target.select()} />
        </Field>
      </details>
    </>
  );
}

function ToLookAtList({ reports }: { readonly reports: readonly ToLookAt[] }) {
  const styles = usePaneStyles();
  return (
    <ul className={styles.list} aria-label="Báo cáo cần xem lại">
      {reports.map(({ name, bytes, why }) => (
        <li key={name}>
          <p className={styles.text}>{`Cần xem lại ${name}: ${why}`}</p>
          <Button size="small" onClick={() => saveFile(name, bytes)}>
            Lưu tệp
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Diary({ lines }: { readonly lines: readonly string[] }) {
  const styles = usePaneStyles();
  return (
    <details>
      <summary>Nhật ký đồng bộ</summary>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line} className={styles.quiet}>
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whose reports count (`core/share/fact.ts`): who looks on, or sends a commune's result, is offered nothing that is refused. */
const GIVERS: readonly Role[] = ['chair', 'officer', 'unit'];

function may(own: Device | undefined, roles: readonly Role[]): boolean {
  return own !== undefined && !own.revoked && !own.forked && own.roles.some((role) => roles.includes(role));
}

/** What this browser knows without asking anybody. */
async function keptHere({ own, space }: BrowserMachine): Promise<Synced> {
  const here = await own.pull(0);
  const entries = here.ok ? await verified(here.value.entries, newVerify()) : [];
  const notes = here.ok ? here.value.notes : [here.refusal.message];
  const nothing = { sent: 0, received: 0, notTaken: [], filesSent: 0, filesReceived: 0, filesMissing: [] };
  return { standing: standingOf(space, entries), ...nothing, notes };
}

/** One page at a time: two with one key would say the same number twice. */
function onlyHere<T>(space: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(`thi-dua-so.so-chung.${space}`, work);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** Shown when the server of this page is only for trying out: what it holds can be lost. */
function TrialNotice({ machine: { way } }: { readonly machine: BrowserMachine }) {
  const styles = usePaneStyles();
  const [notice, setNotice] = useState('');
  const origin = way.kind === 'server' && way.origin === window.location.origin ? way.origin : null;
  useEffect(() => {
    if (origin !== null)
      void fetch(`${origin}/health`)
        .then((answer) => answer.json())
        .then((answer: { readonly notice?: unknown }) =>
          setNotice(typeof answer.notice === 'string' ? answer.notice : ''),
        )
        .catch(() => setNotice(''));
  }, [origin]);
  return notice === '' ? null : (
    <p className={styles.note}>
      <Icon name="warning" />
      <span>{notice}</span>
    </p>
  );
}
