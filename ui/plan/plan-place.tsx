/**
 * "Kế hoạch": a commune's own plan is given, what was found in it is looked over beside its text, and becomes the
 * dossier of a movement. What was corrected is kept in the browser at every step.
 */
import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Movement } from '../../core/movement/movement.ts';
import { findingAdded, findingFrom, textsPicked } from '../../session/plan/finding-texts.ts';
import { withIdentity } from '../../session/plan/identity-texts.ts';
import type { KeptPlan } from '../../session/plan/kept-plan.ts';
import {
  type FindingKind,
  type PlanDraft,
  readDraft,
  readingOf,
  takenOut,
  withFinding,
  withMovement,
} from '../../session/plan/plan-draft.ts';
import { type PlanReaders, planTextOf } from '../../session/plan/plan-text-of.ts';
import type { ChosenFile } from '../file-button.tsx';
import { FindingList, type Opened } from './finding-list.tsx';
import { KIND_NAMES, KINDS } from './finding-words.ts';
import { IdentityForm } from './identity-form.tsx';
import { dropKeptPlan, keepPlan } from './kept-plan-store.ts';
import { PlanGiven } from './plan-given.tsx';
import { type Picked, PlanText } from './plan-text.tsx';
import { usePlanStyles } from './use-plan-styles.ts';

interface PlanPlaceProps {
  readonly readers: PlanReaders;
  /** What was left undone last time. */
  readonly kept?: KeptPlan | undefined;
  /** The movement the plan and the officer make; a sentence when it could not be taken. */
  readonly onMovement: (movement: Movement) => Promise<string | null> | string | null;
  readonly onLeave: () => void;
  /** A file to begin with. */
  readonly given?: ChosenFile | undefined;
}

type Tab = FindingKind | 'identity';
const TABS: readonly Tab[] = [...KINDS, 'identity'];
const OUR_BUG = 'Phần mềm gặp lỗi ngoài dự kiến; những gì đã sửa vẫn còn. Hãy thử lại.';

export function PlanPlace({ readers, kept, onMovement, onLeave, given }: PlanPlaceProps) {
  const styles = usePlanStyles();
  const [draft, setDraft] = useState<PlanDraft | null>(kept?.draft ?? null);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    if (draft !== null)
      void keepPlan(draft).then((isKept) => {
        if (!isKept) setFault('Trình duyệt không giữ được kế hoạch đang xem: hãy lập hồ sơ và lưu về máy sớm.');
      });
  }, [draft]);
  const begin = useCallback((file: string, text: string) => {
    const read = readDraft(file, text);
    setFault(read.ok ? null : read.refusal.message);
    if (read.ok) setDraft(read.value);
  }, []);
  const take = useCallback(
    async ({ name, bytes }: ChosenFile) => {
      setWorking(true);
      setFault(null);
      try {
        const read = await planTextOf(bytes, readers);
        if (read.ok) begin(name.normalize('NFC'), read.value);
        else setFault(`Tệp “${name.normalize('NFC')}”: ${read.refusal.message}`);
      } catch (error) {
        reportError(error);
        setFault(OUR_BUG);
      } finally {
        setWorking(false);
      }
    },
    [begin, readers],
  );
  useEffect(() => {
    if (given) void take(given);
  }, [given, take]);
  const make = async (now: PlanDraft) => {
    setWorking(true);
    try {
      const { proposeMovement } = await import('../../core/dossier/propose/propose-movement.ts');
      setFault(await onMovement(proposeMovement(readingOf(now), { year: new Date().getFullYear() })));
    } catch (error) {
      reportError(error);
      setFault(OUR_BUG);
    } finally {
      setWorking(false);
    }
  };
  const anew = () => {
    if (!window.confirm('Đọc kế hoạch khác thì những gì đã sửa ở kế hoạch này bị bỏ. Tiếp tục?')) return;
    void dropKeptPlan();
    setDraft(null);
    setFault(null);
  };
  return (
    <section className={styles.page} aria-label="Kế hoạch của xã">
      <header className={styles.bar}>
        <div className={styles.grow}>
          <h1 className={styles.title}>
            {draft === null ? 'Đọc kế hoạch của xã' : draft.file === '' ? 'Kế hoạch đã dán' : draft.file}
          </h1>
        </div>
        {draft === null ? null : (
          <>
            <Button appearance="primary" disabled={working} onClick={() => void make(draft)}>
              Lập hồ sơ phong trào
            </Button>
            <Button disabled={working} onClick={anew}>
              Đọc kế hoạch khác
            </Button>
          </>
        )}
        <Button onClick={onLeave}>Quay lại</Button>
        {draft === null ? null : <div role="alert">{fault}</div>}
      </header>
      {draft === null ? (
        <PlanGiven
          working={working}
          fault={fault}
          onFile={(file) => void take(file)}
          onText={(text) => begin('', text)}
          onFault={setFault}
        />
      ) : (
        <Looked draft={draft} onDraft={setDraft} />
      )}
    </section>
  );
}

