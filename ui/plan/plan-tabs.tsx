/** What was found in a plan, a tab a kind; of a scan its numbers first. */
import { mergeClasses } from '@fluentui/react-components';
import type { FindingKind, PlanDraft } from '../../session/plan/plan-draft.ts';
import { KIND_NAMES, KINDS } from './finding-words.ts';
import { usePlanStyles } from './use-plan-styles.ts';

export type Tab = FindingKind | 'left' | 'scoring' | 'identity' | 'scan';
const TABS: readonly Tab[] = [...KINDS, 'left', 'scoring', 'identity'];
const NAMES: Readonly<Record<Exclude<Tab, FindingKind>, string>> = {
  left: 'Số chưa dùng',
  scoring: 'Thang điểm',
  identity: 'Nhận dạng',
  scan: 'Số từ bản quét',
};

const isKind = (tab: Tab): tab is FindingKind => KINDS.some((kind) => kind === tab);

interface PlanTabsProps {
  readonly draft: PlanDraft;
  /** Figures left over and questions open. */
  readonly left: number;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}

export function PlanTabs({ draft, left, tab, onTab }: PlanTabsProps) {
  const styles = usePlanStyles();
  const tabs = draft.scan === null ? TABS : (['scan', ...TABS] as const);
  const words = (tab: Tab) =>
    isKind(tab)
      ? `${KIND_NAMES[tab]} (${draft.findings.filter(({ kind, out }) => kind === tab && !out).length})`
      : tab === 'left'
        ? `${NAMES.left} (${left})`
        : NAMES[tab];
  return (
    <div
      role="tablist"
      aria-label="Điều tìm thấy trong kế hoạch"
      className={styles.tabs}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        onTab(next);
        event.currentTarget.querySelector<HTMLElement>(`#plan-tab-${next}`)?.focus();
      }}
    >
      {tabs.map((item) => (
        <button
          key={item}
          type="button"
          role="tab"
          id={`plan-tab-${item}`}
          aria-selected={item === tab}
          aria-controls="plan-panel"
          tabIndex={item === tab ? 0 : -1}
          className={mergeClasses(styles.tab, item === tab && styles.tabChosen)}
          onClick={() => onTab(item)}
        >
          {words(item)}
        </button>
      ))}
    </div>
  );
}
