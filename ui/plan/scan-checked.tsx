/** The numbers of the draft's scan being compared with their pictures. */
import { useMemo } from 'react';
import type { PlanDraft } from '../../session/plan/plan-draft.ts';
import { draftMovement, withConfirmed, withTyped } from '../../session/plan/scan-numbers.ts';
import { ScanList } from './scan-list.tsx';

interface ScanCheckedProps {
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
}

export function ScanChecked({ draft, onDraft }: ScanCheckedProps) {
  const numbers = useMemo(() => draftMovement(draft, new Date().getFullYear()).numbers, [draft]);
  return (
    <ScanList
      numbers={numbers}
      onConfirm={(offset, isRight) => onDraft(withConfirmed(draft, offset, isRight))}
      onType={(offset, typed) => {
        const next = withTyped(draft, offset, typed);
        if (next.ok) onDraft(next.value);
        return next.ok ? null : next.refusal.message;
      }}
    />
  );
}
