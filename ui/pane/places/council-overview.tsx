/** All that waits for the council and all it wrote down, in one piece that is fetched when the place is shown. */
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { AlikeSection } from './alike-section.tsx';
import { Conflicts, CopiesSection } from './copies-section.tsx';
import { DecisionLog } from './decision-log.tsx';
import { GradingSection } from './grading-section.tsx';
import { Queue } from './queue-list.tsx';
import { RoundsField } from './rounds-field.tsx';
import { SealsSection } from './seals-section.tsx';
import { ClosedCard, SessionSection } from './session-section.tsx';
import { VotesSection } from './votes-section.tsx';
import { WhatIfSection } from './what-if-section.tsx';

export function CouncilOverview({ workspace }: { readonly workspace: Workspace }) {
  return (
    <>
      <ClosedCard />
      <Conflicts />
      {workspace.closed === null ? (
        <>
          <AlikeSection queue={workspace.queue} />
          <GradingSection workspace={workspace} />
        </>
      ) : null}
      <Queue queue={workspace.queue} />
      <WhatIfSection workspace={workspace} />
      <DecisionLog />
      <CopiesSection />
      <RoundsField />
      <VotesSection />
      <SessionSection />
      <SealsSection />
    </>
  );
}
