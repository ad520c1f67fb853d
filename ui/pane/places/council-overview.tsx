/** The council's session and all it wrote down, in one piece that is fetched when the place is shown. */
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { later } from '../../later.tsx';
import { Conflicts, CopiesSection } from './copies-section.tsx';
import { DecisionLog } from './decision-log.tsx';
import { SealsSection } from './seals-section.tsx';
import { ClosedCard, CloseSection, SessionSection } from './session-section.tsx';
import { VotesSection } from './votes-section.tsx';
import { WhatIfSection } from './what-if-section.tsx';

/** Opened after the appraisal, or after the results. */
const AppealsSection = later(async () => (await import('./appeals-section.tsx')).AppealsSection);

/** Opened where others appraise. */
const AppraisersSection = later(async () => (await import('./appraisers-section.tsx')).AppraisersSection);

export function CouncilOverview({ workspace }: { readonly workspace: Workspace }) {
  return (
    <>
      <ClosedCard />
      <Conflicts />
      <AppraisersSection workspace={workspace} />
      <SessionSection />
      <VotesSection />
      <CloseSection />
      <WhatIfSection workspace={workspace} />
      <AppealsSection workspace={workspace} />
      <DecisionLog />
      {/* Seldom needed: folded. */}
      <CopiesSection />
      <SealsSection />
    </>
  );
}
