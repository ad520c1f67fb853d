/**
 * "Kế hoạch": the officer opens a commune's own plan, checks the findings beside its text, and makes the dossier of a
 * movement from it. Corrections are stored in the browser at every step.
 */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { findingAdded, findingFrom, textsPicked } from '../../session/plan/finding-texts.ts';
import { withIdentity } from '../../session/plan/identity-texts.ts';
import { openIn } from '../../session/plan/leftovers.ts';
import {
  type FindingKind,
  type PlanDraft,
  takenOut,
  unsureIn,
  withFinding,
  withMovement,
  withUnruled,
} from '../../session/plan/plan-draft.ts';
import type { LoadReaders } from '../../session/plan/plan-text-of.ts';
import type { PlanDossier } from '../../session/plan/scan-numbers.ts';
import type { StoredPlan } from '../../session/plan/stored-plan.ts';
import type { ChosenFile } from '../file-button.tsx';
import { later } from '../later.tsx';
import { FindingList, type OpenForm } from './finding-list.tsx';
import { KIND_NAMES, KINDS } from './finding-words.ts';
import { IdentityForm } from './identity-form.tsx';
import { LeftoverList } from './leftover-list.tsx';
import { PlanScoringPanel } from './plan-scoring.tsx';
import { PlanStart } from './plan-start.tsx';
import { dropStoredPlan, keepPlan } from './plan-store.ts';
import { PlanTabs, type Tab } from './plan-tabs.tsx';
import { PlanText, type TextSelection } from './plan-text.tsx';
import { OUR_BUG, usePlanReading } from './use-plan-reading.ts';
import { usePlanStyles } from './use-plan-styles.ts';

const ScanChecked = later(async () => (await import('./scan-checked.tsx')).ScanChecked);

interface PlanPlaceProps {
  readonly readers: LoadReaders;
  /** What was left undone last time. */
  readonly stored?: StoredPlan | undefined;
  /** The movement the plan and the officer make; a sentence when it could not be taken. */
  readonly onMovement: (made: PlanDossier) => Promise<string | null> | string | null;
  readonly onLeave: () => void;
  /** A file to begin with. */
  readonly file?: ChosenFile | undefined;
}

export function PlanPlace({ readers, stored, onMovement, onLeave, file }: PlanPlaceProps) {
  const styles = usePlanStyles();
  const [draft, setDraft] = useState<PlanDraft | null>(stored?.draft ?? null);
  const [making, setMaking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { reading, begin, take, recognise, stop } = usePlanReading(readers, setDraft, setFault);
  useEffect(() => {
    if (draft !== null)
      void keepPlan(draft).then((isKept) => {
        if (!isKept) setFault('Trình duyệt không giữ được kế hoạch đang xem: hãy lập hồ sơ và lưu về máy sớm.');
      });
  }, [draft]);
  useEffect(() => {
    if (file) void take(file);
  }, [file, take]);
  const make = async (now: PlanDraft) => {
    setMaking(true);
    try {
      const { draftMovement } = await import('../../session/plan/scan-numbers.ts');
      setFault(await onMovement(draftMovement(now, new Date().getFullYear())));
    } catch (error) {
      reportError(error);
      setFault(OUR_BUG);
    } finally {
      setMaking(false);
    }
  };
  const anew = () => {
    if (!window.confirm('Đọc kế hoạch khác thì những gì đã sửa ở kế hoạch này bị bỏ. Tiếp tục?')) return;
    void dropStoredPlan();
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
            <Button appearance="primary" disabled={making} onClick={() => void make(draft)}>
              Lập hồ sơ phong trào
            </Button>
            <Button disabled={making} onClick={anew}>
              Đọc kế hoạch khác
            </Button>
          </>
        )}
        <Button onClick={onLeave}>Quay lại</Button>
        {draft === null ? null : <div role="alert">{fault}</div>}
      </header>
      {draft === null ? (
        <PlanStart
          reading={reading}
          fault={fault}
          onFile={(file) => void take(file)}
          onText={(text) => begin('', text)}
          onFault={setFault}
          onRecognise={recognise}
          onStop={stop}
        />
      ) : (
        <Looked draft={draft} onDraft={setDraft} />
      )}
    </section>
  );
}

function Looked({ draft, onDraft }: { readonly draft: PlanDraft; readonly onDraft: (draft: PlanDraft) => void }) {
  const styles = usePlanStyles();
  const [tab, setTab] = useState<Tab>(draft.scan === null ? 'target' : 'scan');
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenForm | null>(null);
  const [picked, setPicked] = useState<TextSelection | null>(null);
  const unsure = useMemo(() => unsureIn(draft), [draft]);
  const open = useMemo(() => openIn(draft), [draft]);
  const choose = useCallback(
    (id: string) => {
      setChosen(id);
      setOpened(null);
      const kind = draft.findings.find((finding) => finding.id === id)?.kind;
      if (kind !== undefined) setTab(kind);
    },
    [draft],
  );
  const add = (kind: FindingKind, { from, to }: TextSelection) => {
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
        <PickedBar picked={picked} isScan={draft.scan !== null} onAdd={add} />
        <PlanText
          text={draft.text}
          findings={draft.findings}
          unsure={unsure}
          chosen={chosen}
          onChoose={choose}
          onPick={setPicked}
        />
      </div>
      <div className={styles.right}>
        <PlanTabs draft={draft} left={open.leftovers.length + open.questions.length} tab={tab} onTab={setTab} />
        <div className={styles.scroll} role="tabpanel" id="plan-panel" aria-labelledby={`plan-tab-${tab}`}>
          {tab === 'scan' ? (
            <ScanChecked draft={draft} onDraft={onDraft} />
          ) : tab === 'left' ? (
            <LeftoverList draft={draft} {...open} onDraft={onDraft} />
          ) : tab === 'scoring' ? (
            <PlanScoringPanel draft={draft} onUnruled={(unruled) => onDraft(withUnruled(draft, unruled))} />
          ) : tab === 'identity' ? (
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
              onTakeOut={(ids, out) => onDraft(takenOut(draft, ids, out))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function PickedBar({
  picked,
  isScan,
  onAdd,
}: {
  readonly picked: TextSelection | null;
  readonly isScan: boolean;
  readonly onAdd: (kind: FindingKind, picked: TextSelection) => void;
}) {
  const styles = usePlanStyles();
  if (picked === null)
    return (
      <div className={styles.picked}>
        <p className={styles.quiet}>
          {`Chỗ tô màu là điều đã tìm thấy${isScan ? ', chỗ gạch lượn sóng nghi đọc sai' : ''}. Bôi đen một đoạn để thêm điều còn sót.`}
        </p>
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