function Looked({ draft, onDraft }: { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }) {
  const styles = usePlanStyles();
  const [tab, setTab] = useState<Tab>('target');
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const choose = useCallback(
    (id: string) => {
      setChosen(id);
      setOpened(null);
      const kind = draft.findings.find((one) => one.id === id)?.kind;
      if (kind !== undefined) setTab(kind);
    },
    [draft],
  );
  const add = (kind: FindingKind, { from, to }: Picked) => {
    setTab(kind);
    setOpened({ kind: 'adding', texts: textsPicked(draft, kind, from, to) });
  };
  const taken = (next: ReturnType<typeof findingFrom>): string | null => {
    if (!next.ok) return next.refusal.message;
    onDraft(withFinding(draft, next.value));
    setOpened(null);
    setChosen(next.value.id);
    setPicked(null);
    return null;
  };
  return (
    <div className={styles.both}>
      <div className={styles.left}>
        <PickedBar picked={picked} onAdd={add} />
        <PlanText text={draft.text} findings={draft.findings} chosen={chosen} onChoose={choose} onPick={setPicked} />
      </div>
      <div className={styles.right}>
        <Tabs draft={draft} tab={tab} onTab={setTab} />
        <div className={styles.scroll} role="tabpanel" id="plan-panel" aria-labelledby={`plan-tab-${tab}`}>
          {tab === 'identity' ? (
            <IdentityForm
              movement={draft.movement}
              onSave={(texts) => {
                const read = withIdentity(draft.movement, texts);
                if (read.ok) onDraft(withMovement(draft, read.value));
                return read.ok ? null : read.refusal.message;
              }}
            />
          ) : (
            <FindingList
              key={tab}
              kind={tab}
              findings={draft.findings.filter(({ kind }) => kind === tab)}
              chosen={chosen}
              opened={opened}
              onChoose={choose}
              onOpen={setOpened}
              onCorrect={(finding, texts) => taken(findingFrom(finding, texts))}
              onAdd={(texts) => taken(findingAdded(draft, tab, texts))}
              onTakeOut={(id, out) => onDraft(takenOut(draft, id, out))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function PickedBar({
  picked,
  onAdd,
}: {
  readonly picked: Picked | null;
  readonly onAdd: (kind: FindingKind, picked: Picked) => void;
}) {
  const styles = usePlanStyles();
  if (picked === null)
    return (
      <div className={styles.picked}>
        <p className={styles.quiet}>Chỗ tô màu là điều đã tìm thấy. Bôi đen một đoạn để thêm điều còn sót.</p>
      </div>
    );
  return (
    <div className={styles.picked}>
      <span className={styles.quiet}>{`Đã chọn: “${shortened(picked.words)}”`}</span>
      {KINDS.map((kind) => (
        <Button key={kind} size="small" onClick={() => onAdd(kind, picked)}>
          {`Thêm ${KIND_NAMES[kind].toLowerCase()}`}
        </Button>
      ))}
    </div>
  );
}

const LONGEST = 80;

function shortened(words: string): string {
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

interface TabsProps {
  readonly draft: PlanDraft;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

function Tabs({ draft, tab, onTab }: TabsProps): ReactNode {
  const styles = usePlanStyles();
  const words = (one: Tab) =>
    one === 'identity'
      ? 'Nhận dạng'
      : `${KIND_NAMES[one]} (${draft.findings.filter(({ kind, out }) => kind === one && !out).length})`;
  return (
    <div
      role="tablist"
      aria-label="Điều tìm thấy trong kế hoạch"
      className={styles.tabs}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        onTab(next);
        event.currentTarget.querySelector<HTMLElement>(`#plan-tab-${next}`)?.focus();
      }}
    >
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`plan-tab-${one}`}
          aria-selected={one === tab}
          aria-controls="plan-panel"
          tabIndex={one === tab ? 0 : -1}
          className={mergeClasses(styles.tab, one === tab && styles.tabChosen)}
          onClick={() => onTab(one)}
        >
          {words(one)}
        </button>
      ))}
    </div>
  );
}
